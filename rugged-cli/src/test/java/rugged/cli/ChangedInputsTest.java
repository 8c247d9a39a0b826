package rugged.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.store.Manifest;
import rugged.store.RunFolder;
import rugged.store.RunStatus;
import rugged.store.file.Npy;

/** Data files that change between one command and the next. */
class ChangedInputsTest {
    private static final double[] INPUTS = {1, 2, 3, 4, 5, 6};

    @TempDir
    Path directory;

    private record Said(int code, String out, String err) {}

    private static Said rugged(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), words);
        return new Said(code, out.toString(), err.toString());
    }

    private Said run(String out) {
        return rugged(
                "run",
                directory.resolve("linear.yaml").toString(),
                "--out",
                directory.resolve(out).toString());
    }

    private void inputs(double factor) throws IOException {
        double[] scaled = Arrays.stream(INPUTS).map(x -> factor * x).toArray();
        Files.write(directory.resolve("x.npy"), Npy.of(scaled, 3, 2));
    }

    @BeforeEach
    void study() throws IOException {
        inputs(1);
        Files.write(directory.resolve("y.npy"), Npy.of(new double[3], 3));
        Files.write(directory.resolve("w.npy"), Npy.of(new double[] {1, 1}, 2));
        Files.write(
                directory.resolve("linear.yaml"),
                List.of(
                        "study: linear",
                        "folder: " + directory,
                        "landscape: { is: network, layers: [], bias: none, data: { is: file, inputs: x.npy, targets:"
                                + " y.npy, labels: values, test: 0 } }",
                        "dynamics: { is: gradient-descent, learning-rate: 0.05, clock: steps }",
                        "protocol: spectrum-at",
                        "start: { is: file, file: w.npy }",
                        "observe: [losses]",
                        "seed: 1..2",
                        "figures: [{ name: loss, y: loss, x: t }]"));
    }

    /** The loss at w of the first point, (1/2P) |X w|^2: 179/6. */
    private double loss(String out) throws IOException {
        try (var points = Files.list(directory.resolve(out).resolve("points"))) {
            Path observations = points.sorted().findFirst().orElseThrow().resolve("observations.tsv");
            String line = Files.readAllLines(observations).stream()
                    .filter(row -> row.startsWith("loss\t"))
                    .findFirst()
                    .orElseThrow();
            return Double.parseDouble(line.split("\t")[2]);
        }
    }

    @Test
    void changedDataAreComputedAnewAndTouchedOnesAreNot() throws IOException {
        assertThat(run("a").code()).isZero();
        assertThat(loss("a")).isCloseTo(179.0 / 6, org.assertj.core.data.Offset.offset(1e-12));
        Files.setLastModifiedTime(
                directory.resolve("x.npy"), FileTime.from(Instant.now().plusSeconds(9)));
        assertThat(run("a").err()).contains("computed already");
        inputs(2);
        Said other = run("a");
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("holds the results of another plan");
        Said anew = run("b");
        assertThat(anew.err()).doesNotContain("computed already");
        assertThat(loss("b")).isEqualTo(4 * loss("a"));
    }

    @Test
    void resumeRefusesWhatHasChangedByItsName() throws IOException {
        assertThat(run("a").code()).isZero();
        RunFolder folder = RunFolder.at(directory.resolve("a"));
        Manifest complete = folder.manifest().orElseThrow();
        folder.manifest(complete.ended(RunStatus.INTERRUPTED, "", complete.seconds(), complete.warnings()));
        // a file that would be made again, if it went on
        Files.writeString(directory.resolve("a").resolve("report.html"), "lost");
        inputs(2);
        Said refused = rugged("resume", directory.resolve("a").toString());
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err().lines())
                .singleElement()
                .asString()
                .startsWith(directory.resolve("x.npy") + ": has changed since the run was begun: SHA-256 ");
        inputs(1);
        assertThat(rugged("resume", directory.resolve("a").toString()).code()).isZero();
        assertThat(folder.manifest().orElseThrow().status()).isEqualTo("complete");
    }

    /** A figure computes nothing, so it needs nothing that was computed with. */
    @Test
    void figuresAreDrawnWhereTheDataAreGone() throws IOException {
        assertThat(run("a").code()).isZero();
        Path drawn = directory.resolve("a").resolve("figures").resolve("loss.vl.json");
        byte[] before = Files.readAllBytes(drawn);
        Files.delete(drawn);
        Files.delete(directory.resolve("x.npy"));
        Files.delete(directory.resolve("y.npy"));
        Said said = rugged("figure", directory.resolve("a").toString(), "--format", "vl.json");
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        assertThat(said.out().strip()).isEqualTo(drawn.toString());
        assertThat(Files.readAllBytes(drawn)).isEqualTo(before);
    }
}
