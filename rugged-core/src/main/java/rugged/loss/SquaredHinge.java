package rugged.loss;

import rugged.api.lessons.LossSpec;
import rugged.index.Named;
import rugged.meanfield.narrow.MarginLoss;
import rugged.meanfield.sequence.UnitLoss;

/**
 * l = max(0, 1 - y h)^2/2 of one output.
 *
 * <p>Source: Cortes and Vapnik, Machine Learning 20, 273 (1995).
 */
@Named(
        value = "squared-hinge",
        title = "Squared hinge",
        doc = "max(0, 1 - y h)^2/2 of one output h and its label y.",
        source = "Cortes and Vapnik, Machine Learning 20, 273 (1995)",
        year = 1995,
        topics = {"learning"})
public record SquaredHinge() implements LossSpec {
    @Override
    public UnitLoss build(int tokens, int student, int teacher) {
        return OneOutput.of(MarginLoss.SQUARED_HINGE, tokens, student, teacher);
    }
}
