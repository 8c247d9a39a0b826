package rugged.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.numbers.gamma.Erfc;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.model.SpinLandscape;
import rugged.api.motion.Stepper;
import rugged.checks.ChiSquared;
import rugged.checks.KolmogorovSmirnov;
import rugged.checks.Series;
import rugged.dynamics.Batching;
import rugged.dynamics.Clock;
import rugged.dynamics.Order;
import rugged.dynamics.Sampling;
import rugged.dynamics.Stability;
import rugged.dynamics.sampling.HamiltonianMonteCarlo;
import rugged.dynamics.sampling.HeatBath;
import rugged.dynamics.sampling.Langevin;
import rugged.dynamics.sampling.Metropolis;
import rugged.dynamics.stochastic.Sgd;
import rugged.num.Streams;

/** Stationary laws against closed forms. Fixed seeds; means to 5 measured standard errors, laws at a false-alarm probability of 1e-6 over seeds. */
class EquilibriumTest {
    private static final double FALSE_ALARM = 1e-6;
    private static final double SIGMAS = 5.0;

    /** Euler-Maruyama on a curvature k: an autoregressive Gaussian of variance T/(k (1 - k dt/2)), exactly. */
    @TestFactory
    Stream<DynamicTest> langevinInAGaussianWellAtAnyStep() {
        return Stream.of(0.02, 0.3, 1.0)
                .map(dt -> dynamicTest("dt = " + dt, () -> {
                    double curvature = 1.3;
                    double temperature = 0.7;
                    int n = 400;
                    double variance = temperature / (curvature * (1.0 - 0.5 * curvature * dt));
                    Stepper stepper = start(
                            new Langevin(temperature, dt, Clock.FLOW, new Stability(false)),
                            GaussianWell.isotropic(n, curvature),
                            1);
                    double[] x = new double[n];
                    double[] squares = new double[4000];
                    advance(stepper, (int) (20 / (curvature * dt)));
                    for (int k = 0; k < squares.length; k++) {
                        stepper.step();
                        stepper.state(x);
                        double sum = 0.0;
                        for (double xi : x) sum += xi * xi;
                        squares[k] = sum / n;
                    }
                    new Series(squares).assertMean("variance", variance, SIGMAS);
                    KolmogorovSmirnov.assertFollows(
                            "coordinates", x, v -> 0.5 * Erfc.value(-v / Math.sqrt(2.0 * variance)), FALSE_ALARM);
                }));
    }

    /** On the sphere in a linear field u = x_1/sqrt(N) has density ~ (1 - u^2)^((N-3)/2) exp(N h u/T); for N = 3 its mean is Langevin's coth a - 1/a. */
    @TestFactory
    Stream<DynamicTest> onTheSphereInALinearField() {
        double field = 0.6;
        double temperature = 0.9;
        return Stream.of(3, 8)
                .flatMap(n -> Stream.of(
                                new Metropolis(temperature, Order.RANDOM, 1.0),
                                new Metropolis(temperature, Order.SEQUENTIAL, 0.9),
                                new HamiltonianMonteCarlo(temperature, 0.5, 4),
                                new Langevin(temperature, 0.002, Clock.FLOW, new Stability(false)))
                        .map(dynamics -> dynamicTest(dynamics + ", N = " + n, () -> {
                            DoubleUnaryOperator law = sphereLaw(n, n * field / temperature);
                            Stepper stepper = start(dynamics, new QuadraticSphere(n, field, 0.0), 2);
                            boolean thermal = dynamics instanceof Langevin;
                            double pause = thermal ? 4.0 : 25.0; // several relaxation times: values are independent
                            double[] values = new double[thermal ? 500 : 3000];
                            double[] x = new double[n];
                            for (int k = 0; k < values.length; k++) {
                                stepper.advance((k + 1) * pause);
                                stepper.state(x);
                                values[k] = x[0] / Math.sqrt(n);
                            }
                            double tau = new Series(values).autocorrelationTime();
                            assertThat(tau).as("values are independent").isLessThan(0.7);
                            KolmogorovSmirnov.assertFollows("x_1", values, law, FALSE_ALARM);
                        })));
    }

    /** The mean of the law that the test above compares with, against the Langevin function. */
    @Test
    void theSphereLawHasLangevinsMean() {
        double a = 2.0;
        DoubleUnaryOperator law = sphereLaw(3, a);
        double mean = 1.0;
        int points = 20_000;
        for (int k = 0; k < points; k++) mean -= law.applyAsDouble(-1.0 + (k + 0.5) * 2.0 / points) * 2.0 / points;
        assertThat(mean).isCloseTo(1.0 / Math.tanh(a) - 1.0 / a, within(1e-6));
    }

    /** The cumulative of density ~ (1 - u^2)^((N-3)/2) exp(a u), tabulated by Simpson's rule. */
    private static DoubleUnaryOperator sphereLaw(int n, double a) {
        int cells = 4000;
        double width = 2.0 / cells;
        DoubleUnaryOperator density =
                u -> Math.pow(Math.max(0.0, 1.0 - u * u), 0.5 * (n - 3)) * Math.exp(a * (u - 1.0));
        double[] sum = new double[cells + 1];
        for (int k = 0; k < cells; k++) {
            double from = -1.0 + k * width;
            double piece = density.applyAsDouble(from)
                    + 4.0 * density.applyAsDouble(from + 0.5 * width)
                    + density.applyAsDouble(from + width);
            sum[k + 1] = sum[k] + piece * width / 6.0;
        }
        return u -> {
            double place = Math.clamp((u + 1.0) / width, 0.0, cells);
            int cell = (int) Math.min(place, cells - 1);
            double within = place - cell;
            return (sum[cell] + within * (sum[cell + 1] - sum[cell])) / sum[cells];
        };
    }

