package rugged.theory.bayesian;

/** Which covariance of outputs is rescaled. */
public enum GivenKernel {
    /** That of the data. */
    DATA,
    /** The identity: inputs that have nothing in common. */
    IDENTITY
}
