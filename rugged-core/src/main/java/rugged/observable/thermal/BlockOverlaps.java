package rugged.observable.thermal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.model.Blocks;
import rugged.api.model.Model;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Overlaps of the blocks of a model, such as the two groups of bipartite spins, at every rung of a ladder of temperatures, in the windows of time of {@code tempered-averages}: the means of q_a q_b over pairs of
 * replicas, q_a = (1/N_a) sum_i s_i s_i' over the N_a units of block a. Without field a block's overlap has either sign as often, but those of two blocks go together: &lt;q_1 q_2&gt; &gt; 0 where &lt;q_1&gt; = 0.
 *
 * <p>Cost: an inner product a pair of replicas and rung, at each observation.
 *
 * <p>Source: Barra, Genovese and Guerra, J. Phys. A 44, 245002 (2011).
 */
@Named(
        value = "block-overlaps",
        title = "Overlaps of blocks",
        doc = "Products of the overlaps of blocks of units, between replicas at every temperature of a tempering, in"
                + " windows of time that double.",
        source = "Barra, Genovese and Guerra, J. Phys. A 44, 245002 (2011)",
        year = 2011,
        topics = {"one time", "replicas", "thermal"})
public record BlockOverlaps(
        @Param(doc = "end of the first window", symbol = "t", def = "1", min = 0.0, above = true)
        double first) implements ObservableSpec {
    /** Products of overlaps. */
    public static final Quantity PRODUCT = new Quantity(
            "qq_T",
            "<q_{a} q_{b}>",
            "",
            List.of("t", "T_k", "a", "b"),
            "mean of q_{a} q_{b} over pairs of replicas in (t/2, t], q_{a} the overlap of the units of block a, a <= b"
                    + " numbered from 1");

    @Override
    public List<Quantity> quantities() {
        return List.of(PRODUCT);
    }

    @Override
    public double[] writes(Schedule schedule) {
        return Doubling.ends(first, schedule.singles());
    }

    @Override
    public String remark(Schedule schedule) {
        return Doubling.single(first, schedule.singles());
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.LADDER, Need.BLOCKS, Need.ORIGIN);
    }

    @Override
    public String remark() {
        return "defined only for tempering, of models with blocks";
    }

    @Override
    public int replicas() {
        return 2;
    }

    @Override
    public Probe open(Model model, Streams random) {
        return new Windows(model, first);
    }

    /** Sums of the window under way, [rung][pair of blocks]. */
    private static final class Windows extends LadderWindows {
        private final int[][] blocks;
        private final double[] q;

        Windows(Model model, double first) {
            Blocks of = (Blocks) model;
            super(first, model.dimension(), of.blocks() * of.blocks());
            blocks = new int[of.blocks()][];
            Arrays.setAll(blocks, of::block);
            q = new double[blocks.length];
        }

        @Override
        void take(Moment now, int rung, double[][] x, double[] into) {
            int replicas = now.replicas();
            double each = 2.0 / (replicas * (replicas - 1.0));
            for (int r = 0; r < replicas; r++) {
                now.ladder(r).state(rung, x[r]);
                for (int other = 0; other < r; other++) {
                    for (int b = 0; b < blocks.length; b++) {
                        double sum = 0.0;
                        for (int i : blocks[b]) sum += x[r][i] * x[other][i];
                        q[b] = sum / blocks[b].length;
                    }
                    for (int a = 0; a < q.length; a++)
                        for (int b = a; b < q.length; b++) into[a * q.length + b] += each * q[a] * q[b];
                }
            }
        }

        @Override
        void write(Moment now, double temperature, double[] of, long samples, double[][] x, Sink out) {
            double time = now.time();
            for (int a = 0; a < q.length; a++)
                for (int b = a; b < q.length; b++)
                    out.put(
                            PRODUCT,
                            Sink.ALL,
                            of[a * q.length + b] / samples,
                            Double.NaN,
                            time,
                            temperature,
                            a + 1.0,
                            b + 1.0);
        }
    }
}
