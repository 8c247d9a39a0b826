package rugged.spark;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * The driver of one job: {@code rugged.spark.Driver SCRIPT TASKS} carries out {@code sh SCRIPT TASK} for every TASK from 0. Spark's settings are Java properties {@code spark.*}. It stops when its
 * standard input ends, as it does when whoever started it dies. What it prints is for the user: who takes tasks, and who is lost.
 *
 * <p>Exit code 0 when every task was carried out, 1 when not, after a line that says why.
 */
public final class Driver {
    private static final String GROUP = "rugged";
    private static final Pattern TASK = Pattern.compile("task [0-9]+ ended with [0-9]+, see \\S+");

    private Driver() {}

    /** @param words SCRIPT and TASKS */
    public static void main(String[] words) {
        System.exit(run(words[0], Integer.parseInt(words[1])));
    }

    private static int run(String script, int count) {
        AtomicBoolean stopped = new AtomicBoolean();
        try (JavaSparkContext spark = new JavaSparkContext(new SparkConf())) {
            spark.setLogLevel("WARN");
            Executors executors = new Executors();
            spark.sc().addSparkListener(executors);
            Thread leash = new Thread(() -> leash(spark, stopped), "leash");
            leash.setDaemon(true);
            leash.start();
            executors.remindAfter();
            List<Integer> tasks = IntStream.range(0, count).boxed().toList();
            spark.setJobGroup(GROUP, "points", true);
            spark.parallelize(tasks, count).foreach(new Attempt(script));
            return 0;
        } catch (Exception e) {
            if (!stopped.get()) System.out.println("the Spark job ended early: " + reason(e));
            return 1;
        }
    }

    /** Spark says a lot; the words of a task that ended badly say most. */
    private static String reason(Exception e) {
        String message = String.valueOf(e.getMessage());
        Matcher task = TASK.matcher(message);
        if (task.find()) return task.group();
        return message.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse(e.getClass().getSimpleName());
    }

    private static void leash(JavaSparkContext spark, AtomicBoolean stopped) {
        try {
            while (System.in.read() >= 0) {
                // nobody says anything here
            }
        } catch (IOException gone) {
            // the same as its end
        }
        stopped.set(true);
        spark.cancelJobGroup(GROUP);
    }
}
