package rugged.landscape.narrow;

import rugged.api.lessons.LossSpec;
import rugged.meanfield.sequence.SequenceLaw;
import rugged.meanfield.sequence.TokenLaw;
import rugged.meanfield.sequence.UnitLoss;

/**
 * What a landscape knows of a student of sequences.
 *
 * @param law how many tokens, units and labels of what
 * @param tokens how they are drawn
 * @param loss of an example
 * @param decay lambda
 * @param hint part of the teacher in a start
 * @param lean part of the direction of clusters in a start
 * @param length d, of a token
 */
record SequenceStudent(
        SequenceLaw law, TokenLaw tokens, LossSpec loss, double decay, double hint, double lean, int length) {
    UnitLoss built() {
        return loss.build(law.tokens(), law.student(), law.teacher());
    }
}
