package rugged.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rugged.params.Catalogue;
import rugged.params.Problems;
import rugged.study.Reference;

/** The pages under {@code docs/reference} say what the program says. {@code -Drugged.reference=write} writes them anew. */
class ReferenceTest {
    private static final Path FOLDER = Path.of(System.getProperty("rugged.root", ".."), "docs", "reference");

    @Test
    void committedPagesAreCurrent() throws IOException {
        Map<String, String> pages = new Reference(shipped()).pages();
        if (System.getProperty("rugged.reference", "").equals("write")) write(pages);
        assertThat(committed())
                .as("docs/reference; to write it anew: mvn -pl rugged-checks -am test -Dtest=ReferenceTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Drugged.reference=write")
                .isEqualTo(pages);
    }

    /** Every entry of every kind has a page. That of a check says what its rows compare, that of a benchmark what it times, with units. */
    @Test
    void everyKindHasPagesAndChecksAndBenchmarksSayWhatTheyCompute() {
        Map<String, String> pages = new Reference(shipped()).pages();
        for (Catalogue.Entry entry : shipped().entries())
            assertThat(pages).as("pages of the kind").containsKey(entry.kind() + "/" + entry.name() + ".md");
        for (Catalogue.Entry entry : shipped().entries("check"))
            assertThat(pages.get("check/" + entry.name() + ".md"))
                    .contains("## Rows", "rugged validate " + entry.name())
                    .doesNotContain("|  |\n");
        for (Catalogue.Entry entry : shipped().entries("benchmark"))
            assertThat(pages.get("benchmark/" + entry.name() + ".md"))
                    .contains("## Measurements", "rugged bench " + entry.name());
    }

    /** What is released: specs that live in tests have no page. */
    private static Catalogue shipped() {
        List<Catalogue.Entry> entries = Catalogue.standard().entries().stream()
                .filter(entry -> !entry.type()
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath()
                        .contains("test-classes"))
                .toList();
        return Catalogue.empty().with(entries, new Problems());
    }

    private static Map<String, String> committed() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        if (!Files.isDirectory(FOLDER)) return pages;
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                pages.put(FOLDER.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return pages;
    }

    private static void write(Map<String, String> pages) throws IOException {
        for (String old : committed().keySet()) if (!pages.containsKey(old)) Files.delete(FOLDER.resolve(old));
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = FOLDER.resolve(page.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, page.getValue());
        }
    }
}
