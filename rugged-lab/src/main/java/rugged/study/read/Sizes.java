package rugged.study.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.params.Numbers;

/**
 * Sizes that nobody types but that a landscape has ({@link LandscapeSpec#sizes}): N, M, P, and the ratio of any two, such as P/M. A figure or finding that speaks of one makes it a coordinate of
 * every point.
 */
public final class Sizes {
    private Sizes() {}

    /** The value of a size or ratio; empty where the landscape has none. */
    public static Optional<String> of(LandscapeSpec landscape, String name) {
        Map<String, Double> sizes = landscape.sizes();
        String[] parts = name.replace(" ", "").split("/", -1);
        List<Double> values = new ArrayList<>();
        for (String part : parts)
            if (sizes.getOrDefault(part, Double.NaN) instanceof Double value && Double.isFinite(value))
                values.add(value);
        if (parts.length > 2 || values.size() != parts.length) return Optional.empty();
        double value = values.size() == 2 ? values.get(0) / values.get(1) : values.getFirst();
        return Double.isFinite(value) ? Optional.of(Numbers.text(value)) : Optional.empty();
    }

    /** Those among the names that a landscape has, with their values. */
    public static Map<String, String> of(LandscapeSpec landscape, Set<String> names) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String name : new LinkedHashSet<>(names)) of(landscape, name).ifPresent(value -> found.put(name, value));
        return found;
    }
}
