package rugged.num.kernel;

/**
 * The inner loops of polynomial landscapes, in two implementations that are tested against each other: plain Java, and the Vector API where this JVM has
 * it. All products have the form y += (T + T^t) x for a packed triangle T, from which energy, gradient and Hessian-vector product of any order follow.
 *
 * <p>Sums are taken in a fixed order, by the Vector API in that of {@link Lanes}, which is the same for every length of vectors, in plain Java one after the other: results are the
 * same bit by bit on every machine with vectors of 128 bits or more, and differ in the last bits between the two. A vector's result does not depend on the vectors beside it.
 */
public sealed interface Kernels permits ScalarKernels, VectorKernels {
    /** Name and vector length for the record of a run: "scalar" or "vector 512 bits". */
    String name();

    /** Normals of counters; all implementations give the same bits. */
    CounterNormals normals();

    /** Columns to which rows of doubles are padded. */
    int doubles();

    /** Columns to which rows of floats are padded. */
    int floats();

    /**
     * y += (T + T^t) x in one pass over T.
     *
     * @param shape where entries lie
     * @param first first row of the triangle
     * @param t entries
     * @param offset where the triangle begins in t
     * @param x x[shape.length()], 0 beyond n; not modified
     * @param y y[shape.length()]; meaningless beyond n
     */
    void product(PackedTriangle shape, int first, double[] t, int offset, double[] x, double[] y);

    /** ys[r] += (T + T^t) xs[r] for r below count in one pass over T; the same bits as one by one. */
    void product(PackedTriangle shape, int first, double[] t, int offset, double[][] xs, double[][] ys, int count);

    /** As for doubles; sums in single precision. */
    void product(PackedTriangle shape, int first, float[] t, int offset, float[] x, float[] y);

    /** As for doubles; sums in single precision. */
    void product(PackedTriangle shape, int first, float[] t, int offset, float[][] xs, float[][] ys, int count);

    /** The sum of all entries in an order that depends on the length of vectors: one streaming read, the limit that products are measured against, for no result. */
    double sum(double[] t);

    /** As for doubles, in single precision. */
    float sum(float[] t);

    /** The plain Java implementation: the reference. */
    static Kernels scalar() {
        return ScalarKernels.ONLY;
    }
}
