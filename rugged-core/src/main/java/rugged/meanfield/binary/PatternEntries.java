package rugged.meanfield.binary;

/** What the entries of patterns are. */
public enum PatternEntries {
    /** Fair signs +-1. */
    SIGNS,
    /** Standard normal numbers, rounded to multiples of 2^-20 so that fields are exact sums. */
    GAUSSIAN
}
