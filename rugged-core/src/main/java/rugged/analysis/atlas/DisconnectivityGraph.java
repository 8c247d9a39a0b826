package rugged.analysis.atlas;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.num.graph.DisconnectivityTree;
import rugged.num.graph.Levels;
import rugged.num.graph.MinimaxBarriers;
import rugged.num.graph.Passes;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * The disconnectivity graph of a collected map: on a grid of energies, which minima reach one another without going above. A branch is the line of a minimum, from its energy up, or of a set of minima, from the level at which it became
 * one, and it ends at the level at which it joins others; it runs straight up to the last level below that and from there to the node. Minima are side by side at distance 1, what holds the lowest in the middle of each node. Minima that
 * are not drawn lead from one to another still. What no transition state joins are separate trees. One sample is drawn: the first, or the one asked for.
 *
 * <p>Colours are a number of the minima: {@code energy}, {@code order}, {@code found}, {@code log_det}, {@code occupation} by harmonic superposition at a temperature, or any quantity that is observed at them, such as {@code error_test},
 * {@code auc} or {@code shared_errors}, the overlap of errors with the global minimum; a branch of several has the colour of its lowest.
 */
@Named(
        value = "disconnectivity",
        title = "Disconnectivity graph",
        doc = "The tree of minima that reach one another below each of a grid of energies, as lines to draw, and the"
                + " barriers from each of the lowest minima to the global one.",
        source = "Becker and Karplus, J. Chem. Phys. 106, 1495 (1997)",
        year = 1997,
        topics = {"energy landscapes"})
