package rugged.run.refine;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import rugged.run.refine.TileSearch.Answer;
import rugged.run.refine.TileSearch.Place;
import rugged.store.Agenda;
import rugged.store.RunFolder;
import rugged.store.table.Results;
import rugged.study.Refinement;

/**
 * The answers that a run has so far, in planes: places of one differ in its two parameters alone. Means and errors are those of the tables of the run.
 *
 * @param planes by what their places share, in the order of the plan
 */
record PlaneAnswers(Map<Map<String, String>, Plane> planes) {
    /** What there is in one of them. */
    record Plane(Set<Place> planned, Map<Place, Answer> answers) {}

    static PlaneAnswers of(RunFolder folder, Refinement how) {
        Map<Map<String, String>, Plane> planes = new LinkedHashMap<>();
        Results results = Results.of(folder);
        for (Agenda.Entry entry : results.agenda().points())
            planes.computeIfAbsent(rest(entry.group(), how), key -> new Plane(new LinkedHashSet<>(), new HashMap<>()))
                    .planned
                    .add(place(entry.group(), how));
        results.latest(how.quantity()).forEach((group, mean) -> {
            Plane plane = planes.get(rest(group, how));
            if (plane != null) plane.answers.put(place(group, how), new Answer(mean.value(), mean.error()));
        });
        return new PlaneAnswers(planes);
    }

    private static Place place(Map<String, String> group, Refinement how) {
        return new Place(number(group, how.in().get(0)), number(group, how.in().get(1)));
    }

    /** Both are numbers in every point of the plan. */
    private static BigDecimal number(Map<String, String> group, String path) {
        return new BigDecimal(group.getOrDefault(path, "0"));
    }

    /** Without the two, and without sizes that follow from them. */
    private static Map<String, String> rest(Map<String, String> group, Refinement how) {
        Map<String, String> rest = new LinkedHashMap<>(group);
        rest.keySet().removeIf(path -> how.in().contains(path) || Character.isUpperCase(path.charAt(0)));
        return rest;
    }
}
