package rugged.theory.statics;

/** How replica symmetry is treated in a spin glass. */
public enum SpinScheme {
    /** Replicas are alike: exact where that is stable. */
    RS,
    /** Parisi's equations: exact. */
    FULL
}
