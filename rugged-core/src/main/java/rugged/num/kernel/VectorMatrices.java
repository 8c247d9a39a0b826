package rugged.num.kernel;

/** The Vector API. */
final class VectorMatrices implements Matrices {
    @Override
    public void multiply(
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
            boolean add) {
        DoubleProducts.multiply(m, n, k, a, ao, ars, acs, b, bo, ldb, c, co, ldc, add);
    }

    @Override
    public void multiply(
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
        FloatProducts.multiply(m, n, k, a, ao, ars, acs, b, bo, ldb, c, co, ldc, add);
    }
}
