package rugged.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.EnumSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.bayesian.GaussianParts;
import rugged.api.model.Model;
import rugged.api.motion.Stepper;
import rugged.checks.Series;
import rugged.dynamics.Clock;
import rugged.dynamics.Order;
import rugged.dynamics.Stability;
import rugged.dynamics.bayesian.PosteriorGibbs;
import rugged.dynamics.bayesian.ReadoutHamiltonian;
import rugged.dynamics.sampling.HamiltonianMonteCarlo;
import rugged.dynamics.sampling.Langevin;
import rugged.dynamics.sampling.Metropolis;
import rugged.dynamics.sampling.MetropolisLangevin;
import rugged.dynamics.sampling.Strides;
import rugged.num.Streams;

/** Samplers of posteriors on Gaussian targets, whose moments are known. Fixed seeds; means to 5 measured standard errors. */
class GaussianTargetTest {
    private static final double SIGMAS = 5.0;
    private static final int SAMPLES = 30_000;

    private static Stepper start(DynamicsSpec dynamics, LandscapeSpec landscape) {
        Model model = landscape.build();
        return dynamics.start(model, Bestiary.start(model, 8), Streams.of(8));
    }

    /** x_i x_j after so many steps, again and again. */
    private static double[] products(Stepper stepper, int n, int i, int j, int pause) {
        double[] x = new double[n];
        double[] values = new double[SAMPLES];
        for (int k = 0; k < 200 * pause; k++) stepper.step();
        for (int k = 0; k < values.length; k++) {
            for (int wait = 0; wait < pause; wait++) stepper.step();
            stepper.state(x);
            values[k] = x[i] * x[j];
        }
        return values;
    }

    /** Steps so large that a third of the proposals or more are refused. */
    @TestFactory
    Stream<DynamicTest> adjustedSamplersAreExactAtLargeSteps() {
        int n = 40;
        return Stream.of(
                        new HamiltonianMonteCarlo(0.7, 1.1, 3, 0.2),
                        new MetropolisLangevin(0.7, 0.25),
                        new Metropolis(0.7, Order.RANDOM, 1.0, new Strides(5.0, Strides.Moved.COORDINATES, 100, 0.4)),
                        new Metropolis(0.7, Order.SEQUENTIAL, 1.0, new Strides(0.9, Strides.Moved.COORDINATES, 0, 0.4)))
                .map(dynamics -> dynamicTest(dynamics.toString(), () -> {
                    GaussianWell well = new GaussianWell(n, 0.4, 1.3);
                    int pause = dynamics instanceof MetropolisLangevin ? 4 : 1;
                    new Series(products(start(dynamics, well), n, 0, 0, pause))
                            .assertMean("variance of the softest", 0.7 / 0.4, SIGMAS);
                    new Series(products(start(dynamics, well), n, n - 1, n - 1, pause))
                            .assertMean("variance of the stiffest", 0.7 / 1.3, SIGMAS);
                }));
    }

    /** Without a test the variance is off by O(dt); two step sizes take that to 0, up to O(dt^2). */
    @Test
    void unadjustedLangevinIsExtrapolated() {
        double k = 1.3;
        double temperature = 0.7;
        double[] variance = new double[2];
        double[] error = new double[2];
        for (int half = 0; half < 2; half++) {
            double dt = 0.2 / (1 + half);
            Langevin dynamics = new Langevin(temperature, dt, Clock.FLOW, new Stability(false));
            int n = 50;
            Stepper stepper = start(dynamics, GaussianWell.isotropic(n, k));
            double[] x = new double[n];
            double[] values = new double[SAMPLES];
            for (int s = 0; s < values.length; s++) {
                stepper.step();
                stepper.state(x);
                for (double each : x) values[s] += each * each / n;
            }
            double expected = temperature / (k * (1.0 - 0.5 * k * dt));
            new Series(values).assertMean("variance at dt = " + dt, expected, SIGMAS);
            variance[half] = expected;
            error[half] = expected - temperature / k;
        }
        double extrapolated = 2.0 * variance[1] - variance[0];
        assertThat(Math.abs(extrapolated - temperature / k)).isLessThan(0.2 * error[1]);
    }

