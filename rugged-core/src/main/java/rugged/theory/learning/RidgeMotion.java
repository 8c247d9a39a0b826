package rugged.theory.learning;

/** How a student of ridge regression is moved. */
public enum RidgeMotion {
    /** Gradient flow; with a temperature Langevin dynamics in continuous time. */
    FLOW,
    /** Gradient descent in steps. */
    DESCENT,
    /** Langevin dynamics in steps. */
    LANGEVIN,
    /** Steps on batches that are drawn anew each time from the stored examples. */
    SGD,
    /** Steps on batches of new examples. */
    ONE_PASS
}
