package rugged.meanfield.learning;

import rugged.params.BadParameter;

/**
 * What is learnt: n = alpha d examples with independent standard normal inputs x and h{@code *} = w{@code *}.x/sqrt(d).
 *
 * @param labels their law
 * @param alpha examples for each weight
 * @param spread sigma of linear labels, the distance of the two clouds from their middle, snr, of a mixture; unused else
 */
public record GaussianExamples(Labels labels, double alpha, double spread) {
    /** The law of a label. */
    public enum Labels {
        /** y = h{@code *} + sigma z. */
        LINEAR,
        /** y = sgn h{@code *}. */
        SIGN,
        /** y = +-1, a fair coin. */
        RANDOM,
        /** y = +-1, a fair coin, and x = y snr v/sqrt(d) + z about one of two centres, v in the place of the teacher. */
        MIXTURE;

        /** Whether labels are +1 and -1. */
        public boolean classes() {
            return this != LINEAR;
        }
    }

    /** Checks the parameters. */
    public GaussianExamples {
        if (!(alpha > 0.0 && Double.isFinite(alpha)))
            throw new BadParameter("alpha", alpha, "is not above 0", "a finite number above 0");
        if (!(spread >= 0.0 && Double.isFinite(spread)))
            throw new BadParameter("noise", spread, "is below 0", "a finite number, 0 or above");
    }
}
