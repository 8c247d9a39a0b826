package rugged.num.spectral;

import rugged.num.Vectors;
import rugged.num.kernel.Dots;

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

    private final Dots dots = new Dots();
    private final double[] sums = new double[PASS];
    private double[] overlaps = new double[16];

    /** Removes from v[N] its components along basis[0 ... count) and returns the length of what is left. */
    double remove(double[][] basis, int count, double[] v) {
        double before = dots.norm(v);
        turn(basis, count, v);
        double after = dots.norm(v);
        if (after >= LITTLE * before) return after;
        turn(basis, count, v);
        return dots.norm(v);
    }

    private void turn(double[][] basis, int count, double[] v) {
        if (overlaps.length < count) overlaps = new double[2 * count];
        int k = 0;
        for (; k + PASS <= count; k += PASS) {
            dots.four(basis[k], basis[k + 1], basis[k + 2], basis[k + 3], v, sums);
            System.arraycopy(sums, 0, overlaps, k, PASS);
        }
        for (; k < count; k++) overlaps[k] = dots.dot(basis[k], v);
        k = 0;
        for (; k + PASS <= count; k += PASS) {
            System.arraycopy(overlaps, k, sums, 0, PASS);
            subtract(basis[k], basis[k + 1], basis[k + 2], basis[k + 3], sums, v);
        }
        for (; k < count; k++) Vectors.add(v, -overlaps[k], basis[k]);
    }

    private static void subtract(double[] a, double[] b, double[] c, double[] d, double[] factors, double[] v) {
        double fa = factors[0];
        double fb = factors[1];
        double fc = factors[2];
        double fd = factors[3];
        for (int i = 0; i < v.length; i++) v[i] -= (fa * a[i] + fb * b[i]) + (fc * c[i] + fd * d[i]);
    }
}
