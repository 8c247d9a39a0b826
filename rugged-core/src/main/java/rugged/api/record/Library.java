package rugged.api.record;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a protocol collects for good: minima, saddles, packings, weights. Records are only ever added, in the order in which the protocol finds them, and each is known by its
 * kind and key; whoever adds one that is there already is told so. Links join records that are there.
 *
 * <p>The library of a point ends as one file, {@code library.sqlite}, which is the same to the last bit whatever was interrupted on the way, and which later
 * runs take up with {@link #adopt}. While the point is under way it lies in memory; after an interruption the protocol, run again, fills it again.
 */
public interface Library {
    /**
     * Adds a record.
     *
     * @return false if one of this kind and key is there, which then stays as it is
     * @throws IllegalArgumentException if a link leads to a record that is not there
     */
    boolean add(Entry entry);

    /** The record of this kind and key. */
    Optional<Entry> find(String kind, String key);

    /** All records of a kind, in the order in which they were added. */
    List<Entry> all(String kind);

    /**
     * Adds all records of an earlier run's library, in its order; those whose kind and key are there already stay as they are, so adopting several merges them, the first winning. The
     * protocol names the file in a parameter of its own ({@code file = true}), so that its content is part of the key of the result.
     *
     * @return how many were new
     */
    int adopt(Path file);

    /**
     * A record.
     *
     * @param kind what it is: {@code minimum}
     * @param key what tells it from others of its kind: for what is equal within rounding, a rounded energy or a canonical form
     * @param numbers by name; NaN where undefined; a zero has no sign
     * @param arrays by name
     * @param links to records that are there
     */
    record Entry(
            String kind, String key, Map<String, Double> numbers, Map<String, NamedArray> arrays, List<Link> links) {
        /** Copies what is handed in. */
        public Entry {
            Map<String, Double> unsigned = new HashMap<>(numbers);
            unsigned.replaceAll((_, value) -> value + 0.0);
            numbers = Map.copyOf(unsigned);
            arrays = Map.copyOf(arrays);
            links = List.copyOf(links);
        }

        /** Without arrays and links. */
        public Entry(String kind, String key, Map<String, Double> numbers) {
            this(kind, key, numbers, Map.of(), List.of());
        }
    }

    /**
     * From a record to another.
     *
     * @param role what the other is to it: {@code from}, {@code to}
     * @param kind of the other
     * @param key of the other
     */
    record Link(String role, String kind, String key) {}
}
