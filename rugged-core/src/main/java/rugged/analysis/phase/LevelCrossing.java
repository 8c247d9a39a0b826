package rugged.analysis.phase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import rugged.analysis.Families;
import rugged.analysis.Resampling;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Where the mean of a quantity over samples crosses a level along one parameter, for each value of all others: a point of a phase boundary for each value of a second parameter. Means are of the last record of each sample, and of the seeds that are there at every value of the parameter; between neighbouring values they
 * are joined by straight lines, and the first crossing from below counts, upwards or downwards. Errors are half of the middle 68 % of a bootstrap of the seeds, which keeps together the values of one seed. Where the level is not crossed it is undefined; so is its error where a third or more of the drawn sets do not
 * cross it. Straight lines between few values are a systematic error that is not in it: half of the distance to the neighbours bounds it.
 */
@Named(
        value = "level-crossing",
        title = "Where a level is crossed",
        doc = "Value of a parameter at which a recorded quantity crosses a level, for each value of the other"
                + " parameters: a phase boundary from a sweep in two.",
        topics = {"criticality", "scaling"})
public record LevelCrossing(
        @Param(doc = "quantity that crosses the level") String quantity,

        @Param(doc = "parameter along which it does, by the last word of its path", def = "alpha")
        String along,

        @Param(doc = "the level") double level,

        @Param(doc = "bootstrap samples", def = "400", min = 50, max = 100000)
        int resamples)
        implements AnalysisSpec {
    private static final double ENOUGH = 2.0 / 3.0;

    /** Checks the level. */
    public LevelCrossing {
        if (!Double.isFinite(level)) throw new BadParameter("level", level, "is no level", "a finite number");
    }

    /** What it writes. */
    Quantity written() {
        return new Quantity(
                quantity + "_crossing",
                along + "^{*}",
                "",
                List.of(),
                along + " at which the mean of " + quantity + " crosses " + level);
    }

    @Override
    public Set<String> reads() {
        return Set.of(quantity);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(written());
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        int number = 0;
        for (Families family : Families.along(along, groups, group -> group.simulated() && recorded(group))) {
            Group place = new Group(
                    family.rest(), family.groups().firstEntry().getValue().samples());
            Sweep sweep = sweep(family);
            double[] all = sweep.means(sweep.everyone());
            double found = crossing(sweep.places(), all);
            if (Double.isNaN(found)) {
                out.undefined(place, written(), why(sweep, all));
                continue;
            }
            double error = error(sweep, random.stream("bootstrap", number++));
            out.put(place, written(), found, error);
            out.say(String.format(
                    Locale.ROOT,
                    "%s crosses %s at %s = %.4g +- %.2g%s.",
                    quantity,
                    level,
                    along,
                    found,
                    error,
                    family.where()));
        }
    }

    private boolean recorded(Group group) {
        return group.samples().stream().anyMatch(sample -> Double.isFinite(last(sample)));
    }

    private double last(Sample sample) {
        List<Reading> readings = sample.readings(quantity);
        return readings.isEmpty() ? Double.NaN : readings.getLast().value();
    }

    private String why(Sweep sweep, double[] means) {
        if (sweep.places().length < 2 || sweep.seeds() == 0)
            return "fewer than two values of " + along + " have samples in common";
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double mean : means) {
            least = Math.min(least, mean);
            most = Math.max(most, mean);
        }
        return String.format(Locale.ROOT, "it goes from %.4g to %.4g and does not cross %s", least, most, level);
    }

    private Sweep sweep(Families family) {
        List<Map<String, Double>> bySeed = new ArrayList<>();
        Set<String> seeds = new TreeSet<>();
        for (Group group : family.groups().values()) {
            Map<String, Double> values = new LinkedHashMap<>();
            for (Sample sample : group.samples())
                if (Double.isFinite(last(sample))) values.put(sample.seed(), last(sample));
            if (bySeed.isEmpty()) seeds.addAll(values.keySet());
            else seeds.retainAll(values.keySet());
            bySeed.add(values);
        }
        double[] places = family.groups().keySet().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        double[][] values = new double[places.length][];
        for (int k = 0; k < places.length; k++)
            values[k] = seeds.stream().mapToDouble(bySeed.get(k)::get).toArray();
        return new Sweep(places, values);
    }

    private double error(Sweep sweep, RandomStream random) {
        int n = sweep.seeds();
        if (n < 2) return Double.NaN;
        double[] drawn = new double[resamples];
        int found = 0;
        for (int k = 0; k < resamples; k++) {
            drawn[k] = crossing(sweep.places(), sweep.means(Resampling.draw(n, random)));
            if (!Double.isNaN(drawn[k])) found++;
        }
        return found > ENOUGH * resamples ? Resampling.few(n) * Resampling.middle(drawn) : Double.NaN;
    }

    /** The first crossing from the lowest place up; NaN where there is none. */
    private double crossing(double[] places, double[] means) {
        for (int k = 1; k < places.length; k++) {
            double before = means[k - 1] - level;
            double after = means[k] - level;
            if (before == 0.0) return places[k - 1];
            if (before * after <= 0.0) return places[k - 1] + (places[k] - places[k - 1]) * before / (before - after);
        }
        return Double.NaN;
    }

    /**
     * A quantity along a parameter.
     *
     * @param places values of the parameter, ascending
     * @param values [place][common seed]
     */
    private record Sweep(double[] places, double[][] values) {
        int seeds() {
            return values.length == 0 ? 0 : values[0].length;
        }

        int[] everyone() {
            int[] all = new int[seeds()];
            for (int s = 0; s < all.length; s++) all[s] = s;
            return all;
        }

        double[] means(int[] drawn) {
            double[] means = new double[places.length];
            for (int k = 0; k < means.length; k++) {
                double sum = 0.0;
                for (int s : drawn) sum += values[k][s];
                means[k] = sum / drawn.length;
            }
            return means;
        }
    }
}
