package rugged.theory.statics;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.meanfield.statics.FullBreaking;
import rugged.meanfield.statics.OneStepSpins;
import rugged.meanfield.statics.SymmetricSpins;
import rugged.params.BadParameter;
import rugged.params.Param;

/** What the theories of the Sherrington-Kirkpatrick model and of the bipartite one share: parameters by the names that the landscapes have for them, and quantities. */
final class SpinTheories {
    private static final List<String> TEMPERATURE = List.of("T_k");

    static final Quantity FREE_ENERGY = on("F_T", "F/N", "J", "free energy at T, - T ln 2 for free spins");
    static final Quantity ENTROPY =
            on("s_T", "s", "", "entropy at T, (e - F/N)/T; below 0 where a solution cannot be right");
    static final Quantity OVERLAP = on("q_eq_T", "q", "", "overlap of two replicas, replica symmetric");
    static final Quantity FIRST = on("q1_eq_T", "q_{1}", "", "overlap of the spins of the first group");
    static final Quantity SECOND = on("q2_eq_T", "q_{2}", "", "overlap of the spins of the second group");
    static final Quantity LARGEST = on("q_max_T", "q(1)", "", "largest overlap, within a state");
    static final Quantity SMALLEST = on("q_min_T", "q(0)", "", "smallest overlap, between states");
    static final Quantity BREAKING = on(
            "m_break_T",
            "m",
            "",
            "breaking point: probability of two states to be different; none where replicas are alike");
    static final Quantity MAGNETISATION = on("m_eq_T", "m", "", "magnetisation, replica symmetric");
    static final Quantity INSTABILITY =
            on("replicon_T", "r", "", "the replica-symmetric solution is stable where it is below 1");
    static final Quantity LINE =
            on("h_AT", "h_{AT}", "J", "field on all spins above which replica symmetry is stable at T; 0 above T_c");
    static final Quantity FUNCTION = new Quantity(
            "q_x", "q(x)", "", List.of("T_k", "x"), "overlap of the spins of the (first) group as a function of x");

    /** Lowest temperature over J of what is replica symmetric: colder, its integrands are steps. */
    static final double COLDEST = 1e-3;

    private SpinTheories() {}

    private static Quantity on(String name, String symbol, String unit, String definition) {
        return new Quantity(name, symbol, unit, TEMPERATURE, definition);
    }

    /** J. */
    @Param(doc = "scale of the couplings", symbol = "J", unit = "J", def = "1", min = 0, above = true)
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Coupling {}

    /** J0. */
    @Param(
            doc = "ferromagnetic mean J0/N of the couplings; 0 alone in sk and with broken symmetry",
            symbol = "J_{0}",
            unit = "J",
            def = "0")
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Mean {}

    /** h. */
    @Param(doc = "magnetic field", symbol = "h", unit = "J", def = "0")
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Field {}

    /** kappa. */
    @Param(
            doc = "root of the ratio of the groups: N2/N1 = kappa^2",
            symbol = "\u03ba",
            def = "1",
            min = 0.01,
            max = 100)
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Kappa {}

    /** h1. */
    @Param(doc = "field on the first group", symbol = "h_{1}", unit = "J", def = "0")
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    @interface FirstField {}

    /** h2. */
    @Param(doc = "field on the second group", symbol = "h_{2}", unit = "J", def = "0")
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    @interface SecondField {}

    /** T. */
    @Param(doc = "temperatures", symbol = "T", unit = "J", def = "[0.5]", min = 0, above = true)
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Temperatures {}

    /** K. */
    @Param(
            doc = "levels of breaking",
            symbol = "K",
            def = "40",
            min = 4,
            max = 200,
            reason = "free energies to 1e-5 J; time grows with its square")
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Levels {}

    /** L. */
    @Param(
            doc = "half the width of the grid of local fields, over the strength of the couplings",
            symbol = "L",
            def = "8",
            min = 2,
            max = 40,
            reason = "holds all fields but a mass of 1e-6; a field of the order of the couplings needs more")
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Window {}

    /** Bins. */
    @Param(doc = "number of bins of the distribution of overlaps in [0, 1]", def = "16", min = 2, max = 1000)
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Bins {}

    static void requireTemperatures(List<Double> temperatures, double coldest) {
        for (double t : temperatures)
            if (!(t > coldest) || Double.isInfinite(t))
                throw new BadParameter(
                        "temperatures", t, "is no temperature of this theory", "above " + coldest + " J");
    }

    static void requireCentred(double mean) {
        if (mean != 0)
            throw new BadParameter("mean", mean, "is not covered: the theory has no ferromagnetic mean", "mean: 0");
    }

