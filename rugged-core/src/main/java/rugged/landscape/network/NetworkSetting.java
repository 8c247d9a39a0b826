package rugged.landscape.network;

import rugged.landscape.Precision;

/**
 * What a network computes with, beside its shape and its examples.
 *
 * @param activation of hidden units
 * @param initialisation how weights are drawn
 * @param loss the one that goes with the labels
 * @param margin of the hinge
 * @param l2 coefficient of |x|^2/2 in the energy
 * @param precision of the passes
 * @param origin what outputs are measured from
 */
public record NetworkSetting(
        Activation activation,
        Initialisation initialisation,
        NetworkLoss loss,
        double margin,
        double l2,
        Precision precision,
        OutputOrigin origin) {
    /** Outputs as they are. */
    public NetworkSetting(
            Activation activation,
            Initialisation initialisation,
            NetworkLoss loss,
            double margin,
            double l2,
            Precision precision) {
        this(activation, initialisation, loss, margin, l2, precision, OutputOrigin.NONE);
    }

    /** Outputs measured from elsewhere. */
    NetworkSetting from(OutputOrigin other) {
        return new NetworkSetting(activation, initialisation, loss, margin, l2, precision, other);
    }
}
