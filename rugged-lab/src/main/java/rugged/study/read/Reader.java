package rugged.study.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rugged.params.Catalogue;
import rugged.params.Node;
import rugged.params.Numbers;
import rugged.params.Parameter;
import rugged.params.Problems;
import rugged.params.Range;
import rugged.params.Schema;
import rugged.params.SpecBinder;
import rugged.params.Suggestion;
import rugged.params.Yaml;
import rugged.study.About;
import rugged.study.FigureSection;
import rugged.study.FindingSection;

/** From the text of a study to its tree with everything applied: the study it extends, the size, the settings, the first seed. */
public final class Reader {
    private static final String EXTENDS = "extends";
    private static final String SIZES = "sizes";
    private static final String SIZE = "size";
    private static final String SEED = "seed";
    private static final String STUDY = "study";

    private final Request request;
    private final Problems problems;

    public Reader(Request request, Problems problems) {
        this.request = request;
        this.problems = problems;
    }

    /**
     * A study with everything applied.
     *
     * @param root its tree
     * @param size the size it is at
     * @param file its keys
     * @param about what it is about
     * @param cases the systems compared, by name; without cases the study itself under the empty name
     * @param figures its figures
     * @param findings its findings
     */
    public record Read(
            Node.Mapping root,
            String size,
            StudyFile file,
            About about,
            Map<String, StudyCase> cases,
            List<Placed<FigureSection>> figures,
            List<Placed<FindingSection>> findings) {}

    /**
     * An item of a list and where it stands.
     *
     * @param section the item
     * @param node as typed
     */
    public record Placed<T>(T section, Node node) {}

    /** Reads; empty where there is nothing to plan, with the reasons among the problems. */
    public Optional<Read> read(Catalogue catalogue) {
        Optional<Node.Mapping> typed = mapping(request.file(), request.text());
        if (typed.isEmpty()) return Optional.empty();
        Node.Mapping root = extended(typed.get());
        String size = size(root);
        Shortcuts shortcuts = new Shortcuts(catalogue, problems);
        root = settings(sized(root, size, shortcuts), shortcuts);
        if (request.seed().isPresent()) root = seeded(root, request.seed().getAsLong());
        Node.Mapping study = whole(root);
        SpecBinder binder = new SpecBinder(catalogue, problems);
        return binder.block(StudyFile.class, study, "")
                .map(file -> new Read(
                        study,
                        size,
                        file,
                        binder.block(About.class, file.about(), "about").orElseGet(About::nothing),
                        new Cases(binder, problems).of(study, file),
                        sections(binder, FigureSection.class, file.figures(), "figures", "name"),
                        sections(binder, FindingSection.class, file.findings(), "findings", "id")));
    }

    /** Those items of a list that can be used; what is wrong with the others is reported. */
    private static <T extends Record> List<Placed<T>> sections(
            SpecBinder binder, Class<T> type, Node list, String path, String name) {
        List<Placed<T>> placed = new ArrayList<>();
        if (!(Layout.listed(list) instanceof Node.Sequence sequence)) return placed;
        for (int i = 0; i < sequence.items().size(); i++) {
            Node item = sequence.items().get(i);
            Optional<Node> given = item instanceof Node.Mapping mapping ? mapping.value(name) : Optional.empty();
            String called = given.orElse(item) instanceof Node.Scalar scalar
                            && !scalar.text().isEmpty()
                    ? scalar.text()
                    : Integer.toString(i);
            binder.block(type, item, path + "." + called).ifPresent(section -> placed.add(new Placed<>(section, item)));
        }
        return placed;
    }

