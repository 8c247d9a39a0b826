package rugged.api;

import java.util.List;
import rugged.params.Kind;
import rugged.params.Spec;

/** Kernels that {@code rugged bench} times on the user's machine, beside the limit of the hardware and the slow reference. */
@Kind("benchmark")
public interface BenchmarkSpec extends Spec {
    /** Runs the measurements, one thread, a few seconds altogether. */
    List<Measurement> measure();

    /** What is measured, known without measuring: for the page of the benchmark. */
    default List<Rate> rates() {
        return List.of();
    }

    /**
     * Measurements of one kind, one for each size.
     *
     * @param text how their names begin
     * @param unit their unit
     * @param against what their ratios refer to; empty when there is none
     */
    record Rate(String text, String unit, String against) {}

    /**
     * One measured rate.
     *
     * @param name what was timed, with its size
     * @param value median
     * @param unit its unit: "ms per gradient", "ns per flip"
     * @param spread half the interquartile range, in the same unit
     * @param against what the ratio refers to: "one read of the couplings", "scalar reference"; empty when there is none
     * @param ratio value over that of {@code against}, both measured in this run, or NaN
     */
    record Measurement(String name, double value, String unit, double spread, String against, double ratio) {}
}
