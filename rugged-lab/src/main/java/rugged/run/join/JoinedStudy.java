package rugged.run.join;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import rugged.study.read.StudyUnion;

/** The study of several runs as one, and which of the runs do not belong to it. */
public final class JoinedStudy {
    private final StudyUnion union;
    private final List<Source> members = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<String, List<String>> known = new HashMap<>();

    /**
     * @param sources the runs; the first decides on what is drawn
     * @param more paths of parameters that may differ although no run sweeps them
     */
    public JoinedStudy(List<Source> sources, List<String> more) {
        Set<String> open = new TreeSet<>(more);
        for (Source source : sources) open.addAll(source.swept().keySet());
        Source first = sources.getFirst();
        union = new StudyUnion(first.toString(), first.study(), first.swept(), open::contains);
        for (Source source : sources) add(first, source);
    }

    private void add(Source first, Source source) {
        // thousands of runs differ in nothing but their seed
        String text = source.study().replaceFirst("(?m)^seed: .*$", "");
        List<String> before = known.get(text);
        List<String> differences;
        if (before == null) {
            differences = union.add(source.toString(), source.study(), source.swept());
            known.put(text, differences);
        } else {
            differences = before;
            if (before.isEmpty())
                union.seeds(source.agenda().points().stream()
                        .map(point -> Long.parseLong(point.coordinates().getOrDefault("seed", "0")))
                        .toList());
        }
        if (differences.isEmpty()) {
            members.add(source);
            return;
        }
        String reason = "not the study of " + first + ": " + String.join("; ", differences);
        for (var point : source.agenda().points()) refusals.add(new Refusal(source, point.key(), reason));
    }

    /** The study of all members, to be planned. */
    public String text() {
        return union.text();
    }

    /** The runs that belong to it. */
    public List<Source> members() {
        return List.copyOf(members);
    }

    /** The points of the others. */
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }
}
