package rugged.landscape.binary;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.mixing.LinearMixing;
import rugged.index.Named;
import rugged.meanfield.binary.PatternChannel;
import rugged.meanfield.binary.PatternEntries;
import rugged.meanfield.binary.PerceptronTask;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * The patterns of {@code binary-perceptron} as a mixing u = F J, F_{mu i} = s_mu xi_i^mu/sqrt(N), seen through a channel that gives a violated pattern the weight exp(-beta): what is asked is the mean of every weight under exp(-beta E), and log Z. At infinite
 * beta (the default) all J without violated patterns count alike.
 *
 * <p>A state holds means a[N], variances c[N] = 1 - a^2 and answers g[P]. A start that knows nothing has means 0.01 times normal numbers, c = 1 - a^2 and g = 0; the planted one, with a teacher, has (1 - 1e-4)^{1/2} w*, from which
 * sweeps find the teacher in systems of 2000 weights (in 8 of 8 draws at 0.4 to 1.6 patterns per weight). With a teacher the planted state is what a study begins with; {@code start: random} knows nothing. Variances of fields below 1/N, less than one
 * unknown weight, count as 1/N where patterns answer: near the teacher fields are no Gaussian numbers but multiples of N^{-1/2}. The free energy is -log Z of Bethe, per weight
 * -phi; the overlap of two samples is mean a^2.
 *
 * <p>Cost of a sweep: two products with F; for signs, kept as bits, P N/4 reads of tables; for Gaussian patterns two more with squares. Memory: P N/4 bytes for signs, 8 P N for Gaussian.
 *
 * <p>Source: Krauth and Mezard, J. Phys. France 50, 3057 (1989); Zdeborova and Krzakala, Adv. Phys. 65, 453 (2016), section VI; Zhao, Qiu, Xie and Huang, arXiv:2111.13302.
 */
@Named(
        value = "binary-perceptron-mixing",
        title = "Binary perceptron as a mixing",
        doc = "Marginals of the weights of a binary perceptron: unknowns of +-1, mixed by patterns and seen through"
                + " what the patterns ask.",
        source = "Zdeborova and Krzakala, Adv. Phys. 65, 453 (2016)",
        year = 2016,
        topics = {"constraint satisfaction", "learning", "inference"})
public record BinaryPerceptronMixing(
        @Param(
                doc = "number of weights",
                symbol = "N",
                def = "2001",
                min = 1,
                max = 100000,
                reason = "odd, so that no field of signs is 0")
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
    private static final double LARGEST = 1L << 30;
    private static final double LARGEST_GAUSSIAN = 1L << 28;

    /** Checks what the binder cannot: combinations. */
    public BinaryPerceptronMixing {
        law.require(n, law.entries() == PatternEntries.SIGNS ? LARGEST : LARGEST_GAUSSIAN);
        requireTemperature(law, beta);
    }

    /** A teacher's patterns have no violation that a temperature could weigh. */
    static void requireTemperature(PatternLaw law, double beta) {
        if (!(beta > 0.0)) throw new BadParameter("beta", beta, "is no inverse temperature", "above 0, or inf");
        if (law.task() == PerceptronTask.TEACHER && !Double.isInfinite(beta))
            throw new BadParameter(
                    "beta",
                    beta,
                    "is not Bayes optimal with a teacher, whose sides are never wrong: samples would have another"
                            + " overlap with the teacher than with one another",
                    "inf");
    }

    @Override
    public LinearMixing build() {
        return new BinaryMixing(new Patterns(n, law), PatternChannel.of(law.task(), law.margin(), beta));
    }

    @Override
    public Set<Need> provides() {
        return law.task() == PerceptronTask.TEACHER
                ? EnumSet.of(Need.MIXING, Need.SIGNS, Need.PLANTED)
                : EnumSet.of(Need.MIXING, Need.SIGNS);
    }

    @Override
    public double knownDimension() {
        return 2.0 * n + law.count(n);
    }

    /** N and P as for the spins; a state is longer. */
    @Override
    public Map<String, Double> sizes() {
        return Map.of("N", (double) n, "P", (double) law.count(n));
    }

    @Override
    public Cost cost() {
        double entries = (double) law.count(n) * n;
        return law.entries() == PatternEntries.SIGNS
                ? new Cost(0.25 * entries, 0.25 * entries, 0.5 * entries)
                : new Cost(8.0 * entries, 16.0 * entries, 4.0 * entries);
    }
}
