package rugged.meanfield.binary;

/**
 * Law of the mean of a sign in a field drawn from a normal law, m = tanh(h), h ~ N(mu, v), as replica symmetry has it: mu = 0, v = q^ for storage; mu = v = q^ along a teacher.
 *
 * @param field mu
 * @param variance v, above 0
 */
public record MarginalLaw(double field, double variance) {
    /** P(m below a value). */
    public double below(double m) {
        if (m >= 1.0) return 1.0;
        if (m <= -1.0) return 0.0;
        double z = (0.5 * (Math.log1p(m) - Math.log1p(-m)) - field) / Math.sqrt(variance);
        return GaussianTail.above(-z);
    }

    /** Density over [from, to]; of either sign with the same probability where the hidden signs are fair coins. */
    public double density(double from, double to) {
        double up = below(to) - below(from);
        double down = below(-from) - below(-to);
        return 0.5 * (up + down) / (to - from);
    }
}
