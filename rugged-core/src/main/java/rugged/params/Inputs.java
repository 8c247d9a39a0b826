package rugged.params;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rugged.num.file.ArrayFile;

/** What specs read from files: which they are, and the text of a spec with the content of its files in the place of their names. */
public final class Inputs {
    private Inputs() {}

    /** All files that a spec and the specs in it read. */
    public static List<InputFile> of(Object spec) {
        List<InputFile> all = new ArrayList<>();
        for (Record one : within(spec)) all.addAll(own(one));
        return all;
    }

    /** A spec and all records among its parameters, outermost first. */
    public static List<Record> within(Object spec) {
        List<Record> all = new ArrayList<>();
        collect(spec, all);
        return all;
    }

    private static void collect(Object value, List<Record> all) {
        switch (value) {
            case Record record -> {
                all.add(record);
                Schema<? extends Record> schema = Schema.of(record);
                for (Parameter parameter : schema.parameters()) {
                    if (!holdsRecords(parameter.type())) continue;
                    Schema.read(record, parameter.key()).ifPresent(inner -> collect(inner, all));
                }
            }
            case Collection<?> several -> several.forEach(one -> collect(one, all));
            case Map<?, ?> several -> several.values().forEach(one -> collect(one, all));
            case Optional<?> maybe -> maybe.ifPresent(one -> collect(one, all));
            default -> {
                // a value without parameters of its own
            }
        }
    }

    private static boolean holdsRecords(ValueType type) {
        return switch (type) {
            case ValueType.Nested nested -> true;
            case ValueType.Block block -> true;
            case ValueType.Many(ValueType item) -> holdsRecords(item);
            case ValueType.Table(ValueType item) -> holdsRecords(item);
            case ValueType.Maybe(ValueType item) -> holdsRecords(item);
            default -> false;
        };
    }

    private static List<InputFile> own(Record record) {
        return record instanceof Spec spec ? spec.filesRead(() -> named(record)) : named(record);
    }

    /** The files that the parameters of a record name, and all below the folders that they name. */
    private static List<InputFile> named(Record record) {
        List<InputFile> files = new ArrayList<>();
        for (Parameter parameter : Schema.of(record).parameters()) {
            if (!parameter.declared().file()) continue;
            for (String name : texts(Schema.read(record, parameter.key()).orElse("")))
                files.addAll(files(parameter.key(), name));
        }
        return files;
    }

    /** The names of files and folders as they stand in a spec and the specs in it; blank ones, which stand for a usual place, left out. */
    public static List<String> names(Object spec) {
        List<String> all = new ArrayList<>();
        for (Record one : within(spec)) {
            for (Parameter parameter : Schema.of(one).parameters()) {
                if (parameter.declared().file())
                    all.addAll(texts(Schema.read(one, parameter.key()).orElse("")));
            }
        }
        return all;
    }

    /** The names in one parameter of a record; blank ones left out. */
    public static List<String> names(Record record, Parameter parameter) {
        return texts(Schema.read(record, parameter.key()).orElse(""));
    }

    /** The texts in the value of a parameter. */
    private static List<String> texts(Object value) {
        return switch (value) {
            case Collection<?> several ->
                several.stream().flatMap(one -> texts(one).stream()).toList();
            case Map<?, ?> several ->
                several.values().stream().flatMap(one -> texts(one).stream()).toList();
            case Optional<?> maybe -> maybe.map(Inputs::texts).orElse(List.of());
            default -> value.toString().isBlank() ? List.of() : List.of(value.toString());
        };
    }

    private static List<InputFile> files(String parameter, String name) {
        Path path;
        try {
            path = Path.of(name);
        } catch (InvalidPathException noName) {
            return List.of();
        }
        if (Files.isRegularFile(path)) return List.of(InputFile.of(parameter, path));
        ArrayFile array = ArrayFile.of(name);
        if (!array.member().isEmpty() && Files.isRegularFile(array.path()))
            return List.of(InputFile.of(parameter, array.path(), array.member()));
        if (!Files.isDirectory(path)) return List.of();
        try (Stream<Path> below = Files.walk(path)) {
            return below.filter(Files::isRegularFile)
                    .sorted()
                    .map(file ->
                            InputFile.of(parameter, file, path.relativize(file).toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The canonical text of a spec ({@link Canonical#text}), each parameter that names files holding the digests of their content instead. */
    public static String text(Object spec) {
        return YamlText.flow(content(spec, Canonical.node(spec)));
    }

    private static Node content(Object value, Node node) {
        return switch (value) {
            case Record record when node instanceof Node.Mapping mapping -> content(record, mapping);
            case Collection<?> several
            when node instanceof Node.Sequence sequence -> {
                List<Node> items = new ArrayList<>();
                int next = 0;
                for (Object one : several)
                    items.add(content(one, sequence.items().get(next++)));
                yield new Node.Sequence(sequence.at(), items);
            }
            case Map<?, ?> several
            when node instanceof Node.Mapping mapping -> {
                Node.Mapping all = mapping;
                for (Node.Entry entry : mapping.entries())
                    all = all.with(new Node.Entry(
                            entry.at(),
                            entry.key(),
                            content(Optional.ofNullable(several.get(entry.key())), entry.value())));
                yield all;
            }
            case Optional<?> maybe when maybe.isPresent() -> content(maybe.get(), node);
            default -> node;
        };
    }

    private static Node content(Record record, Node.Mapping mapping) {
        Node.Mapping all = mapping;
        Map<String, List<InputFile>> files = own(record).stream().collect(Collectors.groupingBy(InputFile::parameter));
        for (Parameter parameter : Schema.of(record).parameters()) {
            Optional<Node> there = mapping.value(parameter.key());
            if (there.isEmpty()) continue;
            Object value = Schema.read(record, parameter.key()).orElseThrow();
            Node node = there.get();
            if (files.containsKey(parameter.key())) node = digests(files.get(parameter.key()));
            else if (holdsRecords(parameter.type())) node = content(value, node);
            all = all.with(new Node.Entry(mapping.at(), parameter.key(), node));
        }
        return all;
    }

    private static Node digests(List<InputFile> files) {
        return Node.scalar(files.stream().map(InputFile::identity).collect(Collectors.joining(" ")));
    }
}
