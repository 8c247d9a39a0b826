package rugged.num;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * A fixed point x = g(x) from the last few pairs of x and g(x): the combination of them, with coefficients that add up to 1, whose residual g - x is least (Anderson, J. ACM 12, 547 (1965)). Where the plain
 * iteration closes in by a power law, as at marginal stability, it takes tens of iterations for thousands.
 */
public final class FixedPointMixing {
    private static final double REGULAR = 1e-12;

    private final double[][] xs;
    private final double[][] residuals;
    private int known;

    /**
     * @param length of x
     * @param depth how many pairs are kept
     */
    public FixedPointMixing(int length, int depth) {
        xs = new double[depth][length];
        residuals = new double[depth][length];
    }

    /** Takes g at x, and overwrites x with where to look next. Returns the largest component of g - x. */
    public double next(double[] x, double[] g) {
        int depth = xs.length;
        int at = known % depth;
        double largest = 0;
        for (int k = 0; k < x.length; k++) {
            xs[at][k] = x[k];
            residuals[at][k] = g[k] - x[k];
            largest = Math.max(largest, Math.abs(residuals[at][k]));
        }
        known++;
        double[] weights = weights(Math.min(known, depth));
        java.util.Arrays.fill(x, 0);
        for (int a = 0; a < weights.length; a++)
            for (int k = 0; k < x.length; k++) x[k] += weights[a] * (xs[a][k] + residuals[a][k]);
        return largest;
    }

    /** Minimises |sum_a w_a r_a|^2 with sum_a w_a = 1: w is proportional to the solution of R w = 1, R_ab = r_a.r_b. */
    private double[] weights(int count) {
        DMatrixRMaj products = new DMatrixRMaj(count, count);
        double trace = 0;
        for (int a = 0; a < count; a++) {
            for (int b = 0; b < count; b++) {
                double sum = 0;
                for (int k = 0; k < residuals[a].length; k++) sum += residuals[a][k] * residuals[b][k];
                products.set(a, b, sum);
            }
            trace += products.get(a, a);
        }
        double[] weights = new double[count];
        weights[(known - 1) % xs.length] = 1;
        if (!(trace > 0)) return weights;
        for (int a = 0; a < count; a++) products.add(a, a, REGULAR * trace);
        DMatrixRMaj ones = new DMatrixRMaj(count, 1);
        ones.fill(1);
        DMatrixRMaj solution = new DMatrixRMaj(count, 1);
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.lu(count);
        if (!solver.setA(products)) return weights;
        solver.solve(ones, solution);
        double sum = 0;
        for (int a = 0; a < count; a++) sum += solution.get(a);
        if (!(Math.abs(sum) > 0) || !Double.isFinite(sum)) return weights;
        for (int a = 0; a < count; a++) weights[a] = solution.get(a) / sum;
        return weights;
    }
}
