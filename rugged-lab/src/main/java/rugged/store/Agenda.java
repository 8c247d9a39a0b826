package rugged.store;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rugged.store.file.StoredFile;

/**
 * What a run computes, as far as its results need to know it: which folder belongs to which parameters. The file {@code plan.json}.
 *
 * @param study name of the study
 * @param size quick, laptop or paper
 * @param seed the study's seed
 * @param plan hash of everything that is computed
 * @param points the points, in the order in which they are reported
 * @param theories the theories
 */
public record Agenda(String study, String size, long seed, String plan, List<Entry> points, List<Entry> theories) {
    /** Copies the lists. */
    public Agenda {
        points = List.copyOf(points);
        theories = List.copyOf(theories);
    }

    /**
     * One folder.
     *
     * @param key its name
     * @param source "simulation", or the name of the theory
     * @param coordinates swept parameters, path to value as typed
     */
    public record Entry(String key, String source, Map<String, String> coordinates) {
        /** Keeps the order of the coordinates. */
        public Entry {
            StoredFile.requireName(key);
            coordinates = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(coordinates));
        }

        /** The coordinates without seeds: what distinguishes one average from another. */
        public Map<String, String> group() {
            Map<String, String> group = new LinkedHashMap<>(coordinates);
            group.keySet().removeIf(Agenda::seed);
            return group;
        }
    }

    /** Whether a coordinate only numbers samples: {@code seed}, or a path that ends in it. */
    public static boolean seed(String coordinate) {
        return coordinate.equals("seed") || coordinate.endsWith(".seed");
    }

    /** The paths of all coordinates, in order of first appearance, with or without seeds. */
    public List<String> coordinates(boolean seeds) {
        Set<String> paths = new LinkedHashSet<>();
        for (Entry entry : points) paths.addAll(entry.coordinates().keySet());
        for (Entry entry : theories) paths.addAll(entry.coordinates().keySet());
        if (!seeds) paths.removeIf(Agenda::seed);
        return List.copyOf(paths);
    }
}
