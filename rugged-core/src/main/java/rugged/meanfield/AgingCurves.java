package rugged.meanfield;

/**
 * Solved dynamical mean-field equations: the one-time and two-time functions at any times 0 <= s <= t <= {@link #until()}, between grid points by
 * interpolation as accurate as the solution. Two solvers of the same problem give the same curves within their errors.
 */
public interface AgingCurves {
    /** A number read off curves. */
    @FunctionalInterface
    interface Reading {
        /** The number. */
        double of(AgingCurves curves);
    }

    /** The last time at which the curves may be read. */
    double until();

    /** e(t), energy per spin. */
    double energy(double t);

    /** mu(t), the multiplier of the sphere. */
    double multiplier(double t);

    /** C(t, s). */
    double correlation(double t, double s);

    /** R(t, s), the response at t to a short kick at s; R(t, t) = 1 stands for s just below t. */
    double response(double t, double s);

    /** chi(t, s) = int_s^t R(t, u) du. */
    double integratedResponse(double t, double s);

    /** dC(t, s)/ds, from the equations of motion or the interpolant: the effective temperature is this over R(t, s). */
    double correlationSlope(double t, double s);
}
