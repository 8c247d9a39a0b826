package rugged.meanfield.uniform;

import rugged.meanfield.AgingCurves;
import rugged.num.EvenGrid;

/** Rows on a uniform grid; between grid points cubic interpolation along the row and between rows, one-sided at the diagonal. */
public final class UniformCurves implements AgingCurves {
    private final double h;
    private final int steps;
    private final double[] c;
    private final double[] r;
    private final double[] energy;
    private final double[] multiplier;

    UniformCurves(double h, int steps, double[] c, double[] r, double[] energy, double[] multiplier) {
        this.h = h;
        this.steps = steps;
        this.c = c;
        this.r = r;
        this.energy = energy;
        this.multiplier = multiplier;
    }

    /** h. */
    public double step() {
        return h;
    }

    @Override
    public double until() {
        return steps * h;
    }

    private void check(double t, double s) {
        if (!(s >= 0 && s <= t && t <= until() * (1 + 1e-12)))
            throw new IllegalArgumentException(
                    "solved for 0 <= s <= t <= " + until() + ", not t = " + t + ", s = " + s);
    }

    @Override
    public double energy(double t) {
        check(t, 0);
        return EvenGrid.interpolate(t / h, 0, steps, i -> energy[i]);
    }

    @Override
    public double multiplier(double t) {
        check(t, 0);
        return EvenGrid.interpolate(t / h, 0, steps, i -> multiplier[i]);
    }

    /** First row whose time is not before s. */
    private int firstRow(double s) {
        return Math.min(steps, (int) Math.ceil(s / h - 1e-9));
    }

    private double alongRow(double[] values, int i, double s) {
        int at = i * (i + 1) / 2;
        return EvenGrid.interpolate(s / h, 0, i, j -> values[at + j]);
    }

    @Override
    public double correlation(double t, double s) {
        check(t, s);
        if (t == s) return 1;
        return EvenGrid.interpolate(t / h, firstRow(s), steps, i -> alongRow(c, i, s));
    }

    @Override
    public double response(double t, double s) {
        check(t, s);
        if (t == s) return 1;
        return EvenGrid.interpolate(t / h, firstRow(s), steps, i -> alongRow(r, i, s));
    }

    @Override
    public double integratedResponse(double t, double s) {
        check(t, s);
        if (t == s) return 0;
        return EvenGrid.interpolate(t / h, firstRow(s), steps, i -> integral(i, s));
    }

    /** Trapezoidal rule from s to the row's own time. */
    private double integral(int i, double s) {
        int at = i * (i + 1) / 2;
        int first = Math.min(i, (int) Math.ceil(s / h - 1e-9));
        double sum = 0;
        for (int j = first; j < i; j++) sum += 0.5 * h * (r[at + j] + r[at + j + 1]);
        double part = first * h - s;
        if (part > 1e-12 * h) sum += 0.5 * part * (alongRow(r, i, s) + r[at + first]);
        return sum;
    }

    @Override
    public double correlationSlope(double t, double s) {
        check(t, s);
        return EvenGrid.interpolate(t / h, firstRow(s), steps, i -> slope(i, s));
    }

    private double slope(int i, double s) {
        double left = Math.max(0, s - h);
        double right = Math.min(i * h, s + h);
        double middle = 0.5 * (left + right);
        double central = (alongRow(c, i, right) - alongRow(c, i, left)) / (right - left);
        if (Math.abs(middle - s) < 1e-9 * h) return central;
        // one-sided at an end: the parabola through both ends and the middle
        double curvature = (alongRow(c, i, right) - 2 * alongRow(c, i, middle) + alongRow(c, i, left))
                / (0.25 * (right - left) * (right - left));
        return central + curvature * (s - middle);
    }
}
