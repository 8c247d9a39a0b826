package rugged.num.spectral;

import rugged.num.RandomStream;
import rugged.num.Streams;

/** A symmetric matrix as an operator. */
record Matrix(int n, double[] a) implements SymmetricOperator {
    /** (G + G^T)/sqrt(2 n): eigenvalues on [-2, 2] for large n. */
    static Matrix goe(int n, long seed) {
        RandomStream random = Streams.of(seed).stream("goe", n);
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = random.nextGaussian() + random.nextGaussian();
                a[i * n + j] = a[j * n + i] = (i == j ? Math.sqrt(2) * sum : sum) / Math.sqrt(2.0 * n);
            }
        }
        return new Matrix(n, a);
    }

    /** Second differences: 2 - 2 cos(pi k/(n + 1)), k = 1 ... n. */
    static Matrix path(int n) {
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) {
            a[i * n + i] = 2.0;
            if (i > 0) a[i * n + i - 1] = a[(i - 1) * n + i] = -1.0;
        }
        return new Matrix(n, a);
    }

    static Matrix diagonal(double... values) {
        int n = values.length;
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) a[i * n + i] = values[i];
        return new Matrix(n, a);
    }

    double entry(int i, int j) {
        return a[i * n + j];
    }

    double trace() {
        double sum = 0.0;
        for (int i = 0; i < n; i++) sum += entry(i, i);
        return sum;
    }

    DenseSpectrum spectrum() {
        return DenseSpectrum.of(n, a.clone(), true);
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public void apply(double[] v, double[] av) {
        for (int i = 0; i < n; i++) {
            double sum = 0.0;
            for (int j = 0; j < n; j++) sum += a[i * n + j] * v[j];
            av[i] = sum;
        }
    }
}
