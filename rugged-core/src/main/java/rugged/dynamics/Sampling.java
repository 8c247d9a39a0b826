package rugged.dynamics;

/** How the patterns of a batch are drawn. */
public enum Sampling {
    /** Independently, with replacement. */
    REPLACEMENT,
    /** A fresh subset of distinct patterns each step. */
    WITHOUT,
    /** Shuffled passes through all patterns. */
    EPOCH
}
