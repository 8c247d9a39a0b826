package rugged.observable.twotime;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.model.Model;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.observable.Overlaps;
import rugged.params.Param;

/**
 * Integrated response by a field probe. At the age tw two copies of every replica are switched into the fields +eps r and -eps r (energy -eps r.x and its
 * opposite), r_i = +-1 fair signs drawn for the age, and follow the replica's own noise from there:
 *
 * <pre>chi(t, tw) = sum_i r_i (x_i^+(t) - x_i^-(t)) / (2 eps N).</pre>
 *
 * <p>The difference of the two copies removes all even orders in eps, so the bias is O(eps^2); halve eps to see whether it matters: a result that moves by
 * more than its error is outside the linear regime. Over the signs the mean is the diagonal response (1/N) sum_i dx_i/dh_i; off-diagonal terms add a
 * variance of order 1/N, which the scatter between samples contains. In equilibrium chi = (1 - C)/T
 * on the sphere and for spins; T chi + C, written beside it in a bath, is then 1. Where |x| is free, equilibrium is chi = Delta/(2 T) with the mean-square
 * displacement Delta, and T_eff = Delta/(2 chi), for any dynamics, is the temperature that a system out of equilibrium shows over that pair of times. It is the
 * mean of Delta/2 over the mean of chi, over replicas and samples, with a jackknife error over samples: chi of a single sample may come near 0 or below it, a mean
 * of such quotients is no number. Cost: two more trajectories a replica and age, from the
 * youngest age that is asked for.
 */
@Named(
        value = "response",
        title = "Integrated response",
        doc = "Response to a small random field switched on at tw and kept, by two copies in opposite fields that"
                + " share the noise.",
        source = "Cugliandolo and Kurchan, Phys. Rev. Lett. 71, 173 (1993)",
        year = 1993,
        topics = {"two times", "aging", "fluctuation-dissipation"})
public record Response(
        @Param(
                doc = "strength of the field",
                symbol = "\u03b5",
                unit = "J",
                def = "0.02",
                min = 0.0,
                above = true,
                reason = "linear within the error bars of the spherical p-spin model; halve it to check")
        double eps,

        @Param(doc = "youngest age at which it is measured", symbol = "t_{w}", def = "0", min = 0)
        double from)
        implements ObservableSpec {
    @Override
    public List<Quantity> quantities() {
        return List.of(
                Quantities.RESPONSE,
                Quantities.FLUCTUATION_DISSIPATION,
                Quantities.HALF_DISPLACEMENT,
                Quantities.EFFECTIVE_TEMPERATURE);
    }

    @Override
    public double youngest() {
        return from;
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.ORIGIN);
    }

    /** What a dynamics asks for whose state is messages, on which no field acts, also where the landscape has configurations. */
    private static final Set<Need> MESSAGES =
            EnumSet.of(Need.MESSAGES, Need.MIXING, Need.SEQUENCE_MIXING, Need.PROJECTIONS, Need.INFERENCE);

    @Override
    public Optional<String> objection(LandscapeSpec landscape, DynamicsSpec dynamics) {
        return Collections.disjoint(dynamics.needs(), MESSAGES)
                ? Optional.empty()
                : Optional.of("a field acts on configurations, and this dynamics moves messages");
    }

    @Override
    public int branches() {
        return 2;
    }

    @Override
    public Probe open(Model model, Streams random) {
        return new FieldProbe(model.dimension(), eps, from, random);
    }

    private static final double ROUNDED = 1e-3;

    private static final class FieldProbe implements Probe {
        private final int n;
        private final double eps;
        private final double from;
        private final Streams random;
        private final double[] signs;

        FieldProbe(int n, double eps, double from, Streams random) {
            this.n = n;
            this.eps = eps;
            this.from = from;
            this.random = random;
            this.signs = new double[n];
        }

        /** The signs belong to tw itself, so that they are the same after a resumption and whatever other ages there are. */
        private void drawSigns(double tw) {
            RandomStream stream = random.stream("signs", Double.doubleToLongBits(tw));
            for (int i = 0; i < n; i++) signs[i] = stream.nextBoolean() ? 1.0 : -1.0;
        }

        @Override
        public List<double[]> fields(Moment now, int age) {
            if (young(now, age)) return List.of();
            drawSigns(now.age(age));
            double[] up = new double[n];
            double[] down = new double[n];
            for (int i = 0; i < n; i++) {
                up[i] = eps * signs[i];
                down[i] = -up[i];
            }
            return List.of(up, down);
        }

        @Override
        public void at(Moment now, Sink out) {
            for (int age : now.due()) {
                if (young(now, age)) continue;
                boolean born = now.born(age);
                if (!born) drawSigns(now.age(age));
                for (int r = 0; r < now.replicas(); r++) {
                    double chi =
                            born ? 0.0 : difference(now.branch(age, 0, r), now.branch(age, 1, r)) / (2.0 * eps * n);
                    out.put(Quantities.RESPONSE, r, chi, Double.NaN, now.time(), now.age(age));
                    balance(now, age, r, chi, out);
                    double half = 0.5 * Overlaps.distance(now.snapshot(age, r), now.state(r));
                    out.put(Quantities.HALF_DISPLACEMENT, r, half, Double.NaN, now.time(), now.age(age));
                }
            }
        }

        /** Ages are rounded to the step: one that is asked for counts where it falls a little short. */
        private boolean young(Moment now, int age) {
            return now.age(age) < (1 - ROUNDED) * from;
        }

        /** T chi + C; undefined without a bath. */
        private static void balance(Moment now, int age, int replica, double chi, Sink out) {
            double temperature = now.dynamics().temperature();
            double[] then = now.snapshot(age, replica);
            double correlation = Overlaps.overlap(then, now.state(replica)) / Overlaps.overlap(then, then);
            double balance = temperature > 0 ? temperature * chi + correlation : Double.NaN;
            out.put(Quantities.FLUCTUATION_DISSIPATION, replica, balance, Double.NaN, now.time(), now.age(age));
        }

        private double difference(double[] up, double[] down) {
            double sum = 0.0;
            for (int i = 0; i < n; i++) sum += signs[i] * (up[i] - down[i]);
            return sum;
        }
    }
}
