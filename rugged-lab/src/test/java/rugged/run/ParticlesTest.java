package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.LandscapeSpec;
import rugged.dynamics.minimise.Fire;
import rugged.landscape.cluster.LennardJones;
import rugged.landscape.packing.Contact;
import rugged.landscape.packing.Packing;
import rugged.landscape.packing.Repulsion;
import rugged.observable.array.Particles;
import rugged.observable.contact.ContactNumbers;
import rugged.store.FaultyDisk;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.export.Exporter;
import rugged.study.Point;

/** Particles on their way to a file that other programs draw: what stands there is the packing. */
class ParticlesTest {
    private static final List<Double> TWO = List.of(1.0, 1.4);
    private static final Pattern LATTICE = Pattern.compile("Lattice=\"(\\S+) 0 0 0 (\\S+) 0 0 0 (\\S+)\"");

    @TempDir
    Path directory;

    private List<List<String>> frames(LandscapeSpec landscape, boolean contacts) throws Exception {
        Point point = new Point(
                "00000000000000aa",
                Map.of("seed", "1"),
                landscape,
                new Fire(0.1, 0.6, 5, 0.1, 1e-10),
                new Toys.OneLeg(40.0),
                new Toys.Anywhere(),
                1,
                contacts ? List.of(new Particles(1), new ContactNumbers()) : List.of(new Particles(1)),
                1);
        RunFolder folder = new RunFolder(directory.resolve("run"), FaultyDisk.sound());
        Execution execution =
                new Execution(1, Duration.ofHours(1), Duration.ofHours(1), 1e9, Provenance.here("test", "", "scalar"));
        Outcome outcome = new Session(Toys.work(List.of(point)), folder, execution, Watcher.NONE, Session.Closing.NONE)
                .run(false);
        assertThat(outcome.failures()).isEmpty();
        Exporter exporter = new Exporter(folder, directory.resolve("export"));
        assertThat(exporter.objection(Exporter.Format.XYZ)).isEmpty();
        assertThat(exporter.write(Exporter.Format.XYZ)).hasSize(1);
        List<String> lines = Files.readAllLines(directory.resolve("export/particles/" + point.key() + ".xyz"));
        int each = Integer.parseInt(lines.getFirst()) + 2;
        assertThat(lines.size() % each).isZero();
        return java.util.stream.IntStream.range(0, lines.size() / each)
                .mapToObj(k -> lines.subList(k * each, (k + 1) * each))
                .toList();
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(" "))
                .skip(1)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @Test
    void discsFillTheirBox() throws Exception {
        List<List<String>> frames = frames(new Packing(16, 2, TWO, 0.9, Repulsion.HARMONIC), true);
        assertThat(frames).hasSizeGreaterThan(2);
        for (List<String> frame : frames) {
            assertThat(frame.get(0)).isEqualTo("16");
            assertThat(frame.get(1))
                    .contains("Properties=species:S:1:pos:R:3:radius:R:1:contacts:I:1 pbc=\"T T F\" Time=");
            Matcher lattice = LATTICE.matcher(frame.get(1));
            assertThat(lattice.find()).isTrue();
            double length = Double.parseDouble(lattice.group(1));
            double area = 0.0;
            for (String line : frame.subList(2, 18)) {
                double[] row = numbers(line);
                assertThat(row[0]).isBetween(0.0, length);
                assertThat(row[1]).isBetween(0.0, length);
                assertThat(row[2]).isZero();
                assertThat(line.charAt(0)).isEqualTo(row[3] < 0.6 ? 'A' : 'B');
                area += Math.PI * row[3] * row[3];
            }
            assertThat(area / (length * length)).isCloseTo(0.9, within(1e-12));
        }
        // at rest nobody bears load with fewer than three contacts, and each contact is counted twice
        int sum = 0;
        for (String line : frames.getLast().subList(2, 18)) {
            int contacts = (int) numbers(line)[4];
            assertThat(contacts)
                    .satisfiesAnyOf(
                            c -> assertThat(c).isZero(), c -> assertThat(c).isGreaterThan(2));
            sum += contacts;
        }
        assertThat(sum).isPositive().isEven();
    }

    /** Semi-axes keep the area, and the quaternion turns about z. */
    @Test
    void ellipsesHaveAShapeAndAnOrientation() throws Exception {
        List<List<String>> frames =
                frames(new Packing(16, 2, TWO, 0.9, Repulsion.HARMONIC, 1.5, Contact.PERRAM_WERTHEIM), false);
        List<String> frame = frames.getFirst();
        assertThat(frame.get(1)).contains(":aspherical_shape:R:3:orientation:R:4:contacts:I:1");
        Matcher lattice = LATTICE.matcher(frame.get(1));
        assertThat(lattice.find()).isTrue();
        double length = Double.parseDouble(lattice.group(1));
        double area = 0.0;
        for (String line : frame.subList(2, 18)) {
            double[] row = numbers(line);
            assertThat(row[4] / row[5]).isCloseTo(1.5, within(1e-12));
            assertThat(row[6]).isEqualTo(row[5]);
            assertThat(Math.hypot(row[9], row[10])).isCloseTo(1.0, within(1e-12));
            area += Math.PI * row[4] * row[5];
        }
        assertThat(area / (length * length)).isCloseTo(0.9, within(1e-12));
    }

    @Test
    void aClusterHasNoBox() throws Exception {
        List<String> frame = frames(new LennardJones(7), false).getFirst();
        assertThat(frame.get(1))
                .startsWith("Properties=species:S:1:pos:R:3:radius:R:1:contacts:I:1 pbc=\"F F F\"")
                .doesNotContain("Lattice");
        assertThat(numbers(frame.get(2))[3]).isCloseTo(0.5 * Math.pow(2.0, 1.0 / 6), within(1e-12));
    }

    @Test
    void withoutParticlesThereIsNothingToWrite() throws Exception {
        RunFolder folder = RunFolder.at(directory);
        folder.quantities(List.of());
        folder.agenda(new rugged.store.Agenda("toy", "quick", 1, "plan", List.of(), List.of()));
        assertThat(new Exporter(folder).objection(Exporter.Format.XYZ))
                .hasValueSatisfying(why -> assertThat(why).isEqualTo("no particles were recorded: observe particles"));
    }
}
