package rugged.run.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.LocalDisk;

/**
 * The Slurm workload manager: one array job, a task for each group of points. Time and memory follow from the plan. Two minutes before its time is over, or when it makes way for another job, a task is
 * signalled, writes its checkpoints, and is queued again.
 */
public final class Slurm implements Engine {
    private static final String SCRIPT = "array.sh";

    /** {@code MaxArraySize} of an installation that nobody changed is 1001. */
    private static final int MOST_TASKS = 1000;

    /** Predictions are right within a factor of two or so, and the machine may be slower than this one. */
    private static final double PATIENCE = 3.0;

    private static final double LEAST_SECONDS = 600;

    /** Seconds before its end at which a task is signalled. */
    private static final int WARNING = 120;

    @Override
    public String name() {
        return "slurm";
    }

    @Override
    public int mostTasks() {
        return MOST_TASKS;
    }

    @Override
    public boolean takes(String option) {
        return option.startsWith("-");
    }

    @Override
    public Sent send(Job job) {
        Path script = job.distribution().file(SCRIPT);
        String text = script(job);
        try {
            LocalDisk.ONLY.replace(script, text.getBytes(StandardCharsets.UTF_8), false);
        } catch (IOException e) {
            throw EnvironmentFailure.writing(script, e);
        }
        Optional<Path> sbatch = sbatch();
        if (sbatch.isEmpty()) {
            List<String> said = List.of(
                    "sbatch is not on the PATH of this machine; nothing was submitted. Where it is:",
                    "  sbatch " + script.toAbsolutePath());
            return new Sent(false, text, said, Optional.empty());
        }
        return new Sent(
                true, text, List.of("submitted as Slurm job " + submitted(sbatch.get(), script)), Optional.empty());
    }

    /** Where it is: in a folder of the PATH, or of the property {@code rugged.path}, which comes first. */
    private static Optional<Path> sbatch() {
        String folders =
                System.getProperty("rugged.path", "") + ":" + System.getenv().getOrDefault("PATH", "");
        return Stream.of(folders.split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "sbatch"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String submitted(Path sbatch, Path script) {
        try {
            Path errors = Files.createTempFile("sbatch", ".err");
            Process process = new ProcessBuilder(
                            sbatch.toString(),
                            "--parsable",
                            script.toAbsolutePath().toString())
                    .redirectError(errors.toFile())
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            int code = process.waitFor();
            String wrong = Files.readString(errors).strip();
            Files.delete(errors);
            if (code != 0)
                throw new EnvironmentFailure(
                        "sbatch refused " + script + " (exit " + code + "): " + wrong.replace('\n', ' '), null);
            return said.split(";", 2)[0];
        } catch (IOException e) {
            throw new EnvironmentFailure("cannot start sbatch: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentFailure("interrupted while sbatch was at work", e);
        }
    }

    /** The array job. */
    static String script(Job job) {
        Distribution at = job.distribution();
        int last = at.tasks().groups().size() - 1;
        long seconds = (long) Math.max(LEAST_SECONDS, Math.ceil(PATIENCE * job.seconds() / 60) * 60) + 2L * WARNING;
        String folder = at.folder().toAbsolutePath().normalize().toString();
        List<String> lines = new ArrayList<>(List.of(
                "#!/bin/sh",
                "#SBATCH --job-name=rugged-" + job.name(),
                "#SBATCH --array=0-" + last,
                "#SBATCH --ntasks=1",
                "#SBATCH --cpus-per-task=" + job.threads(),
                "#SBATCH --time=" + clock(seconds),
                "#SBATCH --mem=" + TaskScript.mebibytes(job) + "M",
                "#SBATCH --requeue",
                "#SBATCH --open-mode=append",
                "#SBATCH --signal=B:USR1@" + WARNING,
                "#SBATCH --output=" + folder + "/%a.log"));
        job.options().forEach(option -> lines.add("#SBATCH " + option));
        lines.add("");
        lines.add("task=$SLURM_ARRAY_TASK_ID");
        lines.addAll(TaskScript.lines(job, false));
        lines.addAll("""
            # its time is over, its points are not: it goes on where it is
            if [ -n "$stopped" ] && [ "$code" != 0 ]; then
              scontrol requeue "${SLURM_ARRAY_JOB_ID}_$task"
            fi
            exit "$code"
            """.lines().toList());
        return String.join("\n", lines) + "\n";
    }

    private static String clock(long seconds) {
        return String.format(
                Locale.ROOT,
                "%d-%02d:%02d:%02d",
                seconds / 86400,
                seconds / 3600 % 24,
                seconds / 60 % 60,
                seconds % 60);
    }
}
