package rugged.landscape.rules;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.lessons.HeatedCommittee;
import rugged.index.Named;
import rugged.landscape.Precision;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * A soft committee with weight decay at an inverse temperature, on P = A N/beta examples of a teacher of as many units:
 *
 * <p>U(w) = beta sum_mu (sigma - tau)^2/2 + (gamma/2) |w|^2, sigma = (1/sqrt K) sum_k erf(x_k/sqrt 2), x_k = w_k.xi/sqrt(N), tau the same of the teacher's orthogonal units |b_n|^2 = N. The law to sample is exp(-U): samplers run at temperature 1. In the scale J = w/sqrt(N) of
 * the literature the decay is (gamma N/2) |J|^2: without examples |J_k|^2 = 1/gamma. With gamma = 0 there is no equilibrium, and students grow without end. U is extensive; inputs are N normal numbers, labels have no noise.
 *
 * <p>The control is A, moved by the inverse temperature A N/P: the examples stay. For beta to 0 at fixed A training and generalisation errors agree and theory {@code weight-decay} is exact for N to infinity.
 *
 * <p>Source: Ahr, Biehl and Schloesser, J. Phys. A 32, 5003 (1999); here A is beta P/N and gamma the precision of the prior, scales of the paper may differ. Shapes: w[K N], unit after unit. Cost: a gradient takes 2 K N P multiply-adds, and P K error functions; a move of one weight takes P of both. In single precision, which halves memory and more than halves the time, gradients
 * are right to 1e-6 of their size before anything cancels.
 */
@Named(
        value = "decayed-committee",
        title = "Soft committee with weight decay",
        doc = "A network of two layers with fixed output weights that learns from another at an inverse temperature,"
                + " with weight decay.",
        source = "Ahr, Biehl and Schloesser, J. Phys. A 32, 5003 (1999)",
        year = 1999,
        topics = {"learning", "equilibrium", "phase transitions"})
public record DecayedCommittee(
        @Param(doc = "number of inputs", symbol = "N", def = "40", min = 3, max = 100000)
        int n,

        @Param(doc = "hidden units of student and teacher", symbol = "K", def = "2", min = 1, max = 20)
        int units,

        @Param(
                doc = "A = beta P/N, examples for each input times inverse temperature",
                symbol = "A",
                def = "20",
                min = 0.0,
                above = true)
        double load,

        @Param(
                doc = "inverse temperature of the examples",
                symbol = "\u03b2",
                def = "0.2",
                min = 0.0,
                above = true,
                reason = "P = A N/beta examples: small enough for the high-temperature theory to hold")
        double beta,

        @Param(
                doc = "weight decay gamma: without examples |J_k|^2 is 1/gamma",
                symbol = "\u03b3",
                def = "0.5",
                min = 0.0)
        double decay,

        @Param(
                doc = "the one unit of units: 1 has nothing to specialise; true where that is what is wanted",
                def = "false")
        boolean lengthOnly,

        @Param(
                doc = "where a random state begins: random, |J_k|^2 = 1; teacher, with noise; long, |J_k|^2 = 1/gamma",
                def = "random")
        Beginning beginning,

        @Param(doc = "precision of examples and fields: float64, or float32", def = "float64")
        Precision precision,

        @Param(doc = "seed of teacher and examples", def = "1")
        long seed)
        implements LandscapeSpec {
    private static final double MOST = 1e9;

    /** Checks what must hold between them. */
    public DecayedCommittee {
        requireUnits(units, lengthOnly);
        if (n <= 2 * units)
            throw new BadParameter(
                    "n",
                    n,
                    "leaves no room beside " + units + " units and their teacher's",
                    "above 2 K = " + 2 * units);
        if (!(decay >= 0.0 && Double.isFinite(decay)))
            throw new BadParameter(
                    "decay", decay, "negative decay: the free energy is unbounded", "a finite number, 0 or above");
        if (decay == 0.0 && beginning == Beginning.LONG)
            throw new BadParameter(
                    "beginning", "long", "is the length 1/gamma, which without decay is infinite", "random or teacher");
        if (!(load > 0.0 && Double.isFinite(load)))
            throw new BadParameter("load", load, "is no number of examples", "a finite number above 0");
        if (!(beta > 0.0 && Double.isFinite(beta)))
            throw new BadParameter("beta", beta, "is no inverse temperature", "a finite number above 0");
        double examples = load * n / beta;
        if (Math.round(examples) < 1)
            throw new BadParameter(
                    "load", load, "leaves no example: P = A N/beta = " + examples, "at least " + 0.5 * beta / n);
        if (examples * n > MOST)
            throw new BadParameter(
                    "beta",
                    beta,
                    "needs P = A N/beta = " + Math.round(examples) + " examples, beyond memory",
                    "at least " + load * n * n / MOST);
    }

    /**
     * Refuses fewer than two units, unless one is meant.
     *
     * @throws BadParameter where it does
     */
    static void requireUnits(int units, boolean lengthOnly) {
        if (units >= 2 && lengthOnly)
            throw new BadParameter("length-only", true, "is for one unit, and units is " + units, "false");
        if (units < 2 && !lengthOnly)
            throw new BadParameter(
                    "units",
                    units,
                    "specialisation needs at least two hidden units",
                    "2 or more; one, which has a length only, with length-only: true");
    }

    /** P. */
    public int patterns() {
        return (int) Math.round(load * n / beta);
    }

    @Override
    public HeatedCommittee build() {
        return new HeatedUnits(new HeatedSetting(n, units, patterns(), load, decay, beginning, precision, seed));
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(
                Need.CONTINUOUS,
                Need.GRADIENT,
                Need.HESSIAN_VECTOR,
                Need.LOCAL_MOVES,
                Need.CONTROL,
                Need.HEATED_COMMITTEE);
    }

    @Override
    public double knownDimension() {
        return (double) n * units;
    }

    /** Fields and outputs of all examples, which moves of single weights keep. */
    @Override
    public double held() {
        return Double.BYTES * (2.0 * units + 4.0) * patterns();
    }

    /** N is the number of inputs. */
    @Override
    public Map<String, Double> sizes() {
        Map<String, Double> sizes = new LinkedHashMap<>();
        sizes.put("N", (double) n);
        sizes.put("K", (double) units);
        sizes.put("P", (double) patterns());
        return sizes;
    }

    @Override
    public Cost cost() {
        double patterns = patterns();
        double numbers = (double) n * units;
        return new Cost(
                2.0 * precision.bytes() * patterns * n + Double.BYTES * (patterns + 10.0 * numbers),
                Double.BYTES * numbers,
                patterns * units * (2.0 * n * (precision == Precision.FLOAT32 ? 0.5 : 1.0) + 10.0));
    }
}
