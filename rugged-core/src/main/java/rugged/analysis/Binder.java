package rugged.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Binder cumulant g = (3 - [&lt;q^4&gt;]/[&lt;q^2&gt;]^2)/2 of the overlap and its crossings. g is 0 where q is Gaussian, above a transition, and 1 where |q| takes one
 * value; at a continuous transition it does not depend on N, so that the curves of two sizes cross there, up to corrections that vanish with N. At a
 * discontinuous one of a glass (one step of replica-symmetry breaking) g dips below 0 instead. Beside it N([&lt;q^2&gt;] - [&lt;|q|&gt;]^2), which peaks at a
 * transition.
 *
 * <p>Thermal averages come first, averages [.] over the disorder next, ratios last; their errors are those of a jackknife over the samples of the disorder.
 * Crossings: from the lowest temperature up, the first change of sign of g(2nd size) - g(1st), by interpolation linear in T, for each pair of neighbouring
 * sizes; errors by a bootstrap of the samples, which keeps together the temperatures of one sample. Reads what {@code overlap-moments} writes.
 *
 * <p>Source: Binder, Z. Phys. B 43, 119 (1981); Bhatt and Young, Phys. Rev. B 37, 5606 (1988) for the overlap.
 */
@Named(
        value = "binder",
        title = "Binder cumulant",
        doc = "Shape of the distribution of overlaps against temperature and size; where the curves of two sizes"
                + " cross lies a continuous transition.",
        source = "Bhatt and Young, Phys. Rev. B 37, 5606 (1988)",
        year = 1988,
        topics = {"criticality", "replicas"})
public record Binder(
        @Param(doc = "parameter that is the size N, by the last word of its path", def = "n")
        String size,

        @Param(doc = "parameter that is the temperature, by the last word of its path", def = "temperature")
        String temperature,

        @Param(doc = "cases in which crossings are looked for; empty: all", def = "[]")
        List<String> cases,

        @Param(doc = "bootstrap samples", def = "400", min = 50, max = 100000)
        int resamples)
        implements AnalysisSpec {
    /** Binder cumulant. */
    public static final Quantity CUMULANT =
            new Quantity("g", "g", "", List.of(), "(3 - [<q^{4}>]/[<q^{2}>]^{2})/2, averages over the disorder in [ ]");

    /** Connected susceptibility. */
    public static final Quantity CONNECTED =
            new Quantity("chi_q", "\\chi_{q}", "", List.of(), "N ([<q^{2}>] - [<|q|>]^{2})");

    /** Where curves cross. */
    public static final Quantity CROSSING = new Quantity(
            "T_cross",
            "T^{*}",
            "J",
            List.of(),
            "temperature at which the Binder cumulant of this size crosses that of the next smaller one");

    public Binder {
        cases = List.copyOf(cases);
    }

    @Override
    public Set<String> reads() {
        return Overlaps.READ;
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(CUMULANT, CONNECTED, CROSSING);
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        int number = 0;
        for (Map.Entry<Map<String, String>, List<Overlaps>> family :
                Overlaps.families(groups, size, temperature).entrySet()) {
            for (Overlaps curve : family.getValue()) cumulants(curve, out);
            String name = family.getKey().getOrDefault("case", "");
            if (!cases.isEmpty() && !cases.contains(name)) continue;
            List<String> found = new ArrayList<>();
            for (int k = 1; k < family.getValue().size(); k++) {
                Overlaps smaller = family.getValue().get(k - 1);
                Overlaps larger = family.getValue().get(k);
                crossing(smaller, larger, random.stream("bootstrap", number++), out)
                        .ifPresent(found::add);
            }
            if (!found.isEmpty())
                out.say("Binder cumulants " + (name.isEmpty() ? "" : "of " + name + " ") + "cross at T = "
                        + String.join(", ", found) + ".");
        }
    }

    private static void cumulants(Overlaps curve, Conclusions out) {
        for (int k = 0; k < curve.temperatures().length; k++) {
            int at = k;
            if (curve.samples() == 0) continue;
            int n = curve.samples();
            Group group = curve.groups().get(k);
            out.put(
                    group,
                    CUMULANT,
                    curve.binder(k, curve.all()),
                    Resampling.jackknife(n, drawn -> curve.binder(at, drawn)));
            out.put(
                    group,
                    CONNECTED,
                    curve.connected(k, curve.all()),
                    Resampling.jackknife(n, drawn -> curve.connected(at, drawn)));
        }
    }

    private java.util.Optional<String> crossing(
            Overlaps smaller, Overlaps larger, RandomStream random, Conclusions out) {
        if (smaller.samples() == 0 || larger.samples() == 0) return java.util.Optional.empty();
        double value = crossing(smaller, smaller.all(), larger, larger.all());
        double[] again = new double[resamples];
        for (int r = 0; r < resamples; r++)
            again[r] = crossing(
                    smaller,
                    Resampling.draw(smaller.samples(), random),
                    larger,
                    Resampling.draw(larger.samples(), random));
        double error = Resampling.spread(again);
        for (Group group : larger.groups()) out.put(group, CROSSING, value, error);
        if (Double.isNaN(value)) return java.util.Optional.empty();
        return java.util.Optional.of(String.format(
                Locale.ROOT, "%.3f +- %.3f (N = %.0f and %.0f)", value, error, smaller.size(), larger.size()));
    }

    /** The lowest temperature at which the larger size's cumulant falls below the smaller one's; NaN when it never does. */
    static double crossing(Overlaps smaller, int[] first, Overlaps larger, int[] second) {
        double before = Double.NaN;
        double at = Double.NaN;
        for (int k = 0; k < larger.temperatures().length; k++) {
            double t = larger.temperatures()[k];
            int other = java.util.Arrays.binarySearch(smaller.temperatures(), t);
            if (other < 0) continue;
            double difference = larger.binder(k, second) - smaller.binder(other, first);
            if (before > 0.0 && difference <= 0.0) return at + (t - at) * before / (before - difference);
            before = difference;
            at = t;
        }
        return Double.NaN;
    }
}
