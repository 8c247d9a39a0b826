package rugged.api.model;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import rugged.geometry.Manifold;

/**
 * A velocity v(x) on R^N or on a {@link Manifold} that need not be the gradient of anything: a local learning rule, an on-line rule that sees one example after the other, contrastive
 * divergence, a network of neurons that do not interact by pairs alike. A {@link Landscape} is the field v = -dE/dx. Where there is no energy, what needs one is not offered.
 */
public non-sealed interface VectorField extends Model {
    /**
     * Overwrites v[N] with the velocity at x (that of R^N, not projected on the manifold). Where examples, patterns or chains are drawn, each call draws anew, from {@code random} alone, and
     * the field is the mean of what is drawn. x is not modified.
     */
    void velocity(double[] x, double[] v, RandomGenerator random);

    /** Where x lives. */
    default Manifold manifold() {
        return Manifold.FLAT;
    }

    /** Without an energy: NaN. */
    @Override
    default void energies(double[][] xs, double[] es) {
        Arrays.fill(es, Double.NaN);
    }

    /** By default a random point of the manifold. */
    @Override
    default void randomise(double[] x, RandomGenerator random) {
        manifold().randomise(x, random);
    }

    @Override
    default int degreesOfFreedom() {
        return manifold().degreesOfFreedom(dimension());
    }

    @Override
    default double squaredDifference(double[] a, double[] b) {
        return manifold().squaredDifference(a, b);
    }

    @Override
    default double overlap(double[] a, double[] b) {
        return manifold().origin() ? Model.super.overlap(a, b) : Double.NaN;
    }

    @Override
    default double violation(double[] x) {
        return manifold().violation(x);
    }

    @Override
    default String place(double[] x) {
        return manifold().place(x);
    }

    @Override
    default void retract(double[] x) {
        manifold().retract(x);
    }

    /** A model without scratch serves all threads itself; one with scratch must override this. */
    @Override
    default VectorField fork() {
        return this;
    }
}
