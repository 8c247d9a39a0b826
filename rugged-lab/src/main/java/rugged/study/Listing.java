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
import java.util.stream.Collectors;
import rugged.params.Catalogue;
import rugged.params.Parameter;

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
     * @param systems physical systems; of a study only, as the rest
     * @param methods methods used
     * @param quantities what is looked at
     * @param institutions of the authors of the source
     * @param words further text that a search finds: symbols and names of parameters and quantities
     */
    public record Item(
            String kind,
            String name,
            String title,
            String doc,
            String source,
            int year,
            List<String> topics,
            List<String> systems,
            List<String> methods,
            List<String> quantities,
            List<String> institutions,
            String words) {
        public Item {
            topics = List.copyOf(topics);
            systems = List.copyOf(systems);
            methods = List.copyOf(methods);
            quantities = List.copyOf(quantities);
            institutions = List.copyOf(institutions);
        }

        /** The item of a study. */
        static Item of(String name, About about, String source, String words) {
            return new Item(
                    "study",
                    name,
                    about.title(),
                    about.claim(),
                    source,
                    about.year(),
                    about.topics(),
                    about.systems(),
                    about.methods(),
                    about.quantities(),
                    about.institutions(),
                    words);
        }

        private boolean mentions(String word) {
            String text = String.join(
                    " ",
                    name,
                    title,
                    doc,
                    source,
                    kind,
                    words,
                    String.join(" ", topics),
                    String.join(" ", systems),
                    String.join(" ", methods),
                    String.join(" ", quantities));
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
     * @param facet kind, topic, system, method, quantity, source, institution, year, or one of the asker's own
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

    /** The facets that every catalogue has. */
    private static final Map<String, Function<Item, Collection<String>>> FACETS = new LinkedHashMap<>();

    static {
        FACETS.put("kind", item -> List.of(item.kind()));
        FACETS.put("topic", Item::topics);
        FACETS.put("system", Item::systems);
        FACETS.put("method", Item::methods);
        FACETS.put("quantity", Item::quantities);
        FACETS.put("source", item -> item.source().isEmpty() ? List.of() : List.of(item.source()));
        FACETS.put("institution", Item::institutions);
        FACETS.put("year", item -> item.year() == 0 ? List.of() : List.of(Integer.toString(item.year())));
    }

    private final List<Item> all;
    private final Set<String> sources;
    private final Map<String, Function<Item, Collection<String>>> facets = new LinkedHashMap<>(FACETS);

    /** @param all every item that can be listed */
    public Listing(List<Item> all) {
        this.all = List.copyOf(all);
        this.sources = all.stream()
                .map(item -> item.source().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** With a further facet, read by the given function. */
    public Listing with(String facet, Function<Item, Collection<String>> reader) {
        Listing grown = new Listing(all);
        grown.facets.putAll(facets);
        grown.facets.put(facet, reader);
        return grown;
    }

    /** The names of the facets. */
    public Set<String> facets() {
        return java.util.Collections.unmodifiableSet(facets.keySet());
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
                        entry.topics(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        words(entry)))
                .toList();
    }

    private static String words(Catalogue.Entry entry) {
        StringBuilder words = new StringBuilder();
        for (Parameter parameter : entry.schema().parameters()) {
            words.append(parameter.key())
                    .append(' ')
                    .append(parameter.declared().symbol())
                    .append(' ');
        }
        return words.toString();
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
        List<Facet> counted = new ArrayList<>();
        for (String facet : facets.keySet()) {
            Map<String, Integer> counts = new TreeMap<>();
            for (Item item : all) {
                boolean others = mentions(item, words) && passes(item, wanted, facet);
                for (String value : values(facet, item)) counts.merge(value, others ? 1 : 0, Integer::sum);
            }
            List<Value> values = new ArrayList<>();
            counts.forEach((value, count) -> values.add(new Value(value, value, count, on(wanted, facet, value))));
            values.sort((a, b) -> Integer.compare(b.count(), a.count()));
            counted.add(new Facet(facet, values));
        }
        return new Page(found.size(), found, counted);
    }

    private static boolean mentions(Item item, List<String> words) {
        return words.stream().allMatch(item::mentions);
    }

    private boolean passes(Item item, Map<String, Set<String>> wanted, String exceptFacet) {
        return facets.keySet().stream()
                .filter(facet -> !facet.equals(exceptFacet)
                        && !wanted.getOrDefault(facet, Set.of()).isEmpty())
                .allMatch(facet -> values(facet, item).stream().anyMatch(value -> on(wanted, facet, value)));
    }

    private Collection<String> values(String facet, Item item) {
        Function<Item, Collection<String>> reader = facets.get(facet);
        return reader == null ? List.of() : reader.apply(item);
    }

    /** A source is also found by a part of it, but one that is written out is meant alone: who wrote one page alone may have written another with others. */
    private boolean on(Map<String, Set<String>> wanted, String facet, String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return wanted.getOrDefault(facet, Set.of()).stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .anyMatch(text ->
                        facet.equals("source") && !sources.contains(text) ? lower.contains(text) : lower.equals(text));
    }
}
