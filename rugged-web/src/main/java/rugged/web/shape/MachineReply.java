package rugged.web.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rugged.web.shape.run.RunItem;

/**
 * The machine.
 *
 * @param cpu processor
 * @param cores cores
 * @param threads threads of a run
 * @param vectors kernels in use
 * @param blas native linear algebra in use; empty for none
 * @param jdk Java run time
 * @param memory bytes of main memory
 * @param heap bytes that the program may use
 * @param heapUsed bytes that it uses
 * @param diskFree bytes free; null when unknown
 * @param diskUsed bytes of the workspace
 * @param largest the largest runs
 * @param queue runs being computed or waiting, in order
 * @param predictions predicted against actual time of the last runs
 * @param warnings what in the environment costs speed
 */
public record MachineReply(
        String cpu,
        int cores,
        int threads,
        String vectors,
        String blas,
        String jdk,
        double memory,
        double heap,
        double heapUsed,
        @Nullable Double diskFree,
        double diskUsed,
        List<RunItem> largest,
        List<RunItem> queue,
        List<Prediction> predictions,
        List<String> warnings) {
    /**
     * A prediction that can be judged.
     *
     * @param run the run
     * @param predicted seconds
     * @param actual seconds
     */
    public record Prediction(String run, double predicted, double actual) {}
}
