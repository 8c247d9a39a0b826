package rugged.meanfield.rules;

/**
 * Gaussian moments of g(x) = erf(x/sqrt 2) and its derivative, from the covariance of their fields. Closed forms; rounding apart they are exact. Source: Saad and Solla, Phys. Rev. E 52, 4225
 * (1995).
 */
public final class ErfMoments {
    /** Beyond it g is 1 in double precision. */
    private static final double END = 8.5;

    /** A term that no longer counts. */
    private static final double LAST = 1e-17;

    private ErfMoments() {}

    /** C_ab of the fields. */
    @FunctionalInterface
    public interface Covariance {
        double at(int a, int b);
    }

    /** g(x) = erf(x/sqrt 2) = sqrt(2/pi) e^{-x^2/2} sum_n x^{2n+1}/(2n+1)!!, all terms of one sign: to rounding, and nothing is allocated. */
    public static double g(double x) {
        if (Math.abs(x) > END) return Math.signum(x);
        double term = x;
        double sum = x;
        for (int odd = 3; Math.abs(term) > LAST * Math.abs(sum); odd += 2) {
            term *= x * x / odd;
            sum += term;
        }
        return Math.sqrt(2.0 / Math.PI) * Math.exp(-0.5 * x * x) * sum;
    }

    /** <g(a) g(b)>. */
    public static double two(double caa, double cbb, double cab) {
        return 2.0 / Math.PI * Math.asin(Math.clamp(cab / Math.sqrt((1.0 + caa) * (1.0 + cbb)), -1.0, 1.0));
    }

    /** <g'(i) j g(k)>. */
    public static double three(Covariance c, int i, int j, int k) {
        double ui = 1.0 + c.at(i, i);
        double l3 = ui * (1.0 + c.at(k, k)) - c.at(i, k) * c.at(i, k);
        return 2.0 / Math.PI / Math.sqrt(l3) * (c.at(j, k) * ui - c.at(i, j) * c.at(i, k)) / ui;
    }

    /** <g'(i) g'(j) g(k) g(l)>. */
    public static double four(Covariance c, int i, int j, int k, int l) {
        double ui = 1.0 + c.at(i, i);
        double uj = 1.0 + c.at(j, j);
        double ij = c.at(i, j);
        double l4 = ui * uj - ij * ij;
        double l0 = l4 * c.at(k, l)
                - c.at(j, k) * c.at(j, l) * ui
                - c.at(i, k) * c.at(i, l) * uj
                + ij * c.at(i, k) * c.at(j, l)
                + ij * c.at(i, l) * c.at(j, k);
        double l1 = width(c, i, j, k, l4);
        double l2 = width(c, i, j, l, l4);
        double angle = Math.asin(Math.clamp(l0 / Math.sqrt(l1 * l2), -1.0, 1.0));
        return 4.0 / (Math.PI * Math.PI) / Math.sqrt(l4) * angle;
    }

    private static double width(Covariance c, int i, int j, int k, double l4) {
        return l4 * (1.0 + c.at(k, k))
                - c.at(j, k) * c.at(j, k) * (1.0 + c.at(i, i))
                - c.at(i, k) * c.at(i, k) * (1.0 + c.at(j, j))
                + 2.0 * c.at(i, j) * c.at(i, k) * c.at(j, k);
    }
}
