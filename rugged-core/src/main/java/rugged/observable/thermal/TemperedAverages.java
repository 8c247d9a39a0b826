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
import rugged.api.disorder.GaussianDisorder;
import rugged.api.model.Model;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Thermal averages at every rung of a ladder of temperatures, in windows that double: those written at t are over the observations in (t/2, t], for t = 1, 2, 4 ...
 * times the first, so that what comes before half of the first, such as the start, is in none. A system is in equilibrium where the last windows agree, and the last, which is half of the run, is the result. The energy and the specific
 * heat c = var(E)/(M T^2), M degrees of freedom, are means over replicas; overlaps q = x^a.x^b/N are between replicas, which are ladders of their own, at the same
 * temperature, averaged over pairs.
 *
 * <p>Test of equilibrium: r = e + (f(1) - &lt;f(q)&gt;)/T, whose average over the disorder vanishes at every N ({@link GaussianDisorder}, f of the overlaps of the two groups in a bipartite model); NaN where the energy is not
 * such a field. The variance of the energy is around the mean of all replicas, each window by itself, with the observations taken as independent.
 *
 * <p>Cost: L inner products a pair of replicas, and L energies a replica, at each observation.
 *
 * <p>Source: Katzgraber and Young, Phys. Rev. B 63, 134402 (2001).
 */
@Named(
        value = "tempered-averages",
        title = "Averages on a ladder of temperatures",
        doc = "Energy, specific heat, moments of the overlap and a test of equilibrium at every temperature of a"
                + " tempering, in windows of time that double.",
        source = "Katzgraber and Young, Phys. Rev. B 63, 134402 (2001)",
        year = 2001,
        topics = {"one time", "replicas", "criticality", "thermal"})
public record TemperedAverages(
        @Param(doc = "end of the first window", symbol = "t", def = "1", min = 0.0, above = true)
        double first) implements ObservableSpec {
    private static final List<String> AXES = List.of("t", "T_k");

    /** Energy. */
    public static final Quantity ENERGY = Quantities.LADDER_ENERGY;

    /** Specific heat. */
    public static final Quantity HEAT =
            new Quantity("c_T", "c", "", AXES, "var(E)/(M T^{2}) in (t/2, t], M degrees of freedom");

    /** First absolute moment. */
    public static final Quantity ABSOLUTE =
            new Quantity("q_abs_T", "<|q|>", "", AXES, "mean of |q| over pairs of replicas in (t/2, t]");

    /** Second moment. */
    public static final Quantity SECOND = new Quantity("q2_T", "<q^{2}>", "", AXES, "the same of q^{2}");

    /** Fourth moment. */
    public static final Quantity FOURTH = new Quantity("q4_T", "<q^{4}>", "", AXES, "the same of q^{4}");

    /** Spin-glass susceptibility. */
    public static final Quantity SUSCEPTIBILITY = Quantities.LADDER_SUSCEPTIBILITY;

    /** Test of equilibrium. */
    public static final Quantity RESIDUAL = new Quantity(
            "r_T", "r", "J", AXES, "e + (f(1) - <f(q)>)/T in (t/2, t]: averages to 0 over the disorder in equilibrium");

    @Override
    public List<Quantity> quantities() {
        return List.of(ENERGY, HEAT, ABSOLUTE, SECOND, FOURTH, SUSCEPTIBILITY, RESIDUAL);
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
        return EnumSet.of(Need.LADDER);
    }

    @Override
    public String remark() {
        return "defined only for tempering";
    }

    @Override
    public int replicas() {
        return 2;
    }

    @Override
    public Probe open(Model model, Streams random) {
        return new Windows(model, first);
    }

    /** Sums of the window under way, [rung][which]. */
    private static final class Windows extends LadderWindows {
        private static final int ENERGIES = 0;
        private static final int SQUARES = 1;
        private static final int ABS = 2;
        private static final int TWO = 3;
        private static final int FOUR = 4;
        private static final int COVARIANCE = 5;
        private static final int KINDS = 6;

        private final Model model;
        private final int n;
        private final double freedom;

        Windows(Model model, double first) {
            super(first, model.dimension(), KINDS);
            this.model = model;
            n = model.dimension();
            freedom = model.degreesOfFreedom();
        }

        @Override
        void take(Moment now, int rung, double[][] x, double[] into) {
            int replicas = now.replicas();
            double each = 2.0 / (replicas * (replicas - 1.0));
            for (int a = 0; a < replicas; a++) {
                now.ladder(a).state(rung, x[a]);
                double e = now.ladder(a).energy(rung) / n;
                into[ENERGIES] += e / replicas;
                into[SQUARES] += e * e / replicas;
                for (int b = 0; b < a; b++) {
                    double q = model.overlap(x[a], x[b]);
                    into[ABS] += each * Math.abs(q);
                    into[TWO] += each * q * q;
                    into[FOUR] += each * q * q * q * q;
                    into[COVARIANCE] += each * covariance(x[a], x[b], q);
                }
            }
        }

        @Override
        void write(Moment now, double temperature, double[] of, long samples, double[][] x, Sink out) {
            double time = now.time();
            int replicas = now.replicas();
            double energy = of[ENERGIES] / samples;
            double all = samples * (double) replicas;
            double variance = (of[SQUARES] / samples - energy * energy) * all / (all - 1.0);
            double heat = variance * n * n / (freedom * temperature * temperature);
            double gap = covariance(x[0], x[0], 1.0) - of[COVARIANCE] / samples;
            put(out, ENERGY, energy * n / model.extent(), time, temperature);
            put(out, HEAT, heat, time, temperature);
            put(out, ABSOLUTE, of[ABS] / samples, time, temperature);
            put(out, SECOND, of[TWO] / samples, time, temperature);
            put(out, FOURTH, of[FOUR] / samples, time, temperature);
            put(out, SUSCEPTIBILITY, n * of[TWO] / samples, time, temperature);
            put(out, RESIDUAL, energy + gap / temperature, time, temperature);
        }

        private static void put(Sink out, Quantity quantity, double value, double time, double temperature) {
            out.put(quantity, Sink.ALL, value, Double.NaN, time, temperature);
        }

        private double covariance(double[] a, double[] b, double q) {
            return model instanceof GaussianDisorder field ? field.covariance(a, b, q) : Double.NaN;
        }
    }
}