    /** Only keys that a study has, each once, and none missing, so that one slip does not keep the rest from being checked. */
    private Node.Mapping whole(Node.Mapping root) {
        List<String> known = Schema.of(StudyFile.class).keys();
        Node.Mapping clean = new Node.Mapping(root.at(), List.of());
        for (Node.Entry entry : root.entries()) {
            Optional<Node.Entry> first = clean.entry(entry.key());
            if (!known.contains(entry.key())) {
                problems.add(entry.at(), entry.key(), "unknown", Suggestion.among(entry.key(), known));
            } else if (first.isPresent()) {
                problems.add(
                        entry.at(),
                        entry.key(),
                        "is given twice, first on line " + first.get().at().line(),
                        "keep one of them");
            } else {
                clean = clean.with(entry);
            }
        }
        for (Parameter parameter : Schema.of(StudyFile.class).parameters()) {
            if (!parameter.required() || clean.entry(parameter.key()).isPresent()) continue;
            clean = clean.with(new Node.Entry(
                    root.at(),
                    parameter.key(),
                    new Node.Scalar(root.at(), "", parameter.key().equals(STUDY))));
        }
        return named(clean);
    }

    private Node.Mapping named(Node.Mapping root) {
        Node node = root.value(STUDY).orElse(root);
        if (node instanceof Node.Scalar scalar && scalar.text().matches("[a-z0-9][a-z0-9-]{0,60}")) return root;
        String typed = node instanceof Node.Scalar scalar
                ? "\"" + scalar.text() + "\" is not a name"
                : "must be a name, is " + node.kind();
        problems.add(node.at(), STUDY, typed, "lower-case letters, digits and dashes, at most 61");
        return root.with(new Node.Entry(node.at(), STUDY, new Node.Scalar(node.at(), "unnamed", false)));
    }

    private Optional<Node.Mapping> mapping(String file, String text) {
        Optional<Node> node = Yaml.read(file, text, problems);
        if (node.isEmpty()) return Optional.empty();
        if (node.get() instanceof Node.Mapping mapping) return Optional.of(mapping);
        problems.add(
                node.get().at(),
                "study",
                "must be a block of keys, is " + node.get().kind(),
                "see a bundled study for an example");
        return Optional.empty();
    }

    private Node.Mapping extended(Node.Mapping root) {
        Optional<Node> base = root.value(EXTENDS);
        if (base.isEmpty()
                || !(base.get() instanceof Node.Scalar name)
                || name.text().isEmpty()) return root;
        Optional<String> text = Bundled.text(name.text());
        if (text.isEmpty()) {
            problems.add(
                    name.at(),
                    EXTENDS,
                    "there is no bundled study \"" + name.text() + "\"",
                    Suggestion.among(name.text(), Bundled.names()));
            return root.without(EXTENDS);
        }
        Node.Mapping bundled = mapping(Bundled.file(name.text()), text.get()).orElse(root);
        return merged(bundled, root.without(EXTENDS));
    }

    /** The base with the changes laid over it: blocks of the same spec are merged key by key, everything else is replaced. */
    private static Node.Mapping merged(Node.Mapping base, Node.Mapping changes) {
        Node.Mapping all = base;
        for (Node.Entry change : changes.entries()) {
            Node value = change.value();
            Optional<Node> there = base.value(change.key());
            if (there.isPresent()
                    && there.get() instanceof Node.Mapping below
                    && value instanceof Node.Mapping above
                    && sameSpec(below, above)) {
                value = merged(below, above);
            }
            all = all.with(new Node.Entry(change.at(), change.key(), value));
        }
        return all;
    }

    private static boolean sameSpec(Node.Mapping below, Node.Mapping above) {
        return above.value(SpecBinder.IS).isEmpty() || Sweep.name(above).equals(Sweep.name(below));
    }

    private String size(Node.Mapping root) {
        String own = root.value(SIZE) instanceof Optional<Node> at
                        && at.isPresent()
                        && at.get() instanceof Node.Scalar scalar
                ? scalar.text()
                : "";
        if (!own.isEmpty() && !request.size().isEmpty() && !request.size().equals(own)) {
            problems.add(
                    root.value(SIZE).orElse(root).at(),
                    SIZE,
                    "this study was resolved at size " + own,
                    "it cannot be run at size " + request.size());
        }
        if (!own.isEmpty()) return own;
        return request.size().isEmpty() ? Request.LAPTOP : request.size();
    }

