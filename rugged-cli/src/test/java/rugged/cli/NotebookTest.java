package rugged.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.cli.text.Exit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The notebook of a run: what nbformat 4.5 requires, what it holds, and what it does not overwrite. */
class NotebookTest {
    @TempDir
    static Path directory;

    private static Path run = Path.of("");

    @BeforeAll
    static void aRun() throws IOException {
        Path study = Files.writeString(directory.resolve("s.yaml"), """
            study: drawn
            about: { title: "Energy at t_{w}", claim: "2*3 is a_b" }
            landscape: { is: pspin, n: 8 }
            dynamics: { is: langevin, temperature: 0.5, dt: 0.1 }
            protocol: { is: quench, until: 1 }
            observe: [energy]
            figures:
              - { name: second, title: "Energy per spin, e^{2}", y: e, x: t }
              - { name: first, y: e, x: t, x-scale: log }
            """);
        run = directory.resolve("a \"run\"");
        Said said = Said.of("run", study.toString(), "--out", run.toString(), "--quiet");
        assertThat(said.code()).as(said.err()).isZero();
    }

    private static JsonNode written(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file, StandardCharsets.UTF_8));
    }

    private static List<String> sources(JsonNode notebook, String type) {
        return notebook.path("cells")
                .valueStream()
                .filter(cell -> cell.path("cell_type").asString().equals(type))
                .map(cell -> String.join(
                        "",
                        cell.path("source")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()))
                .toList();
    }

    @Test
    void itHasWhatItsFormatRequires() throws IOException {
        Path file = directory.resolve("new/required.ipynb");
        assertThat(Said.of("notebook", run.toString(), "--out", file.toString()).out())
                .isEqualTo(file + System.lineSeparator());
        JsonNode notebook = written(file);
        assertThat(notebook.path("nbformat").asInt()).isEqualTo(4);
        assertThat(notebook.path("nbformat_minor").asInt()).isEqualTo(5);
        assertThat(notebook.path("metadata").path("kernelspec").path("name").asString())
                .isEqualTo("python3");
        assertThat(notebook.path("metadata")
                        .path("kernelspec")
                        .path("display_name")
                        .asString())
                .isNotEmpty();
        List<JsonNode> cells = notebook.path("cells").valueStream().toList();
        assertThat(cells.stream().map(cell -> cell.path("id").asString()))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-zA-Z0-9_-]{1,64}"));
        for (JsonNode cell : cells) {
            assertThat(cell.path("metadata").isObject()).isTrue();
            assertThat(cell.path("source").isArray()).isTrue();
            boolean code = cell.path("cell_type").asString().equals("code");
            assertThat(cell.has("outputs")).isEqualTo(code);
            assertThat(cell.has("execution_count")).isEqualTo(code);
        }
    }

    @Test
    void itListsTheFindingsAndDrawsEveryFigureInTheOrderOfTheStudy() throws IOException {
        Path file = directory.resolve("order.ipynb");
        assertThat(Said.of("notebook", run.toString(), "--out", file.toString()).code())
                .isZero();
        JsonNode notebook = written(file);
        assertThat(sources(notebook, "code"))
                .containsExactly(
                        "import rugged\n\nrun = rugged.open(\"a \\\"run\\\"\")\nrun.findings",
                        "run.parameters",
                        "run.figures[\"second\"]",
                        "run.figures[\"first\"]",
                        "run.table(\"averages\")");
        assertThat(sources(notebook, "markdown").getFirst())
                .startsWith("# Energy at <i>t</i><sub><i>w</i></sub>\n\n2\\*3 is <i>a</i>\\_<i>b</i>\n")
                .contains("Study `drawn`, size laptop.");
    }

    @Test
    void insideTheRunFolderItFindsTheRunWhereverThatIsMoved() throws IOException {
        assertThat(Said.of("notebook", run.toString()).code()).isZero();
        assertThat(sources(written(run.resolve("notebook.ipynb")), "code").getFirst())
                .contains("rugged.open(\".\")");
        assertThat(Said.of("verify", run.toString()).code()).isZero();
    }

    @Test
    void oneThatIsThereIsReplacedOnlyWhenTold() throws IOException {
        Path file = Files.writeString(directory.resolve("mine.ipynb"), "my words");
        Said said = Said.of("notebook", run.toString(), "--out", file.toString());
        assertThat(said.code()).isEqualTo(Exit.WRONG_INPUT);
        assertThat(said.err().lines()).singleElement().asString().contains("is there already", "--force");
        assertThat(file).hasContent("my words");
        assertThat(Said.of("notebook", run.toString(), "--out", file.toString(), "--force")
                        .code())
                .isZero();
        assertThat(written(file).path("cells")).isNotEmpty();
        assertThat(Said.of("notebook", run.toString(), "--out", directory.toString())
                        .err())
                .contains("is a folder");
        assertThat(Said.of("notebook", directory.toString()).code()).isEqualTo(Exit.WRONG_INPUT);
    }
}
