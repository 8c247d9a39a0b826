package rugged.api.model;

/** A symmetric matrix from its products with vectors. */
final class DenseHessian {
    /** hv = H v. */
    @FunctionalInterface
    interface Product {
        /** Overwrites hv[N]. */
        void times(double[] v, double[] hv);
    }

    private DenseHessian() {}

    /** Overwrites h[n n] with the products of all unit vectors, made symmetric. */
    static void byProducts(Product product, int n, double[] h) {
        double[] unit = new double[n];
        double[] row = new double[n];
        for (int i = 0; i < n; i++) {
            unit[i] = 1.0;
            product.times(unit, row);
            unit[i] = 0.0;
            System.arraycopy(row, 0, h, i * n, n);
        }
        for (int i = 0; i < n; i++)
            for (int j = 0; j < i; j++) h[i * n + j] = h[j * n + i] = 0.5 * (h[i * n + j] + h[j * n + i]);
    }
}
