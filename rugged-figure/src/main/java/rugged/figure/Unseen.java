package rugged.figure;

import java.util.HashSet;
import java.util.Set;
import rugged.figure.select.Selection;
import rugged.figure.select.Series;
import rugged.figure.select.Series.Spot;

/** Lines of theory of which their panel shows nothing, because they lie outside its box as a whole. */
final class Unseen {
    private Unseen() {}

    /** Counts them into the tally of the theory. */
    static void count(Selection selection, Frames frames) {
        int unseen = 0;
        for (Series series : selection.series()) {
            if (series.measured()) continue;
            Frame frame = frames.of(selection.panels().indexOf(series.panel()));
            Set<Integer> all = new HashSet<>();
            Set<Integer> seen = new HashSet<>();
            Spot before = null;
            for (Spot spot : series.points()) {
                all.add(spot.line());
                boolean joined = before != null && before.line() == spot.line();
                if (frame.holds(spot.x(), spot.y()) || (joined && before != null && frame.crossedBy(before, spot)))
                    seen.add(spot.line());
                before = spot;
            }
            unseen += all.size() - seen.size();
        }
        selection.theory().unseen(unseen);
    }
}
