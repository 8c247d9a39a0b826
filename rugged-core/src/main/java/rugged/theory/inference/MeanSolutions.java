package rugged.theory.inference;

import java.util.List;
import org.hipparchus.special.Beta;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.meanfield.binary.GaussianTail;
import rugged.meanfield.binary.PatternEntries;
import rugged.meanfield.binary.PerceptronTask;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * The mean number of solutions of a binary perceptron over patterns, exact at every N: <Z> = 2^N p^P, P = alpha N rounded, p the chance that a weight vector satisfies one pattern. For Gaussian patterns u is standard normal: p = H(kappa), or 1 - 2 H(kappa) where the task is symmetric.
 * For signs sqrt(N) u = 2 k - N with k binomial, and a field of exactly kappa counts as in the landscape {@code binary-perceptron}. The mean is carried by few draws where the typical number is smaller: log <Z>/N bounds the entropy from above. Not with a teacher, whose
 * sides depend on patterns.
 *
 * <p>Source: Gardner and Derrida, J. Phys. A 21, 271 (1988); Aubin, Perkins and Zdeborova, J. Phys. A 52, 294003 (2019).
 */
@Named(
        value = "mean-solutions",
        title = "Mean number of solutions of a binary perceptron",
        doc = "The first moment of the number of weight vectors that violate no pattern, exact at every N.",
        source = "Aubin, Perkins and Zdeborova, J. Phys. A 52, 294003 (2019)",
        year = 2019,
        topics = {"constraint satisfaction", "learning"})
public record MeanSolutions(
        @Param(doc = "number of weights", symbol = "N", def = "12", min = 1, max = 1000)
        int n,

        @Param(doc = "patterns per weight", symbol = "\u03b1", def = "0.5", min = 0.0, above = true)
        double alpha,

        @Param(doc = "what the weights have to do: storage or symmetric", def = "storage")
        PerceptronTask task,

        @Param(doc = "entries of the patterns: signs, or gaussian", def = "signs")
        PatternEntries entries,

        @Param(doc = "margin of the stability u", symbol = "\u03ba", def = "0")
        double margin)
        implements TheorySpec {
    private static final Quantity ENTROPY =
            new Quantity("s_1", "s_{1}", "", List.of(), "log of the mean number of solutions, per weight");

    /** Checks what it is defined for. */
    public MeanSolutions {
        if (!Double.isFinite(alpha) || !Double.isFinite(margin))
            throw new BadParameter("alpha", alpha, "with margin " + margin + " is no task", "finite numbers");
        if (task == PerceptronTask.TEACHER)
            throw new BadParameter("task", task, "sides of a teacher depend on the patterns", "storage or symmetric");
        if (task == PerceptronTask.SYMMETRIC && !(margin > 0.0))
            throw new BadParameter(
                    "margin", margin, "the symmetric constraint |u| <= kappa needs kappa > 0", "above 0");
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.SOLUTIONS, ENTROPY);
    }

    @Override
    public Validity validity() {
        return Validity.EXACT;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        double log = n * Math.log(2.0) + Math.rint(alpha * n) * Math.log(satisfied());
        out.put(Quantities.SOLUTIONS, Sink.ALL, Math.exp(log), 0.0);
        out.put(ENTROPY, Sink.ALL, log / n, 0.0);
        return Solution.closedForm("first moment");
    }

    /** p. */
    double satisfied() {
        boolean both = task == PerceptronTask.SYMMETRIC;
        if (entries == PatternEntries.GAUSSIAN)
            return both ? 1.0 - 2.0 * GaussianTail.above(margin) : GaussianTail.above(margin);
        double width = margin * Math.sqrt(n);
        int first = (int) Math.clamp(Math.floor(0.5 * (n + width)) + 1.0, 0.0, n + 1.0);
        if (!both) return reaching(first);
        int least = (int) Math.clamp(Math.ceil(0.5 * (n - width)), 0.0, n + 1.0);
        return reaching(least) - reaching(first);
    }

    /** The chance of at least so many heads in N fair throws. */
    private double reaching(int heads) {
        if (heads <= 0) return 1.0;
        return heads > n ? 0.0 : Beta.regularizedBeta(0.5, heads, n - heads + 1.0);
    }
}
