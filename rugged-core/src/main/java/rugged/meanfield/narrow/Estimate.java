package rugged.meanfield.narrow;

/** What messages are to find of a student. */
public enum Estimate {
    /** The minimum of the regularised risk. */
    RISK,
    /** The mean of the posterior of standard normal weights, for the teacher's own channel. */
    BAYES
}
