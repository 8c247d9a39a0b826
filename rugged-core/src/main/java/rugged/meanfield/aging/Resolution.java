package rugged.meanfield.aging;

import java.util.Locale;
import java.util.Optional;
import rugged.meanfield.AgingProblem;

/**
 * How finely rows are resolved. The error falls spectrally with the order and as a power 4 to 5 of the spacing. For each order and spacing there is a time from
 * which an oscillation from row to row grows ({@link Steadiness}); for p = 3 at T = 0, in units of the fast relaxation, it is about
 *
 * <pre>
 * 2e7 5^(P - 10) (delta/0.05)^8
 * </pre>
 *
 * (measured: 8e5 at order 10 and spacing 0.035, 2e7 at 10 and 0.05, 1e7 at 8 and 0.07), so that a higher order goes with a finer spacing or a later end.
 * It is no law of all mixtures: for 3+12 order 13 at spacing 0.05 is lost at t = 3e5 within ten rows, and how late that mixture can be followed is not known.
 *
 * <p>At order 15 it is the spacing alone that limits late times: for p = 3 at T = 0 finest panels half as wide change C(t, t/2) by less than 2e-7 up to t = 3e8, while a
 * spacing of 0.035 in place of 0.07 changes it by 6e-5 at t = 1e6, 2.5e-4 at 1e7 and 4.5e-4 at 3e7.
 *
 * @param order P, polynomial degree on a panel; also the number of Gauss points on a panel of an integral
 * @param spacing delta, distance of late rows in u = ln(1 + t/c); at most about 0.1, so that six neighbouring rows lie on no more than two grids
 * @param clock c, the time below which rows are evenly spaced in t
 * @param finest tau0, width in t - t' and in t' of the finest panels
 */
public record Resolution(int order, double spacing, double clock, double finest) {
    /** Smallest and largest order. */
    public static final int LEAST_ORDER = 4;

    public static final int MOST_ORDER = 15;

    /** Six neighbouring rows lie on no more than two grids. */
    private static final double WIDEST = 0.1;

    private static final double CLOCK = 0.43;
    private static final double FINEST = 0.7;
    private static final int ORDER = 10;
    private static final double SPACING = 0.05;
    /** In units of the fast relaxation: up to here early times are looked at. */
    private static final double SHORT = 1e3;
    /** In units of the fast relaxation: up to here order 10 is steady, and with every further order up to {@link #GAIN} times later. */
    private static final double LONG = 1e7;

    private static final double GAIN = 5;

    public Resolution {
        if (order < LEAST_ORDER || order > MOST_ORDER)
            throw new IllegalArgumentException("order " + order + " is not from " + LEAST_ORDER + " to " + MOST_ORDER);
        if (!(spacing > 0) || !(clock > 0) || !(finest > 0))
            throw new IllegalArgumentException("spacing, clock and finest must be positive");
    }

    /** Order and spacing in units of the fast relaxation, which sqrt(f''(1)) sets, or T where that is faster. */
    public static Resolution of(AgingProblem problem, int order, double spacing) {
        double rate = Math.max(problem.rate(), problem.temperature());
        return new Resolution(order, spacing, CLOCK / rate, FINEST / rate);
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
        return new Resolution(usual.order, usual.spacing, 0.5 * usual.clock, usual.finest);
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
     * longer; where rows may not be further apart, finer by as much.
     */
    public Resolution companion() {
        double wider = spacing * Math.sqrt(2);
        if (wider <= WIDEST) return withOrder(Math.max(LEAST_ORDER, order - 1)).withSpacing(wider);
        return withOrder(Math.min(MOST_ORDER, order + 2)).withSpacing(spacing / Math.sqrt(2));
    }

    /** The same with another order. */
    public Resolution withOrder(int other) {
        return new Resolution(other, spacing, clock, finest);
    }

    /** The same with another spacing. */
    public Resolution withSpacing(double other) {
        return new Resolution(order, other, clock, finest);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "order %d, spacing %.4g", order, spacing);
    }
}
