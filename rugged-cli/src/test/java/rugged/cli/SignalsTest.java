package rugged.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real processes under real signals: the exit codes of the shell, nothing lost, and the same bits after a resumption. */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class SignalsTest {
    private static final long PATIENCE_SECONDS = 300;

    @TempDir
    static Path directory;

    private static Path study = Path.of("");
    private static Map<String, String> whole = Map.of();

    @BeforeAll
    static void run() throws IOException {
        study = Files.writeString(directory.resolve("s.yaml"), """
            study: signals
            landscape: { is: pspin, n: 48 }
            dynamics: { is: langevin, temperature: 0.5, dt: 0.02 }
            protocol: { is: waiting-times, tw: [1, 10], until: 600 }
            observe: [energy, correlation]
            seed: 1..3
            """);
        Path out = directory.resolve("whole");
        assertThat(here("run", study.toString(), "--out", out.toString(), "--quiet"))
                .isZero();
        whole = bits(out);
        assertThat(whole).hasSize(6);
    }

    private static int here(String... words) {
        return Main.execute(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), words);
    }

    private static Map<String, String> bits(Path run) throws IOException {
        Map<String, String> bits = new TreeMap<>();
        try (Stream<Path> files = Files.walk(run.resolve("points"))) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.equals("observations.tsv") || name.equals("final.npy"))
                    bits.put(run.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return bits;
    }

    private static ProcessBuilder rugged(String... words) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Drugged.kernels="
                        + System.getProperty(
                                "rugged.kernels",
                                rugged.num.kernel.KernelChoice.best().name()),
                "-cp",
                System.getProperty("java.class.path"),
                "rugged.cli.Main"));
        line.addAll(List.of(words));
        return new ProcessBuilder(line).redirectError(directory.resolve("err").toFile());
    }

    private static int code(Process process) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static void await(Path run) throws Exception {
        for (int k = 0; k < 10 * PATIENCE_SECONDS; k++) {
            if (Files.isDirectory(run.resolve("points"))) {
                try (Stream<Path> files = Files.walk(run.resolve("points"))) {
                    if (files.anyMatch(file -> file.endsWith("observations.tsv"))) return;
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("nothing was observed");
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130", "HUP, 129", "INT INT, 130"})
    void nothingIsLost(String signals, int code) throws Exception {
        Path run = directory.resolve(signals.replace(' ', '-'));
        Process process = rugged("run", study.toString(), "--out", run.toString(), "--threads", "1")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await(run);
        for (String signal : signals.split(" "))
            code(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start());
        assertThat(code(process)).isEqualTo(code);
        assertThat(Files.readString(directory.resolve("err"))).contains("rugged resume " + run);
        assertThat(here("verify", run.toString())).isZero();
        assertThat(here("resume", run.toString(), "--quiet")).isZero();
        assertThat(bits(run)).isEqualTo(whole);
    }

    @Test
    void whatNobodyCouldReadWasNotSaid() throws Exception {
        assertThat(code(rugged("list").redirectOutput(new File("/dev/full")).start()))
                .isEqualTo(3);
        assertThat(Files.readString(directory.resolve("err"))).contains("cannot write to standard output");
        Process closed = rugged("list").start();
        closed.getInputStream().close();
        assertThat(code(closed)).isEqualTo(141);
    }
}
