package rugged.num.spectral;

/** Sums over vectors, in the order of their indices. */
final class Vectors {
    private Vectors() {}

    static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    /** y += factor x. */
    static void add(double[] y, double factor, double[] x) {
        for (int i = 0; i < y.length; i++) y[i] += factor * x[i];
    }

    static void scale(double[] x, double factor) {
        for (int i = 0; i < x.length; i++) x[i] *= factor;
    }
}
