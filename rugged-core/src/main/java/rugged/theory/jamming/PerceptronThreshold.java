package rugged.theory.jamming;

import java.util.List;
import java.util.Optional;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.meanfield.statics.PerceptronJamming;
import rugged.meanfield.statics.PerceptronOverlap;
import rugged.params.BadParameter;

/**
 * Where the spherical perceptron jams, replica symmetric, along both ways to it: the margin sigma_J at a density of patterns, with the contacts per weight there, and the density
 * alpha_J at a margin; and where replica symmetry is lost on the way, at alpha_AT and sigma_AT. Exact for a margin of 0 or more. Below, alpha_J and c_J are an estimate from above: the true line needs
 * full breaking of replica symmetry, and there the contacts are exactly isostatic, c = 1. Where it is exact it gives the densities of forces, in units of their mean, and of gaps too, as the
 * analysis {@code histogram} makes them of the arrays of {@code forces-gaps}:
 *
 * <pre>
 * P(f) = M phi(sigma_J - M f)/Phi(sigma_J),   M = sigma_J + phi(sigma_J)/Phi(sigma_J),
 * P(h) = phi(sigma_J + h)/Phi(-sigma_J),
 * </pre>
 *
 * <p>Gaussians cut off at 0, where they are finite: neither is a power law, but a fit of one to f from 0.01 to 0.3 finds an exponent a little above 0, +0.034 at one pattern per weight.
 *
 * <p>Source: Gardner, J. Phys. A 21, 257 (1988); Franz, Parisi, Sevelev, Urbani and Zamponi, SciPost Phys. 2, 019 (2017).
 */
@Named(
        value = "perceptron-jamming",
        title = "Jamming line of the spherical perceptron",
        doc = "Margin, density of patterns and contacts at jamming, and where replica symmetry is lost before it;"
                + " replica symmetric.",
        source = "Franz, Parisi, Sevelev, Urbani and Zamponi, SciPost Phys. 2, 019 (2017)",
        year = 2017,
        topics = {"jamming", "mean-field", "constraint satisfaction"})
