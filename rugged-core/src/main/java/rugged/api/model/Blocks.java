package rugged.api.model;

import rugged.api.LandscapeSpec;
import rugged.api.Need;

/**
 * Units in blocks without interactions inside: given the other blocks the units of one are independent of each other, so that all of them may be drawn at once
 * and the equilibrium stays what it is. The two layers of a bipartite machine, the two sublattices of a chequerboard. {@link LandscapeSpec#provides} names
 * {@link Need#BLOCKS}.
 */
public interface Blocks {
    /** How many blocks there are. */
    int blocks();

    /** The units of block b: each unit of the model is in one block. Not to be modified; the same array at every call. */
    int[] block(int b);
}
