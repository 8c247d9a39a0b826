package rugged.meanfield.aging;

import rugged.meanfield.AgingCurves;
import rugged.num.kernel.PanelSums;

/** Rows read at any pair of times: the polynomial of the ratio on its panel, and Lagrange's in ln(1 + t/c) between rows. */
final class LongTimeCurves implements AgingCurves {
    private final Rows rows;
    private final RatioPanels panels;
    private final double until;
    private final Endpoints points;
    private final Rows.Stencil stencil = new Rows.Stencil();
    private final double[] w;
    private final double[] slope;

    LongTimeCurves(Rows rows, Resolution resolution, double until) {
        this.rows = rows;
        this.until = until;
        panels = rows.panels;
        points = new Endpoints(panels, resolution.finest());
        w = new double[panels.padded];
        slope = new double[panels.padded];
    }

    @Override
    public double until() {
        return until;
    }

    private void at(double t) {
        if (!(t >= 0 && t <= until * (1 + 1e-12)))
            throw new IllegalArgumentException("solved up to t = " + until + ", not to " + t);
        rows.stencil(t, stencil);
    }

    private double mixed(double t, double[] values) {
        at(t);
        double sum = 0;
        for (int k = 0; k < stencil.rows; k++) sum += stencil.l[k] * values[stencil.first + k];
        return sum;
    }

    @Override
    public synchronized double energy(double t) {
        return mixed(t, rows.energy);
    }

    @Override
    public synchronized double multiplier(double t) {
        return mixed(t, rows.multiplier);
    }

    @Override
    public synchronized double correlation(double t, double s) {
        if (t == s) return 1;
        at(t);
        return read(s / t, (t - s) / t, stencil.c);
    }

    @Override
    public synchronized double response(double t, double s) {
        if (t == s) return 1;
        at(t);
        return read(s / t, (t - s) / t, stencil.r);
    }

    private double read(double phi, double z, double[][] values) {
        int panel = RatioPanels.panel(phi, z, stencil.grid);
        PanelSums.weights(RatioPanels.within(phi, z, stencil.grid), panels.nodes, panels.factors, w);
        return PanelSums.dot(w, stencil.l, stencil.rows, values, 0, panel * panels.order);
    }

    @Override
    public synchronized double integratedResponse(double t, double s) {
        if (t == s) return 0;
        at(t);
        points.over(t - s);
        double sum = 0;
        for (int i = 0; i < points.count; i++)
            sum += points.weight[i] * read((s + points.x[i]) / t, points.rest[i] / t, stencil.r);
        return sum;
    }

    @Override
    public synchronized double correlationSlope(double t, double s) {
        at(t);
        double phi = s / t;
        double z = (t - s) / t;
        int panel = RatioPanels.panel(phi, z, stencil.grid);
        PanelSums.weights(RatioPanels.within(phi, z, stencil.grid), panels.nodes, panels.factors, w);
        // weights of the derivative: sum_i w_i D[i][j]
        java.util.Arrays.fill(slope, 0);
        for (int i = 0; i <= panels.order; i++)
            for (int j = 0; j <= panels.order; j++) slope[j] += w[i] * panels.derivative[i][j];
        double byY = PanelSums.dot(slope, stencil.l, stencil.rows, stencil.c, 0, panel * panels.order);
        return -byY / (t * RatioPanels.width(panel, stencil.grid));
    }
}
