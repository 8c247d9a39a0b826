package rugged.meanfield.ridge;

/** What is known of a learning student at some times, exact for infinitely many inputs. */
public interface LearningDynamics {
    /** Half the mean square error of the stored examples; NaN where none is seen twice. */
    double train(double t);

    /** Half the mean square error of a new example with its noise. */
    double test(double t);

    /** w(t).w{@code *}/d. */
    double overlap(double t);

    /** w(t).w(t')/d. */
    double correlation(double t, double before);

    /** How a weight at t answers to a kick of size 1 at t' {@code <} t: in discrete time the kick enters the step that leads from t' to the next. */
    double response(double t, double before);

    /** How it answers to a field that is constant from t' on, in units of the field. */
    double integratedResponse(double t, double before);

    /** |w(t)|^2/d. */
    default double norm(double t) {
        return correlation(t, t);
    }

    /** |w(t) - w(t')|^2/(2 d) over the integrated response: T in equilibrium at T; NaN for equal times. */
    default double effectiveTemperature(double t, double before) {
        if (t == before) return Double.NaN;
        double half = 0.5 * (norm(t) + norm(before)) - correlation(t, before);
        return half / integratedResponse(t, before);
    }
}
