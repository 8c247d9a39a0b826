package rugged.params;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML (JSON is a part of it) into {@link Node}s with their places. One document; no tags; at most {@value #DEEPEST} levels, {@value #MOST_ALIASES}
 * aliases and {@value #MOST_NODES} nodes with aliases written out, so that no input however crafted costs more than its length.
 */
public final class Yaml {
    private static final int DEEPEST = 50;
    private static final int MOST_ALIASES = 50;
    private static final int MOST_NODES = 100_000;
    private static final int MOST_CHARACTERS = 1 << 20;

    private final String file;
    private final Problems problems;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, Node> anchored = new HashMap<>();
    private int aliases;
    private int nodes;
    private boolean tooMuch;
    private @Nullable Node root;

    private Yaml(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Reads a document; empty when it holds none or when it cannot be read, which is then among the problems. */
    public static Optional<Node> read(String file, String text, Problems problems) {
        Yaml reader = new Yaml(file, problems);
        int before = problems.count();
        reader.read(text);
        if (problems.count() > before) return Optional.empty();
        if (reader.root == null)
            problems.add(
                    new Node.Place(file, 1, 1), "study", "the file is empty", "see a bundled study for an example");
        return Optional.ofNullable(reader.root);
    }

    /** Reads a value typed outside a file: a default, or the right-hand side of {@code --set}. Places carry the name only. */
    public static Optional<Node> value(String name, String path, String text, Problems problems) {
        Problems own = new Problems();
        Optional<Node> node = read(name, text, own);
        for (Problem problem : own.list())
            problems.add(Node.Place.of(name), path, problem.message(), problem.allowed());
        return node.map(found -> placed(found, Node.Place.of(name)));
    }

    private static Node placed(Node node, Node.Place at) {
        return switch (node) {
            case Node.Scalar scalar -> new Node.Scalar(at, scalar.text(), scalar.quoted());
            case Node.Sequence sequence ->
                new Node.Sequence(
                        at,
                        sequence.items().stream().map(item -> placed(item, at)).toList());
            case Node.Mapping mapping ->
                new Node.Mapping(
                        at,
                        mapping.entries().stream()
                                .map(entry -> new Node.Entry(at, entry.key(), placed(entry.value(), at)))
                                .toList());
        };
    }

    private void read(String text) {
        if (text.length() > MOST_CHARACTERS) {
            problems.add(
                    new Node.Place(file, 1, 1),
                    "study",
                    "the file has " + text.length() + " characters",
                    "at most " + MOST_CHARACTERS);
            return;
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowDuplicateKeys(true)
                .setCodePointLimit(MOST_CHARACTERS)
                .build();
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                take(event);
                if (tooMuch) return;
            }
        } catch (MarkedYamlEngineException e) {
            String problem = oneLine(Optional.ofNullable(e.getProblem()).orElse("cannot be read"));
            Node.Place at =
                    e.getProblemMark().or(e::getContextMark).map(this::place).orElse(new Node.Place(file, 1, 1));
            problems.add(at, "yaml", problem, "");
        } catch (YamlEngineException e) {
            problems.add(new Node.Place(file, 1, 1), "yaml", oneLine(String.valueOf(e.getMessage())), "");
        }
    }

    private static String oneLine(String message) {
        return String.join(" ", message.lines().map(String::strip).toList());
    }

    private void take(Event event) {
        switch (event.getEventId()) {
            case Scalar -> {
                ScalarEvent scalar = (ScalarEvent) event;
                refuseTag(scalar.getTag(), event);
                finish(new Node.Scalar(place(event), scalar.getValue(), !scalar.isPlain()), scalar);
            }
            case SequenceStart, MappingStart -> {
                CollectionStartEvent start = (CollectionStartEvent) event;
                refuseTag(start.getTag(), event);
                if (open.size() >= DEEPEST) {
                    stop(event, "nested more than " + DEEPEST + " levels deep");
                } else {
                    open.push(new Open(place(event), start, event.getEventId() == Event.ID.MappingStart));
                }
            }
            case SequenceEnd, MappingEnd -> {
                Open closed = open.pop();
                finish(closed.node(), closed.start);
            }
            case Alias -> alias((AliasEvent) event);
            case DocumentStart -> {
                if (root != null) stop(event, "a second document begins here");
            }
            default -> {
                // stream and document marks carry nothing
            }
        }
    }

    private void alias(AliasEvent event) {
        Node node = anchored.get(event.getAlias().getValue());
        if (node == null) {
            stop(event, "*" + event.getAlias().getValue() + " refers to nothing complete above it");
        } else if (++aliases > MOST_ALIASES) {
            stop(event, "more than " + MOST_ALIASES + " aliases");
        } else {
            nodes += size(node);
            put(node, event);
        }
    }

    private void finish(Node node, NodeEvent event) {
        event.getAnchor().ifPresent(anchor -> anchored.put(anchor.getValue(), node));
        put(node, event);
    }

    private void put(Node node, Event event) {
        if (++nodes > MOST_NODES) stop(event, "more than " + MOST_NODES + " values");
        Open parent = open.peek();
        if (parent == null) {
            root = node;
        } else if (!parent.mapping) {
            parent.items.add(node);
        } else if (parent.key == null) {
            if (node instanceof Node.Scalar key) {
                parent.key = key;
            } else {
                stop(event, "a key must be a single word");
            }
        } else {
            Node.Scalar key = parent.key;
            parent.entries.add(new Node.Entry(key.at(), key.text(), node));
            parent.key = null;
        }
    }

    private static int size(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> 1;
            case Node.Sequence sequence ->
                1 + sequence.items().stream().mapToInt(Yaml::size).sum();
            case Node.Mapping mapping ->
                1
                        + mapping.entries().stream()
                                .mapToInt(entry -> size(entry.value()))
                                .sum();
        };
    }

    private void refuseTag(Optional<String> tag, Event event) {
        if (tag.isPresent() && !tag.get().equals("!"))
            problems.add(place(event), "yaml", "the tag " + tag.get() + " means nothing here", "write the value alone");
    }

    private void stop(Event event, String message) {
        problems.add(place(event), "yaml", message, "");
        tooMuch = true;
    }

    private Node.Place place(Event event) {
        return event.getStartMark().map(this::place).orElse(new Node.Place(file, 1, 1));
    }

    private Node.Place place(Mark mark) {
        return new Node.Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static final class Open {
        private final Node.Place at;
        private final CollectionStartEvent start;
        private final boolean mapping;
        private final List<Node> items = new ArrayList<>();
        private final List<Node.Entry> entries = new ArrayList<>();
        private Node.@Nullable Scalar key;

        Open(Node.Place at, CollectionStartEvent start, boolean mapping) {
            this.at = at;
            this.start = start;
            this.mapping = mapping;
        }

        Node node() {
            return mapping ? new Node.Mapping(at, entries) : new Node.Sequence(at, items);
        }
    }
}
