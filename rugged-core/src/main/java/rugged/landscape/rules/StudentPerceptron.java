package rugged.landscape.rules;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.lessons.StoredExamples;
import rugged.index.Named;
import rugged.meanfield.rules.LearningRule;
import rugged.num.kernel.SignRows;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * H(w) = (N/p) sum over the p = alpha N stored examples of v(x_mu, s_mu), x_mu = xi^mu.w/sqrt(N), on R^N: a perceptron that learns from a teacher and goes back to the same examples again and again. v is
 * the function whose gradient a rule follows: -s x (Hebb), |x| or x^2/2 where s x is below 0 (perceptron, AdaTron). Downhill, dw/dt = -dH/dw, is the batch rule at learning rate 1; the dynamics {@code hebb},
 * {@code perceptron-rule} and {@code adatron} follow their own rule whatever v is.
 *
 * <p>Examples: independent entries of +-1. Teacher: b uniform on |b|^2 = N; y_mu = xi^mu.b/sqrt(N); stored labels s_mu = sgn y_mu, each flipped with the given probability. With J = w/sqrt(N):
 * Q = J.J = w.w/N, R = J.B = w.b/N. A random state has exactly the Q and R that are asked for. H is extensive, H/N is the mean of v; that of Hebb is linear and has no minimum. Where v has kinks the
 * gradient counts half of either side.
 *
 * <p>Source: Coolen and Saad, Phys. Rev. E 62, 5444 (2000). Shapes: w[N]. Cost: 2 p N additions a gradient; an example takes N/8 bytes, rounded up to 64.
 */
@Named(
        value = "student-perceptron",
        title = "Perceptron that learns a restricted set of examples",
        doc = "A student perceptron, the teacher whose answers it learns, and a fixed set of examples that it sees"
                + " again and again.",
        source = "Coolen and Saad, Phys. Rev. E 62, 5444 (2000)",
        year = 2000,
        topics = {"learning", "learning rules", "non-equilibrium"})
public record StudentPerceptron(
        @Param(doc = "number of weights", symbol = "N", def = "1000", min = 2, max = 100000)
        int n,

        @Param(
                doc = "stored examples per weight, p = alpha N rounded",
                symbol = "\u03b1",
                def = "1",
                min = 0.0,
                above = true)
        double alpha,

        @Param(doc = "probability that a stored label is flipped", symbol = "\u03bb", def = "0", min = 0.0, max = 0.5)
        double flips,

        @Param(doc = "Q of the start", symbol = "Q_{0}", def = "1", min = 0.0, above = true)
        double length,

        @Param(doc = "R of the start", symbol = "R_{0}", def = "0")
        double overlap,

        @Param(
                doc = "whose energy: hebb, perceptron or adatron",
                def = "adatron",
                reason = "smooth where it is not 0, and bounded from below")
        LearningRule energy,

        @Param(doc = "seed of teacher, examples and flips", def = "1")
        long seed)
        implements LandscapeSpec {
    private static final double LARGEST = 1 << 30;

    /** Checks the parameters together. */
    public StudentPerceptron {
        if (!(alpha > 0.0 && Double.isFinite(alpha)))
            throw new BadParameter("alpha", alpha, "is no number of examples per weight", "a finite number above 0");
        if (Math.rint(alpha * n) < 1.0)
            throw new BadParameter("alpha", alpha, "leaves no example for N = " + n, "at least " + 1.0 / n);
        if (SignRows.bytes(alpha * n, n) / Long.BYTES > LARGEST)
            throw new BadParameter("alpha", alpha, "p N signs do not fit an array", "fewer examples, or weights");
        if (!(length > 0.0 && Double.isFinite(length)))
            throw new BadParameter("length", length, "is no squared length", "a finite number above 0");
        if (!(overlap * overlap <= length))
            throw new BadParameter(
                    "overlap",
                    overlap,
                    "overlap larger than length allows: R0^2 is above Q0 = " + length,
                    "at most " + Math.sqrt(length) + " in size");
    }

    /** p. */
    public int examples() {
        return (int) Math.rint(alpha * n);
    }

    @Override
    public StoredExamples build() {
        return new StudentModel(new StudentSetting(n, examples(), flips, length, overlap, energy, seed));
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.HESSIAN_VECTOR, Need.PATTERNS, Need.STORED_EXAMPLES);
    }

    /** Directions along which no example lies cost nothing. */
    @Override
    public boolean isolated() {
        return false;
    }

    @Override
    public double knownDimension() {
        return n;
    }

    @Override
    public double knownPatterns() {
        return examples();
    }

    @Override
    public Cost cost() {
        double bytes = SignRows.bytes(examples(), n);
        return new Cost(bytes + 16.0 * examples(), bytes, 2.0 * examples() * n);
    }
}
