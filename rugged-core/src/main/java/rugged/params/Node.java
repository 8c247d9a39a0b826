package rugged.params;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A piece of input as it was typed, with the place where it stands: the tree of a study file, of a default, of a value on the command line. Immutable. */
public sealed interface Node {
    /** Where it stands. */
    Place at();

    /**
     * A place in the input.
     *
     * @param file file name, or {@code --set}
     * @param line line, from 1; 0 when the input has no lines
     * @param column column, from 1; 0 when the input has no lines
     */
    record Place(String file, int line, int column) {
        /** Input that has a name but no lines. */
        public static Place of(String file) {
            return new Place(file, 0, 0);
        }
    }

    /**
     * Plain text.
     *
     * @param at where
     * @param text the characters, without quotes
     * @param quoted whether quotes kept it from meaning anything but text
     */
    record Scalar(Place at, String text, boolean quoted) implements Node {
        /** Whether nothing was typed, as in {@code n:}. */
        public boolean empty() {
            return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }
    }

    /**
     * A list.
     *
     * @param at where it begins
     * @param items its items
     */
    record Sequence(Place at, List<Node> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /**
     * Keys with values, in order; a key may stand twice, which the reader reports.
     *
     * @param at where it begins
     * @param entries its entries
     */
    record Mapping(Place at, List<Entry> entries) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        /** The first entry with this key. */
        public Optional<Entry> entry(String key) {
            for (Entry entry : entries) if (entry.key().equals(key)) return Optional.of(entry);
            return Optional.empty();
        }

        /** The value of the first entry with this key. */
        public Optional<Node> value(String key) {
            return entry(key).map(Entry::value);
        }

        /** With this value in place of the one that the key has, or as a last entry. */
        public Mapping with(Entry changed) {
            List<Entry> all = new ArrayList<>(entries.size() + 1);
            boolean there = false;
            for (Entry entry : entries) {
                if (!entry.key().equals(changed.key())) {
                    all.add(entry);
                } else if (!there) {
                    all.add(changed);
                    there = true;
                }
            }
            if (!there) all.add(changed);
            return new Mapping(at, all);
        }

        /** Without this key. */
        public Mapping without(String key) {
            return new Mapping(
                    at,
                    entries.stream().filter(entry -> !entry.key().equals(key)).toList());
        }
    }

    /**
     * A key and its value.
     *
     * @param at where the key stands
     * @param key the key
     * @param value the value
     */
    record Entry(Place at, String key, Node value) {}

    /** A scalar that means its text literally or as a number, without a place. */
    static Scalar scalar(String text) {
        return new Scalar(Place.of(""), text, false);
    }

    /** What it is, in words for messages. */
    default String kind() {
        return switch (this) {
            case Scalar scalar -> scalar.empty() ? "nothing" : "a single value";
            case Sequence sequence -> "a list";
            case Mapping mapping -> "a block of keys";
        };
    }
}
