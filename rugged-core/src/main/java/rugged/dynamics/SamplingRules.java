package rugged.dynamics;

import java.util.Optional;
import rugged.api.LandscapeSpec;
import rugged.dynamics.stochastic.Batches;
import rugged.dynamics.stochastic.Sgd;
import rugged.params.BadParameter;

/** What every dynamics of batches checks and predicts in the same way. */
public final class SamplingRules {
    private SamplingRules() {}

    /** A batch is a number of patterns, or below 1 the fraction of them. */
    public static void check(double batch) {
        if (batch > 1.0 && batch != Math.rint(batch)) {
            throw new BadParameter(
                    "batch",
                    batch,
                    "is neither a number of patterns nor a fraction of them",
                    "a whole number, or a fraction below 1");
        }
    }

    /** A sentence when more patterns are asked for than there are. */
    public static Optional<String> objection(double batch, Sgd.Sampling sampling, LandscapeSpec landscape) {
        double patterns = landscape.knownPatterns();
        if (sampling == Sgd.Sampling.REPLACEMENT || !(batch > patterns)) return Optional.empty();
        return Optional.of("batch size B = " + (long) batch + " must be in 1.." + (long) patterns
                + " for sampling without replacement");
    }

    /** B/P: the part of a gradient that a step takes. */
    public static double fraction(double batch, LandscapeSpec landscape) {
        double patterns = landscape.knownPatterns();
        return batch < 1.0 ? batch : Double.isNaN(patterns) ? 1.0 : batch / patterns;
    }

    /** f with Cov[batch gradient] = f C, C the covariance of single patterns; NaN for shuffled passes, which have no closed form. */
    public static double noiseFactor(double batch, Sgd.Sampling sampling, int patterns) {
        double size = Batches.size(batch, patterns, sampling);
        return switch (sampling) {
            case REPLACEMENT -> 1.0 / size;
            case WITHOUT -> patterns == 1 ? 0.0 : (patterns - size) / (size * (patterns - 1.0));
            case EPOCH -> Double.NaN;
        };
    }
}
