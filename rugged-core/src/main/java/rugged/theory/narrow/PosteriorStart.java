package rugged.theory.narrow;

/** Where messages begin that come to rest at one of several fixed points. */
public enum PosteriorStart {
    /** They know next to nothing. */
    UNINFORMED,
    /** They know all but a little. */
    INFORMED
}
