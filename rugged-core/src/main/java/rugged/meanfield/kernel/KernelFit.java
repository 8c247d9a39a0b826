package rugged.meanfield.kernel;

import rugged.num.Cholesky;
import rugged.num.spectral.DenseSpectrum;

/**
 * Regression with a kernel: F(x) = k(x).(K + ridge)^{-1} y, the minimum of sum_a (F(x_a) - y_a)^2 + ridge |F|^2, and what gradient flow of a square loss comes to where features stay as they are. Without a ridge a jitter of 1e-10 tr K/P is added in its
 * place. Cost: P^3 for the eigenvalues, P^3/6 and P^2 a label.
 *
 * @param weights (K + ridge)^{-1} y, [P labels]
 * @param least smallest eigenvalue of K + ridge
 * @param condition ratio of the largest to the smallest
 */
public record KernelFit(double[] weights, double least, double condition) {
    private static final double JITTER = 1e-10;
    private static final double WORST = 1e14;

    /**
     * The fit.
     *
     * @param kernel [P P]
     * @param y labels [P columns]
     * @throws ArithmeticException where the matrix is not positive definite, or its condition beyond 1e14
     */
    public static KernelFit of(double[] kernel, double[] y, int columns, double ridge) {
        int p = y.length / columns;
        double[] a = kernel.clone();
        double trace = 0.0;
        for (int i = 0; i < p; i++) {
            trace += a[i * p + i];
            a[i * p + i] += ridge;
        }
        double[] values = DenseSpectrum.of(p, a.clone(), false).values();
        double least = values[0];
        double condition = values[p - 1] / least;
        if (!(least > 0.0) || condition > WORST)
            throw new ArithmeticException(
                    "the kernel matrix is not positive definite to rounding: its smallest eigenvalue is " + least
                            + " beside a largest of " + values[p - 1] + "; add a ridge");
        if (ridge == 0.0) for (int i = 0; i < p; i++) a[i * p + i] += JITTER * trace / p;
        Cholesky factor = new Cholesky();
        if (!factor.decompose(a, p)) throw new ArithmeticException("the kernel matrix is singular; add a ridge");
        double[] weights = y.clone();
        factor.solve(weights, columns);
        return new KernelFit(weights, least, condition);
    }

    /** F at points, [points columns], from their kernel with the learnt ones [points P]. */
    public double[] outputs(double[] across, int columns) {
        int p = weights.length / columns;
        int points = across.length / p;
        double[] f = new double[points * columns];
        for (int a = 0; a < points; a++)
            for (int b = 0; b < p; b++)
                for (int i = 0; i < columns; i++) f[a * columns + i] += across[a * p + b] * weights[b * columns + i];
        return f;
    }
}
