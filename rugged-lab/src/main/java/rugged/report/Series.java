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
     * The value at a time: as recorded where a time within the relative distance {@code within} was recorded, otherwise linear in log t between the two
     * neighbours (linear in t from 0); NaN outside of what was recorded.
     */
    double at(double time, double within) {
        double tolerance = Math.max(within * Math.abs(time), 1e-12);
        Map.Entry<Double, double[]> below = sums.floorEntry(time);
        Map.Entry<Double, double[]> above = sums.higherEntry(time);
        boolean downwards = below != null && time - below.getKey() <= tolerance;
        boolean upwards = above != null && above.getKey() - time <= tolerance;
        if (downwards && (!upwards || time - below.getKey() <= above.getKey() - time)) return mean(below);
        if (upwards) return mean(above);
        if (below == null || above == null) return Double.NaN;
        double from = below.getKey();
        double to = above.getKey();
        double fraction = from > 0 ? Math.log(time / from) / Math.log(to / from) : (time - from) / (to - from);
        return mean(below) + fraction * (mean(above) - mean(below));
    }

    private static double mean(Map.Entry<Double, double[]> entry) {
        return entry.getValue()[0] / entry.getValue()[1];
    }
}
