package rugged.spark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/** Tells the user, a line each, of executors that come and go, and when none comes. */
final class Executors extends SparkListener {
    private static final long PATIENCE_MILLIS = 20_000;

    private final Map<String, String> hosts = new ConcurrentHashMap<>();

    /** Says so when nobody has taken a task after a while. */
    void remindAfter() {
        Thread reminder = new Thread(
                () -> {
                    try {
                        Thread.sleep(PATIENCE_MILLIS);
                        if (hosts.isEmpty())
                            System.out.println("no executor yet: Spark waits for a worker with the cores and the memory"
                                    + " that a task needs; Ctrl-C stops, and nothing is lost");
                    } catch (InterruptedException ended) {
                        Thread.currentThread().interrupt();
                    }
                },
                "reminder");
        reminder.setDaemon(true);
        reminder.start();
    }

    @Override
    public void onExecutorAdded(SparkListenerExecutorAdded added) {
        hosts.put(added.executorId(), added.executorInfo().executorHost());
    }

    @Override
    public void onTaskStart(SparkListenerTaskStart started) {
        hosts.putIfAbsent(started.taskInfo().executorId(), started.taskInfo().host());
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        System.out.println("executor " + removed.executorId() + " on "
                + hosts.getOrDefault(removed.executorId(), "an unknown host") + " is lost ("
                + String.valueOf(removed.reason()).lines().findFirst().orElse("")
                + "); its task is taken up by another");
    }
}
