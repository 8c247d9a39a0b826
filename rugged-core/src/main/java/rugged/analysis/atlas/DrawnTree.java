package rugged.analysis.atlas;

import java.util.Optional;
import rugged.num.graph.DisconnectivityTree;
import rugged.num.graph.Levels;
import rugged.num.graph.Passes;
import rugged.num.graph.TreeLayout;

/**
 * A disconnectivity graph as lines to draw. The line of a node begins at its energy (that of the minimum, or of the level at which branches meet), runs straight up to the last level below its parent and from there to the
 * parent; where there is no parent it runs up to the top.
 *
 * @param passes minima and passes
 * @param tree what meets where
 * @param layout where nodes stand from left to right
 */
public record DrawnTree(Passes passes, DisconnectivityTree tree, TreeLayout layout) {
    /** The top lies above what is below it by this part of the whole height. */
    private static final double ABOVE = 0.01;

    /**
     * What is drawn.
     *
     * @param levels number of levels between the lowest minimum and the top
     * @param step distance of two levels, in place of their number
     * @param top highest level; none: just above everything
     * @param lowest how many of the lowest minima, 0 for all
     * @param lone whether minima are drawn that no pass below the top joins to others
     */
    public record Cut(int levels, Optional<Double> step, Optional<Double> top, int lowest, boolean lone) {}

    /**
     * Of minima by increasing energy.
     *
     * @throws IllegalArgumentException with what is wrong with the cut, for people
     */
    public static DrawnTree of(Passes passes, Cut cut) {
        double highest = cut.top.orElseGet(() -> reach(passes));
        double least = passes.minimum()[0];
        if (!(highest >= least))
            throw new IllegalArgumentException("every minimum lies above the top, the lowest at " + least);
        Levels grid =
                cut.step.isPresent() ? new Levels(highest, cut.step.get()) : Levels.between(least, highest, cut.levels);
        DisconnectivityTree tree = DisconnectivityTree.of(passes, grid, shown(passes, highest, cut));
        return new DrawnTree(passes, tree, TreeLayout.of(tree, passes.minimum()));
    }

    /** A little above the highest minimum and the highest pass between two. */
    public static double reach(Passes passes) {
        double least = passes.minimum()[0];
        double most = passes.minimum()[passes.minima() - 1];
        for (int k = 0; k < passes.pass().length; k++)
            if (passes.first()[k] != passes.second()[k]) most = Math.max(most, passes.pass()[k]);
        return most + ABOVE * (most > least ? most - least : 1.0);
    }

    private static boolean[] shown(Passes passes, double highest, Cut cut) {
        boolean[] shown = new boolean[passes.minima()];
        boolean[] connected = DisconnectivityTree.connected(passes, highest);
        int count = 0;
        for (int rank = 0; rank < shown.length && (cut.lowest == 0 || count < cut.lowest); rank++) {
            shown[rank] = (cut.lone || connected[rank] || shown.length == 1) && passes.minimum()[rank] <= highest;
            if (shown[rank]) count++;
        }
        return shown;
    }

    /** Energy at which the line of a node begins. */
    public double low(int node) {
        return node < tree.leafCount()
                ? passes.minimum()[tree.minimum(node)]
                : tree.levels().energy(tree.level(node));
    }

    /** Energy up to which the line of a node that has a parent runs straight. */
    public double bend(int node) {
        return Math.max(low(node), tree.levels().energy(tree.level(tree.parent(node)) + 1));
    }

    /** Energy at which the line of a node ends. */
    public double high(int node) {
        int parent = tree.parent(node);
        return parent < 0
                ? Math.max(low(node), tree.levels().top())
                : tree.levels().energy(tree.level(parent));
    }
}
