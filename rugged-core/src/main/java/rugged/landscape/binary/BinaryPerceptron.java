package rugged.landscape.binary;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.SpinLandscape;
import rugged.index.Named;
import rugged.meanfield.binary.PatternEntries;
import rugged.meanfield.binary.PerceptronTask;
import rugged.params.Param;

/**
 * E(J) = number of violated patterns, J_i = +-1: with u_mu = s_mu sum_i J_i xi_i^mu/sqrt(N) a pattern is violated where u_mu is not above kappa, or, where the task is symmetric, where |u_mu| is above kappa. A field of exactly kappa, as signs allow, is
 * violated on one side and satisfied on both.
 *
 * <p>Patterns: P = alpha N, rounded, of independent fair signs or standard normal numbers; the latter are multiples of 2^-20, so that fields are exact sums and E after any flips is the recomputed one. Sides s_mu: at random (storage), or those
 * of a hidden vector of signs (teacher), which is the planted state. The energy is extensive and reported as E/N; it counts from 0 to P, a temperature is measured in violated patterns.
 *
 * <p>Cost: an attempted flip P/64 counts of bits for signs and P additions for Gaussian patterns, a flip about P log2(N)/32 operations on words and 2 P additions. Memory: P N/4 bytes, or 8 P N.
 *
 * <p>What asks for marginals instead of configurations has models of its own on the same patterns, {@code binary-perceptron-mixing} and {@code binary-perceptron-messages}: states of a model are of one kind, spins or messages.
 *
 * <p>Source: Gardner and Derrida, J. Phys. A 21, 271 (1988); Krauth and Mezard, J. Phys. France 50, 3057 (1989); symmetric: Aubin, Perkins and Zdeborova, J. Phys. A 52, 294003 (2019).
 */
@Named(
        value = "binary-perceptron",
        title = "Binary perceptron",
        doc = "Weights of +-1 that have to classify random patterns: the energy counts those that they violate.",
        source = "Krauth and Mezard, J. Phys. France 50, 3057 (1989)",
        year = 1989,
        topics = {"constraint satisfaction", "learning", "rugged landscapes"})
public record BinaryPerceptron(
        @Param(
                doc = "number of weights",
                symbol = "N",
                def = "1001",
                min = 1,
                max = 100000,
                reason = "odd, so that no field of signs is 0")
        int n,

        PatternLaw law)
        implements LandscapeSpec {
    private static final double LARGEST = 1L << 30;
    private static final double LARGEST_GAUSSIAN = 1L << 28;

    /** Checks what the binder cannot: combinations. */
    public BinaryPerceptron {
        law.require(n, law.entries() == PatternEntries.SIGNS ? LARGEST : LARGEST_GAUSSIAN);
    }

    @Override
    public SpinLandscape build() {
        Patterns patterns = new Patterns(n, law);
        return patterns.signs() ? new SignPerceptron(patterns, law) : new GaussianPerceptron(patterns, law);
    }

    @Override
    public Set<Need> provides() {
        Set<Need> provides = EnumSet.of(Need.SPINS, Need.LOCAL_MOVES);
        if (law.task() == PerceptronTask.TEACHER) provides.add(Need.PLANTED);
        return provides;
    }

    @Override
    public double knownDimension() {
        return n;
    }

    @Override
    public double knownPatterns() {
        return law.count(n);
    }

    /** A sweep in which every spin flips is what compares with a gradient. */
    @Override
    public Cost cost() {
        double entries = (double) law.count(n) * n;
        return law.entries() == PatternEntries.SIGNS
                ? new Cost(0.25 * entries, 0.25 * entries, 0.5 * entries)
                : new Cost(2.0 * Integer.BYTES * entries, 2.0 * Integer.BYTES * entries, 3.0 * entries);
    }
}
