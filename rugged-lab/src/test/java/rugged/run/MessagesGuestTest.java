package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.model.FactorGraph;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.compose.Field;
import rugged.num.Packed;
import rugged.num.Streams;
import rugged.observable.scalar.Energy;
import rugged.observable.twotime.Correlation;
import rugged.observable.twotime.Displacement;
import rugged.store.FaultyDisk;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.point.Observations;
import rugged.store.point.PointRecord;

/**
 * A guest that the program does not know: spins on a tree, two of them at least, of which no configuration is ever made. Messages go along the edges until they stand still; then
 * magnetisations and free energy are those of the sum over all configurations.
 */
class MessagesGuestTest {
    private static final Quantity MAGNETISATION =
            new Quantity("m", "m_{i}", "", List.of("t", "i"), "2 p_i(+1) - 1 of variable i");
    private static final Quantity FREE_ENERGY = new Quantity("F", "F", "", List.of("t"), "free energy of Bethe");

    @TempDir
    Path directory;

    /** Weights exp(sum_edges J s_i s_j + sum_i h_i s_i); spin i > 0 hangs on spin (i - 1)/2. */
    record Spins(int n, double coupling, long seed) implements LandscapeSpec {
        @Override
        public FactorGraph build() {
            double[] fields = new double[n];
            Streams.of(seed).stream("fields", 0).normals(fields);
            double[] couplings = new double[n];
            Streams.of(seed).stream("couplings", 0).normals(couplings);
            for (int i = 1; i < n; i++) couplings[i] *= coupling;
            return new Tree(fields, couplings);
        }

        @Override
        public Set<Need> provides() {
            return EnumSet.of(Need.MESSAGES);
        }
    }

    /** Messages u: from spin i to the one it hangs on in x[2 i - 2], from that one to i in x[2 i - 1], as fields that the receiver feels. */
    private record Tree(double[] h, double[] j) implements FactorGraph {
        private static int above(int i) {
            return (i - 1) / 2;
        }

        @Override
        public int variables() {
            return h.length;
        }

        @Override
        public int values(int variable) {
            return 2;
        }

        @Override
        public int dimension() {
            return 2 * (h.length - 1);
        }

        @Override
        public void randomise(double[] x, RandomGenerator random) {
            for (int k = 0; k < x.length; k++) x[k] = 2.0 * random.nextDouble() - 1.0;
        }

        /** The field on a spin, by all messages to it. */
        private double field(double[] x, int i) {
            double sum = h[i] + (i == 0 ? 0.0 : x[2 * i - 1]);
            for (int below = 2 * i + 1; below <= 2 * i + 2 && below < h.length; below++) sum += x[2 * below - 2];
            return sum;
        }

        private double passed(double coupling, double cavity) {
            return 0.5 * Math.log(Math.cosh(cavity + coupling) / Math.cosh(cavity - coupling));
        }

        @Override
        public void update(double[] x, double[] next) {
            for (int i = 1; i < h.length; i++) {
                next[2 * i - 2] = passed(j[i], field(x, i) - x[2 * i - 1]);
                next[2 * i - 1] = passed(j[i], field(x, above(i)) - x[2 * i - 2]);
            }
        }

        @Override
        public void marginal(double[] x, int variable, double[] p) {
            double up = 1.0 / (1.0 + Math.exp(-2.0 * field(x, variable)));
            p[0] = 1.0 - up;
            p[1] = up;
        }

        /** F = -sum_edges log sum_ss' exp(J s s' + c s + c' s') + sum_i (d_i - 1) log(2 cosh f_i): cavity fields c, whole fields f, degrees d. */
        @Override
        public double freeEnergy(double[] x) {
            double sum = 0.0;
            for (int i = 0; i < h.length; i++) {
                int degree = i == 0 ? 0 : 1;
                for (int below = 2 * i + 1; below <= 2 * i + 2 && below < h.length; below++) degree++;
                sum += (degree - 1) * Math.log(2.0 * Math.cosh(field(x, i)));
            }
            for (int i = 1; i < h.length; i++) {
                double below = field(x, i) - x[2 * i - 1];
                double over = field(x, above(i)) - x[2 * i - 2];
                sum -= Math.log(2.0 * Math.exp(j[i]) * Math.cosh(below + over)
                        + 2.0 * Math.exp(-j[i]) * Math.cosh(below - over));
            }
            return sum;
        }

