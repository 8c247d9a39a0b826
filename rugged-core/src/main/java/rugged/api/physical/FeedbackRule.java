package rugged.api.physical;

/** How an error at the outputs becomes a second state of the network, whose drops the edges compare with those of the free state. */
public enum FeedbackRule {
    /** Currents -(y - y*) in a network of their own: the adjoint state. The exact gradient. */
    ADJOINT("mechanisms", false),
    /** Outputs are nudged: the minimum of the energy plus beta |y - y*|^2/2. */
    NUDGED("nudged", true),
    /** The difference of the states nudged by beta and by -beta. */
    NUDGED_BOTH("nudged-both", true),
    /** Outputs are held at y + eta (y* - y). */
    CLAMPED("clamped", true);

    private final String word;
    private final boolean strong;

    FeedbackRule(String word, boolean strong) {
        this.word = word;
        this.strong = strong;
    }

    /** In tables. */
    public String word() {
        return word;
    }

    /** Whether it depends on a strength, beta or eta. */
    public boolean hasStrength() {
        return strong;
    }
}
