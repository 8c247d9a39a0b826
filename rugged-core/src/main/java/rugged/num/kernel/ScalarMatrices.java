package rugged.num.kernel;

/** Plain loops. */
final class ScalarMatrices implements Matrices {
    static final ScalarMatrices ONLY = new ScalarMatrices();

    private ScalarMatrices() {}

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
        for (int i = 0; i < m; i++) {
            int row = co + i * ldc;
            if (!add) java.util.Arrays.fill(c, row, row + n, 0.0);
            for (int l = 0; l < k; l++) {
                double factor = a[ao + i * ars + l * acs];
                int from = bo + l * ldb;
                for (int j = 0; j < n; j++) c[row + j] = Math.fma(factor, b[from + j], c[row + j]);
            }
        }
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
        for (int i = 0; i < m; i++) {
            int row = co + i * ldc;
            if (!add) java.util.Arrays.fill(c, row, row + n, 0.0f);
            for (int l = 0; l < k; l++) {
                float factor = a[ao + i * ars + l * acs];
                int from = bo + l * ldb;
                for (int j = 0; j < n; j++) c[row + j] = Math.fma(factor, b[from + j], c[row + j]);
            }
        }
    }
}
