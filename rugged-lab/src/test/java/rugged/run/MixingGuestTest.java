package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.mixing.LinearMixing;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.compose.MixingPass;
import rugged.num.DenseLu;
import rugged.num.Packed;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.observable.scalar.Energy;
import rugged.observable.twotime.Displacement;
import rugged.store.FaultyDisk;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.point.Observations;
import rugged.store.point.PointRecord;

/**
 * A guest that the program does not know: regression with Gaussian unknowns and noise, solved by passing means and variances through {@code run}. Beside it the exact posterior by linear algebra,
 * and the error for N to infinity in closed form.
 */
class MixingGuestTest {
    private static final double NOISE = 0.2;
    private static final Quantity ERROR = new Quantity("mse", "E", "", List.of("t"), "mean square error of the means");
    private static final Quantity BELIEVED = new Quantity("var", "c", "", List.of("t"), "mean of the variances");

    @TempDir
    Path directory;

    /** y = F x + noise of variance 0.2, x_i ~ N(0, 1), F_ai ~ N(0, 1/N). */
    record Regression(int n, int m, long seed) implements LandscapeSpec {
        @Override
        public Ridge build() {
            Streams streams = Streams.of(seed);
            double[][] f = new double[m][n];
            for (int a = 0; a < m; a++) {
                streams.stream("rows", a).normals(f[a]);
                for (int i = 0; i < n; i++) f[a][i] /= Math.sqrt(n);
            }
            double[] truth = new double[n];
            streams.stream("truth", 0).normals(truth);
            double[] y = new double[m];
            RandomStream noise = streams.stream("noise", 0);
            for (int a = 0; a < m; a++) {
                y[a] = Math.sqrt(NOISE) * noise.nextGaussian();
                for (int i = 0; i < n; i++) y[a] += f[a][i] * truth[i];
            }
            return new Ridge(f, y, truth);
        }

        @Override
        public Set<Need> provides() {
            return EnumSet.of(Need.MIXING);
        }
    }

    private record Ridge(double[][] f, double[] y, double[] truth) implements LinearMixing {
        @Override
        public int unknowns() {
            return truth.length;
        }

        @Override
        public int outputs() {
            return y.length;
        }

        @Override
        public void mix(double[] x, double[] z) {
            for (int a = 0; a < z.length; a++) {
                z[a] = 0.0;
                for (int i = 0; i < truth.length; i++) z[a] += f[a][i] * x[i];
            }
        }

        @Override
        public void mixTransposed(double[] u, double[] w) {
            for (int i = 0; i < truth.length; i++) {
                w[i] = 0.0;
                for (int a = 0; a < y.length; a++) w[i] += f[a][i] * u[a];
            }
        }

        @Override
        public void mixSquares(double[] v, double[] z) {
            for (int a = 0; a < z.length; a++) {
                z[a] = 0.0;
                for (int i = 0; i < truth.length; i++) z[a] += f[a][i] * f[a][i] * v[i];
            }
        }

        @Override
        public void mixSquaresTransposed(double[] u, double[] w) {
            for (int i = 0; i < truth.length; i++) {
                w[i] = 0.0;
                for (int a = 0; a < y.length; a++) w[i] += f[a][i] * f[a][i] * u[a];
            }
        }

        @Override
        public void channel(double[] omega, double[] v, double[] g, double[] slope) {
            for (int a = 0; a < g.length; a++) {
                slope[a] = 1.0 / (v[a] + NOISE);
                g[a] = (y[a] - omega[a]) * slope[a];
            }
        }

