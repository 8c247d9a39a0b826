package rugged.figure.select;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import rugged.figure.select.Series.Spot;

/** A theory that is the same for all curves of a panel is nobody's: it is drawn once, in ink, and not in the colour of the curve that happens to be drawn last. */
final class Common {
    private Common() {}

    /** The series with such theories once each, under no curve. Curves without measured points keep theirs, which is all that shows them. */
    static List<Series> once(List<Series> all) {
        List<Series> out = new ArrayList<>();
        Set<List<String>> done = new HashSet<>();
        for (Series series : all) {
            List<Series> alike = all.stream()
                    .filter(other -> other.source().equals(series.source())
                            && other.panel().equals(series.panel())
                            && !other.measured())
                    .toList();
            if (series.measured() || !common(alike, all)) out.add(series);
            else if (done.add(List.of(series.panel(), series.source())))
                out.add(new Series(
                        series.panel(), "", series.mark(), series.source(), series.points(), series.thinned(), false));
        }
        return List.copyOf(out);
    }

    private static boolean common(List<Series> alike, List<Series> all) {
        if (alike.size() < 2) return false;
        for (Series series : alike)
            if (series.curve().isEmpty()
                    || !same(series.points(), alike.getFirst().points())
                    || all.stream()
                            .noneMatch(
                                    other -> other.measured() && other.curve().equals(series.curve()))) return false;
        return true;
    }

    private static boolean same(List<Spot> one, List<Spot> other) {
        if (one.size() != other.size()) return false;
        for (int k = 0; k < one.size(); k++) {
            Spot here = one.get(k);
            Spot there = other.get(k);
            if (here.x() != there.x() || here.y() != there.y() || Double.compare(here.error(), there.error()) != 0)
                return false;
        }
        return true;
    }
}
