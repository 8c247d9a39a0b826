package rugged.meanfield.aging;

import java.util.Arrays;
import rugged.meanfield.Derivatives;
import rugged.num.kernel.PanelSums;

/**
 * The two equations at one node k of the newest row, with their rows of the Jacobian: all that one thread needs to itself. Every equation is computed by one thread
 * in one order, so that results do not depend on how many there are.
 */
final class RowTarget {
    private final RowSystem system;
    private final Rows rows;
    private final RatioPanels panels;
    private final Derivatives kernel;
    private final Endpoints points;
    private final Rows.Stencil stencil = new Rows.Stencil();
    private final Rows.Stencil earlier = new Rows.Stencil();
    private final double[] w;
    private final double[] second;
    private double[] earlierC = new double[0];
    private double[] earlierR = new double[0];
    /** Derivatives of A + B: by C, by R; and of K: by C, by R. */
    private double[] sumByC = new double[0];

    private double[] sumByR = new double[0];
    private double[] returnByC = new double[0];
    private double[] returnByR = new double[0];
    private double sum;
    private double returned;

    RowTarget(RowSystem system, double finest) {
        this.system = system;
        rows = system.rows;
        panels = system.panels;
        kernel = system.kernel;
        points = new Endpoints(panels, finest);
        w = new double[panels.padded];
        second = new double[panels.padded];
    }

    /** Writes residuals k - 1 and L + k - 1, and where asked for those rows of the Jacobian. */
    void evaluate(int k, boolean derivatives) {
        reserve();
        if (derivatives) clear();
        int n = rows.newest;
        double t = rows.t[n];
        double before = system.phi[k] * t;
        double lag = system.z[k] * t;
        sum = 0;
        returned = 0;
        between(t, before, lag, derivatives);
        double start = mixEarlier(before);
        if (before > 0) beforehand(t, before, lag, derivatives);
        if (system.startInverse > 0) fromStart(start, derivatives);
        close(k, t, derivatives);
    }

    private void reserve() {
        int length = system.values + panels.padded;
        if (sumByC.length >= length) return;
        length += length / 4;
        sumByC = new double[length];
        sumByR = new double[length];
        returnByC = new double[length];
        returnByR = new double[length];
        earlierC = new double[length];
        earlierR = new double[length];
    }

    private void clear() {
        Arrays.fill(sumByC, 0);
        Arrays.fill(sumByR, 0);
        Arrays.fill(returnByC, 0);
        Arrays.fill(returnByR, 0);
    }

    /** s from t' to t: second factors C(s, t') and R(s, t') at time s. */
    private void between(double t, double before, double lag, boolean derivatives) {
        double[] c = rows.c[rows.newest];
        double[] r = rows.r[rows.newest];
        points.over(lag);
        for (int i = 0; i < points.count; i++) {
            double s = before + points.x[i];
            double ratio = s / t;
            double rest = points.rest[i] / t;
            int at = RatioPanels.panel(ratio, rest, system.grid) * panels.order;
            PanelSums.weights(RatioPanels.within(ratio, rest, system.grid), panels.nodes, panels.factors, w);
            double q = PanelSums.dot(w, c, at);
            double response = PanelSums.dot(w, r, at);
            rows.stencil(s, stencil);
            double ratio2 = before / s;
            double rest2 = points.x[i] / s;
            int at2 = RatioPanels.panel(ratio2, rest2, stencil.grid) * panels.order;
            PanelSums.weights(RatioPanels.within(ratio2, rest2, stencil.grid), panels.nodes, panels.factors, second);
            double c2 = PanelSums.dot(second, stencil.l, stencil.rows, stencil.c, 0, at2);
            double r2 = PanelSums.dot(second, stencil.l, stencil.rows, stencil.r, 0, at2);
            double weight = points.weight[i];
            double two = weight * kernel.second(q);
            double source = two * response;
            sum += source * c2;
            returned += source * r2;
            if (derivatives) {
                double three = weight * kernel.third(q) * response;
                PanelSums.add(three * c2, w, sumByC, at);
                PanelSums.add(two * c2, w, sumByR, at);
                PanelSums.add(three * r2, w, returnByC, at);
                PanelSums.add(two * r2, w, returnByR, at);
                if (stencil.first + stencil.rows - 1 == rows.newest) {
                    double share = stencil.l[stencil.rows - 1] * source;
                    PanelSums.add(share, second, sumByC, at2);
                    PanelSums.add(share, second, returnByR, at2);
                }
            }
        }
    }

