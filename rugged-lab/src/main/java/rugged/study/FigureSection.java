package rugged.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import rugged.index.Withers;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * A figure as a study asks for it. Columns are the axes of quantities ({@code t}, {@code tw}) and parameters by their path ({@code landscape.n}), for which
 * the last word is enough where it is unambiguous; a plan holds them with the full path.
 *
 * @param name good for a file name
 * @param title a line for headings
 * @param y name of the quantity drawn
 * @param x an axis, a parameter, {@code t - tw}, {@code t/tw}, {@code (t - tw)/tw}, another quantity for a parametric figure, or {@code i, j} for a heat map: i across, j
 *     up, the value as colour
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
 * @param marks column whose values are told apart by the filling of markers
 * @param scales whether panels share their axes
 * @param at every time, or the last recorded one
 * @param statistic mean or median over seeds
 * @param where only rows whose column has this value
 * @param overlay theories drawn as lines; {@code "*"} for all, empty for none; {@code theory.quantity} draws another quantity of a theory on the same axes
 * @param verticals places on the horizontal axis marked by lines, if any
 * @param guides slopes of dashed straight lines on two logarithmic axes, if any
 * @param strokes {@code line, point}: which stroke a row belongs to and where on it, for many thin lines in the place of points
 * @param colour column of numbers that colours strokes, whose legend has the title {@code curvesLabel}
 * @param points what stands for a measured value, if not what suits their number
 * @param units lengths of the two axes, if not whatever fills the panel
 * @param lines over a heat map, {@code parameter = theory.quantity} or {@code parameter = quantity}: where one of its two axes has the value of a theory's quantity, or of a measured one
 * @param contours over a heat map, values that level lines mark
 */