        @Override
        public void prior(double[] r, double[] s, double[] mean, double[] variance) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] = r[i] / (1.0 + s[i]);
                variance[i] = s[i] / (1.0 + s[i]);
            }
        }

        /** -log of the evidence is not asked for here. */
        @Override
        public double freeEnergy(double[] x) {
            return Double.NaN;
        }

        /** The prior alone. */
        @Override
        public void randomise(double[] x, RandomGenerator random) {
            java.util.Arrays.fill(x, 0.0);
            java.util.Arrays.fill(x, truth.length, 2 * truth.length, 1.0);
        }

        @Override
        public Ridge fork() {
            return this;
        }
    }

    /** A sweep a unit of time, until nothing changes by more than the tolerance. */
    record Passing(double tolerance) implements DynamicsSpec {
        @Override
        public Set<Need> needs() {
            return EnumSet.of(Need.MIXING);
        }

        @Override
        public Stepper start(Model model, double[] x, Streams random) {
            return new Sweeps((LinearMixing) model, x.clone(), tolerance);
        }

        @Override
        public String timeUnit() {
            return "sweep";
        }

        @Override
        public double quantum(LandscapeSpec landscape) {
            return 1.0;
        }

        @Override
        public double evaluationsPerUnitTime(LandscapeSpec landscape) {
            return 1.0;
        }
    }

    private static final class Sweeps implements Stepper {
        private final MixingPass pass;
        private final double[] x;
        private final double[] next;
        private final double tolerance;
        private Status status = Status.RUNNING;
        private long steps;

        Sweeps(LinearMixing model, double[] x, double tolerance) {
            this.pass = new MixingPass(model);
            this.x = x;
            this.next = x.clone();
            this.tolerance = tolerance;
        }

        @Override
        public void step() {
            if (!status.running()) return;
            pass.update(x, next);
            double change = 0.0;
            for (int i = 0; i < x.length; i++) change = Math.max(change, Math.abs(next[i] - x[i]));
            System.arraycopy(next, 0, x, 0, x.length);
            steps++;
            if (change < tolerance) status = new Status.Converged("nothing changes", change);
        }

        @Override
        public double time() {
            return steps;
        }

        @Override
        public long steps() {
            return steps;
        }

        @Override
        public long evaluations() {
            return steps;
        }

        @Override
        public Status status() {
            return status;
        }

        @Override
        public void state(double[] into) {
            System.arraycopy(x, 0, into, 0, x.length);
        }

        @Override
        public byte[] save() {
            return new Packed.Writer()
                    .put(x)
                    .put(steps)
                    .put(status.running() ? 1 : 0)
                    .bytes();
        }

        @Override
        public void load(byte[] saved) {
            Packed.Reader in = new Packed.Reader(saved);
            in.read(x);
            steps = in.readLong();
            if (in.readInt() == 0) status = new Status.Converged("nothing changes", Double.NaN);
        }
    }

    /** How well the unknowns are known, and how well that is believed. */
    record Knowledge() implements ObservableSpec {
        @Override
        public List<Quantity> quantities() {
            return List.of(ERROR, BELIEVED);
        }

        @Override
        public Set<Need> needs() {
            return EnumSet.of(Need.MIXING);
        }

        @Override
        public Probe open(Model model, Streams random) {
            Ridge ridge = (Ridge) model;
            int n = ridge.unknowns();
            return (now, out) -> {
                double[] x = now.state(0);
                double error = 0.0;
                double variance = 0.0;
                for (int i = 0; i < n; i++) {
                    error += Math.pow(x[i] - ridge.truth[i], 2) / n;
                    variance += x[n + i] / n;
                }
                out.put(ERROR, 0, error, Double.NaN, now.time());
                out.put(BELIEVED, 0, variance, Double.NaN, now.time());
            };
        }
    }

    /** E = 1/(1 + alpha/(noise + E)), the positive root. */
    private static double limit(double alpha) {
        double b = NOISE + alpha - 1.0;
        return 0.5 * (-b + Math.sqrt(b * b + 4.0 * NOISE));
    }

    @Test
    void meansPassedThroughRunAreThoseOfThePosterior() {
        int n = 400;
        int m = 600;
        Regression spec = new Regression(n, m, 2);
        Work work = Toys.work(
                List.of(Toys.point(spec, new Passing(1e-12), new Toys.OneLeg(100), 1, Map.of(), new Knowledge())));
        RunFolder folder = new RunFolder(directory.resolve("run"), FaultyDisk.sound());
        Execution execution = new Execution(
                1, Duration.ofHours(1), Duration.ofMillis(20), 1e9, Provenance.here("test", "", "scalar"));
        assertThat(new Session(work, folder, execution, Watcher.NONE, Session.Closing.NONE)
                        .run(false)
                        .failures())
                .isEmpty();
        double[] last = new double[2];
        Observations.read(
                folder.point(work.points().getFirst().key()).resolve(PointRecord.OBSERVATIONS),
                Long.MAX_VALUE,
                (quantity, replica, value, error, axes) -> last[quantity.equals("mse") ? 0 : 1] = value);
        double exact = limit(1.5);
        // the believed error is a mean over N, its fluctuations are of order 1/N
        assertThat(last[1]).isCloseTo(exact, within(10.0 * exact / n));
        // the true one is a sum of N squares: 5 standard errors
        assertThat(last[0]).isCloseTo(exact, within(5.0 * exact * Math.sqrt(2.0 / n)));
    }

    /** Where everything is Gaussian a fixed point has omega = F a - v g and noise g = y - F a, so a = F^T (y - F a)/noise: the posterior mean, at every size. */
    @Test
    void aFixedPointHasTheExactPosteriorMean() {
        for (int n : new int[] {1, 20, 200})
            assertThat(Math.sqrt(squared(n, 3))).isLessThan(1e-10);
    }

    private static double squared(int n, long seed) {
        Ridge ridge = new Regression(n, (3 * n + 1) / 2, seed).build();
        double[] x = new double[ridge.dimension()];
        ridge.randomise(x, new java.util.Random(1));
        MixingPass pass = new MixingPass(ridge);
        for (int k = 0; k < 1000; k++) pass.update(x, x);
        double[] matrix = new double[n * n];
        double[] right = new double[n];
        ridge.mixTransposed(ridge.y, right);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) for (double[] row : ridge.f) matrix[i * n + j] += row[i] * row[j];
            matrix[i * n + i] += NOISE;
        }
        DenseLu exact = new DenseLu();
        exact.decompose(matrix, n);
        exact.solve(right);
        double sum = 0.0;
        for (int i = 0; i < n; i++) sum += (x[i] - right[i]) * (x[i] - right[i]) / n;
        return sum;
    }

    @Test
    void aMixingOffersNeitherConfigurationsNorMessages() {
        assertThat(new Regression(4, 4, 1).offers())
                .containsExactly(Need.MIXING, Need.PROJECTIONS, Need.INFERENCE)
                .doesNotContainAnyElementsOf(new Energy().needs())
                .containsAll(new Displacement().needs());
    }
}
