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
import rugged.meanfield.SphericalTwoSpin;

class LongTimeSolverTest {
    private static final double RANDOM = Double.POSITIVE_INFINITY;

    private static AgingProblem problem(String mixture, double temperature, double start) {
        return new AgingProblem(Mixture.parse(mixture), temperature, 1 / start);
    }

    private static AgingCurves solved(AgingProblem problem, double until) {
        try (LongTimeSolver solver = new LongTimeSolver(problem, Resolution.reaching(problem, until), 2)) {
            return solver.solve(until);
        }
    }

    /** Cugliandolo and Dean: C and R in closed form at every pair of times. */
    @Test
    void twoSpinModel() {
        AgingCurves curves = solved(problem("2", 0, RANDOM), 1000);
        SphericalTwoSpin exact = new SphericalTwoSpin(1);
        for (double t : new double[] {10, 100, 1000}) {
            assertThat((1 + curves.energy(t)) / (1 + exact.energy(t))).isCloseTo(1, within(1e-5));
            for (double phi : new double[] {0, 1e-4, 0.01, 0.3, 0.5, 0.9, 0.99, 0.9999}) {
                double s = phi * t;
                assertThat(curves.correlation(t, s)).isCloseTo(exact.correlation(t, s), within(2e-6));
                assertThat(curves.response(t, s) / exact.response(t, s)).isCloseTo(1, within(1e-5));
            }
            assertThat(curves.integratedResponse(t, t / 2)).isCloseTo(exact.integratedResponse(t, t / 2), within(2e-6));
        }
    }

