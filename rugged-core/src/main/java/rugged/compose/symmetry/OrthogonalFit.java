package rugged.compose.symmetry;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * The rotation or rotary reflection R that takes points b as near as it can to points a, min sum |a_i - R b_i|^2: with sum b_i a_i^T = U S V^T it is V U^T. Its own scratch: one thread.
 *
 * <p>Source: Kabsch, Acta Cryst. A 32, 922 (1976).
 */
final class OrthogonalFit {
    private final SingularValueDecomposition_F64<DMatrixRMaj> svd =
            DecompositionFactory_DDRM.svd(3, 3, true, true, false);
    private final DMatrixRMaj product = new DMatrixRMaj(3, 3);
    private final DMatrixRMaj u = new DMatrixRMaj(3, 3);
    private final DMatrixRMaj v = new DMatrixRMaj(3, 3);

    /**
     * Overwrites rotation[9], row by row.
     *
     * @param order the point of b that goes to each of a
     */
    void fit(double[] a, double[] b, int[] order, double[] rotation) {
        product.zero();
        double[] c = product.data;
        for (int i = 0; i < order.length; i++)
            for (int k = 0; k < 3; k++) for (int l = 0; l < 3; l++) c[3 * k + l] += b[3 * order[i] + k] * a[3 * i + l];
        decompose();
        for (int k = 0; k < 3; k++)
            for (int l = 0; l < 3; l++) {
                double sum = 0.0;
                for (int m = 0; m < 3; m++) sum += v.get(k, m) * u.get(l, m);
                rotation[3 * k + l] = sum;
            }
    }

    /** Overwrites axes[9], row by row, with the principal axes of points about the origin, and spread[3] with the root mean square along each; the longest first. */
    void axes(double[] a, double[] axes, double[] spread) {
        product.zero();
        double[] c = product.data;
        for (int i = 0; i < a.length; i += 3)
            for (int k = 0; k < 3; k++) for (int l = 0; l < 3; l++) c[3 * k + l] += a[i + k] * a[i + l];
        decompose();
        double[] values = svd.getSingularValues();
        int[] order = {0, 1, 2};
        for (int k = 0; k < 2; k++)
            for (int l = 2; l > k; l--)
                if (values[order[l]] > values[order[l - 1]]) {
                    int swap = order[l];
                    order[l] = order[l - 1];
                    order[l - 1] = swap;
                }
        for (int k = 0; k < 3; k++) {
            spread[k] = Math.sqrt(values[order[k]] / (a.length / 3.0));
            for (int l = 0; l < 3; l++) axes[3 * k + l] = u.get(l, order[k]);
        }
    }

    private void decompose() {
        if (!svd.decompose(product)) throw new ArithmeticException("coordinates are not finite");
        svd.getU(u, false);
        svd.getV(v, false);
    }

    /** to = R b. */
    static void turn(double[] rotation, double[] b, double[] to) {
        for (int i = 0; i < b.length; i += 3)
            for (int k = 0; k < 3; k++)
                to[i + k] = rotation[3 * k] * b[i] + rotation[3 * k + 1] * b[i + 1] + rotation[3 * k + 2] * b[i + 2];
    }
}
