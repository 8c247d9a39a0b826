package rugged.api.lessons;

import rugged.meanfield.sequence.SequenceOverlaps;

/** A student of a few units that sees sequences of tokens, beside a teacher of a few units who is known. */
public interface TaughtSequences {
    /** What the student of a state has in common with its teacher, with the direction of clusters and with itself; units in the order of the state. */
    SequenceOverlaps overlaps(double[] state);

    /** Mean eigenvalue of the covariance of tokens. */
    double variance();

    /** The mean loss of the examples that are learnt from, without any penalty. */
    double trainingLoss(double[] state);

    /** The mean error of a new example without noise. */
    double newError(double[] state);
}
