package rugged.observable.inference;

import java.util.Optional;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.FactorGraph;
import rugged.api.model.Inference;
import rugged.api.model.LinearMixing;

/** Means of what an inference is about: unknowns of a mixing, or variables of two values of a graph, taken as -1 and +1. */
final class Means {
    private Means() {}

    /** How many. */
    static int count(Inference model) {
        return switch (model) {
            case LinearMixing mixing -> mixing.unknowns();
            case FactorGraph graph -> graph.variables();
            default -> 0;
        };
    }

    /** Overwrites means[count] with those of a state; NaN where a variable has more or fewer than two values. */
    static void of(Inference model, double[] x, double[] means) {
        if (!(model instanceof FactorGraph graph)) {
            System.arraycopy(x, 0, means, 0, means.length);
            return;
        }
        double[] p = new double[2];
        for (int i = 0; i < means.length; i++) {
            boolean two = graph.values(i) == 2;
            if (two) graph.marginal(x, i, p);
            means[i] = two ? p[1] - p[0] : Double.NaN;
        }
    }

    /** Why a landscape is refused that passes no messages. */
    static Optional<String> objection(LandscapeSpec landscape) {
        boolean passes =
                landscape.offers().contains(Need.MIXING) || landscape.offers().contains(Need.MESSAGES);
        return passes
                ? Optional.empty()
                : Optional.of(
                        "looks at messages, and this landscape has configurations; one that provides messages or a"
                                + " mixing is needed");
    }
}
