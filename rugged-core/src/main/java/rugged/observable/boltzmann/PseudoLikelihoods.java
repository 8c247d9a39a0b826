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
import rugged.num.boltzmann.PseudoLikelihood;
import rugged.observable.TimedProbe;
import rugged.observable.Turns;
import rugged.params.Param;

/**
 * Mean log-pseudo-likelihood of training and test examples, in nats per example: the sum over all Nv units of ln p(v_i | all other v), or its unbiased estimate by Nv times the term of one unit drawn for each example. The scale is that of the log-likelihood: independent fair bits have -Nv ln 2. Programs that average over units
 * give this over Nv.
 *
 * <p>Exact for the examples looked at, with all units: 4 Nv Nh operations an example. With one unit the standard error over examples is some sqrt(Nv) times that of the sum over all.
 *
 * <p>Source: Besag, The Statistician 24, 179 (1975).
 */
@Named(
        value = "pseudo-likelihood",
        title = "Pseudo-likelihood",
        doc = "Mean over examples of the sum over visible units of the log-chance of each given all others.",
        source = "Besag, The Statistician 24, 179 (1975)",
        year = 1975,
        topics = {"one time", "Boltzmann machines"})
public record PseudoLikelihoods(
        @Param(doc = "only at every k-th observation time", def = "1", min = 1, max = 1e6)
        int every,

        @Param(doc = "the most examples of either part, the first ones; 0 for all", def = "1000", min = 0, max = 1e9)
        int most,

        @Param(doc = "all units of each example, or one drawn by lot", def = "all")
        Terms units)
        implements ObservableSpec {
    /** Which terms of the sum are computed. */
    public enum Terms {
        /** All. */
        ALL,
        /** One for each example. */
        ONE
    }

    /** Of training examples. */
    public static final Quantity TRAINING = of("pl", "training");

    /** Of test examples. */
    public static final Quantity TEST = of("pl_test", "test");

    private static final double SHARE = 1.0 / 3.0;

    private static Quantity of(String name, String part) {
        return new Quantity(
                name,
                name.equals("pl") ? "ln PL" : "ln PL_{test}",
                "",
                List.of("t"),
                "mean over " + part + " examples of sum_i ln p(v_i | all others), in nats; NaN without any");
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
        return Double.isNaN(patterns) || most == 0 ? 2.0 * SHARE : 2.0 * SHARE * Math.min(1.0, most / patterns) / every;
    }

    @Override
    public Probe open(Model model, Streams random) {
        BoltzmannMachine machine = (BoltzmannMachine) model;
        PseudoLikelihood pseudo = new PseudoLikelihood(machine.machine());
        double[] y = new double[model.dimension()];
        return TimedProbe.every(every, (now, out) -> {
            for (int r = 0; r < now.replicas(); r++) {
                machine.bits(now.state(r), y);
                pseudo.at(y);
                RandomStream lot = random.stream("units " + r, Double.doubleToLongBits(now.time()));
                write(now, r, TRAINING, machine.examples(Part.TRAIN), pseudo, lot, out);
                write(now, r, TEST, machine.examples(Part.TEST), pseudo, lot, out);
            }
        });
    }

    private void write(
            Moment now, int r, Quantity quantity, byte[] bits, PseudoLikelihood pseudo, RandomStream lot, Sink out) {
        int visible = pseudo.visible();
        int count = Looked.at(bits.length / visible, most);
        double sum = 0.0;
        for (int mu = 0; mu < count; mu++) {
            if (units == Terms.ALL) sum -= pseudo.value(bits, mu * visible);
            else sum -= visible * pseudo.term(bits, mu * visible, lot.nextInt(visible));
        }
        out.put(quantity, r, sum / count, Double.NaN, now.time());
    }
}
