package rugged.study.read;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import rugged.params.Catalogue;
import rugged.params.Inputs;
import rugged.params.Node;
import rugged.params.Parameter;
import rugged.params.Schema;
import rugged.params.SpecBinder;
import rugged.params.ValueType;

/**
 * Where relative names of data files start: at the folder that a study names, else where the program runs. Names stay as they were typed in the study and its
 * coordinates; specs get the whole path.
 *
 * @param catalogue what knows which parameters name files
 * @param folder the folder; empty for where the program runs
 */
public record DataFolder(Catalogue catalogue, String folder) {
    /** A name of a file as seen from here. */
    public static String located(String folder, String name) {
        if (folder.isEmpty() || name.isBlank()) return name;
        try {
            return Path.of(folder).resolve(name).toString();
        } catch (InvalidPathException noName) {
            return name;
        }
    }

    /** A value with the names of files in it located. */
    public Node located(ValueType type, Node node) {
        if (folder.isEmpty()) return node;
        return switch (type) {
            case ValueType.Nested nested ->
                node instanceof Node.Mapping mapping
                        ? catalogue
                                .find(nested.kind(), Sweep.name(mapping))
                                .<Node>map(entry -> located(entry.schema(), mapping))
                                .orElse(node)
                        : node;
            case ValueType.Block(Class<? extends Record> record) ->
                node instanceof Node.Mapping mapping ? located(Schema.of(record), mapping) : node;
            case ValueType.Maybe(ValueType inner) -> located(inner, node);
            case ValueType.Many(ValueType item) ->
                node instanceof Node.Sequence sequence
                        ? new Node.Sequence(
                                node.at(),
                                sequence.items().stream()
                                        .map(one -> located(item, one))
                                        .toList())
                        : node;
            default -> node;
        };
    }

    public Node.Mapping located(Schema<?> schema, Node.Mapping mapping) {
        Node.Mapping all = mapping;
        for (Node.Entry entry : mapping.entries()) {
            Optional<Parameter> parameter = schema.parameter(entry.key());
            if (parameter.isEmpty() || entry.key().equals(SpecBinder.IS)) continue;
            Node value = parameter.get().declared().file()
                    ? named(entry.value())
                    : located(parameter.get().type(), entry.value());
            if (value != entry.value()) all = all.with(new Node.Entry(entry.at(), entry.key(), value));
        }
        return all;
    }

    private Node named(Node node) {
        return switch (node) {
            case Node.Scalar scalar ->
                scalar.empty() ? scalar : new Node.Scalar(scalar.at(), located(folder, scalar.text()), true);
            case Node.Sequence sequence ->
                new Node.Sequence(
                        sequence.at(),
                        sequence.items().stream().map(this::named).toList());
            case Node.Mapping mapping -> mapping;
        };
    }

    /** What a study that lies elsewhere must name for its specs to find their files; empty where they name none by a relative name. */
    public String remembered(Iterable<?> specs) {
        if (!folder.isEmpty()) return folder;
        for (Object spec : specs) {
            for (String name : Inputs.names(spec)) {
                if (!Path.of(name).isAbsolute())
                    return Path.of("").toAbsolutePath().toString();
            }
        }
        return "";
    }
}
