package rugged.dynamics;

/** The few sums over a state that steppers need. Plain loops: they are small beside a gradient. */
final class Vectors {
    private Vectors() {}

    /** a.b, added in the order of the index. */
    static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    /** sqrt(|a|^2 / N). */
    static double rms(double[] a) {
        return Math.sqrt(dot(a, a) / a.length);
    }

    /** Whether all components are finite: 0 times anything else is not 0. Four sums, so that none waits for another. */
    static boolean finite(double[] a) {
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
