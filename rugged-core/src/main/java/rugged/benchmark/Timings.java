package rugged.benchmark;

import java.util.Arrays;
import rugged.api.BenchmarkSpec.Measurement;

/** What repeated measurements of a time come to. */
final class Timings {
    private Timings() {}

    /** The middle one, or the mean of the two in the middle. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : 0.5 * (sorted[half - 1] + sorted[half]);
    }

    /** Half the interquartile range. */
    static double spread(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return 0.5 * (sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4]);
    }

    /** Median and spread of values with nothing beside them. */
    static Measurement measured(String name, double[] values, String unit) {
        return new Measurement(name, median(values), unit, spread(values), "", Double.NaN);
    }
}
