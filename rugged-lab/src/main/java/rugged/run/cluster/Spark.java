package rugged.run.cluster;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.LocalDisk;

/**
 * Apache Spark: one job, whose elements are the tasks. Its driver is a process of its own, so that this program neither needs Spark's jars nor runs under its flags; the jars lie in {@code lib/spark/jars},
 * beside that of the module {@code rugged-spark}, and are looked for only when this engine is asked for. An executor starts the same line that any engine starts; memory and cores of an executor
 * are those of one task, so that any cluster manager counts them.
 */
public final class Spark implements Engine {
    private static final String SCRIPT = "task.sh";
    private static final String LOG = "spark.log";
    private static final String DRIVER = "rugged.spark.Driver";

    /** Tasks of one job: the driver keeps about 10 kB of each. */
    private static final int MOST_TASKS = 20_000;

    /** Of a worker: the run time, the plan, code that is not compiled yet. */
    private static final double START_SECONDS = 2.5;

    /** A cluster of middle size. */
    private static final double CORES = 8;

    private static final double LEAST_SECONDS = 10;

    /** What an executor takes itself, beside the process of the task that it starts. */
    private static final long EXECUTOR_MEBIBYTES = 512;

    private static final int REACHED_MILLIS = 3000;
    private static final long CLOSING_SECONDS = 30;

    /** What Spark reaches into on Java 17 and later. */
    private static final List<String> OPEN = List.of(
            "java.base/java.lang",
            "java.base/java.lang.invoke",
            "java.base/java.lang.reflect",
            "java.base/java.io",
            "java.base/java.net",
            "java.base/java.nio",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.base/java.util.concurrent.atomic",
            "java.base/jdk.internal.ref",
            "java.base/sun.nio.ch",
            "java.base/sun.nio.cs",
            "java.base/sun.util.calendar",
            "java.security.jgss/sun.security.krb5");

    /** Machines die, and that is no reason to give a task up; one that refuses tasks gets no more of them. */
    private static final List<String> RESILIENCE = List.of(
            // a lost executor is noticed by either of two clocks; both must be set
            "-Dspark.network.timeout=120s",
            "-Dspark.network.timeoutInterval=15s",
            "-Dspark.executor.heartbeatInterval=5s",
            "-Dspark.task.maxFailures=200",
            "-Dspark.stage.maxConsecutiveAttempts=100",
            "-Dspark.excludeOnFailure.enabled=true",
            "-Dspark.excludeOnFailure.task.maxTaskAttemptsPerExecutor=2",
            "-Dspark.excludeOnFailure.task.maxTaskAttemptsPerNode=100",
            "-Dspark.excludeOnFailure.stage.maxFailedTasksPerExecutor=3",
            "-Dspark.excludeOnFailure.stage.maxFailedExecutorsPerNode=100");

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public int mostTasks() {
        return MOST_TASKS;
    }

    /**
     * A task costs its start, c, and the last ones leave cores idle for about half their length; on s cores that is least at sqrt(2 c all/s). How many cores there are is known to Spark alone, but
     * often it is a power of two, and so is the number of tasks, that all cores end together.
     */
    @Override
    public double taskSeconds(double all) {
        double best =
                Math.clamp(Math.sqrt(2 * START_SECONDS * all / CORES), LEAST_SECONDS, Engine.super.taskSeconds(all));
        double tasks = Math.max(1, Math.ceil(all / best));
        return all / Math.scalb(1.0, (int) Math.ceil(Math.log(tasks) / Math.log(2) - 1e-9));
    }

    @Override
    public boolean takes(String option) {
        return option.matches("spark\\.[^=]+=.*");
    }

    @Override
    public void require(String target) {
        jars();
        if (!target.startsWith("spark://")) return;
        List<String> deaf = new ArrayList<>();
        for (String place : target.substring("spark://".length()).split(",")) {
            Optional<String> why = unreached(place);
            if (why.isEmpty()) return;
            deaf.add(why.get());
        }
        throw new EnvironmentFailure(
                "no Spark master answers at " + target + " (" + String.join("; ", deaf)
                        + "); nothing was handed over, and nothing is lost",
                null);
    }

