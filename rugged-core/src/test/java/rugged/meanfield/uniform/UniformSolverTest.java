package rugged.meanfield.uniform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.meanfield.AgingProblem;
import rugged.meanfield.Mixture;
import rugged.meanfield.SphericalTwoSpin;

class UniformSolverTest {
    private static AgingProblem problem(String mixture, double temperature, double start) {
        return new AgingProblem(Mixture.parse(mixture), temperature, 1 / start);
    }

    private static final double RANDOM = Double.POSITIVE_INFINITY;

    /** The plain loops of the definition, four nested sums: what the one pass over rows has to give. */
    @Test
    void onePassIsTheDefinition() {
        AgingProblem problem = problem("3+4", 0.4, 1.1);
        UniformCurves fast = UniformSolver.solve(problem, 1.0, 0.04);
        PlainGrid slow = new PlainGrid(problem, 25, 0.04);
        for (int i = 0; i <= 25; i++) {
            for (int j = 0; j <= i; j++) {
                double t = i * 0.04;
                double s = j * 0.04;
                assertThat(fast.correlation(t, s)).isCloseTo(slow.c[i][j], within(1e-13));
                assertThat(fast.response(t, s)).isCloseTo(slow.r[i][j], within(1e-13));
            }
        }
    }

    @Test
    void halvingTheStepQuartersTheError() {
        SphericalTwoSpin exact = new SphericalTwoSpin(1);
        AgingProblem problem = problem("2", 0, RANDOM);
        double before = UniformSolver.solve(problem, 1, 0.05).energy(1) - exact.energy(1);
        double after = UniformSolver.solve(problem, 1, 0.025).energy(1) - exact.energy(1);
        assertThat(before / after).isCloseTo(4, within(0.3));
    }

    @Test
    void theTwoSpinModelIsExtrapolated() {
        SphericalTwoSpin exact = new SphericalTwoSpin(1);
        Richardson curves = Richardson.solve(problem("2", 0, RANDOM), 10, 0.05);
        assertThat(curves.energy(1)).isCloseTo(-0.6580473, within(2e-6));
        assertThat(curves.energy(5)).isCloseTo(-0.9259877, within(2e-6));
        assertThat(curves.energy(10)).isCloseTo(-0.9627404, within(2e-6));
        assertThat(curves.correlation(10, 5)).isCloseTo(0.9169666, within(5e-6));
        assertThat(curves.response(10, 5)).isCloseTo(exact.response(10, 5), within(5e-6));
        assertThat(curves.integratedResponse(10, 5)).isCloseTo(exact.integratedResponse(10, 5), within(2e-5));
    }

