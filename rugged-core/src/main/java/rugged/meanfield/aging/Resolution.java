package rugged.meanfield.aging;

import java.util.Locale;
import rugged.meanfield.AgingProblem;

/**
 * How finely rows are resolved. The error falls spectrally with the order and as a power 4 to 5 of the spacing; the spatial error times t/spacing must stay below
 * one, so that a higher order goes with a finer spacing or a later end.
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

    private static final double CLOCK = 0.43;
    private static final double FINEST = 0.7;
    /** In units of the fast relaxation: up to here early times are looked at, and from there on order 10 is not enough. */
    private static final double SHORT = 1e3;

    private static final double LONG = 4e7;

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

    /** The resolution that reaches a time with C(t, t/2) right to about 1e-5, and a clock fine enough where times of order one matter. */
    public static Resolution reaching(AgingProblem problem, double until) {
        double rate = Math.max(problem.rate(), problem.temperature());
        double scaled = until * rate;
        Resolution usual = of(problem, scaled <= LONG ? 10 : 12, scaled <= LONG ? 0.05 : 0.035);
        if (scaled > SHORT) return usual;
        return new Resolution(usual.order, usual.spacing, 0.5 * usual.clock, usual.finest);
    }

    /** Order 8, spacing 0.1: three times faster; C(t, t/2) is off by 4e-4 at t = 1e4. */
    public static Resolution quick(AgingProblem problem) {
        return of(problem, 8, 0.1);
    }

    /** Finer on the panels: with an order higher by 2, or where there is none, with finest panels half as wide. */
    public Resolution sharper() {
        return order + 2 <= MOST_ORDER ? withOrder(order + 2) : new Resolution(order, spacing, clock, 0.5 * finest);
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
