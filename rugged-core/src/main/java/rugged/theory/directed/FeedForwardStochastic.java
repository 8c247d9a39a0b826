package rugged.theory.directed;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.meanfield.statics.ForwardSpins;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Directed net of layers of stochastic Ising spins with weights of mean J0/n and variance J^2/n, fresh for each layer, for n to infinity ({@link ForwardSpins}): magnetisation and overlap of replicas from layer to layer, which is time, the
 * magnetisation of deep layers, the depth over which a layer is remembered, and the inverse temperature beta_c at which M = 0 becomes unstable, beta J0 int Dz sech^2(beta J z) = 1. There is one only for J/J0 &lt; sqrt(2/pi) = 0.797885;
 * else nothing is written for beta_c and the report says why. Integrals are right to 1e-12. Inputs of replicas are independent, of mean M_0 each.
 */
@Named(
        value = "feed-forward-stochastic",
        title = "Directed net of stochastic spins",
        doc = "Magnetisation and overlap of replicas from layer to layer of infinite width, their fixed points, the"
                + " depth of memory and the critical noise.",
        source = "Oprisa and Toth, arXiv:1702.08039 (2017), for machines at criticality; mean field of a directed net",
        year = 2017,
        topics = {"mean-field", "criticality", "deep learning"})
public record FeedForwardStochastic(
        @Param(doc = "ferromagnetic part: weights have the mean J0/n", symbol = "J_{0}", unit = "J", def = "1", min = 0)
        double mean,

        @Param(doc = "scale of their random part, of variance J^2/n", symbol = "J", unit = "J", def = "0.5", min = 0)
        double coupling,

        @Param(doc = "temperature of the units", symbol = "T", unit = "J", def = "0.5", min = 0, above = true)
        double temperature,

        @Param(doc = "magnetisation of the input", symbol = "M_{0}", def = "1", min = -1, max = 1)
        double input)
        implements TheorySpec {
    private static final double MOST_LAYERS = 1e6;

    private static final Quantity CRITICAL =
            number("beta_c", "\u03b2_{c}", "1/J", "inverse temperature at which M = 0 becomes unstable");
    private static final Quantity DEEP =
            number("m_deep", "M_{\u221e}", "", "magnetisation of deep layers after a magnetised one");
    private static final Quantity MEMORY =
            number("xi_m", "\u03be", "", "layers in which a distance from that falls by e; none at the transition");
    private static final Quantity FORGETTING =
            number("q_slope", "dQ'/dQ", "", "factor of a small overlap from layer to layer at M = 0: at most 2/pi");

    private static Quantity number(String name, String symbol, String unit, String definition) {
        return new Quantity(name, symbol, unit, List.of(), definition);
    }

    public FeedForwardStochastic {
        if (!(mean >= 0) || Double.isInfinite(mean))
            throw new BadParameter("mean", mean, "is not covered by this theory", "a number from 0 on");
        if (!(coupling >= 0) || Double.isInfinite(coupling))
            throw new BadParameter("coupling", coupling, "is no scale of weights", "a number from 0 on");
        if (!(temperature > 1e-4 * coupling) || temperature == 0 || Double.isInfinite(temperature))
            throw new BadParameter(
                    "temperature", temperature, "is no temperature of this theory", "above 0, and above 1e-4 J");
        if (!(Math.abs(input) <= 1))
            throw new BadParameter("input", input, "is no magnetisation", "a number from -1 to 1");
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.MAGNETISATION, Quantities.REPLICA_OVERLAP, DEEP, MEMORY, FORGETTING, CRITICAL);
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        ForwardSpins net = new ForwardSpins(mean, coupling);
        double beta = 1 / temperature;
        OptionalDouble critical = net.critical();
        critical.ifPresent(value -> out.put(CRITICAL, Sink.ALL, value, 0.0));
        out.put(DEEP, Sink.ALL, net.deep(beta), 0.0);
        double memory = net.depth(beta);
        if (Double.isFinite(memory)) out.put(MEMORY, Sink.ALL, memory, 0.0);
        out.put(FORGETTING, Sink.ALL, net.forgetting(beta), 0.0);
        if (grid.until() > MOST_LAYERS) return new Solution(true, 0, 0.0, "more than 1e6 layers: deep ones alone");
        double m = input;
        double q = input * input;
        long layer = 0;
        for (int k = 0; k < grid.size(); k++) {
            for (; layer < Math.round(grid.time(k)); layer++) {
                q = net.nextOverlap(beta, m, Math.clamp(q, 0, 1));
                m = net.next(beta, m);
            }
            if (!grid.single(k)) continue;
            out.put(Quantities.MAGNETISATION, Sink.ALL, m, 0.0, grid.time(k));
            out.put(Quantities.REPLICA_OVERLAP, Sink.ALL, q, 0.0, grid.time(k));
        }
        return Solution.closedForm(words(net, critical));
    }

    private String words(ForwardSpins net, OptionalDouble critical) {
        if (critical.isPresent())
            return String.format(Locale.ROOT, "transition at beta = %.6f", critical.getAsDouble());
        return net.orders()
                ? "no transition up to beta J = 1e4: J/J0 is too close below sqrt(2/pi) = 0.797885"
                : String.format(
                        Locale.ROOT,
                        "no transition: J = %s is not below sqrt(2/pi) J0 = %.6f",
                        coupling,
                        ForwardSpins.LARGEST * mean);
    }
}
