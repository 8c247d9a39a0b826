package rugged.loss;

import rugged.api.lessons.LossSpec;
import rugged.index.Named;
import rugged.meanfield.narrow.MarginLoss;
import rugged.meanfield.sequence.UnitLoss;

/**
 * l = log(1 + exp(-y h)) of one output.
 *
 * <p>Source: Cox, J. R. Stat. Soc. B 20, 215 (1958).
 */
@Named(
        value = "logistic",
        title = "Logistic loss",
        doc = "log(1 + exp(-y h)) of one output h and its label y.",
        source = "Cox, J. R. Stat. Soc. B 20, 215 (1958)",
        year = 1958,
        topics = {"learning"})
public record Logistic() implements LossSpec {
    @Override
    public UnitLoss build(int tokens, int student, int teacher) {
        return OneOutput.of(MarginLoss.LOGISTIC, tokens, student, teacher);
    }
}
