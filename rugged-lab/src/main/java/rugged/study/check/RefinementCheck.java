package rugged.study.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import rugged.api.Quantity;
import rugged.params.Catalogue;
import rugged.params.Node;
import rugged.params.Problems;
import rugged.params.SpecBinder;
import rugged.params.Suggestion;
import rugged.params.Yaml;
import rugged.params.YamlText;
import rugged.study.Refinement;
import rugged.study.cost.Machine;
import rugged.study.read.DataFolder;
import rugged.study.read.Layout;
import rugged.study.read.Reader;
import rugged.study.read.RefinedStudy;
import rugged.study.read.StudyCase;
import rugged.study.read.StudyFile;

/** Whether a grid can be refined as a study asks for it: two parameters of numbers that are swept and take what lies between, and a quantity that has one mean for each set of parameters. */
public record RefinementCheck(
        Reader.Read study, Catalogue catalogue, DataFolder folder, Machine machine, Problems problems) {
    private static final String KEY = "refine";

    /** The refinement with the grid that it begins with; empty where none is asked for, or it is wrong, which is then among the problems. */
    public Optional<Refinement.Grid> grid(List<Layout> layouts, Map<String, Quantity> measured) {
        Node typed = study.file().refine();
        if (typed instanceof Node.Mapping empty && empty.entries().isEmpty()) return Optional.empty();
        Optional<Refinement> asked = new SpecBinder(catalogue, problems).block(Refinement.class, typed, KEY);
        if (asked.isEmpty()) return Optional.empty();
        Refinement how = asked.get();
        quantity(how.quantity(), typed, measured);
        Set<String> swept = new TreeSet<>();
        for (Layout layout : layouts)
            layout.swept(layout.combinations())
                    .forEach(one -> swept.addAll(layout.coordinates(one).keySet()));
        swept.removeIf(path -> path.endsWith("seed") || path.equals("case"));
        List<String> plane = how.in().isEmpty() ? List.copyOf(swept) : named(how.in(), swept, typed);
        if (plane.size() != 2) {
            if (how.in().isEmpty())
                problems.add(
                        typed.at(),
                        KEY + ".in",
                        plane.size() + " parameters are swept"
                                + (plane.isEmpty() ? "" : ": " + String.join(", ", plane)),
                        "in: [two of them]");
            return Optional.empty();
        }
        return gridOf(how, plane, layouts, typed);
    }

    private void quantity(String name, Node at, Map<String, Quantity> measured) {
        Quantity found = measured.get(name);
        if (found == null)
            problems.add(
                    at.at(),
                    KEY + ".quantity",
                    "nothing of this study records \"" + name + "\"",
                    Suggestion.among(name, measured.keySet()));
        else if (!Set.of("t").containsAll(found.axes()))
            problems.add(
                    at.at(),
                    KEY + ".quantity",
                    name + " depends on " + String.join(", ", found.axes()),
                    "a quantity of time alone, or of nothing");
    }

    private List<String> named(List<String> names, Set<String> swept, Node at) {
        List<String> plane = new ArrayList<>();
        for (String name : names) {
            List<String> fitting = swept.stream()
                    .filter(path -> path.equals(name) || path.endsWith("." + name))
                    .toList();
            if (fitting.size() == 1) plane.add(fitting.getFirst());
            else
                problems.add(
                        at.at(),
                        KEY + ".in",
                        "\"" + name + "\" is "
                                + (fitting.isEmpty() ? "not swept" : "one of " + String.join(", ", fitting)),
                        swept.isEmpty() ? "two swept parameters" : String.join(", ", swept));
        }
        return plane;
    }

    private Optional<Refinement.Grid> gridOf(Refinement how, List<String> plane, List<Layout> layouts, Node at) {
        List<List<BigDecimal>> values = new ArrayList<>();
        for (String path : plane) {
            Optional<List<BigDecimal>> own = values(path, layouts, at);
            if (own.isEmpty()) return Optional.empty();
            values.add(own.get());
        }
        between(plane, values, layouts.getFirst(), at);
        return Optional.of(new Refinement.Grid(how.within(plane.get(0), plane.get(1)), values.get(0), values.get(1)));
    }

    /** What lies between the first two values of each must be a value as well: numbers that count things have none there. */
    private void between(List<String> plane, List<List<BigDecimal>> values, Layout layout, Node at) {
        Map<String, String> place =
                new LinkedHashMap<>(layout.coordinates(layout.combinations().getFirst()));
        for (int k = 0; k < plane.size(); k++) {
            BigDecimal middle = values.get(k).get(0).add(values.get(k).get(1)).divide(BigDecimal.valueOf(2));
            place.put(plane.get(k), middle.toPlainString());
        }
        String text = RefinedStudy.with(YamlText.document(study.root().without("cases")), List.of(place));
        Problems trial = new Problems();
        StudyCase one = study.cases().getOrDefault(layout.name(), new StudyCase(study.root(), study.file()));
        Optional<Node> refined =
                Yaml.read("refine", text, trial).map(Node.Mapping.class::cast).flatMap(root -> root.value("refined"));
        Node.Mapping root = one.root().with(new Node.Entry(at.at(), "refined", refined.orElse(at)));
        Optional<StudyFile> file = new SpecBinder(catalogue, trial).block(StudyFile.class, root, "");
        if (file.isEmpty()) return;
        Layout with = new Layout(layout.name(), new StudyCase(root, file.get()), folder, machine, Set.of(), trial);
        with.parts(with.combinations().getLast(), with.firstSeed());
        if (trial.none()) return;
        String why = trial.list().getFirst().message();
        problems.add(
                at.at(),
                KEY + ".in",
                "a place between two of the grid, "
                        + String.join(
                                ", ",
                                plane.stream()
                                        .map(path -> path + " = " + place.get(path))
                                        .toList()) + ", cannot be computed: " + why,
                "parameters that take every value between those of the grid");
    }

    private Optional<List<BigDecimal>> values(String path, List<Layout> layouts, Node at) {
        Optional<List<BigDecimal>> first = Optional.empty();
        for (Layout layout : layouts) {
            Set<BigDecimal> own = new TreeSet<>();
            for (Layout.Combination one : layout.swept(layout.combinations())) {
                String text = layout.coordinates(one).getOrDefault(path, "");
                Optional<BigDecimal> number = number(text);
                if (number.isEmpty()) {
                    problems.add(
                            at.at(),
                            KEY + ".in",
                            path + " takes the value \"" + text + "\"",
                            "parameters of finite numbers");
                    return Optional.empty();
                }
                own.add(number.get());
            }
            if (own.size() < 2) {
                problems.add(
                        at.at(), KEY + ".in", path + " takes one value", "at least two, between which others come");
                return Optional.empty();
            }
            if (first.isPresent() && !first.get().equals(List.copyOf(own))) {
                problems.add(at.at(), KEY, path + " takes other values in some cases", "one grid for all cases");
                return Optional.empty();
            }
            first = Optional.of(List.copyOf(own));
        }
        return first;
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text).stripTrailingZeros());
        } catch (NumberFormatException word) {
            return Optional.empty();
        }
    }
}
