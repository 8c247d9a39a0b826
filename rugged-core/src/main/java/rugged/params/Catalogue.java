package rugged.params;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import rugged.index.Collector;
import rugged.index.Named;

/** Everything that has a name: landscapes, dynamics, observables, protocols, starts, theories. Immutable. Names are unique within a kind. */
public final class Catalogue {
    private final Map<String, Map<String, Entry>> byKind;

    private Catalogue(Map<String, Map<String, Entry>> byKind) {
        this.byKind = byKind;
    }

    /** Without entries. */
    public static Catalogue empty() {
        return new Catalogue(Map.of());
    }

    /** What is on the path of this program, and what optional modules beside it bring. Read once. */
    public static Catalogue standard() {
        return Standard.CATALOGUE;
    }

    private static final class Standard {
        static final Catalogue CATALOGUE = read();

        private static Catalogue read() {
            Problems problems = new Problems();
            ClassLoader program = Catalogue.class.getClassLoader();
            List<Entry> found = new ArrayList<>(entries(program, "", ""));
            for (ClassLoader module : OptionalModule.present(program))
                for (Entry entry : entries(module, "", ""))
                    if (entry.type().getClassLoader() == module) found.add(entry);
            Catalogue all = empty().with(found, problems);
            if (!problems.none())
                throw new IllegalStateException(problems.list().toString());
            return all;
        }
    }

    /** The entries of all catalogue resources that a loader sees, its parents' included. */
    public static List<Entry> entries(ClassLoader loader, String origin, String fingerprint) {
        try {
            List<Entry> found = new ArrayList<>();
            for (URL url : Collections.list(loader.getResources(Collector.CATALOGUE)))
                read(url, loader, origin, fingerprint, found);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(URL url, ClassLoader loader, String origin, String fingerprint, List<Entry> found)
            throws IOException {
        var connection = url.openConnection();
        connection.setUseCaches(false);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                if (words.length != 3) throw new IOException(url + ": not a line of a catalogue: " + line);
                Class<?> type = Class.forName(words[2], false, loader);
                found.add(new Entry(words[0], words[1], type.asSubclass(Record.class), origin, fingerprint));
            }
        } catch (ClassNotFoundException | LinkageError | ClassCastException e) {
            throw new IOException(url + ": " + e, e);
        }
    }

    /** The entry of an annotated class; empty when the class is not annotated or of no kind. */
    public static Optional<Entry> entry(Class<?> type, String origin, String fingerprint) {
        Named named = type.getAnnotation(Named.class);
        Optional<String> kind = kind(type);
        if (named == null || kind.isEmpty() || !type.isRecord()) return Optional.empty();
        return Optional.of(new Entry(kind.get(), named.value(), type.asSubclass(Record.class), origin, fingerprint));
    }

    private static Optional<String> kind(Class<?> type) {
        for (Class<?> parent : type.getInterfaces()) {
            Kind kind = parent.getAnnotation(Kind.class);
            if (kind != null) return Optional.of(kind.value());
            Optional<String> further = kind(parent);
            if (further.isPresent()) return further;
        }
        return Optional.empty();
    }

    /** With more entries; one whose name is taken within its kind is a problem and left out. */
    public Catalogue with(Collection<Entry> more, Problems problems) {
        Map<String, Map<String, Entry>> all = new TreeMap<>();
        byKind.forEach((kind, entries) -> all.put(kind, new TreeMap<>(entries)));
        for (Entry entry : more) {
            Entry earlier =
                    all.computeIfAbsent(entry.kind(), kind -> new TreeMap<>()).putIfAbsent(entry.name(), entry);
            if (earlier == null || earlier.type() == entry.type()) continue;
            String file = entry.origin().isEmpty() ? entry.type().getName() : entry.origin();
            problems.add(
                    Node.Place.of(file),
                    entry.kind() + " " + entry.name(),
                    "the name is taken by " + earlier.type().getName(),
                    "names are unique within a kind: choose another");
        }
        return new Catalogue(all);
    }

