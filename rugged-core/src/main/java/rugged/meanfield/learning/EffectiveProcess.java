package rugged.meanfield.learning;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import rugged.meanfield.narrow.TeacherLabel;
import rugged.num.RandomStream;
import rugged.num.Streams;

/**
 * The dynamical mean field of a {@link StudentSteps} on {@link GaussianExamples}, d to infinity, by one causal sweep: K trajectories of one example advance together,
 *
 * <pre>
 * h^k = xi^k - eta sum_{j&lt;k} R(k, j) g^j,   g^k = (s^k/b) l'(h^k, y),   &lt;xi^k xi^j&gt; = C(k, j),  &lt;xi^k h{@code *}&gt; = M(k)
 * C_g = &lt;g g&gt;,   R_g(k, u) = &lt;dg^k/dxi^u&gt;,   R_s(k) = &lt;g^k h{@code *}&gt; - sum_u R_g(k, u) M(u)
 * </pre>
 *
 * <p>and determine C, R and M of the next step ({@link LearningKernels}); nothing is iterated. xi is the field without the example, the sum its own feedback: errors on old and new examples differ by it alone. Responses are those of the linearised process along each trajectory ({@link LinearisedResponses}). Of a mixture h has the mean y snr M, and R_s = snr &lt;g y&gt;. One sweep has the error of its K trajectories, about 1 % of C at K = 10^4 and b = 0.2, correlated between steps: error bars are those of independent sweeps.
 *
 * <p>Cost: K (b S)^3/6 products and additions, 2 K (b S)^2 bytes. Source: Mignacco, Krzakala, Urbani and Zdeborova, NeurIPS 33, 9540 (2020), arXiv:2006.06098, for the equations.
 */
public final class EffectiveProcess {
    /**
     * What one sweep found.
     *
     * @param loss mean loss of an old example at each step
     * @param errors share of old examples with the wrong sign
     * @param correlation C(k, j), j up to k
     * @param response R(k, j), j below k
     * @param overlap M(k)
     */
    public record Sweep(
            double[] loss, double[] errors, double[][] correlation, double[][] response, double[] overlap) {}

    private final GaussianExamples examples;
    private final StudentSteps rule;
    private final int steps;
    private final int trajectories;
    /** Stores of sweeps that have ended, for those to come: as many as sweeps ran side by side. */
    private final Queue<LinearisedResponses> spare = new ConcurrentLinkedQueue<>();

    /** Of a rule on examples, for so many steps, with so many trajectories. */
    public EffectiveProcess(GaussianExamples examples, StudentSteps rule, int steps, int trajectories) {
        this.examples = examples;
        this.rule = rule;
        this.steps = steps;
        this.trajectories = trajectories;
    }

    /** Number of steps, S. */
    public int steps() {
        return steps;
    }

    /** All that a sweep depends on but its seed and its length, in words. */
    public String law() {
        return examples + ", " + rule + ", trajectories " + trajectories;
    }

    /** Bytes that a sweep takes where batches hold such a share of the examples. */
    public static double bytes(double trajectories, double steps, double batch) {
        return LinearisedResponses.bytes(trajectories, steps, batch)
                + 2.0 * Double.BYTES * trajectories * (steps + 2.0);
    }

    /**
     * One sweep.
     *
     * @param seed of its trajectories
     * @throws ArithmeticException when the noise of a step has no covariance
     */
    public Sweep sweep(long seed) {
        return new Sweeping(Streams.of(seed)).run();
    }

    private final class Sweeping {
        private final LearningKernels kernels = new LearningKernels(steps, examples.alpha(), rule);
        private final LinearisedResponses responses;
        private final NoiseOfThePast noise;
        private final Flags flags;
        private final double[] labels = new double[trajectories];
        private final double[][] forces = new double[steps + 1][];
        private final double[] h = new double[trajectories];
        private final double[] curvature = new double[trajectories];
        private final double[] loss = new double[steps + 1];
        private final double[] errors = new double[steps + 1];

        Sweeping(Streams streams) {
            LinearisedResponses left = spare.poll();
            responses = left == null ? LinearisedResponses.of(trajectories, steps, rule.batch()) : left;
            responses.begin();
            noise = new NoiseOfThePast(trajectories, steps, streams.stream("noise", 0));
            flags = new Flags(rule, trajectories, streams.stream("flags", 0));
            RandomStream random = streams.stream("labels", 0);
            double[] hidden = noise.hidden();
            for (int i = 0; i < labels.length; i++)
                labels[i] = examples.labels().of(hidden[i], examples.spread(), random.nextGaussian());
        }

