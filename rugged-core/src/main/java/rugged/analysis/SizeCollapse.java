package rugged.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import rugged.analysis.SizeCurves.Exponents;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.CollapseQuality;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Whether curves of several sizes N fall on one: the mean of a quantity at its last time, times N^b, against (x - xc) N^a, x a parameter. How well is the mean squared distance of each point from the other
 * curves in units of both errors ({@link CollapseQuality}): about 1 where they agree, and so for points whose errors are too large to disagree. Those of xc, a and b that are named under {@code fit} are varied from their values until it is
 * least, by a simplex; their errors are the scatter over a bootstrap of the samples, a seed drawn for all x of a size at once.
 *
 * <p>A collapse on one size, or of sizes whose curves do not overlap, is undefined. A fitted exponent is one of an interval of x and N: set beside it what a narrower window gives.
 *
 * <p>Source: Houdayer and Hartmann, Phys. Rev. B 70, 014418 (2004).
 */
@Named(
        value = "size-collapse",
        title = "Collapse of several sizes",
        doc = "How well curves of several sizes fall on one after scaling with powers of the size, and the place and"
                + " exponents with which they do best.",
        source = "Houdayer and Hartmann, Phys. Rev. B 70, 014418 (2004)",
        year = 2004,
        topics = {"finite size", "scaling", "criticality"})
public record SizeCollapse(
        @Param(doc = "quantity, at its last time") String quantity,
        @AnalysisParameters.Along String along,
        @AnalysisParameters.SizeName String size,

        @Param(doc = "where curves of all sizes meet", symbol = "x_{c}", def = "0")
        double critical,

        @Param(doc = "x - xc is multiplied by this power of the size", symbol = "a", def = "0.5")
        double across,

        @Param(doc = "the quantity is multiplied by this power of the size", symbol = "b", def = "0")
        double up,

        @Param(doc = "those of the three that are varied for the best collapse; the others stay", def = "[]")
        List<CollapseParameter> fit)
        implements AnalysisSpec {
    private static final int DRAWS = 100;

    public SizeCollapse {
        fit = List.copyOf(fit);
    }

    private Quantity number(String name, String symbol, String definition) {
        return new Quantity(quantity + name, symbol, "", List.of(), definition);
    }

    private Quantity quality() {
        return number(
                "_collapse",
                "S",
                "mean squared distance of points from the curves of other sizes, in units of both errors: about 1 where"
                        + " all fall on one");
    }

    private Quantity across(CollapseParameter free) {
        return switch (free) {
            case CRITICAL ->
                number("_critical", "x_{c}", "place at which curves of all sizes meet, for the best collapse");
            case ACROSS ->
                number("_across", "a", "power of the size that stretches the parameter, for the best collapse");
            case UP -> number("_up", "b", "power of the size that multiplies the quantity, for the best collapse");
        };
    }

    private Quantity place() {
        return number("_place", "(x - x_{c}) N^{a}", "distance of the parameter from xc, times the power of the size");
    }

    private Quantity scaled() {
        return number("_scaled", "y N^{b}", "the quantity times the power of the size");
    }

    @Override
    public Set<String> reads() {
        return Set.of(quantity);
    }

    @Override
    public List<Quantity> quantities() {
        List<Quantity> all = new ArrayList<>(List.of(quality(), place(), scaled()));
        for (CollapseParameter free : CollapseParameter.values()) all.add(across(free));
        return List.copyOf(all);
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        Map<Map<String, String>, List<SizeCurves.Curve>> families = SizeCurves.families(groups, size, along, quantity);
        families.forEach((rest, curves) -> collapse(new SizeCurves(curves), random, out));
    }

    private void collapse(SizeCurves curves, Streams random, Conclusions out) {
        Exponents given = new Exponents(critical, across, up);
        Exponents best = fit.isEmpty() ? given : curves.best(given, Set.copyOf(fit), curves.all());
        CollapseQuality found = curves.quality(best, curves.all());
        String why = curves.sizes() < 2 ? "one size has nothing to fall on" : "no curves overlap";
        double[] errors = errors(curves, best, random);
        for (SizeCurves.Curve curve : curves.curves()) {
            for (int k = 0; k < curve.groups().size(); k++) {
                Group group = curve.groups().get(k);
                if (found.pairs() == 0) out.undefined(group, quality(), why);
                else out.put(group, quality(), found.value(), Double.NaN);
                for (CollapseParameter free : fit) {
                    if (found.pairs() == 0) out.undefined(group, across(free), why);
                    else out.put(group, across(free), best.of(free), errors[free.ordinal()]);
                }
                out.put(group, place(), best.across(curve.size(), curve.x()[k]), 0.0);
                double factor = Math.pow(curve.size(), best.up());
                CollapseQuality.Point point = curves.point(curve, k, curves.all());
                out.put(group, scaled(), factor * point.y(), factor * point.error());
            }
        }
        out.say(sentence(curves, best, errors, found, why));
    }

    private double[] errors(SizeCurves curves, Exponents best, Streams random) {
        double[][] drawn = new double[CollapseParameter.values().length][DRAWS];
        if (fit.isEmpty() || curves.seeds() < 2) return filled();
        RandomStream stream = random.stream("size-collapse", 0);
        for (int d = 0; d < DRAWS; d++) {
            Exponents other = curves.best(best, Set.copyOf(fit), curves.drawn(stream));
            for (CollapseParameter free : CollapseParameter.values()) drawn[free.ordinal()][d] = other.of(free);
        }
        double few = Resampling.few(curves.seeds());
        return Arrays.stream(drawn)
                .mapToDouble(one -> few * Resampling.spread(one))
                .toArray();
    }

    private static double[] filled() {
        double[] none = new double[CollapseParameter.values().length];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    private String sentence(SizeCurves curves, Exponents best, double[] errors, CollapseQuality found, String why) {
        if (found.pairs() == 0) return quantity + " has no collapse: " + why + ".";
        StringBuilder fitted = new StringBuilder();
        for (CollapseParameter free : fit)
            fitted.append(String.format(
                    Locale.ROOT, ", %s = %.4g +- %.2g", across(free).symbol(), best.of(free), errors[free.ordinal()]));
        return String.format(
                Locale.ROOT,
                "%s of %d sizes: mean squared distance of the scaled curves %.2f in units of their errors, %d pairs%s.",
                quantity,
                curves.sizes(),
                found.value(),
                found.pairs(),
                fitted);
    }
}
