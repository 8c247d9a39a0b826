package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jhdf.HdfFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.AnalysisSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.api.record.NamedArray;
import rugged.num.Streams;
import rugged.report.Analysing;
import rugged.store.FaultyDisk;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.array.ArrayLog;
import rugged.store.export.Exporter;
import rugged.store.file.LocalDisk;
import rugged.store.file.Npy;
import rugged.store.point.ArrayIndex;
import rugged.store.point.Checkpoint;
import rugged.store.point.PointFolder;
import rugged.store.point.PointRecord;
import rugged.study.Point;

/** Arrays on their way from an observable to files, tables and analyses. That they survive interruptions and damage is tried where everything is. */
class ArraysTest {
    @TempDir
    Path directory;

    private final Point point = Toys.point(
            new ToyLandscapes.Wells(6, 1),
            new ToyDynamics.Walk(0.4, 0.01),
            new Toys.OneLeg(2.0),
            1,
            Map.of("landscape.is", "wells"),
            new ToyObservables.Arrays());

    private RunFolder run() {
        RunFolder folder = new RunFolder(directory.resolve("run"), FaultyDisk.sound());
        Execution execution =
                new Execution(1, Duration.ofHours(1), Duration.ofHours(1), 1e9, Provenance.here("test", "", "scalar"));
        Outcome outcome = new Session(Toys.work(List.of(point)), folder, execution, Watcher.NONE, Session.Closing.NONE)
                .run(false);
        assertThat(outcome.failures()).isEmpty();
        return folder;
    }

    private static List<ArrayLog.Frame> frames(PointRecord record, Quantity quantity) {
        List<ArrayLog.Frame> frames = new ArrayList<>();
        record.arrays(quantity.name(), true, frames::add);
        return frames;
    }

    @Test
    void arraysEndAsNumPyFilesThatHoldWhatWasRecorded() throws Exception {
        RunFolder folder = run();
        Path files = folder.point(point.key());
        PointRecord record = new PointRecord(files);
        List<ArrayLog.Frame> pictures = frames(record, ToyObservables.PICTURE);
        List<ArrayLog.Frame> above = frames(record, ToyObservables.ABOVE);
        assertThat(pictures).hasSizeGreaterThan(4);
        assertThat(above).hasSize(3 * pictures.size());
        for (int k = 0; k < pictures.size(); k++) {
            double[] values = pictures.get(k).values();
            assertThat(pictures.get(k).shape()).containsExactly(2, 6);
            for (int i = 0; i < 6; i++) assertThat(values[6 + i]).isEqualTo(values[i] * values[i]);
            ArrayLog.Frame first = above.get(3 * k);
            assertThat(first.replica()).isZero();
            assertThat(first.axes()).containsExactly(pictures.get(k).axes());
            assertThat(first.values()).containsExactly(ToyObservables.Arrays.above(Arrays.copyOf(values, 6)));
        }
        assertThat(above.stream().map(ArrayLog.Frame::shape).distinct().count()).isGreaterThan(1);

        List<ArrayIndex.Entry> index = record.arrays().arrays();
        assertThat(index)
                .extracting(ArrayIndex.Entry::name)
                .containsExactly("final", "above", "above.frames", "picture", "picture.frames");
        Npy.Contents stacked = Npy.read(files.resolve("picture.npy"));
        assertThat(stacked.shape()).containsExactly(pictures.size(), 2, 6);
        assertThat(index.get(3).frames()).isEqualTo(pictures.size());
        int rows = above.stream().mapToInt(frame -> frame.values().length).sum();
        assertThat(Npy.read(files.resolve("above.npy")).shape()).containsExactly(rows);
        assertThat(Npy.read(files.resolve("above.frames.npy")).shape()).containsExactly(above.size(), 3);
        try (var all = Files.list(files)) {
            assertThat(all.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(PointRecord.WORKING));
        }
    }

