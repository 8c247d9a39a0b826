package rugged.validation;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.gamma.Erfc;

/**
 * Signed distances (ours - reference) / combined standard error of many rows as a histogram beside the unit normal: when errors are what they say, the two look
 * alike. Too narrow is as suspicious as too wide.
 *
 * @param rows how many distances there are
 * @param bins bins of half a standard error; the outermost reach to infinity
 */
public record Distances(int rows, List<Bin> bins) {
    private static final double WIDTH = 0.5;
    private static final int BINS = 14;
    private static final double FIRST = -WIDTH * BINS / 2;

    /**
     * A bin.
     *
     * @param from lower edge
     * @param to upper edge
     * @param count distances in it
     * @param expected how many a unit normal would put there
     */
    public record Bin(double from, double to, int count, double expected) {}

    /** Copies the list. */
    public Distances {
        bins = List.copyOf(bins);
    }

    /** The histogram of some distances; those that are not finite are left out. */
    public static Distances of(List<Double> signed) {
        int[] counts = new int[BINS];
        int rows = 0;
        for (double distance : signed) {
            if (!Double.isFinite(distance)) continue;
            rows++;
            counts[(int) Math.clamp(Math.floor((distance - FIRST) / WIDTH), 0, BINS - 1)]++;
        }
        List<Bin> bins = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            double from = FIRST + b * WIDTH;
            double below = b == 0 ? 0 : normal(from);
            double above = b == BINS - 1 ? 1 : normal(from + WIDTH);
            bins.add(new Bin(from, from + WIDTH, counts[b], rows * (above - below)));
        }
        return new Distances(rows, bins);
    }

    /** Probability that a unit normal variable is less than x. */
    private static double normal(double x) {
        return 0.5 * Erfc.value(-x / Math.sqrt(2));
    }
}
