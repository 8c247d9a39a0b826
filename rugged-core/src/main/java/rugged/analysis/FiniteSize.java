package rugged.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Finite-size scaling of the overlap at a transition whose place is known: with x = N^{1/nu} (T/T_c - 1), the susceptibility in units of N^{gamma/nu} is one
 * function of x for all large N. In mean field, where N counts sites, nu = 3 and gamma/nu = 1/3 for a glass that freezes continuously. The slope of ln N[&lt;q^2&gt;]
 * against ln N at the temperature nearest to T_c measures gamma/nu; it is an effective exponent of the sizes at hand. Errors: jackknife for the scaled
 * values, propagated through the least-squares line for the slope (sizes are independent). The leading correction of mean field, of relative order N^{-1/3}, is
 * a constant beside a N^{1/3}: with three sizes or more a N^y + b is fitted, too, all relative errors taken as alike, with the error of y from a bootstrap.
 * It is the estimate without that bias, and much less precise. Reads what {@code overlap-moments} or {@code tempered-averages} write; on a ladder of temperatures its
 * quantities end in _T.
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

        @AnalysisParameters.SizeName String size,

        @Param(doc = "parameter that is the temperature, by the last word of its path", def = "temperature")
        String temperature,

        @Param(
                doc = "whether each run holds a ladder of temperatures (tempered-averages), rather than one"
                        + " (overlap-moments)",
                def = "false")
        boolean ladder,

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

    /** The same with a correction. */
    public static final Quantity CORRECTED = new Quantity(
            "gamma_nu_inf",
            "\u03b3/\u03bd",
            "",
            List.of(),
            "y of the best a N^{y} + b through N[<q^{2}>] at the temperature nearest to the transition");

    private static final int RESAMPLES = 200;
    private static final double LEAST = 0.02;
    private static final double MOST = 2.0;
    private static final double GOLDEN = 0.5 * (Math.sqrt(5.0) - 1.0);

    public FiniteSize {
        cases = List.copyOf(cases);
        if (Double.isInfinite(critical) || Double.isInfinite(nu))
            throw new BadParameter("nu", nu, "critical temperature and exponent must be finite", "such as 1 and 3");
    }

    @Override
    public Set<String> reads() {
        return OverlapSamples.read(OrderParameter.OVERLAP, ladder);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                DISTANCE,
                SCALED,
                EXPONENT,
                CORRECTED,
                OverlapSamples.onLadder(DISTANCE),
                OverlapSamples.onLadder(SCALED));
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        int number = 0;
        for (Map.Entry<Map<String, String>, List<OverlapSamples>> family : OverlapSamples.families(
                        OrderParameter.OVERLAP, groups, size, temperature)
                .entrySet()) {
            String name = family.getKey().getOrDefault("case", "");
            if (!cases.isEmpty() && !cases.contains(name)) continue;
            List<OverlapSamples> curves = family.getValue().stream()
                    .filter(curve -> curve.samples() > 0)
                    .toList();
            for (OverlapSamples curve : curves) scaled(curve, out);
            Line line = slope(curves);
            double corrected =
                    corrected(curves, curves.stream().map(OverlapSamples::all).toList());
            double error = spread(curves, random.stream("bootstrap", number++));
            for (OverlapSamples curve : curves) {
                curve.putAll(out, EXPONENT, line.slope(), line.slopeError());
                curve.putAll(out, CORRECTED, corrected, error);
            }
            if (!Double.isNaN(line.slope()))
                out.say(String.format(
                        Locale.ROOT,
                        "At T_c the susceptibility of the overlap %sgrows as N^(%.3f +- %.3f); with a constant beside"
                                + " the power, as N^(%.3f +- %.3f).",
                        name.isEmpty() ? "" : "of " + name + " ",
                        line.slope(),
                        line.slopeError(),
                        corrected,
                        error));
        }
    }

    private void scaled(OverlapSamples curve, Conclusions out) {
        double unit = Math.pow(curve.size(), ratio);
        for (int k = 0; k < curve.temperatures().length; k++) {
            int at = k;
            double distance = Math.pow(curve.size(), 1.0 / nu) * (curve.temperatures()[k] / critical - 1.0);
            double value = curve.susceptibility(k, curve.all());
            double error = Resampling.jackknife(curve.samples(), drawn -> curve.susceptibility(at, drawn));
            curve.put(out, k, DISTANCE, distance, 0.0);
            curve.put(out, k, SCALED, value / unit, error / unit);
        }
    }

    private Line slope(List<OverlapSamples> curves) {
        double[] x = new double[curves.size()];
        double[] y = new double[curves.size()];
        double[] errors = new double[curves.size()];
        for (int i = 0; i < x.length; i++) {
            OverlapSamples curve = curves.get(i);
            int k = nearest(curve.temperatures());
            double value = curve.susceptibility(k, curve.all());
            x[i] = Math.log(curve.size());
            y[i] = Math.log(value);
            errors[i] = Resampling.jackknife(curve.samples(), drawn -> curve.susceptibility(k, drawn)) / value;
        }
        return Line.through(x, y, errors);
    }

    private double spread(List<OverlapSamples> curves, RandomStream random) {
        double[] again = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++)
            again[r] = corrected(
                    curves,
                    curves.stream()
                            .map(curve -> Resampling.draw(curve.samples(), random))
                            .toList());
        int fewest = curves.stream().mapToInt(OverlapSamples::samples).min().orElse(0);
        return Resampling.few(fewest) * Resampling.spread(again);
    }

    /** y of the best a N^y + b, found by halving the interval between LEAST and MOST by the golden section; NaN for fewer than three sizes. */
    private double corrected(List<OverlapSamples> curves, List<int[]> drawn) {
        int count = curves.size();
        if (count < 3) return Double.NaN;
        double[] value = new double[count];
        double[] error = new double[count];
        for (int i = 0; i < count; i++) {
            OverlapSamples curve = curves.get(i);
            value[i] = curve.susceptibility(nearest(curve.temperatures()), drawn.get(i));
            error[i] = value[i]; // relative errors of all sizes are alike
        }
        double low = LEAST;
        double high = MOST;
        while (high - low > 1e-6) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (misfit(curves, value, error, left) < misfit(curves, value, error, right)) high = right;
            else low = left;
        }
        return 0.5 * (low + high);
    }

    private static double misfit(List<OverlapSamples> curves, double[] value, double[] error, double power) {
        double[] x = curves.stream()
                .mapToDouble(curve -> Math.pow(curve.size(), power))
                .toArray();
        return Line.through(x, value, error).chiSquare();
    }

    private int nearest(double[] temperatures) {
        int best = 0;
        for (int k = 1; k < temperatures.length; k++)
            if (Math.abs(temperatures[k] - critical) < Math.abs(temperatures[best] - critical)) best = k;
        return best;
    }
}
