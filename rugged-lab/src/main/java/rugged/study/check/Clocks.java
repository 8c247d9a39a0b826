package rugged.study.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import rugged.api.DynamicsSpec;
import rugged.index.Named;
import rugged.params.Schema;
import rugged.study.FigureSection;
import rugged.study.Point;
import rugged.study.read.Layout;
import rugged.study.read.Reader;
import rugged.study.read.Section.Bound;

/** Whether dynamics that count their times differently come under one axis of times. */
public final class Clocks {
    private static final String TIMES = "t|tw|t ?- ?tw";

    private Clocks() {}

    /** The figures, the axis of times naming each unit where the points drawn over it count in two. */
    public static List<FigureSection> named(List<FigureSection> figures, Collection<Point> points) {
        Map<Map<String, String>, DynamicsSpec> groups = new LinkedHashMap<>();
        for (Point point : points) {
            Map<String, String> group = new LinkedHashMap<>(point.coordinates());
            group.remove("seed");
            groups.putIfAbsent(group, point.dynamics());
        }
        return figures.stream().map(figure -> named(figure, groups)).toList();
    }

    private static FigureSection named(FigureSection figure, Map<Map<String, String>, DynamicsSpec> groups) {
        if (!figure.page().isEmpty()
                || !figure.xLabel().isEmpty()
                || !figure.x().matches(TIMES)) return figure;
        Map<String, Set<String>> units = new TreeMap<>();
        groups.forEach((group, dynamics) -> {
            boolean drawn = figure.where().entrySet().stream()
                    .allMatch(
                            only -> Coverage.same(group.getOrDefault(only.getKey(), only.getValue()), only.getValue()));
            if (drawn)
                units.computeIfAbsent(dynamics.timeUnit(), unit -> new TreeSet<>())
                        .add(name(dynamics));
        });
        if (units.size() < 2) return figure;
        List<String> said = new ArrayList<>();
        units.forEach((unit, names) -> said.add(String.join(", ", names) + ": " + unit));
        String symbol = figure.x().replaceAll(" ?- ?", " - ").replace("tw", "t_{w}");
        return Schema.changed(figure, "x-label", symbol + " (" + String.join("; ", said) + ")");
    }

    private static String name(DynamicsSpec dynamics) {
        Named named = dynamics.getClass().getAnnotation(Named.class);
        return named == null ? dynamics.getClass().getSimpleName() : named.value();
    }

    /** A sentence where there are two, with the parameter that makes them one. */
    public static Optional<String> warning(List<Reader.Placed<FigureSection>> figures, List<Layout> layouts) {
        boolean together = figures.stream()
                .map(Reader.Placed::section)
                .anyMatch(figure -> figure.page().isEmpty()
                        && figure.x().matches(TIMES)
                        && !figure.panels().equals("case")
                        && !figure.panels().startsWith("dynamics")
                        && figure.where().isEmpty());
        if (!together) return Optional.empty();
        Map<String, Set<String>> clocks = new TreeMap<>();
        for (Layout layout : layouts)
            for (Bound<DynamicsSpec> one : layout.dynamics.all(layout.firstSeed()))
                clocks.computeIfAbsent(one.spec().timeUnit(), unit -> new TreeSet<>())
                        .add(one.name());
        if (clocks.size() < 2) return Optional.empty();
        List<String> said = new ArrayList<>();
        clocks.forEach((unit, names) -> said.add("in " + unit + " by " + String.join(", ", names)));
        return Optional.of("times on one axis are counted " + String.join(" and ", said)
                + ": clock: steps, or clock: flow, puts those that have a clock on one");
    }
}
