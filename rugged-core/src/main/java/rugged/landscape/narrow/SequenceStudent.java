package rugged.landscape.narrow;

import rugged.api.lessons.SequenceTask;
import rugged.meanfield.sequence.SequenceLaw;
import rugged.meanfield.sequence.TokenLaw;
import rugged.meanfield.sequence.UnitLoss;

/**
 * What a landscape knows of a student of sequences.
 *
 * @param law how many tokens, units and labels of what
 * @param tokens how they are drawn
 * @param task what is minimised, and what a start knows
 * @param length d, of a token
 */
record SequenceStudent(SequenceLaw law, TokenLaw tokens, SequenceTask task, int length) {
    UnitLoss built() {
        return task.built(law);
    }
}
