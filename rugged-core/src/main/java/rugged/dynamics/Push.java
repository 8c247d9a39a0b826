package rugged.dynamics;

import rugged.num.Packed;

/** Where a step of a stochastic optimiser pushes: what tells one optimiser from another. See {@link Descent}. */
interface Push {
    /** Overwrites g[N] with the direction against which x moves by eta times it, noise included; returns an energy that is not finite when x is no good. */
    double push(double[] x, double[] g);

    /** Gradients of single patterns taken so far. */
    long patterns();

    /** Everything needed to go on bit-identically. */
    void save(Packed.Writer out);

    /** The inverse of {@link #save}. */
    void load(Packed.Reader in);
}
