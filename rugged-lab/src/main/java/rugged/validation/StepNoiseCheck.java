package rugged.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import rugged.api.CheckSpec;
import rugged.api.DynamicsSpec;
import rugged.api.motion.Stepper;
import rugged.dynamics.Batching;
import rugged.dynamics.Clock;
import rugged.dynamics.Sampling;
import rugged.dynamics.Stability;
import rugged.dynamics.sampling.Langevin;
import rugged.dynamics.stochastic.MatchedNoise;
import rugged.dynamics.stochastic.MatchedNoise.Covariance;
import rugged.dynamics.stochastic.PersistentSgd;
import rugged.dynamics.stochastic.Sgd;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.RunningMean;
import rugged.num.Streams;

/**
 * The noise of stochastic steps against closed forms, each through the stepper that users run, on patterns with constant curvature. Errors are those of 100
 * block means, each block hundreds of correlation times long.
 */
@Named(
        value = "step-noise",
        title = "Noise of SGD, Langevin, matched noise and persistent SGD",
        doc = "Covariances and stationary variances of stochastic steps on quadratic patterns, against closed forms.",
        source = "Mandt, Hoffman and Blei, J. Mach. Learn. Res. 18, 134 (2017)",
        year = 2017,
        topics = {"optimisers", "noise"})
public record StepNoiseCheck() implements CheckSpec {
    private static final int BLOCKS = 100;
    private static final int STEPS = 2000;
    private static final String DERIVED = "derived: second moments of a linear recursion";

    @Override
    public List<Group> compares() {
        return List.of(
                new Group(
                        "sgd.covariance",
                        "covariance of the noise of a batch over that of single patterns, with and without replacement",
                        "a factor"),
                new Group("sgd.variance", "stationary variance of SGD in one dimension", "square of the coordinate"),
                new Group(
                        "langevin.variance",
                        "stationary variance of Langevin steps in one dimension",
                        "square of the coordinate"),
                new Group(
                        "persistent.correlation",
                        "correlation of a flag of persistent SGD at a lag of ten steps",
                        "without"),
                new Group(
                        "sgd.bath",
                        "variance of SGD in a stiff and in a soft direction when its noise is as a bath's",
                        "square of the coordinate"),
                new Group(
                        "matched",
                        "variance and correlation of matched noise of each kind",
                        "without: over those of the batches"));
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.add(batchFactor(Sampling.WITHOUT, "sgd.covariance.without", 15.0 / 95.0, "(P - B)/(B (P - 1))"));
        rows.add(batchFactor(Sampling.REPLACEMENT, "sgd.covariance.replacement", 0.2, "1/B"));
        rows.add(sgdVariance());
        rows.add(langevinVariance());
        rows.add(persistence());
        rows.addAll(sgdBath());
        rows.addAll(matched());
        return List.copyOf(rows);
    }

    private static Stepper start(DynamicsSpec dynamics, QuadraticPatterns landscape, long seed) {
        return dynamics.start(landscape, new double[landscape.dimension()], Streams.of(seed));
    }

    private static Sgd sgd(double eta, double batch, Sampling sampling) {
        return new Sgd(eta, new Batching(batch, sampling), 0.0, 0.0, Clock.STEPS, new Stability(true));
    }

    /** Block means of f(x_i) along a stationary trajectory. */
    private static RunningMean blocks(Stepper stepper, int n, int i, DoubleUnaryOperator f) {
        double[] x = new double[n];
        for (int step = 0; step < STEPS; step++) stepper.step();
        RunningMean sample = new RunningMean();
        for (int block = 0; block < BLOCKS; block++) {
            double sum = 0.0;
            for (int step = 0; step < STEPS; step++) {
                stepper.step();
                stepper.state(x);
                sum += f.applyAsDouble(x[i]);
            }
            sample.add(sum / STEPS);
        }
        return sample;
    }

    /** Block means of the product of the increments of coordinates i and j over eta^2, less the product of the means. */
    private static RunningMean increments(
            DynamicsSpec dynamics, QuadraticPatterns landscape, double eta, int i, int j) {
        double[] mean = new double[landscape.dimension()];
        landscape.energyAndGradient(new double[landscape.dimension()], mean);
        Stepper stepper = start(dynamics, landscape, 5);
        double[] x = new double[landscape.dimension()];
        double[] before = x.clone();
        RunningMean sample = new RunningMean();
        for (int block = 0; block < BLOCKS; block++) {
            double sum = 0.0;
            for (int step = 0; step < STEPS; step++) {
                stepper.step();
                stepper.state(x);
                sum += ((before[i] - x[i]) / eta - mean[i]) * ((before[j] - x[j]) / eta - mean[j]);
                System.arraycopy(x, 0, before, 0, x.length);
            }
            sample.add(sum / STEPS);
        }
        return sample;
    }

    private static QuadraticPatterns slopes(int patterns, int n) {
        RandomStream random = Streams.of(11).stream("slopes", 0);
        double[][] c = new double[patterns][n];
        for (double[] slope : c)
            for (int i = 0; i < n; i++) slope[i] = random.nextGaussian() + (i > 0 ? 0.6 * slope[0] : 0.0);
        return new QuadraticPatterns(new double[n], c);
    }

    /** C_ij of the slopes. */
    private static double covariance(QuadraticPatterns landscape, int i, int j) {
        double[][] c = landscape.c();
        double first = 0.0;
        double second = 0.0;
        double product = 0.0;
        for (double[] slope : c) {
            first += slope[i] / c.length;
            second += slope[j] / c.length;
            product += slope[i] * slope[j] / c.length;
        }
        return product - first * second;
    }

