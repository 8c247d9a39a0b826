package rugged.meanfield.statics;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Equations of mean field for Ising spins with given couplings W, symmetric and 0 on the diagonal, in a field h:
 *
 * <pre>m_i = tanh(beta (sum_j W_ij m_j + h - o beta m_i sum_j W_ij^2 (1 - m_j^2))),</pre>
 *
 * <p>naive for o = 0 and those of Thouless, Anderson and Palmer for o = 1. Naive mean field is right where each coupling is of order 1/N, and off by a factor of 2 in the transition of couplings of order 1/sqrt(N). Solved by
 * m &lt;- (m + f(m))/2. The paramagnet is stable where the smallest eigenvalue of (1 + o beta^2 sum_j W_ij^2) delta_ij - beta W_ij is above 0.
 *
 * <p>Source: Thouless, Anderson and Palmer, Phil. Mag. 35, 593 (1977).
 *
 * @param magnetisations m_i [N]
 * @param change the largest change of the last round
 * @param rounds how many there were
 */
public record MeanFieldSpins(double[] magnetisations, double change, int rounds) {
    private static final double DAMPING = 0.5;
    private static final double CLOSE = 1e-12;

    /**
     * The fixed point that is reached.
     *
     * @param couplings W [N][N]
     * @param onsager whether with the term of Onsager
     * @param start m_i at the beginning
     * @param most rounds at most
     */
    public static MeanFieldSpins at(
            double beta, double[][] couplings, double field, boolean onsager, double[] start, int most) {
        int n = couplings.length;
        double[] m = start.clone();
        double[] next = new double[n];
        double change = Double.POSITIVE_INFINITY;
        int rounds = 0;
        while (change >= CLOSE && rounds < most) {
            change = 0;
            for (int i = 0; i < n; i++) next[i] = Math.tanh(beta * local(beta, couplings[i], field, onsager, m, i));
            for (int i = 0; i < n; i++) {
                change = Math.max(change, Math.abs(next[i] - m[i]));
                m[i] += DAMPING * (next[i] - m[i]);
            }
            rounds++;
        }
        return new MeanFieldSpins(m, change, rounds);
    }

    private static double local(double beta, double[] row, double field, boolean onsager, double[] m, int i) {
        double sum = field;
        double reaction = 0;
        for (int j = 0; j < row.length; j++) {
            sum += row[j] * m[j];
            reaction += row[j] * row[j] * (1 - m[j] * m[j]);
        }
        return onsager ? sum - beta * m[i] * reaction : sum;
    }

    /** The mean of m_i. */
    public double magnetisation() {
        return Arrays.stream(magnetisations).average().orElse(Double.NaN);
    }

    /** The mean of m_i^2. */
    public double overlap() {
        return Arrays.stream(magnetisations).map(m -> m * m).average().orElse(Double.NaN);
    }

    /** The smallest eigenvalue of the stability matrix of the paramagnet; some N^3 operations. */
    public static double stability(double beta, double[][] couplings, boolean onsager) {
        int n = couplings.length;
        DMatrixRMaj matrix = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            double squares = 0;
            for (int j = 0; j < n; j++) {
                matrix.set(i, j, -beta * couplings[i][j]);
                squares += couplings[i][j] * couplings[i][j];
            }
            matrix.set(i, i, 1 + (onsager ? beta * beta * squares : 0));
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, false, true);
        if (!eigen.decompose(matrix)) throw new ArithmeticException("eigenvalues did not converge");
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < n; k++)
            least = Math.min(least, eigen.getEigenvalue(k).getReal());
        return least;
    }
}
