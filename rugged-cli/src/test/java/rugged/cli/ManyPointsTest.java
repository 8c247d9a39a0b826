package rugged.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.run.cluster.Distribution;
import rugged.run.cluster.Group;
import rugged.store.RunFolder;

/** Very many points, planned and handed over, none of them computed; {@code -Drugged.points=1000000} makes a million. */
@Tag("slow")
class ManyPointsTest {
    private static final int TEMPERATURES = 100;
    private static final int SEEDS = Integer.getInteger("rugged.points", 20_000) / TEMPERATURES;

    @TempDir
    Path directory;

    @AfterEach
    void forget() {
        System.clearProperty("rugged.settings");
    }

    @Test
    void areDividedAmongTasksAndStand() throws IOException {
        Path settings = Files.writeString(directory.resolve("settings.yaml"), "on: local\n");
        System.setProperty("rugged.settings", settings.toString());
        String temperatures = IntStream.rangeClosed(1, TEMPERATURES)
                .mapToObj(k -> Double.toString(0.02 * k))
                .collect(Collectors.joining(", "));
        Path study = Files.write(
                directory.resolve("many.yaml"),
                List.of(
                        "study: many",
                        "landscape: { is: pspin, n: 64, mixture: 3 }",
                        "dynamics: { is: langevin, temperature: [" + temperatures + "], dt: 0.02 }",
                        "protocol: { is: waiting-times, tw: [0.5, 1], until: 400, per-decade: 4 }",
                        "observe: [energy, correlation]",
                        "seed: 1.." + SEEDS));
        String run = directory.resolve("r").toString();
        Stopwatch watch = new Stopwatch();
        assertThat(rugged("run", study.toString(), "--on", "slurm", "--out", run, "--task-minutes", "1"))
                .contains(TEMPERATURES * SEEDS + " points in ", "array.sh");
        watch.say(TEMPERATURES * SEEDS + " points handed over");
        List<Group> groups =
                new Distribution(RunFolder.at(Path.of(run)), 1).tasks().groups();
        assertThat(groups.stream().flatMap(group -> group.points().stream()).distinct())
                .hasSize(TEMPERATURES * SEEDS);
        assertThat(rugged("status", run)).contains("0 of " + TEMPERATURES * SEEDS + " points", " waiting");
    }

    private static String rugged(String... words) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        Main.execute(writer, writer, words);
        return said.toString();
    }
}
