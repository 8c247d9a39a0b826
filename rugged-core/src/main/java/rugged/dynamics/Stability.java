package rugged.dynamics;

import java.util.Locale;
import java.util.Optional;
import rugged.api.LandscapeSpec;
import rugged.params.Param;
import rugged.params.ParameterGroup;

/** The stability of explicit steps: on a curvature k both Euler and Heun stay bounded only for steps up to 2/k, the heavy ball up to 2 (1 + momentum)/k. */
public record Stability(
        @Param(doc = "run even with a step above the stability limit", def = "false")
        boolean allowUnstable) implements ParameterGroup {
    /** A sentence when a step is larger than the landscape's stiffness allows, unless the user insists. */
    public Optional<String> objection(String key, double step, LandscapeSpec landscape) {
        return objection(key, step, 0.0, landscape);
    }

    /** The same for steps with momentum. */
    public Optional<String> objection(String key, double step, double momentum, LandscapeSpec landscape) {
        double largest = 2.0 * (1.0 + momentum) / landscape.stiffness();
        if (allowUnstable || Double.isNaN(largest) || step <= largest) return Optional.empty();
        return Optional.of(String.format(
                Locale.ROOT,
                "unstable step: %s=%s exceeds %.4g, which is 2%s over the largest curvature; take a smaller one, or set"
                        + " allow-unstable: true",
                key,
                step,
                largest,
                momentum > 0.0 ? " (1 + momentum)" : ""));
    }
}
