package rugged.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import rugged.run.cluster.Distribution;
import rugged.run.cluster.TaskList;
import rugged.store.RunFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code run --on slurm}, against a script that stands for sbatch and really carries the array job out. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ClusterTest {
    @TempDir
    Path directory;

    private int exit;

    @BeforeEach
    void settings() throws IOException {
        Path file = Files.writeString(directory.resolve("settings.yaml"), "task: { options: [--partition=long] }\n");
        System.setProperty("rugged.settings", file.toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty("rugged.settings");
        System.clearProperty("rugged.path");
    }

    private String rugged(String... words) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        exit = Main.execute(writer, writer, words);
        return said.toString();
    }

    private String at(String name) {
        return directory.resolve(name).toString();
    }

    private String study(double until) throws IOException {
        return Files.write(
                        directory.resolve("tiny.yaml"),
                        List.of(
                                "study: tiny",
                                "landscape: { is: pspin, n: 16, mixture: 3 }",
                                "dynamics: { is: langevin, temperature: [0.5, 0.7], dt: 0.02 }",
                                "protocol: { is: waiting-times, tw: [0.5, 1], until: " + until + ", per-decade: 4 }",
                                "observe: [energy, correlation]",
                                "seed: 1..3"))
                .toString();
    }

    /** The stand-in beside its scontrol, in the mood that the lines say. */
    private void standIn(String... mood) throws IOException {
        Path bin = Files.createDirectories(directory.resolve("bin"));
        for (String name : List.of("sbatch", "scontrol")) {
            String text;
            try (var in = ClusterTest.class.getResourceAsStream("/slurm/" + name)) {
                assertThat(in).isNotNull();
                text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
            if (name.equals("sbatch")) text = text.replaceFirst("\n", "\n" + String.join("\n", mood) + "\n");
            Path file = Files.writeString(bin.resolve(name), text);
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        System.setProperty("rugged.path", bin.toString());
    }

    private TreeMap<String, String> observations(String run) throws IOException {
        TreeMap<String, String> all = new TreeMap<>();
        try (Stream<Path> points = Files.list(directory.resolve(run).resolve("points"))) {
            for (Path point : points.toList())
                all.put(String.valueOf(point.getFileName()), Files.readString(point.resolve("observations.tsv")));
        }
        return all;
    }

    private void whole(String run, double until) throws IOException {
        assertThat(rugged("resume", at(run), "--quiet")).contains("complete");
        assertThat(exit).isZero();
        assertThat(rugged("verify", at(run))).contains("whole");
        assertThat(rugged("run", study(until), "--out", at("here"), "--quiet")).contains("complete");
        assertThat(observations(run)).isEqualTo(observations("here"));
    }

    private TaskList tasks(String run) {
        return new Distribution(RunFolder.at(directory.resolve(run)), 1).tasks();
    }

    @Test
    void withoutSbatchTheJobIsPrintedAndItsTasksRunAnywhere() throws IOException {
        String said = rugged("run", study(4), "--out", at("r"), "--on", "slurm", "--task-minutes", "0.00005");
        assertThat(exit).isZero();
        assertThat(said)
                .contains(
                        "sbatch is not on the PATH",
                        "#SBATCH --partition=long",
                        "#SBATCH --requeue",
                        "#SBATCH --signal=B:USR1@120",
                        "#SBATCH --time=0-00:14:00",
                        "rugged status " + at("r"));
        int groups = tasks("r").groups().size();
        assertThat(groups).isGreaterThan(1);
        assertThat(tasks("r").groups().stream()
                        .mapToInt(group -> group.points().size())
                        .sum())
                .isEqualTo(6);
        assertThat(rugged("status", at("r"))).contains("0 of 6 points", groups + " waiting");
        assertThat(rugged("work", at("r"), "1", "0", "--quiet")).contains("points are there");
        JsonNode status = JsonMapper.shared().readTree(rugged("status", at("r"), "--json"));
        assertThat(status.path("done").asInt())
                .isEqualTo(tasks("r").groups().getFirst().points().size());
        assertThat(status.path("tasks").path(0).path("state").asString()).isEqualTo("done");
        for (int task = 1; task < groups; task++) rugged("work", at("r"), "1", Integer.toString(task), "--quiet");
        assertThat(rugged("run", study(4), "--out", at("r"), "--on", "slurm")).contains("all points are there");
        whole("r", 4);
    }

    @Test
    void aWorkerOfAnotherVersionIsRefusedByName() throws IOException {
        rugged("run", study(4), "--out", at("r"), "--on", "slurm");
        Distribution one = new Distribution(RunFolder.at(directory.resolve("r")), 1);
        TaskList list = one.tasks();
        one.tasks(new TaskList(list.engine(), list.version(), "c0ffee", list.plan(), list.heap(), list.groups()));
        assertThat(rugged("work", at("r"), "1", "0"))
                .contains("worker on ", "the run was handed over by rugged " + list.version() + " (c0ffee)");
        assertThat(exit).isEqualTo(2);
        assertThat(rugged("status", at("r"))).contains("1 failed", "task 0: ", "(c0ffee)");
        assertThat(rugged("work", at("r"), "1", "7")).contains("TASK: 7: must be in [0, 0]");
    }

    @Test
    void badInputIsOneSentence() throws IOException {
        assertThat(rugged("run", study(4), "--on", "slrum"))
                .contains("--on: engine: slrum is unknown; one of local, slurm");
        assertThat(exit).isEqualTo(2);
        assertThat(rugged("run", study(4), "--on", "slurm", "--task-minutes", "-1"))
                .contains("must be > 0");
        Files.writeString(directory.resolve("settings.yaml"), "on: slurm\ntask: { minutes: -1, thread: 2 }\n");
        assertThat(rugged("run", study(4), "--out", at("r")))
                .contains("settings.yaml:2:18: task.minutes", "task.thread: unknown; did you mean threads?");
        assertThat(exit).isEqualTo(2);
        Files.writeString(directory.resolve("settings.yaml"), "on: cloud\n");
        assertThat(rugged("run", study(4), "--out", at("r"))).contains("settings.yaml: on: cloud is unknown");
        settings();
        standIn("STANDIN_REFUSE=1");
        assertThat(rugged("run", study(4), "--out", at("r"), "--on", "slurm"))
                .contains("sbatch refused ", "invalid partition specified");
        assertThat(exit).isEqualTo(3);
        assertThat(rugged("status", at("none"))).contains("none: no such folder");
    }

    @Test
    @Tag("slow")
    void anArrayJobThatIsInterruptedGoesOnFromItsCheckpoints() throws IOException {
        standIn("STANDIN_PREEMPT=1");
        List<String> words =
                new ArrayList<>(List.of("run", study(4000), "--out", at("r"), "--on", "slurm", "--task-memory", "200"));
        assertThat(rugged(words.toArray(String[]::new))).contains("submitted as Slurm job 1");
        assertThat(Files.readString(directory.resolve("r/cluster/1/0.log")))
                .contains("from its checkpoints", "points are there");
        assertThat(rugged("status", at("r"))).contains("6 of 6 points", "1 done");
        whole("r", 4000);
    }

    @Test
    @Tag("slow")
    void aTaskThatIsKilledIsReportedWithTheMemoryThatWouldDo() throws IOException {
        standIn("STANDIN_KILL=0");
        rugged("run", study(2000), "--out", at("r"), "--on", "slurm", "--task-minutes", "0.01");
        assertThat(rugged("status", at("r")))
                .contains("1 failed", "task 0: ", "killed: it took more than the ", "--task-memory 256");
        System.clearProperty("rugged.path");
        assertThat(rugged("run", study(2000), "--out", at("r"), "--on", "slurm", "--task-memory", "256"))
                .contains("points in 1 task");
        assertThat(rugged("work", at("r"), "2", "0", "--quiet")).contains("points are there");
        whole("r", 2000);
    }
}
