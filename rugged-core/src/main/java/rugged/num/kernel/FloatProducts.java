package rugged.num.kernel;

/** Which of the kernels does a product of matrices of floats. {@code DoubleProducts} is made from this file when the program is built. */
final class FloatProducts {
    private FloatProducts() {}

    /** See {@link Matrices}. */
    static void multiply(
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
            boolean add) {
        // a single column of C is a row: sums run along its vectors
        if (n == 1 && ars == 1 && ldc == 1) {
            multiply(1, m, k, b, bo, 0, ldb, a, ao, acs, c, co, m, add);
            return;
        }
        if (n == 1 && acs == 1) FloatBlocks.column(m, k, a, ao, ars, b, bo, ldb, c, co, ldc, add);
        else if (FloatPanels.worthwhile(m, n, k))
            FloatPanels.multiply(m, n, k, a, ao, ars, acs, b, bo, ldb, c, co, ldc, add);
        else FloatBlocks.multiply(m, n, k, a, ao, ars, acs, b, bo, ldb, c, co, ldc, add);
    }
}
