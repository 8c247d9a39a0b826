package rugged.loss;

import rugged.api.lessons.LossSpec;
import rugged.index.Named;
import rugged.meanfield.narrow.MarginLoss;
import rugged.meanfield.sequence.UnitLoss;

/**
 * l = (y - h)^2/2 of one output.
 *
 * <p>Source: Hoerl and Kennard, Technometrics 12, 55 (1970).
 */
@Named(
        value = "ridge",
        title = "Half the square",
        doc = "(y - h)^2/2 of one output h and its label y.",
        source = "Hoerl and Kennard, Technometrics 12, 55 (1970)",
        year = 1970,
        topics = {"learning"})
public record Ridge() implements LossSpec {
    @Override
    public UnitLoss build(int tokens, int student, int teacher) {
        return OneOutput.of(MarginLoss.RIDGE, tokens, student, teacher);
    }
}
