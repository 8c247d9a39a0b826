package rugged.meanfield.aging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import rugged.meanfield.AgingCurves;
import rugged.meanfield.AgingProblem;
import rugged.meanfield.Mixture;

class CrossoverTest {
    /** X = far + (1 - far)/(1 + lag/tau) and dC/ds = slope/s; gradient flow is told by mu alone. */
    private record Two(double temperature, double tau, double far, double slope, double mu) implements AgingCurves {
        @Override
        public double until() {
            return 1e9;
        }

        @Override
        public double energy(double t) {
            throw new UnsupportedOperationException();
        }

        @Override
        public double multiplier(double t) {
            return mu;
        }

        @Override
        public double correlation(double t, double s) {
            throw new UnsupportedOperationException();
        }

        @Override
        public double response(double t, double s) {
            double ratio = far + (1 - far) / (1 + (t - s) / tau);
            return ratio * correlationSlope(t, s) / temperature;
        }

        @Override
        public double integratedResponse(double t, double s) {
            throw new UnsupportedOperationException();
        }

        @Override
        public double correlationSlope(double t, double s) {
            return slope / s;
        }
    }

    private static AgingProblem problem(double temperature) {
        return new AgingProblem(Mixture.parse("3+4"), temperature, 0);
    }

    /** Midway between 1 and X at t/2, which differs from the far value by tau/(t/2). */
    @Test
    void theLagAtWhichTheRatioIsMidway() {
        double t = 1e6;
        double tau = 3e3;
        double half = 0.3 + 0.7 / (1 + t / 2 / tau);
        double lag = tau * (0.7 / (0.5 * (1 + half) - 0.3) - 1);
        assertThat(Crossover.depth(problem(0.4), new Two(0.4, tau, 0.3, 0.1, 0), t))
                .isCloseTo(t / lag, within(1e-6 * t / lag));
    }

    @Test
    void noCrossoverNoDepth() {
        assertThat(Crossover.depth(problem(0.4), new Two(0.4, 3e3, 0.99, 0.1, 0), 1e6))
                .isZero();
        assertThat(Crossover.depth(problem(0.4), new Two(0.4, 3e3, 0.3, 1e-4, 0), 1e6))
                .isZero();
        assertThat(Crossover.depth(problem(0.4), new Two(0.4, 3e3, 0.3, 0.1, 0), 100))
                .isZero();
    }

    @Test
    void gradientFlowByTheEdgeOfTheHessian() {
        assertThat(Crossover.depth(problem(0), new Two(0, 1, 1, 1, 5.9), 1e3)).isCloseTo(100, within(1e-9));
    }
}
