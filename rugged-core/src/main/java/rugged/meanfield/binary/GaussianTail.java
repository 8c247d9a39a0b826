package rugged.meanfield.binary;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;

/**
 * The tail H(x) = int_x^inf G of a standard normal density G, without loss of digits on either side: from the scaled error function erfcx(t) = exp(t^2) erfc(t), H(x) = erfcx(x/sqrt(2)) exp(-x^2/2)/2.
 */
public final class GaussianTail {
    private static final double ROOT_HALF = Math.sqrt(0.5);
    private static final double ROOT_TWO_OVER_PI = Math.sqrt(2.0 / Math.PI);
    private static final double DENSITY = 1.0 / Math.sqrt(2.0 * Math.PI);

    private GaussianTail() {}

    /** G(x). */
    public static double density(double x) {
        return DENSITY * Math.exp(-0.5 * x * x);
    }

    /** H(x), which underflows above 38. */
    public static double above(double x) {
        return 0.5 * Erfc.value(ROOT_HALF * x);
    }

    /** log H(x): -x^2/2 - log(x sqrt(2 pi)) far above 0. */
    public static double logAbove(double x) {
        if (x < 0.0) return Math.log(above(x));
        return Math.log(0.5 * Erfcx.value(ROOT_HALF * x)) - 0.5 * x * x;
    }

    /** h(x) = G(x)/H(x): x + 1/x - 2/x^3 far above 0, and 0 far below. */
    public static double hazard(double x) {
        return ROOT_TWO_OVER_PI / Erfcx.value(ROOT_HALF * x);
    }

    /** H(x)/G(x), infinite far below 0. */
    static double mills(double x) {
        return Erfcx.value(ROOT_HALF * x) / ROOT_TWO_OVER_PI;
    }
}
