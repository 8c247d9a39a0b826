package rugged.meanfield.kernel;

import rugged.num.LongFunction;

/**
 * Inverse sines and cosines over arrays, in loops that the compiler turns into vector code: no branches. With z = (1 - |x|)/2 and s = sqrt z, acos |x| = 2 s Q(z), where Q(z) = asin(s)/s is a polynomial on 0 &lt;= z &lt;= 1/2.
 *
 * <p>Q is interpolated at Chebyshev's points, its singularity at z = 1 leaves an error of 6^{-n} for n terms. Absolute error below 6e-15. Arguments beyond 1 by rounding count as 1.
 */
final class ArcSines {
    private static final int TERMS = 22;
    private static final double CENTRE = 0.25;
    private static final double[] POLYNOMIAL = polynomial();

    private ArcSines() {}

    /** Coefficients of powers of (z - 1/4) 4, the lowest first. */
    private static double[] polynomial() {
        double[] chebyshev = new double[TERMS];
        for (int j = 0; j < TERMS; j++) {
            double angle = Math.PI * (j + 0.5) / TERMS;
            double root = Math.sqrt(CENTRE * (1.0 + Math.cos(angle)));
            double value = Math.asin(root) / root;
            for (int k = 0; k < TERMS; k++) chebyshev[k] += (k == 0 ? 1.0 : 2.0) / TERMS * value * Math.cos(k * angle);
        }
        double[] sum = new double[TERMS];
        double[] last = new double[TERMS];
        double[] now = new double[TERMS];
        last[0] = 1.0;
        now[1] = 1.0;
        sum[0] = chebyshev[0];
        for (int k = 1; k < TERMS; k++) {
            double[] next = new double[TERMS];
            for (int i = 0; i < TERMS; i++) {
                sum[i] += chebyshev[k] * now[i];
                if (i + 1 < TERMS) next[i + 1] += 2.0 * now[i];
                next[i] -= last[i];
            }
            last = now;
            now = next;
        }
        return sum;
    }

    /** t[from ... to) = acos |x|. */
    @LongFunction("one loop, with its coefficients in registers")
    static void ofSizes(double[] x, double[] t, int from, int to) {
        double c0 = POLYNOMIAL[0];
        double c1 = POLYNOMIAL[1];
        double c2 = POLYNOMIAL[2];
        double c3 = POLYNOMIAL[3];
        double c4 = POLYNOMIAL[4];
        double c5 = POLYNOMIAL[5];
        double c6 = POLYNOMIAL[6];
        double c7 = POLYNOMIAL[7];
        double c8 = POLYNOMIAL[8];
        double c9 = POLYNOMIAL[9];
        double c10 = POLYNOMIAL[10];
        double c11 = POLYNOMIAL[11];
        double c12 = POLYNOMIAL[12];
        double c13 = POLYNOMIAL[13];
        double c14 = POLYNOMIAL[14];
        double c15 = POLYNOMIAL[15];
        double c16 = POLYNOMIAL[16];
        double c17 = POLYNOMIAL[17];
        double c18 = POLYNOMIAL[18];
        double c19 = POLYNOMIAL[19];
        double c20 = POLYNOMIAL[20];
        double c21 = POLYNOMIAL[21];
        for (int i = from; i < to; i++) {
            double z = Math.max(0.0, 0.5 - 0.5 * Math.abs(x[i]));
            double u = Math.fma(4.0, z, -1.0);
            double v = u * u;
            double even = c20;
            double odd = c21;
            even = Math.fma(even, v, c18);
            odd = Math.fma(odd, v, c19);
            even = Math.fma(even, v, c16);
            odd = Math.fma(odd, v, c17);
            even = Math.fma(even, v, c14);
            odd = Math.fma(odd, v, c15);
            even = Math.fma(even, v, c12);
            odd = Math.fma(odd, v, c13);
            even = Math.fma(even, v, c10);
            odd = Math.fma(odd, v, c11);
            even = Math.fma(even, v, c8);
            odd = Math.fma(odd, v, c9);
            even = Math.fma(even, v, c6);
            odd = Math.fma(odd, v, c7);
            even = Math.fma(even, v, c4);
            odd = Math.fma(odd, v, c5);
            even = Math.fma(even, v, c2);
            odd = Math.fma(odd, v, c3);
            even = Math.fma(even, v, c0);
            odd = Math.fma(odd, v, c1);
            t[i] = 2.0 * Math.sqrt(z) * Math.fma(odd, u, even);
        }
    }

    /** t[from ... to) = asin x. */
    static void of(double[] x, double[] t, int from, int to) {
        ofSizes(x, t, from, to);
        for (int i = from; i < to; i++) t[i] = Math.copySign(0.5 * Math.PI - t[i], x[i]);
    }
}
