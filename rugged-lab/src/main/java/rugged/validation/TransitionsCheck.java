package rugged.validation;

import java.util.ArrayList;
import java.util.List;
import rugged.api.CheckSpec;
import rugged.index.Named;
import rugged.meanfield.Mixture;
import rugged.meanfield.Threshold;
import rugged.meanfield.Transition;
import rugged.meanfield.Transition.Discontinuous;
import rugged.meanfield.Transitions;

/** Transition temperatures, overlaps, complexity at T_d, threshold energy and bulk radius of four models beside digits made by another route. */
@Named(
        value = "pspin-transitions",
        title = "Transitions of the spherical p-spin glass",
        doc = "T_d, q_d, T_s, q(T_s), the complexity at T_d, the threshold energy and the radius of the Hessian's"
                + " bulk for orders 3, 4, 5 and 3+4.",
        source = "A. Crisanti and H.-J. Sommers, Z. Phys. B 87, 341 (1992)",
        year = 1992,
        topics = {"spin-glass", "mean-field"})
public record TransitionsCheck() implements CheckSpec {
    private static final String DIGITS =
            "one-step free energy expanded numerically at m = 1 in 40 digits: validation/digits/transitions.py";
    private static final String CLOSED = "closed form";
    private static final double TOLERANCE = 1e-10;

    /** What is known of one model; e_th and the bulk follow in closed form from f(1), f'(1) and f''(1). */
    private record Known(
            String mixture,
            String id,
            double td,
            double qd,
            double ts,
            double qs,
            double sigma,
            double threshold,
            double radius) {}

    private static final List<Known> KNOWN = List.of(
            new Known(
                    "3",
                    "pspin.3",
                    0.612372435695795,
                    0.5,
                    0.586053972417364,
                    0.645007451334584,
                    0.0132402569466393,
                    -2 / Math.sqrt(3),
                    2 * Math.sqrt(3)),
            new Known(
                    "4",
                    "pspin.4",
                    0.544331053951817,
                    0.666666666666667,
                    0.503039351586548,
                    0.804521834793508,
                    0.0493061443340548,
                    -Math.sqrt(1.5),
                    2 * Math.sqrt(6)),
            new Known(
                    "5",
                    "pspin.5",
                    0.513489897661093,
                    0.75,
                    0.461479865343535,
                    0.871148794608082,
                    0.0931471805599453,
                    -Math.sqrt(1.6),
                    2 * Math.sqrt(10)),
            new Known(
                    "3+4",
                    "pspin.3-4",
                    0.805165921509226,
                    0.590230210858185,
                    0.762138652853272,
                    0.732619408754662,
                    0.0248710330789176,
                    -17.75 / 10.5,
                    6));

    @Override
    public List<Group> compares() {
        return List.of(new Group(
                "pspin",
                "T_d, q_d, T_s, q(T_s), complexity at T_d, threshold energy and radius of the bulk, as far as they"
                        + " exist, for each mixture",
                "energies and temperatures in J; without for overlaps and complexities"));
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Known known : KNOWN) add(rows, known);
        return List.copyOf(rows);
    }

    private static void add(List<Row> rows, Known known) {
        Mixture f = Mixture.parse(known.mixture());
        String of = " of the spherical model " + known.mixture();
        double td = temperature(Transitions.dynamical(f));
        rows.add(row(known, "td", "dynamical transition T_d" + of, td, known.td(), DIGITS));
        rows.add(row(known, "qd", "overlap at T_d" + of, overlap(Transitions.dynamical(f)), known.qd(), DIGITS));
        rows.add(row(
                known, "ts", "static transition T_s" + of, temperature(Transitions.statical(f)), known.ts(), DIGITS));
        rows.add(row(known, "qs", "overlap at T_s" + of, overlap(Transitions.statical(f)), known.qs(), DIGITS));
        double sigma = Transitions.equilibriumComplexity(f, td);
        rows.add(row(
                known,
                "sigma-td",
                "complexity of the states in equilibrium at T_d" + of,
                sigma,
                known.sigma(),
                DIGITS));
        rows.add(row(known, "eth", "threshold energy" + of, Threshold.energy(f), known.threshold(), CLOSED));
        rows.add(row(
                known,
                "bulk",
                "radius of the bulk of the Hessian" + of,
                Threshold.bulkRadius(f),
                known.radius(),
                CLOSED));
    }

    private static Row row(Known known, String what, String text, double value, double reference, String source) {
        return Row.exact(known.id() + "." + what, text, value, reference, TOLERANCE, source);
    }

    private static double temperature(Transition transition) {
        return transition.temperatureOrNaN();
    }

    private static double overlap(Transition transition) {
        return transition instanceof Discontinuous jump ? jump.overlap() : Double.NaN;
    }
}
