package rugged.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rugged.params.Catalogue;
import rugged.study.Checked;
import rugged.study.Planner;
import rugged.study.cost.Machine;
import rugged.study.read.Request;

/** Examples that need this module can be planned, where the program has it. */
class TorchExamplesTest {
    private static final Path EXAMPLES =
            Path.of(System.getProperty("rugged.root", ".."), "docs", "examples", "torchscript");

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleCanBePlanned(Path example) throws IOException {
        String here = Files.readString(example)
                .replace("docs/examples/torchscript/", EXAMPLES.toAbsolutePath().normalize() + "/");
        Checked checked = Planner.check(
                Request.of(example.getFileName().toString(), here),
                Catalogue.standard(),
                new Machine(1L << 30, 16L << 30, 1, 1e10, 4e9, 1000));
        assertThat(checked.problems()).isEmpty();
        assertThat(checked.plan().orElseThrow().warnings()).isEmpty();
    }
}
