package rugged.landscape.spin;

import rugged.num.kernel.CounterNormals;
import rugged.num.kernel.KernelChoice;
import rugged.num.kernel.Kernels;

/** The standard normals of a seed and a domain, one after the other: the same bits as {@link CounterNormals#at} for the indices 0, 1, 2 ... */
final class NormalSequence {
    private static final int STRETCH = 256;

    private final long seed;
    private final long domain;
    private final CounterNormals normals;
    private final double[] ahead;
    private long block;
    private int next;

    /** @param expected how many will be drawn: vector code pays only once it is compiled */
    NormalSequence(long seed, long domain, double expected) {
        this.seed = seed;
        this.domain = domain;
        int blocks = (int) Math.min(STRETCH, Math.ceil(expected / CounterNormals.BLOCK) + 1);
        normals = (blocks < STRETCH ? Kernels.scalar() : KernelChoice.best()).normals();
        ahead = new double[blocks * CounterNormals.BLOCK];
        next = ahead.length;
    }

    double next() {
        if (next == ahead.length) {
            int blocks = ahead.length / CounterNormals.BLOCK;
            normals.fill(seed, domain, block, blocks, ahead);
            block += blocks;
            next = 0;
        }
        return ahead[next++];
    }
}
