package rugged.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.num.Vectors;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * The limit N to infinity of a quantity at its last recorded time, by a weighted least-squares line y = y_inf + A N^{-w} through the sizes; its error is
 * propagated from the standard errors over samples, and multiplied by sqrt(chi^2/freedom) where the points scatter more than these say. The exponent is a
 * choice: 2/3 is how far the extreme eigenvalues of random matrices lie inside their edge, and with it the energies at which finite glasses stop. A
 * straight line through three sizes is no proof of it; set beside it what another exponent gives.
 */
@Named(
        value = "extrapolation",
        title = "Extrapolation to infinite size",
        doc = "The limit of a quantity for N to infinity, from the straight line through its values against a power of"
                + " 1/N.",
        topics = {"finite size"})
public record Extrapolation(
        @Param(doc = "quantity, at its last time", def = "e")
        String quantity,

        @Param(doc = "w in N^{-w}", symbol = "w", def = "0.6666666666666666", min = 0, above = true)
        double exponent,

        @Param(
                doc = "the further axis at which it is read, such as the first of several eigenvalues; ignored where it"
                        + " has none",
                def = "1")
        double at,

        @AnalysisParameters.SizeName String size)
        implements AnalysisSpec {
    public Extrapolation {
        if (Double.isInfinite(exponent))
            throw new BadParameter("exponent", exponent, "leaves no dependence on the size", "such as 0.667 or 1");
    }

    @Override
    public Set<String> reads() {
        return Set.of(quantity);
    }

    /** The limit. */
    public Quantity limit() {
        return new Quantity(
                quantity + "_inf",
                quantity + "_{\u221e}",
                "",
                List.of(),
                "limit of " + quantity + " for N to infinity, from a line in a power of 1/N");
    }

    /** What is extrapolated, and its limit at x = 0. */
    public Quantity line() {
        return new Quantity(
                quantity + "_end",
                quantity,
                "",
                List.of("x"),
                quantity + " at its last time against x = N^{-w}, w the exponent of the extrapolation; its limit at 0");
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(limit(), line());
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        for (Families family : Families.along(size, groups, _ -> true)) extrapolate(family, out);
    }

    private void extrapolate(Families family, Conclusions out) {
        TreeMap<Double, Group> sizes = family.groups();
        double[] x = new double[sizes.size()];
        double[] y = new double[x.length];
        double[] errors = new double[x.length];
        int i = 0;
        for (Map.Entry<Double, Group> one : sizes.entrySet()) {
            double[] values = values(one.getValue());
            x[i] = Math.pow(one.getKey(), -exponent);
            y[i] = Vectors.mean(values);
            errors[i] = Resampling.jackknife(values.length, drawn -> Vectors.mean(values, drawn));
            out.put(one.getValue(), line(), y[i], errors[i], x[i]);
            i++;
        }
        Line line = Line.through(x, y, errors);
        double scatter = line.freedom() > 0 ? Math.max(1.0, Math.sqrt(line.chiSquare() / line.freedom())) : 1.0;
        for (Group group : sizes.values()) out.put(group, limit(), line.intercept(), line.interceptError() * scatter);
        if (Double.isNaN(line.intercept())) return;
        out.put(sizes.lastEntry().getValue(), line(), line.intercept(), line.interceptError() * scatter, 0.0);
        out.say(String.format(
                Locale.ROOT,
                "%s at its end tends to %.4f +- %.4f for N to infinity%s (line in N^-%.2f, chi^2 = %.1f on %d).",
                quantity,
                line.intercept(),
                line.interceptError() * scatter,
                family.where(),
                exponent,
                line.chiSquare(),
                line.freedom()));
    }

    /** One value for each sample: the last one at the wanted place of the further axis. */
    private double[] values(Group group) {
        List<Double> values = new ArrayList<>();
        for (Sample sample : group.samples()) {
            double value = Double.NaN;
            double latest = Double.NEGATIVE_INFINITY;
            for (Reading reading : sample.readings(quantity)) {
                double[] axes = reading.axes();
                double time = axes.length > 0 ? axes[0] : 0.0;
                if (time < latest || (axes.length > 1 && Math.abs(axes[1] - at) > 1e-9)) continue;
                latest = time;
                value = reading.value();
            }
            if (!Double.isNaN(value)) values.add(value);
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
