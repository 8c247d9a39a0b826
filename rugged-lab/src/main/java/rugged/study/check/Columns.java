package rugged.study.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rugged.api.AnalysisSpec;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.TheorySpec;
import rugged.params.Catalogue;
import rugged.params.Node;
import rugged.params.Problems;
import rugged.params.Samples;
import rugged.params.Suggestion;
import rugged.study.FigureSection;
import rugged.study.FindingSection;
import rugged.study.read.Sizes;

/** What figures and findings may speak of: quantities, their axes, parameters. Finds the full path behind a short name. */
public final class Columns {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]*[.]?[0-9]+([eE][-+]?[0-9]+)?");
    private static final Set<String> EXPRESSIONS = Set.of("t-tw", "t/tw", "(t-tw)/tw");
    private static final String SEED = "seed";

    private final Map<String, Quantity> quantities;
    private final Set<String> theories;
    private final Set<String> paths;
    private final Set<String> swept;
    private final Unbound unbound;
    private final Catalogue catalogue;
    private final Problems problems;
    private final Set<String> mentioned = new LinkedHashSet<>();
    private final Predicate<String> sizes;
    private final Set<String> derived = new LinkedHashSet<>();

    /**
     * @param quantities everything that is measured or computed, by name
     * @param theories names of the theories of the study
     * @param paths paths of all parameters
     * @param swept those that take several values
     * @param sizes which names are sizes of some landscape ({@link Sizes})
     * @param unbound what cannot be bound
     */
    public Columns(
            Map<String, Quantity> quantities,
            Set<String> theories,
            Set<String> paths,
            Set<String> swept,
            Predicate<String> sizes,
            Unbound unbound,
            Catalogue catalogue,
            Problems problems) {
        this.quantities = quantities;
        this.theories = theories;
        this.paths = paths;
        this.swept = swept;
        this.sizes = sizes;
        this.unbound = unbound;
        this.catalogue = catalogue;
        this.problems = problems;
    }

    /** Parameters that some figure or finding speaks of, by their full path. */
    public Set<String> mentioned() {
        return mentioned;
    }

    /** Sizes of landscapes that some figure or finding speaks of. */
    public Set<String> derived() {
        return derived;
    }

    /** The figure with full paths, everything wrong with it reported. */
    FigureSection resolved(FigureSection figure, Place at) {
        if (!figure.page().isEmpty()) return figure;
        quantity(figure.y(), at, "y");
        Quantity y = quantities.get(figure.y());
        for (String name : figure.overlay()) overlaid(name, at);
        for (String name : figure.verticals().orElse(List.of())) marked(name, at);
        if (y == null) return figure;
        if (figure.at() == FigureSection.Times.LAST && !y.axes().contains("t")) {
            problems.add(at.of("at"), at.path("at"), y.name() + " does not depend on time", "at: every, the default");
        }
        if (figure.strokes().isPresent()) strokes(figure, y, at);
        else if (figure.x().indexOf(',') >= 0) map(figure, y, at);
        String across = abscissa(figure.x(), y, at);
        return figure.withLines(figure.lines().map(lines -> lines(lines, across, y, at)))
                .resolved(
                        across,
                        figure.curves().isEmpty() ? "" : column(figure.curves(), y, at, "curves"),
                        figure.panels().isEmpty() ? "" : column(figure.panels(), y, at, "panels"),
                        figure.marks().isEmpty() ? "" : column(figure.marks(), y, at, "marks"),
                        only(figure.where(), y, at, "where"));
    }

    /** A theory of the study, or one of its quantities behind a full stop. */
    private void overlaid(String name, Place at) {
        int stop = name.indexOf('.');
        String theory = stop < 0 ? name : name.substring(0, stop);
        if (!name.equals("*") && !theory(theory))
            problems.add(
                    at.of("overlay"),
                    at.path("overlay"),
                    "there is no theory \"" + theory + "\" in this study",
                    Suggestion.among(theory, theories));
        else if (stop >= 0) quantity(name.substring(stop + 1), at, "overlay");
    }

    /** A number, or a quantity without axes of a theory of the study. */
    private void marked(String name, Place at) {
        if (NUMBER.matcher(name).matches()) return;
        int stop = name.indexOf('.');
        String theory = name.substring(0, Math.max(0, stop));
        Quantity found = quantities.get(name.substring(stop + 1));
        String wrong = "";
        if (stop <= 0) wrong = "\"" + name + "\" is neither a number nor a quantity of a theory";
        else if (!theory(theory)) wrong = "there is no theory \"" + theory + "\" in this study";
        else if (found == null) wrong = "there is no quantity \"" + name.substring(stop + 1) + "\" in this study";
        else if (!found.axes().isEmpty()) wrong = found.name() + " has axes, and a line stands at one place";
        if (wrong.isEmpty()) return;
        String allowed = "numbers, or theory.quantity where the quantity is one number";
        problems.add(at.of("verticals"), at.path("verticals"), wrong, allowed);
    }

    /** Lines over a map, their axis by its full path: the value of a quantity that is one number, at each place on the other axis. */
    private List<String> lines(List<String> typed, String across, Quantity y, Place at) {
        List<String> both = Stream.of(across.split(",")).map(String::strip).toList();
        List<String> full = new ArrayList<>();
        for (String line : typed) {
            int sign = line.indexOf('=');
            String asked = line.substring(sign + 1).strip();
            int stop = asked.indexOf('.');
            Quantity found = quantities.get(asked.substring(stop + 1));
            String axis = sign <= 0 ? "" : column(line.substring(0, sign).strip(), y, at, "lines");
            String wrong = "";
            if (sign <= 0) wrong = "\"" + line + "\" does not say which axis has the value";
            else if (!both.contains(axis)) wrong = axis + " is no axis of this map";
            else if (stop > 0 && !theory(asked.substring(0, stop)))
                wrong = "there is no theory \"" + asked.substring(0, stop) + "\" in this study";
            else if (found == null) wrong = "there is no quantity \"" + asked.substring(stop + 1) + "\" in this study";
            else if (!found.axes().isEmpty())
                wrong = found.name() + " has axes, and a line has one place for each value";
            if (!wrong.isEmpty())
                problems.add(
                        at.of("lines"),
                        at.path("lines"),
                        wrong,
                        "\"axis = theory.quantity\" or \"axis = quantity\", the axis one of "
                                + String.join(", ", both));
            full.add(axis + " = " + asked);
        }
        return full;
    }

    /** A map has one value at each place: no curves, and every axis of the quantity across, up, a panel, or one value. */
    private void map(FigureSection figure, Quantity y, Place at) {
        if (!figure.curves().isEmpty() || !figure.marks().isEmpty()) {
            String key = figure.curves().isEmpty() ? "marks" : "curves";
            problems.add(at.of(key), at.path(key), "a map of colours has none", "panels, or x with one axis");
        }
        List<String> free = new ArrayList<>(y.axes());
        for (String axis : figure.x().split(",")) free.remove(axis.strip());
        free.remove(figure.panels());
        free.removeAll(figure.where().keySet());
        if (figure.at() == FigureSection.Times.LAST) free.remove("t");
        if (!free.isEmpty())
            problems.add(
                    at.of("x"),
                    at.path("x"),
                    y.name() + " depends on " + String.join(", ", free) + " as well: a place would have several values",
                    "panels: " + free.getFirst() + ", or where: { " + free.getFirst() + ": ... }"
                            + (free.contains("t") ? ", or at: last" : ""));
    }

    /** A stroke has one point at each place on it: no curves, and every axis of the quantity across, along, a colour, a panel, or one value. */
    private void strokes(FigureSection figure, Quantity y, Place at) {
        if (!figure.curves().isEmpty() || !figure.marks().isEmpty()) {
            String key = figure.curves().isEmpty() ? "marks" : "curves";
            problems.add(at.of(key), at.path(key), "strokes have none", "colour, or panels");
        }
        for (String axis : figure.strokes().orElseThrow().split(",")) axis(axis.strip(), y, at, "strokes");
        figure.colour().ifPresent(axis -> axis(axis, y, at, "colour"));
    }

    /** The finding with full paths, everything wrong with it reported. */
    FindingSection resolved(FindingSection finding, Place at) {
        quantity(finding.quantity(), at, "quantity");
        Quantity quantity = quantities.get(finding.quantity());
        if (!finding.theory().isEmpty() && !theory(finding.theory())) {
            String message = "there is no theory \"" + finding.theory() + "\" in this study";
            problems.add(at.of("theory"), at.path("theory"), message, Suggestion.among(finding.theory(), theories));
        }
        if (quantity == null) return finding;
        for (String axis : finding.at().keySet()) axis(axis, quantity, at, "at");
        for (String axis : quantity.axes()) {
            if (finding.at().containsKey(axis)) continue;
            problems.add(
                    at.of("at"),
                    at.path("at." + axis),
                    "is missing",
                    finding.quantity() + " depends on " + String.join(", ", quantity.axes()));
        }
        Optional<FindingSection.Minus> minus = finding.minus().map(second -> subtracted(second, quantity, at, "minus"));
        Optional<FindingSection.Over> over = finding.over().map(divisor -> divided(finding, divisor, quantity, at));
        return finding.resolved(only(finding.where(), quantity, at, "where"), minus, over);
    }

    private FindingSection.Minus subtracted(FindingSection.Minus second, Quantity quantity, Place at, String key) {
        for (String axis : second.at().keySet()) axis(axis, quantity, at, key);
        return new FindingSection.Minus(second.at(), only(second.where(), quantity, at, key));
    }

    private FindingSection.Over divided(FindingSection finding, FindingSection.Over over, Quantity first, Place at) {
        String name = over.quantity().isEmpty() ? first.name() : over.quantity();
        quantity(name, at, "over");
        Quantity quantity = quantities.get(name);
        if (quantity == null) return over;
        for (String axis : over.at().keySet()) axis(axis, quantity, at, "over");
        for (String axis : quantity.axes()) {
            if (finding.at().containsKey(axis) || over.at().containsKey(axis)) continue;
            String depends = name + " depends on " + String.join(", ", quantity.axes());
            problems.add(at.of("over"), at.path("over.at." + axis), "is missing", depends);
        }
        return new FindingSection.Over(
                name,
                over.at(),
                only(over.where(), quantity, at, "over"),
                over.minus().map(second -> subtracted(second, quantity, at, "over")),
                over.factor());
    }

    private void axis(String axis, Quantity quantity, Place at, String key) {
        if (quantity.axes().contains(axis)) return;
        problems.add(
                at.of(key),
                at.path(key + "." + axis),
                "is not an axis of " + quantity.name(),
                "its axes are " + String.join(", ", quantity.axes()));
    }

    private Map<String, String> only(Map<String, String> typed, Quantity quantity, Place at, String key) {
        Map<String, String> full = new LinkedHashMap<>();
        typed.forEach((name, value) -> full.put(column(name, quantity, at, key), value));
        return full;
    }

    private String abscissa(String typed, Quantity y, Place at) {
        boolean twoTimes = y.axes().contains("t") && y.axes().contains("tw");
        if (twoTimes && EXPRESSIONS.contains(typed.replace(" ", ""))) return typed;
        if (y.axes().contains(typed)) return typed;
        int comma = typed.indexOf(',');
        if (comma >= 0)
            return column(typed.substring(0, comma).strip(), y, at, "x") + ", "
                    + column(typed.substring(comma + 1).strip(), y, at, "x");
        if (quantities.containsKey(typed)) return typed;
        return column(typed, y, at, "x");
    }

    private String column(String typed, Quantity quantity, Place at, String key) {
        if (quantity.axes().contains(typed)) return typed;
        List<String> candidates = candidates(typed);
        if (typed.equals(SEED) || candidates.stream().anyMatch(path -> path.endsWith("." + SEED))) {
            problems.add(
                    at.of(key), at.path(key), typed + " numbers samples, over which is averaged", "another parameter");
            return typed;
        }
        if (candidates.isEmpty() && sizes.test(typed)) {
            derived.add(typed);
            return typed;
        }
        if (candidates.size() == 1) {
            mentioned.add(candidates.getFirst());
            return candidates.getFirst();
        }
        if (candidates.isEmpty() && unbound.mayHave(typed)) return typed;
        if (candidates.isEmpty()) {
            Set<String> known = new TreeSet<>(quantity.axes());
            known.addAll(swept);
            problems.add(
                    at.of(key),
                    at.path(key),
                    "nothing here is called \"" + typed + "\"",
                    Suggestion.among(typed, known));
        } else {
            problems.add(
                    at.of(key),
                    at.path(key),
                    "\"" + typed + "\" could be several parameters",
                    "write one of " + String.join(", ", candidates));
        }
        return typed;
    }

    private List<String> candidates(String typed) {
        if (paths.contains(typed)) return List.of(typed);
        List<String> endings =
                paths.stream().filter(path -> path.endsWith("." + typed)).toList();
        List<String> moving = endings.stream().filter(swept::contains).toList();
        return moving.size() == 1 ? moving : endings;
    }

    /** Reports what an analysis reads that nobody measures, and what it cannot work with. */
    public void legible(AnalysisSpec analysis, Node.Place at, String path) {
        if (unbound.anyQuantity()) return;
        for (String name : analysis.reads())
            if (!quantities.containsKey(name)) problems.add(at, path, "reads \"" + name + "\"", measuring(name));
        analysis.objection(quantities).ifPresent(why -> problems.add(at, path, why, "what the study records"));
    }

    /** Whether the study has a theory, or might have meant it by a name that is none. */
    private boolean theory(String name) {
        boolean misnamed =
                theories.stream().anyMatch(one -> catalogue.find("theory", one).isEmpty());
        return theories.contains(name)
                || misnamed && catalogue.find("theory", name).isPresent();
    }

    /** Adds what an analysis finds. */
    public void add(List<Quantity> found) {
        for (Quantity quantity : found) quantities.putIfAbsent(quantity.name(), quantity);
    }

    private void quantity(String name, Place at, String key) {
        Quantity known = quantities.get(name);
        if (known != null && known.hasExtents())
            problems.add(
                    at.of(key),
                    at.path(key),
                    name + " is an array",
                    "what an analysis makes of it: histogram, array-mean, or one of your own");
        if (known != null || unbound.anyQuantity()) return;
        problems.add(at.of(key), at.path(key), "nobody measures \"" + name + "\" here", measuring(name));
    }

    private String measuring(String name) {
        List<String> measuring = new ArrayList<>();
        for (Catalogue.Entry entry : catalogue.entries("observable")) {
            boolean writes = Samples.of(entry, catalogue)
                    .filter(ObservableSpec.class::isInstance)
                    .map(sample -> names(((ObservableSpec) sample).quantities()).contains(name))
                    .orElse(false);
            if (writes) measuring.add(entry.name());
        }
        return measuring.isEmpty()
                ? Suggestion.among(name, quantities.keySet())
                : "add " + String.join(" or ", measuring) + " to observe";
    }

    /** Names of quantities. */
    public static List<String> names(List<Quantity> quantities) {
        return quantities.stream().map(Quantity::name).toList();
    }

    /** Adds what a theory computes to what is measured. */
    public static void add(Map<String, Quantity> all, TheorySpec theory) {
        for (Quantity quantity : theory.quantities()) all.putIfAbsent(quantity.name(), quantity);
    }

    /**
     * Where a figure or a finding stands.
     *
     * @param list the key of its list
     * @param name its name
     * @param node as typed
     */
    public record Place(String list, String name, Node node) {
        /** Where one of its keys stands; the whole when it was not typed. */
        Node.Place of(String key) {
            return node instanceof Node.Mapping mapping
                    ? mapping.value(key).orElse(node).at()
                    : node.at();
        }

        /** The path of one of its keys. */
        String path(String key) {
            return list + "." + name + "." + key;
        }
    }
}
