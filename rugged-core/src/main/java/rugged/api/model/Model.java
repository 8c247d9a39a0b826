package rugged.api.model;

import java.util.random.RandomGenerator;
import rugged.api.LandscapeSpec;

/**
 * A built model: the quenched disorder and the scratch to evaluate it. Built from a {@link LandscapeSpec}, and rebuilt anywhere from it to the same bits.
 * States pass the boundary of models and dynamics as {@code double[dimension()]}; a configuration of discrete units holds the numbers that stand for their values, an Ising one +1 and -1, a state of inference its messages.
 */
public sealed interface Model permits VectorField, DiscreteLandscape, Inference, Propagation {
    /** N, the length of a state. */
    int dimension();

    /** The same immutable disorder with scratch of its own: one fork per thread. */
    Model fork();

    /**
     * The number by which the energy is divided before it is reported: N for an extensive energy (the default), 1 for a loss that is a mean already.
     */
    default double extent() {
        return dimension();
    }

    /** Degrees of freedom of a state: N, less one for each constraint. */
    default int degreesOfFreedom() {
        return dimension();
    }

    /** Overwrites x[N] with a state of infinite temperature. */
    void randomise(double[] x, RandomGenerator random);

    /** Energies es[R] of the states xs[R][N]; NaN where there is none. A model that holds a configuration loses it. */
    void energies(double[][] xs, double[] es);

    /** |a - b|^2 of two states by their differences, the shortest ones where space is periodic: accurate also when a and b nearly coincide. */
    double squaredDifference(double[] a, double[] b);

    /** How alike two states are, a.b/N by default: 1 of a state with itself where |x|^2 = N. NaN where nothing is measured from an origin. */
    default double overlap(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum / a.length;
    }

    /** By how much x[N] is no state, relative: 0 for one, infinite where rounding is no excuse. */
    double violation(double[] x);

    /** In words what {@link #violation} measures at x. */
    String place(double[] x);

    /** Moves x[N] to the closest state, where there is a closest one. */
    default void retract(double[] x) {}

    /** The model for one more user in the same thread: this one, unless it holds a configuration, of which each user needs one of its own. */
    default Model beside() {
        return this;
    }
}
