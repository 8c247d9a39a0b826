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
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Binder cumulant g = (3 - [&lt;q^4&gt;]/[&lt;q^2&gt;]^2)/2 of an order parameter q, the overlap of replicas or the magnetisation, and its crossings. g is 0 where q is Gaussian, above a transition, and 1 where |q| takes one
 * value; at a continuous transition it does not depend on N, so that the curves of two sizes cross there, up to corrections that vanish with N. At a
 * discontinuous one of a glass (one step of replica-symmetry breaking) g dips below 0 instead. Beside it N([&lt;q^2&gt;] - [&lt;|q|&gt;]^2), which peaks at a
 * transition.
 *
 * <p>The corrections to scaling of mean-field glasses are of order N^{-1/3}, beside a rounding of N^{-1/3}: the crossing of sizes N and bN lies N^{-2/3} from the
 * transition, to leading order, and a line in N^{-2/3} through the crossings gives their limit. Of mean-field ferromagnets both are of order N^{-1/2}, and the line is one in 1/N ({@code shift: 1}). N is the value of the parameter that
 * is the size: of layers of spins, their width.
 *
 * <p>Thermal averages come first, averages [.] over the disorder next, ratios last; their errors are those of a jackknife over the samples of the disorder.
 * Crossings, for each pair of neighbouring sizes: the zero of a line through g(2nd size) - g(1st) in a window of temperatures, or, without one, from the lowest
 * temperature up the first change of sign, by interpolation linear in T; errors by a bootstrap of the samples, which keeps together the temperatures
 * of one sample, half of the middle 68 % of its values. Reads what {@code overlap-moments}, {@code tempered-averages} or {@code tempered-magnetisation} write; on a ladder of temperatures its quantities end in _T, those of the magnetisation in _m before it.
 *
 * <p>Source: Binder, Z. Phys. B 43, 119 (1981); Bhatt and Young, Phys. Rev. B 37, 5606 (1988) for the overlap.
 */
@Named(
        value = "binder",
        title = "Binder cumulant",
        doc = "Shape of the distribution of overlaps, or of the magnetisation, against temperature and size; where the"
                + " curves of two sizes cross lies a continuous transition.",
        source = "Bhatt and Young, Phys. Rev. B 37, 5606 (1988)",
        year = 1988,
        topics = {"criticality", "replicas"})
