package rugged.num.spectral;

/** Loops over vectors; sums have a fixed order, the same on every machine. */
final class SpectralVectors {
    private SpectralVectors() {}

    static double dot(double[] a, double[] b) {
        double s0 = 0.0;
        double s1 = 0.0;
        double s2 = 0.0;
        double s3 = 0.0;
        int even = a.length & ~3;
        for (int i = 0; i < even; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (int i = even; i < a.length; i++) s0 += a[i] * b[i];
        return (s0 + s1) + (s2 + s3);
    }

    static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    /** y += factor x + other z. */
    static void add(double[] y, double factor, double[] x, double other, double[] z) {
        for (int i = 0; i < y.length; i++) y[i] += factor * x[i] + other * z[i];
    }
}
