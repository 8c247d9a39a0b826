package rugged.figure;

import java.util.ArrayList;
import java.util.List;
import rugged.figure.FigureRequest.Range;
import rugged.figure.select.Selection;
import rugged.figure.select.Series;
import rugged.figure.select.Series.Spot;

/**
 * The boxes of all panels: of one size, and with the same axes unless each panel has its own.
 *
 * @param columns panels in a row
 * @param own whether each panel has axes of its own
 * @param panels in drawing order
 */
record Frames(int columns, boolean own, List<Frame> panels) {
    private static final double ROOM_OF_A_LABEL_ACROSS = 62;
    private static final double ROOM_OF_A_POWER_ACROSS = 42;
    private static final double ROOM_OF_A_LABEL_UP = 46;
    private static final double ROOM_OF_A_POWER_UP = 32;

    Frames {
        panels = List.copyOf(panels);
    }

    static Frames of(FigureRequest request, Selection selection) {
        return of(request, selection, Setting.PAPER, 0, 0);
    }

    /** The frames in a setting where a legend outside takes so much room, with panels whose height over width is {@code aspect}; as usual for 0. */
    static Frames of(FigureRequest request, Selection selection, Setting setting, double legend, double aspect) {
        int panels = selection.panels().size();
        int columns =
                setting.columns(Math.min(panels, request.columns() > 0 ? request.columns() : panels == 4 ? 2 : 3));
        double width = setting.panel(columns, legend);
        double usual = setting.height(columns, width);
        double height = aspect > 0 ? Math.round(Math.clamp(aspect * width, 0.4 * usual, 1.6 * usual)) : usual;
        boolean own = request.ownScales() && panels > 1;
        List<Frame> frames = new ArrayList<>();
        for (int panel = 0; panel < panels; panel++) {
            if (!own && panel > 0) {
                frames.add(frames.getFirst());
                continue;
            }
            String name = selection.panels().get(panel);
            List<Series> shown = own
                    ? selection.series().stream()
                            .filter(series -> series.panel().equals(name))
                            .toList()
                    : selection.series();
            int number = own ? panel : -1;
            frames.add(frame(request, shown, setting, width, height, number));
        }
        return new Frames(columns, own, frames);
    }

    private static Frame frame(
            FigureRequest request, List<Series> shown, Setting setting, double width, double height, int panel) {
        Range reached = Extent.of(shown, request.xScale(), request.xRange(), Spot::x, Spot::xError, 3, spot -> true);
        Range wide = request.xRange().isPresent()
                ? reached
                : setting.growing()
                        .map(before -> before.of(panel).across(reached, request.xScale()))
                        .orElse(reached);
        Range risen = Extent.of(
                shown,
                request.yScale(),
                request.yRange(),
                Spot::y,
                Spot::error,
                0.3,
                spot -> spot.x() >= wide.low() && spot.x() <= wide.high());
        Range across = wide;
        Range up = request.yRange().isPresent()
                ? risen
                : setting.growing()
                        .map(before -> before.of(panel).up(risen, request.yScale()))
                        .orElse(risen);
        if (request.equal()) {
            double unit = Math.max((across.high() - across.low()) / width, (up.high() - up.low()) / height);
            across = across.about(unit * width);
            up = up.about(unit * height);
        }
        return new Frame(
                width,
                height,
                Frame.ticks(across, request.xScale(), width, ROOM_OF_A_LABEL_ACROSS, ROOM_OF_A_POWER_ACROSS),
                Frame.ticks(up, request.yScale(), height, ROOM_OF_A_LABEL_UP, ROOM_OF_A_POWER_UP));
    }

    double width() {
        return panels.getFirst().width();
    }

    double height() {
        return panels.getFirst().height();
    }

    Frame of(int panel) {
        return panels.get(panel);
    }

    /** Whether a panel's vertical axis has labels: where axes are shared, those of the first in a row serve the others. */
    boolean labelled(int panel) {
        return own || leftmost(panel);
    }

    boolean leftmost(int panel) {
        return panel % columns == 0;
    }
}
