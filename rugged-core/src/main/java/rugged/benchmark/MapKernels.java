package rugged.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import rugged.api.BenchmarkSpec;
import rugged.index.Named;
import rugged.num.graph.DisconnectivityTree;
import rugged.num.graph.Levels;
import rugged.num.graph.Passes;
import rugged.num.graph.TreeLayout;
import rugged.num.kinetics.DirectPassage;
import rugged.num.kinetics.GraphTransformation;
import rugged.num.kinetics.RateNetwork;
import rugged.params.Param;

/**
 * Processor time of what is drawn from maps of landscapes: mean first-passage times from all states of a random network, connected and with so many ways out of each state on average, rates uniform in (0, 1), to one of them, by graph
 * transformation and beside it by a dense LU decomposition; and the disconnectivity tree with its layout, 50 levels, of minima with twice as many passes.
 */
@Named(
        value = "landscape-maps",
        title = "Kinetics and graphs of maps",
        doc = "Milliseconds of mean first-passage times through random networks, beside dense linear algebra, and of"
                + " disconnectivity trees.",
        source = "Trygubenko and Wales, J. Chem. Phys. 124, 234110 (2006)",
        year = 2006,
        topics = {"energy landscapes", "kernels"})
public record MapKernels(
        @Param(doc = "sizes of the networks", def = "[1000, 3000]")
        List<Integer> states,

        @Param(doc = "ways out of a state, on average", def = "4", min = 2, max = 100)
        int degree,

        @Param(doc = "minima of the tree", def = "100000", min = 10, max = 1e7)
        int minima)
        implements BenchmarkSpec {
    private static final String PASSAGE = "first-passage times";
    private static final String DENSE = "dense LU";
    private static final String TREE = "disconnectivity tree";
    private static final int ROUNDS = 9;
    private static final int LEVELS = 50;

    public MapKernels {
        states = List.copyOf(states);
        for (int one : states)
            if (one < 10 || one > 20_000)
                throw new rugged.params.BadParameter("states", states, one + " is out of range", "10 to 20000");
    }

    @Override
    public List<Rate> rates() {
        return List.of(new Rate(PASSAGE, "ms", DENSE), new Rate(DENSE, "ms", ""), new Rate(TREE, "ms", ""));
    }

    @Override
    public List<Measurement> measure() {
        List<Measurement> all = new ArrayList<>();
        for (int size : states) {
            RateNetwork network = network(size, new Random(size));
            boolean[] end = new boolean[size];
            end[0] = true;
            int[] ends = new int[size];
            Arrays.fill(ends, GraphTransformation.GOING_ON);
            ends[0] = 0;
            double[] sparse = rounds(ROUNDS, () -> new GraphTransformation(network, ends, 1).times());
            double[] dense = rounds(3, () -> DirectPassage.times(network, end));
            double median = Timings.median(sparse);
            all.add(new Measurement(
                    PASSAGE + ", " + size + " states",
                    median,
                    "ms",
                    Timings.spread(sparse),
                    DENSE,
                    median / Timings.median(dense)));
            all.add(Timings.measured(DENSE + ", " + size + " states", dense, "ms"));
        }
        Passes passes = passes(new Random(minima));
        Levels levels = Levels.between(-10.0, 3.0, LEVELS);
        double[] tree = rounds(
                ROUNDS,
                () -> TreeLayout.of(DisconnectivityTree.of(passes, levels), passes.minimum())
                        .x());
        all.add(Timings.measured(TREE + ", " + minima + " minima", tree, "ms"));
        return List.copyOf(all);
    }

    private static double[] rounds(int rounds, java.util.function.Supplier<double[]> work) {
        double[] times = new double[rounds];
        for (int k = -rounds; k < rounds; k++) {
            double begun = TimedQuench.now();
            double[] made = work.get();
            times[Math.max(0, k)] = 1e3 * (TimedQuench.now() - begun);
            if (made.length == 0) throw new IllegalStateException("nothing was made");
        }
        return times;
    }

    private RateNetwork network(int size, Random random) {
        int edges = Math.max(size - 1, size * degree / 2);
        int[] from = new int[2 * edges];
        int[] to = new int[2 * edges];
        double[] log = new double[2 * edges];
        for (int k = 0; k < edges; k++) {
            from[2 * k] = to[2 * k + 1] = first(k, size, random);
            to[2 * k] = from[2 * k + 1] = second(k, size, random);
            log[2 * k] = Math.log(1.0 - random.nextDouble());
            log[2 * k + 1] = Math.log(1.0 - random.nextDouble());
        }
        return RateNetwork.of(size, from, to, log);
    }

    /** The first edges hang each on one before it, so that all hang together. */
    private static int first(int k, int size, Random random) {
        return k < size - 1 ? k + 1 : random.nextInt(size);
    }

    private static int second(int k, int size, Random random) {
        return k < size - 1 ? random.nextInt(k + 1) : random.nextInt(size);
    }

    private Passes passes(Random random) {
        int count = 2 * minima;
        double[] minimum = new double[minima];
        double[] pass = new double[count];
        int[] one = new int[count];
        int[] other = new int[count];
        for (int i = 0; i < minima; i++) minimum[i] = -10.0 * random.nextDouble();
        for (int k = 0; k < count; k++) {
            one[k] = first(k, minima, random);
            other[k] = second(k, minima, random);
            pass[k] = Math.max(minimum[one[k]], minimum[other[k]]) + 3.0 * random.nextDouble();
        }
        return new Passes(minimum, pass, one, other);
    }
}