    /** Rows of the reference table: uniform grids of three steps, extrapolated. */
    @ParameterizedTest
    @CsvSource({
        "3, 0, Infinity, 2, -0.926219, 0.548056, 0.935272, 0.444497, 2e-6",
        "3, 0, Infinity, 5, -1.035656, 0.377247, 0.917994, 0.547001, 3e-6",
        "3, 0, Infinity, 20, -1.109507, 0.216035, 0.890035, 0.627454, 3e-6",
        "3, 0, Infinity, 50, -1.13056, 0.15134, 0.86978, 0.65390, 2e-5",
        "3, 0.5, Infinity, 2, -0.685844, 0.383995, 0.728582, 0.468812, 3e-6",
        "3, 0.5, Infinity, 10, -0.808117, 0.165486, 0.596844, 0.705461, 3e-6",
        "3, 0.5, Infinity, 20, -0.834260, 0.115512, 0.559807, 0.769930, 3e-6",
        "3+4, 0, Infinity, 2, -1.42866, 0.51222, 0.93199, 0.30849, 1e-5",
        "3+4, 0, Infinity, 20, -1.63455, 0.23717, 0.88630, 0.39339, 1e-5",
        "3+4, 0, 0.85, 2, -1.64861, 0.85310, 0.99185, 0.23964, 1e-5",
        "3+4, 0, 0.85, 20, -1.67057, 0.72645, 0.97950, 0.33350, 3e-5",
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
            double tolerance) {
        AgingCurves curves = solved(problem(mixture, temperature, start), t);
        assertThat(curves.energy(t)).isCloseTo(e, within(tolerance));
        assertThat(curves.correlation(t, 0)).isCloseTo(memory, within(tolerance));
        assertThat(curves.correlation(t, t / 2)).isCloseTo(half, within(tolerance));
        assertThat(curves.integratedResponse(t, t / 2)).isCloseTo(chi, within(tolerance));
    }

    /** Pure orders: mu = T - p e, since both come from the same integrals. */
    @Test
    void theMultiplierFollowsTheEnergy() {
        AgingCurves curves = solved(problem("3", 0.5, RANDOM), 20);
        for (double t = 0.5; t <= 20; t *= 2)
            assertThat(curves.multiplier(t)).isCloseTo(0.5 - 3 * curves.energy(t), within(1e-9));
    }

    /** A start in equilibrium between T_s and T_d stays in its state, which is followed in closed form to T = 0. */
    @Test
    void aStateIsFollowed() {
        AgingCurves curves = solved(problem("3", 0, 0.6), 2000);
        double t = 2000;
        double q = 0.6;
        double z = (1 - q) * Math.sqrt(q) / 0.6;
        double w = 2 * z;
        double threshold = 4.0 / 3;
        assertThat(curves.energy(t)).isCloseTo(-(w * w + threshold) / (2 * w), within(2e-8));
        assertThat(curves.correlation(t, 0)).isCloseTo(Math.sqrt(q), within(1e-7));
        assertThat(curves.integratedResponse(t, t / 2)).isCloseTo(z, within(2e-7));
    }

    @Test
    void equilibriumIsStationary() {
        AgingCurves curves = solved(problem("3", 0.7, 0.7), 100);
        assertThat(curves.energy(3)).isCloseTo(-0.5 / 0.7, within(2e-7));
        assertThat(curves.energy(100)).isCloseTo(-0.5 / 0.7, within(2e-8));
        assertThat(curves.correlation(10, 0)).isCloseTo(0.42607123, within(2e-8));
        assertThat(curves.correlation(20, 10)).isCloseTo(0.42607123, within(2e-8));
        assertThat(curves.correlation(5, 0)).isCloseTo(0.5181716, within(1e-7));
        // fluctuation-dissipation theorem at every lag; derivatives of the polynomials cost some digits
        for (double lag : new double[] {0.1, 1, 5, 9.9}) {
            double slope = curves.correlationSlope(10, 10 - lag);
            assertThat(0.7 * curves.response(10, 10 - lag) / slope).isCloseTo(1, within(5e-5));
        }
    }

    /** Bits do not depend on the number of threads, nor on where a solution was interrupted. */
    @Test
    void threadsAndInterruptionsDoNotShow() {
        AgingProblem problem = problem("3+4", 0.3, 1.0);
        Resolution resolution = Resolution.quick(problem);
        byte[] whole;
        byte[] half;
        try (LongTimeSolver one = new LongTimeSolver(problem, resolution, 1)) {
            one.solve(5);
            half = one.save();
            one.solve(60);
            whole = one.save();
        }
        try (LongTimeSolver three = new LongTimeSolver(problem, resolution, 3);
                LongTimeSolver resumed = new LongTimeSolver(problem, resolution, 2)) {
            three.solve(60);
            assertThat(three.save()).isEqualTo(whole);
            resumed.load(half);
            resumed.solve(60);
            assertThat(resumed.save()).isEqualTo(whole);
        }
    }

    @Test
    void theCertificateCoversTheTwoSpinModel() {
        AgingProblem problem = problem("2", 0, RANDOM);
        Certificate certificate = Certificate.solve(problem, Resolution.of(problem, 8, 0.07), 50, 2);
        SphericalTwoSpin exact = new SphericalTwoSpin(1);
        double error = certificate.error(curves -> curves.correlation(50, 25));
        double off = Math.abs(certificate.curves().correlation(50, 25) - exact.correlation(50, 25));
        assertThat(error).isLessThan(1e-3);
        assertThat(off).isLessThan(error);
    }

    /** Gradient flow: unstable directions part by no more than e^stride from row to row, and what is read does not depend on it. */
    @Test
    void rowsFollowTheUnstableDirections() {
        AgingProblem problem = problem("3+12", 0, RANDOM);
        Resolution usual = Resolution.of(problem, 7, 0.1);
        Resolution close = new Resolution(7, 0.1, 0.5, usual.clock(), usual.finest());
        double until = 40;
        try (LongTimeSolver far = new LongTimeSolver(problem, usual, 1);
                LongTimeSolver near = new LongTimeSolver(problem, close, 1);
                LongTimeSolver resumed = new LongTimeSolver(problem, close, 1)) {
            AgingCurves expected = far.solve(until);
            near.solve(until / 4);
            resumed.load(near.save());
            AgingCurves curves = near.solve(until);
            resumed.solve(until);
            assertThat(resumed.save()).isEqualTo(near.save());
            assertThat(near.rows()).isGreaterThan(far.rows() + 10);
            double[] times = near.times();
            for (int n = 1; n < times.length; n++) {
                double lowest = 2 * problem.rate() - curves.multiplier(Math.min(times[n - 1], curves.until()));
                if (times[n] <= curves.until())
                    assertThat(lowest * (times[n] - times[n - 1])).isLessThan(0.54);
            }
            assertThat(curves.energy(until)).isCloseTo(expected.energy(until), within(5e-6));
            assertThat(curves.correlation(until, until / 2))
                    .isCloseTo(expected.correlation(until, until / 2), within(2e-5));
        }
        AgingProblem warm = problem("3", 0.5, RANDOM);
        Resolution at = Resolution.of(warm, 6, 0.1);
        try (LongTimeSolver far = new LongTimeSolver(warm, at, 1);
                LongTimeSolver near =
                        new LongTimeSolver(warm, new Resolution(6, 0.1, 0.01, at.clock(), at.finest()), 1)) {
            far.solve(5);
            near.solve(5);
            assertThat(near.rows()).isEqualTo(far.rows());
        }
    }

    @Test
    void whatCannotBeResolvedIsSaid() {
        AgingProblem problem = problem("3", 0, RANDOM);
        Resolution poor = new Resolution(4, 0.4, 16, 0.25, 40);
        try (LongTimeSolver solver = new LongTimeSolver(problem, poor, 1)) {
            assertThatThrownBy(() -> solver.solve(1e4))
                    .isInstanceOf(AgingFailure.class)
                    .hasMessageContaining("use order");
        }
    }

    /** Below C = q the ratio X is constant, above it 1: both branches in one solution. */
    @Tag("slow")
    @Test
    void bothBranchesOfTheFluctuationDissipationRelation() {
        AgingCurves curves = solved(problem("3", 0.5, RANDOM), 1e7);
        double t = 1e7;
        for (double z = 1e-9; z < 0.9; z *= 1.5) {
            double s = t * (1 - z);
            double c = curves.correlation(t, s);
            double x = 0.5 * curves.response(t, s) / curves.correlationSlope(t, s);
            if (c > 0.7) assertThat(x).isCloseTo(1, within(1e-6));
            if (c < 0.62) assertThat(x).isCloseTo(0.565376, within(2.5e-3));
        }
    }
}
