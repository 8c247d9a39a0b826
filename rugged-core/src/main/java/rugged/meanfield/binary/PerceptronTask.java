package rugged.meanfield.binary;

/** What the weights of a binary perceptron have to do with their patterns, and how sides are drawn. */
public enum PerceptronTask {
    /** Every pattern has a random side and has to lie on it by more than the margin. */
    STORAGE,
    /** Sides are those that a hidden vector of +-1 gives; the margin is 0. */
    TEACHER,
    /** Every pattern has to lie within the margin on either side: |u| of at most kappa. */
    SYMMETRIC
}
