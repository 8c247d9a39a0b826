package rugged.dynamics.minimise;

import rugged.num.Vectors;

/**
 * Ritz values and vectors of the Hessian in the Krylov space of a vector: Lanczos with full reorthogonalisation, each vector twice, and Jacobi's rotations
 * for the small tridiagonal matrix. All memory is taken once. m products, 2 m^2 N multiply-adds and some 10 m^3 for the small matrix.
 *
 * <p>Source: Lanczos, J. Res. Nat. Bur. Stand. 45, 255 (1950); Golub and Van Loan, Matrix Computations (2013), sections 8.5 and 10.1.
 */
final class Ritz {
    private static final double EXHAUSTED = 1e-12;
    private static final int MOST_SWEEPS = 50;

    private final double[][] q;
    private final double[][] t;
    private final double[][] u;
    private final double[] next;
    private int size;

    /** @param most products at most */
    Ritz(int n, int most) {
        int m = Math.min(n, most);
        q = new double[m][n];
        t = new double[m][m];
        u = new double[m][m];
        next = new double[n];
    }

    /** Pairs found. */
    int size() {
        return size;
    }

    /** Ritz value i, in no order. */
    double value(int i) {
        return t[i][i];
    }

    /** v.q for the Ritz vector i when v lies along the start, of length {@code norm}: no sum over N is needed. */
    double startComponent(int i, double norm) {
        return norm * u[0][i];
    }

    /** p += factor times the Ritz vector i. */
    void addVector(double[] p, double factor, int i) {
        for (int k = 0; k < size; k++) Vectors.add(p, factor * u[k][i], q[k]);
    }

    /** Finds the pairs for the Hessian where {@code here} stands. start[N] is tangent, not 0, and not modified. */
    void find(Ground here, double[] start) {
        Vectors.set(q[0], 1.0 / Vectors.norm(start), start);
        double scale = 0.0;
        size = 0;
        double before = 0.0;
        while (true) {
            double[] now = q[size];
            here.hessianVector(now, next);
            scale = Math.max(scale, Vectors.norm(next));
            java.util.Arrays.fill(t[size], 0.0);
            t[size][size] = Vectors.dot(next, now);
            if (size > 0) t[size][size - 1] = t[size - 1][size] = before;
            for (int turn = 0; turn < 2; turn++) {
                for (int k = 0; k <= size; k++) Vectors.add(next, -Vectors.dot(next, q[k]), q[k]);
            }
            here.tangent(next);
            size++;
            before = Vectors.norm(next);
            if (size == q.length || before <= EXHAUSTED * scale) break;
            Vectors.set(q[size], 1.0 / before, next);
        }
        diagonalise();
    }

    private void diagonalise() {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                u[i][j] = i == j ? 1.0 : 0.0;
                if (Math.abs(i - j) > 1) t[i][j] = 0.0;
            }
        }
        for (int sweep = 0; sweep < MOST_SWEEPS && !diagonal(); sweep++) {
            for (int i = 0; i < size; i++) for (int j = i + 1; j < size; j++) rotate(i, j);
        }
    }

    private boolean diagonal() {
        double off = 0.0;
        double on = 0.0;
        for (int i = 0; i < size; i++) {
            on += t[i][i] * t[i][i];
            for (int j = 0; j < i; j++) off += t[i][j] * t[i][j];
        }
        return off <= 1e-30 * on;
    }

    /** Makes t_ij zero by a rotation in the plane of i and j, which u collects. */
    private void rotate(int i, int j) {
        if (t[i][j] == 0.0) return;
        double theta = (t[j][j] - t[i][i]) / (2.0 * t[i][j]);
        double tangent = Math.copySign(1.0, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1.0));
        double c = 1.0 / Math.sqrt(tangent * tangent + 1.0);
        double s = tangent * c;
        for (int k = 0; k < size; k++) {
            double a = t[k][i];
            double b = t[k][j];
            t[k][i] = c * a - s * b;
            t[k][j] = s * a + c * b;
        }
        for (int k = 0; k < size; k++) {
            double a = t[i][k];
            double b = t[j][k];
            t[i][k] = c * a - s * b;
            t[j][k] = s * a + c * b;
            a = u[k][i];
            b = u[k][j];
            u[k][i] = c * a - s * b;
            u[k][j] = s * a + c * b;
        }
    }
}
