package rugged.meanfield.learning;

/**
 * The numbers of a student that its examples determine, step by step: correlation C(k, j), response R(k, j) of w^k to a kick that enters w^(j+1), overlap M(k) with the teacher. From the kernels of the forces on examples,
 *
 * <pre>
 * R(k+1, j) = kept R(k, j) - eta alpha sum_{u=j+1}^k R_g(k, u) R(u, j),  R(k+1, k) = 1
 * M(k+1)    = -eta alpha sum_{u&lt;=k} R(k+1, u) R_s(u)
 * C(k+1, j) = C0 R_0(k+1) R_0(j) + (R N R^T)(k+1, j) + M(k+1) M(j),  N = eta^2 alpha C_g + 2 T eta I
 * </pre>
 *
 * <p>with kept = 1 - eta lambda, where gradients are projected on the sphere + eta alpha &lt;g h&gt;, so that C is a covariance by construction. On the sphere all that belongs to the new time is divided by its norm.
 */
final class LearningKernels {
    final double[][] c;
    final double[][] r;
    final double[] m;
    private final double[] r0;
    private final double[][] cg;
    private final double[][] rg;
    private final double[] rs;
    private final double alpha;
    private final StudentSteps rule;

    LearningKernels(int steps, double alpha, StudentSteps rule) {
        this.alpha = alpha;
        this.rule = rule;
        int n = steps + 2;
        c = new double[n][];
        r = new double[n][];
        m = new double[n];
        r0 = new double[n];
        cg = new double[n][];
        rg = new double[n][];
        rs = new double[n];
        c[0] = new double[] {rule.start()};
        r[0] = new double[0];
        r0[0] = 1.0;
    }

    /**
     * From step k to the next.
     *
     * @param kept what the step leaves of w, 1 - eta lambda, but for a projection
     * @param forces C_g(k, j) for j up to k
     * @param responses R_g(k, u) for u up to k
     * @param teacher R_s(k)
     */
    void advance(int k, double kept, double[] forces, double[] responses, double teacher) {
        cg[k] = java.util.Arrays.copyOf(forces, k + 1);
        rg[k] = java.util.Arrays.copyOf(responses, k + 1);
        rs[k] = teacher;
        double eta = rule.eta();
        double[] next = new double[k + 1];
        for (int j = 0; j < k; j++) {
            double sum = 0.0;
            for (int u = j + 1; u <= k; u++) sum += rg[k][u] * r[u][j];
            next[j] = kept * r[k][j] - eta * alpha * sum;
        }
        next[k] = 1.0;
        r[k + 1] = next;
        double start = 0.0;
        for (int u = 0; u <= k; u++) start += rg[k][u] * r0[u];
        r0[k + 1] = kept * r0[k] - eta * alpha * start;
        double overlap = 0.0;
        for (int u = 0; u <= k; u++) overlap += next[u] * rs[u];
        m[k + 1] = 0.0 - eta * alpha * overlap;
        correlate(k);
        if (rule.sphere()) normalise(k + 1);
    }

    private void correlate(int k) {
        double eta = rule.eta();
        double[] through = new double[k + 1];
        for (int a = 0; a <= k; a++)
            for (int b = 0; b <= k; b++) through[b] += r[k + 1][a] * eta * eta * alpha * (a >= b ? cg[a][b] : cg[b][a]);
        for (int a = 0; a <= k; a++) through[a] += 2.0 * rule.temperature() * eta * r[k + 1][a];
        double[] row = new double[k + 2];
        for (int j = 0; j <= k + 1; j++) {
            double sum = rule.start() * r0[k + 1] * r0[j] + m[k + 1] * m[j];
            for (int b = 0; b < j; b++) sum += through[b] * r[j][b];
            row[j] = sum;
        }
        c[k + 1] = row;
    }

    private void normalise(int k) {
        double norm = Math.sqrt(c[k][k]);
        for (int j = 0; j < k; j++) {
            r[k][j] /= norm;
            c[k][j] /= norm;
        }
        r0[k] /= norm;
        m[k] /= norm;
        c[k][k] = 1.0;
    }
}
