package rugged.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rugged.web.shape.Curve;
import rugged.web.shape.run.SeriesReply;

/** The curves that were told last, so that somebody who has them is told only how they go on. */
final class ToldSeries {
    private static final int KEPT = 24;

    private final Map<String, SeriesReply> told = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SeriesReply> eldest) {
            return size() > KEPT;
        }
    };

    /** The answer to somebody who has the curves of version {@code since}; all of it where those are not known any more, or have become others. */
    SeriesReply since(String question, String since, SeriesReply now) {
        SeriesReply before;
        synchronized (told) {
            before = told.get(question + " " + since);
            told.put(question + " " + now.version(), now);
        }
        if (before == null) return now;
        List<Curve> curves = new ArrayList<>();
        List<Curve> theory = new ArrayList<>();
        if (!goOn(before.curves(), now.curves(), curves) || !goOn(before.theory(), now.theory(), theory)) return now;
        return new SeriesReply(
                now.quantity(),
                now.x(),
                now.unit(),
                now.version(),
                now.samples(),
                now.reduced(),
                now.words(),
                now.undrawn(),
                curves,
                theory,
                true);
    }

    private static boolean goOn(List<Curve> before, List<Curve> now, List<Curve> into) {
        if (before.size() != now.size()) return false;
        for (int k = 0; k < now.size(); k++) {
            int same = now.get(k).common(before.get(k));
            if (same < 0) return false;
            into.add(now.get(k).from(same));
        }
        return true;
    }
}
