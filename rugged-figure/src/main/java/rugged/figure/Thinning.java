package rugged.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rugged.figure.FigureRequest.Scale;
import rugged.figure.Series.Spot;

/**
 * Fewer points where they would only cover one another: in each bin of the drawn axis the least and the greatest value
 * stay, so that no spike is lost, and the count is kept for the small print.
 */
final class Thinning {
    /** Open markers of one curve that can still be told apart; beyond, dots. */
    static final int MARKERS = 160;

    /** Dots of one curve: two for each unit of a panel's width. */
    static final int DOTS = 800;

    /** Vertices of one line beyond which no eye and no printer sees a difference. */
    static final int VERTICES = 2000;

    private Thinning() {}

    static Series of(Series series, Scale xScale, Tally tally) {
        int most = series.measured() ? DOTS : VERTICES;
        if (series.points().size() <= most) {
            return series;
        }
        int bins = most / 2;
        // several lines in one series would be taken for one another's extremes
        int line = series.points().getFirst().line();
        if (!series.measured() && series.points().stream().anyMatch(spot -> spot.line() != line)) {
            return series;
        }
        List<Spot> kept = extremes(series.points(), xScale, bins, series.measured());
        tally.thin(series.points().size() - kept.size(), bins);
        return new Series(series.panel(), series.curve(), series.mark(), series.source(), kept, true);
    }

    private static List<Spot> extremes(List<Spot> points, Scale xScale, int bins, boolean numbered) {
        int[] bin = bins(points, xScale, bins);
        int[] least = new int[bins];
        int[] greatest = new int[bins];
        Arrays.fill(least, -1);
        Arrays.fill(greatest, -1);
        for (int i = 0; i < bin.length; i++) {
            int b = bin[i];
            if (least[b] < 0 || points.get(i).y() < points.get(least[b]).y()) {
                least[b] = i;
            }
            if (greatest[b] < 0 || points.get(i).y() > points.get(greatest[b]).y()) {
                greatest[b] = i;
            }
        }
        List<Spot> out = new ArrayList<>();
        for (int i = 0; i < bin.length; i++) {
            if (least[bin[i]] == i || greatest[bin[i]] == i) {
                out.add(numbered ? points.get(i).in(bin[i]) : points.get(i));
            }
        }
        return out;
    }

    private static int[] bins(List<Spot> points, Scale xScale, int bins) {
        double[] places =
                points.stream().mapToDouble(spot -> place(spot, xScale)).toArray();
        double low = Arrays.stream(places).min().orElse(0);
        double span = Arrays.stream(places).max().orElse(0) - low;
        int[] out = new int[places.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = span > 0 ? Math.min(bins - 1, (int) ((places[i] - low) / span * bins)) : 0;
        }
        return out;
    }

    private static double place(Spot spot, Scale xScale) {
        return xScale == Scale.LOG ? Math.log(spot.x()) : spot.x();
    }
}
