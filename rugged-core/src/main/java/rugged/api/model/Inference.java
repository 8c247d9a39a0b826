package rugged.api.model;

import java.util.random.RandomGenerator;

/**
 * A model of which one asks marginals and a free energy instead of configurations. Its states x[N] are what an algorithm of inference passes on: messages, or means and variances, in an order
 * that the model fixes. It has no energy, no gradient and no overlap of states, and what needs one of these is not offered there.
 */
public non-sealed interface Inference extends Model {
    /** The free energy F = -log Z (temperature 1) that a state stands for: that of Bethe, stationary where the state is a fixed point. */
    double freeEnergy(double[] x);

    /** Where an algorithm begins: messages that say nothing. Others may be drawn, to look for further fixed points. */
    @Override
    void randomise(double[] x, RandomGenerator random);

    /** Free energies, which stand in the place of energies wherever a protocol asks for a number of a state. */
    @Override
    default void energies(double[][] xs, double[] es) {
        for (int r = 0; r < xs.length; r++) es[r] = freeEnergy(xs[r]);
    }

    @Override
    default double squaredDifference(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
        return sum;
    }

    /** Messages are measured from no origin: NaN. */
    @Override
    default double overlap(double[] a, double[] b) {
        return Double.NaN;
    }

    @Override
    default double violation(double[] x) {
        for (double one : x) if (!Double.isFinite(one)) return Double.POSITIVE_INFINITY;
        return 0.0;
    }

    @Override
    default String place(double[] x) {
        for (double one : x) if (!Double.isFinite(one)) return one + " is no message";
        return "";
    }

    @Override
    Inference fork();
}
