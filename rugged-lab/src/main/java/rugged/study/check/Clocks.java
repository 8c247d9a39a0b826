package rugged.study.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import rugged.api.DynamicsSpec;
import rugged.study.FigureSection;
import rugged.study.read.Layout;
import rugged.study.read.Reader;
import rugged.study.read.Section.Bound;

/** Whether dynamics that count their times differently come under one axis of times. */
public final class Clocks {
    private Clocks() {}

    /** A sentence where there are two, with the parameter that makes them one. */
    public static Optional<String> warning(List<Reader.Placed<FigureSection>> figures, List<Layout> layouts) {
        boolean together = figures.stream()
                .map(Reader.Placed::section)
                .anyMatch(figure -> figure.page().isEmpty()
                        && figure.x().matches("t|tw|t ?- ?tw")
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
