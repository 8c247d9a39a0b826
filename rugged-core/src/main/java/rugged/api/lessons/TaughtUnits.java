package rugged.api.lessons;

import rugged.api.model.Model;

/** A student of several units w[r][d] that learns from examples of a teacher of as many, w'[r][d], who is known. The order of units means nothing. */
public interface TaughtUnits {
    /** d, the number of weights of a unit. */
    int weights();

    /** r. */
    int units();

    /** w'. Not to be modified. */
    double[][] teacher();

    /** Overwrites w[r][d] with the units of a state of the {@link Model}. */
    void student(double[] state, double[][] w);

    /** How often the student of a state is wrong. */
    Errors errors(double[] state);

    /**
     * Rates of wrong labels.
     *
     * @param fresh on new examples, of the most probable label
     * @param gibbs on new examples, of the label of one student of the posterior
     * @param training on those that were learnt from, of the most probable label
     */
    record Errors(double fresh, double gibbs, double training) {}
}
