package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.AnalysisSpec;
import rugged.api.Bench;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ProtocolSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.model.Driven;
import rugged.api.motion.Ensemble;
import rugged.api.record.Library;
import rugged.api.record.Library.Entry;
import rugged.api.record.Library.Link;
import rugged.api.record.NamedArray;
import rugged.num.Streams;
import rugged.params.Inputs;
import rugged.params.Param;
import rugged.report.Analysing;
import rugged.store.FaultyDisk;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.export.Exporter;
import rugged.store.file.EnvironmentFailure;
import rugged.store.library.LibraryFile;
import rugged.store.point.Observations;
import rugged.store.point.PointRecord;
import rugged.store.table.Analyses;
import rugged.study.Point;

/**
 * A guest that the program does not know: beams that buckle under a load, and a protocol that finds the load by bisection, going back each time to the states
 * that it kept, and collects what it found in a library that a later run takes up. Killed at any moment it comes to the same bytes.
 */
class DrivenGuestTest {
    private static final double CRITICAL = 0.7;
    private static final Quantity LOAD = new Quantity("load", "a", "", List.of("k"), "load at step k");
    private static final Quantity LENGTH = new Quantity("x2", "x^{2}", "", List.of("k"), "|x|^2 there");

    @TempDir
    Path directory;

    /** E = sum_i (x_i^4/4 - (a - a_c) x_i^2/2) with the load a as control. */
    record Beams(int n) implements LandscapeSpec {
        @Override
        public Driven build() {
            return new Loaded(n);
        }

