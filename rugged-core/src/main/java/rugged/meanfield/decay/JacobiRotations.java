package rugged.meanfield.decay;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix, by rotations that make one element after the other vanish (Jacobi), until none is left that counts in double precision. Whatever finite matrix there is has its modes.
 */
final class JacobiRotations {
    private static final int MOST = 60;

    private final double[][] a;
    private final double[][] vectors;

    /**
     * @param matrix overwritten
     */
    JacobiRotations(double[][] matrix) {
        a = matrix;
        int n = a.length;
        vectors = new double[n][n];
        for (int i = 0; i < n; i++) vectors[i][i] = 1.0;
        for (int sweep = 0; sweep < MOST; sweep++) {
            boolean still = false;
            for (int i = 0; i < n; i++) for (int j = 0; j < i; j++) still |= rotate(i, j);
            if (!still) return;
        }
    }

    /** Whether there was anything to do. */
    private boolean rotate(int i, int j) {
        double between = a[i][j];
        if (Math.abs(between) <= 1e-18 * (Math.abs(a[i][i]) + Math.abs(a[j][j])) || between == 0.0) return false;
        double theta = 0.5 * (a[j][j] - a[i][i]) / between;
        double tangent = Math.copySign(1.0, theta) / (Math.abs(theta) + Math.hypot(1.0, theta));
        double cosine = 1.0 / Math.hypot(1.0, tangent);
        double sine = tangent * cosine;
        for (int k = 0; k < a.length; k++) {
            double left = a[k][i];
            a[k][i] = cosine * left - sine * a[k][j];
            a[k][j] = sine * left + cosine * a[k][j];
        }
        for (int k = 0; k < a.length; k++) {
            double up = a[i][k];
            a[i][k] = cosine * up - sine * a[j][k];
            a[j][k] = sine * up + cosine * a[j][k];
            double old = vectors[i][k];
            vectors[i][k] = cosine * old - sine * vectors[j][k];
            vectors[j][k] = sine * old + cosine * vectors[j][k];
        }
        a[i][j] = a[j][i] = 0.0;
        return true;
    }

    double value(int mode) {
        return a[mode][mode];
    }

    /** Of length 1. Not to be modified. */
    double[] vector(int mode) {
        return vectors[mode];
    }

    double lowest() {
        double lowest = Double.POSITIVE_INFINITY;
        for (int mode = 0; mode < a.length; mode++) lowest = Math.min(lowest, value(mode));
        return lowest;
    }
}
