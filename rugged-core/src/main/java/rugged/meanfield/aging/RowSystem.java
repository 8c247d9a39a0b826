package rugged.meanfield.aging;

import java.util.Arrays;
import rugged.meanfield.AgingProblem;
import rugged.meanfield.Derivatives;
import rugged.num.kernel.PanelSums;

/**
 * What all equations of one row share: the grid, the backward differences in u, the multiplier and its derivatives, the Jacobian and the residual. Unknowns are
 * C_1 ... C_L, R_1 ... R_L of the newest row.
 *
 * <pre>
 * F_C = [sum_j b_j C_{n-j}(phi)]/(t + c) + (phi/(t w)) (D C) + mu C - A - B - beta0 f'(C(t,0)) C(t',0)
 * F_R = [sum_j b_j R_{n-j}(phi)]/(t + c) + (phi/(t w)) (D R) + mu R - K
 * A   = int_0^t f''(C(t,s)) R(t,s) C(s,t') ds,  B = int_0^t' f'(C(t,s)) R(t',s) ds,  K = int_t'^t f''(C(t,s)) R(t,s) R(s,t') ds
 * </pre>
 */
final class RowSystem {
    final Rows rows;
    final RatioPanels panels;
    final Derivatives kernel;
    final double temperature;
    final double startInverse;
    private final Endpoints points;
    private final double[] w;

    double[] phi = new double[0];
    double[] z = new double[0];
    /** Backward differences of the rows before the newest. */
    double[] pastC = new double[0];

    double[] pastR = new double[0];
    /** dmu/dC_k and, from values on, dmu/dR_k. */
    double[] slopes = new double[0];

    double[] jacobian = new double[0];
    double[] residual = new double[0];
    int grid;
    /** L + 1. */
    int values;
    /** b_0. */
    double leading;

    double multiplier;

    RowSystem(Rows rows, AgingProblem problem, double finest) {
        this.rows = rows;
        panels = rows.panels;
        kernel = new Derivatives(problem.mixture());
        temperature = problem.temperature();
        startInverse = problem.startInverse();
        points = new Endpoints(panels, finest);
        w = new double[panels.padded];
    }

    /** Number of unknowns. */
    int unknowns() {
        return 2 * (values - 1);
    }

    /**
     * Sets the system up for the newest row, and puts there the polynomial extrapolation of the rows before it.
     *
     * @param order of the backward differences
     * @param out out of how many rows it is extrapolated
     */
    void begin(int order, int out) {
        int n = rows.newest;
        grid = rows.grid[n];
        values = panels.values(grid);
        if (phi.length < values) reserve(values + values / 4);
        panels.ratios(grid, phi, z);
        double[] b = differences(n, order);
        leading = b[0];
        Arrays.fill(pastC, 0);
        Arrays.fill(pastR, 0);
        for (int j = 1; j <= order; j++) {
            add(b[j], rows.c(n - j, grid), pastC);
            add(b[j], rows.r(n - j, grid), pastR);
        }
        extrapolate(out, rows.c[n], rows.r[n]);
    }

    private void add(double factor, double[] row, double[] to) {
        for (int k = 1; k < values; k++) to[k] += factor * row[k];
    }

    /** The newest row as extrapolated out of so many before it. */
    private void extrapolate(int out, double[] c, double[] r) {
        int n = rows.newest;
        double[] ahead = extrapolation(n, out);
        Arrays.fill(c, 1, values, 0);
        Arrays.fill(r, 1, values, 0);
        for (int j = 1; j <= out; j++) {
            add(ahead[j], rows.c(n - j, grid), c);
            add(ahead[j], rows.r(n - j, grid), r);
        }
    }

    /** Largest difference of the newest row from its extrapolation out of so many before it. */
    double departure(int out) {
        extrapolate(out, pastC, pastR);
        double largest = 0;
        for (int k = 1; k < values; k++) {
            largest = Math.max(largest, Math.abs(rows.c[rows.newest][k] - pastC[k]));
            largest = Math.max(largest, Math.abs(rows.r[rows.newest][k] - pastR[k]));
        }
        return largest;
    }

    private void reserve(int length) {
        phi = new double[length];
        z = new double[length];
        pastC = new double[length];
        pastR = new double[length];
        slopes = new double[2 * length + 2 * panels.padded];
        residual = new double[2 * length];
        jacobian = new double[4 * length * length];
    }

    /** Derivative at u_n of the polynomial through rows n, n-1, ... n - order. */
    private double[] differences(int n, int order) {
        double[] u = rows.u;
        double[] b = new double[order + 1];
        for (int i = 1; i <= order; i++) b[0] += 1 / (u[n] - u[n - i]);
        for (int j = 1; j <= order; j++) {
            double product = 1 / (u[n - j] - u[n]);
            for (int i = 1; i <= order; i++) if (i != j) product *= (u[n] - u[n - i]) / (u[n - j] - u[n - i]);
            b[j] = product;
        }
        return b;
    }

    private double[] extrapolation(int n, int order) {
        double[] u = rows.u;
        double[] ahead = new double[order + 1];
        for (int j = 1; j <= order; j++) {
            double product = 1;
            for (int i = 1; i <= order; i++) if (i != j) product *= (u[n] - u[n - i]) / (u[n - j] - u[n - i]);
            ahead[j] = product;
        }
        return ahead;
    }

    /** mu and e of the newest row, and where asked for the derivatives of mu. */
    void multiplier(boolean derivatives) {
        int n = rows.newest;
        double t = rows.t[n];
        double[] c = rows.c[n];
        double[] r = rows.r[n];
        if (derivatives) Arrays.fill(slopes, 0);
        double mu = temperature;
        double e = 0;
        points.over(t);
        for (int i = 0; i < points.count; i++) {
            double ratio = points.x[i] / t;
            double from = points.rest[i] / t;
            int at = RatioPanels.panel(ratio, from, grid) * panels.order;
            PanelSums.weights(RatioPanels.within(ratio, from, grid), panels.nodes, panels.factors, w);
            double q = PanelSums.dot(w, c, at);
            double response = PanelSums.dot(w, r, at);
            double weight = points.weight[i];
            double one = kernel.first(q);
            double two = kernel.second(q);
            mu += weight * response * (two * q + one);
            e -= weight * one * response;
            if (!derivatives) continue;
            PanelSums.add(weight * response * (kernel.third(q) * q + 2 * two), w, slopes, at);
            PanelSums.add(weight * (two * q + one), w, slopes, values + panels.padded + at);
        }
        if (startInverse > 0) {
            double q = c[values - 1];
            mu += startInverse * kernel.first(q) * q;
            e -= startInverse * kernel.value(q);
            if (derivatives) slopes[values - 1] += startInverse * (kernel.second(q) * q + kernel.first(q));
        }
        multiplier = mu;
        rows.multiplier[n] = mu;
        rows.energy[n] = e;
    }

    /** dmu/dC_k. */
    double slopeC(int k) {
        return slopes[k];
    }

    /** dmu/dR_k. */
    double slopeR(int k) {
        return slopes[values + panels.padded + k];
    }
}
