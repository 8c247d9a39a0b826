package rugged.meanfield.aging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.meanfield.AgingCurves;
import rugged.meanfield.AgingProblem;
import rugged.meanfield.Mixture;

class RowSmoothingTest {
    private static final int ORDER = 6;
    private static final int COUNT = 200;

    private interface Surface {
        double at(double u, double phi);
    }

    /** Rows of a surface that vanishes at phi = 1, each smoothed as soon as it can be; distances shrink, and grids grow, on the way. */
    private static Rows smoothed(Surface surface) {
        return smoothed(surface, 0.02, 0.995);
    }

    private static Rows smoothed(Surface surface, double spacing, double shrinking) {
        Rows rows = new Rows(new RatioPanels(ORDER), 1, Rows.CLOSE_FRONT);
        RowSmoothing smoothing = new RowSmoothing(rows);
        double u = 2;
        for (int n = 0; n < COUNT; n++) {
            u += spacing * Math.pow(shrinking, n);
            rows.add(Math.expm1(u), u, 1 + n / 70);
            double[] phi = new double[rows.panels.values(rows.grid[n])];
            double[] z = new double[phi.length];
            rows.panels.ratios(rows.grid[n], phi, z);
            for (int k = 1; k < phi.length; k++) {
                rows.c[n][k] = 1 + surface.at(u, phi[k]);
                rows.r[n][k] = 1 - 2 * surface.at(u, phi[k]);
            }
            rows.energy[n] = surface.at(u, 0.5);
            rows.multiplier[n] = 3 * surface.at(u, 0.5);
            smoothing.afterNewest();
        }
        return rows;
    }

    private static double largest(Rows rows, Surface surface, int from, int to) {
        double largest = 0;
        for (int n = from; n <= to; n++) {
            double[] phi = new double[rows.panels.values(rows.grid[n])];
            double[] z = new double[phi.length];
            rows.panels.ratios(rows.grid[n], phi, z);
            for (int k = 1; k < phi.length; k++) {
                largest = Math.max(largest, Math.abs(rows.c[n][k] - 1 - surface.at(rows.u[n], phi[k])));
                largest = Math.max(largest, Math.abs(rows.r[n][k] - 1 + 2 * surface.at(rows.u[n], phi[k])));
            }
            largest = Math.max(largest, Math.abs(rows.energy[n] - surface.at(rows.u[n], 0.5)));
            largest = Math.max(largest, Math.abs(rows.multiplier[n] - 3 * surface.at(rows.u[n], 0.5)));
        }
        return largest;
    }

    /** Degree 5 in u and that of the panels in phi. */
    @Test
    void polynomialsStayWhatTheyAre() {
        Surface surface =
                (u, phi) -> Math.pow(u - 3.5, 5) * (1 - phi * phi * phi) + Math.pow(u - 3, 3) * (phi - 1) * phi;
        assertThat(largest(smoothed(surface), surface, 0, COUNT - 1)).isLessThan(1e-10);
    }

    /** What varies on the scale of one in u, as solutions do. */
    @Test
    void smoothRowsHardlyChange() {
        Surface surface = (u, phi) -> Math.cos(u) * (1 - phi * phi);
        assertThat(largest(smoothed(surface), surface, 0, COUNT - 1)).isLessThan(2e-8);
    }

    /** Of periods of up to seven rows no more than an eighth, of 2 in R, is left where all fits have been; the newest rows are as they were. */
    @Test
    void wavesFromRowToRowGo() {
        Surface zero = (u, phi) -> 0;
        for (double period : new double[] {2, 3, 4.5, 6, 7}) {
            Surface wave = (u, phi) -> Math.cos(2 * Math.PI * (u - 2) / 0.01 / period) * (1 - phi);
            Rows rows = smoothed(wave, 0.01, 1);
            assertThat(largest(rows, zero, 80, COUNT - 33)).isLessThan(0.25);
            assertThat(largest(rows, wave, COUNT - 3, COUNT - 1)).isLessThan(1e-15);
        }
    }

