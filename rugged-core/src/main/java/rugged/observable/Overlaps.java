package rugged.observable;

/** Overlaps of two states. */
public final class Overlaps {
    private Overlaps() {}

    /** a.b / N. */
    public static double overlap(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum / a.length;
    }

    /** |a - b|^2 / N, by the differences themselves: accurate also when a and b nearly coincide. */
    public static double distance(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            double d = a[i] - b[i];
            sum += d * d;
        }
        return sum / a.length;
    }

    /** a.b/(|a| |b|); NaN where one is 0. */
    public static double cosine(double[] a, double[] b) {
        return overlap(a, b) / Math.sqrt(overlap(a, a) * overlap(b, b));
    }

    /** Subtracts from every column of values[rows columns], row by row, its mean. */
    public static void centre(double[] values, int columns) {
        int rows = values.length / columns;
        for (int k = 0; k < columns; k++) {
            double mean = 0.0;
            for (int a = 0; a < rows; a++) mean += values[a * columns + k];
            mean /= rows;
            for (int a = 0; a < rows; a++) values[a * columns + k] -= mean;
        }
    }
}