    /** The row at t', on the panels of its stencil; returns C(t', 0). */
    private double mixEarlier(double before) {
        rows.stencil(before, earlier);
        int count = panels.values(earlier.grid);
        PanelSums.mix(earlier.l, earlier.rows, earlier.c, 0, earlierC, count);
        PanelSums.mix(earlier.l, earlier.rows, earlier.r, 0, earlierR, count);
        return earlierC[count - 1];
    }

    /** Weight of the unknown row in the row at t'. */
    private double share() {
        return earlier.first + earlier.rows - 1 == rows.newest ? earlier.l[earlier.rows - 1] : 0;
    }

    /** s from 0 to t': second factors C(t', s) and R(t', s) at time t'. */
    private void beforehand(double t, double before, double lag, boolean derivatives) {
        double[] c = rows.c[rows.newest];
        double[] r = rows.r[rows.newest];
        double share = share();
        points.over(before);
        for (int i = 0; i < points.count; i++) {
            double ratio = points.x[i] / t;
            double rest = (lag + points.rest[i]) / t;
            int at = RatioPanels.panel(ratio, rest, system.grid) * panels.order;
            PanelSums.weights(RatioPanels.within(ratio, rest, system.grid), panels.nodes, panels.factors, w);
            double q = PanelSums.dot(w, c, at);
            double response = PanelSums.dot(w, r, at);
            double ratio2 = points.x[i] / before;
            double rest2 = points.rest[i] / before;
            int at2 = RatioPanels.panel(ratio2, rest2, earlier.grid) * panels.order;
            PanelSums.weights(RatioPanels.within(ratio2, rest2, earlier.grid), panels.nodes, panels.factors, second);
            double c2 = PanelSums.dot(second, earlierC, at2);
            double r2 = PanelSums.dot(second, earlierR, at2);
            double weight = points.weight[i];
            double one = weight * kernel.first(q);
            double two = weight * kernel.second(q);
            sum += two * response * c2 + one * r2;
            if (derivatives) {
                PanelSums.add(weight * kernel.third(q) * response * c2 + two * r2, w, sumByC, at);
                PanelSums.add(two * c2, w, sumByR, at);
                if (share != 0) {
                    PanelSums.add(share * two * response, second, sumByC, at2);
                    PanelSums.add(share * one, second, sumByR, at2);
                }
            }
        }
    }

    /** The term of a thermalised start: beta0 f'(C(t, 0)) C(t', 0). */
    private void fromStart(double start, boolean derivatives) {
        int last = system.values - 1;
        double q = rows.c[rows.newest][last];
        double one = system.startInverse * kernel.first(q);
        sum += one * start;
        if (!derivatives) return;
        sumByC[last] += system.startInverse * kernel.second(q) * start + share() * one;
    }

    private void close(int k, double t, boolean derivatives) {
        double[] c = rows.c[rows.newest];
        double[] r = rows.r[rows.newest];
        int panel = (k - 1) / panels.order;
        double[] d = panels.derivative[k - panel * panels.order];
        double flow = system.phi[k] / (t * RatioPanels.width(panel, system.grid));
        double clock = t + rows.clock();
        double mu = system.multiplier;
        int unknowns = system.values - 1;
        int at = panel * panels.order;
        system.residual[k - 1] =
                (system.leading * c[k] + system.pastC[k]) / clock + flow * PanelSums.dot(d, c, at) + mu * c[k] - sum;
        system.residual[unknowns + k - 1] = (system.leading * r[k] + system.pastR[k]) / clock
                + flow * PanelSums.dot(d, r, at)
                + mu * r[k]
                - returned;
        if (derivatives) jacobian(k, c[k], r[k], system.leading / clock + mu, flow, d, at);
    }

    private void jacobian(int k, double c, double r, double diagonal, double flow, double[] d, int at) {
        int unknowns = system.values - 1;
        int length = 2 * unknowns;
        double[] to = system.jacobian;
        int row = (k - 1) * length;
        int other = (unknowns + k - 1) * length;
        for (int j = 1; j <= unknowns; j++) {
            double byC = system.slopeC(j);
            double byR = system.slopeR(j);
            to[row + j - 1] = c * byC - sumByC[j];
            to[row + unknowns + j - 1] = c * byR - sumByR[j];
            to[other + j - 1] = r * byC - returnByC[j];
            to[other + unknowns + j - 1] = r * byR - returnByR[j];
        }
        to[row + k - 1] += diagonal;
        to[other + unknowns + k - 1] += diagonal;
        for (int j = at == 0 ? 1 : 0; j <= panels.order; j++) {
            to[row + at + j - 1] += flow * d[j];
            to[other + unknowns + at + j - 1] += flow * d[j];
        }
    }
}
