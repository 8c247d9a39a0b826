package rugged.meanfield.signal;

import java.util.Optional;
import java.util.OptionalDouble;
import rugged.meanfield.statics.Roots;

/**
 * Maps from layer to layer of a deep network of infinite width, z' = a z + W f(z) + b with W ~ N(0, w/n), b ~ N(0, v) drawn anew for every layer, where each unit is kept with probability p, independently for the two inputs, and then divided by p:
 *
 * <pre>
 * q'    = a^2 q + (w/p) E f(u)^2 + v
 * c' q' = a^2 c q + w E f(u1) f(u2) + v,     u1, u2 of variance q and correlation c,
 * </pre>
 *
 * <p>q the mean square of the fields of a layer and c the correlation of those of two inputs. chi_1 = a^2 + w E f'^2 at the fixed point q* is the slope of the second map at c = 1 and the factor of gradients from a layer to the one before. Correlations are carried as d = 1 - c, which loses nothing near 1.
 *
 * <p>Source: Poole et al., NeurIPS 29 (2016); Schoenholz et al., ICLR (2017), with dropout.
 *
 * @param response f
 * @param weights w
 * @param biases v
 * @param keep p
 * @param skip a
 * @param fineness of the grids of integrals, 1 for what is exact to rounding
 */
public record DeepSignals(Reaction response, double weights, double biases, double keep, double skip, double fineness) {
    private static final int MOST = 20_000;
    private static final double LARGEST = 1e6;
    private static final double SETTLED = 1e-15;
    private static final double NEAREST = 1e-12;

    /** Without dropout and links. */
    public DeepSignals(Reaction response, double weights, double biases) {
        this(response, weights, biases, 1.0, 0.0, 1.0);
    }

    /** q of the next layer. */
    public double next(double q) {
        return skip * skip * q + weights / keep * response.square(q, fineness) + biases;
    }

    /** dq'/dq. */
    public double slope(double q) {
        return skip * skip + weights / keep * response.squareSlope(q, fineness);
    }

    /** The slope of the map of correlations at c = 1, and the factor of gradients: a^2 + w E f'^2. */
    public double chi(double q) {
        return slope(q, 0.0);
    }

    /** The slope of the map of correlations at c = 1 - d. */
    public double slope(double q, double d) {
        return skip * skip + weights * response.slopes(q, d, fineness);
    }

    /** 1 - c of the next layer. */
    public double nextDistance(double q, double d) {
        double noise = keep == 1.0 ? 0.0 : weights * (1.0 / keep - 1.0) * response.square(q, fineness);
        double next = next(q);
        if (next == 0.0) return d;
        return (skip * skip * q * d + weights * response.distance(q, d, fineness) + noise) / next;
    }

    /** q*, where layers come to from q = 1; none where q grows for ever, or any q stands still. */
    public OptionalDouble fixed() {
        boolean scaleless = response == Reaction.RELU || response == Reaction.LINEAR;
        if (scaleless)
            return slope(1.0) < 1.0 ? OptionalDouble.of(biases / (1.0 - slope(1.0))) : OptionalDouble.empty();
        if (Math.abs(skip) >= 1.0) return OptionalDouble.empty();
        boolean dies = biases == 0.0 && response.value(0.0) == 0.0;
        if (dies && response != Reaction.SWISH && slope(0.0) <= 1.0) return OptionalDouble.of(0.0);
        double q = 1.0;
        for (int k = 0; k < MOST; k++) {
            double next = next(q);
            if (next > LARGEST) return OptionalDouble.empty();
            if (dies && next < NEAREST) return OptionalDouble.of(0.0);
            if (Math.abs(next - q) <= SETTLED * Math.max(1.0, q)) return OptionalDouble.of(next);
            double slope = slope(q);
            double newton = q + (next - q) / (1.0 - slope);
            boolean closer = slope < 1.0 && newton > 0.0 && Math.abs(next(newton) - newton) < 0.5 * Math.abs(next - q);
            q = closer ? newton : next;
        }
        return OptionalDouble.empty();
    }

    /** 1 - c* at q*: 0 in the ordered phase, where two inputs become one. */
    public double fixedDistance(double q) {
        double low = NEAREST;
        if (keep == 1.0 && chi(q) <= 1.0 || nextDistance(q, low) <= low) return 0.0;
        // odd units without biases keep what is orthogonal so
        if (nextDistance(q, 1.0) - 1.0 > -1e-14) return 1.0;
        return Roots.between(d -> nextDistance(q, d) - d, low, 1.0);
    }

    /** -1/ln of a slope: the number of layers in which a distance falls by e; infinite where it does not. */
    public static double scale(double slope) {
        return slope >= 1.0 ? Double.POSITIVE_INFINITY : slope <= 0.0 ? 0.0 : -1.0 / Math.log(slope);
    }

    /**
     * A point of the line chi_1 = 1.
     *
     * @param weights w there
     * @param q q* there; NaN where any will do
     */
    public record Critical(double weights, double q) {}

    /** The point of the critical line that has a q*: no equation is solved for it. */
    public static Critical critical(Reaction response, double skip, double q) {
        double own = 1.0 - skip * skip;
        return new Critical(own / response.slopeSquare(q, 1.0), q);
    }

    /** The variance of biases at the point of the critical line that has a q*. */
    public static double criticalBiases(Reaction response, double skip, double q) {
        return (1.0 - skip * skip) * (q - response.square(q, 1.0) / response.slopeSquare(q, 1.0));
    }

    /** The critical point of these biases, at the least q if there are several: none where there is none up to q = 10^4, and none with dropout, where two inputs never become one. */
    public Optional<Critical> critical() {
        if (keep < 1.0 || Math.abs(skip) >= 1.0) return Optional.empty();
        double own = 1.0 - skip * skip;
        if (response == Reaction.RELU || response == Reaction.LINEAR)
            return biases > 0.0
                    ? Optional.empty()
                    : Optional.of(new Critical(own / response.slopeSquare(1.0, 1.0), Double.NaN));
        if (biases == 0.0 && response.value(0.0) == 0.0)
            return Optional.of(new Critical(own / response.slopeSquare(0.0, 1.0), 0.0));
        double before = 1e-6;
        double was = criticalBiases(response, skip, before) - biases;
        for (double q = 2.0 * before; q < 1e4; q *= 1.5) {
            double now = criticalBiases(response, skip, q) - biases;
            if (was < 0.0 && now >= 0.0) {
                double at = Roots.between(x -> criticalBiases(response, skip, x) - biases, before, q);
                return Optional.of(critical(response, skip, at));
            }
            before = q;
            was = now;
        }
        return Optional.empty();
    }
}
