package rugged.observable.boltzmann;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.contrast.BoltzmannMachine;
import rugged.api.model.Model;
import rugged.api.model.Supervised.Part;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.num.boltzmann.AnnealedSampling;
import rugged.num.boltzmann.AnnealedSampling.Estimate;
import rugged.num.boltzmann.BitMachine;
import rugged.num.boltzmann.MachineSum;
import rugged.observable.TimedProbe;
import rugged.observable.Turns;
import rugged.params.Param;

/**
 * ln Z and the mean log-likelihood (1/P) sum_mu ln p(v_mu) of training and test examples, in nats per example. Z is that of the machine of bits with the same law, by a sum over the smaller layer where it is small enough, without error; else by annealed importance sampling from independent bits with the means of the training
 * examples. The error is then the standard error of ln Z over chains, which the likelihoods share; where few chains carry the mean it is large and ln Z too low, the likelihood too high.
 *
 * <p>Cost: 2^min(Nv, Nh) Nv Nh multiply-adds, or 2 Nv Nh for each chain and temperature, and Nv Nh an example.
 *
 * <p>Source: Salakhutdinov and Murray, Proc. 25th ICML, 872 (2008).
 */
@Named(
        value = "log-likelihood",
        title = "Log-likelihood of a machine",
        doc = "Mean log-likelihood of examples under a restricted Boltzmann machine, with Z by a sum or by annealed"
                + " importance sampling.",
        source = "Salakhutdinov and Murray, Proc. 25th ICML, 872 (2008)",
        year = 2008,
        topics = {"one time", "Boltzmann machines", "Monte Carlo"})
public record LogLikelihoods(
        @Param(doc = "only at every k-th observation time", def = "1", min = 1, max = 1e6)
        int every,

        @Param(
                doc = "units of the smaller layer up to which Z is a sum",
                def = "12",
                min = 0,
                max = MachineSum.MOST,
                reason = "a hundredth of a second")
        int summed,

        @Param(doc = "chains of annealed importance sampling", def = "100", min = 2, max = 1e6)
        int chains,

        @Param(doc = "temperatures that they pass through", symbol = "K", def = "1000", min = 1, max = 1e9)
        int temperatures,

        @Param(doc = "the most examples of either part, the first ones; 0 for all", def = "0", min = 0, max = 1e9)
        int most)
        implements ObservableSpec {
    /** ln Z. */
    public static final Quantity PARTITION =
            one("ln_Z", "ln Z", "logarithm of the partition function of the machine of bits");

    /** Its error. */
    public static final Quantity ERROR = one("ln_Z_error", "\u0394 ln Z", "standard error of ln Z; 0 of a sum");

    /** Of training examples. */
    public static final Quantity TRAINING = one("ll", "ln L", "mean over training examples of ln p(v), in nats");

    /** Of test examples. */
    public static final Quantity TEST =
            one("ll_test", "ln L_{test}", "mean over test examples of ln p(v), in nats; NaN without any");

    private static final double GRADIENT = 6.0;

    private static Quantity one(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", List.of("t"), definition);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(PARTITION, ERROR, TRAINING, TEST);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.MACHINE);
    }

    @Override
    public double[] writes(Schedule schedule) {
        return Turns.of(schedule.singles(), every, 0.0);
    }

    private boolean sums(double visible, double hidden) {
        return Math.min(visible, hidden) <= summed;
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        double visible = landscape.sizes().getOrDefault("Nv", Double.NaN);
        double hidden = landscape.sizes().getOrDefault("Nh", Double.NaN);
        double passes =
                sums(visible, hidden) ? Math.pow(2.0, Math.min(visible, hidden)) / 2.0 : (double) chains * temperatures;
        double patterns = landscape.knownPatterns();
        return Double.isNaN(patterns) ? 0.0 : (passes / patterns + 1.0) / GRADIENT / every;
    }

    @Override
    public Probe open(Model model, Streams random) {
        return new Look(this, (BoltzmannMachine) model, random).probe();
    }

    private static final class Look {
        private final LogLikelihoods spec;
        private final BoltzmannMachine model;
        private final BitMachine machine;
        private final Streams random;
        private final double[] y;
        private final double[] phi;
        private final double[] base;

        Look(LogLikelihoods spec, BoltzmannMachine model, Streams random) {
            this.spec = spec;
            this.model = model;
            this.random = random;
            machine = model.machine();
            y = new double[machine.size()];
            phi = new double[machine.hidden()];
            base = odds(model.examples(Part.TRAIN), machine.visible());
        }

        /** ln of the odds of each bit, with one example of either kind added. */
        private static double[] odds(byte[] bits, int visible) {
            double[] odds = new double[visible];
            int count = bits.length / visible;
            for (int k = 0; k < bits.length; k++) odds[k % visible] += bits[k];
            for (int i = 0; i < visible; i++) odds[i] = Math.log((odds[i] + 1.0) / (count - odds[i] + 1.0));
            return odds;
        }

        Probe probe() {
            return TimedProbe.every(spec.every, (now, out) -> {
                for (int r = 0; r < now.replicas(); r++) {
                    model.bits(now.state(r), y);
                    write(now, r, out);
                }
            });
        }

        private void write(Moment now, int r, Sink out) {
            Estimate z = partition(random.stream("annealing " + r, Double.doubleToLongBits(now.time())));
            double t = now.time();
            out.put(PARTITION, r, z.value(), Double.NaN, t);
            out.put(ERROR, r, z.error(), Double.NaN, t);
            out.put(TRAINING, r, mean(model.examples(Part.TRAIN)) - z.value(), Double.NaN, t);
            out.put(TEST, r, mean(model.examples(Part.TEST)) - z.value(), Double.NaN, t);
        }

        private Estimate partition(RandomStream stream) {
            if (spec.sums(machine.visible(), machine.hidden()))
                return new Estimate(new MachineSum(machine).logPartition(y), 0.0);
            return new AnnealedSampling(machine, spec.chains).logPartition(y, base, spec.temperatures, stream);
        }

        /** Mean of -F. */
        private double mean(byte[] bits) {
            int count = Looked.at(bits.length / machine.visible(), spec.most);
            double sum = 0.0;
            for (int mu = 0; mu < count; mu++) sum -= machine.freeEnergy(y, bits, mu * machine.visible(), phi);
            return sum / count;
        }
    }
}
