package rugged.dynamics.physical;

import java.util.Optional;
import rugged.api.LandscapeSpec;
import rugged.dynamics.Clock;
import rugged.params.BadParameter;
import rugged.params.Param;
import rugged.params.ParameterGroup;

/** What all local rules have alike: the step, and what disturbs it. */
public record LearningParameters(
        @Param(doc = "learning rate", symbol = "\u03b1", def = "1", min = 0.0, above = true)
        double learningRate,

        @Param(doc = "what time counts: flow (alpha times epochs) or steps (epochs)", def = "steps")
        Clock clock,

        @Param(
                doc = "temperature of conductances: each epoch adds sqrt(2 T alpha) times a normal number",
                symbol = "T_{w}",
                def = "0",
                min = 0.0)
        double temperature,

        @Param(
                doc = "distance of the values that a conductance can have, from the floor on; 0 for all",
                def = "0",
                min = 0.0)
        double spacing,

        @Param(
                doc = "how a conductance goes to one of these: nearest, or random (up or down, right on average)",
                def = "random")
        Rounding rounding,

        @Param(doc = "converged when the cost is at most", def = "1e-24", min = 0.0)
        double tolerance,

        @Param(
                doc = "whether the learning rate is halved where the cost has risen by a thousandth in an epoch",
                def = "false")
        boolean guard)
        implements ParameterGroup {
    /** How a conductance goes to one that it can have. */
    public enum Rounding {
        /** The nearest. */
        NEAREST,
        /** Up or down by lot, so that the mean is kept. */
        RANDOM
    }

    /** Refuses what is no number. */
    public LearningParameters {
        finite("learning-rate", learningRate);
        finite("temperature", temperature);
        finite("spacing", spacing);
        if (guard && temperature > 0.0)
            throw new BadParameter(
                    "guard", true, "would take noise for a rise of the cost", "false with a temperature");
    }

    private static void finite(String key, double value) {
        if (!Double.isFinite(value)) throw new BadParameter(key, value, "is not finite", "a finite number");
    }

    double tick() {
        return clock.tick(learningRate);
    }

    /** A spacing that leaves no conductances to choose from. */
    Optional<String> objection(LandscapeSpec landscape) {
        return spacing <= 1.0
                ? Optional.empty()
                : Optional.of(
                        "spacing = " + spacing + " is more than the conductances at the start, about 1: at most 1");
    }
}
