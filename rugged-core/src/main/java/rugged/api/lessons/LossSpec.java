package rugged.api.lessons;

import rugged.meanfield.sequence.UnitLoss;
import rugged.params.Kind;
import rugged.params.Spec;

/** Describes the loss of an example as the outputs of a few units at a few tokens make it. */
@Kind("loss")
public interface LossSpec extends Spec {
    /**
     * The loss, with scratch of its own.
     *
     * @param tokens L
     * @param student r, units of the student
     * @param teacher t, units of the teacher
     * @throws rugged.params.BadParameter where it knows no such numbers
     */
    UnitLoss build(int tokens, int student, int teacher);
}