    @Test
    void theMultiplierFollowsTheEnergyAndTheDiagonalIsKept() {
        UniformCurves curves = UniformSolver.solve(problem("3", 0.5, RANDOM), 5, 0.05);
        for (double t = 0.05; t <= 5; t += 0.35) {
            assertThat(curves.multiplier(t)).isCloseTo(0.5 - 3 * curves.energy(t), within(1e-9));
            assertThat(curves.correlation(t, t)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3, 0, Infinity, 1, -0.782508, 0.713697, 0.950703, 0.333453, 0.501716, 3e-6",
        "3, 0, Infinity, 5, -1.035656, 0.377247, 0.917994, 0.547001, 0.088150, 4e-6",
        "3, 0, Infinity, 10, -1.081599, 0.284699, 0.904516, 0.595482, 0.039257, 4e-6",
        "3, 0.5, Infinity, 2, -0.685844, 0.383995, 0.728582, 0.468812, 0.270561, 4e-6",
        "3, 0.5, Infinity, 10, -0.808117, 0.165486, 0.596844, 0.705461, 0.051381, 4e-6",
        "3+4, 0, Infinity, 2, -1.42866, 0.51222, 0.93199, 0.30849, 0.15388, 1e-5",
        "3+4, 0, 0.85, 2, -1.64861, 0.85310, 0.99185, 0.23964, 0.06255, 1e-5",
    })
    void referenceTable(
            String mixture,
            double temperature,
            double start,
            double t,
            double e,
            double memory,
            double half,
            double chi,
            double response,
            double tolerance) {
        Richardson curves = Richardson.solve(problem(mixture, temperature, start), t, t > 5 ? 0.04 : 0.02);
        assertThat(curves.energy(t)).isCloseTo(e, within(tolerance));
        assertThat(curves.correlation(t, 0)).isCloseTo(memory, within(tolerance));
        assertThat(curves.correlation(t, t / 2)).isCloseTo(half, within(tolerance));
        assertThat(curves.integratedResponse(t, t / 2)).isCloseTo(chi, within(tolerance));
        assertThat(curves.response(t, t / 2)).isCloseTo(response, within(tolerance));
        // what the last extrapolation changed is an upper bound, not an estimate
        assertThat(curves.error(all -> all.energy(t))).isLessThan(5e-5);
    }

    @Test
    void equilibriumObeysTheTheorem() {
        Richardson curves = Richardson.solve(problem("3", 0.7, 0.7), 5, 0.05);
        assertThat(curves.energy(5)).isCloseTo(-0.5 / 0.7, within(1e-6));
        assertThat(curves.correlation(5, 3)).isCloseTo(0.629366, within(3e-6));
        assertThat(0.7 * curves.response(5, 3)).isCloseTo(curves.correlationSlope(5, 3), within(1e-5));
    }

    @Test
    void mistakesAreNamed() {
        AgingProblem problem = problem("3", 0, RANDOM);
        assertThatThrownBy(() -> UniformSolver.solve(problem, 1, 0)).hasMessageContaining("not a step");
        assertThatThrownBy(() -> UniformSolver.solve(problem, 1, 0.2)).hasMessageContaining("fast relaxation");
        assertThatThrownBy(() -> UniformSolver.solve(problem, 1e4, 0.001)).hasMessageContaining("rows take");
        assertThatThrownBy(() -> problem("3", -1, RANDOM)).hasMessageContaining("temperature");
        assertThatThrownBy(() -> problem("3", 0, 0.5)).hasMessageContaining("T_s");
        assertThatThrownBy(() -> problem("1+3", 0, RANDOM)).hasMessageContaining("field");
    }

    /** Straight from the equations, O(n) a sum. */
    private static final class PlainGrid {
        private final double[][] c;
        private final double[][] r;
        private final AgingProblem problem;
        private final double h;

        PlainGrid(AgingProblem problem, int steps, double h) {
            this.problem = problem;
            this.h = h;
            c = new double[steps + 1][steps + 1];
            r = new double[steps + 1][steps + 1];
            c[0][0] = 1;
            r[0][0] = 1;
            double[][] slope = slopes(0);
            for (int i = 0; i < steps; i++) {
                for (int j = 0; j <= i; j++) set(i, j, h * slope[0][j], h * slope[1][j]);
                c[i + 1][i + 1] = 1;
                r[i + 1][i + 1] = 1;
                double[][] next = slope;
                for (int k = 0; k < 2; k++) {
                    next = slopes(i + 1);
                    for (int j = 0; j <= i; j++)
                        set(i, j, 0.5 * h * (slope[0][j] + next[0][j]), 0.5 * h * (slope[1][j] + next[1][j]));
                }
                slope = next;
            }
        }

        private void set(int i, int j, double inC, double inR) {
            c[i + 1][j] = c[i][j] + inC;
            c[j][i + 1] = c[i + 1][j];
            r[i + 1][j] = r[i][j] + inR;
        }

        private double weight(int s, int from, int to) {
            return from == to ? 0 : s == from || s == to ? 0.5 * h : h;
        }

        private double[][] slopes(int i) {
            Mixture f = problem.mixture();
            double beta = problem.startInverse();
            double mu = problem.temperature() + beta * f.fPrime(c[i][0]) * c[i][0];
            for (int s = 0; s <= i; s++)
                mu += weight(s, 0, i) * r[i][s] * (f.fSecond(c[i][s]) * c[i][s] + f.fPrime(c[i][s]));
            double[][] slopes = new double[2][i + 1];
            for (int j = 0; j <= i; j++) {
                double sum = -mu * c[i][j] + beta * f.fPrime(c[i][0]) * c[j][0];
                double back = -mu * r[i][j];
                for (int s = 0; s <= i; s++) sum += weight(s, 0, i) * f.fSecond(c[i][s]) * r[i][s] * c[s][j];
                for (int s = 0; s <= j; s++) sum += weight(s, 0, j) * f.fPrime(c[i][s]) * r[j][s];
                for (int s = j; s <= i; s++) back += weight(s, j, i) * f.fSecond(c[i][s]) * r[i][s] * r[s][j];
                slopes[0][j] = sum;
                slopes[1][j] = back;
            }
            return slopes;
        }
    }
}
