package rugged.web.shape.run;

import java.util.List;
import java.util.Map;
import rugged.api.Quantity;

/**
 * How the numbers in an array quantity are distributed at each moment, all with the same bins.
 *
 * @param quantity the array
 * @param scale of its bins: log or linear
 * @param version of the run
 * @param moments one for each set of parameters and each place on the axes
 */
public record HistogramReply(Quantity quantity, String scale, String version, List<HistogramMoment> moments) {
    /**
     * One moment.
     *
     * @param key parameters that vary, seeds left out
     * @param at its place on the array's axes
     * @param x middles of the bins
     * @param y densities
     * @param error one standard error between samples; NaN where there is one sample
     * @param samples how many there are
     */
    public record HistogramMoment(
            Map<String, String> key, double[] at, double[] x, double[] y, double[] error, int samples) {}
}
