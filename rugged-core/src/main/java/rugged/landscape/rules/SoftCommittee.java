package rugged.landscape.rules;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.lessons.FreshExamples;
import rugged.index.Named;
import rugged.meanfield.rules.CommitteeOverlaps;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * H(w) = N eps_g, eps_g = (1/2) <(sum_n g(y_n) - sum_i g(x_i))^2> over Gaussian inputs, g(x) = erf(x/sqrt 2), x_i = w_i.xi/sqrt(N), y_n = b_n.xi/sqrt(N): a committee of K soft units that learns from one of M,
 * on R^(K N). Output weights are 1 and there is no 1/sqrt K. The energy is exact, from the overlaps Q_ik = w_i.w_k/N and R_in = w_i.b_n/N; with examples that are drawn and never shown again
 * {@code on-line-descent} goes down it with the noise of one example.
 *
 * <p>Units of the teacher are orthogonal, |b_n|^2 = N. A random state has orthogonal units of the squared lengths given, at right angles to the teacher, the first of them then moved by {@code shift} b_1: its overlaps are exactly those that
 * the theory starts from. H is extensive in N, and H/N is eps_g.
 *
 * <p>Source: Saad and Solla, Phys. Rev. E 52, 4225 (1995). Shapes: w[K N], unit after unit. Cost: K (K + M) N multiply-adds a gradient, an example K + M and N normal numbers.
 */
@Named(
        value = "soft-committee",
        title = "Soft committee that learns from fresh examples",
        doc = "A network of two layers with fixed output weights, its teacher of the same kind, and the exact"
                + " generalisation error.",
        source = "Saad and Solla, Phys. Rev. E 52, 4225 (1995)",
        year = 1995,
        topics = {"learning", "learning rules", "non-equilibrium"})
public record SoftCommittee(
        @Param(doc = "number of inputs", symbol = "N", def = "500", min = 4, max = 100000)
        int n,

        @Param(doc = "hidden units of the teacher", symbol = "M", def = "2", min = 1, max = 20)
        int teachers,

        @Param(doc = "squared lengths of the student's units at the start, one for each", def = "[0.4, 0.2]")
        List<Double> lengths,

        @Param(
                doc = "overlap of the first unit of the student with the first of the teacher at the start",
                def = "0.05")
        double shift,

        @Param(doc = "seed of the teacher", def = "1") long seed)
        implements LandscapeSpec {
    private static final int MOST = 20;

    /** Checks the parameters together. */
    public SoftCommittee {
        lengths = List.copyOf(lengths);
        CommitteeOverlaps.start(lengths, teachers, shift);
        if (lengths.size() > MOST)
            throw new BadParameter("lengths", lengths, "are too many hidden units", "at most " + MOST);
        if (lengths.size() + teachers > n)
            throw new BadParameter(
                    "n",
                    n,
                    "leaves no room for " + (lengths.size() + teachers)
                            + " orthogonal units: the covariance of the fields is not positive definite",
                    "at least " + (lengths.size() + teachers));
    }

    /** K. */
    public int units() {
        return lengths.size();
    }

    @Override
    public FreshExamples build() {
        return new Committee(new CommitteeSetting(n, teachers, lengths, shift, seed));
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.FRESH_EXAMPLES);
    }

    @Override
    public boolean isolated() {
        return false;
    }

    @Override
    public double knownDimension() {
        return (double) n * units();
    }

    /** N is the number of inputs. */
    @Override
    public Map<String, Double> sizes() {
        return Map.of("N", (double) n, "K", (double) units(), "M", (double) teachers);
    }

    @Override
    public Cost cost() {
        double numbers = (double) n * (units() + teachers);
        return new Cost(Double.BYTES * numbers, Double.BYTES * numbers, numbers * units());
    }
}
