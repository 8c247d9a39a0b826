package rugged.report;

import java.util.Map;
import java.util.TreeMap;

/** One quantity of one sample against time, at one waiting time or without; reads between recorded times. */
final class Series {
    private final TreeMap<Double, double[]> sums = new TreeMap<>();

    /** Adds one value; several at one time (replicas) are averaged. */
    void add(double time, double value) {
        double[] sum = sums.computeIfAbsent(time, t -> new double[2]);
        sum[0] += value;
        sum[1] += 1.0;
    }

    /**
     * The value at a time: as recorded where the time was recorded, otherwise linear in log t between the two neighbours (linear in t from 0); NaN outside
     * of what was recorded.
     */
    double at(double time) {
        double tolerance = 1e-9 * Math.max(1.0, Math.abs(time));
        Map.Entry<Double, double[]> below = sums.floorEntry(time + tolerance);
        if (below == null) return Double.NaN;
        if (Math.abs(below.getKey() - time) <= tolerance) return mean(below);
        Map.Entry<Double, double[]> above = sums.higherEntry(below.getKey());
        if (above == null) return Double.NaN;
        double from = below.getKey();
        double to = above.getKey();
        double fraction = from > 0 ? Math.log(time / from) / Math.log(to / from) : (time - from) / (to - from);
        return mean(below) + fraction * (mean(above) - mean(below));
    }

    private static double mean(Map.Entry<Double, double[]> entry) {
        return entry.getValue()[0] / entry.getValue()[1];
    }
}
