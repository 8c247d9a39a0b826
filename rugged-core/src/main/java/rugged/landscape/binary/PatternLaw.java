package rugged.landscape.binary;

import rugged.meanfield.binary.PatternEntries;
import rugged.meanfield.binary.PerceptronTask;
import rugged.params.BadParameter;
import rugged.params.Param;
import rugged.params.ParameterGroup;

/**
 * How patterns are drawn and what is asked of them: the same for one seed whatever is made of them, spins, a mixing or messages.
 *
 * @param alpha patterns per weight, P = alpha N rounded
 * @param task what the weights have to do
 * @param entries entries of patterns
 * @param margin kappa
 * @param seed of patterns and teacher; of two densities the smaller has the first patterns of the larger
 */
public record PatternLaw(
        @Param(
                doc = "patterns per weight, P = alpha N rounded",
                symbol = "\u03b1",
                def = "0.5",
                min = 0.0,
                above = true,
                reason = "well below the capacity 0.833 of storage at margin 0")
        double alpha,

        @Param(
                doc = "storage: sides at random; teacher: sides of a hidden binary vector; symmetric: |u| up to the"
                        + " margin",
                def = "storage")
        PerceptronTask task,

        @Param(doc = "entries of the patterns: signs, or gaussian", def = "signs", reason = "fields are counts of bits")
        PatternEntries entries,

        @Param(doc = "margin of the stability u, above 0 where the task is symmetric", symbol = "\u03ba", def = "0")
        double margin,

        @Param(doc = "seed of the patterns", def = "1") long seed)
        implements ParameterGroup {
    private static final double LARGEST = 1L << 31;

    /** Checks what must hold between them. */
    public PatternLaw {
        if (!Double.isFinite(alpha)) throw new BadParameter("alpha", alpha, "is no density", "a finite number");
        if (!Double.isFinite(margin)) throw new BadParameter("margin", margin, "is no margin", "a finite number");
        if (task == PerceptronTask.SYMMETRIC && !(margin > 0.0))
            throw new BadParameter(
                    "margin", margin, "the symmetric constraint |u| <= kappa needs kappa > 0", "above 0");
        if (task == PerceptronTask.TEACHER && margin != 0.0)
            throw new BadParameter(
                    "margin",
                    margin,
                    "is not Bayes optimal with a teacher, whose sides know no margin: samples would have another"
                            + " overlap with the teacher than with one another",
                    "0");
    }

    /** P. */
    public int count(int n) {
        return (int) Math.rint(alpha * n);
    }

    /** Throws for a number of weights that does not go with it. */
    void require(int n, double most) {
        if (n < 1) throw new BadParameter("n", n, "is no number of weights", "1 or more");
        if (Math.rint(alpha * n) < 1.0)
            throw new BadParameter("alpha", alpha, "leaves no pattern for N = " + n, "at least " + 0.5 / n);
        if (task == PerceptronTask.TEACHER && entries == PatternEntries.SIGNS && n % 2 == 0)
            throw new BadParameter(
                    "n",
                    n,
                    "is even: the teacher's field of signs may be 0, which is on no side",
                    "an odd n, or gaussian");
        double size = Math.rint(alpha * n) * n;
        if (size > Math.min(most, LARGEST))
            throw new BadParameter(
                    "n", n, "makes P N = " + (long) size + " entries", "P N up to " + (long) Math.min(most, LARGEST));
    }
}
