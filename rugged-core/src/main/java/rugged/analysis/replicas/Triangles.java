package rugged.analysis.replicas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import rugged.analysis.Resampling;
import rugged.api.AnalysisSpec;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.Streams;

/**
 * How far triangles of three replicas are from isosceles ones, at every temperature of a ladder, in the last window of time:
 *
 * <pre>K = [&lt;q_mid - q_min&gt;]/sigma,   sigma^2 = [&lt;q^2&gt;] - [&lt;|q|&gt;]^2</pre>
 *
 * <p>Thermal averages come first, averages [.] over the disorder next, the ratio last; its error is that of a jackknife over the samples. Three overlaps that are independent and Gaussian, as those of a paramagnet for large N, have K = 1.2155; where it goes to 0 with N while
 * sigma does not, states are ultrametric. Reads what {@code ultrametricity} and, for the same replicas and windows, {@code tempered-averages} write.
 *
 * <p>Source: K: Hartnett, Parker and Geist, Phys. Rev. E 98, 022116 (2018).
 */
@Named(
        value = "triangles",
        title = "Triangles of replicas",
        doc = "Difference of the two smaller overlaps of three replicas over the width of the distribution of overlaps,"
                + " averages over samples first.",
        source = "Hartnett, Parker and Geist, Phys. Rev. E 98, 022116 (2018)",
        year = 2018,
        topics = {"replicas", "thermal"})
public record Triangles() implements AnalysisSpec {
    private static final String GAP = Quantities.LADDER_GAP.name();
    private static final String ABSOLUTE = "q_abs_T";
    private static final String SQUARE = "q2_T";

    private static final Quantity RATIO = new Quantity(
            "K_T",
            "K",
            "",
            List.of("T_k"),
            "[<q_{mid} - q_{min}>] of three replicas over the width ([<q^{2}>] - [<|q|>]^{2})^{1/2}, in the last"
                    + " window");

    @Override
    public Set<String> reads() {
        return Set.of(GAP, ABSOLUTE, SQUARE);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(RATIO);
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        for (Group group : groups) {
            Map<Double, List<double[]>> places = new TreeMap<>();
            for (Sample sample : group.samples()) gather(sample, places);
            places.forEach((temperature, rows) -> {
                int[] all = IntStream.range(0, rows.size()).toArray();
                double error = Resampling.jackknife(rows.size(), drawn -> ratio(rows, drawn));
                out.put(group, RATIO, ratio(rows, all), error, temperature);
            });
        }
    }

    /** Adds the three averages of the last window of a sample at each temperature that has all of them. */
    private static void gather(Sample sample, Map<Double, List<double[]>> places) {
        double end = sample.readings(GAP).stream()
                .mapToDouble(reading -> reading.axes()[0])
                .max()
                .orElse(Double.NaN);
        Map<Double, double[]> found = new TreeMap<>();
        List<String> names = List.of(GAP, ABSOLUTE, SQUARE);
        for (String name : names)
            for (Reading reading : sample.readings(name)) {
                if (reading.axes()[0] != end) continue;
                double[] row = found.computeIfAbsent(
                        reading.axes()[1], t -> new double[] {Double.NaN, Double.NaN, Double.NaN});
                row[names.indexOf(name)] = reading.value();
            }
        found.forEach((temperature, row) -> {
            if (Double.isNaN(row[0] + row[1] + row[2])) return;
            places.computeIfAbsent(temperature, one -> new ArrayList<>()).add(row);
        });
    }

    private static double ratio(List<double[]> rows, int[] drawn) {
        double gap = 0.0;
        double size = 0.0;
        double square = 0.0;
        for (int k : drawn) {
            double[] row = rows.get(k);
            gap += row[0] / drawn.length;
            size += row[1] / drawn.length;
            square += row[2] / drawn.length;
        }
        double variance = square - size * size;
        return variance > 0.0 ? gap / Math.sqrt(variance) : Double.NaN;
    }
}
