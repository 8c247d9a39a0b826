package rugged.observable.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rugged.api.model.MarginLandscape;
import rugged.api.model.Supervised;
import rugged.api.motion.Probe;
import rugged.api.motion.Stepper;
import rugged.compose.MarginCount;
import rugged.compose.MarginCount.Verdict;
import rugged.data.Normalisation;
import rugged.data.RandomExamples;
import rugged.data.RandomExamples.Labelling;
import rugged.dynamics.Annealing;
import rugged.dynamics.Batching;
import rugged.dynamics.Clock;
import rugged.dynamics.Sampling;
import rugged.dynamics.minimise.NewtonCg;
import rugged.dynamics.stochastic.Adam;
import rugged.landscape.Precision;
import rugged.landscape.network.Activation;
import rugged.landscape.network.Initialisation;
import rugged.landscape.network.Network;
import rugged.landscape.network.NetworkLoss;
import rugged.num.Streams;
import rugged.num.spectral.Products;

/** What became of a training: verdicts on states that are known, and identities of those that Adam ends at. */
class ViolationsTest {
    private static final double TOLERANCE = 0.01;

    private static MarginLandscape network(
            int patterns, int width, List<Integer> layers, Activation activation, long seed) {
        return (MarginLandscape) new Network(
                        new RandomExamples(
                                patterns,
                                0,
                                width,
                                0,
                                Optional.of(Labelling.ALTERNATING),
                                Optional.of(Normalisation.UNIT),
                                seed),
                        layers,
                        activation,
                        Network.Parametrisation.STANDARD,
                        Network.Bias.ALL,
                        Initialisation.ORTHOGONAL_ROWS,
                        1.0,
                        NetworkLoss.HINGE,
                        1.0,
                        0.0,
                        Precision.FLOAT64)
                .build();
    }

    private static MarginCount count(MarginLandscape network, double[] x) {
        MarginCount count = new MarginCount(network);
        count.at(x);
        return count;
    }

    private static double[] trained(MarginLandscape network, double rate, int steps, long seed) {
        double[] x = new double[network.dimension()];
        network.randomise(x, new Random(seed));
        Adam adam = new Adam(
                rate,
                new Batching(0, Sampling.WITHOUT),
                0.9,
                0.999,
                1e-8,
                Clock.STEPS,
                0.0,
                Optional.of(new Annealing(steps / 2.0, steps, 1e-4, Annealing.Way.GEOMETRIC, 0)));
        Stepper stepper = adam.start(network, x, Streams.of(seed));
        for (int k = 0; k < steps && stepper.status().running(); k++) stepper.step();
        stepper.state(x);
        return x;
    }

    /** All weights 0 but the last bias: every output is that bias b. With b = 0 and as many of either sign it is stationary, every pattern has Delta = kappa, and every one is dead. */
    /** Delta of each pattern, kappa - y o: those above 0 are counted; kept only where that is asked for, in turns that survive an interruption. */
    @Test
    void deltasAreThoseOfAllPatterns() {
        MarginLandscape network = network(30, 10, List.of(10), Activation.RELU, 2);
        double[] x = new double[network.dimension()];
        network.randomise(x, new Random(2));
        MarginCount count = count(network, x);
        double[] margins = new double[30];
        network.margins(x, Supervised.Part.TRAIN, margins);
        double[] deltas = count.deltas();
        assertThat(deltas).hasSize(30);
        for (int mu = 0; mu < 30; mu++) assertThat(deltas[mu]).isEqualTo(network.margin() - margins[mu]);
        assertThat(Arrays.stream(deltas).filter(delta -> delta > 0.0).count()).isEqualTo(count.violated());
        assertThat(new Violations(0.01, 0.0, Optional.empty()).quantities()).doesNotContain(Violations.DELTAS);
        assertThat(new Violations(0.01, 0.0, Optional.of(2)).quantities()).contains(Violations.DELTAS);
        assertThat(new Violations(0.01, 0.0, Optional.empty())
                        .open(network, Streams.of(1))
                        .save())
                .isEmpty();
        Probe before = new Violations(0.01, 0.0, Optional.of(2)).open(network, Streams.of(1));
        byte[] saved = before.save();
        assertThat(saved).isNotEmpty();
        before.load(saved);
        assertThat(before.save()).isEqualTo(saved);
    }

