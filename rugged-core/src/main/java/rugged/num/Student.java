package rugged.num;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * How many standard errors are as improbable as a number of standard deviations of a normal law, when the error itself was estimated from few samples (Student,
 * Biometrika 6, 1 (1908)). With n samples the mean over its standard error follows Student's t with n - 1 degrees of freedom: 2.5 standard deviations become 51
 * errors for n = 2, 8.9 for n = 3, 5.2 for n = 4 and 3.3 for n = 8.
 */
public final class Student {
    private static final NormalDistribution NORMAL = new NormalDistribution();

    /** From here on the two laws differ by less than a part in 10^6 at 2.5 standard deviations. */
    private static final double MANY = 1e7;

    private Student() {}

    /**
     * The number t of standard errors with P(|T| > t) = P(|Z| > deviations).
     *
     * @param deviations standard deviations of a normal law, not negative
     * @param freedom degrees of freedom of the estimated error, such as n - 1; infinite for an error that is known
     */
    public static double errors(double deviations, double freedom) {
        if (!(freedom > 0.0) || Double.isNaN(deviations)) return Double.NaN;
        if (freedom >= MANY || deviations == 0.0) return deviations;
        double beyond = NORMAL.cumulativeProbability(-deviations);
        if (freedom == 1.0) return 1.0 / Math.tan(Math.PI * beyond);
        return -new TDistribution(freedom).inverseCumulativeProbability(beyond);
    }

    /** P(|T| > t): how often a true mean lies further than t standard errors away. */
    public static double beyond(double t, double freedom) {
        if (!(freedom > 0.0) || Double.isNaN(t)) return Double.NaN;
        double size = -Math.abs(t);
        if (freedom >= MANY) return 2.0 * NORMAL.cumulativeProbability(size);
        return 2.0 * new TDistribution(freedom).cumulativeProbability(size);
    }

    /**
     * Degrees of freedom of a sum of two independent squared errors, each estimated with its own (Satterthwaite, Biometrics Bull. 2, 110 (1946)); infinite where
     * all of the error is known.
     */
    public static double combined(double one, double freedomOne, double other, double freedomOther) {
        double sum = one * one + other * other;
        double first = one == 0.0 ? 0.0 : one * one * one * one / freedomOne;
        double second = other == 0.0 ? 0.0 : other * other * other * other / freedomOther;
        return first + second == 0.0 ? Double.POSITIVE_INFINITY : sum * sum / (first + second);
    }
}
