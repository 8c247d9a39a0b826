package rugged.api.constraint;

import rugged.api.model.Inference;

/** An {@link Inference} whose variables are signs, +-1, and whose means an algorithm can turn into a configuration: by external fields that push them. */
public interface SpinInference {
    /**
     * Fields on the variables: the weight of a configuration s is multiplied by exp(sum_i h_i s_i), in updates, marginals and the free energy. The array is read whenever messages are passed, so that who holds it may go on changing it. Forks hold none until
     * they are given theirs.
     *
     * @param fields h[N]; infinite ones are not allowed, 1e6 fixes a variable
     */
    void fields(double[] fields);

    /** How many constraints a configuration of signs violates. */
    double violations(double[] signs);

    /**
     * Adds to a state what fields say, so that who looks at it without them finds the same marginals: shared out among the messages to a variable. Nothing where a state holds marginals itself; a variable that no message goes to keeps an even one.
     */
    void absorb(double[] fields, double[] x);
}