    private static Row batchFactor(Sampling sampling, String id, double factor, String formula) {
        QuadraticPatterns landscape = slopes(20, 1);
        double c = covariance(landscape, 0, 0);
        RunningMean sample = increments(sgd(0.1, 5, sampling), landscape, 0.1, 0, 0);
        return row(
                id,
                "Cov[g_B]/C for P = 20, B = 5, sampling " + sampling.name().toLowerCase(java.util.Locale.ROOT) + ": "
                        + formula,
                sample,
                1.0 / c,
                factor);
    }

    private static Row row(String id, String text, RunningMean sample, double scale, double reference) {
        return new Row(id, text, scale * sample.mean(), scale * sample.error(), reference, 0.0, 3.0, true, DERIVED);
    }

    private static Row sgdVariance() {
        double c = Math.sqrt(0.3) / 0.7;
        QuadraticPatterns landscape = new QuadraticPatterns(new double[] {0.7}, new double[][] {{c}, {-c}});
        RunningMean sample = blocks(start(sgd(0.5, 1, Sampling.REPLACEMENT), landscape, 3), 1, 0, x -> x * x);
        return row(
                "sgd.variance",
                "stationary variance of SGD, k = 0.7, D = 0.3, eta = 0.5: eta D/(k (2 - eta k))",
                sample,
                1.0,
                0.5 * 0.3 / (0.7 * (2.0 - 0.35)));
    }

    private static Row langevinVariance() {
        QuadraticPatterns landscape = new QuadraticPatterns(new double[] {1.0}, new double[][] {{0.0}});
        RunningMean sample =
                blocks(start(new Langevin(0.1, 0.2, Clock.FLOW, new Stability(true)), landscape, 4), 1, 0, x -> x * x);
        return row(
                "langevin.variance",
                "stationary variance of Langevin steps, k = 1, T = 0.1, eta = 0.2: T/(k (1 - eta k/2))",
                sample,
                1.0,
                0.1 / 0.9);
    }

    /** One pattern of slope -1: its flag is read off the increments. */
    private static Row persistence() {
        double b = 0.3;
        double dt = 0.1;
        QuadraticPatterns landscape = new QuadraticPatterns(new double[1], new double[][] {{1.0}});
        Stepper stepper = start(new PersistentSgd(dt, 2.0, b, Clock.STEPS, new Stability(true)), landscape, 6);
        double[] x = new double[1];
        int lag = 10;
        double[] flags = new double[BLOCKS * STEPS + lag];
        double before = 0.0;
        for (int n = 0; n < flags.length; n++) {
            stepper.step();
            stepper.state(x);
            flags[n] = (x[0] - before) * b / dt;
            before = x[0];
        }
        RunningMean sample = new RunningMean();
        for (int block = 0; block < BLOCKS; block++) {
            double sum = 0.0;
            for (int n = block * STEPS; n < (block + 1) * STEPS; n++) sum += (flags[n] - b) * (flags[n + lag] - b);
            sample.add(sum / STEPS);
        }
        return row(
                "persistent.correlation",
                "correlation of a persistent flag at lag 10, b = 0.3, tau = 2, dt = 0.1: (1 - dt/(b tau))^10",
                sample,
                1.0 / (b * (1 - b)),
                Math.pow(1 - dt / (b * 2.0), lag));
    }

    /** Noise C = c H: the same variance in stiff and in soft directions, up to the discrete step. */
    private static List<Row> sgdBath() {
        double[] h = {0.5, 2.0};
        double c = 0.2;
        double eta = 0.3;
        double[][] centres = new double[4][2];
        for (int i = 0; i < 2; i++) {
            centres[2 * i][i] = Math.sqrt(2.0 * c / h[i]);
            centres[2 * i + 1][i] = -centres[2 * i][i];
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Stepper stepper = start(sgd(eta, 1, Sampling.REPLACEMENT), new QuadraticPatterns(h, centres), 7);
            RunningMean sample = blocks(stepper, 2, i, x -> x * x);
            rows.add(row(
                    "sgd.bath.h" + String.valueOf(h[i]).replace(".0", "").replace('.', '-'),
                    "variance of SGD along curvature " + h[i] + " when C = 0.2 H, eta = 0.3: eta c/2/(1 - eta h/2)",
                    sample,
                    1.0,
                    0.5 * eta * c / (1.0 - 0.5 * eta * h[i])));
        }
        return rows;
    }

    private static List<Row> matched() {
        QuadraticPatterns landscape = slopes(30, 2);
        double trace = covariance(landscape, 0, 0) + covariance(landscape, 1, 1);
        List<Row> rows = new ArrayList<>();
        for (Covariance kind : Covariance.values()) {
            MatchedNoise noise = new MatchedNoise(
                    0.1, new Batching(4, Sampling.REPLACEMENT), kind, 20, Clock.STEPS, new Stability(true));
            String name = kind.name().toLowerCase(java.util.Locale.ROOT);
            double first = kind == Covariance.ISOTROPIC ? trace / 2 : covariance(landscape, 0, 0);
            double cross = kind == Covariance.FULL ? covariance(landscape, 0, 1) : 0.0;
            rows.add(row(
                    "matched." + name + ".variance",
                    "variance of " + name + " matched noise along one direction, over C/B",
                    increments(noise, landscape, 0.1, 0, 0),
                    4.0 / covariance(landscape, 0, 0),
                    first / covariance(landscape, 0, 0)));
            rows.add(row(
                    "matched." + name + ".cross",
                    "correlation of " + name + " matched noise between two directions, over tr C/B",
                    increments(noise, landscape, 0.1, 0, 1),
                    4.0 / trace,
                    cross / trace));
        }
        return rows;
    }
}