    private static Optional<String> unreached(String place) {
        int colon = place.lastIndexOf(':');
        if (colon < 0 || !place.substring(colon + 1).matches("[0-9]{1,5}"))
            return Optional.of(place + " is not HOST:PORT");
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(place.substring(0, colon), Integer.parseInt(place.substring(colon + 1))),
                    REACHED_MILLIS);
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(e instanceof java.net.UnknownHostException ? "unknown host " + place : reason(e));
        }
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** The folder of Spark's jars and of ours. */
    private static Path jars() {
        String named = System.getProperty("rugged.spark", System.getenv().getOrDefault("RUGGED_SPARK", ""));
        Path folder = named.isBlank() ? Path.of(System.getProperty("rugged.home", ""), "lib", "spark") : Path.of(named);
        Path jars = folder.resolve("jars").toAbsolutePath().normalize();
        if (!holds(jars, "spark-core_") || !holds(jars, "rugged-spark"))
            throw new EnvironmentFailure(
                    jars
                            + " does not hold Spark and rugged-spark.jar: 'mvn -Dquick -Pspark -pl rugged-spark"
                            + " package' in the source tree of rugged puts them into lib/spark/jars (220 MB from Maven"
                            + " Central); RUGGED_SPARK names another folder than lib/spark",
                    null);
        return jars;
    }

    private static boolean holds(Path jars, String name) {
        if (!Files.isDirectory(jars)) return false;
        try (Stream<Path> files = Files.list(jars)) {
            return files.anyMatch(file -> String.valueOf(file.getFileName()).startsWith(name));
        } catch (IOException e) {
            throw EnvironmentFailure.reading(jars, e);
        }
    }

    @Override
    public Sent send(Job job) {
        Path script = job.distribution().file(SCRIPT);
        List<String> lines = new ArrayList<>(List.of("#!/bin/sh", "task=$1"));
        lines.addAll(TaskScript.lines(job, true));
        lines.add("exit \"$code\"");
        String text = String.join("\n", lines) + "\n";
        try {
            LocalDisk.ONLY.replace(script, text.getBytes(StandardCharsets.UTF_8), false);
            Path log = job.distribution().file(LOG);
            Process driver = new ProcessBuilder(command(job, script))
                    .redirectError(log.toFile())
                    .start();
            return new Sent(true, text, List.of(), Optional.of(new Driven(driver, log)));
        } catch (IOException e) {
            throw EnvironmentFailure.writing(script, e);
        }
    }

    /** The line that starts the driver. */
    private static List<String> command(Job job, Path script) {
        Path jars = jars();
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        OPEN.forEach(one -> words.add("--add-opens=" + one + "=ALL-UNNAMED"));
        words.addAll(List.of(
                "-Xmx1g",
                "--add-modules=jdk.incubator.vector",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Djdk.reflect.useDirectMethodHandle=false",
                "-Dio.netty.tryReflectionSetAccessible=true",
                "-Dio.netty.noUnsafe=false"));
        words.addAll(of(job, jars));
        words.addAll(RESILIENCE);
        // what the user says comes last and decides
        job.options().forEach(one -> words.add("-D" + one));
        words.addAll(List.of("-cp", jars + "/*", DRIVER));
        words.add(script.toAbsolutePath().normalize().toString());
        words.add(Integer.toString(job.distribution().tasks().groups().size()));
        return words;
    }

    private static List<String> of(Job job, Path jars) {
        long memory = EXECUTOR_MEBIBYTES + TaskScript.mebibytes(job);
        return List.of(
                "-Dspark.app.name=rugged " + job.name(),
                "-Dspark.master=" + (job.target().isEmpty() ? "local[*]" : job.target()),
                "-Dspark.jars=" + jars.resolve("rugged-spark.jar"),
                "-Dspark.ui.enabled=false",
                "-Dspark.task.cpus=" + job.threads(),
                "-Dspark.executor.cores=" + job.threads(),
                "-Dspark.executor.memory=" + memory + "m");
    }

    /** The driver's process: its lines are for the user, and the end of its input is the order to stop. */
    private static final class Driven implements Attended {
        private final Process driver;
        private final Path log;
        private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
        private final Thread reader;

        Driven(Process driver, Path log) {
            this.driver = driver;
            this.log = log;
            reader = Thread.ofVirtual().start(() -> {
                try (var out = driver.inputReader(StandardCharsets.UTF_8)) {
                    out.lines().forEach(lines::add);
                } catch (IOException | java.io.UncheckedIOException gone) {
                    // it was killed; how it ended says so
                }
            });
        }

        @Override
        public boolean ended(Duration longest) throws InterruptedException {
            if (!driver.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) return false;
            reader.join(Duration.ofSeconds(1));
            if (driver.exitValue() > 1)
                lines.add("Spark's driver ended with " + driver.exitValue() + "; its log is " + log);
            return true;
        }

        @Override
        public List<String> said() {
            List<String> said = new ArrayList<>();
            for (String line = lines.poll(); line != null; line = lines.poll()) said.add(line);
            return said;
        }

        @Override
        public void stop() {
            try {
                driver.outputWriter().close();
            } catch (IOException gone) {
                // it has ended already
            }
            try {
                if (!driver.waitFor(CLOSING_SECONDS, TimeUnit.SECONDS)) driver.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
