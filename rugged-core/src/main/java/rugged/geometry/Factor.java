package rugged.geometry;

import java.util.random.RandomGenerator;

/**
 * One factor of a {@link Manifold}: a space embedded in R^n, whose points are the coordinates {@code from} (inclusive) to {@code to} (exclusive) of a state.
 * All methods touch these coordinates only, allocate nothing and keep no state, so that one factor serves all threads. The metric is that of R^n.
 *
 * <p>A factor in R^n without constraint overrides {@link #difference} at most; one that is cut out by constraints c_k(x) = 0 overrides the rest, with one
 * Lagrange multiplier for each constraint.
 */
public interface Factor {
    /** Replaces v by its projection on the tangent space at x. */
    default void tangent(double[] x, double[] v, int from, int to) {}

    /** Moves x back to the closest point of the manifold. */
    default void retract(double[] x, int from, int to) {}

    /** By how much x is off the manifold, relative: 0 on it. */
    default double violation(double[] x, int from, int to) {
        return 0.0;
    }

    /** In words where x is, for the message about a state that is off the manifold, such as "|x|^2/N = 1.2". */
    default String place(double[] x, int from, int to) {
        return "";
    }

    /** Whether points are measured from an origin, so that x.y means something; not where space is periodic. */
    default boolean origin() {
        return true;
    }

    /** Constraints, each with a multiplier. */
    default int constraints() {
        return 0;
    }

    /** Overwrites n with a vector normal to the constraint k at x, of any length but 0. */
    default void normal(double[] x, int k, double[] n, int from, int to) {
        throw new IndexOutOfBoundsException(k);
    }

    /** Overwrites mu[first ...] with the multipliers at x for the gradient g of R^n: those that make the normal part of g vanish. */
    default void multipliers(double[] x, double[] g, double[] mu, int first, int from, int to) {}

    /**
     * Adds to hv, the product of the Hessian of R^n with a tangent vector v at x, what the curvature of the manifold contributes: hv += sum_k mu_k C_k v with
     * C_k the second derivatives of constraint k. Projected afterwards, the sum is the Hessian of the manifold.
     */
    default void bend(double[] x, double[] mu, int first, double[] v, double[] hv, int from, int to) {}

    /** Adds to d[i] what the diagonal of the curvature contributes: d_i += sum_k mu_k (C_k)_ii. */
    default void bendDiagonal(double[] x, double[] mu, int first, double[] d, int from, int to) {}

    /**
     * The derivative of E along s -> retract(x + s d), at the point y = retract(before) with before = x + s d: g.v for the tangent gradient g at y and the velocity
     * v of that curve.
     */
    default double slope(double[] before, double[] y, double[] g, double[] d, int from, int to) {
        double sum = 0.0;
        for (int i = from; i < to; i++) sum += g[i] * d[i];
        return sum;
    }

    /** Overwrites d with b - a, along the shortest way where there are several. On a curved space the chord. */
    default void difference(double[] a, double[] b, double[] d, int from, int to) {
        for (int i = from; i < to; i++) d[i] = b[i] - a[i];
    }

    /** |b - a|^2, with the difference of {@link #difference}; added to {@code sum} term by term. */
    default double squaredDifference(double sum, double[] a, double[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            double d = a[i] - b[i];
            sum += d * d;
        }
        return sum;
    }

    /** The square of the length of the shortest path from a to b. */
    default double squaredDistance(double[] a, double[] b, int from, int to) {
        return squaredDifference(0.0, a, b, from, to);
    }

    /** Moves the tangent vector v at x to y along the shortest path, without changing inner products. */
    default void transport(double[] x, double[] y, double[] v, int from, int to) {}

    /** Free motion for a time t: x and its tangent velocity p follow the geodesic. */
    default void geodesic(double[] x, double[] p, double t, int from, int to) {
        for (int i = from; i < to; i++) x[i] += t * p[i];
    }

    /** Degrees of freedom of a factor of n coordinates. */
    default int degreesOfFreedom(int n) {
        return n - constraints();
    }

    /** Overwrites x with a random point: the uniform law where the space is finite, else a standard normal one. */
    default void randomise(double[] x, RandomGenerator random, int from, int to) {
        for (int i = from; i < to; i++) x[i] = random.nextGaussian();
        retract(x, from, to);
    }

    /** The length over which the energy may be expected to change along coordinate i at x; a step of differences is a small part of it. */
    default double scale(double[] x, int i, int from, int to) {
        return 1.0 + Math.abs(x[i]);
    }
}