    @Test
    void aDeadNetworkIsNotJammed() {
        MarginLandscape network = network(40, 5, List.of(4, 4), Activation.RELU, 1);
        double[] x = new double[network.dimension()];
        MarginCount count = count(network, x);
        assertThat(count.stationarity()).isEqualTo(1.0);
        assertThat(count.overFloor()).isEqualTo(40.0);
        assertThat(count.verdict(TOLERANCE, 0.0)).isEqualTo(Verdict.DEAD);
        double[] g = new double[x.length];
        network.energyAndGradient(x, g);
        assertThat(g).containsOnly(0.0);
    }

    /** A start is on its way; scaled up until every pattern of a separable set is right it is satisfied. */
    @Test
    void fewPatternsAreSatisfied() {
        MarginLandscape network = network(30, 10, List.of(10), Activation.RELU, 2);
        double[] x = new double[network.dimension()];
        network.randomise(x, new Random(2));
        assertThat(count(network, x).verdict(TOLERANCE, 0.0)).isEqualTo(Verdict.UNDECIDED);
        double[] end = trained(network, 0.02, 4000, 2);
        assertThat(count(network, end).verdict(TOLERANCE, 0.0)).isEqualTo(Verdict.SATISFIED);
        assertThat(network.energy(end)).isZero();
    }

    /**
     * A linear unit with more patterns than weights, convex: its minimum is jammed; the read-out identity and the floor hold there, and a state on its way down to it is undecided.
     */
    @Test
    void aConvexMinimumIsJammed() {
        MarginLandscape network = network(60, 6, List.of(), Activation.RELU, 3);
        double[] end = trained(network, 0.05, 6000, 3);
        MarginCount count = count(network, end);
        assertThat(count.verdict(TOLERANCE, 0.0)).isEqualTo(Verdict.JAMMED);
        assertThat(count.stationarity()).isCloseTo(1.0, within(1e-5));
        assertThat(count.overFloor()).isGreaterThan(1.0);
        double[] g = new double[end.length];
        network.energyAndGradient(end, g);
        assertThat(Arrays.stream(g).map(Math::abs).max().orElseThrow()).isLessThan(1e-6);
    }

    /**
     * A smooth network just beyond its threshold, 66 parameters: near its minimum no more modes of the curvature of the function are negative than patterns are violated, which would be untrue of fewer than
     * about 27 patterns.
     */
    @Test
    @Tag("slow")
    void aMinimumHasNoMoreNegativeModesThanViolations() {
        MarginLandscape network = network(120, 5, List.of(5, 5), Activation.SOFTPLUS, 4);
        double[] x = trained(network, 0.02, 20_000, 4);
        Stepper newton = new NewtonCg(0.1, 2.0, 100, 0.5, 1.0, 1e-12).start(network, x, Streams.of(1));
        for (int k = 0; k < 3000 && newton.status().running(); k++) newton.step();
        newton.state(x);
        MarginCount count = count(network, x);
        assertThat(count.verdict(TOLERANCE, 0.0)).isEqualTo(Verdict.JAMMED);
        double[] values = new Products(
                        x.length, (direction, product) -> network.functionHessianVector(x, direction, product))
                .eigenvalues();
        double rounding = 1e-8 * Math.max(-values[0], values[values.length - 1]);
        long negative = Arrays.stream(values).filter(value -> value < -rounding).count();
        int violated = network.violated(x).length;
        assertThat(violated).isLessThan(50);
        assertThat(negative).isBetween(20L, (long) violated);
    }
}
