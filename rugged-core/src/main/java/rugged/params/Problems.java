package rugged.params;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects every mistake of an input, so that they are reported together. At most {@value #MOST} are kept. */
public final class Problems {
    /** More than anybody reads. */
    public static final int MOST = 200;

    private final Set<Problem> found = new LinkedHashSet<>();
    private final Set<String> places = new HashSet<>();

    /** None yet. */
    public Problems() {}

    /** Adds one; of several mistakes at one place of a file about one key the first is kept. */
    public void add(Node.Place at, String path, String message, String allowed) {
        boolean known = at.line() > 0 && !places.add(at.line() + ":" + at.column() + ":" + at.file() + ":" + path);
        if (found.size() < MOST && !known)
            found.add(new Problem(at.file(), at.line(), at.column(), path, message, allowed));
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
