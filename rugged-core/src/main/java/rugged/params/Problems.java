package rugged.params;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects every mistake of an input, so that they are reported together. At most {@value #MOST} are kept. */
public final class Problems {
    /** More than anybody reads. */
    public static final int MOST = 200;

    private final Set<Problem> found = new LinkedHashSet<>();

    /** None yet. */
    public Problems() {}

    /** Adds one. */
    public void add(Node.Place at, String path, String message, String allowed) {
        if (found.size() < MOST) found.add(new Problem(at.file(), at.line(), at.column(), path, message, allowed));
    }

    /** Adds those of another input. */
    public void addAll(List<Problem> others) {
        for (Problem other : others) if (found.size() < MOST) found.add(other);
    }

    /** Whether there is none. */
    public boolean none() {
        return found.isEmpty();
    }

    /** How many there are. */
    public int count() {
        return found.size();
    }

    /** All, by place: within a file in the order of its lines. */
    public List<Problem> list() {
        List<Problem> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing(Problem::file)
                .thenComparingInt(Problem::line)
                .thenComparingInt(Problem::column));
        return sorted;
    }
}
