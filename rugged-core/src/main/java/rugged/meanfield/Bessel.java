package rugged.meanfield;

/**
 * Modified Bessel functions of orders 1 and 2 in the forms that do not overflow: the moments of the semicircle law, since
 * (1/2pi) int_{-2}^{2} e^{x l} sqrt(4 - l^2) dl = I_1(2x)/x.
 *
 * <p>Power series below x = 30, asymptotic series above (Abramowitz and Stegun 9.6.10 and 9.7.1), both to 1e-14 relative.
 */
final class Bessel {
    private static final double LARGE = 30;
    private static final int TERMS = 30;
    /** Coefficients of I_2(x)/I_1(x) = sum_k c_k x^{-k}, from the Riccati equation r' = 1 - 3r/x - r^2. */
    private static final double[] RATIO = ratioCoefficients();

    private Bessel() {}

    private static double[] ratioCoefficients() {
        double[] c = new double[TERMS];
        c[0] = 1;
        for (int k = 0; k + 1 < TERMS; k++) {
            double sum = (k - 3) * c[k];
            for (int i = 1; i <= k; i++) sum -= c[i] * c[k + 1 - i];
            c[k + 1] = sum / 2;
        }
        return c;
    }

    /** 2 e^{-x} I_1(x) / x, for x >= 0; 1 at x = 0. */
    static double scaledOne(double x) {
        if (x < LARGE) return series(x, 1) * Math.exp(-x);
        double sum = 1;
        double term = 1;
        for (int k = 1; k < TERMS; k++) {
            term *= -(4.0 - (2 * k - 1.0) * (2 * k - 1.0)) / (8 * k * x);
            sum += term;
        }
        return 2 * sum / (x * Math.sqrt(2 * Math.PI * x));
    }

    /** r(x) = I_2(x) / I_1(x), for x >= 0: rises from 0 to 1. */
    static double ratio(double x) {
        if (x < LARGE) return x / 4 * series(x, 2) / series(x, 1);
        double sum = 0;
        for (int k = TERMS - 1; k >= 0; k--) sum = sum / x + RATIO[k];
        return sum;
    }

    /** r'(x), without the cancellation of 1 - 3r/x - r^2 at large x. */
    static double ratioSlope(double x) {
        if (x == 0) return 0.25;
        if (x < LARGE) {
            double r = ratio(x);
            return 1 - 3 * r / x - r * r;
        }
        double sum = 0;
        for (int k = TERMS - 1; k >= 1; k--) sum = sum / x - k * RATIO[k];
        return sum / (x * x);
    }

    /** I_n(x) n! (2/x)^n = sum_k (x^2/4)^k n! / (k! (n+k)!): positive terms only. */
    private static double series(double x, int n) {
        double square = x * x / 4;
        double term = 1;
        double sum = 1;
        for (int k = 1; term > 1e-18 * sum; k++) {
            term *= square / (k * (double) (n + k));
            sum += term;
        }
        return sum;
    }
}
