package rugged.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rugged.params.Catalogue;
import rugged.study.Checked;
import rugged.study.Planner;
import rugged.study.cost.Estimate;
import rugged.study.cost.Machine;
import rugged.study.read.Bundled;
import rugged.study.read.Request;

/**
 * The memory that a plan predicts beside the memory that its run takes, in a process of its own with the options of the launcher: every study at its quick size. The
 * lines of a table are printed; {@code -Drugged.studies=glass-p2,mnist} takes these only.
 */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class MemoryTest {
    /** Predicted over measured. A plan must not promise half of what it takes, nor frighten with twice as much. */
    private static final double LEAST = 0.5;

    private static final double MOST = 2.0;
    private static final int THREADS = 2;
    private static final double MIB = 1 << 20;

    @TempDir
    Path directory;

    static List<String> studies() {
        String named = System.getProperty("rugged.studies", "");
        return named.isEmpty() ? Bundled.names() : Arrays.asList(named.split(","));
    }

    private static Estimate predicted(String study) {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long physical = system.getTotalMemorySize();
        Machine machine = new Machine((long) (0.7 * physical), physical, THREADS, 1.2e10, 1e10, 100_000);
        Request request = Bundled.request(study).orElseThrow().at("quick");
        Checked checked = Planner.check(request, Catalogue.standard(), machine);
        return checked.plan()
                .orElseThrow(() -> new AssertionError(checked.said()))
                .estimate();
    }

    /** The options with which the launcher starts the program. */
    private static List<String> options() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(here.resolve("rugged"))) here = here.getParent();
        String script = Files.readString(here.resolve("rugged"), StandardCharsets.UTF_8);
        Matcher flags = Pattern.compile("(?s)\nflags=\"(.*?)\"").matcher(script);
        assertThat(flags.find()).isTrue();
        return Arrays.asList(flags.group(1).split("\\s+"));
    }

    /** Bytes of memory that the process has had at most so far. */
    private static double peak(long process) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + process + "/status")))
                if (line.startsWith("VmHWM:")) return 1024.0 * Long.parseLong(line.replaceAll("\\D", ""));
        } catch (IOException gone) {
            // it has just ended
        }
        return 0.0;
    }

    private double measured(String study) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        line.addAll(options());
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), "rugged.cli.Main", "run", study));
        line.addAll(List.of(
                "--size",
                "quick",
                "--quiet",
                "--threads",
                "" + THREADS,
                "--out",
                directory.resolve("run").toString()));
        Path said = directory.resolve("said");
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("RUGGED_CACHE", directory.resolve("cache").toString());
        Process process = builder.start();
        double peak = 0.0;
        while (!process.waitFor(50, TimeUnit.MILLISECONDS)) peak = Math.max(peak, peak(process.pid()));
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        return peak;
    }

    @ParameterizedTest
    @MethodSource("studies")
    void aStudyTakesTheMemoryThatItsPlanPredicts(String study) throws Exception {
        Estimate estimate = predicted(study);
        double measured = measured(study);
        double ratio = estimate.memory() / measured;
        System.out.printf(
                Locale.ROOT, "| %s | %.0f | %.0f | %.2f |%n", study, estimate.memory() / MIB, measured / MIB, ratio);
        assertThat(ratio).as("predicted over measured").isBetween(LEAST, MOST);
    }
}
