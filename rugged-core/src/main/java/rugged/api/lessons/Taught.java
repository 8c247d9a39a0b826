package rugged.api.lessons;

import rugged.api.model.Model;

/**
 * A student vector w[d] that learns from examples of a teacher w'[d], |w'|^2 = d, who is known. The state is the student, or holds it: means of a posterior, the beginning of messages.
 */
public interface Taught {
    /** d, the number of weights. */
    int weights();

    /** Overwrites w[d] with the student of a state of the {@link Model}. */
    default void student(double[] state, double[] w) {
        System.arraycopy(state, 0, w, 0, w.length);
    }

    /** w'. Not to be modified. */
    double[] teacher();

    /** The mean loss of the examples that are learnt from, without any penalty; NaN where there is no loss. */
    double trainingLoss(double[] w);

    /** The mean error of a new example, in closed form. */
    double generalisationError(double[] w);
}