    /** The kinds in alphabetical order. */
    public List<String> kinds() {
        return List.copyOf(byKind.keySet());
    }

    /** All entries, by kind and name. */
    public List<Entry> entries() {
        return byKind.values().stream()
                .flatMap(entries -> entries.values().stream())
                .toList();
    }

    /** The entries of a kind, by name. */
    public List<Entry> entries(String kind) {
        return List.copyOf(byKind.getOrDefault(kind, Map.of()).values());
    }

    /** The names of a kind. */
    public List<String> names(String kind) {
        return List.copyOf(byKind.getOrDefault(kind, Map.of()).keySet());
    }

    /** The entry of this kind and name. */
    public Optional<Entry> find(String kind, String name) {
        return Optional.ofNullable(byKind.getOrDefault(kind, Map.of()).get(name));
    }

    /** The entries of this name: one for each kind that has it. {@code KIND/NAME} picks one. */
    public List<Entry> named(String name) {
        int slash = name.indexOf('/');
        if (slash > 0)
            return find(name.substring(0, slash), name.substring(slash + 1)).stream()
                    .toList();
        return byKind.keySet().stream()
                .flatMap(kind -> find(kind, name).stream())
                .toList();
    }

    /** What to say of a name that is unknown: "did you mean pspin?" and the names of the kind, or of all when the kind is empty. */
    public String suggestion(String kind, String typed) {
        Optional<String> elsewhere = OptionalModule.advice(kind, typed);
        if (elsewhere.isPresent()) return elsewhere.get();
        List<String> known = kind.isEmpty()
                ? entries().stream().map(Entry::name).distinct().sorted().toList()
                : names(kind);
        return Suggestion.among(typed, known);
    }

    /** How many of these entries fall under each value of each facet: kind, topic, year, source. */
    public static Map<String, Map<String, Integer>> facets(Collection<Entry> entries) {
        Map<String, Map<String, Integer>> facets = new TreeMap<>();
        for (Entry entry : entries) {
            count(facets, "kind", entry.kind());
            for (String topic : entry.topics()) count(facets, "topic", topic);
            if (entry.year() > 0) count(facets, "year", Integer.toString(entry.year()));
            if (!entry.source().isEmpty()) count(facets, "source", entry.source());
        }
        return facets;
    }

    private static void count(Map<String, Map<String, Integer>> facets, String facet, String value) {
        facets.computeIfAbsent(facet, name -> new TreeMap<>()).merge(value, 1, Integer::sum);
    }

    /**
     * A named spec.
     *
     * @param kind its kind, such as {@code landscape}
     * @param name its name in study files
     * @param type its record
     * @param origin the file it came from; empty for what the program brings along
     * @param fingerprint a hash of what came from that file, so that results of one version are not taken for those of another; empty for what the program
     *     brings along
     */
    public record Entry(String kind, String name, Class<? extends Record> type, String origin, String fingerprint) {
        private Named named() {
            return type.getAnnotation(Named.class);
        }

        /** What results of it are known by beside its parameters: the fingerprint, and the revision from the second on; empty where there is neither. */
        public String identity() {
            int revision = named().revision();
            String own = revision == 1 ? "" : "revision " + revision + " of " + name;
            return fingerprint.isEmpty() || own.isEmpty() ? fingerprint + own : fingerprint + ", " + own;
        }

        /** Its title. */
        public String title() {
            return named().title();
        }

        /** What it is, in a sentence or two. */
        public String doc() {
            return named().doc();
        }

        /** Where it comes from. */
        public String source() {
            return named().source();
        }

        /** Year of the source; 0 where there is none. */
        public int year() {
            return named().year();
        }

        /** Its topics. */
        public List<String> topics() {
            return List.of(named().topics());
        }

        /** Its parameters. */
        public Schema<? extends Record> schema() {
            return Schema.of(type);
        }
    }
}
