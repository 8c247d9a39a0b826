package rugged.web.map;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import rugged.analysis.atlas.DrawnTree;
import rugged.analysis.atlas.LandscapeMap;
import rugged.num.graph.CollapsedBranches;
import rugged.num.graph.DisconnectivityTree;
import rugged.num.graph.MinimaxBarriers;
import rugged.web.shape.map.MapReply.MapStubs;
import rugged.web.shape.map.MapReply.MapTree;

/** A disconnectivity graph as it is sent. */
final class TreeReply {
    private final LandscapeMap map;
    private final DrawnTree drawn;
    private final CollapsedBranches left;

    private TreeReply(LandscapeMap map, DrawnTree drawn) {
        this.map = map;
        this.drawn = drawn;
        left = CollapsedBranches.of(drawn.passes(), drawn.tree());
    }

    /** Of a map. */
    static TreeReply of(LandscapeMap map, DrawnTree.Cut cut) {
        return new TreeReply(map, DrawnTree.of(map.passes(), cut));
    }

    /** How many minima it shows. */
    int leaves() {
        return drawn.tree().leafCount();
    }

    /** With a number of all minima as colours. */
    MapTree coloured(double[] numbers) {
        DisconnectivityTree tree = drawn.tree();
        int nodes = tree.nodes();
        MinimaxBarriers barriers = map.barriers();
        double[] energy = drawn.passes().minimum();
        return new MapTree(
                energy[0],
                tree.levels().top(),
                DrawnTree.reach(drawn.passes()),
                tree.levels().step(),
                drawn.layout().trees(),
                leaves(),
                reals(nodes, node -> drawn.layout().x()[node]),
                reals(nodes, drawn::low),
                reals(nodes, node -> tree.parent(node) < 0 ? drawn.high(node) : drawn.bend(node)),
                reals(nodes, drawn::high),
                wholes(nodes, tree::parent),
                wholes(nodes, tree::lowest),
                wholes(nodes, tree::leaves),
                reals(
                        leaves(),
                        leaf -> map.atlas().minima().get(tree.minimum(leaf)).order()),
                wholes(
                        leaves(),
                        leaf -> map.atlas().minima().get(tree.minimum(leaf)).found()),
                IntStream.range(0, leaves())
                        .mapToDouble(leaf -> up(barriers, energy, tree.minimum(leaf)))
                        .toArray(),
                IntStream.range(0, nodes)
                        .mapToDouble(node -> numbers[tree.lowest(node)])
                        .toArray(),
                stubs());
    }

    private static double up(MinimaxBarriers barriers, double[] energy, int minimum) {
        return minimum == 0 ? 0.0 : barriers.between(minimum, 0) - energy[minimum];
    }

    private MapStubs stubs() {
        int n = left.node().length;
        return new MapStubs(
                wholes(n, k -> left.node()[k]),
                wholes(n, k -> left.count()[k]),
                reals(n, k -> left.lowest()[k]),
                reals(n, k -> left.joins()[k]),
                left.apart(),
                left.above());
    }

    /** What one has to know of it. */
    List<String> remarks() {
        List<String> said = new ArrayList<>();
        int hidden = IntStream.of(left.count()).sum();
        if (hidden > 0)
            said.add("The " + leaves() + " lowest minima are drawn; " + hidden
                    + " others are counted where they would hang.");
        if (left.apart() > 0)
            said.add(many(left.apart(), "minimum that no", "minima that no")
                    + " transition state below the top joins to what is drawn "
                    + (left.apart() == 1 ? "is" : "are") + " left out.");
        if (left.above() > 0) said.add(many(left.above(), "minimum lies", "minima lie") + " above the top.");
        if (drawn.layout().trees() > 1)
            said.add("Below the top no transition state joins the "
                    + drawn.layout().trees() + " trees; the protocol connect looks for some.");
        return said;
    }

    static String many(int count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }

    private static List<Double> reals(int count, IntToDoubleFunction value) {
        return IntStream.range(0, count).mapToDouble(value).boxed().toList();
    }

    private static List<Integer> wholes(int count, IntUnaryOperator value) {
        return IntStream.range(0, count).map(value).boxed().toList();
    }
}
