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
import rugged.api.model.Model;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Triangles of three replicas at every rung of a ladder of temperatures, in the windows of time of {@code tempered-averages}: of their overlaps q_max &gt;= q_mid &gt;= q_min the two smaller ones are equal where states are ultrametric (q_ac &gt;= min(q_ab, q_bc)). Measured is
 *
 * <pre>K = &lt;q_mid - q_min&gt;/sigma,   sigma^2 = &lt;q^2&gt; - &lt;|q|&gt;^2,</pre>
 *
 * <p>both of the disorder and the window. Without field a state and its reverse are one: replicas are turned over so that the two overlaps of largest size are positive, and q_min has the sign of the product of all three, which no turning changes. Three overlaps that are independent and Gaussian, as those of a paramagnet for large N,
 * have K = 1.2155; where it goes to 0 with N while sigma does not, states are ultrametric.
 *
 * <p>Cost: an inner product a pair of replicas and rung, at each observation.
 *
 * <p>Source: Mezard, Parisi, Sourlas, Toulouse and Virasoro, Phys. Rev. Lett. 52, 1156 (1984); K: Hartnett, Parker and Geist, Phys. Rev. E 98, 022116 (2018).
 */
@Named(
        value = "ultrametricity",
        title = "Ultrametricity of three replicas",
        doc = "Difference of the two smaller overlaps of three replicas over the width of the distribution of overlaps,"
                + " at every temperature of a tempering.",
        source = "Mezard, Parisi, Sourlas, Toulouse and Virasoro, Phys. Rev. Lett. 52, 1156 (1984)",
        year = 1984,
        topics = {"one time", "replicas", "thermal"})
public record Ultrametricity(
        @Param(doc = "end of the first window", symbol = "t", def = "1", min = 0.0, above = true)
        double first) implements ObservableSpec {
    private static final List<String> AXES = List.of("t", "T_k");

    private static final Quantity RATIO = new Quantity(
            "K_T", "K", "", AXES, "<q_{mid} - q_{min}> of three replicas over the width of |q|, in (t/2, t]");
    private static final Quantity WIDTH =
            new Quantity("q_width_T", "\u03c3_{q}", "", AXES, "standard deviation of |q| in (t/2, t]");

    @Override
    public List<Quantity> quantities() {
        return List.of(RATIO, WIDTH);
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

    /** Sums of the window under way, [rung][which]. */
    private static final class Windows extends LadderWindows {
        private static final int GAP = 0;
        private static final int ABS = 1;
        private static final int TWO = 2;
        private static final int KINDS = 3;

        private final Model model;
        private double[][] q = new double[0][];

        Windows(Model model, double first) {
            super(first, model.dimension(), KINDS);
            this.model = model;
        }

        @Override
        void take(Moment now, int rung, double[][] x, double[] into) {
            int replicas = x.length;
            if (q.length == 0) q = new double[replicas][replicas];
            double pair = 2.0 / (replicas * (replicas - 1.0));
            double triple = 3.0 * pair / (replicas - 2.0);
            for (int a = 0; a < replicas; a++) {
                now.ladder(a).state(rung, x[a]);
                for (int b = 0; b < a; b++) {
                    q[a][b] = model.overlap(x[a], x[b]);
                    into[ABS] += pair * Math.abs(q[a][b]);
                    into[TWO] += pair * q[a][b] * q[a][b];
                }
            }
            for (int a = 0; a < replicas; a++)
                for (int b = 0; b < a; b++)
                    for (int c = 0; c < b; c++) into[GAP] += triple * gap(q[a][b], q[a][c], q[b][c]);
        }

        @Override
        void write(Moment now, double temperature, double[] of, long samples, double[][] x, Sink out) {
            double time = now.time();
            double mean = of[ABS] / samples;
            double width = Math.sqrt(Math.max(0.0, of[TWO] / samples - mean * mean));
            out.put(
                    RATIO,
                    Sink.ALL,
                    width > 0.0 ? of[GAP] / samples / width : Double.NaN,
                    Double.NaN,
                    time,
                    temperature);
            out.put(WIDTH, Sink.ALL, width, Double.NaN, time, temperature);
        }
    }
}
