package rugged.observable.curvature;

import rugged.num.RandomStream;
import rugged.num.spectral.DenseSpectrum;
import rugged.num.spectral.Extremes;
import rugged.num.spectral.Krylov;

/**
 * Both ends of a spectrum, and what takes all eigenvalues to know, which is NaN where there are too many.
 *
 * @param smallest smallest eigenvalue
 * @param largest largest eigenvalue
 * @param residual the larger of their residuals: there is an eigenvalue within this distance of each
 * @param index number of negative eigenvalues
 * @param nearZero fraction of those below 1/1000 of the largest in absolute value
 */
record Edges(double smallest, double largest, double residual, double index, double nearZero) {
    /** Degrees of freedom up to which all eigenvalues are computed. */
    static final int DENSE = 400;

    /** Relative to the largest: what rounding makes of zero, and what counts as flat. */
    private static final double ROUNDING = 1e-8;

    private static final double FLAT = 1e-3;

    private static final Edges NOTHING = new Edges(Double.NaN, Double.NaN, Double.NaN, 0.0, Double.NaN);

    /** What so many steps of Lanczos cost in gradients: two for a product, and the orthogonalisation, m^2 N multiply-adds. */
    static double evaluations(double n, double steps, double operations) {
        return 2.0 * steps + steps * steps * n / Math.max(1.0, operations);
    }

    /** Bytes of the basis that so many steps of Lanczos keep, with what they need beside it. */
    static double basis(double n, double steps) {
        return 8.0 * n * (steps + 8.0) + 16.0 * steps * steps;
    }

    /** By at most so many products from a random vector, and by the dense route up to {@link #DENSE}. */
    static Edges of(StateOperator operator, int steps, RandomStream random) {
        if (operator.freedom() == 0) return NOTHING;
        double[] start = new double[operator.dimension()];
        random.normals(start);
        Krylov space = new Krylov(operator, start).grow(steps);
        Krylov.Ritz ritz = space.ritz();
        int last = ritz.values().length - 1;
        double residual = Math.max(residual(operator, space, ritz, 0), residual(operator, space, ritz, last));
        double index = Double.NaN;
        double nearZero = Double.NaN;
        if (operator.freedom() <= DENSE) {
            double[] values = DenseSpectrum.of(operator, false).values();
            double top = values[values.length - 1];
            double size = Math.max(Math.abs(values[0]), Math.abs(top));
            index = 0.0;
            nearZero = 0.0;
            for (double value : values) {
                if (value < -ROUNDING * size) index++;
                if (Math.abs(value) < FLAT * top) nearZero += 1.0 / values.length;
            }
        }
        return new Edges(ritz.values()[0], ritz.values()[last], residual, index, nearZero);
    }

    private static double residual(StateOperator operator, Krylov space, Krylov.Ritz ritz, int k) {
        return Extremes.residual(operator, ritz.values()[k], space.vector(ritz.components()[k]));
    }
}
