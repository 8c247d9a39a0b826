package rugged.dynamics.minimise;

/** The few operations on states that minimisers share. Plain loops in the order of the index: they are small beside a gradient. */
final class Vectors {
    private Vectors() {}

    /** a.b. */
    static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    /** |a|. */
    static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    /** y += factor x. */
    static void add(double[] y, double factor, double[] x) {
        for (int i = 0; i < y.length; i++) y[i] += factor * x[i];
    }

    /** x *= factor. */
    static void scale(double[] x, double factor) {
        for (int i = 0; i < x.length; i++) x[i] *= factor;
    }

    /** y = factor x. */
    static void set(double[] y, double factor, double[] x) {
        for (int i = 0; i < y.length; i++) y[i] = factor * x[i];
    }

    /** max |a_i|. */
    static double largest(double[] a) {
        double most = 0.0;
        for (double ai : a) most = Math.max(most, Math.abs(ai));
        return most;
    }
}
