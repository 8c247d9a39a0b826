package rugged.meanfield.signal;

import org.apache.commons.numbers.gamma.LogGamma;
import rugged.num.RandomStream;

/**
 * A branching process whose members have Poisson numbers of children of mean sigma, from one ancestor: the exact model of avalanches. The number of all members, the ancestor included, has the law of Borel, and the number of generations D that of an iterated exponential:
 *
 * <pre>
 * P(S = s) = e^{-sigma s} (sigma s)^{s-1}/s!,    P(D &lt;= t + 1) = exp(sigma (P(D &lt;= t) - 1)),   P(D &lt;= 0) = 0.
 * </pre>
 *
 * <p>At sigma = 1 they fall as s^{-3/2}/sqrt(2 pi) and P(D &gt; t) as 2/t. Above, some processes never end, and S = s is for those that do.
 *
 * @param ratio sigma
 */
public record Branching(double ratio) {
    /** P(S = s); 0 below one. */
    public double size(double s) {
        if (s < 1.0) return 0.0;
        double logarithm = s == 1.0 ? 0.0 : (s - 1.0) * Math.log(ratio * s);
        return Math.exp(logarithm - ratio * s - LogGamma.value(s + 1.0));
    }

    /** P(D &lt;= t) after so many generations from 0, given that of t - 1. */
    public double ended(double before) {
        return Math.exp(ratio * (before - 1.0));
    }

    /** [S] = 1/(1 - sigma); infinite from 1 on. */
    public double mean() {
        return ratio >= 1.0 ? Double.POSITIVE_INFINITY : 1.0 / (1.0 - ratio);
    }

    /** sigma/(1 - sigma)^3. */
    public double variance() {
        double gap = 1.0 - ratio;
        return ratio >= 1.0 ? Double.POSITIVE_INFINITY : ratio / (gap * gap * gap);
    }

    /** The size at which the law turns from a power to an exponential, 1/(sigma - 1 - ln sigma); infinite at 1. */
    public double cutoff() {
        double rate = ratio - 1.0 - Math.log(ratio);
        return rate <= 0.0 ? Double.POSITIVE_INFINITY : 1.0 / rate;
    }

    /** The share of processes that end: the least root of p = exp(sigma (p - 1)). */
    public double extinct() {
        if (ratio <= 1.0) return 1.0;
        double p = 0.0;
        for (int k = 0; k < 1_000_000; k++) {
            double next = ended(p);
            if (next - p < 1e-16) return next;
            p = next;
        }
        return p;
    }

    /**
     * Draws one: overwrites found[2] with its size and its number of generations.
     *
     * @param cap at which it is stopped, with the size cap
     */
    public void draw(long cap, RandomStream random, long[] found) {
        long size = 1;
        long alive = 1;
        long generations = 0;
        while (alive > 0 && size < cap) {
            alive = children(alive, random);
            generations++;
            size += alive;
        }
        found[0] = Math.min(size, cap);
        found[1] = generations;
    }

    /** The children of so many members, drawn. */
    public long children(long members, RandomStream random) {
        long children = 0;
        for (long k = 0; k < members; k++) children += poisson(random);
        return children;
    }

    /** By products of uniform numbers: exact, and short for small means. */
    private int poisson(RandomStream random) {
        double least = Math.exp(-ratio);
        int count = 0;
        for (double product = random.nextDouble(); product > least; product *= random.nextDouble()) count++;
        return count;
    }
}
