package rugged.data;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.eig.SymmetricQRAlgorithmDecomposition_DDRM;
import org.ejml.dense.row.decomposition.hessenberg.TridiagonalDecompositionHouseholder_DDRM;
import rugged.num.kernel.Matrices;
import rugged.params.BadParameter;

/**
 * Principal components: eigenvectors of the covariance (1/P) sum_a (xi_a - mean)(xi_a - mean)^T, those of the largest eigenvalues first. The entry of largest
 * size of each is positive, which fixes the sign. Cost: P d^2 for the covariance and about 9 d^3 for the eigenvectors.
 *
 * @param mean mean input [d]
 * @param directions orthonormal rows [k d]
 * @param variances eigenvalues [k], falling
 */
record PrincipalComponents(double[] mean, double[] directions, double[] variances) {
    /** Eigenvalues below this part of the largest are rounding. */
    private static final double NOTHING = 1e-12;

    /** Rows of the covariance made at a time. */
    private static final int STRIP = 64;

    /**
     * Fits them.
     *
     * @param inputs [P d], not changed
     * @param width d
     * @param components k, at most d
     */
    static PrincipalComponents fit(double[] inputs, int width, int components) {
        double[] mean = Normalisation.mean(inputs, width);
        double[] centred = centred(inputs, mean);
        double[] covariance = covariance(centred(inputs, mean), width);
        var solver = new SymmetricQRAlgorithmDecomposition_DDRM(new TridiagonalDecompositionHouseholder_DDRM(), true);
        if (!solver.decompose(DMatrixRMaj.wrap(width, width, covariance))) {
            throw new IllegalStateException("the eigenvectors of the covariance were not found");
        }
        Integer[] order = new Integer[width];
        for (int i = 0; i < width; i++) order[i] = i;
        java.util.Arrays.sort(order, (i, j) -> Double.compare(value(solver, j), value(solver, i)));
        double[] directions = new double[components * width];
        double[] variances = new double[components];
        for (int k = 0; k < components; k++) {
            variances[k] = value(solver, order[k]);
            place(solver.getEigenVector(order[k]).data, directions, k * width);
        }
        check(variances, value(solver, order[0]));
        return new PrincipalComponents(mean, directions, variances);
    }

    /** The covariance of centred inputs: its upper triangle in strips, mirrored. */
    private static double[] covariance(double[] centred, int width) {
        int patterns = centred.length / width;
        double[] covariance = new double[width * width];
        for (int row = 0; row < width; row += STRIP) {
            int rows = Math.min(STRIP, width - row);
            int at = row * width + row;
            Matrices.best()
                    .multiply(
                            rows,
                            width - row,
                            patterns,
                            centred,
                            row,
                            1,
                            width,
                            centred,
                            row,
                            width,
                            covariance,
                            at,
                            width,
                            false);
        }
        for (int i = 0; i < width; i++) {
            for (int j = i; j < width; j++) {
                covariance[i * width + j] /= patterns;
                covariance[j * width + i] = covariance[i * width + j];
            }
        }
        return covariance;
    }

    private static double value(SymmetricQRAlgorithmDecomposition_DDRM solver, int index) {
        return solver.getEigenvalue(index).real;
    }

    private static void place(double[] vector, double[] directions, int at) {
        int largest = 0;
        for (int i = 1; i < vector.length; i++) if (Math.abs(vector[i]) > Math.abs(vector[largest])) largest = i;
        double sign = Math.signum(vector[largest]);
        for (int i = 0; i < vector.length; i++) directions[at + i] = sign * vector[i];
    }

    private static void check(double[] variances, double largest) {
        int positive = 0;
        while (positive < variances.length && variances[positive] > NOTHING * largest) positive++;
        if (positive < variances.length) {
            throw new BadParameter(
                    "pca",
                    variances.length,
                    "only " + positive + " principal components have positive variance",
                    "at most that many, or more training examples");
        }
    }

    private static double[] centred(double[] inputs, double[] mean) {
        int width = mean.length;
        double[] centred = new double[inputs.length];
        for (int a = 0; a < inputs.length; a += width)
            for (int i = 0; i < width; i++) centred[a + i] = inputs[a + i] - mean[i];
        return centred;
    }

    /** The coordinates [count k] of inputs [count d] along the directions, divided by their standard deviations on the inputs of the fit. */
    double[] coordinates(double[] inputs) {
        int width = mean.length;
        int count = inputs.length / width;
        int components = variances.length;
        double[] scaled = new double[width * components];
        for (int k = 0; k < components; k++) {
            double deviation = Math.sqrt(variances[k]);
            for (int i = 0; i < width; i++) scaled[i * components + k] = directions[k * width + i] / deviation;
        }
        double[] coordinates = new double[count * components];
        Matrices.best()
                .multiply(
                        count,
                        components,
                        width,
                        centred(inputs, mean),
                        0,
                        width,
                        1,
                        scaled,
                        0,
                        components,
                        coordinates,
                        0,
                        components,
                        false);
        return coordinates;
    }
}
