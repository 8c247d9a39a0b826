package rugged.meanfield.binary;

/**
 * What one pattern says of its stability u once it is known that u ~ N(omega, v): a violated pattern costs 1, so that it has the weight exp(-beta), a satisfied one 1. Satisfied is u above kappa, or, where it is symmetric,
 * |u| up to kappa. With Z = exp(-beta) + (1 - exp(-beta)) P(satisfied) these are log Z, the response g = d log Z/d omega and the slope -dg/d omega:
 *
 * <pre>
 *   one side:   x = (kappa - omega)/sqrt(v),   g = h_b(x)/sqrt(v),   slope = h_b (h_b - x)/v,   h_b = (1 - exp(-beta)) G(x)/Z
 *   both:       a, b = (-+kappa - omega)/sqrt(v),   g = (1 - exp(-beta)) (G(a) - G(b))/(sqrt(v) Z),   slope = g^2 - (1 - exp(-beta)) (a G(a) - b G(b))/(v Z)
 * </pre>
 *
 * <p>Relative errors of 1e-14 also where P(satisfied) underflows. A slope may be negative at finite beta.
 *
 * @param symmetric whether both sides count
 * @param margin kappa
 * @param beta inverse temperature, above 0; infinite where no pattern may be violated
 */
public record PatternChannel(boolean symmetric, double margin, double beta) {
    /** The least variance: below it a field is known. */
    public static final double LEAST = 1e-12;

    /** The channel of a task. */
    public static PatternChannel of(PerceptronTask task, double margin, double beta) {
        return new PatternChannel(task == PerceptronTask.SYMMETRIC, margin, beta);
    }

    /** exp(-beta). */
    double violated() {
        return Math.exp(-beta);
    }

    /** log Z. */
    public double logZ(double omega, double v) {
        double root = Math.sqrt(Math.max(v, LEAST));
        double violated = violated();
        if (!symmetric) {
            double x = (margin - omega) / root;
            return violated == 0.0 ? GaussianTail.logAbove(x) : Math.log(weight(x));
        }
        double far = (-margin - Math.abs(omega)) / root;
        double near = (margin - Math.abs(omega)) / root;
        if (near >= 0.0) return Math.log(violated + (1.0 - violated) * between(far, near));
        double scaled = Math.log(scaledBetween(far, near)) - 0.5 * near * near - 0.5 * Math.log(2.0 * Math.PI);
        return violated == 0.0 ? scaled : Math.log(violated + (1.0 - violated) * Math.exp(scaled));
    }

    /** g. */
    public double response(double omega, double v) {
        double root = Math.sqrt(Math.max(v, LEAST));
        if (!symmetric) return hazard((margin - omega) / root) / root;
        double far = (-margin - Math.abs(omega)) / root;
        double near = (margin - Math.abs(omega)) / root;
        double ratio = Math.exp(0.5 * (near - far) * (near + far));
        return Math.signum(omega) * (ratio - 1.0) / (root * scaledZ(far, near));
    }

    /** -dg/d omega, from g at the same omega and v. */
    public double slope(double omega, double v, double g) {
        double variance = Math.max(v, LEAST);
        double root = Math.sqrt(variance);
        if (!symmetric) return g * (g - (margin - omega) / variance);
        double far = (-margin - Math.abs(omega)) / root;
        double near = (margin - Math.abs(omega)) / root;
        double ratio = Math.exp(0.5 * (near - far) * (near + far));
        return g * g - (far * ratio - near) / (variance * scaledZ(far, near));
    }

    /** h_b(x), of one side. */
    double hazard(double x) {
        double violated = violated();
        return violated == 0.0 ? GaussianTail.hazard(x) : (1.0 - violated) * GaussianTail.density(x) / weight(x);
    }

    /** Z of one side. */
    double weight(double x) {
        double violated = violated();
        return violated + (1.0 - violated) * GaussianTail.above(x);
    }

    /** Z/((1 - exp(-beta)) G(near)), where near is the closer end. */
    private double scaledZ(double far, double near) {
        double violated = violated();
        double one = violated == 0.0 ? 0.0 : violated / ((1.0 - violated) * GaussianTail.density(near));
        return one + scaledBetween(far, near);
    }

    private static double scaledBetween(double far, double near) {
        if (near >= 0.0) return between(far, near) / GaussianTail.density(near);
        double ratio = Math.exp(0.5 * (near - far) * (near + far));
        return GaussianTail.mills(-near) - ratio * GaussianTail.mills(-far);
    }

    private static double between(double a, double b) {
        return 0.5 * org.apache.commons.numbers.gamma.ErfDifference.value(a * Math.sqrt(0.5), b * Math.sqrt(0.5));
    }
}
