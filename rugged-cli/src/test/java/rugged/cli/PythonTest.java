package rugged.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The tests of the Python package, where there is a Python >= 3.9: {@code RUGGED_PYTHON}, else {@code python3} on the path. What it lacks is skipped and named. */
@DisabledOnOs(OS.WINDOWS)
class PythonTest {
    private static final Path PACKAGE = Path.of("..", "python").toAbsolutePath().normalize();
    private static final long PATIENCE_SECONDS = 900;

    @TempDir
    static Path directory;

    private static String python = "";
    private static Path run = Path.of("");

    private record Ended(int code, String text) {}

    @BeforeAll
    static void aPythonAndARun() throws Exception {
        python = Optional.ofNullable(System.getenv("RUGGED_PYTHON")).orElse("python3");
        assumeTrue(says("import sys; assert sys.version_info >= (3, 9)"), "there is no Python >= 3.9 as " + python);
        run = directory.resolve("tiny");
        Said said = Said.of("run", PACKAGE.resolve("tests/tiny.yaml").toString(), "--out", run.toString(), "--quiet");
        assertThat(said.code()).as(said.err()).isZero();
    }

    private static boolean says(String line) throws InterruptedException {
        try {
            return python(List.of("-c", line), "").code() == 0;
        } catch (IOException none) {
            return false;
        }
    }

    private static void needs(String module) throws InterruptedException {
        assumeTrue(says("import " + module), python + " has no package " + module);
    }

    private static Ended python(List<String> words, String home) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(python));
        line.addAll(words);
        Path said = Files.createTempFile(directory, "said", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("PYTHONPATH", PACKAGE.resolve("src") + ":" + PACKAGE.resolve("tests"));
        // nothing is left in the source tree
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.environment().put("RUGGED_TEST_RUN", run.toString());
        builder.environment().put("RUGGED_HOME", home);
        Process process = builder.start();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(said));
    }

    private static void passes(Ended tests) {
        assertThat(tests.code()).as(tests.text()).isZero();
        tests.text().lines().filter(line -> line.contains("skipped")).forEach(System.out::println);
    }

    @Test
    void theTestsOfThePackagePass() throws Exception {
        passes(python(
                List.of(
                        "-m",
                        "unittest",
                        "-v",
                        "test_settings",
                        "test_resolved",
                        "test_launching",
                        "test_run",
                        "test_torchscript"),
                ""));
    }

    @Test
    void tablesAreReadIntoArrow() throws Exception {
        needs("pyarrow");
        passes(python(List.of("-m", "unittest", "-v", "test_run.TableTest"), ""));
    }

    @Test
    void theNotebookOfARunDrawsItsFigures() throws Exception {
        Path file = directory.resolve("tiny.ipynb");
        assertThat(Said.of("notebook", run.toString(), "--out", file.toString()).code())
                .isZero();
        Ended ended = python(List.of(PACKAGE.resolve("tests/notebook.py").toString(), file.toString()), "");
        assertThat(ended.code()).as(ended.text()).isZero();
        assertThat(ended.text()).contains("executed by");
    }

    /** With a launcher that starts the very classes under test. */
    @Test
    @Tag("slow")
    void theProgramIsStartedFromPython() throws Exception {
        Path home = Files.createDirectories(directory.resolve("home"));
        Path launcher = Files.writeString(
                home.resolve("rugged"),
                "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java")
                        + "' --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED -cp '"
                        + System.getProperty("java.class.path") + "' rugged.cli.Main \"$@\"\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        passes(python(List.of("-m", "unittest", "-v", "test_program"), home.toString()));
    }
}
