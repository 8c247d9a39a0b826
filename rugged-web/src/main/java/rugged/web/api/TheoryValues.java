package rugged.web.api;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import rugged.params.Canonical;
import rugged.params.Node;
import rugged.params.YamlText;
import rugged.study.Plan;
import rugged.study.TheoryTask;

/**
 * The values with which the theories of a plan are solved, by the path under which a form shows them. What a study leaves out a theory takes from the points
 * beside which it stands, so that its own default would be the wrong number to show.
 */
final class TheoryValues {
    private static final int SHOWN = 8;
    private static final String AND_MORE = "...";

    private TheoryValues() {}

    /** {@code theory.NAME.KEY}, in a case below {@code cases.CASE}, to the values, each once. */
    static Map<String, String> of(Plan plan) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        Set<Object> seen = new LinkedHashSet<>();
        for (TheoryTask task : plan.theories()) {
            String own = task.coordinates().get("case");
            String path = (own == null ? "" : "cases." + own + ".") + "theory." + task.name() + ".";
            if (!seen.add(Map.entry(path, task.spec()))) continue;
            for (Node.Entry entry : Canonical.node(task.spec()).entries()) {
                if (entry.key().equals("is")) continue;
                Set<String> known = values.computeIfAbsent(path + entry.key(), unseen -> new LinkedHashSet<>());
                known.add(known.size() < SHOWN ? YamlText.flow(entry.value()) : AND_MORE);
            }
        }
        Map<String, String> texts = new TreeMap<>();
        values.forEach((path, known) -> texts.put(path, String.join(", ", known)));
        return texts;
    }
}
