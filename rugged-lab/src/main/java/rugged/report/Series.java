package rugged.report;

import java.util.Map;
import java.util.TreeMap;

/** One quantity of one sample against time, at one waiting time or without; reads between recorded times. */
final class Series {
    private final TreeMap<Double, double[]> sums = new TreeMap<>();

    /** A value and the standard error that was recorded with it, 0 when none was. */
    record Read(double value, double error) {
        static final Read NONE = new Read(Double.NaN, 0.0);
    }

    /** Adds one value with its own standard error (NaN: unknown); several at one time (replicas) are averaged, as if their errors were common to them. */
    void add(double time, double value, double error) {
        double[] sum = sums.computeIfAbsent(time, t -> new double[3]);
        sum[0] += value;
        sum[1] += 1.0;
        sum[2] += Double.isNaN(error) ? 0.0 : error;
    }

    /**
     * The value at a time: as recorded where a time within the relative distance {@code within} was recorded, otherwise linear in log t between the two
     * neighbours (linear in t from 0); NaN outside of what was recorded.
     */
    Read at(double time, double within) {
        double tolerance = Math.max(within * Math.abs(time), 1e-12);
        Map.Entry<Double, double[]> below = sums.floorEntry(time);
        Map.Entry<Double, double[]> above = sums.higherEntry(time);
        boolean downwards = below != null && time - below.getKey() <= tolerance;
        boolean upwards = above != null && above.getKey() - time <= tolerance;
        if (downwards && (!upwards || time - below.getKey() <= above.getKey() - time)) return mean(below);
        if (upwards) return mean(above);
        if (below == null || above == null) return Read.NONE;
        double from = below.getKey();
        double to = above.getKey();
        double fraction = from > 0 ? Math.log(time / from) / Math.log(to / from) : (time - from) / (to - from);
        Read first = mean(below);
        Read second = mean(above);
        return new Read(
                first.value() + fraction * (second.value() - first.value()),
                first.error() + fraction * (second.error() - first.error()));
    }

    /** The last recorded value. */
    Read last() {
        Map.Entry<Double, double[]> last = sums.lastEntry();
        return last == null ? Read.NONE : mean(last);
    }

    /** The mean over what was recorded from one time to another, ends included; its error as if common to all of them. NaN where nothing was. */
    Read mean(double from, double to) {
        double value = 0.0;
        double error = 0.0;
        int count = 0;
        for (Map.Entry<Double, double[]> entry :
                sums.subMap(from, true, to, true).entrySet()) {
            Read one = mean(entry);
            value += one.value();
            error += one.error();
            count++;
        }
        return count == 0 ? Read.NONE : new Read(value / count, error / count);
    }

    private static Read mean(Map.Entry<Double, double[]> entry) {
        double[] sum = entry.getValue();
        return new Read(sum[0] / sum[1], sum[2] / sum[1]);
    }
}
