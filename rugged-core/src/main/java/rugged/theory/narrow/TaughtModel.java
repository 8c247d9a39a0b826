package rugged.theory.narrow;

/** A teacher whose posterior is known, with standard normal weights. */
public enum TaughtModel {
    /** Labels are signs of its output. */
    PERCEPTRON,
    /** Labels are absolute values of its output. */
    PHASE_RETRIEVAL,
    /** Labels are those of a committee of two units, -1, 0 and 1. */
    COMMITTEE
}
