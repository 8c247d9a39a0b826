package rugged.dynamics.flow;

/** How it is integrated. */
public enum FlowScheme {
    /** Explicit Euler, order 1. */
    EULER(1),
    /** Heun's trapezoidal predictor and corrector, order 2. */
    HEUN(2),
    /** The classical scheme of order 4. */
    RUNGE_KUTTA(4);

    private final int stages;

    FlowScheme(int stages) {
        this.stages = stages;
    }

    /** Velocities a step. */
    public int stages() {
        return stages;
    }
}
