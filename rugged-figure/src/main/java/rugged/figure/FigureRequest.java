package rugged.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rugged.index.Withers;

/**
 * What a figure shows, said without drawing it: which quantity against what, which column makes curves and which panels.
 *
 * <p>Simulation (rows whose {@code source} is {@value #SIMULATION}) is drawn as open markers with error bars, every other
 * source is a theory and drawn as a line in the colour of its curve; several theories differ in their dashes.
 *
 * <p>Labels know a light markup: {@code t_{w}}, {@code 10^{-2}}, {@code \tau}; a letter standing alone is a symbol and set
 * in italics (see {@link Markup}). An empty text means "none" or "by default", as said for each component.
 *
 * @param name name of the figure, good for a file
 * @param title a line for headings and screen readers; not drawn, as in journals
 * @param y value of the {@code quantity} column
 * @param x an axis column ({@code t}), one of the expressions {@code t - tw}, {@code t/tw}, {@code (t - tw)/tw}, or else
 *     another quantity, taken at the same source, parameters and times (a parametric figure, chi against C); two columns
 *     with a comma between span a {@link HeatMap}, whose colours then have the label and scale of y
 * @param xLabel label of the horizontal axis; empty: derived from {@code x}
 * @param yLabel label of the vertical axis; empty: {@code y}
 * @param xScale horizontal scale
 * @param yScale vertical scale
 * @param xRange range shown; empty: all that is drawn
 * @param yRange range shown; empty: all that is drawn
 * @param offset added to every value (and theory) before it is drawn, e.g. minus a threshold energy
 * @param curves column whose values make curves; empty: one curve
 * @param curvesLabel title of the legend; empty: the column's name
 * @param panels column whose values make panels side by side; empty: one panel
 * @param panelsLabel symbol in the panels' titles ({@code T = 0.5}); empty: the column's name
 * @param columns panels in a row; 0: up to three
 * @param marks column whose first value is drawn with open markers, its second with filled ones, further ones smaller and
 *     filled; empty: all open
 * @param ownScales whether each panel has scales of its own; else all panels share theirs
 * @param last whether only the last recorded time is drawn: the value at the greatest {@code t} of each set of parameters,
 *     and each theory's value at that time (within two per cent)
 * @param where only rows whose column has this value
 * @param theories sources drawn as theory; {@code "*"} for all in the table, empty for none; {@code source.quantity} draws another quantity of a theory on the same
 *     axes, as a line of that name
 * @param guides slopes of power laws y ~ x^slope that are drawn as dashed lines above the points, to compare with; both axes must be logarithmic
 * @param verticals places on the horizontal axis that are marked by lines from bottom to top, the first full and others dashed: a number, or {@code source.quantity} for the values of a theory that has one
 * @param strokes two columns with a comma between: which stroke a row belongs to, and where on it, see {@link Strokes}; empty: points, not strokes
 * @param colour column of numbers that colours strokes; empty: all in ink
 * @param cloud whether measured points are a cloud of pairs: small dots, neither joined to a curve nor thinned to extremes
 * @param equal whether a unit is as long across as up: the axis that would show less of its own shows more
 * @param lines over a heat map, {@code column = source.quantity} or {@code column = quantity}: places at which one of its two columns has the value of a theory's quantity, as a line, or of a measured one, as points with error bars
 * @param contours over a heat map, values that are marked by level lines; places whose value lies within two standard errors of one are marked as well
 */
