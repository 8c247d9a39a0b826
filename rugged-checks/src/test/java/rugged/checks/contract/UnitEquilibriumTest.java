package rugged.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.api.DynamicsSpec;
import rugged.api.model.DiscreteLandscape;
import rugged.api.model.Model;
import rugged.api.model.SpinLandscape;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.checks.ChiSquared;
import rugged.checks.Series;
import rugged.compose.Field;
import rugged.dynamics.Order;
import rugged.dynamics.sampling.BlockHeatBath;
import rugged.dynamics.sampling.HeatBath;
import rugged.dynamics.sampling.Metropolis;
import rugged.dynamics.sampling.Tempering;
import rugged.num.Streams;

/** Every sampler of units draws exp(-E/T), whether it moves one unit or a block at once: against enumeration, closed forms and another route. */
class UnitEquilibriumTest {
    /** Chance with which a test of a right sampler fails, over all seeds. */
    private static final double FALSE_ALARM = 1e-6;

    private static final double SIGMAS = 5.0;

    private static Stream<DynamicsSpec> samplers(double temperature) {
        return Stream.of(
                new Metropolis(temperature, Order.RANDOM, 1.5),
                new Metropolis(temperature, Order.SEQUENTIAL, 1.5),
                new HeatBath(temperature, Order.RANDOM),
                new HeatBath(temperature, Order.SEQUENTIAL),
                new BlockHeatBath(temperature));
    }

    private static Stepper start(DynamicsSpec dynamics, Model model, long seed) {
        return dynamics.start(model, Bestiary.start(model, seed), Streams.of(seed));
    }

    private static void advance(Stepper stepper, int steps) {
        for (int k = 0; k < steps; k++) stepper.step();
        assertThat(stepper.status().running()).isTrue();
    }

    private static int number(DiscreteLandscape units, double[] x) {
        int number = 0;
        for (int i = x.length - 1; i >= 0; i--) number = number * units.values(i) + units.indexOf(i, x[i]);
        return number;
    }

    private static double[] boltzmann(DiscreteLandscape units, double temperature) {
        int count = 1;
        for (int i = 0; i < units.dimension(); i++) count *= units.values(i);
        double[] weights = new double[count];
        double sum = 0.0;
        double[] x = new double[units.dimension()];
        for (int number = 0; number < count; number++) {
            int left = number;
            for (int i = 0; i < x.length; i++) {
                x[i] = units.value(i, left % units.values(i));
                left /= units.values(i);
            }
            units.load(x);
            weights[number] = Math.exp(-units.energy() / temperature);
            sum += weights[number];
        }
        for (int number = 0; number < count; number++) weights[number] /= sum;
        return weights;
    }

    private static void assertSamples(DynamicsSpec dynamics, DiscreteLandscape units, double temperature) {
        double[] probabilities = boltzmann(units.fork(), temperature);
        Stepper stepper = start(dynamics, units, 4);
        double[] x = new double[units.dimension()];
        long[] counts = new long[probabilities.length];
        for (int k = 0; k < 6000; k++) {
            advance(stepper, 12);
            stepper.state(x);
            counts[number(units, x)]++;
        }
        ChiSquared.assertFollows("configurations", counts, probabilities, FALSE_ALARM);
    }

    /** Units of 1, 2, 3 and 4 values. */
    @TestFactory
    Stream<DynamicTest> unitsOfDifferentValuesAgainstEnumeration() {
        double temperature = 1.4;
        DynamicsSpec tempered = new Tempering(new BlockHeatBath(1.0), temperature, 3.0, 3, List.of(), 1, 0.0);
        return Stream.concat(samplers(temperature), Stream.of(tempered))
                .map(dynamics -> dynamicTest(
                        dynamics.toString(),
                        () -> assertSamples(dynamics, new SmallUnits(4, true, 6).build(), temperature)));
    }

    /** In a field the law is that of E - h.x, with the interface that the sampler asks for. */
    @TestFactory
    Stream<DynamicTest> unitsInAField() {
        double temperature = 1.4;
        double[] h = {0.3, -0.8, 0.5, 0.4};
        return samplers(temperature)
                .map(dynamics -> dynamicTest(dynamics.toString(), () -> {
                    Model model = new SmallUnits(4, false, 6).build();
                    assertSamples(dynamics, (DiscreteLandscape) new Field(h).on(model, dynamics.needs()), temperature);
                }));
    }

    /** At T = 0 every rule ends where no unit can lower the energy, and a heat bath goes on between values of the same energy. */
    @TestFactory
    Stream<DynamicTest> atZeroTemperatureUnitsEndInALocalMinimum() {
        return samplers(0.0)
                .map(dynamics -> dynamicTest(dynamics.toString(), () -> {
                    DiscreteLandscape units = new SmallUnits(40, true, 7).build();
                    Stepper stepper = start(dynamics, units, 5);
                    advance(stepper, 300);
                    double[] x = new double[40];
                    stepper.state(x);
                    units.load(x);
                    double[] costs = new double[4];
                    for (int i = 0; i < 40; i++) {
                        units.costs(i, costs, 0);
                        for (int v = 0; v < units.values(i); v++)
                            assertThat(costs[v]).isGreaterThanOrEqualTo(0.0);
                    }
                }));
    }

    /** Spins as units of two values: the same numbers are drawn, and the same is made of them. */
    private record AsUnits(SpinLandscape spins) implements DiscreteLandscape {
        @Override
        public int dimension() {
            return spins.dimension();
        }

