package rugged.figure;

import java.util.List;
import java.util.Optional;
import rugged.figure.FigureRequest.Range;
import rugged.figure.FigureRequest.Scale;

/**
 * A figure that grows while it is looked at: its axes stay as they were while the data fit and fill a good part of them, and have room to spare when they must
 * change, so that new points mostly enter a drawing that is there already.
 *
 * @param x the horizontal axis as it was; empty at first
 * @param y the vertical axis as it was; empty at first
 * @param panels the same for each panel that has axes of its own; empty where all share theirs
 */
public record Growing(Optional<Range> x, Optional<Range> y, List<Growing> panels) {
    /** Nothing was drawn yet. */
    public static final Growing FIRST = new Growing(Optional.empty(), Optional.empty());

    private static final double ROOM_ACROSS = 0.5; // of the span, at an end that moved
    private static final double ROOM_UP = 0.2;
    private static final double MOST_DECADES = Math.log10(FigureRequest.GREATEST) - 1;
    private static final double LEAST_FILLED = 0.4;
    private static final double[] STEPS = {1, 2, 3, 4, 5, 6, 8, 10};

    public Growing {
        panels = List.copyOf(panels);
    }

    /** Axes that all panels share. */
    public Growing(Optional<Range> x, Optional<Range> y) {
        this(x, y, List.of());
    }

    /** A panel with axes of its own, or for -1 what all share. */
    Growing of(int panel) {
        return panel < 0 ? this : panel < panels.size() ? panels.get(panel) : FIRST;
    }

    Range across(Range now, Scale scale) {
        return kept(x, now, scale, ROOM_ACROSS);
    }

    Range up(Range now, Scale scale) {
        return kept(y, now, scale, ROOM_UP);
    }

    private static Range kept(Optional<Range> before, Range now, Scale scale, double room) {
        double low = placed(now.low(), scale);
        double high = placed(now.high(), scale);
        double span = high - low;
        if (before.isEmpty()) return new Range(now.low(), Math.max(now.high(), back(high + room * span, scale)));
        Range held = before.get();
        boolean lower = now.low() < held.low();
        boolean higher = now.high() > held.high();
        // an end that did not move stays where it was
        double least = !lower ? held.low() : now.low() == 0 ? 0 : back(low - room * span, scale);
        double greatest = higher ? back(high + room * span, scale) : held.high();
        boolean filled = span >= LEAST_FILLED * (placed(greatest, scale) - placed(least, scale));
        return filled && least < greatest ? new Range(least, greatest) : now;
    }

    private static double placed(double value, Scale scale) {
        return scale == Scale.LOG ? Math.log10(value) : value;
    }

    private static double back(double place, Scale scale) {
        return Extent.rounded(
                scale == Scale.LOG ? Math.pow(10, Math.clamp(place, -MOST_DECADES, MOST_DECADES)) : place);
    }

    /** A reach that does not follow each new extreme. */
    static double stepped(double reach) {
        double decade = Math.pow(10, Math.floor(Math.log10(reach)));
        for (double step : STEPS) if (step * decade >= reach) return step * decade;
        return reach;
    }
}
