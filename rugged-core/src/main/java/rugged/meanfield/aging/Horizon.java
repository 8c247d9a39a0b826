package rugged.meanfield.aging;

import java.util.Locale;
import java.util.function.BiFunction;
import rugged.meanfield.AgingCurves;
import rugged.meanfield.AgingProblem;

/**
 * How far the equations can be followed and at which resolution, foreseen from their beginning. With the rate r(t) of the {@link Crossover}, g in gradient flow, rows are at most {@code stride}/r apart
 * ({@link Resolution#stride}), which is stride/(r t) in ln t, and r t, the depth, grows without bound: for p = 3 as t^(1/3), to 450 at t = 1e8, for 3+4 as t^0.4, to 1400, for 3+12 as 2 t^(1/2), to 20000.
 *
 * <p>Rows that are not smoothed are lost sooner or later to oscillations from row to row, which a higher order does not hold up: those of 3+4 between t = 3.9e7 and 4.2e7 with orders 13, 14 and 15, where
 * r t (sqrt(f''(1)) t)^0.4 is 1.6e6; 3+12 was followed to 1.2e6, p = 3 to 9e5. So they end where that is 1.4e6. Smoothed rows are taken long before; those of 3+4 come to t = 1e8, those of 3+12 were followed to 5e6.
 */
public final class Horizon {
    /** r t (sqrt(f''(1)) t)^EXPONENT beyond which rows are lost sooner or later, unless they are smoothed. */
    private static final double END = 1.4e6;

    private static final double EXPONENT = 0.4;
    /** Depth at the last time from which on rows are smoothed. */
    private static final double DEEP = 800;
    /**
     * The same where {@link #share} is beyond {@link #OLD}. There the rows of the companion, which are 25/r apart, part first: those of 3+4 oscillated from a depth of 480 on, at t = 7.5e6, and were lost at 580, at 1.2e7, whatever had been read of the others; for
     * 3+12 they lasted to 1100. A depth of 550 is foreseen of 3+4 for 1.3e7; p = 3 comes to 540 at the end of all times.
     */
    private static final double DEEP_AND_OLD = 550;

    private static final double OLD = 0.25;
    /**
     * In units of the fast relaxation: the time from which on rows are wide where a thermalised start ages without being forgotten, to a depth of less than {@link #SHALLOW}. From T_0 = 0.806, with a depth of 15 foreseen for t = 1e8, rows of 3+4 at a spacing of 0.05 were lost
     * at t = 1.8e6 with order 8 and at 1.5e7, 1.7e7 and 6.6e7 with orders 13, 14 and 15, smoothed ones of order 8 at 5.7e6. At 0.07 Newton's method ended at 1.4e7 with order 14, while order 15 came to 1e8; at 0.1 it ended at 1.7e7 and 1.1e7 with orders 8 and 14.
     */
    private static final double REMEMBERING = 1e7;

    private static final double SHALLOW = 100;
    /** The same: up to here a companion of wide rows lasts, with what it needs beyond. */
    private static final double REMEMBERED = 2.1e7;
    /** Depth to which smoothed rows have been followed. */
    private static final double DEEPEST = 4000;

    /** In units of the fast relaxation: where one looks ahead, and how much later the end may be than foreseen from there. */
    private static final double[] AT = {1e4, 1e5};

    private static final double[] MARGIN = {1.5, 1};

    private Horizon() {}

    /**
     * The resolution that reaches a time, with rows close together and smoothed where the equations are foreseen to ask for that by then; decided by how they begin.
     *
     * @param solved the curves at a resolution to a time or beyond
     * @throws AgingFailure when that time is foreseen to be beyond what can be reached
     */
    public static Resolution resolution(
            AgingProblem problem, double until, BiFunction<Resolution, Double, AgingCurves> solved) {
        Resolution usual = Resolution.reaching(problem, until);
        if (until <= telling(problem)) return usual;
        try {
            check(problem, solved.apply(usual, early(problem)), until, true);
            AgingCurves curves = solved.apply(usual, telling(problem));
            check(problem, curves, until, true);
            return deepEnough(problem, usual, curves, until);
        } catch (AgingFailure failure) {
            if (failure.general()) throw failure;
            return usual;
        }
    }

    /** Where one looks ahead first. */
    static double early(AgingProblem problem) {
        return AT[0] / problem.rate();
    }

    /** Where one looks ahead last: the time up to which a solution has to be known for its resolution to be chosen. */
    static double telling(AgingProblem problem) {
        return AT[AT.length - 1] / problem.rate();
    }