        @Override
        public int values(int i) {
            return 2;
        }

        @Override
        public double value(int i, int v) {
            return spins.value(i, v);
        }

        @Override
        public int at(int i) {
            return spins.at(i);
        }

        @Override
        public void costs(int i, double[] costs, int from) {
            spins.costs(i, costs, from);
        }

        @Override
        public void set(int i, int v) {
            spins.set(i, v);
        }

        @Override
        public void load(double[] x) {
            spins.load(x);
        }

        @Override
        public double energy() {
            return spins.energy();
        }

        @Override
        public byte[] save() {
            return spins.save();
        }

        @Override
        public void restore(byte[] saved) {
            spins.restore(saved);
        }

        @Override
        public AsUnits fork() {
            return new AsUnits(spins.fork());
        }
    }

    @TestFactory
    Stream<DynamicTest> spinsAreUnitsOfTwoValues() {
        return samplers(0.6)
                .filter(dynamics -> !(dynamics instanceof BlockHeatBath))
                .map(dynamics -> dynamicTest(dynamics.toString(), () -> {
                    SpinLandscape spins = (SpinLandscape) new SmallIsing(30, 1.0, 0.2, 3).build();
                    double[] x = Bestiary.start(spins, 1);
                    Stepper one = dynamics.start(spins, x, Streams.of(9));
                    Stepper other = dynamics.start(new AsUnits(spins.fork()), x, Streams.of(9));
                    double[] a = new double[30];
                    double[] b = new double[30];
                    for (int k = 0; k < 200; k++) {
                        one.step();
                        other.step();
                        one.state(a);
                        other.state(b);
                        assertThat(b).containsExactly(a);
                    }
                }));
    }

    /** Vectors without couplings, in a field along the first axis: the mean of S_1 is I_{m/2}(k)/I_{m/2-1}(k), k = sqrt(m) h/T. */
    @ParameterizedTest
    @CsvSource({"2, 0.6", "3, 0.6", "3, 0.02", "5, 0.6"})
    void freeVectorsInAField(int m, double temperature) {
        double field = 0.5;
        double kappa = field * Math.sqrt(m) / temperature;
        double exact = besselRatio(m, kappa);
        SmallVectors spec = new SmallVectors(60, m, field, 1);
        SmallVectors.Ring free = new SmallVectors.Ring(
                new double[60],
                m,
                field,
                spec.build().sublattices(),
                spec.build().manifold());
        samplers(temperature).forEach(dynamics -> {
            Stepper stepper = start(dynamics, free, 3);
            advance(stepper, 200);
            double[] x = new double[free.dimension()];
            double[] along = new double[1500];
            for (int k = 0; k < along.length; k++) {
                advance(stepper, 4);
                stepper.state(x);
                assertThat(free.violation(x)).isLessThan(1e-13);
                for (int i = 0; i < 60; i++) along[k] += x[i * m] / Math.sqrt(m) / 60;
            }
            new Series(along).assertMean(dynamics + ": cosine to the field", exact, SIGMAS);
        });
    }

    /** The continued fraction I_{v+1}(k)/I_v(k) = 1/(2(v+1)/k + 1/(2(v+2)/k + ...)) with v = m/2 - 1. */
    private static double besselRatio(int m, double kappa) {
        double ratio = 0.0;
        for (int k = 400 + (int) kappa; k >= 1; k--) ratio = 1.0 / (2.0 * (0.5 * m - 1.0 + k) / kappa + ratio);
        return ratio;
    }

    @Test
    void theRatioIsLangevinsForThreeComponents() {
        assertThat(besselRatio(3, 1.7)).isCloseTo(1.0 / Math.tanh(1.7) - 1.0 / 1.7, within(1e-14));
    }

    /** At T = 0 vectors lie along their fields, and stay. */
    @Test
    void atZeroTemperatureVectorsFollowTheirFields() {
        SmallVectors.Ring ring = new SmallVectors(12, 3, 0.3, 4).build();
        for (DynamicsSpec dynamics :
                List.of(new HeatBath(0.0, Order.SEQUENTIAL), new HeatBath(0.0, Order.RANDOM), new BlockHeatBath(0.0))) {
            Stepper stepper = start(dynamics, ring, 3);
            advance(stepper, 4000);
            double[] x = new double[36];
            double[] g = new double[36];
            stepper.state(x);
            ring.energyAndGradient(x, g);
            ring.manifold().tangent(x, g);
            for (double gi : g) assertThat(gi).isCloseTo(0.0, within(1e-6));
        }
    }

    /** An energy that is not a number ends a trajectory, and says where. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsNotANumberFails(boolean vectors) {
        Model model = vectors
                ? new SmallVectors.Ring(
                        new double[] {1, Double.NaN},
                        3,
                        0.0,
                        new int[][] {{0}, {1}},
                        new SmallVectors(2, 3, 0, 1).build().manifold())
                : new SmallUnits.Ring(new double[][][] {{{Double.NaN, 1}}, {{0}, {0}}}, true, new int[2]);
        samplers(0.7).forEach(dynamics -> {
            Stepper stepper = start(dynamics, model, 1);
            for (int k = 0; k < 20; k++) stepper.step();
            assertThat(stepper.status()).as("%s", dynamics).isInstanceOf(Status.Failed.class);
        });
    }
}
