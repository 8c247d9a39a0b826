package rugged.figure;

import rugged.figure.FigureRequest.Scale;
import rugged.figure.select.Series;

/**
 * The box of a panel: its size on paper and its two axes.
 *
 * @param width in units of the drawing
 * @param height in units of the drawing
 * @param x horizontal axis
 * @param y vertical axis
 */
record Frame(double width, double height, Ticks x, Ticks y) {
    /** Length from the left edge. */
    double across(double value) {
        return width * x.place(value);
    }

    /** Length from the upper edge. */
    double down(double value) {
        return height * (1 - y.place(value));
    }

    /** Whether a point lies in the box, or on its edge. */
    boolean holds(double valueX, double valueY) {
        return valueX >= x.low() && valueX <= x.high() && valueY >= y.low() && valueY <= y.high();
    }

    /** Whether the straight line between two points, drawn, passes through the box. */
    boolean crossedBy(Series.Spot from, Series.Spot to) {
        double fromX = x.place(from.x());
        double fromY = y.place(from.y());
        double dx = x.place(to.x()) - fromX;
        double dy = y.place(to.y()) - fromY;
        // Liang and Barsky: the part of the line between each pair of edges
        double[] part = {0, 1};
        return kept(part, -dx, fromX)
                && kept(part, dx, 1 - fromX)
                && kept(part, -dy, fromY)
                && kept(part, dy, 1 - fromY);
    }

    private static boolean kept(double[] part, double outward, double room) {
        if (outward == 0) return room >= 0;
        double at = room / outward;
        if (outward < 0) part[0] = Math.max(part[0], at);
        else part[1] = Math.min(part[1], at);
        return part[0] <= part[1];
    }

    /** Ticks for an axis of so many units, where a label takes so much. */
    static Ticks ticks(FigureRequest.Range range, Scale scale, double length, double label, double power) {
        return Ticks.of(range.low(), range.high(), scale, (int) (length / (scale == Scale.LOG ? power : label)));
    }
}
