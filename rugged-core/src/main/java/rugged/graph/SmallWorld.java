package rugged.graph;

import rugged.api.physical.GraphSpec;
import rugged.api.physical.Wiring;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/** A ring of N nodes, each joined to the nearest {@code degree}; each edge has one end moved to a node drawn at random with probability p. M = N degree/2. It may fall into pieces at a low degree: then a network refuses it. */
@Named(
        value = "small-world",
        title = "Small world",
        doc = "A ring with neighbours joined, of whose edges some lead anywhere.",
        source = "Watts and Strogatz, Nature 393, 440 (1998)",
        year = 1998,
        topics = {"physical networks"})
public record SmallWorld(
        @Param(doc = "number of nodes", symbol = "N", def = "100", min = 4, max = 5000)
        int nodes,

        @Param(doc = "edges at a node before any is moved, an even number", def = "6", min = 2, max = 1000)
        int degree,

        @Param(doc = "probability that an edge is moved", symbol = "p", def = "0.1", min = 0, max = 1)
        double rewired,

        @Param(doc = "seed of the edges that are moved", def = "1")
        long seed)
        implements GraphSpec {
    /** As many on either side. */
    public SmallWorld {
        if (degree % 2 != 0 || degree >= nodes - 1)
            throw new BadParameter(
                    "degree",
                    degree,
                    "has not as many neighbours on either side",
                    "an even number below " + (nodes - 1));
    }

    @Override
    public Wiring build() {
        RandomStream random = Streams.of(seed).stream("graph.small-world", 0);
        EdgeList ring = new EdgeList();
        for (int k = 1; k <= degree / 2; k++) for (int i = 0; i < nodes; i++) ring.add(i, (i + k) % nodes);
        Wiring before = ring.wiring(nodes);
        EdgeList list = new EdgeList();
        for (int e = 0; e < before.edges(); e++) {
            int tail = before.tails()[e];
            int head = before.heads()[e];
            boolean moved = random.nextDouble() < rewired;
            for (int tries = 0; moved && tries < nodes; tries++) {
                int other = random.nextInt(nodes);
                if (!ring.joins(tail, other) && list.add(tail, other)) break;
                if (tries == nodes - 1) moved = false; // nowhere left to go
            }
            if (!moved) list.add(tail, head);
        }
        return list.wiring(nodes);
    }
}
