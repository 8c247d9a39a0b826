package rugged.landscape.binary;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.FactorGraph;
import rugged.index.Named;
import rugged.meanfield.binary.PatternChannel;
import rugged.meanfield.binary.PerceptronTask;
import rugged.params.Param;

/**
 * The patterns of {@code binary-perceptron} as a factor graph: a variable for each weight, a factor for each pattern, all joined. Factors see what all other weights add to a field as a Gaussian number (relaxed belief propagation), which leaves an error of order 1/N in a marginal; of
 * what {@code binary-perceptron-mixing} passes on this is the form with a message for each edge.
 *
 * <p>A state holds the message of each pattern to each weight, [P N]; a start that knows nothing draws them at random so that means are of order 0.01, the planted one, with a teacher, gives means (1 - 1e-4)^{1/2} w*.
 *
 * <p>Cost of an update: 2 P N logarithms of Gaussian tails, some 0.1 microseconds an edge. Memory: 8 P N bytes and a state as large.
 *
 * <p>Source: Braunstein and Zecchina, Phys. Rev. Lett. 96, 030201 (2006); Rangan, Proc. IEEE ISIT, 2168 (2011).
 */
@Named(
        value = "binary-perceptron-messages",
        title = "Binary perceptron as a factor graph",
        doc = "Marginals of the weights of a binary perceptron from messages along the edges between weights and"
                + " patterns.",
        source = "Braunstein and Zecchina, Phys. Rev. Lett. 96, 030201 (2006)",
        year = 2006,
        topics = {"constraint satisfaction", "learning", "inference"})
public record BinaryPerceptronMessages(
        @Param(
                doc = "number of weights",
                symbol = "N",
                def = "201",
                min = 1,
                max = 5000,
                reason = "a message for each of P N edges")
        int n,

        PatternLaw law,

        @Param(
                doc = "inverse temperature; inf where no pattern may be violated",
                symbol = "\u03b2",
                def = "inf",
                min = 0.0,
                above = true,
                infinite = true)
        double beta)
        implements LandscapeSpec {
    private static final double LARGEST = 4_000_000;

    /** Checks what the binder cannot: combinations. */
    public BinaryPerceptronMessages {
        law.require(n, LARGEST);
        BinaryPerceptronMixing.requireTemperature(law, beta);
    }

    @Override
    public FactorGraph build() {
        return new BinaryMessages(new Patterns(n, law), PatternChannel.of(law.task(), law.margin(), beta));
    }

    @Override
    public Set<Need> provides() {
        return law.task() == PerceptronTask.TEACHER
                ? EnumSet.of(Need.MESSAGES, Need.SIGNS, Need.PLANTED)
                : EnumSet.of(Need.MESSAGES, Need.SIGNS);
    }

    @Override
    public double knownDimension() {
        return (double) n * law.count(n);
    }

    /** N and P as for the spins; a state is longer. */
    @Override
    public Map<String, Double> sizes() {
        return Map.of("N", (double) n, "P", (double) law.count(n));
    }

    @Override
    public Cost cost() {
        double entries = (double) law.count(n) * n;
        return new Cost(8.0 * entries, 24.0 * entries, 100.0 * entries);
    }
}
