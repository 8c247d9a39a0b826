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
import rugged.params.Param;

/**
 * Whether ladders of temperatures did their work: the least mean acceptance of any pair of neighbours, averaged over samples, and the least number of round trips of any
 * sample, for each set of parameters. Says so in words, and warns where a pair exchanges in less than one attempt of ten, or where a sample never made the
 * trip from the coldest rung to the hottest and back: its coldest rung may then still remember how it began. Reads what {@code exchanges} writes, at its last time.
 *
 * <p>Source: Earl and Deem, Phys. Chem. Chem. Phys. 7, 3910 (2005) for the acceptance.
 */
@Named(
        value = "tempering-verdict",
        title = "Verdict on a tempering",
        doc = "Least acceptance and fewest round trips of ladders of temperatures, with warnings.",
        source = "Earl and Deem, Phys. Chem. Chem. Phys. 7, 3910 (2005)",
        year = 2005,
        topics = {"thermal", "replicas"})
public record TemperingVerdict(
        @Param(
                doc = "acceptance below which a pair is warned of",
                def = "0.1",
                min = 0,
                max = 1,
                reason = "the number of exchanges falls with it, and round trips with its square")
        double least)
        implements AnalysisSpec {
    /** Least acceptance. */
    public static final Quantity ACCEPTANCE = new Quantity(
            "a_least",
            "a_{min}",
            "",
            List.of(),
            "mean acceptance over samples of the pair of neighbouring temperatures that exchanges least");

    /** Fewest trips. */
    public static final Quantity TRIPS = new Quantity(
            "trips_least", "n_{min}", "", List.of(), "round trips, averaged over replicas, of the sample with fewest");

    private static final String ACCEPTED = "a_swap";
    private static final String MADE = "trips";

    @Override
    public Set<String> reads() {
        return Set.of(ACCEPTED, MADE);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(ACCEPTANCE, TRIPS);
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        List<String> warnings = new ArrayList<>();
        double lowest = Double.NaN;
        double fewest = Double.NaN;
        for (Group group : groups) {
            List<Double> trips = group.samples().stream()
                    .map(sample -> sample.readings(MADE))
                    .filter(readings -> !readings.isEmpty())
                    .map(readings -> readings.getLast().value())
                    .toList();
            if (trips.isEmpty()) continue;
            double few = trips.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
            double[] pair = worst(group);
            out.put(group, ACCEPTANCE, pair[1], pair[2]);
            out.put(group, TRIPS, few, Double.NaN);
            lowest = Double.isNaN(lowest) ? pair[1] : Math.min(lowest, pair[1]);
            fewest = Double.isNaN(fewest) ? few : Math.min(fewest, few);
            if (pair[1] < least)
                warnings.add(String.format(
                        Locale.ROOT,
                        "%s: rungs %.0f and %.0f exchange in %.3f of attempts only",
                        where(group),
                        pair[0],
                        pair[0] + 1,
                        pair[1]));
            long none = trips.stream().filter(count -> count < 1).count();
            if (none > 0)
                warnings.add(where(group) + ": no round trip in " + none + " of " + trips.size() + " samples");
        }
        if (Double.isNaN(fewest)) return;
        String travelled = fewest < 1
                ? "not every sample made a round trip"
                : String.format(Locale.ROOT, "every sample made %.1f round trips or more", fewest);
        out.say(String.format(
                Locale.ROOT,
                "Neighbouring temperatures exchange in %.2f of attempts or more, and %s.",
                lowest,
                travelled));
        if (!warnings.isEmpty()) out.say("Warning: " + String.join("; ", warnings) + ".");
    }

    /** The pair with the least acceptance: its number, mean and standard error over samples. */
    private static double[] worst(Group group) {
        Map<Double, List<Double>> byPair = new TreeMap<>();
        for (Sample sample : group.samples()) {
            Map<Double, Double> last = new TreeMap<>();
            for (Reading reading : sample.readings(ACCEPTED))
                if (!Double.isNaN(reading.value())) last.put(reading.axes()[1], reading.value());
            last.forEach((pair, value) ->
                    byPair.computeIfAbsent(pair, one -> new ArrayList<>()).add(value));
        }
        double[] worst = {Double.NaN, Double.NaN, Double.NaN};
        byPair.forEach((pair, values) -> {
            double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
            double mean = 0.0;
            for (double value : all) mean += value / all.length;
            if (Double.isNaN(worst[1]) || mean < worst[1]) {
                worst[0] = pair;
                worst[1] = mean;
                worst[2] = Resampling.spread(all) / Math.sqrt(all.length);
            }
        });
        return worst;
    }

    private static String where(Group group) {
        List<String> parts = new ArrayList<>();
        group.coordinates()
                .forEach((path, value) -> parts.add(path.substring(path.lastIndexOf('.') + 1) + " = " + value));
        return parts.isEmpty() ? "this system" : String.join(", ", parts);
    }
}
