package rugged.meanfield.aging;

import rugged.meanfield.AgingCurves;
import rugged.meanfield.AgingProblem;

/**
 * The rate 1/tau at which C(t,t') leaves its plateau, where relaxation within a state goes over into aging. It falls more slowly than 1/t. In gradient flow it is the depth
 * g = 2 sqrt(f''(1)) - mu of the unstable edge of the Hessian. At T > 0 tau is the t - t' at which the ratio X = T R/(dC/dt') is midway between 1 and its value at t' = t/2; for 3+4 at T = 0.4
 * that gives the same t/tau as gradient flow within a few per cent (377 and 385 at equal times).
 */
final class Crossover {
    /** In units of the fast relaxation: transients are over. */
    private static final double LATE = 1e3;
    /** A correlation that moves by less from t' = t/2, per unit of ln t', does not age. */
    private static final double LEAST_SLOPE = 1e-3;
    /** A ratio closer to 1 is that of equilibrium. */
    private static final double EQUILIBRIUM = 0.98;
    /** By how much lags shrink in the search, and how often an interval is halved. */
    private static final double FACTOR = 0.5;

    private static final int HALVINGS = 40;

    private Crossover() {}

    /** t/tau, 0 or less where there is no crossover. */
    static double depth(AgingProblem problem, AgingCurves curves, double t) {
        if (problem.temperature() == 0) return t * (2 * problem.rate() - curves.multiplier(t));
        if (t * problem.rate() < LATE || curves.correlationSlope(t, t / 2) * t / 2 < LEAST_SLOPE) return 0;
        double far = ratio(problem, curves, t, 0.5);
        if (!(far > 0 && far < EQUILIBRIUM)) return 0;
        double middle = 0.5 * (1 + far);
        double high = 0.5;
        double low = FACTOR * high;
        while (ratio(problem, curves, t, low) < middle) {
            high = low;
            low *= FACTOR;
            if (low * t * problem.rate() < 1) return 0;
        }
        for (int k = 0; k < HALVINGS; k++) {
            double between = Math.sqrt(low * high);
            if (ratio(problem, curves, t, between) < middle) high = between;
            else low = between;
        }
        return 1 / high;
    }

    /** X at t - t' = z t. */
    private static double ratio(AgingProblem problem, AgingCurves curves, double t, double z) {
        double before = t - z * t;
        return problem.temperature() * curves.response(t, before) / curves.correlationSlope(t, before);
    }
}
