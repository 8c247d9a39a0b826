package rugged.api.model;

/**
 * A {@link DiscreteLandscape} whose units fall into {@link Blocks}. A model that knows a whole block faster than its units one after the other, by a product of a matrix
 * with a vector, overrides both methods.
 */
public interface DiscreteBlocks extends DiscreteLandscape, Blocks {
    /**
     * The {@link #costs} of all units of a block at once: those of its k-th unit stand at costs[k stride ...].
     *
     * @param stride at least the number of values of each unit
     */
    default void blockCosts(int b, double[] costs, int stride) {
        int[] block = block(b);
        for (int k = 0; k < block.length; k++) costs(block[k], costs, k * stride);
    }

    /** Gives the k-th unit of block b the value values[k]. */
    default void setBlock(int b, int[] values) {
        int[] block = block(b);
        for (int k = 0; k < block.length; k++) set(block[k], values[k]);
    }

    @Override
    DiscreteBlocks fork();
}
