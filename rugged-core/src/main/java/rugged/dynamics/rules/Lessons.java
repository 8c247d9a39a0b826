package rugged.dynamics.rules;

import java.util.Optional;
import rugged.api.LandscapeSpec;
import rugged.meanfield.rules.Rehearsal;
import rugged.params.BadParameter;
import rugged.params.Param;
import rugged.params.ParameterGroup;

/** How a student goes through its examples; what all rules of learning check and predict in the same way. */
public record Lessons(
        @Param(
                doc = "on-line (each example drawn from all), epochs (shuffled passes) or batch (all together)",
                def = "on-line")
        Rehearsal order,

        @Param(doc = "learning rate", symbol = "\u03b7", def = "1", min = 0.0, above = true)
        double learningRate,

        @Param(
                doc = "decay of the weights, dw/dt = -decay w besides what the rule does",
                symbol = "\u03b3",
                def = "0",
                min = 0.0)
        double decay,

        @Param(doc = "time step of the batch order", symbol = "dt", def = "0.02", min = 0.0, above = true)
        double dt)
        implements ParameterGroup {
    private static final double LARGEST = 0.1;

    /** Checks the step of the batch order. */
    public Lessons {
        if (order == Rehearsal.BATCH && dt > LARGEST / learningRate * (1.0 + 1e-12))
            throw new BadParameter(
                    "dt", dt, "step too large for learning rate " + learningRate, "at most " + LARGEST / learningRate);
    }

    boolean batch() {
        return order == Rehearsal.BATCH;
    }

    /** Time of a step: 1/N for one example, dt for all. */
    double quantum(LandscapeSpec landscape) {
        return batch() ? dt : 1.0 / landscape.knownDimension();
    }

    /** Passes through all examples in a unit of time. */
    double passes(LandscapeSpec landscape) {
        return batch() ? 1.0 / dt : landscape.knownDimension() / landscape.knownPatterns();
    }

    /** A decay that makes more than nothing of the weights in one step. */
    Optional<String> objection(LandscapeSpec landscape) {
        double step = quantum(landscape);
        if (!(decay * step > 1.0)) return Optional.empty();
        return Optional.of(
                "decay = " + decay + " turns the weights over in one step of " + step + ": at most " + 1.0 / step);
    }
}
