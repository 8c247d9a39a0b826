package rugged.analysis.array;

import java.util.Arrays;

/** What the numbers of an array are counted in. */
public enum ArrayUnit {
    /** As recorded. */
    NONE,
    /** The mean of each array, for what has a scale of its own in every sample, such as forces near jamming. */
    MEAN;

    /** The numbers in this unit; not to be changed. */
    double[] of(double[] values) {
        if (this == NONE) return values;
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        return Arrays.stream(values).map(value -> value / mean).toArray();
    }
}
