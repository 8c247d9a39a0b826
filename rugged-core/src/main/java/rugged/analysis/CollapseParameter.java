package rugged.analysis;

/** What {@link SizeCollapse} may vary for the best collapse. */
public enum CollapseParameter {
    /** xc. */
    CRITICAL,
    /** a. */
    ACROSS,
    /** b. */
    UP
}
