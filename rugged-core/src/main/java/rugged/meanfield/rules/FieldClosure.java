package rugged.meanfield.rules;

/** Order parameters of a student and the law of its fields on the training set, on their way through time. */
public interface FieldClosure {
    /** Integrates up to a time that is not before the last. */
    void advance(double until);

    /** Q. */
    double length();

    /** R. */
    double overlap();

    /** E_t. */
    double trainingError();

    /** The chance that x sgn(y) lies between two numbers. */
    double chance(double from, double to);

    /** The mean of x sgn(y) in a bin of |y| out of {@link FieldBins#TEACHER_BINS}. */
    double mean(int bin);

    /** Its variance there. */
    double variance(int bin);
}
