package rugged.meanfield.narrow;

/**
 * What a student knows of its teacher, |w'|^2 = d.
 *
 * @param m overlap w.w'/d of the student w with the teacher w'
 * @param q |w|^2/d
 * @param v V, the variance of an output that the student is not sure of
 */
public record StudentOverlaps(double m, double q, double v) {
    /** R = m/sqrt(q), the cosine of the angle between the two; 0 of a student at 0. */
    public double cosine() {
        return q > 0.0 ? Math.clamp(m / Math.sqrt(q), -1.0, 1.0) : 0.0;
    }

    /** arccos(R)/pi, how often the sign of a new output is wrong. */
    public double signError() {
        return Math.acos(cosine()) / Math.PI;
    }
}
