package rugged.web.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rugged.api.BenchmarkSpec;

/**
 * What the kernels reach on this machine, as it was measured last.
 *
 * @param when it was measured, ISO 8601 in UTC; empty when it never was
 * @param commit of the program that measured
 * @param vectors kernels that were in use
 * @param measuring whether it is being measured now
 * @param problem why the last measurement failed; empty when it did not
 * @param groups the measurements
 */
public record KernelReply(
        String when, String commit, String vectors, boolean measuring, String problem, List<Group> groups) {
    /**
     * What one benchmark measured.
     *
     * @param name of the benchmark
     * @param title its title
     * @param rows the rates
     */
    public record Group(String name, String title, List<Row> rows) {}

    /**
     * One rate.
     *
     * @param name what was timed
     * @param value median
     * @param unit its unit
     * @param spread half the interquartile range
     * @param against what the ratio refers to, the limit of the hardware or slower code; empty for none
     * @param ratio value over that; null for none
     */
    public record Row(
            String name,
            double value,
            String unit,
            double spread,
            String against,
            @Nullable Double ratio) {
        /** The same, as the benchmark says it. */
        public static Row of(BenchmarkSpec.Measurement measured) {
            return new Row(
                    measured.name(),
                    measured.value(),
                    measured.unit(),
                    measured.spread(),
                    measured.against(),
                    Double.isFinite(measured.ratio()) ? (Double) measured.ratio() : null);
        }
    }

    /** Nothing measured yet. */
    public static KernelReply never() {
        return new KernelReply("", "", "", false, "", List.of());
    }

    /** The same, with how the measurement stands. */
    public KernelReply with(boolean now, String why) {
        return new KernelReply(when, commit, vectors, now, why, groups);
    }
}
