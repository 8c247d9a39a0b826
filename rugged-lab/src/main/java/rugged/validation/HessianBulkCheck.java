package rugged.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import rugged.api.CheckSpec;
import rugged.api.model.Landscape;
import rugged.api.motion.Stepper;
import rugged.dynamics.Stability;
import rugged.dynamics.flow.GradientFlow;
import rugged.index.Named;
import rugged.num.RunningMean;
import rugged.num.Vectors;

/**
 * The Riemannian Hessian M = P (Hess H + mu) P at the end of a quench, t = 20: assembled from Hessian-vector products, the zero mode along x taken out. For N
 * to infinity its spectrum is a semicircle of variance f''(1) = 3 and radius 2 sqrt(3) = 3.464 about mu; at finite N the edges lie inside.
 */
@Named(
        value = "pspin-hessian",
        title = "Hessian of the spherical 3-spin glass after a quench",
        doc = "Edges of the bulk relative to mu, and variance of the eigenvalues, at the end of a gradient-flow"
                + " quench at N = 96 and 192.",
        source = "J. Kurchan and L. Laloux, J. Phys. A 29, 1929 (1996)",
        year = 1996,
        topics = {"spin glasses", "mean field", "hessian"})
public record HessianBulkCheck() implements CheckSpec {
    private static final double UNTIL = 20;

    /** What independent runs give at one N: means and standard errors. */
    private record Known(
            int n,
            int disorders,
            double lower,
            double lowerError,
            double upper,
            double upperError,
            double variance,
            double varianceError) {}

    private static final List<Known> KNOWN = List.of(
            new Known(96, 24, -3.195, 0.015, 3.391, 0.018, 2.950, 0.012),
            new Known(192, 8, -3.307, 0.010, 3.363, 0.016, 2.960, 0.005));

    @Override
    public List<Group> compares() {
        return List.of(new Group(
                "pspin.hessian",
                "edges of the bulk minus mu, and variance of the eigenvalues, at each N",
                "J for edges, J^2 for variances"));
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Known known : KNOWN) add(rows, known);
        return List.copyOf(rows);
    }

    private static void add(List<Row> rows, Known known) {
        RunningMean lower = new RunningMean();
        RunningMean upper = new RunningMean();
        RunningMean variance = new RunningMean();
        for (long seed = 1; seed <= known.disorders(); seed++) {
            double[] shifted = spectrumAboutMu(known.n(), seed);
            lower.add(shifted[0]);
            upper.add(shifted[shifted.length - 1]);
            variance.add(variance(shifted));
        }
        String at = " after a quench to t = 20, N = " + known.n();
        rows.add(row(
                known,
                "lower",
                "lower edge of the Hessian's bulk minus mu" + at + " (N = infinity: -3.4641)",
                lower,
                known.lower(),
                known.lowerError()));
        rows.add(row(
                known,
                "upper",
                "upper edge of the Hessian's bulk minus mu" + at + " (N = infinity: 3.4641)",
                upper,
                known.upper(),
                known.upperError()));
        rows.add(row(
                known,
                "variance",
                "variance of the Hessian's eigenvalues" + at + " (N = infinity: 3)",
                variance,
                known.variance(),
                known.varianceError()));
    }

    private static Row row(Known known, String what, String text, RunningMean ours, double reference, double error) {
        String id = "pspin.hessian.n" + known.n() + "." + what;
        String source = "independent runs: validation/digits/hessian.py";
        return new Row(id, text, ours.mean(), ours.error(), reference, error, 2.5, true, source);
    }

    /** The eigenvalues of M without the zero mode, minus mu, increasing. */
    private static double[] spectrumAboutMu(int n, long seed) {
        Landscape landscape =
                Trial.threeSpin(n, Double.POSITIVE_INFINITY, 1, seed).build();
        GradientFlow flow = new GradientFlow(GradientFlow.Method.HEUN, 0.1, 1e-6, 1e-12, 1e-8, new Stability(false));
        Stepper stepper = Trial.trajectory(flow, landscape, Trial.randomStart(landscape, seed), seed);
        stepper.advance(UNTIL);
        double[] x = new double[n];
        stepper.state(x);
        double[] g = new double[n];
        landscape.energyAndGradient(x, g);
        double mu = -Vectors.dot(x, g) / n;
        double[] values = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(projected(landscape, x, mu), false))
                .getEigenvalues();
        Arrays.sort(values);
        // the direction of x was moved to the far top
        double[] bulk = Arrays.copyOf(values, n - 1);
        for (int i = 0; i < bulk.length; i++) bulk[i] -= mu;
        return bulk;
    }

    /** P (Hess + mu) P + far x x^T / N, column by column. */
    private static double[][] projected(Landscape landscape, double[] x, double mu) {
        int n = x.length;
        double far = 1000 * (1 + Math.abs(mu));
        double[][] matrix = new double[n][n];
        double[] v = new double[n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) v[i] = (i == j ? 1 : 0) - x[i] * x[j] / n;
            double[] column = matrix[j];
            landscape.hessianVector(x, v, column);
            for (int i = 0; i < n; i++) column[i] += mu * v[i];
            double along = Vectors.dot(x, column) / n;
            for (int i = 0; i < n; i++) column[i] += (far * x[j] / n - along) * x[i];
        }
        // rounding leaves it symmetric to 1e-12 only
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) matrix[i][j] = matrix[j][i] = 0.5 * (matrix[i][j] + matrix[j][i]);
        }
        return matrix;
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(Double.NaN);
    }
}
