package rugged.landscape.perceptron;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Driven;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * H(w) = (1/2) sum over mu with h_mu below 0 of h_mu^2, h_mu = xi^mu.w/sqrt(N) - sigma, on the sphere |w|^2 = N: P = alpha N inequalities h_mu of at least 0, as soft
 * constraints. The larger the margin sigma, the harder: alpha_J(sigma = 0) = 2.
 *
 * <p>Patterns xi^mu: independent standard normal entries. The energy is extensive and reported as H/N; that of one pattern is E_mu = (P/2) h_mu^2, so that H is their mean.
 * The Hessian is (1/N) sum xi xi^T over violated patterns plus the multiplier m = -g.w/N of the sphere; it jumps where a pattern becomes satisfied. The control is the margin.
 *
 * <p>Contacts are violated patterns. Isostatic are N: N - 1 directions on the sphere, and one state of self stress. For sigma below 0 the problem is not convex, and
 * at jamming it has that many; for sigma above 0 it is convex, and has fewer.
 *
 * <p>Source: Franz and Parisi, J. Phys. A 49, 145001 (2016), equations (1) to (3), with the sign of sigma as Gardner's kappa. Cost: 2 P N multiply-adds a gradient at most,
 * 3 P N a product; memory 8 P N bytes, shared between forks.
 */
@Named(
        value = "perceptron",
        title = "Spherical perceptron with margin",
        doc = "One vector on a sphere and random inequalities that it should satisfy: the simplest model of jamming.",
        source = "Franz and Parisi, J. Phys. A 49, 145001 (2016)",
        year = 2016,
        topics = {"jamming", "constraint satisfaction", "learning", "rugged landscapes"})
public record Perceptron(
        @Param(doc = "number of weights", symbol = "N", def = "100", min = 2, max = 100000)
        int n,

        @Param(
                doc = "patterns per weight, P = alpha N rounded",
                symbol = "\u03b1",
                def = "4",
                min = 0.0,
                above = true,
                reason = "jams at a margin of about -0.41, where the problem is not convex")
        double alpha,

        @Param(
                doc = "margin by which a pattern has to be on its side",
                symbol = "\u03c3",
                def = "-0.2",
                reason = "jammed at alpha = 4, and not convex")
        double margin,

        @Param(doc = "seed of the patterns", def = "1") long seed)
        implements LandscapeSpec {
    private static final double LARGEST = 1 << 28;

    /** Checks the parameters together. */
    public Perceptron {
        if (n < 2 || !(alpha > 0.0 && Double.isFinite(alpha)) || !Double.isFinite(margin))
            throw new BadParameter(
                    n < 2 ? "n" : Double.isFinite(margin) ? "alpha" : "margin",
                    n < 2 ? n : Double.isFinite(margin) ? alpha : margin,
                    "perceptron: N must be >= 2, alpha > 0, sigma finite (got N = " + n + ", alpha = " + alpha
                            + ", sigma = " + margin + ")",
                    "a number of weights, a density of patterns and a margin");
        if (Math.rint(alpha * n) < 1.0)
            throw new BadParameter("alpha", alpha, "leaves no pattern for N = " + n, "at least " + 1.0 / n);
        if (Math.rint(alpha * n) * n > LARGEST)
            throw new BadParameter(
                    "alpha", alpha, "P N = " + alpha * n * n + " entries do not fit an array", "at most " + LARGEST);
    }

    /** P. */
    public int patterns() {
        return (int) Math.rint(alpha * n);
    }

    @Override
    public Driven build() {
        RandomStream random = Streams.of(seed).stream("patterns", 0);
        double[] xi = new double[patterns() * n];
        random.normals(xi);
        return new Inequalities(n, xi, margin);
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(
                Need.CONTINUOUS,
                Need.GRADIENT,
                Need.HESSIAN_VECTOR,
                Need.PATTERNS,
                Need.CONSTRAINT,
                Need.CONTROL,
                Need.CONTACTS);
    }

    @Override
    public double knownDimension() {
        return n;
    }

    @Override
    public double knownPatterns() {
        return patterns();
    }

    @Override
    public Cost cost() {
        double entries = (double) patterns() * n;
        return new Cost(Double.BYTES * entries, Double.BYTES * entries, 2.0 * entries);
    }
}
