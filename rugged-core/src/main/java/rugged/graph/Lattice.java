package rugged.graph;

import rugged.api.physical.GraphSpec;
import rugged.api.physical.Wiring;
import rugged.index.Named;
import rugged.params.Param;

/** The square lattice of width times height nodes, node x + width y; N = width height. Periodic it has M = 2 N edges, otherwise 2 N - width - height. */
@Named(
        value = "lattice",
        title = "Square lattice",
        doc = "A square lattice of nodes, with or without periodic borders.",
        source = "textbook",
        topics = {"physical networks"})
public record Lattice(
        @Param(doc = "nodes in a row; as many rows", symbol = "L", def = "10", min = 2, max = 100)
        int width,

        @Param(doc = "whether opposite borders are joined; then the width is 3 or more", def = "true")
        boolean periodic)
        implements GraphSpec {
    /** Two edges between two nodes would be one conductance. */
    public Lattice {
        if (periodic && width < 3)
            throw new rugged.params.BadParameter(
                    "width", width, "joins two nodes twice with periodic borders", "3 or more, or periodic: false");
    }

    @Override
    public Wiring build() {
        EdgeList edges = new EdgeList();
        for (int y = 0; y < width; y++)
            for (int x = 0; x < width; x++) {
                if (periodic || x + 1 < width) edges.add(x + width * y, (x + 1) % width + width * y);
                if (periodic || y + 1 < width) edges.add(x + width * y, x + width * ((y + 1) % width));
            }
        double[] places = new double[2 * width * width];
        for (int i = 0; i < width * width; i++) {
            places[2 * i] = (i % width + 0.5) / width;
            places[2 * i + 1] = (i / width + 0.5) / width;
        }
        return edges.wiring(width * width).placed(places, periodic);
    }
}
