package rugged.theory.directed;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.meanfield.statics.ForwardSpins;

/**
 * Directed net of layers of stochastic Ising spins with weights of mean J0/n and variance J^2/n, drawn anew for each layer, for n to infinity ({@link ForwardSpins}): magnetisation and overlap of two copies from layer to layer, the
 * magnetisation of deep layers, the depth over which a layer is remembered, and the inverse temperature beta_c at which M = 0 becomes unstable, beta J0 int Dz sech^2(beta J z) = 1. There is one only for J/J0 &lt; sqrt(2/pi) = 0.797885;
 * else nothing is written for beta_c and the report says why. Integrals are right to 1e-12.
 */
@Named(
        value = "feed-forward-stochastic",
        title = "Directed net of stochastic spins",
        doc = "Magnetisation and overlap of copies from layer to layer of infinite width, their fixed points, the depth"
                + " of memory and the critical noise.",
        source = "Oprisa and Toth, arXiv:1702.08039 (2017), for machines at criticality; mean field of a directed net",
        year = 2017,
        topics = {"mean-field", "criticality", "deep learning"})
public record FeedForwardStochastic(
        @ForwardParameters.Mean double mean,
        @ForwardParameters.Coupling double coupling,
        @ForwardParameters.Betas List<Double> betas,
        @ForwardParameters.Depth int depth,
        @ForwardParameters.Input double input)
        implements TheorySpec {
    private static final Quantity CRITICAL = new Quantity(
            "beta_forward", "\u03b2_{c}", "1/J", List.of(), "inverse temperature at which M = 0 becomes unstable");
    private static final Quantity DEEP = new Quantity(
            "M_deep", "M_{\u221e}", "", List.of("beta"), "magnetisation of deep layers after a magnetised one");
    private static final Quantity MEMORY = new Quantity(
            "xi_M",
            "\u03be",
            "",
            List.of("beta"),
            "layers in which a distance from that falls by e; not written at the transition");
    private static final Quantity FORGETTING = new Quantity(
            "Q_slope",
            "dQ'/dQ",
            "",
            List.of("beta"),
            "factor of a small overlap from layer to layer at M = 0: at most 2/pi");

    public FeedForwardStochastic {
        betas = List.copyOf(betas);
        ForwardParameters.require(mean, coupling, betas);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                ForwardParameters.MAGNETISATION,
                ForwardParameters.OVERLAP,
                ForwardParameters.LAST,
                DEEP,
                MEMORY,
                FORGETTING,
                CRITICAL);
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        ForwardSpins net = new ForwardSpins(mean, coupling);
        OptionalDouble critical = net.critical();
        critical.ifPresent(beta -> out.put(CRITICAL, Sink.ALL, beta, 0.0));
        for (double beta : betas) {
            double m = input;
            double q = 1;
            for (int layer = 1; layer <= depth; layer++) {
                q = net.nextOverlap(beta, m, Math.clamp(q, 0, 1));
                m = net.next(beta, m);
                out.put(ForwardParameters.MAGNETISATION, Sink.ALL, m, 0.0, beta, layer);
                out.put(ForwardParameters.OVERLAP, Sink.ALL, q, 0.0, beta, layer);
            }
            out.put(ForwardParameters.LAST, Sink.ALL, m, 0.0, beta);
            out.put(DEEP, Sink.ALL, net.deep(beta), 0.0, beta);
            double memory = net.depth(beta);
            if (Double.isFinite(memory)) out.put(MEMORY, Sink.ALL, memory, 0.0, beta);
            out.put(FORGETTING, Sink.ALL, net.forgetting(beta), 0.0, beta);
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
