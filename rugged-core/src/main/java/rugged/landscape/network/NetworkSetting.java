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
 */
public record NetworkSetting(
        Activation activation,
        Initialisation initialisation,
        NetworkLoss loss,
        double margin,
        double l2,
        Precision precision) {}
