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
}
