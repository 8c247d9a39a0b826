package rugged.num;

/** The few operations on states that dynamics share. Plain loops in the order of the index: they are small beside a gradient. */
public final class Vectors {
    private Vectors() {}

    /** a.b. */
    public static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    /** |a|. */
    public static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    /** The mean, summed in the order of the index; NaN of no values. */
    public static double mean(double[] a) {
        double sum = 0.0;
        for (double value : a) sum += value;
        return sum / a.length;
    }

    /** The mean of those elements whose indices are given, an index as often as it stands there. */
    public static double mean(double[] a, int[] of) {
        double sum = 0.0;
        for (int index : of) sum += a[index];
        return sum / of.length;
    }

    /** Sum of the squared deviations from a mean, in the order of the index. */
    public static double scatter(double[] a, double mean) {
        double sum = 0.0;
        for (double value : a) sum += (value - mean) * (value - mean);
        return sum;
    }

    /** y += factor x. */
    public static void add(double[] y, double factor, double[] x) {
        for (int i = 0; i < y.length; i++) y[i] += factor * x[i];
    }

    /** x *= factor. */
    public static void scale(double[] x, double factor) {
        for (int i = 0; i < x.length; i++) x[i] *= factor;
    }

    /** y = factor x. */
    public static void set(double[] y, double factor, double[] x) {
        for (int i = 0; i < y.length; i++) y[i] = factor * x[i];
    }

    /** max |a_i|; four at a time, so that none waits for another. */
    public static double largest(double[] a) {
        double one = 0.0;
        double two = 0.0;
        double three = 0.0;
        double four = 0.0;
        int i = 0;
        for (; i + 4 <= a.length; i += 4) {
            one = Math.max(one, Math.abs(a[i]));
            two = Math.max(two, Math.abs(a[i + 1]));
            three = Math.max(three, Math.abs(a[i + 2]));
            four = Math.max(four, Math.abs(a[i + 3]));
        }
        for (; i < a.length; i++) one = Math.max(one, Math.abs(a[i]));
        return Math.max(Math.max(one, two), Math.max(three, four));
    }

    /** sqrt(|a|^2 / N). */
    public static double rms(double[] a) {
        return Math.sqrt(dot(a, a) / a.length);
    }

    /** Whether all components are finite: 0 times anything else is not 0. Four sums, so that none waits for another. */
    public static boolean finite(double[] a) {
        double one = 0.0;
        double two = 0.0;
        double three = 0.0;
        double four = 0.0;
        int i = 0;
        for (; i + 4 <= a.length; i += 4) {
            one += 0.0 * a[i];
            two += 0.0 * a[i + 1];
            three += 0.0 * a[i + 2];
            four += 0.0 * a[i + 3];
        }
        for (; i < a.length; i++) one += 0.0 * a[i];
        return one + two + three + four == 0.0;
    }
}
