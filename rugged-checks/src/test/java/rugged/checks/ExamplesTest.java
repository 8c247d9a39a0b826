package rugged.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rugged.params.Catalogue;
import rugged.study.Checked;
import rugged.study.Planner;
import rugged.study.cost.Machine;
import rugged.study.read.Request;

/** Nothing is shipped that nobody shows: each entry of the catalogue stands in a study or in an example, and every example can be run. */
class ExamplesTest {
    private static final Path ROOT = Path.of(System.getProperty("rugged.root", ".."));
    private static final Path EXAMPLES = ROOT.resolve("docs/examples");
    /** Kinds of what commands compute, and no study names. */
    private static final Set<String> OF_COMMANDS = Set.of("check", "benchmark");

    static List<Path> examples() throws IOException {
        return yaml(EXAMPLES);
    }

    private static List<Path> yaml(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleCanBePlanned(Path example) throws IOException {
        String text = Files.readString(example);
        String here = text.replace("docs/examples/", EXAMPLES.toAbsolutePath().normalize() + "/");
        Machine machine = new Machine(1L << 30, 16L << 30, 1, 1e10, 4e9, 1000);
        // one that brings a landscape of its own is read where that lies, and compiled
        Request request = text.contains("\nwith:")
                ? Request.of(example)
                : Request.of(example.getFileName().toString(), here);
        Checked checked = Planner.check(request, Catalogue.standard(), machine);
        assertThat(checked.problems()).isEmpty();
    }

    @Test
    void everyEntryStandsInAStudyOrAnExample() throws IOException {
        StringBuilder shown = new StringBuilder();
        for (Path folder : List.of(ROOT.resolve("studies"), EXAMPLES))
            for (Path file : yaml(folder)) shown.append(Files.readString(file));
        Set<String> missing = new TreeSet<>();
        for (Catalogue.Entry entry : Catalogue.standard().entries()) {
            if (OF_COMMANDS.contains(entry.kind())) continue;
            Pattern alone = Pattern.compile("(?<![\\w-])" + Pattern.quote(entry.name()) + "(?![\\w-])");
            if (!alone.matcher(shown).find()) missing.add(entry.kind() + " " + entry.name());
        }
        assertThat(missing).isEmpty();
    }
}
