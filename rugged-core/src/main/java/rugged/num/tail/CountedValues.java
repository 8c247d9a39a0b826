package rugged.num.tail;

import java.util.Arrays;

/** Numbers in increasing order, equal ones counted, with the count and the sum of logarithms from each of them on. */
public final class CountedValues {
    final double[] value;
    final double[] log;
    /** How many numbers lie at {@code value[k]} or above; one more entry, 0. */
    final double[] above;
    /** Sum of their logarithms; one more entry, 0. */
    final double[] logAbove;

    /** Of different numbers in increasing order, with weights that need not be whole. */
    CountedValues(double[] value, double[] count) {
        int n = value.length;
        this.value = value;
        log = new double[n];
        above = new double[n + 1];
        logAbove = new double[n + 1];
        for (int k = n - 1; k >= 0; k--) {
            log[k] = Math.log(value[k]);
            above[k] = above[k + 1] + count[k];
            logAbove[k] = logAbove[k + 1] + count[k] * log[k];
        }
    }

    /** Of positive numbers, which are sorted. */
    public static CountedValues of(double[] numbers) {
        Arrays.sort(numbers);
        double[] value = new double[numbers.length];
        double[] count = new double[numbers.length];
        int n = 0;
        for (double x : numbers) {
            if (n == 0 || x != value[n - 1]) value[n++] = x;
            count[n - 1]++;
        }
        return new CountedValues(Arrays.copyOf(value, n), Arrays.copyOf(count, n));
    }

    /** How many different ones. */
    public int distinct() {
        return value.length;
    }

    /** All numbers. */
    public double total() {
        return above[0];
    }

    /** The largest. */
    public double largest() {
        return value[value.length - 1];
    }

    /** How many are equal to the k-th. */
    double count(int k) {
        return above[k] - above[k + 1];
    }

    /** The index of the first that is not below x. */
    int from(double x) {
        int k = Arrays.binarySearch(value, x);
        return k < 0 ? -k - 1 : k;
    }
}
