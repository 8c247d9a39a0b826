package rugged.theory.directed;

import java.util.List;
import java.util.Locale;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.meanfield.signal.Branching;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Avalanches as a branching process ({@link Branching}), each active unit waking a Poisson number of others of mean sigma: law of the size S, at powers of two and sizes up to ten, law of the number of generations D at the times of the run, mean and variance. Exact; at sigma = 1 sizes fall as s^{-3/2} and durations as t^{-2}, the exponents of mean field.
 */
@Named(
        value = "branching-process",
        title = "Branching process",
        doc = "Sizes and durations of avalanches whose active units each wake a Poisson number of others.",
        source = "Otter, Ann. Math. Stat. 20, 206 (1949); Borel, C. R. Acad. Sci. 214, 452 (1942)",
        year = 1949,
        topics = {"criticality", "avalanches"})
public record BranchingProcess(
        @Param(
                doc = "sigma: mean number of units that an active one wakes",
                symbol = "\u03c3",
                def = "1",
                min = 0,
                above = true)
        double ratio,

        @Param(doc = "largest size whose probability is written", def = "1000000", min = 10, max = 1e12)
        double largest)
        implements TheorySpec {
    private static final double MOST_GENERATIONS = 1e6;

    private static final Quantity MEAN = number("size_mean", "[S]", "mean size; none from sigma = 1 on");
    private static final Quantity VARIANCE =
            number("size_variance", "[S^{2}]_{c}", "variance of sizes; none from 1 on");
    private static final Quantity CUTOFF =
            number("size_cutoff", "s_{c}", "size at which the power law ends: 1/(sigma - 1 - ln sigma); none at 1");
    private static final Quantity EXTINCT = number("extinct", "p", "share of avalanches that end");
    private static final Quantity SIZE =
            new Quantity("P_size", "P(S)", "", List.of("size"), "probability of an avalanche of this size");
    private static final Quantity ENDED = new Quantity(
            "P_ended", "P(D \u2264 t)", "", List.of("t"), "share of avalanches that last t generations or less");

    private static Quantity number(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", List.of(), definition);
    }

    /** Checks what the binder does not. */
    public BranchingProcess {
        if (!(ratio > 0.0) || Double.isInfinite(ratio))
            throw new BadParameter("ratio", ratio, "is no mean number of units", "a number above 0");
        if (!(largest >= 10.0)) throw new BadParameter("largest", largest, "is too small", "a number from 10 on");
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(MEAN, VARIANCE, CUTOFF, EXTINCT, SIZE, ENDED);
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        Branching process = new Branching(ratio);
        put(out, MEAN, process.mean());
        put(out, VARIANCE, process.variance());
        put(out, CUTOFF, process.cutoff());
        put(out, EXTINCT, process.extinct());
        for (double s = 1.0; s <= largest; s = s < 10.0 ? s + 1.0 : s < 16.0 ? 16.0 : 2.0 * s)
            out.put(SIZE, Sink.ALL, process.size(s), 0.0, s);
        double ended = 0.0;
        long generation = 0;
        for (int k = 0; k < grid.size() && grid.time(k) <= MOST_GENERATIONS; k++) {
            for (; generation < Math.floor(grid.time(k)); generation++) ended = process.ended(ended);
            if (grid.single(k)) out.put(ENDED, Sink.ALL, ended, 0.0, grid.time(k));
        }
        return Solution.closedForm(
                ratio == 1.0
                        ? "critical"
                        : String.format(Locale.ROOT, "%scritical, sigma = %s", ratio < 1.0 ? "sub" : "super", ratio));
    }

    private static void put(Sink out, Quantity quantity, double value) {
        if (Double.isFinite(value)) out.put(quantity, Sink.ALL, value, 0.0);
    }
}
