package rugged.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Schedule;
import rugged.api.StartSpec;
import rugged.api.TheorySpec;
import rugged.params.Canonical;
import rugged.params.Catalogue;
import rugged.params.Node;
import rugged.params.Parameter;
import rugged.params.Problems;
import rugged.params.Schema;
import rugged.params.SpecBinder;
import rugged.params.ValueType;
import rugged.study.check.MemoryCheck;
import rugged.study.cost.Machine;
import rugged.study.read.Choice;
import rugged.study.read.DataFolder;
import rugged.study.read.Layout;
import rugged.study.read.Section;
import rugged.study.read.Section.Bound;
import rugged.study.read.Sweep;

/** The theories of a study. What a theory leaves out it takes from the landscape, dynamics, protocol or start of the points beside which it stands. */
final class Comparisons {
    private static final int LINE = 30; // points a decade of a line that looks smooth

    private final Catalogue catalogue;
    private final DataFolder folder;
    private final Identities identities;
    private final Problems problems;
    private final List<Between> theories;
    private final MemoryCheck room;
    private final int most;
    private final Set<String> warnings = new LinkedHashSet<>();
    private final Set<Between> stood = new LinkedHashSet<>();

    Comparisons(Node theories, DataFolder folder, Identities identities, Machine machine, Problems problems) {
        this.catalogue = folder.catalogue();
        this.folder = folder;
        this.identities = identities;
        this.problems = problems;
        this.room = new MemoryCheck(machine, problems);
        this.most = machine.mostPoints();
        List<Node> listed = Layout.listed(theories) instanceof Node.Sequence sequence ? sequence.items() : List.of();
        this.theories =
                listed.stream().map(node -> Between.of(renamed(node), problems)).toList();
    }

    /** A theory with the first keys of its parameters, by which all else knows them. */
    private Node renamed(Node theory) {
        return theory instanceof Node.Mapping block
                ? catalogue
                        .find("theory", Sweep.name(theory))
                        .map(entry -> entry.schema().renamed(block))
                        .orElse(block)
                : theory;
    }

    /** The names of the theories. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (Between one : theories) names.add(Sweep.name(one.theory()));
        return names;
    }

    /** What the user should know. */
    Set<String> warnings() {
        return warnings;
    }

    /** Refuses theories that stand beside no runs, once all runs were asked for. */
    void require() {
        for (Between one : theories)
            if (!stood.contains(one))
                problems.add(
                        one.theory().at(),
                        path(one.theory()) + "." + Between.WHERE,
                        "no run has " + one.where(),
                        "coordinates that the runs differ in");
    }

    /** The theories beside specs from which they may take what they leave out. */
    List<TheoryTask> beside(List<Bound<?>> parts, Map<String, String> coordinates, Optional<Schedule> observed) {
        List<TheoryTask> tasks = new ArrayList<>();
        for (Between one : theories) {
            if (!one.besides(coordinates)) continue;
            stood.add(one);
            String path = path(one.theory());
            for (Choice choice : choices(one)) {
                task(choice.node(), path, parts, joined(coordinates, choice), observed)
                        .ifPresent(tasks::add);
                for (Between.Place place : one.places(coordinates, problems)) {
                    Node node = given(choice.node(), place.given());
                    task(node, path, parts, joined(place.coordinates(), choice), observed)
                            .ifPresent(tasks::add);
                }
            }
        }
        return tasks;
    }

    /** Each theory alone beside runs of such coordinates, for what it computes and in what it is swept. */
    List<TheoryTask> alone(List<Bound<?>> parts, Map<String, String> coordinates) {
        List<TheoryTask> tasks = new ArrayList<>();
        for (Between one : theories)
            if (one.besides(coordinates))
                for (Choice choice : choices(one))
                    task(choice.node(), path(one.theory()), parts, choice.coordinates(), Optional.of(Schedule.at(1.0)))
                            .ifPresent(tasks::add);
        return tasks;
    }

    private List<Choice> choices(Between one) {
        Sweep sweep = new Sweep(catalogue, problems, most, Set.of());
        return sweep.of(new ValueType.Nested(TheorySpec.class), one.theory(), path(one.theory()));
    }

    private static Map<String, String> joined(Map<String, String> coordinates, Choice choice) {
        Map<String, String> all = new LinkedHashMap<>(coordinates);
        all.putAll(choice.coordinates());
        return all;
    }

    private static Node given(Node theory, Node.Entry entry) {
        Node.Mapping mapping = theory instanceof Node.Mapping block
                ? block
                : new Node.Mapping(theory.at(), List.of(new Node.Entry(theory.at(), SpecBinder.IS, theory)));
        return mapping.with(entry);
    }

