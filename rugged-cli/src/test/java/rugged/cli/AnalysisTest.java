package rugged.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What analyses find goes the way of everything else: terminal, summary, report, tables, figures. */
class AnalysisTest {
    @TempDir
    Path directory;

    private static final String STUDY = """
        study: two-nets
        cases:
          small:
            landscape: { is: network, layers: [3], data: { is: random, patterns: 40, width: 5 } }
          large:
            landscape: { is: network, layers: [30], data: { is: random, patterns: 40, width: 5 } }
        dynamics: [{ is: sgd, batch: 5 }, { is: matched-noise, batch: 5 }]
        protocol: { is: waiting-times, tw: [10, 30, 100], first-lag: 1, until: 600, per-decade: 3 }
        observe: [energy, displacement, noise-scaled-displacement]
        analyse: [aging-exponent, collapse, aging-verdict]
        seed: 1..4
        figures:
          - { name: msd, y: msd, x: t - tw, x-scale: log, y-scale: log, curves: tw, marks: dynamics, panels: case }
          - { name: star, y: t_star, x: tw, x-scale: log, y-scale: log, marks: dynamics, panels: case }
          - { name: both, page: [msd, star] }
        findings:
          - { id: two.mu, text: mu, quantity: mu_age, where: { case: small, dynamics: sgd } }
        """;

    private static int run(StringWriter out, String... words) {
        PrintWriter writer = new PrintWriter(out, true);
        return Main.execute(writer, writer, words);
    }

    @Test
    void theVerdictIsSaidStoredAndDrawn() throws IOException {
        Path study = Files.writeString(directory.resolve("study.yaml"), STUDY);
        Path run = directory.resolve("run");
        StringWriter said = new StringWriter();
        assertThat(run(said, "run", study.toString(), "--out", run.toString(), "--threads", "2"))
                .as(said.toString())
                .isZero();
        assertThat(said.toString()).contains("small, sgd", "These errors rest on 4 samples");
        JsonNode summary = JsonMapper.shared().readTree(Files.readString(run.resolve("summary.json")));
        assertThat(summary.path("verdict")).isNotEmpty();
        JsonNode finding = summary.path("findings").path(0);
        JsonNode found = JsonMapper.shared()
                .readTree(Files.readString(run.resolve("analysis.json")))
                .path("values");
        JsonNode mu = found.valueStream()
                .filter(value -> value.path("quantity").asString().equals("mu_age"))
                .filter(value -> value.path("group").path("case").asString().equals("small"))
                .filter(value -> value.path("group").path("dynamics").asString().equals("sgd"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.path("value").asDouble()).isEqualTo(mu.path("value").asDouble());
        assertThat(finding.path("error").asDouble()).isEqualTo(mu.path("error").asDouble());
        assertThat(Files.readString(run.resolve("report.html"))).contains("Verdict", "small, sgd");
        assertThat(Files.readString(run.resolve("figures/both.svg"))).contains("small", "large");
        Path figure = run.resolve("figures/star.svg");
        byte[] drawn = Files.readAllBytes(figure);
        Files.delete(figure);
        assertThat(run(said, "figure", run.toString(), "star")).isZero();
        assertThat(Files.readAllBytes(figure)).isEqualTo(drawn);
        assertThat(run(said, "export", run.toString(), "--format", "csv")).isZero();
        try (var files = Files.walk(run)) {
            assertThat(files.filter(file -> file.getFileName().toString().equals("averages.csv"))
                            .toList())
                    .singleElement()
                    .satisfies(file ->
                            assertThat(Files.readString(file)).contains("mu_age", "t_star", "mu_local", "msd_D"));
        }
    }
}
