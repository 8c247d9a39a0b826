package rugged.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.cli.text.StandardOutput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Damage to a run as the command line tells of it. */
class VerifyTest {
    @TempDir
    static Path shared;

    @TempDir
    Path directory;

    private Path run;

    private record Said(int code, String out, String err) {}

    private static Said rugged(Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] line = Stream.of(words).map(String::valueOf).toArray(String[]::new);
        int code = Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), line);
        return new Said(code, out.toString(), err.toString());
    }

    @BeforeAll
    static void compute() throws IOException {
        Path study = shared.resolve("tiny.yaml");
        Files.write(
                study,
                List.of(
                        "study: tiny",
                        "landscape: { is: pspin, n: 8, mixture: 3 }",
                        "dynamics: { is: langevin, temperature: [0.5, 0.7], dt: 0.05 }",
                        "protocol: { is: waiting-times, tw: [0.5], until: 2, per-decade: 4 }",
                        "observe: [energy]",
                        "seed: 1..2",
                        "findings: [{ id: tiny.e, text: energy, quantity: e, at: { t: 2 }, where: { temperature: 0.7 }"
                                + " }]"));
        Said said = rugged("run", study, "--out", shared.resolve("run"), "--quiet");
        assertThat(said.code()).as(said.err()).isZero();
    }

    @BeforeEach
    void copy() throws IOException {
        run = directory.resolve("run");
        Path from = shared.resolve("run");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path to = run.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(to);
                else Files.copy(file, to);
            }
        }
    }

    /** The log of one point. */
    private Path log() throws IOException {
        try (Stream<Path> points = Files.list(run.resolve("points"))) {
            return points.sorted().findFirst().orElseThrow().resolve("observations.tsv");
        }
    }

    private static void changeADigit(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int at = bytes.length / 2;
        while (bytes[at] < '0' || bytes[at] > '9') at++;
        bytes[at] = (byte) (bytes[at] == '9' ? '1' : bytes[at] + 1);
        Files.write(file, bytes);
    }

    @Test
    void aWholeRunIsWhole() {
        Said said = rugged("verify", run);
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("whole");
        JsonNode json =
                JsonMapper.shared().readTree(rugged("verify", run, "--json").out());
        assertThat(json.path("whole").asBoolean()).isTrue();
        assertThat(json.path("files").asInt()).isGreaterThan(15);
        assertThat(rugged("verify", directory.resolve("nothing")).code()).isEqualTo(2);
        assertThat(rugged("verify", directory).code()).isEqualTo(2);
    }

    @Test
    void aChangedDigitIsNamedByEveryCommandAndMendedByResume() throws IOException {
        byte[] before = Files.readAllBytes(log());
        changeADigit(log());
        for (Object[] words : new Object[][] {
            {"verify", run}, {"export", run, "--format", "csv"}, {"figure", run},
        }) {
            Said said = rugged(words);
            assertThat(said.code()).as(String.valueOf(words[0])).isEqualTo(1);
            assertThat(said.out() + said.err()).as(String.valueOf(words[0])).contains(log().toString());
        }
        assertThat(run.resolve("export/averages.csv")).doesNotExist();
        Said resumed = rugged("resume", run, "--quiet");
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(resumed.err()).contains(log() + " is damaged");
        assertThat(Files.readAllBytes(log())).isEqualTo(before);
        assertThat(rugged("verify", run).code()).isZero();
    }

    @Test
    void outputsThatWereLostAreMadeAgain() throws IOException {
        String summary = Files.readString(run.resolve("summary.json"));
        changeADigit(run.resolve("summary.json"));
        Files.delete(run.resolve("tables/averages.parquet"));
        Files.delete(run.resolve("quantities.json"));
        Said shown = rugged("show", run, "--json");
        assertThat(shown.code()).isEqualTo(1);
        assertThat(shown.err()).contains("quantities.json is missing");
        Said said = rugged("verify", run);
        assertThat(said.out())
                .contains("summary.json", "tables/averages.parquet", "quantities.json", "3 files are not");
        assertThat(rugged("resume", run, "--quiet").code()).isZero();
        assertThat(rugged("verify", run).code()).isZero();
        JsonMapper json = JsonMapper.shared();
        assertThat(json.readTree(run.resolve("summary.json").toFile()).path("findings"))
                .isEqualTo(json.readTree(summary).path("findings"));
    }

    @Test
    void aRunOfAnEarlierVersionIsShownAndSaidToCarryNoChecksums() throws IOException {
        Files.delete(run.resolve("checksums.json"));
        Path manifest = run.resolve("manifest.json");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replaceFirst("\"format\" : \\d+,\\s*", "")
                        .replaceFirst(",\\s*\"sum\" : \"[0-9a-f]+\"", ""),
                StandardCharsets.UTF_8);
        Said said = rugged("verify", run);
        assertThat(said.code()).as(said.out()).isZero();
        assertThat(said.out()).contains("carries no checksums");
        assertThat(rugged("show", run).out()).contains("complete");
    }

    @Test
    void whatCannotBeWrittenWasNotSaid() {
        for (String why : List.of("No space left on device", "Broken pipe")) {
            StandardOutput full = new StandardOutput(new OutputStream() {
                @Override
                public void write(int value) throws IOException {
                    throw new IOException(why);
                }
            });
            StringWriter err = new StringWriter();
            PrintWriter out = new PrintWriter(full, true, StandardCharsets.UTF_8);
            int code = Main.execute(
                    out, new PrintWriter(err), "show", shared.resolve("run").toString());
            code = full.code(code, new PrintWriter(err));
            assertThat(code).isEqualTo(why.startsWith("Broken") ? 141 : 3);
            assertThat(err.toString().contains("cannot write to standard output"))
                    .isEqualTo(code == 3);
        }
    }
}