public record DisconnectivityGraph(
        @Param(doc = "number of levels between the lowest minimum and the top", def = "40", min = 1, max = 100000)
        int levels,

        @Param(doc = "distance of two levels, in place of their number", symbol = "dE", unit = "energy")
        Optional<Double> step,

        @Param(
                doc = "highest level: transition states and minima above it are cut; none: just above the highest"
                        + " transition state",
                unit = "energy")
        Optional<Double> top,

        @Param(doc = "how many of the lowest minima are drawn, 0 for all", def = "0", min = 0)
        int lowest,

        @Param(doc = "whether minima that no transition state below the top joins to others are drawn", def = "false")
        boolean lone,

        @Param(
                doc = "number of the minima that colours branches: energy, order, found, log_det, occupation, or a"
                        + " quantity observed at them; empty: their energy",
                def = "''")
        String colour,

        @Param(
                doc = "where along the second axis of that number, where it has one: the T of occupation, the class of"
                        + " auc")
        Optional<Double> colourAt,

        @Param(doc = "which sample of a set of parameters is drawn, from 1 on", def = "1", min = 1)
        int sample)
        implements AnalysisSpec {
    private static final List<String> NONE = List.of();

    /** The lines. */
    public static final Quantity BRANCH = new Quantity(
            "branch",
            "E",
            "energy",
            List.of("line", "corner", "place", "colour"),
            "energy along the lines of the disconnectivity graph: which line, which of its corners, where from left to"
                    + " right, and its colour");

    /** Trees. */
    public static final Quantity TREES =
            new Quantity("trees", "trees", "", NONE, "number of separate trees of the disconnectivity graph");

    /** Leaves. */
    public static final Quantity LEAVES =
            new Quantity("leaves", "leaves", "", NONE, "number of minima that the disconnectivity graph shows");

    /** Up from a minimum. */
    public static final Quantity UP = new Quantity(
            "barrier_to_lowest",
            "\u0394E",
            "energy",
            List.of("rank"),
            "least height above a minimum to be climbed on the way to the global minimum");

    /** Up from the global minimum. */
    public static final Quantity DOWN = new Quantity(
            "barrier_from_lowest",
            "\u0394E",
            "energy",
            List.of("rank"),
            "least height above the global minimum to be climbed on the way to a minimum");

    private static final int BARRIERS = 200;

    public DisconnectivityGraph {
        if (step.isPresent() && (!(step.get() > 0.0) || Double.isInfinite(step.get())))
            throw new BadParameter("step", step.get(), "levels must lie apart", "dE above 0");
        if (top.isPresent() && !Double.isFinite(top.get()))
            throw new BadParameter("top", top.get(), "is no energy", "a finite energy");
    }

    @Override
    public Set<String> reads() {
        return BranchColours.reads(colour);
    }

    @Override
    public Optional<String> objection(Map<String, Quantity> recorded) {
        return BranchColours.objection(colour, colourAt, recorded);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(BRANCH, TREES, LEAVES, UP, DOWN);
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        for (Group group : groups) {
            if (!group.simulated()) continue;
            if (group.samples().size() < sample) {
                undrawn(group, "there are " + group.samples().size() + " samples only", out);
                continue;
            }
            Sample drawn = group.samples().get(sample - 1);
            RankedAtlas map = RankedAtlas.of(drawn);
            Optional<String> why = map.noMinima();
            if (why.isPresent()) {
                undrawn(group, why.get(), out);
                continue;
            }
            BranchColours colours = BranchColours.of(colour, colourAt, map, drawn);
            if (colours.wrong().isEmpty()) draw(group, map, colours, out);
            else undrawn(group, colours.wrong(), out);
        }
    }

    private static void undrawn(Group group, String why, Conclusions out) {
        out.undefined(group, TREES, why);
        out.undefined(group, LEAVES, why);
        out.say(Words.of(group) + "no disconnectivity graph: " + why + ".");
    }

    private void draw(Group group, RankedAtlas map, BranchColours colours, Conclusions out) {
        DrawnTree drawn;
        try {
            drawn = DrawnTree.of(map.passes(), new DrawnTree.Cut(levels, step, top, lowest, lone));
        } catch (IllegalArgumentException e) {
            undrawn(group, String.valueOf(e.getMessage()), out);
            return;
        }
        DisconnectivityTree tree = drawn.tree();
        if (tree.leafCount() == 0) {
            undrawn(
                    group,
                    "no transition state below the top joins two minima: a protocol such as refine or connect"
                            + " finds some, and lone: true draws minima alone",
                    out);
            return;
        }
        Optional<String> colourless = colours.missing(tree);
        if (colourless.isPresent()) {
            undrawn(group, colourless.get(), out);
            return;
        }
        int trees = drawn.layout().trees();
        out.put(group, TREES, trees, Double.NaN);
        out.put(group, LEAVES, tree.leafCount(), Double.NaN);
        lines(group, drawn, colours.values(), out);
        barriers(group, drawn.passes(), out);
        out.say(Words.of(group)
                + sentence(group, tree, trees, map.atlas().minima().size()));
    }

    private static void lines(Group group, DrawnTree drawn, double[] colours, Conclusions out) {
        DisconnectivityTree tree = drawn.tree();
        double[] x = drawn.layout().x();
        for (int node = 0; node < tree.nodes(); node++) {
            double low = drawn.low(node);
            double high = drawn.high(node);
            double colour = colours[tree.lowest(node)];
            int parent = tree.parent(node);
            out.put(group, BRANCH, low, Double.NaN, node, 0, x[node], colour);
            if (parent < 0) {
                if (high > low) out.put(group, BRANCH, high, Double.NaN, node, 1, x[node], colour);
                continue;
            }
            double bend = drawn.bend(node);
            if (bend > low) out.put(group, BRANCH, bend, Double.NaN, node, 1, x[node], colour);
            out.put(group, BRANCH, high, Double.NaN, node, 2, x[parent], colour);
        }
    }

    private void barriers(Group group, Passes passes, Conclusions out) {
        MinimaxBarriers barriers = new MinimaxBarriers(passes);
        int most = Math.min(passes.minima(), lowest == 0 ? BARRIERS : Math.min(lowest, BARRIERS));
        for (int rank = 1; rank < most; rank++) {
            double height = barriers.between(0, rank);
            if (Double.isInfinite(height)) {
                out.undefined(group, UP, "no path to the global minimum in the database", rank);
                out.undefined(group, DOWN, "no path to the global minimum in the database", rank);
                continue;
            }
            out.put(group, UP, height - passes.minimum()[rank], Double.NaN, rank);
            out.put(group, DOWN, height - passes.minimum()[0], Double.NaN, rank);
        }
    }

    private String sentence(Group group, DisconnectivityTree tree, int trees, int minima) {
        Levels grid = tree.levels();
        String of = group.samples().size() == 1 ? "" : " of sample " + sample;
        return String.format(
                Locale.ROOT,
                "the disconnectivity graph%s shows %d of %s in %s, levels %.4g apart up to %.6g.",
                of,
                tree.leafCount(),
                Words.many(minima, "minimum", "minima"),
                Words.many(trees, "tree", "trees"),
                grid.step(),
                grid.top());
    }
}
