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
import rugged.num.Packed;
import rugged.num.Streams;
import rugged.observable.Turns;
import rugged.params.Param;

/**
 * Moments of the overlap q = x^a.x^b/N of independent replicas in one disorder: means over all pairs and over the observations so far, from a time on. They
 * are the thermal averages &lt;|q|&gt;, &lt;q^2&gt;, &lt;q^4&gt; of this disorder once the replicas are in equilibrium and the series is long; averages over the disorder, and
 * ratios of them, come after ({@code binder}). N&lt;q^2&gt; is the spin-glass susceptibility: 1/(1 - beta^2 f''(0)) above a continuous transition.
 *
 * <p>Also a test of equilibrium: r = e + beta (f(1) - &lt;f(q)&gt;), whose average over the disorder vanishes in equilibrium, exactly at every N
 * ({@link GaussianDisorder}); replicas that still come down from a random start have e too high and q too small, r > 0. NaN where the energy is not such a
 * field, or there is no bath. Cost: R(R - 1)/2 inner products an observation. Begins anew when the temperature changes.
 *
 * <p>Source: Katzgraber and Young, Phys. Rev. B 63, 134402 (2001) for the test.
 */
@Named(
        value = "overlap-moments",
        title = "Moments of the overlap",
        doc = "Thermal averages of |q|, q^2, q^4 over pairs of replicas, the spin-glass susceptibility, and a test of"
                + " equilibrium that is exact at every size.",
        source = "Katzgraber and Young, Phys. Rev. B 63, 134402 (2001)",
        year = 2001,
        topics = {"one time", "replicas", "criticality", "thermal"})
public record OverlapMoments(
        @Param(doc = "observations from this time on", symbol = "t", def = "0", min = 0.0)
        double from,

        @Param(doc = "writes at every k-th observation only; samples at all", def = "1", min = 1, max = 1e6)
        int every)
        implements ObservableSpec {
    private static final List<String> TIME = List.of("t");

    /** First absolute moment. */
    public static final Quantity ABSOLUTE =
            new Quantity("q_abs", "<|q|>", "", TIME, "mean of |q| over pairs and over the observations up to t");

    /** Second moment. */
    public static final Quantity SECOND = new Quantity("q2", "<q^{2}>", "", TIME, "the same of q^{2}");

    /** Fourth moment. */
    public static final Quantity FOURTH = new Quantity("q4", "<q^{4}>", "", TIME, "the same of q^{4}");

    /** Spin-glass susceptibility. */
    public static final Quantity SUSCEPTIBILITY = Quantities.OVERLAP_SUSCEPTIBILITY;

    /** Test of equilibrium. */
    public static final Quantity RESIDUAL = new Quantity(
            "r_eq",
            "r",
            "J",
            TIME,
            "e + (f(1) - <f(q)>)/T over the observations up to t: averages to 0 over the disorder in equilibrium");

    @Override
    public List<Quantity> quantities() {
        return List.of(ABSOLUTE, SECOND, FOURTH, SUSCEPTIBILITY, RESIDUAL);
    }

    @Override
    public double[] writes(Schedule schedule) {
        return Turns.every(schedule.singles(), every, from);
    }

    @Override
    public double averagesFrom() {
        return from;
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.OVERLAP);
    }

    @Override
    public int replicas() {
        return 2;
    }

    @Override
    public Probe open(Model model, Streams random) {
        return new Sums(model, this);
    }

    /** Sums since the series began. */
    private static final class Sums implements Probe {
        private static final int ABS = 0;
        private static final int TWO = 1;
        private static final int FOUR = 2;
        private static final int COVARIANCE = 3;
        private static final int ENERGY = 4;

        private final Model model;
        private final int n;
        private final OverlapMoments spec;
        private final double[] sums = new double[5];
        private double temperature = Double.NaN;
        private long samples;
        private long seen;

        Sums(Model model, OverlapMoments spec) {
            this.model = model;
            this.n = model.dimension();
            this.spec = spec;
        }

        @Override
        public void at(Moment now, Sink out) {
            if (!now.single()) return;
            if (now.time() >= spec.from) take(now);
            if (seen++ % spec.every != 0) return;
            double square = sums[TWO] / samples;
            double time = now.time();
            out.put(ABSOLUTE, Sink.ALL, sums[ABS] / samples, Double.NaN, time);
            out.put(SECOND, Sink.ALL, square, Double.NaN, time);
            out.put(FOURTH, Sink.ALL, sums[FOUR] / samples, Double.NaN, time);
            out.put(SUSCEPTIBILITY, Sink.ALL, n * square, Double.NaN, time);
            double energy = sums[ENERGY] / samples;
            double gap = covariance(now.state(0), now.state(0), 1.0) - sums[COVARIANCE] / samples;
            out.put(RESIDUAL, Sink.ALL, energy + gap / temperature, Double.NaN, time);
        }

        private void take(Moment now) {
            double bath = now.dynamics().temperature();
            if (samples == 0 || Double.compare(bath, temperature) != 0) {
                temperature = bath;
                samples = 0;
                java.util.Arrays.fill(sums, 0.0);
            }
            samples++;
            int replicas = now.replicas();
            double each = 2.0 / (replicas * (replicas - 1.0));
            for (int a = 0; a < replicas; a++) {
                sums[ENERGY] += now.energy(a) / (n * (double) replicas);
                for (int b = a + 1; b < replicas; b++) {
                    double q = model.overlap(now.state(a), now.state(b));
                    sums[ABS] += each * Math.abs(q);
                    sums[TWO] += each * q * q;
                    sums[FOUR] += each * q * q * q * q;
                    sums[COVARIANCE] += each * covariance(now.state(a), now.state(b), q);
                }
            }
        }

        private double covariance(double[] a, double[] b, double q) {
            return model instanceof GaussianDisorder field ? field.covariance(a, b, q) : Double.NaN;
        }

        @Override
        public byte[] save() {
            return new Packed.Writer()
                    .put(seen)
                    .put(temperature)
                    .put(samples)
                    .put(sums)
                    .bytes();
        }

        @Override
        public void load(byte[] saved) {
            Packed.Reader in = new Packed.Reader(saved);
            seen = in.readLong();
            temperature = in.readDouble();
            samples = in.readLong();
            in.read(sums);
        }
    }
}
