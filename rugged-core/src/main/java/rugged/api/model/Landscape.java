package rugged.api.model;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import rugged.geometry.Manifold;
import rugged.geometry.Symmetry;

/**
 * A differentiable energy E(x) on R^N or on a {@link Manifold}. Arrays belong to the caller; calls allocate nothing in implementations whose cost
 * matters. One method suffices to begin with: derivatives fall back on differences of {@link #energy}.
 */
public interface Landscape extends VectorField {
    /** E(x). x[N] is not modified. */
    double energy(double[] x);

    /** Overwrites g[N] with dE/dx (the gradient of R^N, not projected on the manifold) and returns E(x). x is not modified. */
    default double energyAndGradient(double[] x, double[] g) {
        return Differences.gradient(this::energy, manifold(), x, g);
    }

    /** Downhill: -dE/dx; NaN where the energy is not a number. */
    @Override
    default void velocity(double[] x, double[] v, RandomGenerator random) {
        if (Double.isNaN(energyAndGradient(x, v))) Arrays.fill(v, Double.NaN);
        for (int i = 0; i < v.length; i++) v[i] = -v[i];
    }

    /** Overwrites hv[N] with the product of the Hessian of R^N at x with v. x and v are not modified; hv is neither of them. */
    default void hessianVector(double[] x, double[] v, double[] hv) {
        Differences.hessianVector(this::energyAndGradient, x, v, hv);
    }

    /**
     * Overwrites h[N N], row by row, with the Hessian of R^N at x, symmetric to the last bit: N products, unless a model does better.
     *
     * @param scratch two vectors [2][N], overwritten
     */
    default void hessian(double[] x, double[] h, double[][] scratch) {
        double[] unit = scratch[0];
        double[] row = scratch[1];
        int n = x.length;
        Arrays.fill(unit, 0.0);
        for (int i = 0; i < n; i++) {
            unit[i] = 1.0;
            hessianVector(x, unit, row);
            unit[i] = 0.0;
            System.arraycopy(row, 0, h, i * n, n);
        }
        for (int i = 0; i < n; i++)
            for (int j = 0; j < i; j++) h[i * n + j] = h[j * n + i] = 0.5 * (h[i * n + j] + h[j * n + i]);
    }

    /**
     * Directions [k][N] at x along which a symmetry keeps the energy as it is: the Hessian of a stationary point has an eigenvalue 0 for each that is independent of the
     * others. They need be neither orthogonal nor normalised; what the manifold forbids is not among them. Spectra leave them out.
     */
    default double[][] zeroModes(double[] x) {
        return new double[0][];
    }

    /** What counts as the same state: by default nothing but itself. Has scratch of its own. */
    default Symmetry symmetry() {
        return Symmetry.NONE;
    }

    /** The inertia of a coordinate in vibrations: 1, unless it is an angle or a mass is another. */
    default double inertia(int coordinate) {
        return 1.0;
    }

    /** How many successive coordinates are those of one body: d of a point particle, 1 where nothing is a body. */
    default int coordinatesOfBody() {
        return 1;
    }

    /**
     * The rounding error of energies and gradients, relative to their size before anything cancels: of order 1e-14 in double precision, 1e-6 where sums are
     * taken in single precision. Steppers do not mistake it for physics, block and single evaluations agree within it.
     */
    default double rounding() {
        return 1e-14;
    }

    /**
     * Energies es[R] and gradients gs[R][N] of R states xs[R][N], in one pass over the disorder where the model can. Each replica's result does not
     * depend on the others beside it beyond the stated rounding of the model.
     */
    default void energiesAndGradients(double[][] xs, double[] es, double[][] gs) {
        for (int r = 0; r < xs.length; r++) es[r] = energyAndGradient(xs[r], gs[r]);
    }

    @Override
    default void energies(double[][] xs, double[] es) {
        for (int r = 0; r < xs.length; r++) es[r] = energy(xs[r]);
    }

    /** A model without scratch serves all threads itself; one with scratch must override this. */
    @Override
    default Landscape fork() {
        return this;
    }
}
