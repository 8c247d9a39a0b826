package rugged.run.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import rugged.api.motion.Task;
import rugged.num.Packed;

/** What the tasks of a point have found so far, call by call and in their order, in memory and in a log that outlives an interruption. */
public final class TaskLog {
    private final Map<Integer, List<Task.Result>> calls = new HashMap<>();
    private final Consumer<byte[]> log;
    private long evaluations;

    /**
     * @param recorded everything up to the checkpoint, as it was logged
     * @param log takes the bytes of every new result
     */
    public TaskLog(byte[] recorded, Consumer<byte[]> log) {
        this.log = log;
        Packed.Reader in = new Packed.Reader(recorded);
        for (int left = recorded.length; left > 0; ) {
            int call = in.readInt();
            Task.Result result = new Task.Result(in.readBytes(), in.readLong());
            keep(call, result);
            left -= bytes(call, result).length;
        }
    }

    /** The results of a call, which grow as they are added. */
    public List<Task.Result> of(int call) {
        return calls.computeIfAbsent(call, _ -> new ArrayList<>());
    }

    /** Keeps the next result of a call. */
    public void add(int call, Task.Result result) {
        keep(call, result);
        log.accept(bytes(call, result));
    }

    /** Gradients evaluated by all of them. */
    public long evaluations() {
        return evaluations;
    }

    private void keep(int call, Task.Result result) {
        of(call).add(result);
        evaluations += result.evaluations();
    }

    private static byte[] bytes(int call, Task.Result result) {
        return new Packed.Writer()
                .put(call)
                .put(result.found())
                .put(result.evaluations())
                .bytes();
    }
}
