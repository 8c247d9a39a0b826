package rugged.dynamics;

import java.util.Locale;
import java.util.Optional;
import rugged.api.LandscapeSpec;

/** The stability of explicit steps: on a curvature k both Euler and Heun stay bounded only for steps up to 2/k, the heavy ball up to 2 (1 + momentum)/k. */
public final class Stability {
    private Stability() {}

    /** A sentence when a step is larger than the landscape's stiffness allows, unless the user insists. */
    public static Optional<String> objection(String key, double step, LandscapeSpec landscape, boolean allowed) {
        return objection(key, step, 0.0, landscape, allowed);
    }

    /** The same for steps with momentum. */
    public static Optional<String> objection(
            String key, double step, double momentum, LandscapeSpec landscape, boolean allowed) {
        double largest = 2.0 * (1.0 + momentum) / landscape.stiffness();
        if (allowed || Double.isNaN(largest) || step <= largest) return Optional.empty();
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
