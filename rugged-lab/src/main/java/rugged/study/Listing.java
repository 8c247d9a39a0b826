package rugged.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import rugged.params.Catalogue;

/**
 * The catalogue as it is browsed: entries and studies together, filtered by facets and words, with counts. Within a facet values are alternatives, between
 * facets they add up; a count is what one would get with the other facets as they are.
 */
public final class Listing {
    /**
     * One line of the list.
     *
     * @param kind landscape, dynamics, ..., study
     * @param name its name
     * @param title its title
     * @param doc one or two sentences: the claim, for a study
     * @param source where it comes from
     * @param year year of the source; 0 where there is none
     * @param topics its topics
     */
    public record Item(
            String kind, String name, String title, String doc, String source, int year, List<String> topics) {
        public Item {
            topics = List.copyOf(topics);
        }

        private boolean mentions(String word) {
            String text = (name + " " + title + " " + doc + " " + source + " " + kind + " " + String.join(" ", topics));
            return text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
        }
    }

    /**
     * How often a value of a facet occurs.
     *
     * @param value the value
     * @param label how to show it
     * @param count items one would get
     * @param on whether the filter asks for it
     */
    public record Value(String value, String label, int count, boolean on) {}

    /**
     * A facet.
     *
     * @param facet kind, topic, source or year
     * @param values its values, most frequent first
     */
    public record Facet(String facet, List<Value> values) {}

    /**
     * The answer.
     *
     * @param total items that satisfy the filter
     * @param items the items
     * @param facets counts
     */
    public record Page(int total, List<Item> items, List<Facet> facets) {}

    private static final Map<String, Function<Item, Collection<String>>> FACETS = new LinkedHashMap<>();

    static {
        FACETS.put("kind", item -> List.of(item.kind()));
        FACETS.put("topic", Item::topics);
        FACETS.put("source", item -> item.source().isEmpty() ? List.of() : List.of(item.source()));
        FACETS.put("year", item -> item.year() == 0 ? List.of() : List.of(Integer.toString(item.year())));
    }

    private final List<Item> all;

    /** @param all every item that can be listed */
    public Listing(List<Item> all) {
        this.all = List.copyOf(all);
    }

    /** The items of a catalogue. */
    public static List<Item> items(Catalogue catalogue) {
        return catalogue.entries().stream()
                .map(entry -> new Item(
                        entry.kind(),
                        entry.name(),
                        entry.title(),
                        entry.doc(),
                        entry.source(),
                        entry.year(),
                        entry.topics()))
                .toList();
    }

    /**
     * Filters.
     *
     * @param words all of them must occur somewhere in an item
     * @param wanted values by facet; a value matches when it contains the text asked for; no values: no condition
     */
    public Page page(List<String> words, Map<String, Set<String>> wanted) {
        List<Item> found = all.stream()
                .filter(item -> mentions(item, words) && passes(item, wanted, ""))
                .toList();
        List<Facet> facets = new ArrayList<>();
        for (String facet : FACETS.keySet()) {
            Map<String, Integer> counts = new TreeMap<>();
            for (Item item : all) {
                boolean others = mentions(item, words) && passes(item, wanted, facet);
                for (String value : values(facet, item)) counts.merge(value, others ? 1 : 0, Integer::sum);
            }
            List<Value> values = new ArrayList<>();
            counts.forEach((value, count) -> values.add(new Value(value, value, count, on(wanted, facet, value))));
            values.sort((a, b) -> Integer.compare(b.count(), a.count()));
            facets.add(new Facet(facet, values));
        }
        return new Page(found.size(), found, facets);
    }

    private static boolean mentions(Item item, List<String> words) {
        return words.stream().allMatch(item::mentions);
    }

    private static boolean passes(Item item, Map<String, Set<String>> wanted, String exceptFacet) {
        return FACETS.keySet().stream()
                .filter(facet -> !facet.equals(exceptFacet)
                        && !wanted.getOrDefault(facet, Set.of()).isEmpty())
                .allMatch(facet -> values(facet, item).stream().anyMatch(value -> on(wanted, facet, value)));
    }

    private static Collection<String> values(String facet, Item item) {
        Function<Item, Collection<String>> reader = FACETS.get(facet);
        return reader == null ? List.of() : reader.apply(item);
    }

    private static boolean on(Map<String, Set<String>> wanted, String facet, String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return wanted.getOrDefault(facet, Set.of()).stream()
                .anyMatch(text -> facet.equals("source")
                        ? lower.contains(text.toLowerCase(Locale.ROOT))
                        : lower.equals(text.toLowerCase(Locale.ROOT)));
    }
}
