package rugged.figure;

import java.util.Optional;
import rugged.figure.select.Gathering;

/** Figures as Vega-Lite specifications. */
public final class Figure {
    private Figure() {}

    /**
     * The Vega-Lite 5 specification of a figure, its data inline: the same text serves the terminal's drawings, the report
     * and a notebook. Same input, same text.
     *
     * @param request what to show
     * @param table rows in the long format (see {@link Table})
     * @return JSON text
     * @throws IllegalArgumentException with one line saying what the table lacks, if the request names a column or a
     *     quantity that is not there, or if no row can be drawn
     */
    public static String specification(FigureRequest request, Table table) {
        return specification(request, table, Setting.PAPER);
    }

    /** The same, laid out for a setting. */
    public static String specification(FigureRequest request, Table table, Setting setting) {
        Optional<Picture> picture = Strokes.picture(request, table);
        if (picture.isPresent()) {
            FigureRequest axes = picture.get().axes();
            return VegaLite.text(axes, Gathering.select(axes, picture.get().corners()), setting, picture);
        }
        return VegaLite.text(request, Gathering.select(request, table), setting, Optional.empty());
    }
}
