package rugged.run.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The lines of a shell script that carry one attempt at {@code $task} out, whatever engine starts it. */
final class TaskScript {
    /** What the Java run time takes beside its heap: classes, compiled code, threads. */
    private static final double JVM_BYTES = 320.0 * (1 << 20);

    private static final double MIB = 1 << 20;

    private TaskScript() {}

    /** Memory of one task, MiB. */
    static long mebibytes(Engine.Job job) {
        return (long) Math.ceil((job.heap() + JVM_BYTES) / MIB);
    }

    /**
     * Starts the worker and waits for it; afterwards {@code $code} is how it ended, and {@code $stopped} is not empty where the shell was signalled.
     *
     * @param leash whether the worker stops as well when the standard input of the shell ends, as it does when whoever started the shell dies
     */
    static List<String> lines(Engine.Job job, boolean leash) {
        Distribution at = job.distribution();
        String folder = at.folder().toAbsolutePath().normalize().toString();
        long heap = (long) Math.ceil(job.heap() / MIB);
        List<String> lines = new ArrayList<>();
        lines.add("export RUGGED_JAVA_OPTS=\"-Xmx" + heap + "m ${RUGGED_JAVA_OPTS:-}\"");
        if (leash) lines.add("exec 3<&0");
        lines.add(job.program().stream().map(TaskScript::quoted).collect(Collectors.joining(" ")) + " work "
                + quoted(at.run().directory().toAbsolutePath().normalize().toString()) + " " + at.number()
                + " \"$task\" --threads " + job.threads() + (leash ? " --leash <&3 &" : " &"));
        lines.addAll(watching(folder, mebibytes(job), (long) (Trouble.MORE * job.heap())));
        return lines;
    }

    /** What the shell does while the worker, which it has just started, is at work, and after. */
    private static List<String> watching(String folder, long memory, long more) {
        return """
            worker=$!
            stopped=
            # the shell is signalled, and asks the worker for its checkpoints
            trap 'stopped=yes; kill -TERM "$worker" 2>/dev/null' USR1 TERM
            wait "$worker"
            code=$?
            while kill -0 "$worker" 2>/dev/null; do wait "$worker"; code=$?; done
            if [ "$code" = 137 ]; then
              mkdir -p FOLDER/"$task" &&
                printf '{ "host": "%s", "reason": "killed: it took more than the MEMORYM that it was given", "heap": HEAP }\\n' \
                  "$(hostname)" >FOLDER/"$task"/trouble.json
            fi
            """.replace("FOLDER", quoted(folder))
                .replace("MEMORY", Long.toString(memory))
                .replace("HEAP", Long.toString(more))
                .lines()
                .toList();
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=,+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
