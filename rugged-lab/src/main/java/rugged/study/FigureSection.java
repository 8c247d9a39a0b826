package rugged.study;

import java.util.List;
import java.util.Map;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * A figure as a study asks for it. Columns are the axes of quantities ({@code t}, {@code tw}) and parameters by their path ({@code landscape.n}), for which
 * the last word is enough where it is unambiguous; a plan holds them with the full path.
 *
 * @param name good for a file name
 * @param title a line for headings
 * @param y name of the quantity drawn
 * @param x an axis, a parameter, {@code t - tw}, {@code t/tw}, {@code (t - tw)/tw}, or another quantity for a parametric figure
 * @param yLabel empty: from the quantity
 * @param xLabel empty: from x
 * @param yScale vertical axis
 * @param xScale horizontal axis
 * @param yRange [low, high], or empty for all that is drawn
 * @param xRange [low, high], or empty for all that is drawn
 * @param offset added to every value before it is drawn
 * @param curves column whose values make curves; empty for one curve
 * @param curvesLabel title of the legend
 * @param panels column whose values make panels; empty for one panel
 * @param panelsLabel symbol in the titles of panels
 * @param columns panels in a row; 0 for up to three
 * @param where only rows whose column has this value
 * @param overlay theories drawn as lines; {@code "*"} for all, empty for none
 */
public record FigureSection(
        @Param(doc = "name of the figure's file") String name,
        @Param(doc = "title, one line", def = "''") String title,

        @Param(doc = "quantity drawn; empty for a page", def = "''")
        String y,

        @Param(doc = "names of other figures that make this one, a page of lettered panels", def = "[]")
        List<String> page,

        @Param(doc = "axis, parameter, t - tw, t/tw, (t - tw)/tw, or a second quantity", def = "t")
        String x,

        @Param(doc = "vertical label, empty: from the quantity", def = "''")
        String yLabel,

        @Param(doc = "horizontal label, empty: from x", def = "''")
        String xLabel,

        @Param(doc = "vertical axis", def = "linear") Scale yScale,
        @Param(doc = "horizontal axis", def = "linear") Scale xScale,

        @Param(doc = "[low, high] shown, empty: all", def = "[]")
        List<Double> yRange,

        @Param(doc = "[low, high] shown, empty: all", def = "[]")
        List<Double> xRange,

        @Param(doc = "added to every value before it is drawn", def = "0")
        double offset,

        @Param(doc = "column whose values make curves", def = "''")
        String curves,

        @Param(doc = "title of the legend", def = "''") String curvesLabel,

        @Param(doc = "column whose values make panels", def = "''")
        String panels,

        @Param(doc = "symbol in the titles of panels", def = "''")
        String panelsLabel,

        @Param(doc = "panels in a row, 0: up to three", def = "0", min = 0, max = 12)
        int columns,

        @Param(doc = "column whose values are told apart by open and filled markers", def = "''")
        String marks,

        @Param(doc = "only rows whose column has this value", def = "{}")
        Map<String, String> where,

        @Param(doc = "theories drawn as lines, \"*\" for all", def = "['*']")
        List<String> overlay) {
    /** How values become lengths. */
    public enum Scale {
        /** Equal differences are equally long. */
        LINEAR,
        /** Equal ratios are equally long. */
        LOG
    }

    public FigureSection {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,80}")) {
            throw new BadParameter(
                    "name", "\"" + name + "\"", "is not good for a file name", "letters, digits, dots and dashes");
        }
        page = List.copyOf(page);
        if (y.isEmpty() == page.isEmpty()) {
            throw new BadParameter(
                    "y", "\"" + y + "\"", "a figure draws a quantity or is a page of others", "y, or page");
        }
        range("y-range", yRange, yScale);
        range("x-range", xRange, xScale);
    }

    private static void range(String key, List<Double> range, Scale scale) {
        if (range.isEmpty()) return;
        boolean ordered = range.size() == 2 && range.get(0) < range.get(1);
        if (!ordered) throw new BadParameter(key, range, "is not a range", "two finite numbers, [low, high]");
        if (scale == Scale.LOG && range.get(0) <= 0)
            throw new BadParameter(key, range, "reaches 0 on a logarithmic axis", "low > 0");
    }

    /** With columns by their full path. */
    FigureSection resolved(String horizontal, String byCurve, String byPanel, String byMark, Map<String, String> only) {
        return new FigureSection(
                name,
                title,
                y,
                page,
                horizontal,
                yLabel,
                xLabel,
                yScale,
                xScale,
                yRange,
                xRange,
                offset,
                byCurve,
                curvesLabel,
                byPanel,
                panelsLabel,
                columns,
                byMark,
                only,
                overlay);
    }
}
