package rugged.graph;

import java.util.Arrays;
import rugged.api.physical.GraphSpec;
import rugged.api.physical.Wiring;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/** N points drawn uniformly from the unit square with periodic borders, of which the round(N degree/2) closest pairs are joined. It may be in several pieces where the degree is low: then a network refuses it. */
@Named(
        value = "random-geometric",
        title = "Random geometric graph",
        doc = "Random points of a periodic square, the closest pairs joined.",
        source = "textbook",
        topics = {"physical networks"})
public record RandomGeometric(
        @Param(doc = "number of nodes", symbol = "N", def = "100", min = 2, max = 5000)
        int nodes,

        @Param(doc = "mean number of edges at a node", def = "8", min = 1, max = 1000)
        double degree,

        @Param(doc = "seed of the points", def = "1") long seed)
        implements GraphSpec {
    /** At most all pairs. */
    public RandomGeometric {
        if (degree > nodes - 1)
            throw new BadParameter("degree", degree, "is more than there are other nodes", "at most " + (nodes - 1));
    }

    @Override
    public Wiring build() {
        double[] places = new double[2 * nodes];
        Streams.of(seed).stream("graph.random-geometric", 0).uniforms(places);
        double[] squares = new double[nodes * (nodes - 1) / 2];
        int at = 0;
        for (int i = 0; i < nodes; i++) for (int j = 0; j < i; j++) squares[at++] = square(places, i, j);
        double[] sorted = squares.clone();
        Arrays.sort(sorted);
        int count = Math.clamp(Math.round(nodes * degree / 2.0), 1, squares.length);
        double longest = sorted[count - 1];
        EdgeList list = new EdgeList();
        for (int i = 0; i < nodes; i++) for (int j = 0; j < i; j++) if (square(places, i, j) <= longest) list.add(j, i);
        return list.wiring(nodes).placed(places, true);
    }

    private static double square(double[] places, int i, int j) {
        double sum = 0.0;
        for (int k = 0; k < 2; k++) {
            double d = places[2 * i + k] - places[2 * j + k];
            d -= Math.rint(d);
            sum += d * d;
        }
        return sum;
    }
}