public record Binder(
        @Param(doc = "order parameter: overlap or magnetisation (on a ladder)", def = "overlap")
        OrderParameter order,

        @AnalysisParameters.SizeName String size,

        @Param(doc = "parameter that is the temperature, by the last word of its path", def = "temperature")
        String temperature,

        @Param(
                doc = "whether each run holds a ladder of temperatures (tempered-averages), rather than one"
                        + " (overlap-moments)",
                def = "false")
        boolean ladder,

        @Param(doc = "cases in which crossings are looked for; empty: all", def = "[]")
        List<String> cases,

        @Param(
                doc = "lowest and highest temperature of the straight line whose zero is the crossing; empty: the first"
                        + " change of sign",
                def = "[]",
                min = 0.0,
                reason = "a line through several temperatures of one sample is less noisy than a change of sign, which"
                        + " noise brings about where the curves are close")
        List<Double> window,

        @Param(
                doc = "power by which crossings go to their limit, N^{-shift}",
                def = "0.6666666666666666",
                min = 0.0,
                above = true,
                max = 10,
                reason = "mean-field glasses; 1 for mean-field ferromagnets")
        double shift,

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

    /** Their limit. */
    public static final Quantity LIMIT = new Quantity(
            "T_cross_inf",
            "T^{*}_{\u221e}",
            "J",
            List.of(),
            "limit of T_cross for N to infinity, from a line in N^{-shift} (2/3), N the smaller size of each pair");

    public Binder {
        cases = List.copyOf(cases);
        window = List.copyOf(window);
        if (!window.isEmpty() && !(window.size() == 2 && window.getFirst() < window.getLast()))
            throw new BadParameter("window", window, "is no interval of temperatures", "[lowest, highest], or []");
    }

    @Override
    public Set<String> reads() {
        return OverlapSamples.read(order, ladder);
    }

    @Override
    public List<Quantity> quantities() {
        Quantity cumulant = order.of(CUMULANT);
        Quantity connected = order.of(CONNECTED);
        return List.of(
                cumulant,
                connected,
                order.of(CROSSING),
                order.of(LIMIT),
                OverlapSamples.onLadder(cumulant),
                OverlapSamples.onLadder(connected));
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        int number = 0;
        for (Map.Entry<Map<String, String>, List<OverlapSamples>> family :
                OverlapSamples.families(order, groups, size, temperature).entrySet()) {
            List<OverlapSamples> curves = family.getValue().stream()
                    .filter(curve -> curve.samples() > 0)
                    .toList();
            for (OverlapSamples curve : curves) cumulants(curve, out);
            String name = family.getKey().getOrDefault("case", "");
            if (!cases.isEmpty() && !cases.contains(name) || curves.size() < 2) continue;
            crossings(name, curves, random.stream("bootstrap", number++), out);
        }
    }

    private void cumulants(OverlapSamples curve, Conclusions out) {
        int n = curve.samples();
        for (int k = 0; k < curve.temperatures().length; k++) {
            int at = k;
            double g = curve.binder(k, curve.all());
            curve.put(out, k, order.of(CUMULANT), g, Resampling.jackknife(n, drawn -> curve.binder(at, drawn)));
            double chi = curve.connected(k, curve.all());
            curve.put(out, k, order.of(CONNECTED), chi, Resampling.jackknife(n, drawn -> curve.connected(at, drawn)));
        }
    }

    /** Of several bootstraps that go together, the factor of the one with the fewest samples. */
    private static double few(List<OverlapSamples> curves) {
        return Resampling.few(
                curves.stream().mapToInt(OverlapSamples::samples).min().orElse(0));
    }

    /** All crossings of one family and their limit; the bootstrap repeats everything, since neighbouring crossings share a size. */
    private void crossings(String name, List<OverlapSamples> curves, RandomStream random, Conclusions out) {
        int pairs = curves.size() - 1;
        double[][] again = new double[pairs + 1][resamples];
        double[] errors = new double[pairs];
        java.util.Arrays.fill(errors, 1.0);
        double[][] drawn = new double[resamples][];
        for (int r = 0; r < resamples; r++) {
            drawn[r] = all(
                    curves,
                    curves.stream()
                            .map(curve -> Resampling.draw(curve.samples(), random))
                            .toList());
            for (int k = 0; k < pairs; k++) again[k][r] = drawn[r][k];
        }
        double[] value = all(curves, curves.stream().map(OverlapSamples::all).toList());
        for (int k = 0; k < pairs; k++) errors[k] = few(curves.subList(k, k + 2)) * Resampling.middle(again[k]);
        for (int r = 0; r < resamples; r++)
            again[pairs][r] = limit(curves, drawn[r], errors).intercept();
        double limit = limit(curves, value, errors).intercept();
        double limitError = few(curves) * Resampling.middle(again[pairs]);
        List<String> found = new ArrayList<>();
        for (int k = 0; k < pairs; k++) {
            OverlapSamples larger = curves.get(k + 1);
            larger.putAll(out, order.of(CROSSING), value[k], errors[k]);
            larger.putAll(out, order.of(LIMIT), limit, limitError);
            if (Double.isNaN(value[k])) continue;
            found.add(String.format(
                    Locale.ROOT,
                    "%.3f +- %.3f (N = %.0f and %.0f)",
                    value[k],
                    errors[k],
                    curves.get(k).size(),
                    larger.size()));
        }
        if (!found.isEmpty()) out.say(sentence(name, found, limit, limitError));
    }

    private String sentence(String name, List<String> found, double limit, double error) {
        String tends = Double.isNaN(limit)
                ? ""
                : String.format(Locale.ROOT, "; a line in %s ends at %.3f +- %.3f", power(), limit, error);
        String cumulants = order == OrderParameter.OVERLAP ? "Binder cumulants " : "Binder cumulants of m ";
        return cumulants + (name.isEmpty() ? "" : "of " + name + " ") + "cross at T = " + String.join(", ", found)
                + tends + ".";
    }

    private String power() {
        if (shift == 2.0 / 3.0) return "N^{-2/3}";
        return shift == 1.0 ? "1/N" : String.format(Locale.ROOT, "N^{-%.3g}", shift);
    }

    private double[] all(List<OverlapSamples> curves, List<int[]> drawn) {
        double[] crossings = new double[curves.size() - 1];
        for (int k = 0; k < crossings.length; k++)
            crossings[k] = crossing(curves.get(k), drawn.get(k), curves.get(k + 1), drawn.get(k + 1));
        return crossings;
    }

    /** The line of crossings against N^{-(1/nu + omega)}, N the smaller size. */
    private Line limit(List<OverlapSamples> curves, double[] crossings, double[] errors) {
        double[] x = new double[crossings.length];
        for (int k = 0; k < x.length; k++) x[k] = Math.pow(curves.get(k).size(), -shift);
        return Line.through(x, crossings, errors);
    }

    private double crossing(OverlapSamples smaller, int[] first, OverlapSamples larger, int[] second) {
        double[] t = new double[larger.temperatures().length];
        double[] difference = new double[t.length];
        int count = 0;
        for (int k = 0; k < t.length; k++) {
            double at = larger.temperatures()[k];
            int other = java.util.Arrays.binarySearch(smaller.temperatures(), at);
            if (other < 0 || !window.isEmpty() && (at < window.getFirst() || at > window.getLast())) continue;
            t[count] = at;
            difference[count++] = larger.binder(k, second) - smaller.binder(other, first);
        }
        return window.isEmpty() ? change(t, difference, count) : root(t, difference, count);
    }

    /** The lowest temperature at which the difference falls below 0; NaN when it never does. */
    private static double change(double[] t, double[] difference, int count) {
        for (int k = 1; k < count; k++) {
            double before = difference[k - 1];
            if (before > 0.0 && difference[k] <= 0.0)
                return t[k - 1] + (t[k] - t[k - 1]) * before / (before - difference[k]);
        }
        return Double.NaN;
    }

    /** Where a straight line through the difference vanishes; NaN unless it falls. */
    private static double root(double[] t, double[] difference, int count) {
        double[] ones = new double[count];
        java.util.Arrays.fill(ones, 1.0);
        Line line = Line.through(java.util.Arrays.copyOf(t, count), java.util.Arrays.copyOf(difference, count), ones);
        return line.slope() < 0.0 ? -line.intercept() / line.slope() : Double.NaN;
    }
}