    @TestFactory
    Stream<DynamicTest> drawsOfPartsHaveTheMomentsOfTheWhole() {
        CoupledWell all = new CoupledWell(2);
        CoupledWell half = new CoupledWell(1);
        return Stream.of(
                        new Route(new PosteriorGibbs(), all),
                        new Route(new ReadoutHamiltonian(0.9, 3, 0.2), half),
                        new Route(new HamiltonianMonteCarlo(1.0, 0.7, 4, 0.2), half))
                .map(route -> dynamicTest(route.dynamics().toString(), () -> {
                    int n = CoupledWell.PAIRS * 2;
                    for (int[] pair : new int[][] {{0, 0}, {n - 1, n - 1}, {0, CoupledWell.PAIRS}})
                        new Series(products(start(route.dynamics(), route.well()), n, pair[0], pair[1], 1))
                                .assertMean(pair[0] + ", " + pair[1], CoupledWell.covariance(pair[0], pair[1]), SIGMAS);
                }));
    }

    private record Route(DynamicsSpec dynamics, CoupledWell well) {}

    /** Pairs (a, b) with the energy A a^2/2 + B b^2/2 + C a b, all a in front of all b: given the one the other is Gaussian. */
    private record CoupledWell(int parts) implements LandscapeSpec {
        static final int PAIRS = 5;
        private static final double A = 1.0;
        private static final double B = 2.0;
        private static final double C = 0.9;

        /** Of two coordinates of one pair. */
        static double covariance(int i, int j) {
            double determinant = A * B - C * C;
            if (i != j) return -C / determinant;
            return (i < PAIRS ? B : A) / determinant;
        }

        @Override
        public Set<Need> provides() {
            return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.GAUSSIAN_PARTS, Need.GAUSSIAN_THROUGHOUT);
        }

        @Override
        public GaussianParts build() {
            return new Built(parts);
        }

        private record Built(int parts) implements GaussianParts {
            @Override
            public int dimension() {
                return 2 * PAIRS;
            }

            @Override
            public double energy(double[] x) {
                double sum = 0.0;
                for (int k = 0; k < PAIRS; k++) {
                    double a = x[k];
                    double b = x[PAIRS + k];
                    sum += 0.5 * A * a * a + 0.5 * B * b * b + C * a * b;
                }
                return sum;
            }

            @Override
            public double energyAndGradient(double[] x, double[] g) {
                for (int k = 0; k < PAIRS; k++) {
                    g[k] = A * x[k] + C * x[PAIRS + k];
                    g[PAIRS + k] = B * x[PAIRS + k] + C * x[k];
                }
                return energy(x);
            }

            @Override
            public int from(int part) {
                return part == 0 ? PAIRS : 0;
            }

            @Override
            public int to(int part) {
                return part == 0 ? 2 * PAIRS : PAIRS;
            }

            @Override
            public void draw(int part, double[] x, RandomGenerator random) {
                double own = part == 0 ? B : A;
                for (int i = from(part); i < to(part); i++)
                    x[i] = -C * x[(i + PAIRS) % x.length] / own + random.nextGaussian() / Math.sqrt(own);
            }

            @Override
            public void covariance(int part, double[] x, double[] h, double[] c) {
                for (int i = from(part); i < to(part); i++) c[i] = h[i] / (part == 0 ? B : A);
            }

            @Override
            public GaussianParts fork() {
                return this;
            }
        }
    }

    @Test
    void theCovarianceIsTheInverseOfThePrecision() {
        double variance = CoupledWell.covariance(0, 0);
        double cross = CoupledWell.covariance(0, CoupledWell.PAIRS);
        assertThat(CoupledWell.A * variance + CoupledWell.C * cross).isCloseTo(1.0, within(1e-15));
        assertThat(CoupledWell.C * variance + CoupledWell.B * cross).isCloseTo(0.0, within(1e-15));
    }
}
