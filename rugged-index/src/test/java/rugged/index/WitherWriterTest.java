package rugged.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitherWriterTest {
    @TempDir
    Path folder;

    @Test
    void everyComponentCanBeChangedAlone() throws Exception {
        assertThat(compile("""
            package wells;
            @rugged.index.Withers
            public record Well(int depth, java.util.List<String> names, double[] walls) implements WellWithers {
                public Well {
                    if (depth < 0) throw new IllegalArgumentException("depth");
                }
            }
            """)).isEmpty();
        try (var loader = new URLClassLoader(new java.net.URL[] {folder.toUri().toURL()})) {
            Class<?> type = loader.loadClass("wells.Well");
            double[] walls = {1.0};
            Object well =
                    type.getConstructor(int.class, List.class, double[].class).newInstance(3, List.of("a"), walls);
            Object deeper = type.getMethod("withDepth", int.class).invoke(well, 4);
            Object named = type.getMethod("withNames", List.class).invoke(deeper, List.of("b"));
            assertThat(value(named, "depth")).isEqualTo(4);
            assertThat(value(named, "names")).isEqualTo(List.of("b"));
            assertThat(value(named, "walls")).isSameAs(walls);
            assertThat(value(well, "depth")).isEqualTo(3);
            Method negative = type.getMethod("withDepth", int.class);
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> negative.invoke(well, -1)))
                    .hasCauseInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whatIsNoRecordIsRefused() throws IOException {
        assertThat(compile("package wells; @rugged.index.Withers public class Well {}"))
                .containsExactly("@Withers must stand on a record that is neither nested nor generic");
        assertThat(compile("package wells; public class Well { @rugged.index.Withers record In(int a) {} }"))
                .containsExactly("@Withers must stand on a record that is neither nested nor generic");
    }

    private static Object value(Object record, String component) throws ReflectiveOperationException {
        return record.getClass().getMethod(component).invoke(record);
    }

    private List<String> compile(String text) throws IOException {
        Path source = Files.writeString(folder.resolve("Well.java"), text);
        var compiler = ToolProvider.getSystemJavaCompiler();
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        try (var files = compiler.getStandardFileManager(diagnostics, null, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
            var task = compiler.getTask(
                    null, files, diagnostics, List.of("-proc:full"), null, files.getJavaFileObjects(source));
            task.setProcessors(List.of(new WitherWriter()));
            task.call();
        }
        return diagnostics.getDiagnostics().stream()
                .filter(one -> one.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                .map(one -> one.getMessage(Locale.ROOT))
                .toList();
    }
}