    /** Rows that are settled stay as they are, however fast distances shrink from then on; where they are even, the widest fit within 0.3 reaches 8, 16 and 32 rows to either side. */
    @ParameterizedTest
    @CsvSource({"0.025, 1, 12", "0.016, 1, 18", "0.0077, 1, 38", "0.02, 0.98, 0", "0.025, 0.99, 0", "0.012, 0.985, 0"})
    void settledRowsStay(double spacing, double shrinking, int lag) {
        Rows rows = new Rows(new RatioPanels(ORDER), 1, Rows.CLOSE_FRONT);
        RowSmoothing smoothing = new RowSmoothing(rows);
        double u = 2;
        double distance = spacing;
        double[] settled = new double[COUNT];
        int known = -1;
        for (int n = 0; n < COUNT; n++) {
            u += distance;
            rows.add(Math.expm1(u), u, 3);
            for (int k = 1; k < rows.panels.values(3); k++) rows.c[n][k] = Math.cos(40 * u * k);
            smoothing.afterNewest();
            if (n > 100) distance *= shrinking;
            int last = smoothing.settled(distance);
            assertThat(last).isGreaterThanOrEqualTo(known);
            for (; known < last; known++) settled[known + 1] = rows.c[known + 1][5];
            assertThat(rows.u[n] - rows.u[Math.min(n, last + 1)]).isLessThanOrEqualTo(RowSmoothing.SPAN);
            if (lag > 0 && n > 100) assertThat(n - last).isLessThanOrEqualTo(lag);
        }
        for (int n = 0; n <= known; n++) assertThat(rows.c[n][5]).isEqualTo(settled[n]);
    }

    private static Resolution close(AgingProblem problem, int order, double spacing) {
        Resolution usual = Resolution.of(problem, order, spacing);
        return new Resolution(order, spacing, 2, usual.clock(), usual.finest(), true);
    }

    /** What is read does not depend on how far has been solved, nor on interruptions; and smoothing does not show in it. */
    @Test
    void solutionsDoNotShowIt() {
        for (double temperature : new double[] {0, 0.4}) {
            AgingProblem problem = new AgingProblem(Mixture.parse("3+12"), temperature, 0);
            Resolution resolution = close(problem, 6, 0.03);
            double until = 3;
            try (LongTimeSolver once = new LongTimeSolver(problem, resolution, 1);
                    LongTimeSolver further = new LongTimeSolver(problem, resolution, 2);
                    LongTimeSolver resumed = new LongTimeSolver(problem, resolution, 1);
                    LongTimeSolver rough = new LongTimeSolver(
                            problem, new Resolution(6, 0.03, 2, resolution.clock(), resolution.finest(), false), 1)) {
                AgingCurves curves = once.solve(until);
                further.solve(until);
                resumed.load(further.save());
                AgingCurves later = further.solve(2 * until);
                resumed.solve(2 * until);
                assertThat(resumed.save()).isEqualTo(further.save());
                AgingCurves expected = rough.solve(until);
                for (double t = 0.1; t <= until; t *= 1.3) {
                    assertThat(later.energy(t)).isEqualTo(curves.energy(t));
                    assertThat(later.multiplier(t)).isEqualTo(curves.multiplier(t));
                    assertThat(later.correlation(t, 0.7 * t)).isEqualTo(curves.correlation(t, 0.7 * t));
                    assertThat(later.response(t, 0.1 * t)).isEqualTo(curves.response(t, 0.1 * t));
                    assertThat(curves.energy(t)).isCloseTo(expected.energy(t), within(2e-6));
                    assertThat(curves.correlation(t, t / 2)).isCloseTo(expected.correlation(t, t / 2), within(1e-5));
                }
            }
        }
    }

    @Test
    void wideRowsAreNotSmoothed() {
        AgingProblem problem = new AgingProblem(Mixture.parse("3"), 0, 0);
        assertThatThrownBy(() -> close(problem, 6, 0.05)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Rows of order 8 that are not smoothed are lost where they are 0.0145 apart, at t = 9e4. */
    @Tag("slow")
    @Test
    void closeRowsAreSteady() {
        AgingProblem problem = new AgingProblem(Mixture.parse("3+12"), 0, 0);
        Resolution usual = Resolution.of(problem, 8, 0.025);
        double until = 2.5e5;
        try (LongTimeSolver solver =
                new LongTimeSolver(problem, new Resolution(8, 0.025, 10, usual.clock(), usual.finest(), true), 2)) {
            AgingCurves curves = solver.solve(until);
            double[] times = solver.times();
            assertThat(times[times.length - 1] / times[times.length - 2]).isLessThan(1.0098);
            assertThat(curves.energy(1e5)).isCloseTo(-1.8779868, within(1e-6));
            assertThat(curves.correlation(1e5, 5e4)).isCloseTo(0.707865, within(1e-4));
        }
    }
}