    /** The theories, as typed, that cannot be bound beside such specs. */
    List<Node> unbound(List<Bound<?>> parts, Map<String, String> coordinates) {
        List<Node> nodes = new ArrayList<>();
        for (Between one : theories)
            if (one.besides(coordinates))
                for (Choice choice : choices(one))
                    if (bound(choice.node(), path(one.theory()), parts).isEmpty()) nodes.add(choice.node());
        return nodes;
    }

    private static String path(Node node) {
        return "theory." + Sweep.name(node);
    }

    private Optional<TheoryTask> task(
            Node node,
            String path,
            List<Bound<?>> parts,
            Map<String, String> coordinates,
            Optional<Schedule> observed) {
        String name = Sweep.name(node);
        Optional<TheorySpec> spec = bound(node, path, parts);
        if (spec.isEmpty() || observed.isEmpty()) return Optional.empty();
        Schedule grid = grid(observed.get());
        if (!room.check(spec.get(), grid, node.at(), path)) return Optional.empty();
        String key = Canonical.hash(identities.of(spec.get()) + text(grid) + Numerics.VERSION, 16);
        return Optional.of(new TheoryTask(name, key, spec.get(), grid, coordinates));
    }

    private Optional<TheorySpec> bound(Node node, String path, List<Bound<?>> parts) {
        Node whole = catalogue
                .find("theory", Sweep.name(node))
                .map(entry -> inherited(entry, folder.located(new ValueType.Nested(TheorySpec.class), node), parts))
                .orElse(node);
        return new SpecBinder(catalogue, problems).spec(TheorySpec.class, whole, path);
    }

    private Node inherited(Catalogue.Entry theory, Node node, List<Bound<?>> parts) {
        if (node instanceof Node.Sequence) return node;
        Node.Mapping mapping = node instanceof Node.Mapping given
                ? given
                : new Node.Mapping(node.at(), List.of(new Node.Entry(node.at(), SpecBinder.IS, node)));
        boolean own =
                mapping.entries().size() > 1 || theory.schema().parameters().isEmpty();
        for (Parameter parameter : theory.schema().parameters()) {
            if (mapping.entry(parameter.key()).isPresent() || Section.follows(parameter)) continue;
            Optional<Node> value = value(parameter, parts);
            if (value.isEmpty()) continue;
            own = true;
            mapping = mapping.with(new Node.Entry(node.at(), parameter.key(), placed(value.get(), node.at())));
        }
        if (!own)
            warnings.add("theory " + theory.name() + " stands at its defaults: this study has none of its parameters");
        return mapping;
    }

    private static Optional<Node> value(Parameter wanted, List<Bound<?>> parts) {
        boolean passedOver = parts.stream()
                .anyMatch(part -> part.spec() instanceof StartSpec start
                        && start.passesOver().contains(wanted.key()));
        for (Bound<?> part : parts) {
            if (passedOver && part.spec() instanceof LandscapeSpec) continue;
            Optional<Parameter> there = Schema.of(part.spec()).parameter(wanted.key());
            if (there.isEmpty() || !alike(there.get().type(), wanted.type())) continue;
            return Schema.read(part.spec(), wanted.key())
                    .filter(value -> !(value instanceof Optional<?> maybe && maybe.isEmpty()))
                    .map(value -> Canonical.value(there.get().type(), value));
        }
        return Optional.empty();
    }

    /** Choices of two different lists are never alike, even under one key. */
    private static boolean alike(ValueType one, ValueType other) {
        return one.equals(other) || (number(one) && number(other)) || (word(one) && word(other));
    }

    private static boolean number(ValueType type) {
        return type instanceof ValueType.Whole || type instanceof ValueType.Real;
    }

    private static boolean word(ValueType type) {
        return type instanceof ValueType.Text || type instanceof ValueType.Parsed;
    }

    private static Node placed(Node node, Node.Place at) {
        return switch (node) {
            case Node.Scalar scalar -> new Node.Scalar(at, scalar.text(), scalar.quoted());
            case Node.Sequence list ->
                new Node.Sequence(
                        at, list.items().stream().map(item -> placed(item, at)).toList());
            case Node.Mapping _ -> node;
        };
    }

    /** The times observed, and more between them for a smooth line. */
    static Schedule grid(Schedule observed) {
        double until = observed.until();
        double first = until;
        for (int k = observed.size() - 1; k >= 0; k--) if (observed.time(k) > 0) first = observed.time(k);
        if (!(first > 0) || !(until > first)) return observed;
        return observed.with(Schedule.logarithmicGrid(first, until, LINE));
    }

    private static String text(Schedule grid) {
        StringBuilder text = new StringBuilder();
        for (int a = 0; a < grid.ages(); a++) text.append('a').append(grid.age(a));
        for (int k = 0; k < grid.size(); k++) {
            text.append('t').append(grid.time(k));
            for (int a = 0; a < grid.ages(); a++) text.append(grid.due(k, a) ? '1' : '0');
        }
        return text.toString();
    }
}
