package rugged.api.motion;

/** How a trajectory stands. */
public sealed interface Status {
    /** It can go on. */
    record Running() implements Status {}

    /**
     * It is done.
     *
     * @param criterion what was reached, in words: "|g|/sqrt(N) below 1e-8"
     * @param value the value reached
     */
    record Converged(String criterion, double value) implements Status {}

    /**
     * It cannot go on; the state is the last good one.
     *
     * @param reason what happened
     * @param value the offending value
     */
    record Failed(String reason, double value) implements Status {}

    /** The shared instance of {@link Running}. */
    Status RUNNING = new Running();

    /** Whether it can go on. */
    default boolean running() {
        return this instanceof Running;
    }
}
