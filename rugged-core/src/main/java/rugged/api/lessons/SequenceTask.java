package rugged.api.lessons;

import rugged.meanfield.sequence.SequenceLaw;
import rugged.meanfield.sequence.TokenLaw;
import rugged.meanfield.sequence.UnitLoss;
import rugged.params.BadParameter;
import rugged.params.Param;
import rugged.params.ParameterGroup;

/**
 * What a student of sequences minimises, and what its start knows.
 *
 * @param loss of an example
 * @param decay lambda
 * @param hint part of the teacher in a start
 * @param lean part of the direction of clusters in a start
 */
public record SequenceTask(
        @Param(
                doc = "loss of an example: ridge, logistic, hinge, squared-hinge, phase, committee, attention or"
                        + " auto-encoder",
                def = "ridge")
        LossSpec loss,

        @Param(doc = "weight decay", symbol = "\u03bb", def = "1", min = 0.0, max = 1e6)
        double decay,

        @Param(doc = "part of the teacher in the weights of a start", def = "0", min = 0.0, max = 1.0)
        double hint,

        @Param(
                doc = "part of the direction of clusters and places in the weights of a start",
                def = "0",
                min = 0.0,
                max = 1.0)
        double lean)
        implements ParameterGroup {
    /** Checks that a start has a length. */
    public SequenceTask {
        if (!(hint * hint + lean * lean <= 1.0))
            throw new BadParameter("lean", lean, "and hint are parts of one length", "hint^2 + lean^2 at most 1");
    }

    /** The loss for so many tokens and units, with scratch of its own. */
    public UnitLoss built(SequenceLaw law) {
        return loss.build(law.tokens(), law.student(), law.teacher());
    }

    /** Refuses what does not fit the examples. */
    public void require(SequenceLaw law, TokenLaw tokens) {
        law.require(built(law), decay, tokens);
    }
}
