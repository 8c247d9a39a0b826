package rugged.theory.learning;

/** How a student is moved in steps. */
public enum StepRule {
    /** Gradient descent. */
    DESCENT,
    /** Batches that are drawn anew at each step, each example by a coin of its own. */
    SGD,
    /** GaussianExamples that stay in the batch for a while. */
    PERSISTENT_SGD,
    /** Gradient descent with thermal noise. */
    LANGEVIN
}
