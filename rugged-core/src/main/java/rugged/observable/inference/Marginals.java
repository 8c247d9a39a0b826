package rugged.observable.inference;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.model.Inference;
import rugged.api.model.Model;
import rugged.api.model.Planted;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.compose.Means;
import rugged.compose.Passing;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * What messages say: q = (1/N) sum m_i^2 of the means, the overlap R with a planted state where there is one, log Z/N of Bethe's free energy, and whether they stand still: the mean square change d of one more round, 1 where it is below a tolerance and 0 where not, and how many rounds were made.
 * Exact of a state; that the state is a fixed point is what d says. Free energy and d are NaN beside solvers, which push their messages by fields. Costs a round and a free energy at each time.
 */
@Named(
        value = "marginals",
        title = "Marginals",
        doc = "Overlaps of the means of an inference, its free energy, and whether its messages stand still.",
        source = "Zdeborova and Krzakala, Adv. Phys. 65, 453 (2016)",
        year = 2016,
        topics = {"one time", "inference"})
public record Marginals(
        @Param(
                doc = "mean square change of a round below which messages count as standing still",
                def = "1e-10",
                min = 0.0,
                above = true)
        double still)
        implements ObservableSpec {
    private static final Quantity CHANGE =
            one("change", "d", "mean square change of means, or messages, by one more round");
    private static final Quantity STANDS = one(
            "standing", "standing still", "1 where d is below the tolerance, or the mean variance below 1e-9; else 0");
    private static final Quantity ROUNDS = one("rounds", "rounds", "rounds that were made up to t");
    private static final double CERTAIN = 1e-9;

    private static Quantity one(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", List.of("t"), definition);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                Quantities.MARGINAL_OVERLAP,
                Quantities.PLANTED_OVERLAP,
                Quantities.MESSAGE_ENTROPY,
                CHANGE,
                STANDS,
                ROUNDS);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.INFERENCE);
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        return 2.0;
    }

    @Override
    public Probe open(Model model, Streams random) {
        return new Look((Inference) model, still);
    }

    private static final class Look implements Probe {
        private final Inference model;
        private final double still;
        private final Passing passing;
        private final double[] next;
        private final double[] means;
        private final double[] planted;

        Look(Inference model, double still) {
            this.model = model;
            this.still = still;
            passing = Passing.of(model);
            next = new double[model.dimension()];
            means = new double[Means.count(model)];
            planted = planted();
        }

        /** The signs of the planted state; empty where there is none. */
        private double[] planted() {
            if (!(model instanceof Planted hidden)) return new double[0];
            double[] signs = new double[means.length];
            try {
                hidden.plantedState(next);
            } catch (IllegalStateException none) {
                return new double[0];
            }
            Means.of(model, next, signs);
            for (int i = 0; i < signs.length; i++) signs[i] = Math.signum(signs[i]);
            return signs;
        }

        @Override
        public void at(Moment now, Sink out) {
            if (!now.single()) return;
            for (int r = 0; r < now.replicas(); r++) look(now, r, out);
        }

        private void look(Moment now, int r, Sink out) {
            double[] x = now.state(r);
            Means.of(model, x, means);
            double own = 0.0;
            double with = planted.length == 0 ? Double.NaN : 0.0;
            for (int i = 0; i < means.length; i++) {
                own += means[i] * means[i] / means.length;
                if (planted.length > 0) with += means[i] * planted[i] / means.length;
            }
            passing.update(x, next);
            double change = Passing.distance(x, next, Passing.telling(model));
            boolean stands = change < still || 1.0 - own < CERTAIN;
            double t = now.time();
            out.put(Quantities.MARGINAL_OVERLAP, r, own, Double.NaN, t);
            out.put(Quantities.PLANTED_OVERLAP, r, with, Double.NaN, t);
            // a solver's state stands in fields that it does not hold
            boolean pushed = now.dynamics().needs().contains(Need.SIGNS);
            out.put(
                    Quantities.MESSAGE_ENTROPY,
                    r,
                    pushed ? Double.NaN : -model.freeEnergy(x) / means.length,
                    Double.NaN,
                    t);
            out.put(CHANGE, r, pushed ? Double.NaN : change, Double.NaN, t);
            out.put(STANDS, r, pushed ? Double.NaN : stands ? 1.0 : 0.0, Double.NaN, t);
            out.put(ROUNDS, r, now.work(r), Double.NaN, t);
        }
    }
}
