package rugged.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.function.VoidFunction;

/**
 * One attempt at a task, on an executor: starts {@code sh SCRIPT TASK}, whose lines go to {@code TASK.log} beside the script, and waits. The input of the process is a pipe that ends with this JVM, so
 * that a worker whose executor dies stops as well.
 */
final class Attempt implements VoidFunction<Integer> {
    private static final long serialVersionUID = 1L;
    private static final long CLOSING_SECONDS = 100;

    /** Whether it was refused, or was stopped by somebody else: another executor may do it. */
    private static boolean elsewhere(int code) {
        return code == 2 || code == 130 || code == 143;
    }

    private final String script;

    /** @param script a path that every machine can read */
    Attempt(String script) {
        this.script = script;
    }

    @Override
    public void call(Integer task) throws IOException, InterruptedException {
        Path log = Path.of(script).resolveSibling(task + ".log");
        Process process = new ProcessBuilder("sh", script, Integer.toString(task))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        int code;
        try {
            code = process.waitFor();
        } catch (InterruptedException stopped) {
            process.destroy();
            process.waitFor(CLOSING_SECONDS, TimeUnit.SECONDS);
            throw stopped;
        }
        // other codes are final: the points are there, or the run folder says what is wrong with them
        if (elsewhere(code)) throw new IOException("task " + task + " ended with " + code + ", see " + log);
    }
}