@Withers
public record FigureRequest(
        String name,
        String title,
        String y,
        String x,
        String xLabel,
        String yLabel,
        Scale xScale,
        Scale yScale,
        Optional<Range> xRange,
        Optional<Range> yRange,
        double offset,
        String curves,
        String curvesLabel,
        String panels,
        String panelsLabel,
        int columns,
        String marks,
        boolean ownScales,
        boolean last,
        Map<String, String> where,
        List<String> theories,
        List<Double> guides,
        List<String> verticals,
        String strokes,
        String colour,
        boolean cloud,
        boolean equal,
        List<String> lines,
        List<Double> contours)
        implements FigureRequestWithers {

    /** The source of measured rows. */
    public static final String SIMULATION = "simulation";

    /** How the sources of published numbers begin: drawn as theories are, but nothing is subtracted from them. */
    public static final String PUBLISHED = "published";

    /** What an axis can reach: beyond, lengths and ticks are no longer numbers. On a logarithmic axis 1/{@code GREATEST} is the least. */
    static final double GREATEST = 1e300;

    /** Draw every theory that the table holds. */
    public static final List<String> EVERY_THEORY = List.of("*");

    public FigureRequest {
        if (y.isBlank() || x.isBlank()) {
            throw new IllegalArgumentException("a figure needs a quantity y and an axis x");
        }
        if (columns < 0) {
            throw new IllegalArgumentException("columns must not be negative, is " + columns);
        }
        if (!Double.isFinite(offset)) {
            throw new IllegalArgumentException("offset must be finite, is " + offset);
        }
        requirePositive(xScale, xRange, "x");
        requirePositive(yScale, yRange, "y");
        where = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(where));
        theories = List.copyOf(theories);
        guides = List.copyOf(guides);
        verticals = List.copyOf(verticals);
        lines = List.copyOf(lines);
        contours = List.copyOf(contours);
        if (!guides.isEmpty() && (xScale == Scale.LINEAR || yScale == Scale.LINEAR)) {
            throw new IllegalArgumentException("guides are straight on two logarithmic axes only");
        }
        if (equal && (xScale == Scale.LOG || yScale == Scale.LOG)) {
            throw new IllegalArgumentException("units are equal on two linear axes only");
        }
    }

    private static void requirePositive(Scale scale, Optional<Range> range, String axis) {
        if (scale == Scale.LOG && range.isPresent() && range.get().low() < 1 / GREATEST) {
            throw new IllegalArgumentException(axis + "-range must be positive on a logarithmic axis, begins at "
                    + range.get().low());
        }
    }

    /** How values become lengths. */
    public enum Scale {
        LINEAR,
        LOG
    }

    /** An interval, low below high. */
    public record Range(double low, double high) {
        public Range {
            if (!(low < high) || !(Math.max(Math.abs(low), Math.abs(high)) <= GREATEST)) {
                throw new IllegalArgumentException(
                        "a range needs low < high, both within ±" + GREATEST + ", has " + low + ", " + high);
            }
        }

        /** The range of this length around the same middle; this one where it is as long already, to rounding. */
        Range about(double length) {
            double more = 0.5 * (length - (high - low));
            return more <= 1e-9 * length ? this : new Range(low - more, high + more);
        }
    }

    /** The quantity y against x, linear, one curve, one panel, every theory. */
    public static FigureRequest of(String name, String y, String x) {
        return new FigureRequest(
                name,
                "",
                y,
                x,
                "",
                "",
                Scale.LINEAR,
                Scale.LINEAR,
                Optional.empty(),
                Optional.empty(),
                0,
                "",
                "",
                "",
                "",
                0,
                "",
                false,
                false,
                Map.of(),
                EVERY_THEORY,
                List.of(),
                List.of(),
                "",
                "",
                false,
                false,
                List.of(),
                List.of());
    }

    /** With a title. */
    public FigureRequest titled(String text) {
        return withTitle(text);
    }

    /** With axis labels in markup. */
    public FigureRequest labelled(String horizontal, String vertical) {
        return withXLabel(horizontal).withYLabel(vertical);
    }

    /** With scales. */
    public FigureRequest scaled(Scale horizontal, Scale vertical) {
        return withXScale(horizontal).withYScale(vertical);
    }

    /** Showing only these ranges; what falls outside is counted under the figure. */
    public FigureRequest within(Optional<Range> horizontal, Optional<Range> vertical) {
        return withXRange(horizontal).withYRange(vertical);
    }

    /** With a number added to every value. */
    public FigureRequest shifted(double added) {
        return withOffset(added);
    }

    /** One curve for each value of a column. */
    public FigureRequest curvesBy(String column, String label) {
        return withCurves(column).withCurvesLabel(label);
    }

    /** One panel for each value of a column, so many in a row (0: up to three). */
    public FigureRequest panelsBy(String column, String label, int inRow) {
        return withPanels(column).withPanelsLabel(label).withColumns(inRow);
    }

    /** The values of a column told apart by the filling of the markers. */
    public FigureRequest markedBy(String column) {
        return withMarks(column);
    }

    /** Each panel with scales of its own. */
    public FigureRequest scaledByPanel() {
        return withOwnScales(true);
    }

    /** Only what was recorded last. */
    public FigureRequest atLast() {
        return withLast(true);
    }

    /** Only rows with this value in this column; repeated calls add up. */
    public FigureRequest where(String column, String value) {
        Map<String, String> narrowed = new LinkedHashMap<>(where);
        narrowed.put(column, value);
        return withWhere(narrowed);
    }

    /** Whether rows of this quantity from this source are drawn. */
    public boolean draws(String quantity, String source) {
        if (!quantity.equals(y)) return theories.contains(source + "." + quantity);
        return source.equals(SIMULATION) || theories.containsAll(EVERY_THEORY) || theories.contains(source);
    }

    /** As strokes: rows with the same number in one column, joined in the order of another, coloured by a third if it is not empty. */
    public FigureRequest strokedBy(String stroke, String along, String coloured) {
        return withStrokes(stroke + ", " + along).withColour(coloured);
    }

    /** As a cloud of pairs, on axes of equal units if so wished. */
    public FigureRequest scattered(boolean equalUnits) {
        return withCloud(true).withEqual(equalUnits);
    }

    /** Only these theories. */
    public FigureRequest beside(List<String> sources) {
        return withTheories(sources);
    }
}
