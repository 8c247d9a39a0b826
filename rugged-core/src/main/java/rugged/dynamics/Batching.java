package rugged.dynamics;

import java.util.Optional;
import rugged.api.LandscapeSpec;
import rugged.params.BadParameter;
import rugged.params.Param;
import rugged.params.ParameterGroup;

/** The batches of a dynamics that follows the gradients of some of the patterns at a time; what all of these check and predict in the same way. */
public record Batching(
        @Param(
                doc = "patterns in a batch; below 1 the fraction of all patterns",
                symbol = "B",
                def = "10",
                min = 0.0,
                above = true)
        double batch,

        @Param(
                doc = "replacement (independent draws), without (a fresh subset each step) or epoch (shuffled passes)",
                def = "replacement")
        Sampling sampling)
        implements ParameterGroup {
    public Batching {
        if (batch > 1.0 && batch != Math.rint(batch)) {
            throw new BadParameter(
                    "batch",
                    batch,
                    "is neither a number of patterns nor a fraction of them",
                    "a whole number, or a fraction below 1");
        }
    }

    /** Whether a batch is all patterns, where a method allows that. */
    public boolean all() {
        return batch == 0.0;
    }

    /** B out of so many patterns. */
    public int size(int patterns) {
        if (batch < 1.0) return (int) Math.max(1, Math.round(batch * patterns));
        if (batch > patterns && sampling != Sampling.REPLACEMENT) {
            throw new BadParameter("batch", batch, "is more than there are patterns", "a batch size in 1.." + patterns);
        }
        return (int) batch;
    }

    /** A sentence when more patterns are asked for than there are. */
    public Optional<String> objection(LandscapeSpec landscape) {
        double patterns = landscape.knownPatterns();
        if (sampling == Sampling.REPLACEMENT || !(batch > patterns)) return Optional.empty();
        return Optional.of("batch size B = " + (long) batch + " must be in 1.." + (long) patterns
                + " for sampling without replacement");
    }

    /** B/P: the part of a gradient that a step takes. */
    public double fraction(LandscapeSpec landscape) {
        double patterns = landscape.knownPatterns();
        return batch < 1.0 ? batch : Double.isNaN(patterns) ? 1.0 : batch / patterns;
    }

    /** f with Cov[batch gradient] = f C, C the covariance of single patterns; NaN for shuffled passes, which have no closed form. */
    public double noiseFactor(int patterns) {
        double size = size(patterns);
        return switch (sampling) {
            case REPLACEMENT -> 1.0 / size;
            case WITHOUT -> patterns == 1 ? 0.0 : (patterns - size) / (size * (patterns - 1.0));
            case EPOCH -> Double.NaN;
        };
    }
}
