package rugged.run.join;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A point that was left out.
 *
 * @param from the run that has it
 * @param point its key
 * @param reason why
 */
public record Refusal(Source from, String point, String reason) {
    /** A line for each run and reason. */
    public static List<String> lines(List<Refusal> all) {
        Map<String, List<String>> points = new LinkedHashMap<>();
        for (Refusal one : all)
            points.computeIfAbsent(one.from + "\n" + one.reason, name -> new ArrayList<>())
                    .add(one.point);
        List<String> lines = new ArrayList<>();
        points.forEach((both, keys) -> {
            String[] parts = both.split("\n", 2);
            String which = keys.size() == 1 ? "point " + keys.getFirst() : keys.size() + " points (" + some(keys) + ")";
            lines.add(parts[0] + ": " + which + " left out: " + parts[1]);
        });
        return lines;
    }

    private static String some(List<String> keys) {
        return keys.size() <= 4 ? String.join(", ", keys) : String.join(", ", keys.subList(0, 3)) + ", ...";
    }
}
