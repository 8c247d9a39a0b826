package rugged.num.kernel;

/**
 * Standard normals as a pure function of (key, domain, index): quenched disorder that can be drawn in any order, in parts, or again.
 *
 * <p>Index i belongs to block i / 16. A block takes eight counters 8b ... 8b+7 of Philox 4x32-10; counter c = 8b + l gives 128 bits, of which two uniforms
 * of 52 bits and two fair signs make two independent normals by Box and Muller's transformation, those of index 16b + l and 16b + 8 + l:
 *
 * <pre>z = +- sqrt(-ln u) (cos t -+ sin t),   u in (0, 1],   t in [-pi/4, pi/4),</pre>
 *
 * <p>which is sqrt(-2 ln u) times cosine and sine of t + pi/4. Largest |z|: sqrt(2 * 52 ln 2) = 8.49. Logarithm, sine and cosine are series in correctly
 * rounded operations (+, -, *, /, fma, sqrt) only, in one stated order, so that every implementation gives the same bits; they are right to 1e-15.
 *
 * <p>Sources: Salmon, Moraes, Dror and Shaw, Proc. SC11, 16 (2011) for Philox; Box and Muller, Ann. Math. Stat. 29, 610 (1958).
 */
public sealed interface CounterNormals permits ScalarNormals, VectorNormals {
    /** Normals in a block. */
    int BLOCK = 16;

    /**
     * Overwrites {@code out[0 .. 16 blocks)} with the normals of {@code blocks} consecutive blocks.
     *
     * @param key the seed
     * @param domain keeps sequences of one seed apart
     * @param first number of the first block
     */
    void fill(long key, long domain, long first, int blocks, double[] out);

    /** A single normal, the same bits as in a block. */
    static double at(long key, long domain, long index) {
        return at(key, domain, index, new double[BLOCK]);
    }

    /** A single normal without allocation; scratch[16] is overwritten. */
    static double at(long key, long domain, long index, double[] scratch) {
        return ScalarNormals.at(key, domain, index, scratch);
    }
}
