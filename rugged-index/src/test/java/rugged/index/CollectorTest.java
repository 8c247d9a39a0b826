package rugged.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectorTest {
    private static final String KINDS = """
        package rugged.params;
        public @interface Kind { String value(); }
        """;
    private static final String WELL = """
        package wells;
        @rugged.params.Kind("landscape") public interface Well {}
        """;

    @TempDir
    Path folder;

    @Test
    void writesKindNameAndBinaryClassNameSorted() throws IOException {
        List<String> errors = compile(
                source(
                        "wells/Deep.java",
                        "package wells; @rugged.index.Named(value = \"deep\", title = \"\") public record Deep()"
                                + " implements Well {}"),
                source(
                        "wells/Outer.java",
                        "package wells; interface Narrow extends Well {} class Outer { @rugged.index.Named(value ="
                                + " \"a-narrow-1\", title = \"\") record In() implements Narrow {} }"));
        assertThat(errors).isEmpty();
        assertThat(Files.readString(folder.resolve("out").resolve(Collector.CATALOGUE)))
                .isEqualTo("landscape a-narrow-1 wells.Outer$In\nlandscape deep wells.Deep\n");
    }

    @Test
    void refusesANameGivenTwice() throws IOException {
        List<String> errors = compile(
                source(
                        "wells/A.java",
                        "package wells; @rugged.index.Named(value = \"deep\", title = \"\") record A() implements Well"
                                + " {}"),
                source(
                        "wells/B.java",
                        "package wells; @rugged.index.Named(value = \"deep\", title = \"\") record B() implements Well"
                                + " {}"));
        assertThat(errors)
                .containsExactly("the landscape \"deep\" is there already: wells.A; names are unique within a kind");
        assertThat(folder.resolve("out").resolve(Collector.CATALOGUE)).doesNotExist();
    }

    @Test
    void refusesClassesThatAreNoRecords() throws IOException {
        assertThat(compile(source(
                        "wells/A.java",
                        "package wells; @rugged.index.Named(value = \"deep\", title = \"\") class A"
                                + " implements Well {}")))
                .containsExactly("@Named(\"deep\") must stand on a record: specs are compared by value");
    }

    @Test
    void refusesRecordsOfNoKind() throws IOException {
        assertThat(compile(source(
                        "wells/A.java",
                        "package wells; @rugged.index.Named(value = \"deep\", title = \"\") record A() {}")))
                .containsExactly("@Named(\"deep\") must implement the interface of a kind, such as LandscapeSpec or"
                        + " DynamicsSpec");
    }

    @Test
    void refusesNamesThatCannotBeTyped() throws IOException {
        assertThat(compile(source(
                        "wells/A.java",
                        "package wells; @rugged.index.Named(value = \"Deep_Well\", title = \"\")"
                                + " record A() implements Well {}")))
                .containsExactly(
                        "\"Deep_Well\" is not a name of the catalogue: lower-case letters and digits, words joined by"
                                + " dashes");
    }

    private Path source(String path, String text) throws IOException {
        Path file = folder.resolve("src").resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private List<String> compile(Path... sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        try (var files = compiler.getStandardFileManager(diagnostics, null, null)) {
            files.setLocationFromPaths(
                    StandardLocation.CLASS_OUTPUT, List.of(Files.createDirectories(folder.resolve("out"))));
            List<Path> all =
                    new ArrayList<>(List.of(source("rugged/params/Kind.java", KINDS), source("wells/Well.java", WELL)));
            all.addAll(List.of(sources));
            var task = compiler.getTask(
                    null, files, diagnostics, List.of("-proc:full"), null, files.getJavaFileObjectsFromPaths(all));
            task.setProcessors(List.of(new Collector()));
            task.call();
        }
        return diagnostics.getDiagnostics().stream()
                .map(d -> d.getMessage(null))
                .toList();
    }
}