    @Test
    void everyFormatHasThem() throws Exception {
        RunFolder folder = run();
        List<ArrayLog.Frame> above = frames(new PointRecord(folder.point(point.key())), ToyObservables.ABOVE);
        double sum = above.stream()
                .flatMapToDouble(frame -> Arrays.stream(frame.values()))
                .sum();
        Path into = directory.resolve("export");
        for (Exporter.Format format : Exporter.Format.values()) new Exporter(folder, into).write(format);

        List<String> lines = Files.readAllLines(into.resolve("arrays/above.csv"));
        assertThat(lines.getFirst()).isEqualTo("point,replica,t,place,value");
        assertThat(lines.stream()
                        .skip(1)
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(',') + 1)))
                        .sum())
                .isCloseTo(sum, within(1e-12));
        try (var database = DriverManager.getConnection("jdbc:duckdb:");
                var statement = database.createStatement();
                ResultSet row = statement.executeQuery("SELECT sum(value), count(DISTINCT i), max(row) FROM '"
                        + into.resolve("arrays/picture.parquet") + "'")) {
            row.next();
            assertThat(row.getInt(2)).isEqualTo(6);
            assertThat(row.getInt(3)).isEqualTo(1);
        }
        Path copy = into.resolve("arrays/" + point.key() + "/above.npy");
        assertThat(copy).hasSameBinaryContentAs(folder.point(point.key()).resolve("above.npy"));
        try (HdfFile file = new HdfFile(into.resolve("run.h5"))) {
            double[] values = (double[])
                    file.getDatasetByPath("/arrays/" + point.key() + "/above").getData();
            assertThat(Arrays.stream(values).sum()).isCloseTo(sum, within(1e-12));
        }
    }

    /** Counts what it is given. */
    record Count(String array) implements AnalysisSpec {
        private static final Quantity NUMBERS = new Quantity("numbers", "n", "", List.of("t"), "numbers in an array");

        @Override
        public Set<String> reads() {
            return Set.of(array);
        }

        @Override
        public List<Quantity> quantities() {
            return List.of(NUMBERS);
        }

        @Override
        public void analyse(List<Group> groups, Streams random, Conclusions out) {
            for (Group group : groups)
                for (Sample sample : group.samples())
                    for (Recorded recorded : sample.arrays(array))
                        out.put(group, NUMBERS, recorded.values().shape().getFirst(), Double.NaN, recorded.axes());
        }
    }

    @Test
    void anAnalysisReadsThem() {
        RunFolder folder = run();
        List<ArrayLog.Frame> above = frames(new PointRecord(folder.point(point.key())), ToyObservables.ABOVE);
        assertThat(Analysing.of(folder, List.of(new Count("above")), 1).values())
                .extracting(value -> (int) value.value())
                .containsExactlyElementsOf(
                        above.stream().map(frame -> frame.values().length).toList());
    }

    @Test
    void whatAPointUnderWayHasRecordedIsReadWholeArrayByWholeArray() throws Exception {
        Quantity array = Quantity.array("a", "a", "", List.of("t"), List.of("i", "j"), "an array");
        Path at = directory.resolve("points/0123456789abcdef");
        try (PointFolder folder = PointFolder.open(at, LocalDisk.ONLY, warning -> {})) {
            folder.put(array, 2, NamedArray.matrix("i", "j", new double[][] {{1, 2}, {3, 4}}), 0.5);
            folder.checkpoint(Checkpoint.Standing.RUNNING, "", 1, 1, new byte[0]);
            folder.put(array, Sink.ALL, NamedArray.matrix("i", "j", new double[][] {{5, 6}}), 1.0);
            folder.flush();
            Path log = at.resolve("a" + ArrayLog.SUFFIX);
            Files.write(log, new byte[] {100, 0, 0, 0, 1}, java.nio.file.StandardOpenOption.APPEND);
            assertThat(frames(new PointRecord(at), array))
                    .extracting(ArrayLog.Frame::replica)
                    .containsExactly(2, Sink.ALL);
        }
        // what the checkpoint does not know is written again
        try (PointFolder folder = PointFolder.open(at, LocalDisk.ONLY, warning -> {})) {
            NamedArray wide = NamedArray.matrix("i", "j", new double[][] {{5, 6, 7}});
            assertThatThrownBy(() -> folder.put(array, 0, wide, 1.0))
                    .hasMessageContaining("had the extents [2] behind the first and now has [3]");
            assertThatThrownBy(() -> folder.put(array, 0, NamedArray.vector("i", new double[1]), 1.0))
                    .hasMessageContaining("has the extents [i, j]");
            assertThatThrownBy(() -> folder.put(array, 0, 1.0, Double.NaN, 1.0)).hasMessageContaining("is an array");
            folder.put(array, 0, NamedArray.matrix("i", "j", new double[][] {{5, 6}}), 1.0);
            List<ArrayIndex.Entry> entries = folder.arrays();
            folder.replace(ArrayIndex.FILE, new ArrayIndex(entries).bytes());
            folder.checkpoint(Checkpoint.Standing.DONE, "", 1, 1, new byte[0]);
        }
        assertThat(frames(new PointRecord(at), array))
                .satisfiesExactly(
                        first -> {
                            assertThat(first.values()).containsExactly(1, 2, 3, 4);
                            assertThat(first.axes()).containsExactly(0.5);
                        },
                        second -> {
                            assertThat(second.values()).containsExactly(5, 6);
                            assertThat(second.replica()).isZero();
                        });
        assertThat(Optional.of(Npy.read(at.resolve("a.npy")).shape()))
                .hasValueSatisfying(shape -> assertThat(shape).containsExactly(3, 2));
    }

    /** DuckDB, and others that read Parquet, do not tell t from T. */
    @Test
    void columnsOfParquetDifferInMoreThanCase() throws Exception {
        Quantity both = new Quantity("q", "q", "", List.of("t", "T"), "of two axes");
        RunFolder folder = new RunFolder(directory.resolve("both"), FaultyDisk.sound());
        Execution execution =
                new Execution(1, Duration.ofHours(1), Duration.ofHours(1), 1e9, Provenance.here("test", "", "scalar"));
        Work work = Toys.work(List.of(Toys.point(
                new ToyLandscapes.Wells(6, 1),
                new ToyDynamics.Walk(0.4, 0.01),
                new Toys.OneLeg(2.0),
                1,
                Map.of("landscape.is", "wells"),
                new TwoAxes(both))));
        new Session(work, folder, execution, Watcher.NONE, Session.Closing.NONE).run(false);
        new Exporter(folder, directory.resolve("tables")).write(Exporter.Format.PARQUET);
        try (var database = DriverManager.getConnection("jdbc:duckdb:");
                var statement = database.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT max(t), max(T_2) FROM '" + directory.resolve("tables/observations.parquet") + "'")) {
            row.next();
            assertThat(row.getDouble(1)).isCloseTo(2.0, within(0.011));
            assertThat(row.getDouble(2)).isEqualTo(7.0);
        }
    }

    /** Writes 1 at T = 7. */
    record TwoAxes(Quantity quantity) implements ObservableSpec {
        @Override
        public List<Quantity> quantities() {
            return List.of(quantity);
        }

        @Override
        public Set<Need> needs() {
            return Set.of();
        }

        @Override
        public Probe open(Model model, Streams random) {
            return (now, out) -> out.put(quantity, Sink.ALL, 1.0, Double.NaN, now.time(), 7.0);
        }
    }

    @Test
    void aQuantityThatNamesNoFileIsNoArray() {
        assertThatThrownBy(() -> Quantity.array("a/b", "a", "", List.of(), List.of("i"), ""))
                .hasMessageContaining("is no name of a file");
    }
}
