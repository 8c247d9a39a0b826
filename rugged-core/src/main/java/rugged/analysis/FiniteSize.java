package rugged.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Finite-size scaling of the overlap at a transition whose place is known: with x = N^{1/nu} (T/T_c - 1), the susceptibility in units of N^{gamma/nu} is one
 * function of x for all large N. In mean field, where N counts sites, nu = 3 and gamma/nu = 1/3 for a glass that freezes continuously. The slope of ln N[&lt;q^2&gt;]
 * against ln N at the temperature nearest to T_c measures gamma/nu; it is an effective exponent of the sizes at hand. Errors: jackknife for the scaled
 * values, propagated through the least-squares line for the slope (sizes are independent). Reads what {@code overlap-moments} writes.
 *
 * <p>Source: Parisi, Ritort and Slanina, J. Phys. A 26, 247 (1993) for the exponents of mean field.
 */
@Named(
        value = "finite-size",
        title = "Finite-size scaling",
        doc = "The susceptibility of the overlap in units of its growth with size, against the distance to the"
                + " transition in units of its rounding; the exponent of that growth.",
        source = "Parisi, Ritort and Slanina, J. Phys. A 26, 247 (1993)",
        year = 1993,
        topics = {"criticality", "replicas"})
public record FiniteSize(
        @Param(doc = "temperature of the transition", symbol = "T_{c}", unit = "J", def = "1", min = 0, above = true)
        double critical,

        @Param(
                doc = "rounding: the transition is as wide as N^{-1/nu}",
                symbol = "\u03bd",
                def = "3",
                min = 0,
                above = true)
        double nu,

        @Param(
                doc = "growth: the susceptibility is as high as N^ratio at the transition",
                symbol = "\u03b3/\u03bd",
                def = "0.3333333333333333")
        double ratio,

        @Param(doc = "parameter that is the size N, by the last word of its path", def = "n")
        String size,

        @Param(doc = "parameter that is the temperature, by the last word of its path", def = "temperature")
        String temperature,

        @Param(doc = "cases that count; empty: all", def = "[]")
        List<String> cases)
        implements AnalysisSpec {
    /** Scaled distance. */
    public static final Quantity DISTANCE =
            new Quantity("x_N", "N^{1/\u03bd} (T/T_{c} - 1)", "", List.of(), "N^{1/nu} (T/T_{c} - 1)");

    /** Scaled susceptibility. */
    public static final Quantity SCALED = new Quantity(
            "chi_N", "N^{-\u03b3/\u03bd} \\chi_{SG}", "", List.of(), "N [<q^{2}>] in units of N^{gamma/nu}");

    /** Measured exponent. */
    public static final Quantity EXPONENT = new Quantity(
            "gamma_nu",
            "\u03b3/\u03bd",
            "",
            List.of(),
            "slope of ln N[<q^{2}>] against ln N at the temperature nearest to the transition");

    public FiniteSize {
        cases = List.copyOf(cases);
        if (Double.isInfinite(critical) || Double.isInfinite(nu))
            throw new BadParameter("nu", nu, "critical temperature and exponent must be finite", "such as 1 and 3");
    }

    @Override
    public Set<String> reads() {
        return Overlaps.READ;
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(DISTANCE, SCALED, EXPONENT);
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        for (Map.Entry<Map<String, String>, List<Overlaps>> family :
                Overlaps.families(groups, size, temperature).entrySet()) {
            String name = family.getKey().getOrDefault("case", "");
            if (!cases.isEmpty() && !cases.contains(name)) continue;
            List<Overlaps> curves = family.getValue().stream()
                    .filter(curve -> curve.samples() > 0)
                    .toList();
            for (Overlaps curve : curves) scaled(curve, out);
            Line line = slope(curves);
            for (Overlaps curve : curves)
                for (Group group : curve.groups()) out.put(group, EXPONENT, line.slope(), line.slopeError());
            if (!Double.isNaN(line.slope()))
                out.say(String.format(
                        Locale.ROOT,
                        "At T_c the susceptibility of the overlap %sgrows as N^(%.3f +- %.3f).",
                        name.isEmpty() ? "" : "of " + name + " ",
                        line.slope(),
                        line.slopeError()));
        }
    }

    private void scaled(Overlaps curve, Conclusions out) {
        double unit = Math.pow(curve.size(), ratio);
        for (int k = 0; k < curve.temperatures().length; k++) {
            int at = k;
            double distance = Math.pow(curve.size(), 1.0 / nu) * (curve.temperatures()[k] / critical - 1.0);
            out.put(curve.groups().get(k), DISTANCE, distance, 0.0);
            out.put(
                    curve.groups().get(k),
                    SCALED,
                    curve.susceptibility(k, curve.all()) / unit,
                    Resampling.jackknife(curve.samples(), drawn -> curve.susceptibility(at, drawn)) / unit);
        }
    }

    private Line slope(List<Overlaps> curves) {
        double[] x = new double[curves.size()];
        double[] y = new double[curves.size()];
        double[] errors = new double[curves.size()];
        for (int i = 0; i < x.length; i++) {
            Overlaps curve = curves.get(i);
            int k = nearest(curve.temperatures());
            double value = curve.susceptibility(k, curve.all());
            x[i] = Math.log(curve.size());
            y[i] = Math.log(value);
            errors[i] = Resampling.jackknife(curve.samples(), drawn -> curve.susceptibility(k, drawn)) / value;
        }
        return Line.through(x, y, errors);
    }

    private int nearest(double[] temperatures) {
        int best = 0;
        for (int k = 1; k < temperatures.length; k++)
            if (Math.abs(temperatures[k] - critical) < Math.abs(temperatures[best] - critical)) best = k;
        return best;
    }
}
