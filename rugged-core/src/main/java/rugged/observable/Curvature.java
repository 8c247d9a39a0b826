package rugged.observable;

import rugged.api.Landscape;
import rugged.num.Lanczos;
import rugged.num.RandomStream;

/**
 * The Hessian in the tangent space at a point: P H P on flat space, P (H - (x.g/|x|^2)) P on the sphere, whose own curvature the second term is. Products
 * only; the dense route makes it from N of them.
 */
final class Curvature implements Lanczos.Product {
    /** Degrees of freedom up to which all eigenvalues are computed. */
    private static final int DENSE = 400;

    /** Relative to the largest: what rounding makes of zero, and what counts as flat. */
    private static final double ROUNDING = 1e-8;

    private static final double FLAT = 1e-3;

    /**
     * What takes all eigenvalues to know; NaN where there are too many.
     *
     * @param index number of negative ones
     * @param nearZero fraction of flat ones
     */
    record Count(double index, double nearZero) {}

    private final Landscape landscape;
    private final double[] x;
    private final double[] g;
    private final double[] tangent;
    private double shift;

    Curvature(Landscape landscape) {
        this.landscape = landscape;
        x = new double[landscape.dimension()];
        g = new double[x.length];
        tangent = new double[x.length];
    }

    /** Moves to the point; copied. */
    Curvature at(double[] point) {
        System.arraycopy(point, 0, x, 0, x.length);
        shift = 0.0;
        if (freedom() < x.length) {
            landscape.energyAndGradient(x, g);
            shift = -Overlaps.overlap(x, g) / Overlaps.overlap(x, x);
        }
        return this;
    }

    /** M, the degrees of freedom. */
    int freedom() {
        return landscape.manifold().degreesOfFreedom(x.length);
    }

    @Override
    public void times(double[] v, double[] hv) {
        System.arraycopy(v, 0, tangent, 0, v.length);
        landscape.manifold().tangent(x, tangent);
        landscape.hessianVector(x, tangent, hv);
        for (int i = 0; i < hv.length; i++) hv[i] += shift * tangent[i];
        landscape.manifold().tangent(x, hv);
    }

    /** Extreme eigenvalues by at most so many products, from a random vector. */
    Lanczos.Spectrum edges(int steps, RandomStream random) {
        double[] start = new double[x.length];
        random.normals(start);
        landscape.manifold().tangent(x, start);
        return Lanczos.spectrum(this, start, Math.min(steps, freedom()));
    }

    /** All M eigenvalues in increasing order: N products and N^3 operations. */
    double[] all() {
        int n = x.length;
        double[][] h = new double[n][n];
        double[] unit = new double[n];
        double bound = 0.0;
        for (int i = 0; i < n; i++) {
            unit[i] = 1.0;
            times(unit, h[i]);
            unit[i] = 0.0;
            double row = 0.0;
            for (double entry : h[i]) row += Math.abs(entry);
            bound = Math.max(bound, row);
        }
        if (freedom() < n) liftNormal(h, 2.0 * bound + 1.0);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) h[i][j] = h[j][i] = 0.5 * (h[i][j] + h[j][i]);
        }
        return java.util.Arrays.copyOf(Lanczos.dense(h), freedom());
    }

    /** Counts them, by the dense route. */
    Count count() {
        if (freedom() > DENSE) return new Count(Double.NaN, Double.NaN);
        double[] values = all();
        double largest = Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1]));
        int negative = 0;
        int flat = 0;
        for (double value : values) {
            if (value < -ROUNDING * largest) negative++;
            if (Math.abs(value) < FLAT * values[values.length - 1]) flat++;
        }
        return new Count(negative, (double) flat / values.length);
    }

    /** Gives the normal direction an eigenvalue above all others, so that it can be told apart and left out. */
    private void liftNormal(double[][] h, double height) {
        double factor = height / (x.length * Overlaps.overlap(x, x));
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) h[i][j] += factor * x[i] * x[j];
        }
    }
}
