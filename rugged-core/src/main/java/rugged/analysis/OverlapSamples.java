package rugged.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rugged.api.AnalysisSpec.Conclusions;
import rugged.api.AnalysisSpec.Group;
import rugged.api.AnalysisSpec.Reading;
import rugged.api.AnalysisSpec.Sample;
import rugged.api.Quantity;
import rugged.num.Vectors;
import rugged.params.Numbers;

/**
 * Moments of an order parameter q, an overlap or a magnetisation, of one size N against temperature, sample by sample: the last that was recorded, so over the whole series. Samples of one seed at
 * several temperatures share their disorder; only seeds that all temperatures have count. A sample that holds a ladder of temperatures has all of them in one group.
 *
 * @param size N
 * @param temperatures ascending
 * @param groups the group of each temperature; the same one for all of a ladder
 * @param ladder whether all temperatures are those of one ladder
 * @param absolute {@code <|q|>} [temperature][sample]
 * @param second {@code <q^2>}
 * @param fourth {@code <q^4>}
 */
record OverlapSamples(
        double size,
        double[] temperatures,
        List<Group> groups,
        boolean ladder,
        double[][] absolute,
        double[][] second,
        double[][] fourth) {
    private static final String LADDER = "_T";
    private static final int TEMPERATURE = 1;

    /** What is read. */
    static Set<String> read(OrderParameter order, boolean ladder) {
        return Arrays.stream(order.moments())
                .map(name -> ladder ? name + LADDER : name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Everything that differs in nothing but size and temperature, sizes ascending; one list for each such family. */
    static Map<Map<String, String>, List<OverlapSamples>> families(
            OrderParameter order, List<Group> groups, String size, String temperature) {
        String[] names = order.moments();
        Map<Map<String, String>, TreeMap<Double, TreeMap<Double, Group>>> sorted = new LinkedHashMap<>();
        for (Group group : groups) {
            OptionalDouble n = coordinate(group, size);
            OptionalDouble t = coordinate(group, temperature);
            double[] rungs = rungs(group, names[1]);
            if (rungs.length == 0 && t.isPresent() && measured(group, names[1])) rungs = new double[] {t.getAsDouble()};
            if (n.isEmpty() || rungs.length == 0) continue;
            Map<String, String> rest = new LinkedHashMap<>(group.coordinates());
            rest.keySet().removeIf(path -> called(path, size) || called(path, temperature));
            TreeMap<Double, Group> curve = sorted.computeIfAbsent(rest, family -> new TreeMap<>())
                    .computeIfAbsent(n.getAsDouble(), one -> new TreeMap<>());
            for (double rung : rungs) curve.put(rung, group);
        }
        Map<Map<String, String>, List<OverlapSamples>> families = new LinkedHashMap<>();
        sorted.forEach((rest, sizes) -> {
            List<OverlapSamples> curves = new ArrayList<>();
            sizes.forEach((n, at) -> curves.add(of(n, at, names)));
            families.put(rest, List.copyOf(curves));
        });
        return families;
    }

    private static boolean measured(Group group, String second) {
        return group.samples().stream()
                .anyMatch(sample -> !sample.readings(second).isEmpty());
    }

    /** Temperatures of the ladder of a group; none where it has no ladder. */
    private static double[] rungs(Group group, String second) {
        return group.samples().stream()
                .flatMap(sample -> sample.readings(second + LADDER).stream())
                .mapToDouble(reading -> reading.axes()[TEMPERATURE])
                .sorted()
                .distinct()
                .toArray();
    }

    private static OverlapSamples of(double size, TreeMap<Double, Group> at, String[] names) {
        double[] temperatures =
                at.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        List<Map<String, Sample>> bySeed = new ArrayList<>();
        Set<String> seeds = new TreeSet<>();
        for (Group group : at.values()) {
            Map<String, Sample> samples = new LinkedHashMap<>();
            for (Sample sample : group.samples()) samples.put(sample.seed(), sample);
            bySeed.add(samples);
            seeds.addAll(samples.keySet());
        }
        for (int k = 0; k < temperatures.length; k++) {
            Map<String, Sample> samples = bySeed.get(k);
            double t = temperatures[k];
            seeds.removeIf(seed -> Double.isNaN(last(samples.get(seed), names[2], t)));
        }
        double[][][] tables = new double[3][temperatures.length][];
        for (int k = 0; k < temperatures.length; k++) {
            Map<String, Sample> samples = bySeed.get(k);
            double t = temperatures[k];
            for (int m = 0; m < names.length; m++) {
                String name = names[m];
                tables[m][k] = seeds.stream()
                        .mapToDouble(seed -> last(samples.get(seed), name, t))
                        .toArray();
            }
        }
        boolean ladder = !measured(at.firstEntry().getValue(), names[1]);
        return new OverlapSamples(
                size, temperatures, List.copyOf(at.values()), ladder, tables[0], tables[1], tables[2]);
    }

    /** The last value recorded, for a ladder at one temperature; NaN when there is none. */
    private static double last(@Nullable Sample sample, String quantity, double temperature) {
        if (sample == null) return Double.NaN;
        List<Reading> plain = sample.readings(quantity);
        if (!plain.isEmpty()) return plain.getLast().value();
        double value = Double.NaN;
        double latest = Double.NEGATIVE_INFINITY;
        for (Reading reading : sample.readings(quantity + LADDER)) {
            if (reading.axes()[TEMPERATURE] != temperature || reading.axes()[0] < latest) continue;
            latest = reading.axes()[0];
            value = reading.value();
        }
        return value;
    }

    /** Writes a value at the k-th temperature: on a ladder under a name of its own, with the temperature as its axis. */
    void put(Conclusions out, int k, Quantity quantity, double value, double error) {
        if (ladder) out.put(groups.get(k), onLadder(quantity), value, error, temperatures[k]);
        else out.put(groups.get(k), quantity, value, error);
    }

    /** Writes a value that all temperatures share, once for each group. */
    void putAll(Conclusions out, Quantity quantity, double value, double error) {
        for (Group group : ladder ? groups.subList(0, 1) : groups) out.put(group, quantity, value, error);
    }

    /** The same quantity on a ladder of temperatures. */
    static Quantity onLadder(Quantity quantity) {
        return new Quantity(
                quantity.name() + LADDER, quantity.symbol(), quantity.unit(), List.of("T_k"), quantity.definition());
    }

    static boolean called(String path, String name) {
        return path.equals(name) || path.endsWith("." + name);
    }

    static OptionalDouble coordinate(Group group, String name) {
        Optional<String> value = group.coordinates().entrySet().stream()
                .filter(entry -> called(entry.getKey(), name))
                .map(Map.Entry::getValue)
                .findFirst();
        return value.isEmpty() ? OptionalDouble.empty() : Numbers.real(alone(value.get()));
    }

    /** The only member of a list, such as the width of the one hidden layer. */
    private static String alone(String value) {
        boolean one = value.startsWith("[") && value.endsWith("]") && value.indexOf(',') < 0;
        return one ? value.substring(1, value.length() - 1) : value;
    }

    /** Number of samples. */
    int samples() {
        return second[0].length;
    }

    /** Each sample once. */
    int[] all() {
        int[] all = new int[samples()];
        Arrays.setAll(all, k -> k);
        return all;
    }

    /** (3 - [q^4]/[q^2]^2)/2 at the k-th temperature over the samples listed, with repetition. */
    double binder(int k, int[] drawn) {
        double square = Vectors.mean(second[k], drawn);
        return 0.5 * (3.0 - Vectors.mean(fourth[k], drawn) / (square * square));
    }

    /** N [q^2] at the k-th temperature. */
    double susceptibility(int k, int[] drawn) {
        return size * Vectors.mean(second[k], drawn);
    }

    /** N ([q^2] - [|q|]^2) at the k-th temperature. */
    double connected(int k, int[] drawn) {
        double absolute = Vectors.mean(this.absolute[k], drawn);
        return size * (Vectors.mean(second[k], drawn) - absolute * absolute);
    }
}
