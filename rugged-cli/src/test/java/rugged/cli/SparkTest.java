package rugged.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code run --on spark} on a real standalone cluster of this machine: a master and two workers of one core. Skipped where {@code lib/spark} does not hold Spark; {@code -Drugged.trials=10} kills ten
 * workers.
 */
@Tag("slow")
class SparkTest {
    private static final Path SPARK = Path.of(System.getProperty("rugged.root", ".."))
            .toAbsolutePath()
            .normalize()
            .resolve("lib/spark");

    private static final int TRIALS = Integer.getInteger("rugged.trials", 1);
    private static final double UNTIL = Double.parseDouble(System.getProperty("rugged.until", "2000"));

    @TempDir
    Path directory;

    private final List<Process> workers = new ArrayList<>();
    private Process master;
    private int port;
    private int exit;

    @BeforeEach
    void cluster() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(SPARK), SPARK + " is not there: mvn -Dquick -Pspark -pl rugged-spark package");
        System.setProperty("rugged.spark", SPARK.toString());
        Path settings = Files.writeString(directory.resolve("settings.yaml"), "on: local\n");
        System.setProperty("rugged.settings", settings.toString());
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        master = daemon("master.Master", "--host", "127.0.0.1", "--port", "" + port, "--webui-port", "0");
        Path log = directory.resolve("master.Master.0.log");
        while (master.isAlive() && !Files.readString(log).contains("I have been elected leader")) Thread.sleep(100);
        for (int w = 0; w < 2; w++) workers.add(worker());
    }

    @AfterEach
    void end() {
        workers.forEach(SparkTest::kill);
        if (master != null) kill(master);
        System.clearProperty("rugged.settings");
        System.clearProperty("rugged.spark");
    }

    private Process worker() throws IOException {
        String folder = directory.resolve("work" + workers.size()).toString();
        return daemon(
                "worker.Worker", "--host", "127.0.0.1", "--webui-port", "0", "-c", "1", "-m", "2g", "-d", folder, at());
    }

    private Process daemon(String name, String... words) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-Xmx256m", "-cp", SPARK + "/jars/*", "org.apache.spark.deploy." + name));
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("SPARK_HOME", SPARK.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Path log = directory.resolve(name + "." + workers.size() + ".log");
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    /** With everything that it started, as when a machine dies. */
    private static void kill(Process process) {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private String at() {
        return "spark://127.0.0.1:" + port;
    }

    private String at(String name) {
        return directory.resolve(name).toString();
    }

    private String rugged(String... words) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        exit = Main.execute(writer, writer, words);
        return said.toString();
    }

    private String study(String n, double until) throws IOException {
        return Files.write(
                        directory.resolve("tiny.yaml"),
                        List.of(
                                "study: tiny",
                                "landscape: { is: pspin, n: " + n + ", mixture: 3 }",
                                "dynamics: { is: langevin, temperature: [0.5, 0.7], dt: 0.02 }",
                                "protocol: { is: waiting-times, tw: [0.5, 1], until: " + until + ", per-decade: 4 }",
                                "observe: [energy, correlation]",
                                "seed: 1..4"))
                .toString();
    }

    private String onSpark(String run, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("run", study("16", UNTIL), "--out", at(run)));
        words.addAll(List.of("--on", "spark:" + at(), "--conf", "spark.driver.host=127.0.0.1"));
        words.addAll(List.of(more));
        return rugged(words.toArray(String[]::new));
    }

    private TreeMap<String, String> observations(String run) throws IOException {
        TreeMap<String, String> all = new TreeMap<>();
        try (Stream<Path> points = Files.list(directory.resolve(run).resolve("points"))) {
            for (Path point : points.toList())
                all.put(String.valueOf(point.getFileName()), Files.readString(point.resolve("observations.tsv")));
        }
        return all;
    }

    private void whole(String run) throws IOException {
        assertThat(rugged("verify", at(run))).contains("whole");
        if (!Files.exists(directory.resolve("here")))
            assertThat(rugged("run", study("16", UNTIL), "--out", at("here"), "--quiet"))
                    .contains("complete");
        assertThat(observations(run)).isEqualTo(observations("here")).hasSize(8);
    }

    @Test
    void aRunOnTwoWorkersIsThatOfThisProcess() throws IOException {
        assertThat(onSpark("r", "--task-minutes", "0.01")).contains("complete");
        assertThat(exit).isZero();
        whole("r");
    }

    @Test
    void aWorkerThatDiesAtAnyMomentCostsNoBit() throws IOException, InterruptedException {
        Random random = new Random(20);
        for (int trial = 0; trial < TRIALS; trial++) {
            int victim = random.nextInt(2);
            Path begun = directory.resolve("r" + trial).resolve("cluster/1");
            long delay = random.nextLong(200, 8000);
            Thread killer = Thread.ofPlatform().start(() -> {
                try {
                    while (!attempted(begun)) Thread.sleep(20);
                    Thread.sleep(delay);
                    kill(workers.get(victim));
                } catch (InterruptedException late) {
                    Thread.currentThread().interrupt();
                }
            });
            String said = onSpark("r" + trial, "--task-minutes", "0.01");
            killer.interrupt();
            killer.join();
            System.getLogger("rugged")
                    .log(
                            System.Logger.Level.INFO,
                            "trial {0}: a worker killed after {1} ms, noticed: {2}",
                            trial,
                            delay,
                            said.contains("is lost"));
            assertThat(said).contains("complete");
            whole("r" + trial);
            if (!workers.get(victim).isAlive()) workers.set(victim, worker());
        }
    }

    /** Whether a worker has begun its first task. */
    private static boolean attempted(Path cluster) {
        try (Stream<Path> files = Files.walk(cluster, 3)) {
            return files.anyMatch(file -> file.endsWith("progress.json"));
        } catch (IOException | java.io.UncheckedIOException notYet) {
            return false;
        }
    }

    @Test
    void aDriverThatIsKilledAtAnyMomentLeavesARunThatGoesOn() throws IOException, InterruptedException {
        Random random = new Random(21);
        for (int trial = 0; trial < TRIALS; trial++) {
            String run = "r" + trial;
            long delay = random.nextLong(0, 4000);
            Thread killer = Thread.ofPlatform().start(() -> {
                try {
                    while (!attempted(directory.resolve(run).resolve("cluster/1"))) Thread.sleep(20);
                    Thread.sleep(delay);
                    driver().ifPresent(ProcessHandle::destroyForcibly);
                } catch (InterruptedException late) {
                    Thread.currentThread().interrupt();
                }
            });
            String said = onSpark(run, "--task-minutes", "0.01");
            killer.interrupt();
            killer.join();
            // a driver that dies when its work is done leaves nothing to go on with
            if (!said.contains("complete")) {
                assertThat(said).contains("points are not there", "rugged resume " + at(run));
                assertThat(exit).isEqualTo(1);
                for (int k = 0; k < 300 && rugged("status", at(run)).contains("at work"); k++) Thread.sleep(100);
                assertThat(onSpark(run)).contains("complete");
            }
            whole(run);
        }
    }

    private static Optional<ProcessHandle> driver() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("rugged.spark.Driver"))
                .findFirst();
    }

    @Test
    void whatCannotWorkIsSaidAtOnceAndNothingIsWritten() throws IOException {
        kill(master);
        assertThat(onSpark("r")).contains("no Spark master answers at " + at(), "nothing was handed over");
        assertThat(exit).isEqualTo(3);
        assertThat(directory.resolve("r")).doesNotExist();
        assertThat(rugged("run", study("16", 4), "--out", at("r"), "--on", "spark:" + at(), "--conf", "cores=2"))
                .contains("--conf: cores=2: is no setting of spark");
        assertThat(exit).isEqualTo(2);
        System.setProperty("rugged.spark", at("nowhere"));
        assertThat(onSpark("r")).contains("does not hold Spark", "mvn -Dquick -Pspark -pl rugged-spark package");
        assertThat(directory.resolve("r")).doesNotExist();
    }
}
