package rugged.analysis;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.FDistribution;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import rugged.num.Vectors;

/**
 * Whether points (x_a, y_a), in logarithms, lie on a straight line, when their errors are correlated and known from few samples: the squared distance from the line
 * in the metric of the jackknife covariance, T^2 = z.C^{-1}z with z the first m orthonormal polynomials of second and higher degree on the y (curvature first),
 * m = min(points - 2, (n - 1)/2). It is the chi^2 on m degrees of freedom of a generalised least-squares line where the covariance is known; with that of n samples T^2
 * (n - m)/((n - 1) m) follows Fisher's law F(m, n - m) (Hotelling, Ann. Math. Stat. 2, 360 (1931)).
 *
 * @param chiSquare T^2; NaN where it cannot be tested
 * @param freedom m; 0 where it cannot be tested
 * @param probability of a T^2 as large for points on a line; NaN where it cannot be tested
 */
record PowerLaw(double chiSquare, int freedom, double probability) {
    private static final PowerLaw UNTESTED = new PowerLaw(Double.NaN, 0, Double.NaN);

    private static final double NO_LINE = 1e-3;
    private static final double BENT = 0.1;

    /** What is left of a line by rounding, relative to the y. */
    private static final double ROUNDING = 1e-10;

    /**
     * Whether there is no power law: a line is none where its points say so at a probability below 0.001, and local slopes differ by more than 0.1.
     *
     * @param local slopes between neighbours
     */
    boolean excluded(double[] local) {
        if (!(probability < NO_LINE)) return false;
        return Arrays.stream(local).max().orElse(0.0)
                        - Arrays.stream(local).min().orElse(0.0)
                > BENT;
    }

    /**
     * The test.
     *
     * @param x abscissae
     * @param y ordinates
     * @param without the ordinates without each of n samples
     */
    static PowerLaw test(double[] x, double[] y, double[][] without) {
        int n = without.length;
        int m = Math.min(x.length - 2, (n - 1) / 2);
        if (m < 1) return UNTESTED;
        double[][] contrasts = contrasts(x, m);
        double[] z = new double[m];
        double largest = 0.0;
        for (int i = 0; i < m; i++) {
            for (int a = 0; a < x.length; a++) z[i] += contrasts[i][a] * y[a];
            largest = Math.max(largest, Math.abs(z[i]));
        }
        double size = 0.0;
        for (double value : y) size = Math.max(size, Math.abs(value));
        if (largest <= ROUNDING * (1.0 + size)) return new PowerLaw(0.0, m, 1.0);
        double[][] each = new double[n][m];
        for (int k = 0; k < n; k++)
            for (int i = 0; i < m; i++)
                for (int a = 0; a < x.length; a++) each[k][i] += contrasts[i][a] * without[k][a];
        double[][] covariance = new double[m][m];
        for (int i = 0; i < m; i++) for (int j = 0; j < m; j++) covariance[i][j] = Resampling.covariance(each, i, j);
        double square = distance(covariance, z);
        if (Double.isInfinite(square)) return new PowerLaw(square, m, 0.0);
        double fisher = square * (n - m) / ((n - 1.0) * m);
        return new PowerLaw(square, m, 1.0 - new FDistribution(m, n - m).cumulativeProbability(fisher));
    }

    private static double distance(double[][] covariance, double[] z) {
        try {
            RealMatrix matrix = MatrixUtils.createRealMatrix(covariance);
            RealVector vector = MatrixUtils.createRealVector(z);
            double scale = matrix.getTrace();
            if (!(scale > 0.0)) return Double.POSITIVE_INFINITY;
            return new CholeskyDecomposition(matrix, 1e-9 * scale, 1e-14 * scale)
                    .getSolver()
                    .solve(vector)
                    .dotProduct(vector);
        } catch (MathRuntimeException flat) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** Orthonormal on the x, of degree 2 and higher, by Gram and Schmidt on powers of the centred x. */
    private static double[][] contrasts(double[] x, int m) {
        int points = x.length;
        double centre = 0.0;
        for (double value : x) centre += value / points;
        double width = 0.0;
        for (double value : x) width = Math.max(width, Math.abs(value - centre));
        double[][] basis = new double[m + 2][points];
        for (int degree = 0; degree < m + 2; degree++) {
            for (int a = 0; a < points; a++) basis[degree][a] = Math.pow((x[a] - centre) / width, degree);
            for (int pass = 0; pass < 2; pass++) {
                for (int before = 0; before < degree; before++) {
                    double overlap = Vectors.dot(basis[degree], basis[before]);
                    for (int a = 0; a < points; a++) basis[degree][a] -= overlap * basis[before][a];
                }
            }
            double length = Math.sqrt(Vectors.dot(basis[degree], basis[degree]));
            for (int a = 0; a < points; a++) basis[degree][a] /= length;
        }
        double[][] contrasts = new double[m][];
        System.arraycopy(basis, 2, contrasts, 0, m);
        return contrasts;
    }
}
