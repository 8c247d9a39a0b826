package rugged.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rugged.api.CheckSpec;
import rugged.api.Schedule;
import rugged.index.Named;
import rugged.meanfield.Mixture;
import rugged.theory.aging.P2GradientFlow;
import rugged.theory.aging.ShortTime;

/** The closed solution of order 2 beside quadratures over the semicircle, its late-time law, and the series at short times beside it. */
@Named(
        value = "p2-closed-form",
        title = "Gradient flow of the 2-spin model in closed form",
        doc = "The theory p2-gradient-flow beside quadratures over the semicircle, and short-time beside"
                + " p2-gradient-flow.",
        source = "L. F. Cugliandolo and D. S. Dean, J. Phys. A 28, 4213 (1995)",
        year = 1995,
        topics = {"spin-glass", "mean-field"})
public record P2GradientFlowCheck() implements CheckSpec {
    private static final String DIGITS =
            "moments of the semicircle by quadrature in 30 digits: validation/digits/p2.py";

    /** e, |g|^2/N, C(t, t/2) and C(t, 0) at one time. */
    private record Known(double t, double energy, double gradient, double half, double memory) {}

    private static final List<Known> KNOWN = List.of(
            new Known(0.5, -0.433127426722312, 0.650837968549763, 0.976150527997376, 0.896221180078669),
            new Known(2, -0.819249410355621, 0.0864474989944414, 0.925778518245361, 0.488050658418776),
            new Known(10, -0.962740435361947, 0.00370128586777411, 0.916966636167159, 0.156558148052751),
            new Known(100, -0.996252349628684, 3.74529484455598e-5, 0.915595894476482, 0.0282070400020689));

    @Override
    public List<Group> compares() {
        return List.of(
                new Group(
                        "p2.t",
                        "energy, squared gradient, C(t, t/2) and C(t, 0) at each time",
                        "energy in J, squared gradient a spin in J^2; without for C"),
                new Group("p2.late", "t (e + 1) at t = 1e6", "units of J = 1"),
                new Group("p2.short-time", "energy at t = 0.1 by the series of short-time", "J"));
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Known known : KNOWN) {
            double t = known.t();
            Map<String, Double> values = solved(t);
            rows.add(row("e", "energy", t, values, known.energy()));
            rows.add(row("g2", "squared gradient", t, values, known.gradient()));
            rows.add(row("C", "correlation C(t, t/2)", t, values, known.half()));
            rows.add(row("C0", "memory C(t, 0)", t, values, known.memory()));
        }
        double late = 1e6;
        double law = (solved(late).getOrDefault("e", Double.NaN) + 1) * late;
        rows.add(Row.exact("p2.late", "t (e + 1) at t = 1e6", law, 0.375, 1e-6, "late-time law e = -1 + 3/(8t)"));
        double early = 0.1;
        double[] series = new double[1];
        new ShortTime(Mixture.pure(2), 0, 1)
                .solve(Schedule.at(early), (quantity, replica, value, error, axes) -> series[0] = value);
        double closed = solved(early).getOrDefault("e", Double.NaN);
        // the first term left out is 2 t^5 / 3
        rows.add(Row.exact(
                "p2.short-time",
                "series to third order at t = 0.1",
                series[0],
                closed,
                7e-6,
                "closed form; the rest is 2 t^5/3"));
        return List.copyOf(rows);
    }

    private static Row row(String quantity, String what, double t, Map<String, Double> values, double reference) {
        String id = "p2.t" + String.valueOf(t).replaceAll("\\.0$", "").replace('.', '-') + "."
                + quantity.toLowerCase(java.util.Locale.ROOT);
        if (quantity.equals("C")) id += "-half";
        double value = values.getOrDefault(quantity, Double.NaN);
        return Row.exact(id, what + " of the 2-spin model at t = " + t, value, reference, 1e-12, DIGITS);
    }

    /** Quantity names to values at time t, with the age t/2. */
    private static Map<String, Double> solved(double t) {
        Map<String, Double> values = new HashMap<>();
        Schedule grid = Schedule.waitingTimes(new double[] {t / 2}, new double[] {t / 2}, t);
        new P2GradientFlow(Mixture.pure(2), 0, 1).solve(grid, (quantity, replica, value, error, axes) -> {
            if (axes[0] == t) values.put(quantity.name(), value);
        });
        return values;
    }
}
