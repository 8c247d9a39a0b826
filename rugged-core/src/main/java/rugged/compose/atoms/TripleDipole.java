package rugged.compose.atoms;

/**
 * The energy of three atoms that polarise one another, (1 + 3 cos t_1 cos t_2 cos t_3)/(r_12 r_13 r_23)^3 with the angles t of the triangle, as a function of the squares A, B, C of its sides:
 * f = D^{-3/2} + (3/8) P D^{-5/2} with D = A B C and P = (A + B - C)(A + C - B)(B + C - A).
 *
 * <p>Source: Axilrod and Teller, J. Chem. Phys. 11, 299 (1943).
 */
final class TripleDipole {
    private TripleDipole() {}

    /** f; overwrites first[3] with df/dA, df/dB, df/dC. */
    static double slopes(double a, double b, double c, double[] first) {
        double d = a * b * c;
        double u = 1.0 / (d * Math.sqrt(d));
        double w = u / d;
        double p = (a + b - c) * (a + c - b) * (b + c - a);
        first[0] = slope(a, b, c, p, u, w);
        first[1] = slope(b, a, c, p, u, w);
        first[2] = slope(c, a, b, p, u, w);
        return u + 0.375 * p * w;
    }

    private static double slope(double a, double b, double c, double p, double u, double w) {
        return -1.5 * u / a + 0.375 * w * (product(a, b, c) - 2.5 * p / a);
    }

    /** dP/dA. */
    private static double product(double a, double b, double c) {
        return -3.0 * a * a + 2.0 * a * (b + c) + (b - c) * (b - c);
    }

    /** Overwrites second[6] with the second derivatives AA, BB, CC, AB, AC, BC. */
    static void curvatures(double a, double b, double c, double[] second) {
        double d = a * b * c;
        double u = 1.0 / (d * Math.sqrt(d));
        double w = u / d;
        double p = (a + b - c) * (a + c - b) * (b + c - a);
        second[0] = own(a, b, c, p, u, w);
        second[1] = own(b, a, c, p, u, w);
        second[2] = own(c, a, b, p, u, w);
        second[3] = mixed(a, b, c, p, u, w);
        second[4] = mixed(a, c, b, p, u, w);
        second[5] = mixed(b, c, a, p, u, w);
    }

    private static double own(double a, double b, double c, double p, double u, double w) {
        double curved = -6.0 * a + 2.0 * (b + c) - 5.0 * product(a, b, c) / a + 8.75 * p / (a * a);
        return 3.75 * u / (a * a) + 0.375 * w * curved;
    }

    private static double mixed(double a, double b, double c, double p, double u, double w) {
        double curved = 2.0 * (a + b - c) - 2.5 * (product(a, b, c) / b + product(b, a, c) / a) + 6.25 * p / (a * b);
        return 2.25 * u / (a * b) + 0.375 * w * curved;
    }
}
