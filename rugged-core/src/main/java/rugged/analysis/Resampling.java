package rugged.analysis;

import java.util.function.ToDoubleFunction;
import rugged.num.RandomStream;

/** Errors of functions of averages, by leaving samples out or drawing them again. */
final class Resampling {
    private Resampling() {}

    /**
     * Jackknife error over n samples: sqrt((n - 1)/n sum_k (f_k - mean)^2) with f_k without the k-th; NaN for fewer than two. Right to first order also for
     * ratios of averages, whose samples are not ratios (Efron, Ann. Stat. 7, 1 (1979)).
     */
    static double jackknife(int n, ToDoubleFunction<int[]> function) {
        if (n < 2) return Double.NaN;
        double[] without = new double[n];
        double mean = 0.0;
        for (int k = 0; k < n; k++) {
            int[] left = new int[n - 1];
            for (int s = 0; s < n - 1; s++) left[s] = s < k ? s : s + 1;
            without[k] = function.applyAsDouble(left);
            mean += without[k] / n;
        }
        double squares = 0.0;
        for (double value : without) squares += (value - mean) * (value - mean);
        return Math.sqrt((n - 1.0) / n * squares);
    }

    /** n of the numbers 0 to n - 1, with repetition. */
    static int[] draw(int n, RandomStream random) {
        int[] drawn = new int[n];
        for (int k = 0; k < n; k++) drawn[k] = random.nextInt(n);
        return drawn;
    }

    /**
     * Half of the interval that holds the middle 68.3 % of the values that are numbers, for laws with long tails such as that of a zero of a flat line; NaN unless
     * more than half of them are.
     */
    static double middle(double[] values) {
        double[] sorted = java.util.Arrays.stream(values)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (2 * sorted.length <= values.length || sorted.length < 2) return Double.NaN;
        int cut = (int) Math.round(0.1587 * (sorted.length - 1));
        return 0.5 * (sorted[sorted.length - 1 - cut] - sorted[cut]);
    }

    /** Standard deviation of the values that are numbers; NaN unless more than half of them are. */
    static double spread(double[] values) {
        int count = 0;
        double mean = 0.0;
        double squares = 0.0;
        for (double value : values) {
            if (Double.isNaN(value)) continue;
            count++;
            double before = value - mean;
            mean += before / count;
            squares += before * (value - mean);
        }
        return 2 * count > values.length && count > 1 ? Math.sqrt(squares / (count - 1)) : Double.NaN;
    }
}
