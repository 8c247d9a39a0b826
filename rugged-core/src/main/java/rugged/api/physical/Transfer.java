package rugged.api.physical;

import java.util.Arrays;
import rugged.num.Cholesky;

/**
 * The free state of a linear network for all currents at once. With the incidence matrix B[M][N], L = B^T diag(w) B and pairs of nodes as columns of Q (+1 at the first node, -1 at the second),
 *
 * <pre>U = L^+ Q_in,  A = L^+ Q_out,  T = Q_out^T U,  K = Q_out^T A</pre>
 *
 * <p>Potentials minimise u.L u/2 - I.u. One node is grounded, which changes potentials by a constant and drops not at all. Every state that a feedback at the outputs makes is u - A z with z of
 * n_out numbers, so that one factorisation serves all examples and all rules. Cost: one Cholesky factorisation, N^3/6 multiply-adds, and N^2 (n_in + n_out); 8 N^2 bytes.
 */
public final class Transfer {
    /** Pivots whose squares are farther apart leave too few digits. */
    private static final double WORST = 1e-12;

    private final Wiring wiring;
    private final int[] pairs;
    private final int inputs;
    private final int outputs;
    private final int columns;
    private final double floor;
    private final Cholesky cholesky = new Cholesky();
    private final double[] factor;
    private final double[] potentials;
    private final double[] drops;
    private final double[] transfer;
    private final double[] compliance;
    private final double[] at;
    private boolean solved;

    /**
     * @param inputs n_in, of pairs one after the other, two nodes each
     * @param pairs those of inputs, then those of outputs
     * @param floor conductances below it count as it
     */
    public Transfer(Wiring wiring, int inputs, int[] pairs, double floor) {
        this.wiring = wiring;
        this.pairs = pairs;
        this.inputs = inputs;
        this.floor = floor;
        columns = pairs.length / 2;
        outputs = columns - inputs;
        int n = wiring.nodes();
        factor = new double[Math.multiplyExact(n - 1, n - 1)];
        potentials = new double[n * columns];
        drops = new double[wiring.edges() * columns];
        transfer = new double[outputs * inputs];
        compliance = new double[outputs * outputs];
        at = new double[wiring.edges()];
        Arrays.fill(at, Double.NaN);
    }

    /** Solves at w[M], unless that is where it was solved last; false where a conductance is no number or L is singular to rounding. */
    public boolean solve(double[] w) {
        if (Arrays.equals(w, at)) return solved;
        System.arraycopy(w, 0, at, 0, at.length);
        assemble();
        int n = wiring.nodes() - 1;
        solved = cholesky.decompose(factor, n) && conditioned(n);
        if (!solved) return false;
        Arrays.fill(potentials, 0.0);
        for (int k = 0; k < columns; k++) {
            potentials[pairs[2 * k] * columns + k] += 1.0;
            potentials[pairs[2 * k + 1] * columns + k] -= 1.0;
        }
        relax(potentials);
        drops(potentials, columns, drops);
        read(potentials, columns, 0, inputs, transfer);
        read(potentials, columns, inputs, outputs, compliance);
        return true;
    }

    private void assemble() {
        int n = wiring.nodes() - 1;
        Arrays.fill(factor, 0.0);
        for (int e = 0; e < at.length; e++) {
            double w = conductance(e);
            int i = Math.max(wiring.tails()[e], wiring.heads()[e]);
            int j = Math.min(wiring.tails()[e], wiring.heads()[e]);
            factor[j * n + j] += w;
            if (i == n) continue;
            factor[i * n + i] += w;
            factor[i * n + j] -= w;
        }
    }

    private boolean conditioned(int n) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0.0;
        for (int i = 0; i < n; i++) {
            double pivot = factor[i * n + i] * factor[i * n + i];
            least = Math.min(least, pivot);
            most = Math.max(most, pivot);
        }
        return least > WORST * most;
    }

    /** Overwrites the currents b[N][k] by potentials, with the last node grounded. */
    public void relax(double[] b) {
        int n = wiring.nodes() - 1;
        int k = b.length / wiring.nodes();
        cholesky.solve(b, k);
        Arrays.fill(b, n * k, (n + 1) * k, 0.0);
    }

    /** Overwrites d[M][k] with the drops of potentials u[N][k]. */
    public void drops(double[] u, int k, double[] d) {
        for (int e = 0; e < at.length; e++) {
            int tail = wiring.tails()[e] * k;
            int head = wiring.heads()[e] * k;
            for (int c = 0; c < k; c++) d[e * k + c] = u[tail + c] - u[head + c];
        }
    }

    /** Overwrites r[n_out][count] with what the outputs read of the columns {@code first} on of u[N][k]. */
    public void read(double[] u, int k, int first, int count, double[] r) {
        for (int j = 0; j < outputs; j++) {
            int a = pairs[2 * (inputs + j)] * k + first;
            int b = pairs[2 * (inputs + j) + 1] * k + first;
            for (int c = 0; c < count; c++) r[j * count + c] = u[a + c] - u[b + c];
        }
    }

    /** Overwrites change[M] with sum_ij (B U)_ei (B A)_ej G_ji times a factor, for G[n_out][n_in]. */
    public void correlate(double[] g, double by, double[] change) {
        for (int e = 0; e < at.length; e++) {
            int row = e * columns;
            double sum = 0.0;
            for (int j = 0; j < outputs; j++) {
                double inner = 0.0;
                for (int i = 0; i < inputs; i++) inner += drops[row + i] * g[j * inputs + i];
                sum += drops[row + inputs + j] * inner;
            }
            change[e] = by * sum;
        }
    }

    /** Adds to change[M] sum_jk (B A)_ej H_jk (B A)_ek times a factor, for H[n_out][n_out]. */
    public void square(double[] h, double by, double[] change) {
        for (int e = 0; e < at.length; e++) {
            int row = e * columns + inputs;
            double sum = 0.0;
            for (int j = 0; j < outputs; j++) {
                double inner = 0.0;
                for (int k = 0; k < outputs; k++) inner += h[j * outputs + k] * drops[row + k];
                sum += drops[row + j] * inner;
            }
            change[e] += by * sum;
        }
    }

    /** The conductance of an edge where it was solved last. */
    public double conductance(int edge) {
        return Math.max(at[edge], floor);
    }

    /** Whether the last call of {@link #solve(double[])} found a state. */
    public boolean solved() {
        return solved;
    }

    /** B U beside B A, [M][n_in + n_out]; not to be changed. */
    public double[] drops() {
        return drops;
    }

    /** U beside A, [N][n_in + n_out], of a grounded node; not to be changed. */
    public double[] potentials() {
        return potentials;
    }

    /** T[n_out][n_in]; not to be changed. */
    public double[] transfer() {
        return transfer;
    }

    /** K[n_out][n_out]; not to be changed. */
    public double[] compliance() {
        return compliance;
    }

    /** Two nodes of each pair, inputs first; not to be changed. */
    public int[] pairs() {
        return pairs;
    }

    /** n_in. */
    public int inputs() {
        return inputs;
    }

    /** n_out. */
    public int outputs() {
        return outputs;
    }
}
