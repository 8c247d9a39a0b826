package rugged.api.model;

/** Discrete variables joined by factors. Messages go both ways along the edges; how they are written as numbers is up to the model. */
public interface FactorGraph extends Inference {
    /** Variables. */
    int variables();

    /** Values that a variable takes. */
    int values(int variable);

    /**
     * One update of all messages in parallel: next[N] from messages[N].
     *
     * @param next another array than {@code messages}
     */
    void update(double[] messages, double[] next);

    /** Overwrites p[values(variable)] with the marginal of a variable, which sums to 1. */
    void marginal(double[] messages, int variable, double[] p);

    /** Free energies are reported for each variable. */
    @Override
    default double extent() {
        return variables();
    }

    @Override
    FactorGraph fork();
}
