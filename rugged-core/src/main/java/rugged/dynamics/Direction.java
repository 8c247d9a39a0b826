package rugged.dynamics;

import rugged.num.Packed;

/** Where a method of batches steps: what tells one {@link BatchMethod} from another. */
interface Direction {
    /**
     * Draws a batch and overwrites g[N] with the direction against which x moves by eta times it, noise included.
     *
     * @return an energy that is not finite when x is no good
     */
    double along(double[] x, BatchGradients gradients, double[] g);

    /** What it remembers from step to step. */
    void save(Packed.Writer out);

    /** The inverse of {@link #save}. */
    void load(Packed.Reader in);
}
