package rugged.observable.thermal;

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
import rugged.api.motion.Ladder;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Moments of the magnetisation m = sum_i s_i/N at every rung of a ladder of temperatures, in the windows of time of {@code tempered-averages}: &lt;|m|&gt;, &lt;m^2&gt;, &lt;m^4&gt;, means over replicas and observations, and N &lt;m^2&gt;.
 * Averages over the disorder, and ratios of them, come after ({@code binder}). Cost: N additions a replica and rung, at each observation.
 *
 * <p>Source: Binder, Z. Phys. B 43, 119 (1981).
 */
@Named(
        value = "tempered-magnetisation",
        title = "Magnetisation on a ladder of temperatures",
        doc = "Moments of the mean spin at every temperature of a tempering, in windows of time that double.",
        source = "Binder, Z. Phys. B 43, 119 (1981)",
        year = 1981,
        topics = {"one time", "criticality", "thermal", "ferromagnets"})
public record TemperedMagnetisation(
        @Param(doc = "end of the first window", symbol = "t", def = "1", min = 0.0, above = true)
        double first) implements ObservableSpec {
    private static final List<String> AXES = List.of("t", "T_k");

    /** First absolute moment. */
    public static final Quantity ABSOLUTE = Quantities.LADDER_MAGNETISATION;

    /** Second moment. */
    public static final Quantity SECOND =
            new Quantity("m2_T", "<m^{2}>", "", AXES, "mean of m^{2} over replicas in (t/2, t]");

    /** Fourth moment. */
    public static final Quantity FOURTH = new Quantity("m4_T", "<m^{4}>", "", AXES, "the same of m^{4}");

    /** Susceptibility. */
    public static final Quantity SUSCEPTIBILITY =
            new Quantity("chi_m_T", "\\chi_{m}", "", AXES, "N <m^{2}>: T times the susceptibility above a transition");

    @Override
    public List<Quantity> quantities() {
        return List.of(ABSOLUTE, SECOND, FOURTH, SUSCEPTIBILITY);
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
    public Probe open(Model model, Streams random) {
        return new Windows(model.dimension(), first);
    }

    /** Sums of the window under way, [rung][power]. */
    private static final class Windows extends LadderWindows {
        private static final int ABS = 0;
        private static final int TWO = 1;
        private static final int FOUR = 2;
        private static final int KINDS = 3;

        private final int n;

        Windows(int n, double first) {
            super(first, n, KINDS);
            this.n = n;
        }

        @Override
        void take(Moment now, int rung, double[][] states, double[] into) {
            for (int r = 0; r < now.replicas(); r++) take(now.ladder(r), rung, states[r], into);
        }

        private static void take(Ladder ladder, int rung, double[] x, double[] into) {
            ladder.state(rung, x);
            double sum = 0.0;
            for (double xi : x) sum += xi;
            double m = sum / x.length;
            into[ABS] += Math.abs(m);
            into[TWO] += m * m;
            into[FOUR] += m * m * m * m;
        }

        @Override
        void write(Moment now, double temperature, double[] of, long observations, double[][] x, Sink out) {
            double time = now.time();
            long samples = observations * now.replicas();
            out.put(ABSOLUTE, Sink.ALL, of[ABS] / samples, Double.NaN, time, temperature);
            out.put(SECOND, Sink.ALL, of[TWO] / samples, Double.NaN, time, temperature);
            out.put(FOURTH, Sink.ALL, of[FOUR] / samples, Double.NaN, time, temperature);
            out.put(SUSCEPTIBILITY, Sink.ALL, n * of[TWO] / samples, Double.NaN, time, temperature);
        }
    }
}
