package rugged.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.store.Agenda;
import rugged.study.Plan;
import rugged.study.Point;
import rugged.study.TheoryTask;

/**
 * What is to be computed.
 *
 * @param study name of the study
 * @param size quick, laptop or paper
 * @param seed the study's seed
 * @param plan hash of everything that is computed
 * @param yaml the study as resolved
 * @param points all points, in the order in which they are reported
 * @param theories all theories
 */
public record Work(
        String study, String size, long seed, String plan, String yaml, List<Point> points, List<TheoryTask> theories) {
    /** Copies the lists. */
    public Work {
        points = List.copyOf(points);
        theories = List.copyOf(theories);
    }

    /** The work that a plan lays out. */
    public static Work of(Plan plan) {
        return new Work(
                plan.study(),
                plan.size(),
                plan.seeds().getFirst(),
                plan.hash(),
                plan.yaml(),
                plan.points(),
                plan.theories());
    }

    /** The same for the run's folder. */
    Agenda agenda() {
        return new Agenda(
                study,
                size,
                seed,
                plan,
                points.stream()
                        .map(point -> new Agenda.Entry(point.key(), "simulation", point.coordinates()))
                        .toList(),
                theories.stream()
                        .map(theory -> new Agenda.Entry(theory.key(), theory.name(), theory.coordinates()))
                        .toList());
    }

    /** Everything that observables and theories write, each once. */
    List<Quantity> quantities() {
        Map<String, Quantity> byName = new LinkedHashMap<>();
        for (Point point : points) {
            for (ObservableSpec observable : point.observables()) {
                for (Quantity quantity : observable.quantities()) byName.putIfAbsent(quantity.name(), quantity);
            }
        }
        for (TheoryTask theory : theories) {
            for (Quantity quantity : theory.spec().quantities()) byName.putIfAbsent(quantity.name(), quantity);
        }
        return new ArrayList<>(byName.values());
    }
}
