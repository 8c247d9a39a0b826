package rugged.web.shape.run;

import org.jspecify.annotations.Nullable;

/**
 * A number that a run found, beside its reference.
 *
 * @param id stable name
 * @param text what it is; why, when it has no value
 * @param value ours; null when it could not be computed
 * @param error one standard error; null when exact or unknown
 * @param shown ours as people write it: -1.0803(21)
 * @param unit unit
 * @param reference the reference as people write it; empty for none
 * @param source where the reference is from
 * @param bias known systematic deviation that is allowed
 * @param distance in combined standard errors; null where there is none
 * @param agrees whether it agrees; null where nothing is compared or the data cannot tell
 * @param withinBias whether it agrees only within the stated bias
 * @param latex ours in LaTeX
 * @param verdict agrees, differs or undecided; empty where nothing is compared
 */
public record FindingItem(
        String id,
        String text,
        @Nullable Double value,
        @Nullable Double error,
        String shown,
        String unit,
        String reference,
        String source,
        double bias,
        @Nullable Double distance,
        @Nullable Boolean agrees,
        boolean withinBias,
        String latex,
        String verdict) {}