        @Override
        public Set<Need> provides() {
            return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.CONTROL);
        }
    }

    private static final class Loaded implements Driven {
        private final int n;
        private double load;

        Loaded(int n) {
            this.n = n;
        }

        @Override
        public int dimension() {
            return n;
        }

        @Override
        public double energy(double[] x) {
            return energyAndGradient(x, new double[n]);
        }

        @Override
        public double energyAndGradient(double[] x, double[] g) {
            double sum = 0.0;
            for (int i = 0; i < n; i++) {
                double square = x[i] * x[i];
                g[i] = x[i] * (square - (load - CRITICAL));
                sum += square * (square / 4.0 - (load - CRITICAL) / 2.0);
            }
            return sum;
        }

        /** Nearly straight, where what decides is linear. */
        @Override
        public void randomise(double[] x, RandomGenerator random) {
            for (int i = 0; i < n; i++) x[i] = 1e-3 * random.nextGaussian();
        }

        @Override
        public double control() {
            return load;
        }

        @Override
        public void control(double value) {
            load = value;
        }

        @Override
        public Loaded fork() {
            Loaded fork = new Loaded(n);
            fork.load = load;
            return fork;
        }
    }

    /** Halves the interval of loads; what grows from the kept states has buckled. It begins with the interval that earlier ones have left. */
    record Bisection(
            @Param(doc = "trials") int steps,

            @Param(doc = "the library of an earlier run", file = true, library = true, def = "")
            String earlier)
            implements ProtocolSpec {
        @Override
        public void run(Bench bench) {
            Library library = bench.library();
            if (!earlier.isEmpty()) library.adopt(Path.of(earlier));
            Ensemble first = bench.pilot(bench.dynamics());
            bench.follow(first, Schedule.at(0.5));
            double[][] kept = first.states(bench.model());
            double low = largest(library, "straight", 0.0);
            double high = -largest(library, "buckled", -3.0);
            int before = library.all("trial").size();
            for (int k = before; k < before + steps; k++) {
                double load = 0.5 * (low + high);
                bench.drive(load);
                Ensemble trial = bench.pilotAt(kept, bench.dynamics());
                bench.follow(trial, Schedule.at(1.0));
                double[][] there = trial.states(bench.model());
                bench.record(LOAD, load, k);
                bench.record(LENGTH, square(there), k);
                boolean buckled = square(there) > square(kept);
                collect(library, load, buckled, there);
                if (buckled) high = load;
                else low = load;
            }
            bench.drive(low);
            bench.follow(bench.startAt(kept, bench.dynamics()), schedule());
        }

        /** Each trial, linked to the one before, and beside it on which side the load lies. */
        private static void collect(Library library, double load, boolean buckled, double[][] there) {
            String key = Double.toString(load);
            List<Entry> trials = library.all("trial");
            List<Link> before = trials.isEmpty()
                    ? List.of()
                    : List.of(new Link("after", "trial", trials.getLast().key()));
            boolean fresh = library.add(new Entry(
                    "trial",
                    key,
                    Map.of("load", load),
                    Map.of("x", NamedArray.matrix("replica", "beam", there)),
                    before));
            assertThat(fresh).isTrue();
            assertThat(library.add(new Entry("trial", key, Map.of("load", 0.0))))
                    .isFalse();
            Map<String, Double> sign = Map.of("load", buckled ? -load : load);
            library.add(new Entry(
                    buckled ? "buckled" : "straight", key, sign, Map.of(), List.of(new Link("of", "trial", key))));
        }

        private static double largest(Library library, String kind, double other) {
            return library.all(kind).stream()
                    .mapToDouble(one -> one.numbers().getOrDefault("load", Double.NaN))
                    .max()
                    .orElse(other);
        }

        private static double square(double[][] states) {
            return Arrays.stream(states)
                    .flatMapToDouble(Arrays::stream)
                    .map(xi -> xi * xi)
                    .sum();
        }

        @Override
        public List<Quantity> quantities() {
            return List.of(LOAD, LENGTH);
        }

        @Override
        public Set<Need> needs() {
            return EnumSet.of(Need.CONTROL);
        }

        @Override
        public Schedule schedule() {
            return Schedule.at(0.5, 1.0);
        }
    }

    private static Work work(int steps, String earlier) {
        List<Point> points = new ArrayList<>();
        // two points of one landscape in one thread: the load of the first is not felt by the second
        for (int seed = 1; seed <= 2; seed++)
            points.add(Toys.point(
                    new Beams(5),
                    new ToyDynamics.Walk(1e-14, 0.01),
                    new Bisection(steps, earlier),
                    seed,
                    Map.of(),
                    new ToyObservables.Energy()));
        return Toys.work(points);
    }

    private static Session session(Work work, RunFolder folder, Duration checkpoints) {
        Provenance provenance = Provenance.here("test", "", "scalar");
        Execution execution = new Execution(1, checkpoints, Duration.ofMillis(20), 1e9, provenance);
        AtomicLong looks = new AtomicLong();
        return new Session(
                work, folder, execution, Watcher.NONE, Session.Closing.NONE, () -> 1000 * looks.incrementAndGet());
    }

    @Test
    void aProtocolFindsAControlAndComesToTheSameBytesWheneverItIsKilled() throws Exception {
        Work work = work(14, "");
        RunFolder whole = new RunFolder(directory.resolve("whole"), FaultyDisk.sound());
        Outcome outcome = session(work, whole, Duration.ofHours(1)).run(false);
        assertThat(outcome.failures()).isEmpty();
        for (Point point : work.points()) {
            List<Double> loads = new ArrayList<>();
            Observations.read(
                    whole.point(point.key()).resolve(PointRecord.OBSERVATIONS),
                    Long.MAX_VALUE,
                    (quantity, replica, value, error, axes) -> {
                        if (quantity.equals(LOAD.name())) loads.add(value);
                    });
            assertThat(loads).hasSize(14);
            assertThat(loads.getLast()).isCloseTo(CRITICAL, within(3.0 / (1 << 12)));
        }

        Path library = whole.point(work.points().getFirst().key()).resolve(LibraryFile.NAME);
        List<Entry> trials = LibraryFile.read(library).stream()
                .filter(one -> one.kind().equals("trial"))
                .toList();
        assertThat(trials).hasSize(14);
        assertThat(trials.get(5).links())
                .containsExactly(new Link("after", "trial", trials.get(4).key()));

        List<Path> exported = new Exporter(whole, directory.resolve("exported")).write(Exporter.Format.CSV);
        Path copy = directory.resolve(
                "exported/libraries/" + work.points().getFirst().key() + ".sqlite");
        assertThat(exported).contains(copy);
        assertThat(copy).hasSameBinaryContentAs(library);

        Random random = new Random(11);
        int deaths = 0;
        while (true) {
            long operations = deaths < 5 ? 1 + random.nextInt(12) : 20 + random.nextInt(60);
            RunFolder folder =
                    new RunFolder(directory.resolve("killed"), FaultyDisk.dyingAt(operations, random.nextLong()));
            try {
                session(work, folder, Duration.ofNanos(40_000)).run(false);
                break;
            } catch (FaultyDisk.Killed killed) {
                deaths++;
            }
        }
        assertThat(deaths).isGreaterThanOrEqualTo(10);
        assertThat(Footprint.of(directory.resolve("killed"))).isEqualTo(Footprint.of(directory.resolve("whole")));
    }

    @Test
    void aLaterRunGoesOnFromALibraryAndItsContentIsPartOfTheKey() throws Exception {
        RunFolder whole = new RunFolder(directory.resolve("whole"), FaultyDisk.sound());
        Work once = work(16, "");
        assertThat(session(once, whole, Duration.ofHours(1)).run(false).failures())
                .isEmpty();

        RunFolder first = new RunFolder(directory.resolve("first"), FaultyDisk.sound());
        Work half = work(10, "");
        assertThat(session(half, first, Duration.ofHours(1)).run(false).failures())
                .isEmpty();
        Path library = first.point(half.points().getFirst().key()).resolve(LibraryFile.NAME);
        RunFolder second = new RunFolder(directory.resolve("second"), FaultyDisk.sound());
        Work rest = work(6, library.toString());
        assertThat(session(rest, second, Duration.ofHours(1)).run(false).failures())
                .isEmpty();
        List<Entry> grown =
                LibraryFile.read(second.point(rest.points().getFirst().key()).resolve(LibraryFile.NAME));
        List<Entry> direct =
                LibraryFile.read(whole.point(once.points().getFirst().key()).resolve(LibraryFile.NAME));
        assertThat(grown)
                .extracting(Entry::key)
                .isEqualTo(direct.stream().map(Entry::key).toList());
        assertThat(grown.subList(0, 20)).isEqualTo(LibraryFile.read(library));
        assertThat(grown.getLast().numbers().get("load"))
                .satisfies(load -> assertThat(Math.abs(load)).isCloseTo(CRITICAL, within(3.0 / (1 << 14))));

        ProtocolSpec names = new Bisection(6, library.toString());
        String key = Inputs.of(names).getFirst().sha256();
        Files.write(library, LibraryFile.of(direct));
        assertThat(Inputs.of(names).getFirst().sha256()).isNotEqualTo(key);
    }

    @Test
    void aFileThatIsNoLibraryIsAnInputThatCannotBeRead() throws Exception {
        Path junk = Files.writeString(directory.resolve("junk.sqlite"), "energy,x");
        assertThatThrownBy(() -> new PointLibrary().adopt(junk))
                .isExactlyInstanceOf(EnvironmentFailure.class)
                .hasMessageContaining("junk.sqlite is no library");
    }

    @Test
    void aLinkLeadsToWhatIsThere() {
        Library library = new PointLibrary();
        Entry loose = new Entry("a", "1", Map.of(), Map.of(), List.of(new Link("to", "b", "2")));
        assertThatThrownBy(() -> library.add(loose)).hasMessageContaining("the to of a 1 is b 2");
        assertThat(library.find("a", "1")).isEmpty();
        library.add(new Entry("b", "2", Map.of()));
        assertThat(library.add(loose)).isTrue();
        assertThat(library.find("a", "1")).contains(loose);
    }

    /** Reads what protocols collected. */
    record Collected() implements AnalysisSpec {
        private static final Quantity TRIALS = new Quantity("trials", "k", "", List.of(), "trials of all samples");

        @Override
        public Set<String> reads() {
            return Set.of();
        }

        @Override
        public List<Quantity> quantities() {
            return List.of(TRIALS);
        }

        @Override
        public void analyse(List<Group> groups, Streams random, Conclusions out) {
            for (Group group : groups)
                out.put(
                        group,
                        TRIALS,
                        group.samples().stream()
                                .mapToInt(sample -> sample.collected("trial").size())
                                .sum(),
                        Double.NaN);
        }
    }

    @Test
    void anAnalysisReadsWhatWasCollected() {
        RunFolder folder = new RunFolder(directory.resolve("whole"), FaultyDisk.sound());
        Work work = work(9, "");
        assertThat(session(work, folder, Duration.ofHours(1)).run(false).failures())
                .isEmpty();
        assertThat(Analysing.of(folder, List.of(new Collected()), 1).values())
                .extracting(Analyses.Value::value)
                .containsExactly(18.0);
    }
}
