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
import rugged.num.boltzmann.BitMachine;
import rugged.observable.TimedProbe;
import rugged.observable.Turns;
import rugged.params.Param;

/**
 * Share of visible units that one sweep changes, in the mean over examples: with h drawn from P(h | v), (1/Nv) sum_i |v_i - P(v_i = 1 | h)|. What contrastive divergence makes small; no measure of likelihood: a machine whose chains do not move reconstructs everything. Exact but for the draw of h. 2 Nv Nh multiply-adds an example.
 *
 * <p>Source: Hinton, in Neural Networks: Tricks of the Trade (2012), 599.
 */
@Named(
        value = "reconstruction",
        title = "Reconstruction error",
        doc = "Share of visible units of an example that one sweep of the machine changes.",
        source = "Hinton, Neural Networks: Tricks of the Trade (2012), 599",
        year = 2012,
        topics = {"one time", "Boltzmann machines"})
public record Reconstruction(
        @Param(doc = "only at every k-th observation time", def = "1", min = 1, max = 1e6)
        int every,

        @Param(doc = "the most examples of either part, the first ones; 0 for all", def = "1000", min = 0, max = 1e9)
        int most)
        implements ObservableSpec {
    /** Of training examples. */
    public static final Quantity TRAINING = of("reconstruction", "\u03b5_{r}", "training");

    /** Of test examples. */
    public static final Quantity TEST = of("reconstruction_test", "\u03b5_{r,test}", "test");

    private static final double GRADIENT = 6.0;

    private static Quantity of(String name, String symbol, String part) {
        return new Quantity(
                name,
                symbol,
                "",
                List.of("t"),
                "share of visible units of " + part + " examples that one sweep changes; NaN without any");
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(TRAINING, TEST);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.MACHINE);
    }

    @Override
    public double[] writes(Schedule schedule) {
        return Turns.of(schedule.singles(), every, 0.0);
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        double patterns = landscape.knownPatterns();
        return Double.isNaN(patterns) || most == 0 ? 1.0 : Math.min(1.0, most / patterns) * 2.0 / GRADIENT / every;
    }

    @Override
    public Probe open(Model model, Streams random) {
        BoltzmannMachine learner = (BoltzmannMachine) model;
        double[] y = new double[model.dimension()];
        return TimedProbe.every(every, (now, out) -> {
            for (int r = 0; r < now.replicas(); r++) {
                learner.bits(now.state(r), y);
                RandomStream draw = random.stream("hidden " + r, Double.doubleToLongBits(now.time()));
                write(now, r, TRAINING, learner.machine(), y, learner.examples(Part.TRAIN), draw, out);
                write(now, r, TEST, learner.machine(), y, learner.examples(Part.TEST), draw, out);
            }
        });
    }

    private void write(
            Moment now,
            int r,
            Quantity what,
            BitMachine machine,
            double[] y,
            byte[] bits,
            RandomStream draw,
            Sink out) {
        int visible = machine.visible();
        int hidden = machine.hidden();
        int count = Looked.at(bits.length / visible, most);
        double[] h = new double[hidden];
        double sum = 0.0;
        for (int mu = 0; mu < count; mu++) {
            machine.fields(y, bits, mu * visible, h);
            for (int j = 0; j < hidden; j++) h[j] = draw.nextDouble() < BitMachine.logistic(h[j]) ? 1.0 : 0.0;
            for (int i = 0; i < visible; i++) {
                double field = y[machine.a() + i];
                for (int j = 0; j < hidden; j++) field += h[j] * y[i * hidden + j];
                sum += Math.abs(bits[mu * visible + i] - BitMachine.logistic(field));
            }
        }
        out.put(what, r, sum / count / visible, Double.NaN, now.time());
    }
}
