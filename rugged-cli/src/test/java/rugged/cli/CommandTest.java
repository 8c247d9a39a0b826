package rugged.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.cli.text.Exit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands as scripts see them: words in, text and exit code out. */
class CommandTest {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path directory;

    private record Said(int code, String out, String err) {
        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    private static Said rugged(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), words);
        return new Said(code, out.toString(), err.toString());
    }

    private String study(String... changes) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "study: tiny",
                "landscape: { is: pspin, n: 16, mixture: 3 }",
                "dynamics: { is: langevin, temperature: [0.5, 0.7], dt: 0.05 }",
                "protocol: { is: waiting-times, tw: [0.5, 1], until: 4, per-decade: 4 }",
                "observe: [energy, correlation]",
                "theory: [annealed-energy]",
                "seed: 1..3",
                "figures: [{ name: C, y: C, x: t - tw, x-scale: log, curves: tw, panels: temperature }]",
                "findings: [{ id: tiny.e, text: energy, quantity: e, at: { t: 4 }, where: { temperature: 0.7"
                        + " }, theory: annealed-energy, bias: 1, effect: 4 }]"));
        lines.addAll(List.of(changes));
        Path file = directory.resolve("tiny.yaml");
        Files.write(file, lines);
        return file.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list",
                "describe",
                "run",
                "theory",
                "check",
                "resume",
                "show",
                "figure",
                "notebook",
                "export",
                "validate",
                "bench",
                "shell"
            })
    void everyCommandHasHelp(String command) {
        Said said = rugged(command, "--help");
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("rugged " + command);
    }

    @Test
    void withoutWordsTheOverviewIsShown() {
        assertThat(rugged().out())
                .contains("Examples:", "Exit codes:")
                .isEqualTo(rugged("--help").out());
    }

    @Test
    void aMisspeltCommandOrOptionIsPutRight() {
        assertThat(rugged("lst").code()).isEqualTo(Exit.WRONG_INPUT);
        assertThat(rugged("lst").err()).contains("list");
        assertThat(rugged("run", "--siz", "quick", "aging-pspin").err()).contains("--siz", "see 'rugged run --help'");
    }

    @Test
    void theListCountsWhatTheOtherFacetsLeave() {
        JsonNode page = rugged("list", "--kind", "landscape", "--json").json();
        assertThat(page.path("items"))
                .isNotEmpty()
                .allMatch(item -> item.path("kind").asString().equals("landscape"));
        assertThat(page.path("total").asInt()).isEqualTo(page.path("items").size());
        JsonNode kinds = page.path("facets").path(0);
        JsonNode all = rugged("list", "--json").json();
        for (JsonNode value : kinds.path("values")) {
            long there = all.path("items")
                    .valueStream()
                    .filter(item -> item.path("kind").equals(value.path("value")))
                    .count();
            assertThat(value.path("count").asLong()).isEqualTo(there);
        }
    }

    @Test
    void describeGivesTheSchema() {
        JsonNode pspin = rugged("describe", "pspin", "--json").json();
        assertThat(pspin.path("schema")
                        .path("properties")
                        .path("n")
                        .path("x-symbol")
                        .asString())
                .isEqualTo("N");
        assertThat(rugged("describe", "aging-pspin").out()).contains("Sizes:", "quick", "study: aging-pspin");
        assertThat(rugged("describe", "pspn").err()).contains("did you mean pspin?");
        assertThat(rugged("describe", "pspn").code()).isEqualTo(Exit.WRONG_INPUT);
    }

    @Test
    void everyMistakeInAStudyIsOnALineOfItsOwn() throws IOException {
        Said said = rugged("check", study("observ: [energy]", "replicas: 0"));
        assertThat(said.code()).isEqualTo(Exit.WRONG_INPUT);
        assertThat(said.err().lines().toList())
                .hasSize(2)
                .allMatch(line -> line.matches(".*tiny\\.yaml:\\d+:\\d+: .*"));
        assertThat(said.err()).contains("did you mean observe?");
    }

    @Test
    void aRunIsStoredShownDrawnAndExported() throws IOException {
        String file = study();
        Path out = directory.resolve("out");
        Said first = rugged("run", file, "--out", out.toString(), "--json", "--threads", "2");
        assertThat(first.code()).as(first.err()).isZero();
        JsonNode summary = first.json();
        assertThat(summary.path("status").asString()).isEqualTo("complete");
        assertThat(summary.path("findings").path(0).path("agrees").asBoolean()).isTrue();
        assertThat(summary.path("findings")
                        .path(0)
                        .path("reference")
                        .path("source")
                        .asString())
                .contains("annealed-energy");
        assertThat(JsonMapper.shared().readTree(Files.readString(out.resolve("summary.json"))))
                .isEqualTo(summary);
        for (String name : List.of(
                "study.yaml",
                "manifest.json",
                "progress.json",
                "report.html",
                "figures/C.svg",
                "figures/C.vl.json",
                "tables/averages.parquet")) {
            assertThat(out.resolve(name)).isNotEmptyFile();
        }
        Said again = rugged("run", file, "--out", out.toString());
        assertThat(again.err()).contains("computed already");
        assertThat(rugged("show", out.toString()).out()).contains("tiny, size laptop: complete", "agrees");
        assertThat(rugged("resume", out.toString()).err()).contains("nothing to resume");
        assertThat(rugged("figure", out.toString(), "C", "--format", "vl.json").out())
                .contains("C.vl.json");
        assertThat(rugged("figure", out.toString(), "D").err()).contains("did you mean C?");
        assertThat(rugged("export", out.toString(), "--format", "csv,npy").code())
                .isZero();
        try (Stream<Path> exported = Files.list(out.resolve("export"))) {
            assertThat(exported).isNotEmpty();
        }
        assertThat(rugged("export", out.toString(), "--format", "xls").err()).contains("parquet, csv, npy, hdf5");
    }

    @Test
    void aResolvedStudyGivesTheSamePlan() throws IOException {
        Said resolved = rugged("check", study(), "--resolved");
        Path again = directory.resolve("again.yaml");
        Files.writeString(again, resolved.out());
        assertThat(rugged("check", again.toString(), "--json").json().path("key"))
                .isEqualTo(rugged("check", study(), "--json").json().path("key"));
    }

    @Test
    void aTheoryIsSolvedAlone() {
        JsonNode answer = rugged("theory", "p2-gradient-flow", "--set", "times=[1, 10]", "--json")
                .json();
        assertThat(answer.path("converged").asBoolean()).isTrue();
        assertThat(answer.path("quantities")
                        .valueStream()
                        .map(line -> line.path("axes").path("t").asDouble()))
                .contains(1.0, 10.0);
        assertThat(rugged("theory", "annealed-energy", "temperature=0.3").err())
                .contains("did you mean --set temperature=0.3?");
        Said below = rugged("theory", "annealed-energy", "--set", "temperature=0.3", "--json");
        assertThat(below.code()).isEqualTo(Exit.FAILED);
        assertThat(below.json().path("residual").isNull()).isTrue();
        assertThat(below.json().path("reason").asString()).contains("T_s");
        Said tooLate = rugged("theory", "chsck", "--set", "tick=100", "--set", "times=[1e8]", "--json");
        assertThat(tooLate.code()).isEqualTo(Exit.FAILED);
        assertThat(tooLate.json().path("converged").asBoolean()).isFalse();
        assertThat(tooLate.json().path("reason").asString()).contains("where the long-time method ends");
        assertThat(answer.path("reason").isNull()).isTrue();
        assertThat(answer.path("solution").asString()).isNotEmpty();
        assertThat(rugged("theory", "annealed-energy", "--set", "temprature=1").err())
                .contains("did you mean temperature?");
        assertThat(rugged("theory", "annealed", "--set", "x=1").code()).isEqualTo(Exit.WRONG_INPUT);
    }

    @Test
    void foldersThatAreNoRunsAreRefused() {
        assertThat(rugged("show", directory.toString()).err()).contains("is not a run folder");
        assertThat(rugged("resume", directory.resolve("nowhere").toString()).code())
                .isEqualTo(Exit.WRONG_INPUT);
        assertThat(rugged("run", directory.resolve("nowhere.yaml").toString()).err())
                .contains("no such file");
    }

    @Test
    void dataThatAreNotThereAreNoMistakeOfTheStudy() throws IOException {
        Path file = directory.resolve("digits.yaml");
        Path nowhere = directory.resolve("nowhere");
        Files.write(
                file,
                List.of(
                        "study: digits",
                        "landscape: { is: network, layers: [4], data: { is: mnist, directory: '" + nowhere + "' } }",
                        "dynamics: { is: sgd, learning-rate: 0.1, batch: 10 }",
                        "protocol: { is: waiting-times, tw: [1], until: 4, per-decade: 4 }",
                        "observe: [energy]"));
        for (String command : List.of("check", "run")) {
            Said said = rugged(command, file.toString());
            assertThat(said.code()).as(said.err()).isEqualTo(Exit.ENVIRONMENT);
            assertThat(said.err().lines().toList())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith("rugged: MNIST: there is no folder " + nowhere)
                            .contains("RUGGED_MNIST", "fetch: true", "data: strokes"));
        }
    }

    @Test
    void theTutorialIsWhatIsTested() throws IOException {
        String page = Files.readString(REPOSITORY.resolve("docs/your-own-landscape.md"));
        for (String example : List.of("DoubleWellChain.java", "double-well-chain.yaml")) {
            assertThat(page)
                    .contains(
                            Files.readString(REPOSITORY.resolve("docs/examples").resolve(example)));
        }
        Said said = rugged(
                "run",
                REPOSITORY.resolve("docs/examples/double-well-chain.yaml").toString(),
                "--set",
                "landscape.n=20",
                "--set",
                "protocol.until=5",
                "--out",
                directory.resolve("chain").toString(),
                "--quiet");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(directory.resolve("chain/figures/energy.svg")).isNotEmptyFile();
    }
}