    private Node.Mapping sized(Node.Mapping root, String size, Shortcuts shortcuts) {
        Optional<Node> sizes = root.value(SIZES);
        List<String> known = new ArrayList<>(List.of(Request.LAPTOP));
        Optional<Node> changes = Optional.empty();
        if (sizes.isPresent() && sizes.get() instanceof Node.Mapping all) {
            all.entries().stream()
                    .map(Node.Entry::key)
                    .filter(key -> !known.contains(key))
                    .forEach(known::add);
            changes = all.value(size);
            for (Node.Entry entry : all.entries()) block(entry.value(), SIZES + "." + entry.key());
        } else if (sizes.isPresent()) {
            block(sizes.get(), SIZES);
        }
        Node.Mapping plain = root.without(SIZES);
        if (changes.isEmpty()) {
            boolean resolved = root.entry(SIZE).isPresent();
            if (!known.contains(size) && !resolved) {
                problems.add(
                        Node.Place.of("--size"),
                        SIZE,
                        "the study has no size \"" + size + "\"",
                        Suggestion.among(size, known));
            }
            return plain;
        }
        if (!(changes.get() instanceof Node.Mapping mapping)) return plain;
        for (Node.Entry entry : mapping.entries()) plain = shortcuts.set(plain, entry.key(), entry.at(), entry.value());
        return plain;
    }

    private void block(Node node, String path) {
        if (node instanceof Node.Mapping || (node instanceof Node.Scalar scalar && scalar.empty())) return;
        problems.add(
                node.at(),
                path,
                "must be a block of keys, is " + node.kind(),
                "paths with their values, such as { landscape.n: 64, seed: 1..4 }");
    }

    private Node.Mapping settings(Node.Mapping root, Shortcuts shortcuts) {
        Node.Mapping changed = root;
        Node.Place at = Node.Place.of("--set");
        for (String setting : request.settings()) {
            Optional<String[]> split = Paths.split(setting);
            if (split.isEmpty()) {
                problems.add(at, setting, "is not a setting", "write path=value, such as landscape.n=64");
                continue;
            }
            String path = split.get()[0];
            String text = split.get()[1];
            if (text.isEmpty()) {
                problems.add(at, path, "has no value", "write path=value; for empty text write path=\"''\"");
                continue;
            }
            Optional<Node> value = Yaml.value("--set", path, listed(text), problems);
            if (value.isPresent()) changed = shortcuts.set(changed, path, at, value.get());
        }
        return changed;
    }

    /** {@code 0.3,0.5} is a list without its brackets, which a shell would like quoted; a text with blanks is left alone. */
    private static String listed(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length < 2 || "[{\"'".indexOf(text.charAt(0)) >= 0) return text;
        for (String part : parts) {
            if (part.isBlank() || (part.strip().contains(" ") && !Range.looksLike(part.strip()))) return text;
        }
        return "[" + text + "]";
    }

    /** The same number of seeds, beginning with another. */
    private Node.Mapping seeded(Node.Mapping root, long first) {
        Node.Place at = Node.Place.of("--seed");
        long count = root.value(SEED).map(Reader::count).orElse(1L);
        if (first < 0 || first > Long.MAX_VALUE - count) {
            problems.add(at, SEED, first + " is out of range", "must be >= 0");
            return root;
        }
        String text = count == 1 ? Long.toString(first) : first + ".." + (first + count - 1);
        return root.with(new Node.Entry(at, SEED, new Node.Scalar(at, text, false)));
    }

    private static long count(Node seeds) {
        return switch (seeds) {
            case Node.Sequence sequence ->
                sequence.items().stream().mapToLong(Reader::count).sum();
            case Node.Scalar scalar
            when Range.looksLike(scalar.text())
                    && Range.objection(scalar.text()).isEmpty() ->
                Range.values(scalar.text()).size();
            case Node.Scalar scalar -> Numbers.whole(scalar.text()).isPresent() ? 1 : 0;
            case Node.Mapping mapping -> 0;
        };
    }
}
