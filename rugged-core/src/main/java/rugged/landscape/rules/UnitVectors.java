package rugged.landscape.rules;

import java.util.random.RandomGenerator;

/** Weights of hidden units, one after the other in an array, each a vector of N numbers. */
record UnitVectors(int n) {
    /** a_i.b_k. */
    double dot(double[] a, int i, double[] b, int k) {
        double one = 0.0;
        double two = 0.0;
        double three = 0.0;
        double four = 0.0;
        int p = i * n;
        int q = k * n;
        int j = 0;
        for (; j + 4 <= n; j += 4) {
            one += a[p + j] * b[q + j];
            two += a[p + j + 1] * b[q + j + 1];
            three += a[p + j + 2] * b[q + j + 2];
            four += a[p + j + 3] * b[q + j + 3];
        }
        for (; j < n; j++) one += a[p + j] * b[q + j];
        return one + two + (three + four);
    }

    /** a_i += factor b_k. */
    void add(double[] a, int i, double factor, double[] b, int k) {
        for (int j = 0; j < n; j++) a[i * n + j] += factor * b[k * n + j];
    }

    /** Takes out of unit i what it has along unit k of b. */
    void part(double[] a, int i, double[] b, int k) {
        add(a, i, -dot(a, i, b, k) / dot(b, k, b, k), b, k);
    }

    /** Makes |a_i|^2 = N length. */
    void scale(double[] a, int i, double length) {
        double factor = Math.sqrt(n * length / dot(a, i, a, i));
        for (int j = 0; j < n; j++) a[i * n + j] *= factor;
    }

    /** Draws orthogonal units with |a_i|^2 = N. */
    void orthogonal(double[] a, int units, RandomGenerator random) {
        for (int i = 0; i < units; i++) {
            for (int j = 0; j < n; j++) a[i * n + j] = random.nextGaussian();
            for (int other = 0; other < i; other++) part(a, i, a, other);
            scale(a, i, 1.0);
        }
    }

    /** Overwrites q[K K] with w_i.w_k/N and r[K M] with w_i.b_n/N. */
    void overlaps(double[] w, int units, double[] b, int teachers, double[] q, double[] r) {
        for (int i = 0; i < units; i++) {
            for (int k = 0; k <= i; k++) q[i * units + k] = q[k * units + i] = dot(w, i, w, k) / n;
            for (int m = 0; m < teachers; m++) r[i * teachers + m] = dot(w, i, b, m) / n;
        }
    }
}
