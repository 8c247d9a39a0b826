package rugged.compose;

import rugged.api.mixing.LinearMixing;
import rugged.api.mixing.SequenceMixing;
import rugged.api.model.FactorGraph;
import rugged.api.model.Inference;

/** Means of what an inference is about: unknowns of a mixing, or variables of two values of a graph, taken as -1 and +1. */
public final class Means {
    /** A field that leaves no doubt. */
    public static final double CERTAIN = 300.0;

    private Means() {}

    /** How many. */
    public static int count(Inference model) {
        return switch (model) {
            case LinearMixing mixing -> mixing.unknowns();
            case SequenceMixing mixing -> mixing.units() * mixing.weights();
            case FactorGraph graph -> graph.variables();
            default -> 0;
        };
    }

    /** Overwrites means[count] with those of a state; NaN where a variable has more or fewer than two values. */
    public static void of(Inference model, double[] x, double[] means) {
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

    /** Overwrites fields[count] with those that single variables of +-1 would need for their marginals, h_i = log(p_i(+1)/p_i(-1))/2, cut off at +-{@link #CERTAIN}. */
    public static void fields(Inference model, double[] x, double[] fields) {
        double[] p = new double[2];
        for (int i = 0; i < fields.length; i++) {
            if (model instanceof FactorGraph graph) graph.marginal(x, i, p);
            else {
                // 1 - |a| without cancellation, from the variance 1 - a^2
                double less = 0.5 * x[fields.length + i] / (1.0 + Math.abs(x[i]));
                p[1] = x[i] > 0.0 ? 1.0 - less : less;
                p[0] = x[i] > 0.0 ? less : 1.0 - less;
            }
            fields[i] = Math.clamp(0.5 * Math.log(p[1] / p[0]), -CERTAIN, CERTAIN);
        }
    }
}
