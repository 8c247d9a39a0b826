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
     * Overwrites what a state says of its variables, so that who looks at it without fields finds the marginals that single variables would have in these: the messages to a variable share its field out. Nothing where a state holds marginals itself; a variable that no message goes to keeps an even one.
     *
     * @param told h[N]
     */
    void tell(double[] told, double[] x);
}
