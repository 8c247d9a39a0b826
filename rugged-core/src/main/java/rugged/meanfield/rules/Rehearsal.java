package rugged.meanfield.rules;

/** In which order a student sees its examples. */
public enum Rehearsal {
    /** One after the other, each drawn from all of them: what theories of learning describe. */
    ON_LINE,
    /** One after the other, in shuffled passes through all of them: another dynamics. */
    EPOCHS,
    /** All together. */
    BATCH
}
