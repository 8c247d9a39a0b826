package rugged.graph;

import rugged.api.physical.GraphSpec;
import rugged.api.physical.Wiring;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/** A connected random graph of N nodes and M edges: a tree, each node joined to one before it drawn at random, then pairs of nodes drawn at random that are not yet joined. */
@Named(
        value = "random",
        title = "Connected random graph",
        doc = "A random tree and as many further edges between random pairs as are asked for.",
        source = "textbook",
        topics = {"physical networks"})
public record RandomGraph(
        @Param(doc = "number of nodes", symbol = "N", def = "40", min = 2, max = 5000)
        int nodes,

        @Param(doc = "number of edges", symbol = "M", def = "150", min = 1, max = 1000000)
        int edges,

        @Param(doc = "seed of the edges", def = "1") long seed)
        implements GraphSpec {
    /** Not fewer edges than a tree has, nor more than pairs. */
    public RandomGraph {
        long most = (long) nodes * (nodes - 1) / 2;
        if (edges < nodes - 1 || edges > most)
            throw new BadParameter(
                    "edges", edges, "cannot join " + nodes + " nodes", "from " + (nodes - 1) + " (a tree) to " + most);
    }

    @Override
    public Wiring build() {
        RandomStream random = Streams.of(seed).stream("graph.random", 0);
        EdgeList list = new EdgeList();
        for (int i = 1; i < nodes; i++) list.add(random.nextInt(i), i);
        while (list.count() < edges) list.add(random.nextInt(nodes), random.nextInt(nodes));
        return list.wiring(nodes);
    }
}
