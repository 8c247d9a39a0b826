package rugged.analysis;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import rugged.num.RandomStream;
import rugged.num.RunningMean;
import rugged.num.Vectors;

/** Errors of functions of averages, by leaving samples out or drawing them again. */
public final class Resampling {
    private Resampling() {}

    /**
     * Jackknife error over n samples: sqrt((n - 1)/n sum_k (f_k - mean)^2) with f_k without the k-th; NaN for fewer than two. Right to first order also for
     * ratios of averages, whose samples are not ratios (Efron, Ann. Stat. 7, 1 (1979)).
     */
    public static double jackknife(int n, ToDoubleFunction<int[]> function) {
        if (n < 2) return Double.NaN;
        double[] without = new double[n];
        double mean = 0.0;
        for (int k = 0; k < n; k++) {
            int[] left = new int[n - 1];
            for (int s = 0; s < n - 1; s++) left[s] = s < k ? s : s + 1;
            without[k] = function.applyAsDouble(left);
            mean += without[k] / n;
        }
        return Math.sqrt((n - 1.0) / n * Vectors.scatter(without, mean));
    }

    /** What a function of n samples is without each of them: [left out][component]. */
    public static double[][] without(int n, Function<int[], double[]> function) {
        double[][] without = new double[n][];
        for (int k = 0; k < n; k++) {
            int[] left = new int[n - 1];
            for (int s = 0; s < n - 1; s++) left[s] = s < k ? s : s + 1;
            without[k] = function.apply(left);
        }
        return without;
    }

    /** Jackknife covariance of two components. */
    public static double covariance(double[][] without, int i, int j) {
        int n = without.length;
        double meanI = 0.0;
        double meanJ = 0.0;
        for (double[] one : without) {
            meanI += one[i] / n;
            meanJ += one[j] / n;
        }
        double sum = 0.0;
        for (double[] one : without) sum += (one[i] - meanI) * (one[j] - meanJ);
        return (n - 1.0) / n * sum;
    }

    /** Jackknife error of a component; NaN for fewer than two samples. */
    public static double error(double[][] without, int component) {
        return without.length < 2 ? Double.NaN : Math.sqrt(covariance(without, component, component));
    }

    /**
     * By how much the scatter over a bootstrap has to be multiplied: drawing again from n samples sees their variance with divisor n, which is (n - 1)/n of that
     * of the law they come from.
     */
    public static double few(int n) {
        return n < 2 ? Double.NaN : Math.sqrt(n / (n - 1.0));
    }

    /** n of the numbers 0 to n - 1, with repetition. */
    public static int[] draw(int n, RandomStream random) {
        int[] drawn = new int[n];
        for (int k = 0; k < n; k++) drawn[k] = random.nextInt(n);
        return drawn;
    }

    /**
     * Half of the interval that holds the middle 68.3 % of the values that are numbers, for laws with long tails such as that of a zero of a flat line; NaN unless
     * more than half of them are.
     */
    public static double middle(double[] values) {
        double[] sorted = java.util.Arrays.stream(values)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (2 * sorted.length <= values.length || sorted.length < 2) return Double.NaN;
        int cut = (int) Math.round(0.1587 * (sorted.length - 1));
        return 0.5 * (sorted[sorted.length - 1 - cut] - sorted[cut]);
    }

    /** Standard deviation of the values that are numbers; NaN unless more than half of them are. */
    public static double spread(double[] values) {
        RunningMean mean = new RunningMean();
        for (double value : values) mean.addNumber(value);
        return 2 * mean.count() > values.length ? mean.deviation() : Double.NaN;
    }
}
