package rugged.meanfield.sequence;

/** What labels of sequences are. */
public enum SequenceLabel {
    /** What a teacher of the student's own form answers, with noise; to a loss of classes the sign of its output. */
    TEACHER,
    /** The sign of a teacher's output. */
    SIGN,
    /** Which of two clusters an example is of. */
    CLUSTER
}
