package rugged.theory.jamming;

import java.util.List;
import java.util.Locale;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.meanfield.statics.PerceptronJamming;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Minima of the spherical perceptron where not all patterns can be satisfied, replica symmetric: energy H/N, contacts per weight, multiplier, and the density of the Hessian, which is
 * that of Marchenko and Pastur with c rows, shifted by the multiplier, and where c is below 1 a part 1 - c of the spectrum at the multiplier itself. Exact for a margin above 0 and every density of patterns; for a negative one an
 * estimate (replica symmetry is broken there, and the lower edge is at 0).
 *
 * <p>Source: Franz, Parisi, Urbani and Zamponi, Proc. Natl. Acad. Sci. 112, 14539 (2015).
 */
@Named(
        value = "perceptron-unsatisfiable",
        title = "Spherical perceptron beyond jamming",
        doc = "Energy, contacts, multiplier and spectrum of the Hessian in the minima of a perceptron that cannot"
                + " satisfy all patterns; replica symmetric.",
        source = "Franz, Parisi, Urbani and Zamponi, Proc. Natl. Acad. Sci. 112, 14539 (2015)",
        year = 2015,
        topics = {"jamming", "mean-field", "curvature"})
public record PerceptronUnsatisfiable(
        @PerceptronParameters.Density double alpha,

        @PerceptronParameters.Margin double margin,

        @Param(doc = "standard deviation by which the density is smoothed, like the measured one", def = "0", min = 0)
        double width,

        @Param(doc = "number of values of the density", def = "161", min = 2, max = 100000)
        int points)
        implements TheorySpec {
    private static final Quantity LOWER_EDGE = new Quantity(
            "lower_edge",
            "\u03bb_{-}",
            "J",
            List.of(),
            "lower edge of the continuous part of the Hessian's spectrum: (sqrt(c) - 1)^2 + m");
    private static final Quantity ISOLATED =
            new Quantity("isolated", "1 - c", "", List.of(), "part of the Hessian's spectrum at the multiplier");
    private static final Quantity STABILITY = new Quantity(
            "stability",
            "A - \u03a6",
            "",
            List.of(),
            "replica symmetry is stable where it is above 0: for a margin above 0");
    private static final int ANGLES = 2000;

    public PerceptronUnsatisfiable {
        PerceptronParameters.require(alpha, margin);
        if (Double.isInfinite(width)) throw new BadParameter("width", width, "leaves no density", "a finite number");
        if (!new PerceptronJamming(alpha, margin).unsatisfiable())
            throw new BadParameter(
                    "alpha",
                    alpha,
                    String.format(
                            Locale.ROOT,
                            "point is in the SAT phase (alpha <= alpha_J = %.6g at margin %s): no UNSAT solution",
                            PerceptronJamming.density(margin),
                            margin),
                    "more patterns, or a larger margin");
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                Quantities.ENERGY,
                Quantities.COORDINATION,
                Quantities.MULTIPLIER,
                Quantities.HESSIAN_DENSITY,
                LOWER_EDGE,
                ISOLATED,
                STABILITY);
    }

    @Override
    public Validity validity() {
        return Validity.REPLICA_SYMMETRIC;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        PerceptronJamming minimum = new PerceptronJamming(alpha, margin);
        for (int k = 0; k < grid.size(); k++) {
            if (!grid.single(k)) continue;
            double t = grid.time(k);
            out.put(Quantities.ENERGY, Sink.ALL, minimum.energy(), 0.0, t);
            out.put(Quantities.COORDINATION, Sink.ALL, minimum.contacts(), 0.0, t);
            out.put(Quantities.MULTIPLIER, Sink.ALL, minimum.multiplier(), 0.0, t);
            double low =
                    Math.min(minimum.lowerEdge(), minimum.isolated() > 0.0 ? minimum.multiplier() : Double.MAX_VALUE)
                            - 4.0 * width;
            double high = minimum.upperEdge() + 4.0 * width;
            for (int i = 0; i < points; i++) {
                double lambda = low + (high - low) * i / (points - 1.0);
                out.put(Quantities.HESSIAN_DENSITY, Sink.ALL, density(minimum, lambda), 0.0, t, lambda);
            }
        }
        out.put(LOWER_EDGE, Sink.ALL, minimum.lowerEdge(), 0.0);
        out.put(ISOLATED, Sink.ALL, minimum.isolated(), 0.0);
        out.put(STABILITY, Sink.ALL, minimum.stability(), 0.0);
        return Solution.closedForm(
                minimum.stability() > 0.0
                        ? "replica symmetric, stable"
                        : margin < 0.0
                                ? "replica symmetric: unstable for a negative margin, an estimate"
                                : "replica symmetric, marginal at margin 0");
    }

    /** The density, smoothed where there is a width; the isolated part stands in the smoothed one alone. */
    double density(PerceptronJamming minimum, double lambda) {
        if (width == 0.0) return minimum.spectrum(lambda);
        double centre = 0.5 * (minimum.lowerEdge() + minimum.upperEdge());
        double radius = 0.5 * (minimum.upperEdge() - minimum.lowerEdge());
        double sum = 0.0;
        for (int k = 0; k < ANGLES; k++) {
            // lambda = centre + radius sin(angle): the density's roots at both edges are smooth in the angle
            double angle = Math.PI * ((k + 0.5) / ANGLES - 0.5);
            double at = centre + radius * Math.sin(angle);
            sum += minimum.spectrum(at) * normal(lambda - at) * radius * Math.cos(angle) * Math.PI / ANGLES;
        }
        return sum + minimum.isolated() * normal(lambda - minimum.multiplier());
    }

    private double normal(double distance) {
        double z = distance / width;
        return Math.exp(-0.5 * z * z) / (width * Math.sqrt(2.0 * Math.PI));
    }
}
