package rugged.api;

/** How far a theory's numbers can be trusted. */
public enum Validity {
    /** Exact for the model as simulated. */
    EXACT,
    /** Exact for N to infinity. */
    LARGE_N,
    /** Replica symmetric. */
    REPLICA_SYMMETRIC,
    /** One step of replica symmetry breaking. */
    ONE_STEP_RSB,
    /** An approximation whose error is stated with it. */
    APPROXIMATE
}
