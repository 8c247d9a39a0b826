package rugged.figure;

import rugged.figure.FigureRequest.Range;
import rugged.figure.FigureRequest.Scale;
import rugged.figure.Series.Spot;

/**
 * The box that every panel of a figure shares: its size on paper and its two axes.
 *
 * @param width in units of the drawing
 * @param height in units of the drawing
 * @param columns panels in a row
 */
record Frame(double width, double height, int columns, Ticks x, Ticks y) {
    private static final double ROOM_OF_A_LABEL_ACROSS = 62;
    private static final double ROOM_OF_A_POWER_ACROSS = 42;
    private static final double ROOM_OF_A_LABEL_UP = 46;
    private static final double ROOM_OF_A_POWER_UP = 32;

    static Frame of(FigureRequest request, Selection selection) {
        return of(request, selection, Setting.PAPER, 0);
    }

    /** The frame in a setting where a legend outside takes so much room. */
    static Frame of(FigureRequest request, Selection selection, Setting setting, double legend) {
        int panels = selection.panels().size();
        int columns =
                setting.columns(Math.min(panels, request.columns() > 0 ? request.columns() : panels == 4 ? 2 : 3));
        double width = setting.panel(columns, legend);
        double height = setting.height(columns, width);
        Range reached =
                Extent.of(selection, request.xScale(), request.xRange(), Spot::x, Spot::xError, 3, spot -> true);
        Range across = request.xRange().isPresent()
                ? reached
                : setting.growing()
                        .map(before -> before.across(reached, request.xScale()))
                        .orElse(reached);
        Range risen = Extent.of(
                selection,
                request.yScale(),
                request.yRange(),
                Spot::y,
                Spot::error,
                0.3,
                spot -> spot.x() >= across.low() && spot.x() <= across.high());
        Range up = request.yRange().isPresent()
                ? risen
                : setting.growing()
                        .map(before -> before.up(risen, request.yScale()))
                        .orElse(risen);
        return new Frame(
                width,
                height,
                columns,
                Ticks.of(across.low(), across.high(), request.xScale(), (int)
                        (width / (request.xScale() == Scale.LOG ? ROOM_OF_A_POWER_ACROSS : ROOM_OF_A_LABEL_ACROSS))),
                Ticks.of(up.low(), up.high(), request.yScale(), (int)
                        (height / (request.yScale() == Scale.LOG ? ROOM_OF_A_POWER_UP : ROOM_OF_A_LABEL_UP))));
    }

    /** Length from the left edge. */
    double across(double value) {
        return width * x.place(value);
    }

    /** Length from the upper edge. */
    double down(double value) {
        return height * (1 - y.place(value));
    }
}
