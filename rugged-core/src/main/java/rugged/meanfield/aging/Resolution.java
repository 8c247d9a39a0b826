package rugged.meanfield.aging;

import java.util.Locale;
import java.util.Optional;
import rugged.meanfield.AgingProblem;

/**
 * How finely rows are resolved. The error falls spectrally with the order and as a power 4 to 5 of the spacing. Two instabilities bound the spacing, from below and
 * from above ({@link Steadiness} watches for both).
 *
 * <p>Panels that are too coarse for the spacing let an oscillation from row to row grow slowly; for p = 3 at T = 0, in units of the fast relaxation, from about
 *
 * <pre>
 * 2e7 5^(P - 10) (delta/0.05)^8
 * </pre>
 *
 * on (measured: 8e5 at order 10 and spacing 0.035, 2e7 at 10 and 0.05, 1e7 at 8 and 0.07), so that a higher order goes with a finer spacing or a later end.
 *
 * <p>In gradient flow g = 2 sqrt(f''(1)) - mu is the depth of the unstable edge of the Hessian; it falls more slowly than 1/t (for p = 3 as t^(-2/3), for 3+12 as 2 t^(-1/2)).
 * The implicit row has a Jacobian with one small positive eigenvalue, which belongs to a shift of the clock: C(t,t') moves along phi dC/dphi for all t' but the last few 1/g before t, the
 * shift that the equations hardly oppose once g dt is large. It is 0.26 at g dt = 20, 0.07 at 33, and passes through zero at 43 (3+12, order 8, spacing 0.1; at 49 with 10 and 0.05), whatever the order of the panels
 * and of the differences in time; stencils of fewer rows at the front end earlier or are less accurate. The equations themselves do not part: with g dt = 0.5 to 12 a shift of one row grows by no more than 4 times within 60/g, and then shrinks. Beyond
 * there is no next row; rows part from their extrapolation already at g dt = 36, by a factor of 1.5 a row; with 3+4 an oscillation with a period of seven rows grows at g dt = 18 from g t = 600 on, and shrinks below 14. So late rows are put no further apart than {@code stride}/g, and where that is
 * close in ln t for long, at most {@code stride} = 10 and smoothed ({@link RowSmoothing}). Smoothed rows, too, are lost in the end, to waves that panels do not resolve: those of 3+4 departed by 1e-6 at t = 1.7e6, 6.3e7, 8e7 and 1.1e8 with orders 8, 13, 14 and 15, and diverged at 1.0e7 and 1.3e8 with 8 and 13; 14 and 15 came to 1.2e8 and 1.4e8.
 * Where that is not enough the solution ends ({@link Horizon}).
 *
 * @param order P, polynomial degree on a panel; also the number of Gauss points on a panel of an integral
 * @param spacing delta, distance of late rows in u = ln(1 + t/c); at most about 0.1, so that six neighbouring rows lie on no more than two grids
 * @param stride largest g dt between neighbouring rows
 * @param clock c, the time below which rows are evenly spaced in t
 * @param finest tau0, width in t - t' and in t' of the finest panels
 * @param smoothed whether rows are smoothed in u ({@link RowSmoothing}), as is needed where they are close together for long
 */
public record Resolution(int order, double spacing, double stride, double clock, double finest, boolean smoothed) {
    /** Smallest and largest order. */
    public static final int LEAST_ORDER = 4;

    public static final int MOST_ORDER = 15;

    /** Six neighbouring rows lie on no more than two grids. */
    private static final double WIDEST = 0.1;

    private static final double CLOCK = 0.43;
    private static final double FINEST = 0.7;
    private static final int ORDER = 10;
    private static final double SPACING = 0.05;
    private static final double STRIDE = 18;
    private static final double CLOSE_SPACING = 0.025;
    private static final double CLOSE_STRIDE = 10;
    /** In units of the fast relaxation: up to here smoothed rows of order 11 are steady, and with every further order 2.6 times as long (measured: order 12 to 4.2e7, order 13 to 1.2e8). */
    private static final double CLOSE_LONG = 1.5e7;

    private static final int CLOSE_ORDER = 11;
    private static final double CLOSE_GAIN = 2.6;
    private static final double WIDE_SPACING = 0.07;
    /** In units of the fast relaxation: up to here rows of order 8 at the wide spacing are steady where a start is remembered, and with every further order so many times as long. */
    private static final double WIDE_LONG = 1.2e7;

    private static final int WIDE_ORDER = 8;
    private static final double WIDE_GAIN = 1.5;
    /** How much further apart rows of the companion are where they are smoothed: an error of sixth order is three times as large. */
    private static final double WIDER = 1.2;

    /** In units of the fast relaxation: up to here early times are looked at. */
    private static final double SHORT = 1e3;
    /** In units of the fast relaxation: up to here order 10 is steady, and with every further order up to {@link #GAIN} times later. */
    private static final double LONG = 3.5e6;

    private static final double GAIN = 5;

