package rugged.protocol.atlas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import rugged.api.Bench;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.Quantity;
import rugged.api.motion.Stepper;
import rugged.compose.search.Stationary;
import rugged.compose.search.Survey;
import rugged.index.Named;
import rugged.num.graph.MinimaxBarriers;
import rugged.num.graph.Passes;
import rugged.params.Param;

/**
 * Where a dynamics ends on the map of the landscape, beside where quenches end. From each of so many random states the minimiser of the study goes down at once; and from the same states the dynamics moves for a time, and the minimiser goes down from where it is
 * then. All minima that are met make one map, joined by double-ended searches as by {@link Connect}; on it each end has the energy of its minimum above the lowest one and the minimax barrier to it, the least height above the minimum that has to be climbed
 * on the way to the lowest; 0 for the lowest itself. Small barriers say that an end is in the funnel of the lowest minimum.
 *
 * <p>Quantities have the axis {@code way}: 0 for quenches, 1 for the dynamics; they are means over the runs of which both ways have come to a minimum, those of barriers over the runs of which both minima are joined to the lowest. A barrier is a bound from above, as lower transition states may not have been
 * found; what is lowest is so of the minima that were met.
 */
@Named(
        value = "ends-on-map",
        title = "Ends of a dynamics on the map",
        doc = "Locates where runs of a dynamics end on the map of minima and transition states, beside quenches from"
                + " the same states.",
        source = "own design",
        topics = {"rugged landscapes", "deep learning"})
public record EndsOnMap(
        @Param(doc = "the dynamics that is followed from each state", def = "{ is: sgd }")
        DynamicsSpec along,

        @Param(doc = "how long, in its own time", def = "1000", min = 0.0, above = true)
        double until,

        @Param(doc = "random states to begin with", def = "50", min = 1, max = 1e6)
        int starts,

        @Param(
                doc = "rounds of searches between minima after which the map may be left in pieces",
                def = "5",
                min = 1,
                max = 10000)
        int rounds,

        Band band,
        SearchParameters search)
        implements AtlasSearch {
    private static final List<String> WAY = List.of("way");

    /** How high. */
    public static final Quantity ENERGY = new Quantity(
            "end_energy",
            "E - E_{0}",
            "energy",
            WAY,
            "energy of the minimum below the end above that of the lowest minimum met, mean over runs; way 0: quenches,"
                    + " 1: the dynamics");

    /** How far up. */
    public static final Quantity BARRIER = new Quantity(
            "end_barrier",
            "\u0394E",
            "energy",
            WAY,
            "minimax barrier from the minimum below the end to the lowest one, mean over runs of which both ends are"
                    + " joined to it");

    /** How many are there. */
    public static final Quantity LOWEST =
            new Quantity("end_lowest", "p_{0}", "", WAY, "share of runs below whose end lies the lowest minimum met");

    /** How many are in other pieces. */
    public static final Quantity APART = new Quantity(
            "end_apart", "p_{apart}", "", WAY, "share of runs whose minimum no transition state joins to the lowest");

    @Override
    public List<Quantity> quantities() {
        List<Quantity> all = new ArrayList<>(SearchQuantities.ALL);
        all.addAll(List.of(Connect.PIECES, ENERGY, BARRIER, LOWEST, APART));
        return all;
    }

    @Override
    public Set<Need> needs() {
        EnumSet<Need> needs = EnumSet.copyOf(AtlasSearch.super.needs());
        needs.addAll(along.needs());
        return needs;
    }

    @Override
    public void explore(Exploration on) {
        List<Exploration.Piece> pieces = new ArrayList<>();
        DynamicsSpec minimiser = on.minimiser();
        for (int k = 0; k < starts; k++)
            pieces.add((own, searcher, random) -> {
                double[] x = new double[own.dimension()];
                own.randomise(x, random.stream("start", 0));
                Stationary below = searcher.quench(x, minimiser, random.family("quench", 0));
                Stepper stepper = along.start(own, x, random.family("along", 0));
                stepper.advance(until);
                searcher.worked(stepper.evaluations());
                stepper.state(x);
                return List.of(below, searcher.quench(x, minimiser, random.family("quench", 1)));
            });
        int[][] ends = new int[2][starts];
        List<List<Stationary>> found = on.carryOut(pieces, 0.0, Quenches.FIRST);
        for (int k = 0; k < starts; k++)
            for (int way = 0; way < 2; way++)
                ends[way][k] = on.minimum(found.get(k).get(way));
        on.requireMinima();
        on.record();
        Connect.join(on, rounds, band, Quenches.FIRST);
        report(on, ends);
    }

    private static void report(Exploration on, int[][] ends) {
        Survey survey = on.survey();
        Passes passes = on.passes();
        MinimaxBarriers barriers = new MinimaxBarriers(passes);
        int lowest = IntStream.range(0, passes.minima())
                .reduce((a, b) -> passes.minimum()[b] < passes.minimum()[a] ? b : a)
                .orElseThrow();
        // a run counts where both of its ways have come to an end: pairs are used as pairs
        int[] runs = IntStream.range(0, ends[0].length)
                .filter(k -> ends[0][k] >= 0 && ends[1][k] >= 0)
                .toArray();
        double[][] heights = new double[2][];
        for (int way = 0; way < 2; way++) {
            int[] end = ends[way];
            heights[way] = of(runs, k -> height(barriers, passes, end[k], lowest));
        }
        int[] joined = IntStream.range(0, runs.length)
                .filter(k -> Double.isFinite(heights[0][k]) && Double.isFinite(heights[1][k]))
                .toArray();
        for (int way = 0; way < 2; way++) {
            int[] end = ends[way];
            double[] height = heights[way];
            Bench bench = on.bench();
            bench.record(ENERGY, mean(of(runs, k -> passes.minimum()[end[k]] - passes.minimum()[lowest])), way);
            bench.record(BARRIER, mean(of(joined, k -> height[k])), way);
            bench.record(LOWEST, mean(of(runs, k -> end[k] == lowest ? 1.0 : 0.0)), way);
            bench.record(
                    APART,
                    mean(of(IntStream.range(0, runs.length).toArray(), k -> Double.isFinite(height[k]) ? 0.0 : 1.0)),
                    way);
        }
    }

    private static double[] of(int[] places, IntToDoubleFunction value) {
        return Arrays.stream(places).mapToDouble(value).toArray();
    }

    /** Above a minimum, on the way to the lowest. */
    private static double height(MinimaxBarriers barriers, Passes passes, int end, int lowest) {
        return end == lowest ? 0.0 : barriers.between(end, lowest) - passes.minimum()[end];
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    @Override
    public double evaluations(LandscapeSpec landscape, DynamicsSpec dynamics) {
        return 2.0 * starts * AtlasSearch.quench(landscape, dynamics, search)
                + starts * until * along.evaluationsPerUnitTime(landscape)
                + (double) rounds * (band.iterations() * band.images() + ASCENT);
    }

    @Override
    public double memory(LandscapeSpec landscape, int replicas) {
        double n = landscape.knownDimension();
        return 96.0 * starts * n + 64.0 * n * n + 32.0 * band.images() * n;
    }
}
