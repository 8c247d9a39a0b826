package rugged.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rugged.api.Quantity;
import rugged.params.InputFile;
import rugged.store.Agenda;
import rugged.store.Manifest;
import rugged.study.Plan;
import rugged.study.Point;
import rugged.study.TheoryTask;

/**
 * What is to be computed.
 *
 * @param study name of the study
 * @param size quick, laptop or paper
 * @param seed the first of the study's seeds
 * @param plan hash of everything that is computed
 * @param yaml the study as resolved
 * @param points all points, in the order in which they are reported
 * @param theories all theories
 * @param inputs the files that are read, with the digests that their content must have
 */
public record Work(
        String study,
        String size,
        long seed,
        String plan,
        String yaml,
        List<Point> points,
        List<TheoryTask> theories,
        List<Manifest.Input> inputs) {
    /** Reads no files. */
    public Work(
            String study,
            String size,
            long seed,
            String plan,
            String yaml,
            List<Point> points,
            List<TheoryTask> theories) {
        this(study, size, seed, plan, yaml, points, theories, List.of());
    }

    /** Copies the lists; two points of one key would write into one folder. */
    public Work {
        points = List.copyOf(points);
        theories = List.copyOf(theories);
        inputs = List.copyOf(inputs);
        Set<String> keys = new HashSet<>();
        for (Point point : points) {
            if (!keys.add(point.key())) throw new IllegalArgumentException("point " + point.key() + " stands twice");
        }
    }

    /** What a plan asks for. */
    public static Work of(Plan plan) {
        long seed = plan.seeds().isEmpty() ? 0 : plan.seeds().getFirst();
        return new Work(
                plan.study(),
                plan.size(),
                seed,
                plan.hash(),
                plan.yaml(),
                plan.points(),
                plan.theories(),
                plan.inputs().stream()
                        .map(input -> new Manifest.Input(
                                input.path().toString(),
                                input.sha256(),
                                input.parameter().equals(InputFile.CODE)))
                        .toList());
    }

    /** What computes it: these kernels, and what landscapes need beside them. */
    String kernels(String own) {
        Set<String> all = new LinkedHashSet<>();
        all.add(own);
        for (Point point : points) all.add(point.landscape().engine());
        all.remove("");
        return String.join("; ", all);
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

    /** Everything that protocols, observables and theories write, each once. */
    List<Quantity> quantities() {
        Map<String, Quantity> byName = new LinkedHashMap<>();
        for (Point point : points) {
            for (Quantity quantity : point.quantities()) byName.putIfAbsent(quantity.name(), quantity);
        }
        for (TheoryTask theory : theories) {
            for (Quantity quantity : theory.spec().quantities()) byName.putIfAbsent(quantity.name(), quantity);
        }
        return new ArrayList<>(byName.values());
    }
}
