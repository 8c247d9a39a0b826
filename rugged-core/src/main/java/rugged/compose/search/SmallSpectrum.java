package rugged.compose.search;

/** The lowest eigenvector of a symmetric matrix of two or three rows, by Jacobi's rotations: nothing is allocated. */
final class SmallSpectrum {
    private static final int SWEEPS = 30;

    private final double[][] a = new double[3][3];
    private final double[][] v = new double[3][3];
    private final double[] lowest = new double[3];

    /** Where the matrix is written before {@link #lowest}, which overwrites it. */
    double[][] matrix() {
        return a;
    }

    /** The eigenvector of the lowest eigenvalue of the first m rows and columns, of length 1; overwritten by the next call. */
    double[] lowest(int m) {
        for (int i = 0; i < m; i++) for (int j = 0; j < m; j++) v[i][j] = i == j ? 1.0 : 0.0;
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double off = 0.0;
            for (int i = 0; i < m; i++) for (int j = 0; j < i; j++) off += a[i][j] * a[i][j];
            if (off == 0.0) break;
            for (int p = 0; p < m; p++) for (int q = p + 1; q < m; q++) rotate(m, p, q);
        }
        int best = 0;
        for (int k = 1; k < m; k++) if (a[k][k] < a[best][best]) best = k;
        for (int i = 0; i < m; i++) lowest[i] = v[i][best];
        return lowest;
    }

    private void rotate(int m, int p, int q) {
        if (a[p][q] == 0.0) return;
        double theta = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
        double t = Math.copySign(1.0, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1.0));
        double c = 1.0 / Math.sqrt(t * t + 1.0);
        double s = t * c;
        for (int k = 0; k < m; k++) {
            double kp = a[k][p];
            double kq = a[k][q];
            a[k][p] = c * kp - s * kq;
            a[k][q] = s * kp + c * kq;
        }
        for (int k = 0; k < m; k++) {
            double pk = a[p][k];
            double qk = a[q][k];
            a[p][k] = c * pk - s * qk;
            a[q][k] = s * pk + c * qk;
        }
        a[p][q] = 0.0;
        a[q][p] = 0.0;
        for (int k = 0; k < m; k++) {
            double kp = v[k][p];
            double kq = v[k][q];
            v[k][p] = c * kp - s * kq;
            v[k][q] = s * kp + c * kq;
        }
    }
}
