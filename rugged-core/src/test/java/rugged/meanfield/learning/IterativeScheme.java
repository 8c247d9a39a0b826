package rugged.meanfield.learning;

import java.util.Arrays;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import rugged.num.RandomStream;
import rugged.num.Streams;

/**
 * The equations of {@link EffectiveProcess} solved as the literature does: kernels are guessed, whole trajectories follow, and their averages are the next kernels. Its random numbers are the same in every iteration, so that it converges. Slow and obvious.
 */
final class IterativeScheme {
    private static final int MOST = 60;

    private final GaussianExamples examples;
    private final StudentSteps rule;
    private final int steps;
    private final int trajectories;

    IterativeScheme(GaussianExamples examples, StudentSteps rule, int steps, int trajectories) {
        this.examples = examples;
        this.rule = rule;
        this.steps = steps;
        this.trajectories = trajectories;
    }

    /** Where it ends, and the largest change of C in the last iteration. */
    record End(LearningKernels kernels, double[] loss, double change) {}

    End solve(long seed) {
        Streams streams = Streams.of(seed);
        double[][] z = new double[trajectories][steps + 1];
        double[] hidden = new double[trajectories];
        double[] y = new double[trajectories];
        boolean[][] on = new boolean[trajectories][steps + 1];
        RandomStream random = streams.stream("frozen", 0);
        random.normals(hidden);
        for (int i = 0; i < trajectories; i++) {
            random.normals(z[i]);
            y[i] = examples.labels().of(hidden[i], examples.spread(), random.nextGaussian());
            for (int k = 0; k <= steps; k++) on[i][k] = random.nextDouble() < rule.batch();
        }
        double[][] cg = new double[steps + 1][steps + 1];
        double[][] rg = new double[steps + 1][steps + 1];
        double[] gh = new double[steps + 1];
        double[] loss = new double[steps + 1];
        LearningKernels before = kernels(cg, rg, gh);
        for (int iteration = 0; ; iteration++) {
            for (double[] row : cg) Arrays.fill(row, 0.0);
            for (double[] row : rg) Arrays.fill(row, 0.0);
            Arrays.fill(gh, 0.0);
            Arrays.fill(loss, 0.0);
            double[][] root = root(before);
            for (int i = 0; i < trajectories; i++) {
                double[] xi = new double[steps + 1];
                for (int k = 0; k <= steps; k++) {
                    xi[k] = before.m[k] * hidden[i];
                    for (int j = 0; j <= steps; j++) xi[k] += root[k][j] * z[i][j];
                }
                follow(before, xi, y[i], hidden[i], on[i], cg, rg, gh, loss);
            }
            LearningKernels after = kernels(cg, rg, gh);
            double change = change(before, after);
            if (change < 1e-9 || iteration == MOST) return new End(after, loss, change);
            before = after;
        }
    }

    private void follow(
            LearningKernels at,
            double[] xi,
            double y,
            double hidden,
            boolean[] on,
            double[][] cg,
            double[][] rg,
            double[] gh,
            double[] loss) {
        double[] g = new double[steps + 1];
        double[][] d = new double[steps + 1][steps + 1];
        for (int k = 0; k <= steps; k++) {
            double h = xi[k];
            for (int j = 0; j < k; j++) h -= rule.eta() * at.r[k][j] * g[j];
            double share = on[k] ? 1.0 / rule.batch() : 0.0;
            g[k] = share * rule.loss().slope(h, y);
            double q = share * rule.loss().curvature(h, y);
            d[k][k] = q;
            for (int u = 0; u < k; u++) for (int j = u; j < k; j++) d[k][u] -= rule.eta() * q * at.r[k][j] * d[j][u];
            for (int u = 0; u <= k; u++) {
                cg[k][u] += g[k] * g[u] / trajectories;
                rg[k][u] += d[k][u] / trajectories;
            }
            gh[k] += g[k] * hidden / trajectories;
            loss[k] += rule.loss().value(h, y) / trajectories;
        }
    }

    private LearningKernels kernels(double[][] cg, double[][] rg, double[] gh) {
        LearningKernels kernels = new LearningKernels(steps, examples.alpha(), rule);
        double kept = 1.0 - rule.eta() * rule.decay();
        for (int k = 0; k < steps; k++) {
            double teacher = gh[k];
            for (int u = 0; u <= k; u++) teacher -= rg[k][u] * kernels.m[u];
            kernels.advance(k, kept, cg[k], rg[k], teacher);
        }
        return kernels;
    }

    /** A square root of C - M M^T. */
    private double[][] root(LearningKernels at) {
        RealMatrix c = MatrixUtils.createRealMatrix(steps + 1, steps + 1);
        for (int k = 0; k <= steps; k++)
            for (int j = 0; j <= k; j++) {
                double value = at.c[k][j] - at.m[k] * at.m[j];
                c.setEntry(k, j, value);
                c.setEntry(j, k, value);
            }
        EigenDecompositionSymmetric parts = new EigenDecompositionSymmetric(c);
        double[] values = parts.getEigenvalues().clone();
        for (int a = 0; a < values.length; a++) values[a] = Math.sqrt(Math.max(0.0, values[a]));
        return parts.getV()
                .multiply(MatrixUtils.createRealDiagonalMatrix(values))
                .multiply(parts.getVT())
                .getData();
    }

    private double change(LearningKernels before, LearningKernels after) {
        double most = 0.0;
        for (int k = 0; k <= steps; k++)
            for (int j = 0; j <= k; j++) most = Math.max(most, Math.abs(before.c[k][j] - after.c[k][j]));
        return most;
    }
}
