package rugged.dynamics;

/** In which order a Monte Carlo sweep visits the coordinates. */
public enum Order {
    /** N independent uniform draws a sweep: obeys detailed balance step by step, as theories of the dynamics assume. */
    RANDOM,
    /** Coordinate 0 to N-1: keeps the equilibrium law, not detailed balance; faster. */
    SEQUENTIAL
}