public record PerceptronThreshold(
        @PerceptronParameters.Density double alpha,
        @PerceptronParameters.Margin double margin) implements TheorySpec {
    private static final Quantity DENSITY = number(
            "alpha_J",
            "\u03b1_{J}",
            "density of patterns at jamming at the margin: 1/A, A = int_(t<sigma) Dt (sigma-t)^2");
    private static final Quantity CONTACTS = number("c_J", "c_{J}", "contacts per weight at jamming at the margin");
    private static final Quantity UNSTABLE = number(
            "alpha_AT",
            "\u03b1_{AT}",
            "density of patterns at which replica symmetry is lost at the margin; NaN for 0 and more");
    private static final Quantity OVERLAP = number("q_AT", "q_{AT}", "overlap of two solutions there");

    private static final Quantity LOST = number(
            "sigma_AT",
            "\u03c3_{AT}",
            "margin at which replica symmetry is lost at the density of patterns; none up to 2");

    private static final Quantity MARGIN =
            number("sigma_J", "\u03c3_{J}", "margin at jamming at the density of patterns");
    private static final Quantity ENERGY =
            number("e", "e", "energy per weight in minima beyond jamming; none where all can be satisfied");
    private static final Quantity VIOLATED = number("c", "c", "violated patterns per weight there");
    private static final Quantity MULTIPLIER = number("m", "m", "multiplier of the sphere there");
    private static final Quantity LOW =
            number("edge_low", "\u03bb_{-}", "lower edge of the continuous part of the Hessian's spectrum there");
    private static final Quantity HIGH = number("edge_high", "\u03bb_{+}", "its upper edge");
    private static final Quantity ISOLATED =
            number("isolated", "1 - c", "part of the Hessian's spectrum at the multiplier; 0 for c of 1 and more");
    private static final Quantity SOLUTIONS =
            number("q", "q", "overlap of two solutions where all patterns can be satisfied; none beyond jamming");
    private static final Quantity REPLICON =
            number("replicon", "r", "instability of replica symmetry there: stable below 1");

    private static final Quantity FORCES = density("extended_forces", "density of forces over their mean, at jamming");
    private static final Quantity GAPS = density("gaps", "density of gaps at jamming");
    private static final double LEAST = 1e-4;
    private static final double MOST = 5.0;
    private static final int POINTS = 100;

    /** As the analysis of the array names it. */
    private static Quantity density(String array, String definition) {
        return new Quantity("P_" + array, "P", "", List.of("t", array), definition);
    }

    private static Quantity number(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", List.of(), definition);
    }

    public PerceptronThreshold {
        PerceptronParameters.require(alpha, margin);
        if (Double.isNaN(PerceptronJamming.margin(alpha)))
            throw new BadParameter("alpha", alpha, "jams at no margin between -6.5 and 22", "a density nearer to 1");
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                Quantities.JAMMING_THRESHOLD,
                Quantities.COORDINATION,
                FORCES,
                GAPS,
                DENSITY,
                CONTACTS,
                UNSTABLE,
                OVERLAP,
                LOST,
                MARGIN,
                ENERGY,
                VIOLATED,
                MULTIPLIER,
                LOW,
                HIGH,
                ISOLATED,
                SOLUTIONS,
                REPLICON);
    }

    @Override
    public Validity validity() {
        return Validity.REPLICA_SYMMETRIC;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        double threshold = PerceptronJamming.margin(alpha);
        double last = Double.NaN;
        for (int k = 0; k < grid.size(); k++) {
            if (!grid.single(k)) continue;
            last = grid.time(k);
            out.put(Quantities.JAMMING_THRESHOLD, Sink.ALL, threshold, 0.0, grid.time(k));
            out.put(Quantities.COORDINATION, Sink.ALL, PerceptronJamming.contactsAt(threshold), 0.0, grid.time(k));
        }
        if (threshold >= 0.0 && last >= 0.0) distributions(threshold, last, out);
        out.put(DENSITY, Sink.ALL, PerceptronJamming.density(margin), 0.0);
        out.put(CONTACTS, Sink.ALL, PerceptronJamming.contactsAt(margin), 0.0);
        Optional<PerceptronOverlap> lost = PerceptronOverlap.unstable(margin);
        out.put(UNSTABLE, Sink.ALL, lost.map(PerceptronOverlap::alpha).orElse(Double.NaN), 0.0);
        out.put(OVERLAP, Sink.ALL, lost.map(PerceptronOverlap::q).orElse(Double.NaN), 0.0);
        double lostMargin = PerceptronOverlap.unstableMargin(alpha);
        if (lostMargin < 0.0) out.put(LOST, Sink.ALL, lostMargin, 0.0);
        out.put(MARGIN, Sink.ALL, threshold, 0.0);
        boolean beyond = place(out);
        String line = threshold < 0.0
                ? "at this density an estimate, unstable for its negative margin"
                : "exact at this density";
        String side = beyond
                ? "; beyond jamming at the margin, no solutions"
                : "; all can be satisfied at the margin, no energy";
        String breaking = margin < 0.0 ? "" : "; no instability for a margin of 0 or more";
        return Solution.closedForm("replica symmetric: " + line + side + breaking);
    }

    /** Forces and gaps, at the last time alone: a run has them where it ends. */
    private static void distributions(double threshold, double last, Sink out) {
        for (int i = 0; i < POINTS; i++) {
            double x = LEAST * Math.pow(MOST / LEAST, i / (POINTS - 1.0));
            out.put(FORCES, Sink.ALL, PerceptronJamming.force(threshold, x), 0.0, last, x);
            out.put(GAPS, Sink.ALL, PerceptronJamming.gap(threshold, x), 0.0, last, x);
        }
    }

    /** Minima at the density and the margin, or solutions; whether it is beyond jamming. */
    private boolean place(Sink out) {
        PerceptronJamming minimum = new PerceptronJamming(alpha, margin);
        boolean beyond = minimum.unsatisfiable();
        out.put(ENERGY, Sink.ALL, beyond ? minimum.energy() : Double.NaN, 0.0);
        out.put(VIOLATED, Sink.ALL, beyond ? minimum.contacts() : Double.NaN, 0.0);
        out.put(MULTIPLIER, Sink.ALL, beyond ? minimum.multiplier() : Double.NaN, 0.0);
        out.put(LOW, Sink.ALL, beyond ? minimum.lowerEdge() : Double.NaN, 0.0);
        out.put(HIGH, Sink.ALL, beyond ? minimum.upperEdge() : Double.NaN, 0.0);
        out.put(ISOLATED, Sink.ALL, beyond ? minimum.isolated() : Double.NaN, 0.0);
        Optional<PerceptronOverlap> solutions = PerceptronOverlap.at(margin, alpha);
        out.put(SOLUTIONS, Sink.ALL, solutions.map(PerceptronOverlap::q).orElse(Double.NaN), 0.0);
        out.put(REPLICON, Sink.ALL, solutions.map(PerceptronOverlap::replicon).orElse(Double.NaN), 0.0);
        return beyond;
    }
}
