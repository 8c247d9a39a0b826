package rugged.study.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.params.Node;
import rugged.params.Numbers;
import rugged.study.FigureSection;
import rugged.study.FindingSection;
import rugged.study.Point;
import rugged.study.Position;
import rugged.study.TheoryTask;

/** Whether what findings, figures and analyses speak of will be there when the run has ended: points with those parameters, values at those times. Says what will be. */
public final class Coverage {
    private final Map<Map<String, String>, Point> groups = new LinkedHashMap<>();
    private final Map<String, Set<String>> values = new LinkedHashMap<>();
    private final Map<String, Set<String>> computed = new HashMap<>();
    private final Complaints complaints;
    private final Map<Point, Recordings> recordings = new HashMap<>();

    public Coverage(Collection<Point> points, Collection<TheoryTask> theories, Complaints complaints) {
        this.complaints = complaints;
        for (Point point : points) {
            Map<String, String> group = new LinkedHashMap<>(point.coordinates());
            group.keySet().removeIf(path -> path.equals("seed") || path.endsWith(".seed"));
            groups.putIfAbsent(group, point);
            point.coordinates().forEach((path, value) -> add(values, path, value));
        }
        for (TheoryTask theory : theories) theory.coordinates().forEach((path, value) -> add(computed, path, value));
    }

    private static void add(Map<String, Set<String>> all, String path, String value) {
        all.computeIfAbsent(path, key -> new LinkedHashSet<>()).add(value);
    }

    /** A finding is made of one to four values, each at one set of parameters. */
    public void check(FindingSection finding, Columns.Place at) {
        value(finding.quantity(), finding.at(), finding.where(), finding.within(), "at", "where", at);
        finding.minus()
                .ifPresent(minus -> value(
                        finding.quantity(),
                        merged(finding.at(), minus.at()),
                        merged(finding.where(), minus.where()),
                        finding.within(),
                        "minus",
                        "minus",
                        at));
        finding.over().ifPresent(over -> {
            Map<String, Position> place = merged(finding.at(), over.at());
            Map<String, String> where = merged(finding.where(), over.where());
            String quantity = over.quantity().isEmpty() ? finding.quantity() : over.quantity();
            value(quantity, place, where, finding.within(), "over", "over", at);
            over.minus()
                    .ifPresent(minus -> value(
                            quantity,
                            merged(place, minus.at()),
                            merged(where, minus.where()),
                            finding.within(),
                            "over",
                            "over",
                            at));
        });
    }

    private static <T> Map<String, T> merged(Map<String, T> first, Map<String, T> second) {
        Map<String, T> all = new TreeMap<>(first);
        all.putAll(second);
        return all;
    }

    private void value(
            String quantity,
            Map<String, Position> place,
            Map<String, String> where,
            double within,
            String atKey,
            String whereKey,
            Columns.Place at) {
        boolean there = true;
        for (Map.Entry<String, String> wanted : where.entrySet())
            there &= among(wanted.getKey(), wanted.getValue(), values, at, whereKey);
        if (!there) return;
        List<Point> matching = matching(where);
        if (matching.size() != 1) {
            String many = matching.isEmpty() ? "no point has " : matching.size() + " sets of parameters match ";
            complaints.add(at.of(whereKey), at.path(whereKey), many + where, "parameters of one set, such as " + one());
            return;
        }
        recordings
                .computeIfAbsent(matching.getFirst(), Recordings::new)
                .missing(quantity, place, within)
                .ifPresent(missing -> complaints.add(at.of(atKey), at.path(atKey), missing.what(), missing.instead()));
    }

    /** Some set of parameters in words. */
    private String one() {
        return groups.isEmpty() ? "{}" : groups.keySet().iterator().next().toString();
    }

    private List<Point> matching(Map<String, String> where) {
        List<Point> matching = new ArrayList<>();
        groups.forEach((group, point) -> {
            boolean all = where.entrySet().stream()
                    .allMatch(wanted -> same(group.getOrDefault(wanted.getKey(), ""), wanted.getValue()));
            if (all) matching.add(point);
        });
        return matching;
    }

    /** A figure shows rows of points and theories. */
    public void check(FigureSection figure, Quantity y, Columns.Place at) {
        Map<String, String> parameters = new LinkedHashMap<>(figure.where());
        parameters.keySet().removeAll(y.axes());
        boolean there = true;
        for (Map.Entry<String, String> wanted : parameters.entrySet())
            there &= among(wanted.getKey(), wanted.getValue(), shown(wanted.getKey()), at, "where");
        if (!there) return;
        String tw = figure.where().getOrDefault(Recordings.AGE, "");
        if (tw.isEmpty() || !y.axes().contains(Recordings.AGE)) return;
        Set<Double> ages = new TreeSet<>();
        for (Point point : matching(parameters))
            ages.addAll(recordings.computeIfAbsent(point, Recordings::new).ages());
        boolean recorded = ages.stream().anyMatch(age -> same(Numbers.text(age), tw));
        if (!recorded && !ages.isEmpty())
            complaints.add(
                    at.of("where"),
                    at.path("where." + Recordings.AGE),
                    "there is no waiting time " + tw,
                    "waiting times are "
                            + String.join(", ", ages.stream().map(Numbers::text).toList()));
    }

    private Map<String, Set<String>> shown(String path) {
        Set<String> all = new LinkedHashSet<>(values.getOrDefault(path, Set.of()));
        all.addAll(computed.getOrDefault(path, Set.of()));
        return Map.of(path, all);
    }

    private boolean among(String path, String value, Map<String, Set<String>> there, Columns.Place at, String key) {
        Set<String> known = there.getOrDefault(path, Set.of());
        if (known.stream().anyMatch(other -> same(other, value))) return true;
        complaints.add(
                at.of(key),
                at.path(key + "." + path),
                "no point has " + path + " = " + value,
                known.isEmpty() ? "it is no parameter of the points" : "there are " + String.join(", ", known));
        return false;
    }

    /** An analysis of ages needs some. */
    public void check(AnalysisSpec analysis, String name, Node node) {
        double youngest = analysis.youngest();
        if (!(youngest > 0.0)) return;
        double oldest = groups.values().stream()
                .flatMap(point -> recordings.computeIfAbsent(point, Recordings::new).ages().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0.0);
        if (oldest >= youngest) return;
        complaints.add(
                node.at(),
                "analyse." + name,
                "takes ages from " + Numbers.text(youngest) + " on",
                "the oldest waiting time of the study is " + Numbers.text(oldest));
    }

    /** Whether two texts mean the same value. */
    static boolean same(String one, String other) {
        if (one.equals(other)) return true;
        var first = Numbers.real(Numbers.alone(one));
        var second = Numbers.real(Numbers.alone(other));
        return first.isPresent() && second.isPresent() && first.getAsDouble() == second.getAsDouble();
    }
}
