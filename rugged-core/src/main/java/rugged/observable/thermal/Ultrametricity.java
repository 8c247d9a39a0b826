package rugged.observable.thermal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.model.Model;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Triangles of three replicas at every rung of a ladder of temperatures, in the windows of time of {@code tempered-averages}: of their overlaps q_max &gt;= q_mid &gt;= q_min the two smaller ones are equal where states are ultrametric (q_ac &gt;= min(q_ab, q_bc)). Written is the mean of
 * q_mid - q_min; {@code triangles} sets it beside the width of the distribution of overlaps, averages over samples first.
 *
 * <p>Without field a state and its reverse are one: replicas are turned over so that the two overlaps of largest size are positive, and q_min has the sign of the product of all three, which no turning changes.
 *
 * <p>Cost: an inner product a pair of replicas and rung, at each observation.
 *
 * <p>Source: Mezard, Parisi, Sourlas, Toulouse and Virasoro, Phys. Rev. Lett. 52, 1156 (1984).
 */
@Named(
        value = "ultrametricity",
        title = "Ultrametricity of three replicas",
        doc = "Difference of the two smaller overlaps of three replicas, at every temperature of a tempering.",
        source = "Mezard, Parisi, Sourlas, Toulouse and Virasoro, Phys. Rev. Lett. 52, 1156 (1984)",
        year = 1984,
        topics = {"one time", "replicas", "thermal"})
public record Ultrametricity(
        @Param(doc = "end of the first window", symbol = "t", def = "1", min = 0.0, above = true)
        double first) implements ObservableSpec {
    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.LADDER_GAP);
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
        return EnumSet.of(Need.LADDER, Need.ORIGIN);
    }

    @Override
    public String remark() {
        return "defined only for tempering";
    }

    @Override
    public int replicas() {
        return 3;
    }

    @Override
    public Probe open(Model model, Streams random) {
        return new Windows(model, first);
    }

    /** q_mid - q_min of three overlaps, after the replicas are turned over. */
    static double gap(double a, double b, double c) {
        double[] size = {Math.abs(a), Math.abs(b), Math.abs(c)};
        Arrays.sort(size);
        return a * b * c < 0.0 ? size[1] + size[0] : size[1] - size[0];
    }

    /** The sum of the window under way, [rung][1]. */
    private static final class Windows extends LadderWindows {
        private final Model model;
        private double[][] q = new double[0][];

        Windows(Model model, double first) {
            super(first, model.dimension(), 1);
            this.model = model;
        }

        @Override
        void take(Moment now, int rung, double[][] x, double[] into) {
            int replicas = x.length;
            if (q.length == 0) q = new double[replicas][replicas];
            double triple = 6.0 / (replicas * (replicas - 1.0) * (replicas - 2.0));
            for (int a = 0; a < replicas; a++) {
                now.ladder(a).state(rung, x[a]);
                for (int b = 0; b < a; b++) q[a][b] = model.overlap(x[a], x[b]);
            }
            for (int a = 0; a < replicas; a++)
                for (int b = 0; b < a; b++)
                    for (int c = 0; c < b; c++) into[0] += triple * gap(q[a][b], q[a][c], q[b][c]);
        }

        @Override
        void write(Moment now, double temperature, double[] of, long samples, double[][] x, Sink out) {
            out.put(Quantities.LADDER_GAP, Sink.ALL, of[0] / samples, Double.NaN, now.time(), temperature);
        }
    }
}
