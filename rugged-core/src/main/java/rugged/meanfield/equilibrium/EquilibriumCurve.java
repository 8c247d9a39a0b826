package rugged.meanfield.equilibrium;

import java.util.ArrayList;
import java.util.List;
import rugged.meanfield.Mixture;
import rugged.num.EvenGrid;

/**
 * Correlation of the spherical glass in equilibrium at T:
 *
 * <pre>C'(t) = -T C(t) - int_0^t m(C(t-s)) C'(s) ds,   m = beta f'(C),   C(0) = 1,   R = -beta C'</pre>
 *
 * <p>On n equal steps that double when the grid is full, so that t grows as 2^k at a cost of n^2 each. The integral is split in its middle; each half is a sum of
 * increments of the factor that varies quickly there times cell averages of the slow one, which are kept through the doublings: a decay of order one within the
 * first cells stays right. Differences of second order in time; every new point is a fixed point in m. Fuchs, Goetze, Hofacker and Latz, J. Phys.: Condens. Matter 3,
 * 5047 (1991). Below T_d the curve ends on its plateau.
 */
public final class EquilibriumCurve {
    private static final double FIRST = 1e-5;
    private static final int MOST_SWEEPS = 200;
    private static final double CONVERGED = 1e-14;

    private record Level(double h, double[] c) {}

    private final Mixture f;
    private final double temperature;
    private final int n;
    private final List<Level> levels = new ArrayList<>();
    private final double[] c;
    private final double[] m;
    private final double[] meanC;
    private final double[] meanM;
    private double h;

    private EquilibriumCurve(Mixture f, double temperature, int n) {
        this.f = f;
        this.temperature = temperature;
        this.n = n;
        c = new double[n + 1];
        m = new double[n + 1];
        meanC = new double[n + 1];
        meanM = new double[n + 1];
    }

    /**
     * Solves.
     *
     * @param temperature T > 0 of an equilibrium that is annealed, T >= T_s
     * @param until last time
     * @param n steps on a grid, a multiple of 4
     */
    public static EquilibriumCurve solve(Mixture f, double temperature, double until, int n) {
        EquilibriumCurve curve = new EquilibriumCurve(f, temperature, n);
        curve.h = FIRST / Math.max(temperature, Math.sqrt(f.fSecond(1)));
        curve.begin();
        while (curve.levels.getLast().h * n < until) curve.coarsen();
        return curve;
    }

    private double kernel(double q) {
        return f.fPrime(q) / temperature;
    }

    /** The first grid, from C = 1 - T t + (T^2 + T m(1)) t^2/2 at its first points. */
    private void begin() {
        double first = -temperature;
        double second = temperature * temperature + temperature * kernel(1);
        for (int i = 0; i <= n; i++) {
            double t = i * h;
            if (i <= START) c[i] = 1 + first * t + 0.5 * second * t * t;
            if (i <= START) m[i] = kernel(c[i]);
            if (i == 0) continue;
            if (i <= START) average(i);
            else step(i);
        }
        levels.add(new Level(h, c.clone()));
    }

    /** Points taken from the series. */
    private static final int START = 2;

    private void average(int i) {
        meanC[i] = 0.5 * (c[i] + c[i - 1]);
        meanM[i] = 0.5 * (m[i] + m[i - 1]);
    }

    private void coarsen() {
        h *= 2;
        for (int i = 1; i <= n / 2; i++) {
            c[i] = c[2 * i];
            m[i] = m[2 * i];
            meanC[i] = 0.5 * (meanC[2 * i - 1] + meanC[2 * i]);
            meanM[i] = 0.5 * (meanM[2 * i - 1] + meanM[2 * i]);
        }
        for (int i = n / 2 + 1; i <= n; i++) step(i);
        levels.add(new Level(h, c.clone()));
    }

    private void step(int i) {
        int half = i / 2;
        double known = (2 * c[i - 1] - 0.5 * c[i - 2]) / h + m[i - half] * c[half];
        for (int k = 2; k <= half; k++) known -= (c[k] - c[k - 1]) * meanM[i - k + 1];
        for (int k = 2; k <= i - half; k++) known -= (m[k] - m[k - 1]) * meanC[i - k + 1];
        known -= 0.5 * (c[1] - c[0]) * m[i - 1] + 0.5 * (m[1] - m[0]) * c[i - 1];
        double factor = 1.5 / h + temperature + m[0] + 0.5 * (m[1] - m[0]);
        double now = c[i - 1];
        for (int k = 0; k < MOST_SWEEPS; k++) {
            double next = (known - 0.5 * (c[1] - c[0]) * kernel(now)) / factor;
            boolean settled = Math.abs(next - now) < CONVERGED;
            now = next;
            if (settled) break;
        }
        c[i] = now;
        m[i] = kernel(now);
        average(i);
    }

    /** C(t), by cubic interpolation on the finest grid that reaches t. */
    public double correlation(double t) {
        if (t == 0) return 1;
        for (Level level : levels)
            if (t <= level.h * n * (1 + 1e-12)) return EvenGrid.interpolate(t / level.h, 0, n, i -> level.c[i]);
        throw new IllegalArgumentException("solved up to " + levels.getLast().h * n + ", not to " + t);
    }
}
