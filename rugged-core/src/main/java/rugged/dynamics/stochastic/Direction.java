package rugged.dynamics.stochastic;

import rugged.num.Packed;

/** Where a step pushes that is made of gradients of patterns: what tells one stochastic method from another. See {@link Descent}. */
interface Direction {
    /**
     * Overwrites g[N] with the direction against which x moves by eta times it, noise included.
     *
     * @return an energy that is not finite when x is no good
     */
    double along(double[] x, BatchGradients gradients, double[] g);

    /** What it remembers from step to step. */
    void save(Packed.Writer out);

    /** The inverse of {@link #save}. */
    void load(Packed.Reader in);
}