    public Resolution {
        if (order < LEAST_ORDER || order > MOST_ORDER)
            throw new IllegalArgumentException("order " + order + " is not from " + LEAST_ORDER + " to " + MOST_ORDER);
        if (!(spacing > 0) || !(stride > 0) || !(clock > 0) || !(finest > 0))
            throw new IllegalArgumentException("spacing, stride, clock and finest must be positive");
        if (smoothed && spacing > RowSmoothing.WIDEST)
            throw new IllegalArgumentException("smoothed rows are at most " + RowSmoothing.WIDEST + " apart");
    }

    /** Without smoothing. */
    public Resolution(int order, double spacing, double stride, double clock, double finest) {
        this(order, spacing, stride, clock, finest, false);
    }

    /** Order and spacing in units of the fast relaxation, which sqrt(f''(1)) sets, or T where that is faster. */
    public static Resolution of(AgingProblem problem, int order, double spacing) {
        double rate = Math.max(problem.rate(), problem.temperature());
        return new Resolution(order, spacing, STRIDE, CLOCK / rate, FINEST / rate);
    }

    /**
     * The resolution that reaches a time with C(t, t/2) right to about 1e-5 up to t = 1e6 and 1e-4 beyond, and a clock fine enough where times of order one
     * matter.
     */
    public static Resolution reaching(AgingProblem problem, double until) {
        double rate = Math.max(problem.rate(), problem.temperature());
        double scaled = until * rate;
        int more = scaled <= LONG ? 0 : (int) Math.ceil(Math.log(scaled / LONG) / Math.log(GAIN));
        Resolution usual = of(problem, Math.min(ORDER + more, MOST_ORDER), SPACING);
        if (scaled > SHORT) return usual;
        return new Resolution(usual.order, usual.spacing, usual.stride, 0.5 * usual.clock, usual.finest, false);
    }

    /** Order 8, spacing 0.1: three times faster; C(t, t/2) is off by 4e-4 at t = 1e4. */
    public static Resolution quick(AgingProblem problem) {
        return of(problem, 8, 0.1);
    }

    /** What is tried when this one is not steady; none beyond the highest order. */
    public Optional<Resolution> steadier() {
        return order < MOST_ORDER ? Optional.of(withOrder(order + 1)) : Optional.empty();
    }

    /**
     * The resolution by whose values those of this one are judged: one order and a spacing sqrt 2 coarser, which is steady for as long as this one and three times
     * longer; where rows may not be further apart, finer by as much. Smoothed rows are a fifth further apart, but for late times, when both are so close that only panels matter: a fifth further apart then, those of 3+4 at order 14 were lost at t = 1.24e8.
     */
    public Resolution companion() {
        if (smoothed)
            return new Resolution(Math.max(LEAST_ORDER, order - 1), WIDER * spacing, stride, clock, finest, true);
        double factor = spacing * Math.sqrt(2) <= WIDEST ? Math.sqrt(2) : Math.sqrt(0.5);
        int other = factor > 1 ? Math.max(LEAST_ORDER, order - 1) : Math.min(MOST_ORDER, order + 2);
        return new Resolution(other, factor * spacing, factor * stride, clock, finest, false);
    }

    /** Rows at half the usual spacing and closer, smoothed, of an order at which the companion, too, is steady up to a time. */
    static Resolution close(AgingProblem problem, double until) {
        Resolution usual = reaching(problem, until);
        double rate = Math.max(problem.rate(), problem.temperature());
        int steady = CLOSE_ORDER + (int) Math.ceil(Math.log(until * rate / CLOSE_LONG) / Math.log(CLOSE_GAIN));
        int order = Math.min(MOST_ORDER, Math.max(usual.order, steady + 1));
        return new Resolution(order, CLOSE_SPACING, CLOSE_STRIDE, usual.clock, usual.finest, true);
    }

    /** Rows at a spacing at which an oscillation starts later, of an order at which they are steady up to a time. */
    static Resolution wide(AgingProblem problem, double until) {
        Resolution usual = reaching(problem, until);
        double rate = Math.max(problem.rate(), problem.temperature());
        int steady = WIDE_ORDER + (int) Math.ceil(Math.log(until * rate / WIDE_LONG) / Math.log(WIDE_GAIN));
        int order = Math.min(MOST_ORDER, Math.max(usual.order, steady));
        return usual.withOrder(order).withSpacing(WIDE_SPACING);
    }

    /**
     * Largest distance in u of the next row.
     *
     * @param depth g t in gradient flow; 0 or less where nothing bounds it but the spacing
     */
    double distance(double depth) {
        if (!(depth > 0)) return spacing;
        if (!smoothed) return Math.min(spacing, stride / depth);
        double ratio = spacing * depth / stride;
        return spacing * Math.pow(1 + ratio * ratio * ratio * ratio, -0.25);
    }

    /** The same with another order. */
    public Resolution withOrder(int other) {
        return new Resolution(other, spacing, stride, clock, finest, smoothed);
    }

    /** The same with another spacing. */
    public Resolution withSpacing(double other) {
        return new Resolution(order, other, stride, clock, finest, smoothed);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "order %d, spacing %.4g%s", order, spacing, smoothed ? ", smoothed" : "");
    }
}
