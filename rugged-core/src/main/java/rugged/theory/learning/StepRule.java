package rugged.theory.learning;

/** How a student is moved in steps. */
public enum StepRule {
    /** Gradient descent. */
    DESCENT,
    /** Batches that are drawn anew at each step, each example by a coin of its own; for infinitely many, batches of a fixed number are the same. */
    SGD,
    /** Examples that stay in the batch for a while. */
    PERSISTENT_SGD,
    /** Gradient descent with thermal noise. */
    LANGEVIN;

    /** Whether a step sees a part of the examples. */
    boolean batches() {
        return this == SGD || this == PERSISTENT_SGD;
    }
}
