package rugged.num.boltzmann;

import java.util.random.RandomGenerator;

/**
 * Two phases of a machine of bits: examples that are clamped to the visible layer, and Markov chains of the whole. A chain is its visible layer v alone: a sweep at inverse temperature beta draws h from P(h | v) and v from
 * P(v | h), which leaves exp(-F_beta(v)) stationary, F_beta(v) = -beta a v - sum_j ln(1 + e^{beta phi_j}). Nothing is allocated after construction.
 */
public sealed interface BitChains permits FloatBitChains, DoubleBitChains {
    /** In the precision asked for. */
    static BitChains of(BitMachine machine, int examples, int chains, boolean single) {
        return single ? new FloatBitChains(machine, examples, chains) : new DoubleBitChains(machine, examples, chains);
    }

    /** Takes the parameters y. */
    void at(double[] y);

    /** Clamps the examples index[from ... to), which lie in bits[... Nv]. After {@link #at}. */
    void clamp(byte[] bits, int[] index, int from, int to);

    /** Puts chains, as many as examples are clamped, to these. */
    void follow();

    /**
     * Sweeps of the first chains.
     *
     * @param beta of each chain
     */
    void sweep(int chains, double[] beta, int sweeps, RandomGenerator random);

    /** Overwrites f with F_beta of the first chains, each at its beta. */
    void freeEnergies(int chains, double[] beta, double[] f);

    /** Exchanges the states of two chains. */
    void exchange(int chain, int other);

    /** Overwrites g with the mean over the first chains less that over the examples of v_i P(h_j | v), v_i and P(h_j | v): the gradient of minus the mean log-likelihood, were the chains in equilibrium. */
    void contrast(int chains, double[] g);

    /** Copies the visible bits of a chain into v[Nv]. */
    void visible(int chain, double[] v);

    /** Gives a chain visible bits. */
    void place(int chain, double[] v);
}
