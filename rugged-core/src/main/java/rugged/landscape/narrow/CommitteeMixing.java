package rugged.landscape.narrow;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.index.Named;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * The posterior of a committee of one unit or two on examples of a teacher of as many, for message passing ({@code gamp}): weights are standard normal, the channel is the teacher's own,
 *
 * <pre>y = sign(sum_a sign h_a),   h_a = w_a.x/sqrt(d),   sign 0 = 0</pre>
 *
 * <p>so that a committee of two has three labels: 1, -1, and 0 where its units disagree. Inputs are independent standard normal numbers, n = alpha d of them; the teacher's units are orthogonal and of length sqrt(d). Bayes-optimal: fixed points of messages are means and covariances of the posterior for d to
 * infinity where messages reach it. One unit is {@code multi-index-mixing} with {@code estimate: bayes}, on the same examples. The free energy is -log Z of Bethe. A state begins with means 0.01 times normal numbers, or with a hint: means of overlap q with the teacher's units and with
 * themselves, V = 1 - q. Units may be exchanged.
 *
 * <p>Source: Aubin, Maillard, Barbier, Krzakala, Macris and Zdeborova, NeurIPS 31, 3223 (2018), arXiv:1806.05451. Cost of a round: two reads of the inputs, and a bivariate normal law for each example, a microsecond; memory 4 n d bytes.
 */
@Named(
        value = "committee-mixing",
        title = "Committee as a mixing",
        doc = "Posterior of the units of a committee that sees the labels of a teacher committee, for message passing.",
        source = "Aubin, Maillard, Barbier, Krzakala, Macris and Zdeborova, NeurIPS 31, 3223 (2018)",
        year = 2018,
        topics = {"learning", "inference"})
public record CommitteeMixing(
        @Param(doc = "weights of a unit", symbol = "d", def = "1000", min = 1, max = 100000)
        int d,

        @Param(doc = "units of student and teacher", symbol = "K", def = "2", min = 1, max = 2)
        int units,

        @Param(
                doc = "examples for each weight of a unit, n = alpha d rounded",
                symbol = "\u03b1",
                def = "2",
                min = 0.0,
                above = true)
        double alpha,

        @Param(
                doc = "overlap of the start with the teacher; 0: none but by chance",
                symbol = "q_{0}",
                def = "0",
                min = 0.0,
                max = 0.999999)
        double hint,

        @Param(doc = "seed of the inputs and the teacher", def = "1")
        long seed)
        implements LandscapeSpec {
    private static final double LARGEST = 1L << 30;

    /** Checks the parameters together. */
    public CommitteeMixing {
        if (!(alpha > 0.0) || Double.isInfinite(alpha))
            throw new BadParameter("alpha", alpha, "is no density of examples", "a finite number above 0");
        if (units > d)
            throw new BadParameter("d", d, "weights leave no " + units + " orthogonal units", "at least " + units);
        if (Math.rint(alpha * d) < 1.0)
            throw new BadParameter("alpha", alpha, "leaves no example for d = " + d, "at least " + 1.0 / d);
        if (Math.rint(alpha * d) * d > LARGEST)
            throw new BadParameter(
                    "alpha", alpha, "n d = " + alpha * d * d + " inputs do not fit an array", "at most " + LARGEST);
    }

    private int count() {
        return (int) Math.rint(alpha * d);
    }

    @Override
    public CommitteePosterior build() {
        return new CommitteePosterior(new CommitteeExamples(d, units, count(), seed), hint);
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.SEQUENCE_MIXING, Need.TAUGHT_UNITS);
    }

    @Override
    public double knownDimension() {
        return units * ((double) d + units + count());
    }

    /** d and n; a state is longer. */
    @Override
    public Map<String, Double> sizes() {
        return Map.of("d", (double) d, "n", (double) count());
    }

    @Override
    public Cost cost() {
        double entries = (double) count() * d;
        return new Cost(Float.BYTES * entries, 2.0 * Float.BYTES * entries, 4.0 * entries * units + 2000.0 * count());
    }
}
