package rugged.web.shape;

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
        double[] count) {}
