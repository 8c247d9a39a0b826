package rugged.meanfield.aging;

import java.util.Locale;
import java.util.function.BiFunction;
import rugged.meanfield.AgingCurves;
import rugged.meanfield.AgingProblem;

/**
 * How far gradient flow can be followed, foreseen from its beginning. With g(t) = 2 sqrt(f''(1)) - mu(t) rows are at most {@code stride}/g apart
 * ({@link Resolution#stride}), which is stride/(g t) in ln t, and g t grows without bound: for p = 3 as t^(1/3), to 450 at t = 1e8, for 3+4 as t^0.4, to 870 at 3e7, for 3+12 as 2 t^(1/2).
 * Sooner or later an oscillation from row to row grows, which a higher order does not hold up; closer rows do, until a second one sets in that integrals over dyadic panels do not resolve. With 3+4 the period of the first is 7 rows, and rows are lost between t = 3.9e7 and 4.2e7 with orders 13, 14 and 15, where
 * g t (sqrt(f''(1)) t)^0.4 is 1.6e6; 3+12 was followed to 1.2e6, p = 3 to 9e5. So solutions end where that is 1.4e6.
 */
public final class Horizon {
    /** g t (sqrt(f''(1)) t)^EXPONENT beyond which rows are lost sooner or later. */
    private static final double END = 1.4e6;

    private static final double EXPONENT = 0.4;

    /** In units of the fast relaxation: where one looks ahead, and how much later the end may be than foreseen from there. */
    private static final double[] AT = {1e4, 1e5};

    private static final double[] MARGIN = {1.5, 1};

    /**
     * Distance in ln t at which rows of order 11 are no longer relied on, and by how much this shrinks with every further order. Orders 8, 10 and 11 were lost at 0.0140, 0.0110 and 0.0094;
     * the companion of order 12, of order 11 itself, was lost where rows of order 12 were 0.0090 apart.
     */
    private static final double RELIED_ON = 0.0107;

    private static final double SHRINKS = 0.86;

    private Horizon() {}

    /**
     * The resolution that reaches a time, with an order that is relied on at rows as close as gradient flow asks for there; decided by how it begins.
     *
     * @param solved the curves at a resolution to a time or beyond
     * @throws AgingFailure when that time is foreseen to be beyond what can be reached at any order
     */
    public static Resolution resolution(
            AgingProblem problem, double until, BiFunction<Resolution, Double, AgingCurves> solved) {
        Resolution usual = Resolution.reaching(problem, until);
        if (problem.temperature() > 0 || until <= telling(problem)) return usual;
        try {
            check(problem, solved.apply(usual, early(problem)), until);
            return steady(problem, usual, solved.apply(usual, telling(problem)), until);
        } catch (AgingFailure failure) {
            if (failure.general()) throw failure;
            return usual;
        }
    }

    /** Where one looks ahead first. */
    static double early(AgingProblem problem) {
        return AT[0] / problem.rate();
    }

    /** Where one looks ahead last: the time up to which gradient flow has to have been followed for an order to be chosen. */
    static double telling(AgingProblem problem) {
        return AT[AT.length - 1] / problem.rate();
    }

    /**
     * The lowest order, from that of {@code usual} on, whose rows are relied on up to {@code until}.
     *
     * @param curves to {@link #telling} at least
     */
    static Resolution steady(AgingProblem problem, Resolution usual, AgingCurves curves, double until) {
        double deep = at(problem, curves, until);
        double distance = deep > 0 ? usual.stride() / deep : Double.POSITIVE_INFINITY;
        Resolution found = usual;
        while (found.order() < Resolution.MOST_ORDER && distance < RELIED_ON * Math.pow(SHRINKS, found.order() - 11))
            found = found.withOrder(found.order() + 1);
        return found;
    }

    /** g t at a later time if it goes on as in the decade before the {@link #telling} one. */
    private static double at(AgingProblem problem, AgingCurves curves, double until) {
        double t = telling(problem);
        double now = depth(problem, curves, t);
        double before = depth(problem, curves, t / 10);
        return before > 0 && now > before ? now * Math.pow(until / t, Math.log10(now / before)) : now;
    }

    private static double depth(AgingProblem problem, AgingCurves curves, double t) {
        return t * (2 * problem.rate() - curves.multiplier(t));
    }

    /**
     * Whether rows at time t are lost sooner or later.
     *
     * @param lowest g
     */
    static boolean passed(double lowest, double t, AgingProblem problem) {
        return aged(lowest, t, problem) > END;
    }

    private static double aged(double lowest, double t, AgingProblem problem) {
        return lowest * t * Math.pow(problem.rate() * t, EXPONENT);
    }

    /**
     * Looks ahead.
     *
     * @param curves as far as they are known
     * @throws AgingFailure when a time is beyond what can be reached
     */
    static void check(AgingProblem problem, AgingCurves curves, double until) {
        if (problem.temperature() > 0) return;
        for (int k = 0; k < AT.length; k++) {
            double t = AT[k] / problem.rate();
            if (t > curves.until()) return;
            double end = foreseen(problem, curves, t);
            if (until > MARGIN[k] * end) throw beyond(t, end, until);
        }
    }

    /** Where the bound is reached if g t goes on as from t/10 to t. */
    private static double foreseen(AgingProblem problem, AgingCurves curves, double t) {
        double now = aged(2 * problem.rate() - curves.multiplier(t), t, problem);
        double before = aged(2 * problem.rate() - curves.multiplier(t / 10), t / 10, problem);
        if (!(before > 0 && now > before)) return Double.POSITIVE_INFINITY;
        double exponent = Math.log10(now / before);
        return t * Math.pow(END / now, 1 / exponent);
    }

    private static AgingFailure beyond(double t, double end, double until) {
        return AgingFailure.atAnyResolution(
                t,
                String.format(
                        Locale.ROOT,
                        "t = %.3g cannot be reached: in gradient flow of this mixture rows are lost from about t ="
                            + " %.1e on (foreseen at t = %.3g) at every resolution that was tried; ask for times up to"
                            + " there",
                        until,
                        end,
                        t));
    }

    /** The end itself. */
    static AgingFailure at(double t) {
        return AgingFailure.atAnyResolution(
                t,
                String.format(
                        Locale.ROOT,
                        "t = %.3g is as far as gradient flow of this mixture can be followed: later rows are lost"
                                + " at every resolution that was tried; ask for times up to there",
                        t));
    }
}
