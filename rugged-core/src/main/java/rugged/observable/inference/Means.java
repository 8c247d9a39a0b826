package rugged.observable.inference;

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
}
