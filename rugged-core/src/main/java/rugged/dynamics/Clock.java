package rugged.dynamics;

/** What the time of an optimiser counts. */
public enum Clock {
    /** t = eta n: the time of the gradient flow that the optimiser approaches for small learning rates eta, so that curves lie on one axis. */
    FLOW,
    /** t = n, the number of steps. */
    STEPS;

    /** By how much time advances in one step. */
    public double tick(double learningRate) {
        return this == FLOW ? learningRate : 1.0;
    }

    /** The unit of time. */
    public String unit() {
        return this == FLOW ? "1/J" : "step";
    }
}
