package rugged.web.shape;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A curve in columns. Reduced ones keep, for each bin of the drawn axis, its first, last, least and greatest point.
 *
 * @param key what distinguishes it: parameters and axes
 * @param source simulation, or the name of a theory
 * @param x abscissae
 * @param y values
 * @param error one standard error; NaN for none
 * @param low least value of the bin; null when every point is there
 * @param high greatest value of the bin; null when every point is there
 * @param flags for each point the numbers that are null and why, as in "error: nan"; empty texts where none is; null when no number is
 * @param count samples behind a value, or points of the bin
 * @param from points that the asker has already and keeps; the columns go on behind them
 */
public record Curve(
        Map<String, String> key,
        String source,
        double[] x,
        double[] y,
        double[] error,
        double @Nullable [] low,
        double @Nullable [] high,
        @Nullable List<String> flags,
        double[] count,
        int from) {
    /** What is left behind the first points. */
    public Curve from(int first) {
        return new Curve(
                key,
                source,
                rest(x, first),
                rest(y, first),
                rest(error, first),
                low == null ? null : rest(low, first),
                high == null ? null : rest(high, first),
                flags == null ? null : flags.subList(first, flags.size()),
                rest(count, first),
                first);
    }

    private static double[] rest(double[] column, int first) {
        return Arrays.copyOfRange(column, first, column.length);
    }

    /** Points at the beginning that are the same in another curve, which is cut otherwise; -1 for a curve of another thing. */
    public int common(Curve other) {
        if (!source.equals(other.source) || !key.equals(other.key)) return -1;
        if ((low == null) != (other.low == null)) return 0;
        int same = Math.min(same(x, other.x), Math.min(same(y, other.y), same(error, other.error)));
        same = Math.min(same, same(count, other.count));
        if (low != null && other.low != null) same = Math.min(same, same(low, other.low));
        if (high != null && other.high != null) same = Math.min(same, same(high, other.high));
        return same;
    }

    private static int same(double[] one, double[] other) {
        int at = Arrays.mismatch(one, other);
        return at < 0 ? one.length : at;
    }
}
