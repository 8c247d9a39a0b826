package rugged.meanfield.rules;

import rugged.params.BadParameter;

/**
 * What a student does, in the limit of many weights.
 *
 * @param rule whose G it follows
 * @param batch whether all examples act together, else one at a time, drawn from all
 * @param alpha examples per weight; infinite where none is ever seen twice
 * @param rate eta
 * @param decay gamma
 * @param length Q_0
 * @param overlap R_0
 */
public record LessonTask(
        LearningRule rule, boolean batch, double alpha, double rate, double decay, double length, double overlap) {
    /** Checks all that does not depend on how it is solved. */
    public LessonTask {
        if (!(alpha > 0.0)) throw new BadParameter("alpha", alpha, "is no number of examples per weight", "above 0");
        if (!(rate > 0.0 && Double.isFinite(rate)))
            throw new BadParameter("learning-rate", rate, "is no learning rate", "a finite number above 0");
        if (!(decay >= 0.0 && Double.isFinite(decay)))
            throw new BadParameter("decay", decay, "is no decay", "a finite number of at least 0");
        if (!(length > 0.0 && Double.isFinite(length)))
            throw new BadParameter("length", length, "is no squared length", "a finite number above 0");
        if (!(overlap * overlap <= length))
            throw new BadParameter(
                    "overlap",
                    overlap,
                    "overlap larger than length allows: R0^2 is above Q0 = " + length,
                    "at most " + Math.sqrt(length) + " in size");
    }

    /** E_g of overlaps. */
    public static double generalisationError(double q, double r) {
        return Math.acos(Math.clamp(r / Math.sqrt(q), -1.0, 1.0)) / Math.PI;
    }

    /** Says so where lengths and overlaps contradict one another. */
    static void guard(double q, double r, double time) {
        if (q > r * r) return;
        throw new ClosureFailure(
                "Cauchy-Schwarz violated, reduce dt: Q = " + q + " is not above R^2 = " + r * r + " at t = " + time);
    }
}