    private static Stream<DynamicsSpec> spinDynamics(double temperature) {
        return Stream.of(
                new Metropolis(temperature, Order.RANDOM, 1.0),
                new Metropolis(temperature, Order.SEQUENTIAL, 1.0),
                new HeatBath(temperature, Order.RANDOM),
                new HeatBath(temperature, Order.SEQUENTIAL));
    }

    @TestFactory
    Stream<DynamicTest> freeSpinsInAField() {
        double field = 0.5;
        double temperature = 0.8;
        return spinDynamics(temperature)
                .map(dynamics -> dynamicTest(dynamics.toString(), () -> {
                    int n = 200;
                    Stepper stepper = start(dynamics, new SmallIsing(n, 0.0, field, 1), 3);
                    advance(stepper, 50);
                    double[] s = new double[n];
                    double[] magnetisation = new double[3000];
                    for (int k = 0; k < magnetisation.length; k++) {
                        stepper.step();
                        stepper.state(s);
                        for (double spin : s) magnetisation[k] += spin / n;
                    }
                    new Series(magnetisation).assertMean("magnetisation", Math.tanh(field / temperature), SIGMAS);
                }));
    }

    @TestFactory
    Stream<DynamicTest> smallIsingSystemsAgainstEnumeration() {
        double temperature = 1.1;
        SmallIsing spec = new SmallIsing(4, 1.0, 0.3, 6);
        return spinDynamics(temperature)
                .map(dynamics -> dynamicTest(dynamics.toString(), () -> {
                    double[] probabilities = boltzmann(spec, temperature);
                    Stepper stepper = start(dynamics, spec, 4);
                    double[] s = new double[4];
                    long[] counts = new long[16];
                    for (int k = 0; k < 6000; k++) {
                        advance(stepper, 12);
                        stepper.state(s);
                        int configuration = 0;
                        for (int i = 0; i < 4; i++) if (s[i] > 0) configuration |= 1 << i;
                        counts[configuration]++;
                    }
                    ChiSquared.assertFollows("configurations", counts, probabilities, FALSE_ALARM);
                }));
    }

    private static double[] boltzmann(SmallIsing spec, double temperature) {
        SpinLandscape spins = (SpinLandscape) spec.build();
        double[] weights = new double[1 << spec.n()];
        double sum = 0.0;
        for (int configuration = 0; configuration < weights.length; configuration++) {
            double[] s = new double[spec.n()];
            for (int i = 0; i < s.length; i++) s[i] = (configuration >> i & 1) == 1 ? 1.0 : -1.0;
            spins.load(s);
            weights[configuration] = Math.exp(-spins.energy() / temperature);
            sum += weights[configuration];
        }
        for (int configuration = 0; configuration < weights.length; configuration++) weights[configuration] /= sum;
        return weights;
    }

    /** At T = 0 both rules end where no flip lowers the energy. */
    @Test
    void spinsAtZeroTemperatureEndInALocalMinimum() {
        spinDynamics(0.0).forEach(dynamics -> {
            SmallIsing spec = new SmallIsing(40, 1.0, 0.1, 7);
            Stepper stepper = start(dynamics, spec, 5);
            advance(stepper, 200);
            double[] s = new double[40];
            stepper.state(s);
            SpinLandscape spins = (SpinLandscape) spec.build();
            spins.load(s);
            for (int i = 0; i < 40; i++) assertThat(spins.flipCost(i)).isGreaterThanOrEqualTo(0.0);
        });
    }

    /** With replacement, near a quadratic minimum in one dimension: variance eta D / (k (2 - eta k)), exactly when all patterns have one curvature. */
    @Test
    void sgdInOneDimension() {
        LandscapeSpec patterns = new Shifts(4);
        double learningRate = 0.5;
        Stepper stepper = start(
                new Sgd(
                        learningRate,
                        new Batching(2, Sampling.REPLACEMENT),
                        0.0,
                        0.0,
                        Clock.STEPS,
                        new Stability(false)),
                patterns,
                6);
        double[] x = new double[1];
        double[] squares = new double[40_000];
        advance(stepper, 100);
        for (int k = 0; k < squares.length; k++) {
            stepper.step();
            stepper.state(x);
            squares[k] = x[0] * x[0];
        }
        double noise = Shifts.VARIANCE / 2.0;
        new Series(squares).assertMean("variance", learningRate * noise / (2.0 - learningRate), SIGMAS);
    }

    private static Stepper start(DynamicsSpec dynamics, LandscapeSpec landscape, long seed) {
        var model = landscape.build();
        return dynamics.start(model, Bestiary.start(model, seed), Streams.of(seed));
    }

    private static void advance(Stepper stepper, int steps) {
        for (int k = 0; k < steps; k++) stepper.step();
        assertThat(stepper.status().running()).isTrue();
    }
}
