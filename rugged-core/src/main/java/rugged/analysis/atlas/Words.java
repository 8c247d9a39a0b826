package rugged.analysis.atlas;

import java.util.Map;
import java.util.stream.Collectors;
import rugged.api.AnalysisSpec.Group;

/** How sentences speak of groups. */
final class Words {
    private Words() {}

    /** "landscape.n = 7: ", or nothing where there is one group. */
    static String of(Group group) {
        if (group.coordinates().isEmpty()) return "";
        return group.coordinates().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> one.getKey() + " = " + one.getValue())
                .collect(Collectors.joining(", ", "", ": "));
    }

    /** "3 minima", "1 minimum". */
    static String many(int count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }
}