    static void requireFinite(String parameter, double value) {
        if (!Double.isFinite(value)) throw new BadParameter(parameter, value, "is no strength", "a finite number");
    }

    static void put(Sink out, Quantity quantity, double value, double error, double temperature) {
        out.put(quantity, Sink.ALL, value, error, temperature);
    }

    static void putEnergy(Schedule grid, Sink out, double value, double error, double temperature) {
        for (int k = 0; k < grid.size(); k++)
            if (grid.single(k)) out.put(Quantities.LADDER_ENERGY, Sink.ALL, value, error, grid.time(k), temperature);
    }

    /** What replica symmetry says, in words. */
    static Solution symmetric(List<Double> unstable) {
        return Solution.closedForm(
                unstable.isEmpty()
                        ? "replica symmetric, stable"
                        : "replica symmetric; unstable, and no more than an approximation, at T = "
                                + String.join(
                                        ", ",
                                        unstable.stream().map(String::valueOf).toList()));
    }

    /** With one step of breaking. */
    static Solution oneStep(SymmetricSpins.Groups groups, List<Double> temperatures, Schedule grid, Sink out) {
        List<String> symmetric = new ArrayList<>();
        for (double t : temperatures) {
            OneStepSpins of = OneStepSpins.at(t, groups);
            put(out, FREE_ENERGY, of.freeEnergy(), 0, t);
            putEnergy(grid, out, of.energy(), 0, t);
            put(out, ENTROPY, (of.energy() - of.freeEnergy()) / t, 0, t);
            put(out, SMALLEST, of.first()[0], 0, t);
            put(out, LARGEST, of.first()[1], 0, t);
            if (Double.isNaN(of.breaking())) symmetric.add(String.valueOf(t));
            else put(out, BREAKING, of.breaking(), 0, t);
        }
        return Solution.closedForm("one step of replica symmetry breaking"
                + (symmetric.isEmpty() ? "" : "; replica symmetric at T = " + String.join(", ", symmetric)));
    }

    /** With full breaking: energy, free energy and overlaps with their changes from half as many levels. */
    static Solution broken(
            SymmetricSpins.Groups groups,
            List<Double> temperatures,
            int levels,
            double window,
            int bins,
            Schedule grid,
            Sink out) {
        int sweeps = 0;
        double residual = 0;
        for (double t : temperatures) {
            FullBreaking of = FullBreaking.at(t, groups, levels, window);
            FullBreaking coarse = FullBreaking.at(t, groups, levels / 2, window);
            if (!of.converged())
                return new Solution(false, of.sweeps(), of.residual(), "the overlaps did not settle at T = " + t);
            putOverlaps(of, groups, t, bins, grid, out);
            sweeps += of.sweeps();
            residual = Math.max(residual, of.residual());
            put(out, FREE_ENERGY, of.freeEnergy(), Math.abs(of.freeEnergy() - coarse.freeEnergy()), t);
            putEnergy(grid, out, of.energy(), Math.abs(of.energy() - coarse.energy()), t);
            double entropy = (of.energy() - of.freeEnergy()) / t;
            put(out, ENTROPY, entropy, Math.abs(entropy - (coarse.energy() - coarse.freeEnergy()) / t), t);
            int last = of.x().length;
            put(out, LARGEST, of.first()[last], Math.abs(of.first()[last] - coarse.first()[last / 2]), t);
            for (int i = 0; i <= last; i++)
                out.put(FUNCTION, Sink.ALL, of.first()[i], Double.NaN, t, i / (double) last);
        }
        return new Solution(true, sweeps, residual, "full replica symmetry breaking, " + levels + " levels");
    }

    /** P(|q|) and x(q) in bins. */
    private static void putOverlaps(
            FullBreaking of, SymmetricSpins.Groups groups, double temperature, int bins, Schedule grid, Sink out) {
        for (int k = 0; k < grid.size(); k++) {
            if (!grid.single(k)) continue;
            double below = 0;
            for (int b = 0; b < bins; b++) {
                double end = (b + 1.0) / bins;
                double share = of.share(end, groups);
                double density = (share - below) * bins;
                out.put(
                        Quantities.LADDER_OVERLAPS,
                        Sink.ALL,
                        density,
                        Double.NaN,
                        grid.time(k),
                        temperature,
                        (b + 0.5) / bins);
                out.put(Quantities.LADDER_SHARE, Sink.ALL, share, Double.NaN, grid.time(k), temperature, end);
                below = share;
            }
        }
    }
}