        Sweep run() {
            double[] ofForces = new double[steps + 1];
            double[] ofResponses = new double[steps + 1];
            for (int k = 0; ; k++) {
                fields(k);
                force(k);
                if (k == steps) break;
                responses.advance(k, rule.eta(), kernels.r[k], curvature, ofResponses);
                for (int j = 0; j <= k; j++) ofForces[j] = mean(forces[k], forces[j]);
                kernels.advance(k, kept(k), ofForces, ofResponses, teacher(k, ofResponses));
            }
            spare.add(responses);
            return new Sweep(loss, errors, kernels.c, kernels.r, kernels.m);
        }

        /** What a step leaves of w: less its decay, more what the projection on the tangent space takes off the gradient, w.grad/d = alpha &lt;g h&gt;. */
        private double kept(int k) {
            double decayed = 1.0 - rule.eta() * rule.decay();
            return rule.projected() ? decayed + rule.eta() * examples.alpha() * mean(forces[k], h) : decayed;
        }

        private void fields(int k) {
            boolean mixture = examples.labels() == TeacherLabel.MIXTURE;
            noise.step(k, mixture ? 0.0 : kernels.m[k], kernels.c[k], h);
            if (mixture) {
                double shift = examples.spread() * kernels.m[k];
                for (int i = 0; i < h.length; i++) h[i] += labels[i] * shift;
            }
            for (int j = 0; j < k; j++) {
                double memory = rule.eta() * kernels.r[k][j];
                double[] g = forces[j];
                for (int i = 0; i < h.length; i++) h[i] -= memory * g[i];
            }
        }

        private void force(int k) {
            boolean[] on = flags.next();
            double[] g = new double[trajectories];
            SmoothLoss of = rule.loss();
            double sum = 0.0;
            int wrong = 0;
            for (int i = 0; i < g.length; i++) {
                double y = labels[i];
                double share = on[i] ? 1.0 / rule.batch() : 0.0;
                g[i] = share * of.slope(h[i], y);
                curvature[i] = share * of.curvature(h[i], y);
                sum += of.value(h[i], y);
                if (y * h[i] < 0.0) wrong++;
            }
            forces[k] = g;
            loss[k] = sum / g.length;
            errors[k] = (double) wrong / g.length;
        }

        /** R_s(k); there is no teacher where labels are random. */
        private double teacher(int k, double[] ofResponses) {
            return switch (examples.labels()) {
                case RANDOM -> 0.0;
                case MIXTURE -> examples.spread() * mean(forces[k], labels);
                case LINEAR, SIGN, ABS -> {
                    double sum = mean(forces[k], noise.hidden());
                    for (int u = 0; u <= k; u++) sum -= ofResponses[u] * kernels.m[u];
                    yield sum;
                }
            };
        }
    }

    private static double mean(double[] a, double[] b) {
        double one = 0.0;
        double two = 0.0;
        int i = 0;
        for (; i + 2 <= a.length; i += 2) {
            one += a[i] * b[i];
            two += a[i + 1] * b[i + 1];
        }
        if (i < a.length) one += a[i] * b[i];
        return (one + two) / a.length;
    }

    /** Which trajectories are in the batch. */
    private static final class Flags {
        private final StudentSteps rule;
        private final RandomStream random;
        private final boolean[] on;
        private boolean begun;

        Flags(StudentSteps rule, int trajectories, RandomStream random) {
            this.rule = rule;
            this.random = random;
            on = new boolean[trajectories];
        }

        boolean[] next() {
            double tau = rule.persistence();
            if (!begun || tau == 0.0) {
                for (int i = 0; i < on.length; i++) on[i] = rule.batch() == 1.0 || random.nextDouble() < rule.batch();
                begun = true;
                return on;
            }
            double enter = rule.eta() / tau;
            double leave = (1.0 - rule.batch()) * rule.eta() / (rule.batch() * tau);
            for (int i = 0; i < on.length; i++) {
                double u = random.nextDouble();
                on[i] = on[i] ? u >= leave : u < enter;
            }
            return on;
        }
    }
}
