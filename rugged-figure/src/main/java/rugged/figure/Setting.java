package rugged.figure;

import java.util.Optional;
import rugged.figure.select.Residuals;

/**
 * Where a figure is looked at, as far as its layout depends on it; what it shows is said by {@link FigureRequest} alone.
 *
 * @param width room across in units of the drawing, into which panels and legend are laid out; 0 for the sizes of a
 *     printed page
 * @param bars whether error bars are drawn
 * @param residuals whether a strip with (ours - theory)/&sigma; stands under each panel that has both (see
 *     {@link Residuals})
 * @param dark whether it stands on a dark page
 * @param growing the figure as it was before; empty for one that does not grow
 */
public record Setting(double width, boolean bars, boolean residuals, boolean dark, Optional<Growing> growing) {
    /** As printed: fixed sizes, bars, no strip, on white. */
    public static final Setting PAPER = new Setting(0, true, false, false);

    private static final double NARROWEST = 200;
    private static final double WIDEST = 4000;
    private static final double MARGINS = 86;
    private static final double BETWEEN = 22;
    private static final double MOST_OF_A_LEGEND = 0.3;
    private static final double LEAST_PANEL = 220;
    private static final double GREATEST_PANEL = 860;

    /** A setting of a figure that does not grow. */
    public Setting(double width, boolean bars, boolean residuals, boolean dark) {
        this(width, bars, residuals, dark, Optional.empty());
    }

    public Setting {
        if (width != 0 && !(width >= NARROWEST && width <= WIDEST)) {
            throw new IllegalArgumentException(
                    "width must be 0 or " + (int) NARROWEST + " to " + (int) WIDEST + ", is " + width);
        }
    }

    /** The same for a figure that grows. */
    public Setting after(Growing before) {
        return new Setting(width, bars, residuals, dark, Optional.of(before));
    }

    /** Panels in a row, of so many that would stand in a row on paper. */
    int columns(int onPaper) {
        if (width == 0) return onPaper;
        int most = (int) Math.max(1, (width - MARGINS + BETWEEN) / (LEAST_PANEL + BETWEEN));
        return Math.min(onPaper, most);
    }

    /** Whether a legend so wide stands below the panels, because beside them it would leave them no room. */
    boolean legendBelow(double legend) {
        return width > 0 && legend > MOST_OF_A_LEGEND * width;
    }

    /** Width of a panel, where a legend outside takes so much. */
    double panel(int columns, double legend) {
        if (width == 0) return columns == 1 ? 380 : columns == 2 ? 300 : 240;
        double room = width - MARGINS - (legend > 0 ? legend + BETWEEN : 0) - BETWEEN * (columns - 1);
        return Math.floor(Math.clamp(room / columns, 120, GREATEST_PANEL));
    }

    /** Height of a panel of this width. */
    double height(int columns, double panel) {
        if (width == 0) return columns == 1 ? 285 : columns == 2 ? 250 : 210;
        return Math.round(Math.clamp(0.68 * panel, 180, 410));
    }
}