        @Override
        public Tree fork() {
            return this;
        }
    }

    /** Parallel updates until no message changes by more than the tolerance. */
    record Passing(double tolerance) implements DynamicsSpec {
        @Override
        public Set<Need> needs() {
            return EnumSet.of(Need.MESSAGES);
        }

        @Override
        public Stepper start(Model model, double[] x, Streams random) {
            return new Messenger((FactorGraph) model, x.clone(), tolerance);
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

    private static final class Messenger implements Stepper {
        private final FactorGraph graph;
        private final double tolerance;
        private double[] x;
        private double[] next;
        private long steps;
        private Status status = Status.RUNNING;

        Messenger(FactorGraph graph, double[] x, double tolerance) {
            this.graph = graph;
            this.x = x;
            this.next = new double[x.length];
            this.tolerance = tolerance;
        }

        @Override
        public void step() {
            if (!status.running()) return;
            graph.update(x, next);
            double change = Math.sqrt(graph.squaredDifference(x, next));
            double[] before = x;
            x = next;
            next = before;
            steps++;
            if (change <= tolerance) status = new Status.Converged("messages stand still", change);
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
            double still = status instanceof Status.Converged(String words, double value) ? value : Double.NaN;
            return new Packed.Writer().put(steps).put(x).put(still).bytes();
        }

        @Override
        public void load(byte[] saved) {
            Packed.Reader in = new Packed.Reader(saved);
            steps = in.readLong();
            in.read(x);
            double still = in.readDouble();
            if (!Double.isNaN(still)) status = new Status.Converged("messages stand still", still);
        }
    }

    /** What one asks of messages. */
    record Marginals() implements ObservableSpec {
        @Override
        public List<Quantity> quantities() {
            return List.of(MAGNETISATION, FREE_ENERGY);
        }

        @Override
        public Set<Need> needs() {
            return EnumSet.of(Need.MESSAGES);
        }

        @Override
        public Probe open(Model model, Streams random) {
            FactorGraph graph = (FactorGraph) model;
            double[] p = new double[2];
            return (now, out) -> {
                for (int r = 0; r < now.replicas(); r++) {
                    for (int i = 0; i < graph.variables(); i++) {
                        graph.marginal(now.state(r), i, p);
                        out.put(MAGNETISATION, r, p[1] - p[0], Double.NaN, now.time(), i);
                    }
                    out.put(FREE_ENERGY, r, graph.freeEnergy(now.state(r)), Double.NaN, now.time());
                }
            };
        }
    }

    private static Session session(Work work, RunFolder folder, Duration checkpoints) {
        Execution execution =
                new Execution(1, checkpoints, Duration.ofMillis(20), 1e9, Provenance.here("test", "", "scalar"));
        AtomicLong looks = new AtomicLong();
        return new Session(
                work, folder, execution, Watcher.NONE, Session.Closing.NONE, () -> 1000 * looks.incrementAndGet());
    }

    private static Work work(int n, double coupling) {
        return Toys.work(List.of(Toys.point(
                new Spins(n, coupling, 3), new Passing(1e-13), new Toys.OneLeg(100), 1, Map.of(), new Marginals())));
    }

    /** The sum over all configurations: magnetisations, and -log Z in the last place. */
    private static double[] enumerated(Tree tree) {
        int n = tree.variables();
        double[] sums = new double[n];
        double z = 0.0;
        for (int c = 0; c < 1 << n; c++) {
            double exponent = 0.0;
            for (int i = 0; i < n; i++) {
                exponent += tree.h[i] * spin(c, i);
                if (i > 0) exponent += tree.j[i] * spin(c, i) * spin(c, Tree.above(i));
            }
            double weight = Math.exp(exponent);
            z += weight;
            for (int i = 0; i < n; i++) sums[i] += spin(c, i) * weight;
        }
        double[] all = Arrays.copyOf(sums, n + 1);
        for (int i = 0; i < n; i++) all[i] /= z;
        all[n] = -Math.log(z);
        return all;
    }

    private static int spin(int configuration, int i) {
        return (configuration >> i & 1) == 1 ? 1 : -1;
    }

    @ParameterizedTest
    @CsvSource({"2, 0.7", "2, 0", "2, 3", "9, 0.7", "9, 2"})
    void messagesOnATreeGiveTheSumOverConfigurations(int n, double coupling) throws Exception {
        Work work = work(n, coupling);
        RunFolder folder = new RunFolder(directory.resolve("run"), FaultyDisk.sound());
        assertThat(session(work, folder, Duration.ofHours(1)).run(false).failures())
                .isEmpty();
        double[] exact = enumerated((Tree) new Spins(n, coupling, 3).build());
        Map<String, Double> last = new HashMap<>();
        Observations.read(
                folder.point(work.points().getFirst().key()).resolve(PointRecord.OBSERVATIONS),
                Long.MAX_VALUE,
                (quantity, replica, value, error, axes) ->
                        last.put(quantity + " " + replica + (axes.length == 2 ? " " + (int) axes[1] : ""), value));
        for (int r = 0; r < 3; r++) {
            for (int i = 0; i < n; i++) assertThat(last.get("m " + r + " " + i)).isCloseTo(exact[i], within(1e-12));
            assertThat(last.get("F " + r)).isCloseTo(exact[n], within(1e-12 * Math.max(1.0, Math.abs(exact[n]))));
        }
    }

    /** A fixed point is a stationary point of Bethe's free energy: an error of size eps in the messages costs eps^2. */
    @Test
    void theFreeEnergyIsStationaryAtAFixedPoint() {
        Tree tree = (Tree) new Spins(9, 0.7, 3).build();
        double[] x = new double[tree.dimension()];
        double[] next = x.clone();
        for (int k = 0; k < 40; k++) {
            tree.update(x, next);
            System.arraycopy(next, 0, x, 0, x.length);
        }
        Random random = new Random(2);
        double[] direction = random.doubles(x.length, -1.0, 1.0).toArray();
        double[] change = new double[2];
        for (int k = 0; k < 2; k++) {
            double[] y = x.clone();
            for (int i = 0; i < y.length; i++) y[i] += (k == 0 ? 1e-3 : 1e-4) * direction[i];
            change[k] = Math.abs(tree.freeEnergy(y) - tree.freeEnergy(x));
        }
        assertThat(change[0]).isGreaterThan(1e-9);
        assertThat(change[0] / change[1]).isCloseTo(100.0, within(5.0));
    }

    @Test
    void aKilledRunComesToTheSameBytes() throws Exception {
        Work work = work(9, 2.0);
        RunFolder whole = new RunFolder(directory.resolve("whole"), FaultyDisk.sound());
        session(work, whole, Duration.ofHours(1)).run(false);
        Random random = new Random(4);
        int deaths = 0;
        while (true) {
            RunFolder folder = new RunFolder(
                    directory.resolve("killed"),
                    FaultyDisk.dyingAt(4 + random.nextInt(25 + 5 * deaths), random.nextLong()));
            try {
                session(work, folder, Duration.ofNanos(1)).run(false);
                break;
            } catch (FaultyDisk.Killed killed) {
                deaths++;
            }
        }
        assertThat(deaths).isPositive();
        assertThat(Footprint.of(directory.resolve("killed"))).isEqualTo(Footprint.of(directory.resolve("whole")));
    }

    @Test
    void whatNeedsAConfigurationIsNotOffered() {
        Set<Need> offers = new Spins(2, 1.0, 1).offers();
        assertThat(offers).containsExactly(Need.MESSAGES, Need.INFERENCE);
        assertThat(new Energy().needs()).contains(Need.ENERGY);
        assertThat(new Correlation().needs()).contains(Need.OVERLAP);
        // how far messages have moved is a fair question
        assertThat(offers).containsAll(new Displacement().needs());
        Model model = new Spins(2, 1.0, 1).build();
        assertThatThrownBy(() -> new Field(new double[2]).on(model, Set.of())).hasMessageContaining("messages");
        assertThat(model.violation(new double[] {0.0, Double.NaN})).isInfinite();
        assertThat(model.place(new double[] {0.0, Double.NaN})).isEqualTo("NaN is no message");
    }
}