@Withers
public record FigureSection(
        @Param(doc = "name of the figure's file") String name,
        @Param(doc = "title, one line", def = "''") String title,

        @Param(doc = "quantity drawn; empty for a page", def = "''")
        String y,

        @Param(doc = "names of other figures that make this one, a page of lettered panels", def = "[]")
        List<String> page,

        @Param(
                doc = "axis, parameter, t - tw, t/tw, (t - tw)/tw, or a second quantity; two axes with a comma for a"
                        + " map of colours",
                def = "t")
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

        @Param(doc = "whether panels share their scales or each has its own", def = "shared")
        Scales scales,

        @Param(
                doc = "which times are drawn: every one, or the last recorded, to be set against a parameter",
                def = "every")
        Times at,

        @Param(doc = "over seeds, with its standard error: mean or median", def = "mean")
        Statistic statistic,

        @Param(doc = "only rows whose column has this value", def = "{}")
        Map<String, String> where,

        @Param(
                doc = "theories drawn as lines, \"*\" for all; theory.quantity for another of its quantities",
                def = "['*']")
        List<String> overlay,

        @Param(doc = "slopes of dashed lines to compare with, on two logarithmic axes")
        Optional<List<Double>> guides,

        @Param(
                doc = "places on the horizontal axis marked by lines from bottom to top, the first full, others dashed:"
                        + " numbers, or theory.quantity for one of the theory's numbers")
        Optional<List<String>> verticals,

        @Param(
                doc = "two axes with a comma, which stroke a value belongs to and where on it: draws thin lines in the"
                        + " place of points, and no numbers below them without x-label")
        Optional<String> strokes,

        @Param(doc = "axis whose numbers colour strokes, curves-label the title of their legend")
        Optional<String> colour,

        @Param(doc = "cloud: every measured value is a dot for itself, as of pairs that an analysis of arrays keeps")
        Optional<Points> points,

        @Param(doc = "equal: a unit is as long across as up, on two linear axes")
        Optional<Units> units,

        @Param(
                doc = "over a map of colours: places where one of its axes has the value of a quantity, for each"
                        + " value of the other; \"axis = theory.quantity\" as a line, \"axis = quantity\" of a"
                        + " measured one as points with error bars")
        Optional<List<String>> lines,

        @Param(
                doc = "over a map of colours: values marked by level lines; places within two standard errors of one"
                        + " have a cross")
        Optional<List<Double>> contours)
        implements FigureSectionWithers {
    /** How values become lengths. */
    public enum Scale {
        /** Equal differences are equally long. */
        LINEAR,
        /** Equal ratios are equally long. */
        LOG
    }

    /** Whether panels can be compared by height. */
    public enum Scales {
        /** All panels have the same axes. */
        SHARED,
        /** Each panel has axes of its own, over its own data. */
        OWN
    }

    /** What stands for a measured value. */
    public enum Points {
        /** A dot for itself, in any number. */
        CLOUD
    }

    /** How long a unit is. */
    public enum Units {
        /** As long across as up. */
        EQUAL
    }

    /** Which of the recorded times. */
    public enum Times {
        /** All. */
        EVERY,
        /** The last of each set of parameters and ages. */
        LAST
    }

    /** What is made of the values of several seeds. */
    public enum Statistic {
        /** sum/n, with error sd/sqrt(n). */
        MEAN,
        /** The middle value, with its error by Maritz and Jarrett. */
        MEDIAN
    }

    /** Greatest number that an axis can reach; on a logarithmic one its inverse is the least. */
    private static final double GREATEST = 1e300;

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
        guides = guides.map(List::copyOf);
        verticals = verticals.map(List::copyOf);
        lines = lines.map(List::copyOf);
        contours = contours.map(List::copyOf);
        checked(strokes, colour);
        boolean map = strokes.isPresent() || x.indexOf(',') >= 0;
        if (points.isPresent() && map)
            throw new BadParameter("points", "cloud", "has neither strokes nor a map of colours", "x with one axis");
        if (units.isPresent() && (map || xScale == Scale.LOG || yScale == Scale.LOG))
            throw new BadParameter("units", "equal", "needs two linear axes, and points on them", "linear scales");
        map(x, strokes.isPresent(), lines.isPresent(), contours.isPresent());
        if (guides.isPresent() && (xScale == Scale.LINEAR || yScale == Scale.LINEAR))
            throw new BadParameter(
                    "guides", guides.get(), "are straight on logarithmic axes only", "x-scale: log and y-scale: log");
    }

    private static void checked(Optional<String> strokes, Optional<String> colour) {
        boolean two = strokes.map(typed -> typed.matches("[^,]*[^,\\s][^,]*,[^,]*[^,\\s][^,]*"))
                .orElse(true);
        if (!two)
            throw new BadParameter(
                    "strokes",
                    "\"" + strokes.get() + "\"",
                    "are not two axes with a comma",
                    "which stroke, and where on it");
        if (colour.isPresent() && strokes.isEmpty())
            throw new BadParameter("colour", "\"" + colour.get() + "\"", "colours strokes only", "strokes");
    }

    private static void map(String x, boolean strokes, boolean lines, boolean contours) {
        if (x.indexOf(',') >= 0 && !strokes || !lines && !contours) return;
        throw new BadParameter(
                lines ? "lines" : "contours",
                "given",
                "are drawn over a map of colours only",
                "x: two axes with a comma between" + (lines ? ", or verticals" : ""));
    }

    private static void range(String key, List<Double> range, Scale scale) {
        if (range.isEmpty()) return;
        boolean ordered = range.size() == 2
                && range.get(0) < range.get(1)
                && range.get(0) >= -GREATEST
                && range.get(1) <= GREATEST;
        if (!ordered) throw new BadParameter(key, range, "is not a range", "two numbers within 1e300, [low, high]");
        if (scale == Scale.LOG && range.get(0) < 1 / GREATEST)
            throw new BadParameter(key, range, "reaches 0 on a logarithmic axis", "low > 0");
    }

    /** With columns by their full path. */
    public FigureSection resolved(
            String horizontal, String byCurve, String byPanel, String byMark, Map<String, String> only) {
        return withX(horizontal)
                .withCurves(byCurve)
                .withPanels(byPanel)
                .withMarks(byMark)
                .withWhere(only);
    }
}
