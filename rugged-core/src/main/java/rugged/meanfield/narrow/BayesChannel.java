package rugged.meanfield.narrow;

import rugged.meanfield.binary.GaussianTail;

/** What a label says of an output h ~ N(omega, V) before it was seen: g = (E[h | y] - omega)/V, -dg/domega, and the log of the label's weight. Signs and absolute values, without noise. */
public final class BayesChannel {
    private static final double LOG_ROOT_TWO_PI = 0.5 * Math.log(2.0 * Math.PI);

    private BayesChannel() {}

    /** g. */
    public static double answer(TeacherLabel label, double y, double omega, double v) {
        if (label == TeacherLabel.SIGN) {
            double root = Math.sqrt(v);
            return y / root * GaussianTail.hazard(-y * omega / root);
        }
        return (y * Math.tanh(omega * y / v) - omega) / v;
    }

    /**
     * -dg/domega; of absolute values it may be negative, where the two phases are far apart.
     *
     * @param g the {@link #answer}
     */
    public static double stiffness(TeacherLabel label, double y, double omega, double v, double g) {
        if (label == TeacherLabel.SIGN) return g * (omega / v + g);
        double rest = Math.exp(-2.0 * Math.abs(omega * y) / v);
        double sech = 4.0 * rest / ((1.0 + rest) * (1.0 + rest));
        return (1.0 - y * y * sech / v) / v;
    }

    /** log P(y = sign h), or of the density of |h| at y. */
    public static double logWeight(TeacherLabel label, double y, double omega, double v) {
        if (label == TeacherLabel.SIGN) return GaussianTail.logAbove(-y * omega / Math.sqrt(v));
        double far = Math.abs(omega) - Math.abs(y);
        double both = Math.log1p(Math.exp(-2.0 * Math.abs(omega * y) / v));
        return -0.5 * far * far / v + both - 0.5 * Math.log(v) - LOG_ROOT_TWO_PI;
    }
}
