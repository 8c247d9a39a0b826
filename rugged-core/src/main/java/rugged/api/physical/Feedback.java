package rugged.api.physical;

import java.util.Arrays;
import rugged.num.DenseLu;

/**
 * What local rules make of the free and a second state, summed over examples. The second state has potentials u - A Z e with e = y - y*, so that with phi = B u and psi = B A Z e
 *
 * <pre>((B u)_e^2 - (B u')_e^2)/2 = phi_e psi_e - psi_e^2/2</pre>
 *
 * <table>
 * <caption>Second states, with K = Q_out^T L^+ Q_out</caption>
 * <tr><td>adjoint</td><td>phi_e psi_e with Z = 1</td></tr>
 * <tr><td>nudged</td><td>(phi psi - psi^2/2)/beta, Z = beta (1 + beta K)^{-1}</td></tr>
 * <tr><td>both ways</td><td>half the difference of the nudged one at beta and at -beta</td></tr>
 * <tr><td>clamped</td><td>(phi psi - psi^2/2)/eta, Z = eta K^{-1}</td></tr>
 * </table>
 *
 * <p>Each is an estimate of minus the gradient of the mean of |e|^2/2: exact; off by O(beta); by O(beta^2); and off by O(eta) from that of e.K^{-1} e/2 with K held fixed. At strength 0 it is the limit. Only G = mean of e x^T and H = mean of e e^T of the examples count: O(M (n_in + n_out) n_out), no further solution of the network.
 *
 * <p>Sources: Scellier and Bengio, Front. Comput. Neurosci. 11, 24 (2017); Stern, Hexner, Rocks and Liu, Phys. Rev. X 11, 021045 (2021).
 */
public final class Feedback {
    private final FeedbackRule rule;
    private final double strength;
    private final int inputs;
    private final int outputs;
    private final DenseLu lu = new DenseLu();
    private final double[] matrix;
    private final double[] column;
    private final double[] z;
    private final double[] seen;
    private final double[] square;
    private final double[] other;
    private final double[] back;
    private final double[] backward;

    /**
     * @param strength beta or eta; 0 for the limit
     * @param inputs n_in
     * @param outputs n_out
     */
    public Feedback(FeedbackRule rule, double strength, int inputs, int outputs) {
        this.rule = rule;
        this.strength = strength;
        this.inputs = inputs;
        this.outputs = outputs;
        matrix = new double[outputs * outputs];
        column = new double[outputs];
        z = new double[outputs * outputs];
        seen = new double[outputs * inputs];
        square = new double[outputs * outputs];
        other = new double[outputs * outputs];
        back = new double[outputs * inputs];
        backward = new double[outputs * outputs];
    }

    /** Overwrites g[n_out n_in] with the mean of e x^T and h[n_out n_out] with that of e e^T, over P examples. */
    public static void moments(double[] x, double[] e, int inputs, int outputs, double[] g, double[] h) {
        Arrays.fill(g, 0.0);
        Arrays.fill(h, 0.0);
        int examples = x.length / inputs;
        for (int mu = 0; mu < examples; mu++)
            for (int j = 0; j < outputs; j++) {
                double error = e[mu * outputs + j] / examples;
                for (int i = 0; i < inputs; i++) g[j * inputs + i] += error * x[mu * inputs + i];
                for (int k = 0; k < outputs; k++) h[j * outputs + k] += error * e[mu * outputs + k];
            }
    }

    /**
     * Overwrites change[M]; false where the second state does not exist, as where outputs are pushed away (-beta) harder than the network holds them.
     *
     * @param g mean of e x^T, [n_out][n_in]
     * @param h mean of e e^T, [n_out][n_out]
     */
    public boolean change(Transfer response, double[] g, double[] h, double[] change) {
        switch (rule) {
            case ADJOINT -> response.correlate(g, 1.0, change);
            case NUDGED -> {
                if (!nudge(response, strength)) return false;
                state(response, g, h, change);
            }
            case CLAMPED -> {
                if (!hold(response)) return false;
                state(response, g, h, change);
            }
            case NUDGED_BOTH -> {
                return bothWays(response, g, h, change);
            }
        }
        return true;
    }

    /** (phi psi - psi^2/2)/strength summed over examples, where z is Z over the strength. */
    private void state(Transfer response, double[] g, double[] h, double[] change) {
        product(z, g, inputs, seen);
        response.correlate(seen, 1.0, change);
        addSquare(response, h, -0.5 * strength, change);
    }

    private void addSquare(Transfer response, double[] h, double by, double[] change) {
        if (by == 0.0) return;
        product(z, h, outputs, other);
        for (int j = 0; j < outputs; j++)
            for (int k = 0; k < outputs; k++) {
                double sum = 0.0;
                for (int l = 0; l < outputs; l++) sum += other[j * outputs + l] * z[k * outputs + l];
                square[j * outputs + k] = sum;
            }
        response.square(square, by, change);
    }

    /** The terms in phi of both ways share one sweep over the edges; the squares have opposite signs. */
    private boolean bothWays(Transfer response, double[] g, double[] h, double[] change) {
        if (!nudge(response, -strength)) return false;
        product(z, g, inputs, seen);
        System.arraycopy(seen, 0, back, 0, seen.length);
        System.arraycopy(z, 0, backward, 0, z.length);
        if (!nudge(response, strength)) return false;
        product(z, g, inputs, seen);
        for (int k = 0; k < seen.length; k++) seen[k] = 0.5 * (seen[k] + back[k]);
        response.correlate(seen, 1.0, change);
        addSquare(response, h, -0.25 * strength, change);
        System.arraycopy(backward, 0, z, 0, z.length);
        addSquare(response, h, 0.25 * strength, change);
        return true;
    }

    /** z = (1 + beta K)^{-1}. */
    private boolean nudge(Transfer response, double beta) {
        double[] compliance = response.compliance();
        for (int j = 0; j < outputs; j++)
            for (int k = 0; k < outputs; k++)
                matrix[j * outputs + k] = (j == k ? 1.0 : 0.0) + beta * compliance[j * outputs + k];
        return invert() && (beta >= 0.0 || positive());
    }

    /** z = K^{-1}. */
    private boolean hold(Transfer response) {
        System.arraycopy(response.compliance(), 0, matrix, 0, matrix.length);
        return invert();
    }

    private boolean invert() {
        try {
            lu.decompose(matrix, outputs);
        } catch (ArithmeticException _) {
            return false;
        }
        for (int k = 0; k < outputs; k++) {
            Arrays.fill(column, 0.0);
            column[k] = 1.0;
            lu.solve(column);
            for (int j = 0; j < outputs; j++) z[j * outputs + k] = column[j];
        }
        return true;
    }

    /** Whether the symmetric z is positive definite, by elimination without pivots in scratch. */
    private boolean positive() {
        System.arraycopy(z, 0, other, 0, z.length);
        for (int k = 0; k < outputs; k++) {
            double pivot = other[k * outputs + k];
            if (!(pivot > 0.0)) return false;
            for (int i = k + 1; i < outputs; i++) {
                double factor = other[i * outputs + k] / pivot;
                for (int j = k; j < outputs; j++) other[i * outputs + j] -= factor * other[k * outputs + j];
            }
        }
        return true;
    }

    private void product(double[] a, double[] b, int columns, double[] c) {
        for (int j = 0; j < outputs; j++)
            for (int i = 0; i < columns; i++) {
                double sum = 0.0;
                for (int k = 0; k < outputs; k++) sum += a[j * outputs + k] * b[k * columns + i];
                c[j * columns + i] = sum;
            }
    }
}
