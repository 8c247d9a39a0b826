package rugged.web.compare;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import rugged.web.api.RunItems;
import rugged.web.runs.Known;
import rugged.web.series.Sample;

/** What the curves of a comparison are called, and the panel in which each stands. */
final class CurveLabels {
    private static final int LONGEST = 32;

    /** The name of the curves that are means of all runs. */
    static final String POOLED = "\\text{pooled mean}";

    private final Map<String, String> runs = new LinkedHashMap<>();
    private final String panels;

    /**
     * A run is called by what distinguishes it, where that is short; else by its name.
     *
     * @param known the runs
     * @param differing paths of the parameters in which they differ
     * @param panels column whose values make panels; empty for one panel
     */
    CurveLabels(List<Known> known, RunItems items, List<String> differing, String panels) {
        this.panels = panels;
        List<String> paths = differing.stream().limit(2).toList();
        Set<String> used = new LinkedHashSet<>();
        for (Known run : known) {
            String text = items.values(run, paths).entrySet().stream()
                    .map(CurveLabels::equation)
                    .collect(Collectors.joining(" "));
            boolean good = !text.isEmpty() && text.length() <= LONGEST && used.add(text);
            runs.put(run.id(), "\\text{" + (good ? text : run.id()) + "}");
        }
    }

    private static String equation(Map.Entry<String, String> entry) {
        return entry.getKey().substring(entry.getKey().lastIndexOf('.') + 1) + "=" + entry.getValue();
    }

    /** The curve of a run to which a sample belongs. */
    String curve(String run, Sample sample) {
        return called(runs.getOrDefault(run, run), sample);
    }

    /** The pooled curve to which a sample belongs. */
    String pooled(Sample sample) {
        return called(POOLED, sample);
    }

    private String called(String label, Sample sample) {
        String rest = sample.key().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(panels))
                .map(CurveLabels::equation)
                .collect(Collectors.joining(" "));
        return rest.isEmpty() ? label : label + " \\text{" + rest + "}";
    }

    /** The panel in which a sample stands. */
    String panel(Sample sample) {
        return panels.isEmpty() ? "" : sample.key().getOrDefault(panels, "");
    }
}
