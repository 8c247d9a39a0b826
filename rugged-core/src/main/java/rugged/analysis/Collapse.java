package rugged.analysis;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Whether the age enters only through the strength of the noise: the aging exponent of the displacement in units of the noise at each age, Delta/D(tw), beside
 * that of Delta ({@link AgingExponent}, in the same manner and from the same ages). Where nothing but the noise has aged mu_D is 0; where mu_D is mu the noise has nothing to do
 * with it. mu_taken is their difference over the ages that both have. Nothing is given where D is the same at all ages, as in a bath, for which mu_D is
 * mu by construction.
 *
 * <p>Source: the noise-rescaled collapse of Baity-Jesi et al., J. Stat. Mech. 124013 (2019).
 */
@Named(
        value = "collapse",
        title = "Noise-rescaled collapse",
        doc = "The aging exponent of displacements in units of each age's own noise, beside that of the displacements.",
        source = "Baity-Jesi et al., J. Stat. Mech. 124013 (2019)",
        year = 2019,
        topics = {"aging", "noise", "two times"})
public record Collapse(
        @Param(doc = "the displacement", def = "msd") String raw,

        @Param(doc = "the displacement over D(tw)", def = "msd_D")
        String scaled,

        @AnalysisParameters.YoungestAge double from,

        @Param(doc = "parameter that tells apart what is compared", def = "dynamics")
        String between)
        implements AnalysisSpec {
    /** The exponent in units of the noise. */
    public static final Quantity SCALED = new Quantity(
            "mu_D",
            "\u03bc_{D}",
            "",
            List.of(),
            "aging exponent of Delta/D(t_{w}): 0 where nothing but the strength of the noise has aged");

    /** Its slopes between neighbouring ages. */
    public static final Quantity LOCAL = new Quantity(
            "mu_D_local",
            "d ln t_{D}^{*}/d ln t_{w}",
            "",
            List.of("tw"),
            "slope of ln t^{*} of Delta/D(t_{w}) between two neighbouring ages, at their geometric mean");

    /** What the noise has of the exponent. */
    public static final Quantity TAKEN = new Quantity(
            "mu_taken",
            "\u03bc - \u03bc_{D}",
            "",
            List.of(),
            "aging exponent of Delta minus that of Delta/D(t_{w}), from the same samples");

    /** From here on two strengths of noise are two. */
    private static final double SAME = 1e-6;

    @Override
    public double youngest() {
        return from;
    }

    @Override
    public Set<String> reads() {
        return Set.of(raw, scaled);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(SCALED, LOCAL, TAKEN);
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        of(groups, raw, scaled, from, between).forEach((coordinates, found) -> {
            Group group = found.scaled().group();
            Crossings crossings = found.scaled().crossings();
            crossings.putLocal(group, LOCAL, out);
            if (crossings.bent()) {
                out.undefined(group, SCALED, crossings.why());
            } else if (!Double.isNaN(crossings.slope())) {
                out.putSystematic(
                        group,
                        SCALED,
                        crossings.slope(),
                        crossings.slopeError(),
                        found.scaled().systematic());
            }
            if (!Double.isNaN(found.taken())) out.put(group, TAKEN, found.taken(), found.error());
        });
    }

    /**
     * Both exponents of a system.
     *
     * @param scaled of Delta/D
     * @param taken mu - mu_D
     * @param error its jackknife error
     */
    record Both(Scaling scaled, double taken, double error) {}

    /** Systems whose noise changes with the age. */
    static Map<Map<String, String>, Both> of(
            List<Group> groups, String raw, String scaled, double from, String between) {
        List<Group> changing = groups.stream()
                .filter(group -> changes(Ages.of(group, scaled), from))
                .toList();
        Map<Map<String, String>, Scaling> plain = new LinkedHashMap<>();
        for (Scaling one : Scaling.of(groups, raw, 0.0, from, between))
            plain.put(one.group().coordinates(), one);
        Map<Map<String, String>, Both> all = new LinkedHashMap<>();
        for (Scaling one : Scaling.of(changing, scaled, 0.0, from, between)) {
            Scaling before = plain.get(one.group().coordinates());
            if (before == null || one.crossings().tw().length == 0) continue;
            all.put(one.group().coordinates(), taken(before, one));
        }
        return all;
    }

    private static Both taken(Scaling before, Scaling after) {
        Ages first = before.ages();
        Ages second = after.ages();
        double difference = difference(before, after, first.all());
        boolean same = first.seeds().equals(second.seeds());
        double error =
                same ? Resampling.jackknife(first.samples(), drawn -> difference(before, after, drawn)) : Double.NaN;
        return new Both(after, same ? difference : Double.NaN, error);
    }

    private static double difference(Scaling before, Scaling after, int[] drawn) {
        return Crossings.slope(before.ages(), both(before, after), before.level(), drawn)
                - Crossings.slope(after.ages(), both(after, before), after.level(), drawn);
    }

    /** The ages of one that the other has as well. */
    private static int[] both(Scaling one, Scaling other) {
        Set<Double> ages = new HashSet<>();
        for (int a : other.shared().chosen()) ages.add(other.ages().tw()[a]);
        return Arrays.stream(one.shared().chosen())
                .filter(a -> ages.contains(one.ages().tw()[a]))
                .toArray();
    }

    /** Whether what is below the quotient differs between ages. */
    private static boolean changes(Ages scaled, double from) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0.0;
        for (int a = 0; a < scaled.below().length; a++) {
            if (scaled.tw()[a] < from) continue;
            double sum = 0.0;
            for (double[] sample : scaled.below()[a]) sum += sample[0];
            least = Math.min(least, sum);
            most = Math.max(most, sum);
        }
        return most > (1.0 + SAME) * least;
    }
}