    /**
     * {@code usual}, or rows close together and smoothed where the depth at the last time asks for that, or further apart where a start is remembered.
     *
     * @param curves to {@link #telling} at least
     */
    private static Resolution deepEnough(AgingProblem problem, Resolution usual, AgingCurves curves, double until) {
        double depth = at(problem, curves, until);
        if (depth > (share(depth, until, problem, false) > OLD ? DEEP_AND_OLD : DEEP))
            return Resolution.close(problem, until);
        boolean remembering = problem.startInverse() > 0 && depth > 0 && depth < SHALLOW;
        if (!remembering || until * problem.rate() <= REMEMBERING) return usual;
        if (until * problem.rate() > REMEMBERED) throw uncertified(problem, until);
        return Resolution.wide(problem, until);
    }

    /**
     * The depth at a later time if its exponent goes on growing as in the two decades before the {@link #telling} time: by 0.02 a decade for 3+4, from 0.36 at t = 1e4 to 0.43 at 1e7, while those of pure orders stay. Never more than in proportion to t.
     */
    static double at(AgingProblem problem, AgingCurves curves, double until) {
        double t = telling(problem);
        double now = Crossover.depth(problem, curves, t);
        double before = Crossover.depth(problem, curves, t / 10);
        if (!(before > 0 && now > before)) return now;
        double earlier = Crossover.depth(problem, curves, t / 100);
        double exponent = Math.log10(now / before);
        double growth = earlier > 0 ? Math.max(0, exponent - Math.log10(before / earlier)) : 0;
        double decades = Math.log10(until / t);
        return now * Math.pow(10, decades * Math.min(1, exponent + growth * (decades + 1) / 2));
    }

    /**
     * Whether later rows are lost sooner or later.
     *
     * @param depth at time t
     */
    static boolean passed(double depth, double t, AgingProblem problem, boolean smoothed) {
        return share(depth, t, problem, smoothed) > 1;
    }

    /** How much of what can be followed has been; grows as a power of t. */
    private static double share(double depth, double t, AgingProblem problem, boolean smoothed) {
        return smoothed ? depth / DEEPEST : depth * Math.pow(problem.rate() * t, EXPONENT) / END;
    }

    /**
     * Looks ahead.
     *
     * @param curves as far as they are known
     * @param smoothed whether rows are
     * @throws AgingFailure when a time is beyond what can be reached
     */
    static void check(AgingProblem problem, AgingCurves curves, double until, boolean smoothed) {
        for (int k = 0; k < AT.length; k++) {
            double t = AT[k] / problem.rate();
            if (t > curves.until()) return;
            double end = foreseen(problem, curves, t, smoothed);
            if (until > MARGIN[k] * end) throw beyond(t, end, until);
        }
    }

    /** Where the bound is reached if the depth goes on as from t/10 to t. */
    private static double foreseen(AgingProblem problem, AgingCurves curves, double t, boolean smoothed) {
        double now = share(Crossover.depth(problem, curves, t), t, problem, smoothed);
        double before = share(Crossover.depth(problem, curves, t / 10), t / 10, problem, smoothed);
        if (!(before > 0 && now > before)) return Double.POSITIVE_INFINITY;
        return t * Math.pow(1 / now, 1 / Math.log10(now / before));
    }

    private static AgingFailure beyond(double t, double end, double until) {
        return AgingFailure.atAnyResolution(
                t,
                String.format(
                        Locale.ROOT,
                        "t = %.3g cannot be reached: correlations of this mixture leave their plateau so much faster"
                                + " than they age that rows cannot be followed from about t = %.1e on (foreseen at t ="
                                + " %.3g); ask for times up to there",
                        until,
                        end,
                        t));
    }

    private static AgingFailure uncertified(AgingProblem problem, double until) {
        return AgingFailure.atAnyResolution(
                telling(problem),
                String.format(
                        Locale.ROOT,
                        "t = %.3g cannot be certified: this mixture remembers a start at T_0 = %.4g, and rows that"
                                + " tell the error end soon after t = %.1e (foreseen at t = %.3g); ask for times up to"
                                + " there, or for order 15 and spacing 0.07 without certify",
                        until,
                        1 / problem.startInverse(),
                        REMEMBERED / problem.rate(),
                        telling(problem)));
    }

    /** The end itself. */
    static AgingFailure at(double t) {
        return AgingFailure.atAnyResolution(
                t,
                String.format(
                        Locale.ROOT,
                        "t = %.3g is as far as this mixture can be followed: correlations leave their plateau so much"
                                + " faster than they age that later rows would be lost; ask for times up to there",
                        t));
    }
}
