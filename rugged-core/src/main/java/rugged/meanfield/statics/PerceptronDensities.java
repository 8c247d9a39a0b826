package rugged.meanfield.statics;

import org.apache.commons.numbers.gamma.Erfc;

/** Gaussian functions of the perceptron with margin: Phi, phi, the mean square of what is missing to a margin, and the ratio G of density and tail. */
final class PerceptronDensities {
    private static final double TWO_PI = 2.0 * Math.PI;

    /** From here on the continued fraction of the tail converges faster than its own error function loses digits. */
    private static final double FAR = 4.0;

    private static final int LEVELS = 60;

    private PerceptronDensities() {}

    /** phi(x). */
    static double density(double x) {
        return Math.exp(-0.5 * x * x) / Math.sqrt(TWO_PI);
    }

    /** Phi(x), the part below x. */
    static double below(double x) {
        return 0.5 * Erfc.value(-x / Math.sqrt(2.0));
    }

    /** A(sigma) = int_(t &lt; sigma) Dt (sigma - t)^2 = (1 + sigma^2) Phi + sigma phi. */
    static double missing(double sigma) {
        if (sigma < -FAR) {
            // of a tail the two terms cancel: integrate exp(-t u) over what is missing
            double tail = 0.0;
            double step = 1e-3;
            for (int k = 1; k < 40_000; k++) {
                double h = step * k;
                tail += h * h * density(sigma - h) * step;
            }
            return tail;
        }
        return (1.0 + sigma * sigma) * below(sigma) + sigma * density(sigma);
    }

    /** G(u) = phi(u)/Phi(-u), without the loss of digits in the tail. */
    static double ratio(double u) {
        if (u < FAR) return density(u) / below(-u);
        double fraction = u;
        for (int k = LEVELS; k > 0; k--) fraction = u + k / fraction;
        return fraction;
    }
}
