package rugged.api.model;

/** Vector units that fall into {@link Blocks}. A model that knows the fields of a whole block faster than one after the other overrides the method. */
public interface VectorBlocks extends LocalFields, Blocks {
    /** The local fields of all units of a block at once: that of its k-th unit stands at h[k m ...]. */
    default void blockFields(double[] x, int b, double[] h) {
        int[] block = block(b);
        for (int k = 0; k < block.length; k++) field(x, block[k], h, k * components());
    }

    @Override
    VectorBlocks fork();
}
