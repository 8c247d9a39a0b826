package rugged.analysis.array;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import rugged.api.AnalysisSpec.Group;
import rugged.api.AnalysisSpec.Recorded;
import rugged.api.AnalysisSpec.Sample;
import rugged.api.Quantity;

/** What the analyses of arrays share: the arrays of one sample by place, and whether a study means the array that it names. */
public final class ArrayRecords {
    private ArrayRecords() {}

    /** The arrays of a sample at each place of its axes, in increasing order of them; several replicas stand at one place. */
    static Map<List<Double>, List<Recorded>> byPlace(Sample sample, String array) {
        Map<List<Double>, List<Recorded>> places = new TreeMap<>(ArrayRecords::order);
        for (Recorded recorded : sample.arrays(array)) {
            places.computeIfAbsent(place(recorded.axes()), _ -> new ArrayList<>())
                    .add(recorded);
        }
        return places;
    }

    /** A place by its axes. */
    static List<Double> place(double[] axes) {
        return Arrays.stream(axes).boxed().toList();
    }

    /** The order of places: by their axes, the first first. */
    static int order(List<Double> one, List<Double> other) {
        for (int a = 0; a < Math.min(one.size(), other.size()); a++) {
            int sign = Double.compare(one.get(a), other.get(a));
            if (sign != 0) return sign;
        }
        return Integer.compare(one.size(), other.size());
    }

    /** A group and a place in words, with a colon: axes along which all places are the same left out; empty where there is nothing to tell apart. */
    static String name(Group group, List<String> axes, List<Double> place, Set<List<Double>> places) {
        List<String> words = new ArrayList<>(group.coordinates().values());
        for (int a = 0; a < place.size(); a++) {
            int axis = a;
            long different =
                    places.stream().map(other -> other.get(axis)).distinct().count();
            if (different > 1) words.add(String.format(Locale.ROOT, "%s = %.4g", axes.get(a), place.get(a)));
        }
        return words.isEmpty() ? "" : String.join(", ", words) + ": ";
    }

    /** As numbers. */
    static double[] axes(List<Double> place, double... more) {
        double[] axes =
                Arrays.copyOf(place.stream().mapToDouble(Double::doubleValue).toArray(), place.size() + more.length);
        System.arraycopy(more, 0, axes, place.size(), more.length);
        return axes;
    }

    /** What is wrong with a description of an array; empty when nothing is, or when nobody records it, which is said elsewhere. */
    public static Optional<String> wrong(
            Map<String, Quantity> recorded, String array, List<String> axes, Optional<List<String>> extents) {
        Quantity quantity = recorded.get(array);
        if (quantity == null) return Optional.empty();
        if (!quantity.hasExtents()) return Optional.of(array + " is a number and no array");
        if (!quantity.axes().equals(axes))
            return Optional.of(
                    array + " has the axes " + quantity.axes() + ", not " + axes + "; write axes: " + quantity.axes());
        if (extents.isPresent() && !quantity.extents().equals(extents.get()))
            return Optional.of(array + " has the extents " + quantity.extents() + ", not " + extents.get()
                    + ": write extents: " + quantity.extents());
        return Optional.empty();
    }
}
