package rugged.num.spectral;

/**
 * What is left of a vector without its components along orthonormal ones: all overlaps first, then all subtractions, four vectors a pass, so that the basis is read
 * twice. What rounding leaves behind is of order 1e-16 of the vector before; where little of it is left, the turn is repeated, and twice is enough.
 *
 * <p>Sums have a fixed order, the same on every machine. Source: Daniel, Gragg, Kaufman and Stewart, Math. Comput. 30, 772 (1976).
 */
final class GramSchmidt {
    /** A part of the length below which it is repeated. */
    private static final double LITTLE = 0.7;

    private static final int PASS = 4;

    private final double[] sums = new double[PASS];
    private double[] overlaps = new double[16];

    /** Removes from v[N] its components along basis[0 ... count) and returns the length of what is left. */
    double remove(double[][] basis, int count, double[] v) {
        double before = Vectors.norm(v);
        turn(basis, count, v);
        double after = Vectors.norm(v);
        if (after >= LITTLE * before) return after;
        turn(basis, count, v);
        return Vectors.norm(v);
    }

    private void turn(double[][] basis, int count, double[] v) {
        if (overlaps.length < count) overlaps = new double[2 * count];
        int k = 0;
        for (; k + PASS <= count; k += PASS) {
            four(basis[k], basis[k + 1], basis[k + 2], basis[k + 3], v, sums);
            System.arraycopy(sums, 0, overlaps, k, PASS);
        }
        for (; k < count; k++) overlaps[k] = Vectors.dot(basis[k], v);
        k = 0;
        for (; k + PASS <= count; k += PASS) {
            System.arraycopy(overlaps, k, sums, 0, PASS);
            subtract(basis[k], basis[k + 1], basis[k + 2], basis[k + 3], sums, v);
        }
        for (; k < count; k++) Vectors.add(v, -overlaps[k], basis[k]);
    }

    /** Overlaps with four vectors; two chains of additions each. */
    private static void four(double[] a, double[] b, double[] c, double[] d, double[] v, double[] to) {
        double a0 = 0.0;
        double a1 = 0.0;
        double b0 = 0.0;
        double b1 = 0.0;
        double c0 = 0.0;
        double c1 = 0.0;
        double d0 = 0.0;
        double d1 = 0.0;
        int even = v.length & ~1;
        for (int i = 0; i < even; i += 2) {
            double v0 = v[i];
            double v1 = v[i + 1];
            a0 += a[i] * v0;
            a1 += a[i + 1] * v1;
            b0 += b[i] * v0;
            b1 += b[i + 1] * v1;
            c0 += c[i] * v0;
            c1 += c[i + 1] * v1;
            d0 += d[i] * v0;
            d1 += d[i + 1] * v1;
        }
        if (even < v.length) {
            a0 += a[even] * v[even];
            b0 += b[even] * v[even];
            c0 += c[even] * v[even];
            d0 += d[even] * v[even];
        }
        to[0] = a0 + a1;
        to[1] = b0 + b1;
        to[2] = c0 + c1;
        to[3] = d0 + d1;
    }

    private static void subtract(double[] a, double[] b, double[] c, double[] d, double[] factors, double[] v) {
        double fa = factors[0];
        double fb = factors[1];
        double fc = factors[2];
        double fd = factors[3];
        for (int i = 0; i < v.length; i++) v[i] -= (fa * a[i] + fb * b[i]) + (fc * c[i] + fd * d[i]);
    }
}
