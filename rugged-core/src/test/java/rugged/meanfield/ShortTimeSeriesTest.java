package rugged.meanfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortTimeSeriesTest {
    /**
     * e(t) from the closed equations of C and R (Crisanti, Horner and Sommers, Z. Phys. B 92, 257 (1993)), trapezoid rule and Heun's step: of second
     * order in the step.
     */
    private static double integrated(Mixture f, double temperature, double t, int steps) {
        double h = t / steps;
        double[][] c = new double[steps + 1][steps + 1];
        double[][] r = new double[steps + 1][steps + 1];
        c[0][0] = r[0][0] = 1;
        for (int i = 0; i < steps; i++) {
            double[][] now = slopes(f, temperature, h, c, r, i);
            for (int j = 0; j <= i; j++) {
                c[i + 1][j] = c[j][i + 1] = c[i][j] + h * now[0][j];
                r[i + 1][j] = r[i][j] + h * now[1][j];
            }
            c[i + 1][i + 1] = r[i + 1][i + 1] = 1;
            for (int sweep = 0; sweep < 3; sweep++) {
                double[][] next = slopes(f, temperature, h, c, r, i + 1);
                for (int j = 0; j <= i; j++) {
                    c[i + 1][j] = c[j][i + 1] = c[i][j] + h / 2 * (now[0][j] + next[0][j]);
                    r[i + 1][j] = r[i][j] + h / 2 * (now[1][j] + next[1][j]);
                }
            }
        }
        double energy = 0;
        for (int s = 0; s <= steps; s++) energy -= weight(s, 0, steps) * h * f.fPrime(c[steps][s]) * r[steps][s];
        return energy;
    }

    private static double weight(int s, int from, int to) {
        return from == to ? 0 : s == from || s == to ? 0.5 : 1;
    }

    private static double[][] slopes(Mixture f, double temperature, double h, double[][] c, double[][] r, int i) {
        double mu = temperature;
        for (int s = 0; s <= i; s++)
            mu += weight(s, 0, i) * h * (f.fSecond(c[i][s]) * r[i][s] * c[i][s] + f.fPrime(c[i][s]) * r[i][s]);
        double[][] slope = new double[2][i + 1];
        for (int j = 0; j <= i; j++) {
            double forC = -mu * c[i][j];
            double forR = -mu * r[i][j];
            for (int s = 0; s <= i; s++) forC += weight(s, 0, i) * h * f.fSecond(c[i][s]) * r[i][s] * c[s][j];
            for (int s = 0; s <= j; s++) forC += weight(s, 0, j) * h * f.fPrime(c[i][s]) * r[j][s];
            for (int s = j; s <= i; s++) forR += weight(s, j, i) * h * f.fSecond(c[i][s]) * r[i][s] * r[s][j];
            slope[0][j] = forC;
            slope[1][j] = forR;
        }
        return slope;
    }

    private static double extrapolated(Mixture f, double temperature, double t) {
        double coarse = integrated(f, temperature, t, 20);
        double fine = integrated(f, temperature, t, 40);
        return fine + (fine - coarse) / 3;
    }

    @ParameterizedTest
    @CsvSource({"3,0", "3,0.5", "3+4,0", "3+4,1", "2,0.3", "0.5*2+6,0.2", "3,5"})
    void agreesWithTheIntegratedEquationsWithinTheStatedRest(String mixture, double temperature) {
        Mixture f = Mixture.parse(mixture);
        ShortTimeSeries series = new ShortTimeSeries(f, temperature);
        for (double part : new double[] {0.3, 0.6, 1}) {
            double t = part * series.range();
            double exact = extrapolated(f, temperature, t);
            assertThat(Math.abs(series.energy(t) - exact)).isLessThan(series.rest(t) + 1e-6 * Math.abs(exact));
            // and the rest is of higher order than what is kept
            assertThat(series.rest(t)).isLessThan(0.0101 * f.fPrime(1) * t);
        }
    }

    @Test
    void theErrorFallsAsAPowerBeyondTheThird() {
        Mixture f = Mixture.pure(3);
        ShortTimeSeries series = new ShortTimeSeries(f, 0.5);
        double t = series.range();
        double far = Math.abs(series.energy(t) - extrapolated(f, 0.5, t));
        double near = Math.abs(series.energy(t / 2) - extrapolated(f, 0.5, t / 2));
        assertThat(far / near).isGreaterThan(12);
    }

    @Test
    void orderTwoIsTheClosedForm() {
        ShortTimeSeries series = new ShortTimeSeries(Mixture.pure(2), 0);
        SphericalTwoSpin flow = new SphericalTwoSpin(1);
        assertThat(series.energy(0.01)).isCloseTo(flow.energy(0.01), within(1e-10));
    }
}
