package rugged.figure.select;

import java.util.ArrayList;
import java.util.List;
import rugged.figure.FigureRequest;
import rugged.figure.FigureRequest.Scale;
import rugged.figure.select.Series.Spot;

/**
 * Distances of the measured points of one panel from the theory of the same curve, in units of the combined standard
 * error. The theory is read between its own points along a straight line on the drawn horizontal axis, and only inside
 * its range; where it turns back on itself (parametric figures) or is made of several lines nothing is said. With several
 * theories the first one that has the curve is taken.
 *
 * @param theory the theory's name
 * @param points one for each measured point that has an error and a theory
 * @param unmatched drawn points that have no error or no theory
 */
public record Residuals(String theory, List<Distance> points, int unmatched) {
    /** A distance whose square is still a number; beyond, an error bar is no error bar. */
    private static final double GREATEST = 1e100;

    /**
     * One point.
     *
     * @param distance (ours - theory)/&sigma;
     */
    public record Distance(String curve, int style, double x, double y, double theory, double distance) {}

    /** The distances in one panel. */
    public static Residuals of(Selection selection, String panel, Scale xScale) {
        List<Distance> out = new ArrayList<>();
        int unmatched = 0;
        String name = "";
        for (Series series : selection.series()) {
            if (!series.measured() || !series.panel().equals(panel)) continue;
            Series theory = beside(selection, series);
            int style = Math.max(0, selection.marks().indexOf(series.mark()));
            for (Spot spot : series.points()) {
                Reading expected = theory == null ? Reading.NONE : Reading.of(theory.points(), spot.x(), xScale);
                double error = Math.hypot(spot.error(), expected.error());
                double distance = (spot.y() - expected.value()) / error;
                if (theory == null || !(error > 0) || !(Math.abs(distance) < GREATEST)) {
                    unmatched++;
                    continue;
                }
                name = theory.source();
                out.add(new Distance(series.curve(), style, spot.x(), spot.y(), expected.value(), distance));
            }
        }
        return new Residuals(name, List.copyOf(out), unmatched);
    }

    /** Sum of the squared distances over their number; nothing was fitted, so every point is a degree of freedom. */
    public double meanSquare() {
        return points.stream()
                .mapToDouble(point -> point.distance() * point.distance())
                .average()
                .orElse(Double.NaN);
    }

    /** The greatest distance either way. */
    public double reach() {
        return points.stream()
                .mapToDouble(point -> Math.abs(point.distance()))
                .max()
                .orElse(0);
    }

    private static @org.jspecify.annotations.Nullable Series beside(Selection selection, Series measured) {
        for (String source : selection.theories()) {
            if (source.startsWith(FigureRequest.PUBLISHED)) continue;
            for (String curve : List.of(measured.curve(), "")) {
                for (Series series : selection.series()) {
                    boolean same = series.source().equals(source)
                            && series.panel().equals(measured.panel())
                            && series.curve().equals(curve);
                    if (same && ascending(series.points())) return series;
                }
            }
        }
        return null;
    }

    private static boolean ascending(List<Spot> points) {
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).x() <= points.get(i - 1).x()) return false;
            if (points.get(i).line() != points.getFirst().line()) return false;
        }
        return points.size() > 1;
    }

    /** A theory at one place; its error, where it states one, is the greater of the two points read between. */
    private record Reading(double value, double error) {
        static final Reading NONE = new Reading(Double.NaN, 0);

        public static Reading of(List<Spot> line, double x, Scale scale) {
            int above = 0;
            while (above < line.size() && line.get(above).x() < x) above++;
            if (above == line.size()) return NONE;
            Spot high = line.get(above);
            if (high.x() == x) return new Reading(high.y(), stated(high));
            if (above == 0) return NONE;
            Spot low = line.get(above - 1);
            double share = scale == Scale.LOG
                    ? (Math.log(x) - Math.log(low.x())) / (Math.log(high.x()) - Math.log(low.x()))
                    : (x - low.x()) / (high.x() - low.x());
            return new Reading(low.y() + share * (high.y() - low.y()), Math.max(stated(low), stated(high)));
        }

        private static double stated(Spot spot) {
            return Double.isFinite(spot.error()) ? spot.error() : 0;
        }
    }
}
