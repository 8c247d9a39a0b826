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
import rugged.api.AnalysisSpec.Group;
import rugged.api.AnalysisSpec.Reading;
import rugged.api.AnalysisSpec.Sample;
import rugged.params.Numbers;

/**
 * Moments of the overlap of one size N against temperature, sample by sample: the last that was recorded, so over the whole series. Samples of one seed at
 * several temperatures share their disorder; only seeds that all temperatures have count.
 *
 * @param size N
 * @param temperatures ascending
 * @param groups the group of each temperature
 * @param absolute {@code <|q|>} [temperature][sample]
 * @param second {@code <q^2>}
 * @param fourth {@code <q^4>}
 */
record Overlaps(
        double size,
        double[] temperatures,
        List<Group> groups,
        double[][] absolute,
        double[][] second,
        double[][] fourth) {
    static final Set<String> READ = Set.of("q_abs", "q2", "q4");

    /** Everything that differs in nothing but size and temperature, sizes ascending; one list for each such family. */
    static Map<Map<String, String>, List<Overlaps>> families(List<Group> groups, String size, String temperature) {
        Map<Map<String, String>, TreeMap<Double, TreeMap<Double, Group>>> sorted = new LinkedHashMap<>();
        for (Group group : groups) {
            OptionalDouble n = coordinate(group, size);
            OptionalDouble t = coordinate(group, temperature);
            boolean measured = group.samples().stream()
                    .anyMatch(sample -> !sample.readings("q2").isEmpty());
            if (n.isEmpty() || t.isEmpty() || !measured) continue;
            Map<String, String> rest = new LinkedHashMap<>(group.coordinates());
            rest.keySet().removeIf(path -> called(path, size) || called(path, temperature));
            sorted.computeIfAbsent(rest, family -> new TreeMap<>())
                    .computeIfAbsent(n.getAsDouble(), one -> new TreeMap<>())
                    .put(t.getAsDouble(), group);
        }
        Map<Map<String, String>, List<Overlaps>> families = new LinkedHashMap<>();
        sorted.forEach((rest, sizes) -> {
            List<Overlaps> curves = new ArrayList<>();
            sizes.forEach((n, at) -> curves.add(of(n, at)));
            families.put(rest, List.copyOf(curves));
        });
        return families;
    }

    private static Overlaps of(double size, TreeMap<Double, Group> at) {
        List<Group> groups = List.copyOf(at.values());
        Set<String> seeds = new TreeSet<>();
        for (Group group : groups) group.samples().forEach(sample -> seeds.add(sample.seed()));
        for (Group group : groups)
            seeds.removeIf(seed -> last(group, seed, "q4").isEmpty());
        double[] temperatures =
                at.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        return new Overlaps(
                size,
                temperatures,
                groups,
                table(groups, seeds, "q_abs"),
                table(groups, seeds, "q2"),
                table(groups, seeds, "q4"));
    }

    private static double[][] table(List<Group> groups, Set<String> seeds, String quantity) {
        return groups.stream()
                .map(group -> seeds.stream()
                        .mapToDouble(seed -> last(group, seed, quantity).orElse(Double.NaN))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static OptionalDouble last(Group group, String seed, String quantity) {
        for (Sample sample : group.samples()) {
            if (!sample.seed().equals(seed)) continue;
            List<Reading> readings = sample.readings(quantity);
            return readings.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(readings.getLast().value());
        }
        return OptionalDouble.empty();
    }

    static boolean called(String path, String name) {
        return path.equals(name) || path.endsWith("." + name);
    }

    static OptionalDouble coordinate(Group group, String name) {
        Optional<String> value = group.coordinates().entrySet().stream()
                .filter(entry -> called(entry.getKey(), name))
                .map(Map.Entry::getValue)
                .findFirst();
        return value.isEmpty() ? OptionalDouble.empty() : Numbers.real(value.get());
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
        double square = mean(second[k], drawn);
        return 0.5 * (3.0 - mean(fourth[k], drawn) / (square * square));
    }

    /** N [q^2] at the k-th temperature. */
    double susceptibility(int k, int[] drawn) {
        return size * mean(second[k], drawn);
    }

    /** N ([q^2] - [|q|]^2) at the k-th temperature. */
    double connected(int k, int[] drawn) {
        double absolute = mean(this.absolute[k], drawn);
        return size * (mean(second[k], drawn) - absolute * absolute);
    }

    private static double mean(double[] values, int[] drawn) {
        double sum = 0.0;
        for (int sample : drawn) sum += values[sample];
        return sum / drawn.length;
    }
}
