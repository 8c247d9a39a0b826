package rugged.compose;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import rugged.api.mixing.LinearMixing;
import rugged.api.mixing.SequenceMixing;
import rugged.api.model.Inference;

/** How much a state of a mixing leaves open of its unknowns; infinite for a graph, which has no variances. */
public final class Variances {
    private Variances() {}

    /** The mean over unknowns. Allocates nothing. */
    public static double mean(Inference model, double[] x) {
        return switch (model) {
            case LinearMixing mixing -> mean(x, mixing.unknowns(), mixing.unknowns(), 1);
            case SequenceMixing mixing ->
                mean(x, mixing.units() * mixing.weights(), mixing.units(), mixing.units() + 1);
            default -> Double.POSITIVE_INFINITY;
        };
    }

    private static double mean(double[] x, int from, int count, int step) {
        double sum = 0.0;
        for (int i = 0; i < count; i++) sum += x[from + i * step];
        return sum / count;
    }

    /** The least variance, or the least eigenvalue of the covariance of several units. */
    public static double least(Inference model, double[] x) {
        return switch (model) {
            case LinearMixing mixing -> {
                double least = Double.POSITIVE_INFINITY;
                for (int i = 0; i < mixing.unknowns(); i++) least = Math.min(least, x[mixing.unknowns() + i]);
                yield least;
            }
            case SequenceMixing mixing -> {
                int r = mixing.units();
                double[][] v = new double[r][r];
                for (int a = 0; a < r; a++)
                    for (int c = 0; c < r; c++) v[a][c] = x[r * mixing.weights() + Math.max(a, c) * r + Math.min(a, c)];
                yield new EigenDecompositionSymmetric(new Array2DRowRealMatrix(v, false)).getEigenvalues()[r - 1];
            }
            default -> Double.POSITIVE_INFINITY;
        };
    }
}
