package rugged.num.kernel;

/**
 * Products of dense matrices: C = A B or C += A B, with A read through strides (so that a transposed A costs nothing) and B and C row by row. Every element of
 * C is one chain of fused multiply-adds in the order of k: the plain and the vector implementation give the same bits, whatever the vector length, and an
 * element does not depend on the rows and columns beside it.
 */
public sealed interface Matrices permits ScalarMatrices, VectorMatrices {
    /**
     * C[m n] (+)= A[m k] B[k n], with A[i, l] = a[ao + i ars + l acs], B[l, j] = b[bo + l ldb + j], C[i, j] = c[co + i ldc + j]. C is neither A nor B.
     *
     * @param add whether to add to C
     */
    void multiply(
            int m,
            int n,
            int k,
            double[] a,
            int ao,
            int ars,
            int acs,
            double[] b,
            int bo,
            int ldb,
            double[] c,
            int co,
            int ldc,
            boolean add);

    /** As for doubles, in single precision. */
    void multiply(
            int m,
            int n,
            int k,
            float[] a,
            int ao,
            int ars,
            int acs,
            float[] b,
            int bo,
            int ldb,
            float[] c,
            int co,
            int ldc,
            boolean add);

    /** The plain Java implementation: the reference. */
    static Matrices scalar() {
        return ScalarMatrices.ONLY;
    }

    /** The implementation that goes with {@link Kernels#best}. */
    static Matrices best() {
        return Choice.CHOSEN;
    }

    /** Decided once, on first use. */
    final class Choice {
        private static final Matrices CHOSEN =
                KernelChoice.best() instanceof VectorKernels ? new VectorMatrices() : ScalarMatrices.ONLY;

        private Choice() {}
    }
}
