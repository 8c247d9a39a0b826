package rugged.web.shape;

import org.jspecify.annotations.Nullable;

/**
 * A published number beside ours.
 *
 * @param text what it is
 * @param paper the published number as people write it; empty for none
 * @param source where it is from
 * @param ours ours as people write it, with its error; empty before a run
 * @param distance in combined standard errors; null where there is none
 * @param agrees whether they agree; null where nothing is compared or the data cannot tell
 * @param verdict agrees, differs or undecided; empty where nothing is compared
 */
public record StudyNumber(
        String text,
        String paper,
        String source,
        String ours,
        @Nullable Double distance,
        @Nullable Boolean agrees,
        String verdict) {}
