package rugged.observable;

/** Overlaps of two states. */
final class Overlaps {
    private Overlaps() {}

    /** a.b / N. */
    static double overlap(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum / a.length;
    }

    /** |a - b|^2 / N, by the differences themselves: accurate also when a and b nearly coincide. */
    static double distance(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            double d = a[i] - b[i];
            sum += d * d;
        }
        return sum / a.length;
    }
}
