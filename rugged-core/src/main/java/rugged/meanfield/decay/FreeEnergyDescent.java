package rugged.meanfield.decay;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * Minimises the free energy by Newton steps in coordinates relative to |p| + 0.05, so that students of length 1/gamma are found as well as short ones; along directions of negative curvature it goes downhill by the same amount. Steps are halved until f falls.
 * Converged where a whole step is below 1e-11.
 */
final class FreeEnergyDescent {
    static final double FLOOR = 0.05;
    private static final double DONE = 1e-11;
    private static final double QUADRATIC = 1e-5;
    private static final double FLATTEST = 1e-13;
    private static final double LONGEST = 0.5;
    private static final int MOST = 400;

    private final FreeEnergy f;
    private final double[][] free;
    private final double[] g = new double[FreeEnergy.SIZE];
    private final double[] h = new double[FreeEnergy.SIZE * FreeEnergy.SIZE];

    /**
     * @param alike whether R = S is kept
     */
    FreeEnergyDescent(FreeEnergy f, boolean alike) {
        this.f = f;
        double[] q = {1, 0, 0, 0};
        double[] c = {0, 1, 0, 0};
        double[] r = {0, 0, 1, 0};
        double[] s = {0, 0, 0, 1};
        double[] both = {0, 0, 1, 1};
        if (f.units() == 1) free = f.normalised() ? new double[][] {r} : new double[][] {q, r};
        else if (alike) free = f.normalised() ? new double[][] {c, both} : new double[][] {q, c, both};
        else free = f.normalised() ? new double[][] {c, r, s} : new double[][] {q, c, r, s};
    }

    /** The minimum below a point; empty where none was reached. */
    Optional<StudentState> from(double a, double[] start) {
        double[] p = start.clone();
        double value = f.value(a, p);
        if (!Double.isFinite(value)) return Optional.empty();
        double[] step = new double[p.length];
        for (int round = 0; round < MOST; round++) {
            Model model = model(a, p);
            double size = model.step(step);
            if (size < DONE && model.lowest > 0.0) return Optional.of(stationary(a, p, model.lowest));
            double t = Math.min(1.0, LONGEST / size);
            double[] next = moved(p, step, t);
            double there = f.value(a, next);
            boolean near = size < QUADRATIC && model.lowest > 0.0 && Double.isFinite(there);
            while (!near && !(there < value) && t > 1e-14) {
                t *= 0.5;
                next = moved(p, step, t);
                there = f.value(a, next);
            }
            if (!Double.isFinite(there)) return Optional.empty();
            p = next;
            value = there;
        }
        return Optional.empty();
    }

    private static double[] moved(double[] p, double[] step, double t) {
        double[] next = p.clone();
        for (int i = 0; i < p.length; i++) next[i] += t * step[i];
        return next;
    }

    private StudentState stationary(double a, double[] p, double lowest) {
        double others = f.units() - 1.0;
        f.hessian(a, p, h);
        int row = FreeEnergy.SIZE;
        double splitting = others * others * h[2 * row + 2] - 2.0 * others * h[2 * row + 3] + h[3 * row + 3];
        return new StudentState(a, f.overlaps(p), f.value(a, p), lowest, f.units() == 1 ? Double.NaN : splitting);
    }

    /** f to second order at a point. */
    private Model model(double a, double[] p) {
        f.gradient(a, p, g);
        f.hessian(a, p, h);
        int size = free.length;
        double[][] matrix = new double[size][size];
        double[] slope = new double[size];
        double[] scale = new double[size];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < p.length; k++) {
                if (free[i][k] != 0.0) scale[i] = Math.abs(p[k]) + FLOOR;
                slope[i] += free[i][k] * g[k];
                for (int j = 0; j < size; j++)
                    for (int l = 0; l < p.length; l++) matrix[i][j] += free[i][k] * h[k * p.length + l] * free[j][l];
            }
        }
        for (int i = 0; i < size; i++) {
            slope[i] *= scale[i];
            for (int j = 0; j < size; j++) matrix[i][j] *= scale[i] * scale[j];
        }
        return new Model(matrix, slope, scale);
    }

    private final class Model {
        final double lowest;
        private final EigenDecompositionSymmetric modes;
        private final double[] slope;
        private final double[] scale;

        Model(double[][] matrix, double[] slope, double[] scale) {
            modes = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(matrix, false));
            this.slope = slope;
            this.scale = scale;
            lowest = modes.getEigenvalue(matrix.length - 1);
        }

        /** Overwrites the step in (Q, C, R, S); returns its largest relative component. */
        double step(double[] step) {
            double flat = FLATTEST;
            for (int k = 0; k < slope.length; k++) flat = Math.max(flat, FLATTEST * Math.abs(modes.getEigenvalue(k)));
            double[] y = new double[slope.length];
            for (int k = 0; k < slope.length; k++) {
                double[] v = modes.getEigenvector(k).toArray();
                double along = 0.0;
                for (int i = 0; i < v.length; i++) along += v[i] * slope[i];
                double by = -along / Math.max(flat, Math.abs(modes.getEigenvalue(k)));
                for (int i = 0; i < v.length; i++) y[i] += by * v[i];
            }
            double most = 0.0;
            Arrays.fill(step, 0.0);
            for (int i = 0; i < y.length; i++) {
                most = Math.max(most, Math.abs(y[i]));
                for (int k = 0; k < step.length; k++) step[k] += free[i][k] * scale[i] * y[i];
            }
            return most;
        }
    }
}
