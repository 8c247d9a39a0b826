package rugged.figure.select;

import java.util.List;
import rugged.figure.FigureRequest;

/**
 * The points of one curve from one source in one panel, in drawing order.
 *
 * @param panel value of the panels' column; empty if there are none
 * @param curve value of the curves' column; empty for what belongs to no curve in particular
 * @param mark value of the marks' column; empty if there are none
 * @param source {@link FigureRequest#SIMULATION} or a theory's name
 * @param points in drawing order
 * @param thinned whether the points are the extremes of bins
 * @param cloud whether the points are pairs, each a dot for itself
 */
public record Series(
        String panel, String curve, String mark, String source, List<Spot> points, boolean thinned, boolean cloud) {

    /**
     * A point that can be drawn.
     *
     * @param line points of a theory with the same number are joined; in a thinned measured series the number of the bin
     * @param xError standard error of x, NaN for none
     * @param error standard error of y, NaN for none
     * @param count samples behind the value, NaN if not said
     */
    public record Spot(int line, double x, double y, double xError, double error, double count) {}

    /** Drawn as dots: more measured points than open markers can show apart, or a cloud. */
    public boolean dense() {
        return measured() && (cloud || points.size() > Thinning.MARKERS);
    }

    public boolean measured() {
        return source.equals(FigureRequest.SIMULATION);
    }
}
