package rugged.landscape.physical;

import java.util.List;
import java.util.function.ToDoubleFunction;
import rugged.api.physical.GraphSpec;
import rugged.api.physical.PhysicalNetwork;
import rugged.graph.RandomGraph;
import rugged.landscape.physical.PhysicalLinear.Aim;
import rugged.num.Streams;

/** Circuits for tests. */
public final class Circuits {
    private Circuits() {}

    /** A floor of 1e-4, pairs drawn. */
    public static Terminals drawn() {
        return new Terminals(List.of(), List.of(), 1e-4, 0.5);
    }

    public static PhysicalLinear linear(GraphSpec graph, int inputs, int outputs, Aim aim, double size, long seed) {
        return new PhysicalLinear(graph, inputs, outputs, aim, size, 0.7, List.of(), 0.0, drawn(), seed);
    }

    /** 20 nodes, 60 edges, a random 3 x 3 task. */
    public static PhysicalNetwork small(long seed) {
        return linear(new RandomGraph(20, 60, seed), 3, 3, Aim.RANDOM, 0.05, seed)
                .build();
    }

    /** Conductances of a start. */
    public static double[] start(PhysicalNetwork network, long seed) {
        double[] w = new double[network.dimension()];
        network.randomise(w, Streams.of(seed).stream("start", 0));
        return w;
    }

    /** Central difference along a coordinate. */
    static double slope(ToDoubleFunction<double[]> f, double[] x, int k, double step) {
        double[] up = x.clone();
        double[] down = x.clone();
        up[k] += step;
        down[k] -= step;
        return (f.applyAsDouble(up) - f.applyAsDouble(down)) / (2.0 * step);
    }
}
