package rugged.run;

/** Which points of a run a session computes. */
enum Scope {
    /** Those that have not ended. */
    LEFT,
    /** Those that have not ended, and those that their physics ended. */
    FAILED_TOO,
    /** None: theories, and what is made of the results. */
    NONE
}
