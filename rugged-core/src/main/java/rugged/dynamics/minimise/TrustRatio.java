package rugged.dynamics.minimise;

import rugged.num.Vectors;

/** How far a quadratic model of the landscape can be trusted. */
final class TrustRatio {
    /** Ratios above this are steps forward. */
    static final double ACCEPTED = 1e-4;

    private TrustRatio() {}

    /**
     * Puts the trial point at x + p and returns by how much the energy fell there, over what the model predicted. Where the prediction is below the rounding
     * of energies the gradient decides: 1 when it shrinks, else 0.
     */
    static double tried(Ground here, double[] p, double predicted) {
        here.propose(1.0, p);
        if (!here.finite()) return -1.0;
        if (predicted <= here.energyBlur()) {
            boolean level = here.trialEnergy() <= here.energy() + here.energyBlur();
            return level && Vectors.dot(here.trialG(), here.trialG()) < Vectors.dot(here.g(), here.g()) ? 1.0 : 0.0;
        }
        return (here.energy() - here.trialEnergy()) / predicted;
    }
}
