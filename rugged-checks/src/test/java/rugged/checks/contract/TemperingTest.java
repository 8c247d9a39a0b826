package rugged.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.model.Model;
import rugged.api.model.SpinLandscape;
import rugged.api.motion.Ladder;
import rugged.api.motion.Stepper;
import rugged.checks.ChiSquared;
import rugged.checks.Series;
import rugged.dynamics.Clock;
import rugged.dynamics.Order;
import rugged.dynamics.Stability;
import rugged.dynamics.sampling.HamiltonianMonteCarlo;
import rugged.dynamics.sampling.HeatBath;
import rugged.dynamics.sampling.Langevin;
import rugged.dynamics.sampling.Metropolis;
import rugged.dynamics.sampling.Tempering;
import rugged.landscape.Precision;
import rugged.landscape.glass.IsingPSpin;
import rugged.landscape.glass.PSpin;
import rugged.meanfield.Mixture;
import rugged.num.Streams;
import rugged.params.BadParameter;

/** Exchanges keep the law of every rung. Fixed seeds; means to 5 measured standard errors, laws at a false-alarm probability of 1e-6 over seeds. */
class TemperingTest {
    private static final double FALSE_ALARM = 1e-6;
    private static final double SIGMAS = 5.0;

    private static Tempering ladder(DynamicsSpec move, Double... temperatures) {
        return new Tempering(move, 1.0, 2.0, 2, List.of(temperatures), 1, 0.0);
    }

    private static Stepper start(DynamicsSpec dynamics, LandscapeSpec landscape, long seed) {
        Model model = landscape.build();
        return dynamics.start(model, Bestiary.start(model, seed), Streams.of(seed));
    }

    private static HeatBath heatBath() {
        return new HeatBath(1.0, Order.RANDOM);
    }

    private static HamiltonianMonteCarlo paths(double step, int steps) {
        return new HamiltonianMonteCarlo(1.0, step, steps);
    }

    /** All 2^N configurations of a small glass at every rung: energy, specific heat, moments of the overlap and P(q). */
    @TestFactory
    Stream<DynamicTest> smallGlassesAgainstEnumeration() {
        Double[] temperatures = {0.3, 0.5, 0.9, 1.6};
        return Stream.of(2, 3)
                .map(p -> dynamicTest("p = " + p, () -> {
                    IsingPSpin spec = new IsingPSpin(9, Mixture.pure(p), Precision.FLOAT64, 3);
                    Stepper[] pair = {
                        start(ladder(heatBath(), temperatures), spec, 1),
                        start(ladder(new Metropolis(1.0, Order.RANDOM, 1.0), temperatures), spec, 2)
                    };
                    Exact[] exact =
                            Stream.of(temperatures).map(t -> Exact.of(spec, t)).toArray(Exact[]::new);
                    int readings = 8_000;
                    double[][] energy = new double[exact.length][readings];
                    double[][] square = new double[exact.length][readings];
                    double[][] second = new double[exact.length][readings];
                    double[][] fourth = new double[exact.length][readings];
                    long[][] counts = new long[exact.length][10];
                    double[][] s = new double[2][9];
                    for (int k = 0; k < readings; k++) {
                        for (Stepper stepper : pair) for (int sweep = 0; sweep < 8; sweep++) stepper.step();
                        for (int t = 0; t < exact.length; t++) {
                            for (int r = 0; r < 2; r++) ((Ladder) pair[r]).state(t, s[r]);
                            energy[t][k] = ((Ladder) pair[k % 2]).energy(t);
                            double off = energy[t][k] - exact[t].energy;
                            square[t][k] = off * off;
                            int sum = 0;
                            for (int i = 0; i < 9; i++) sum += s[0][i] == s[1][i] ? 1 : -1;
                            counts[t][(sum + 9) / 2] += k % 4 == 0 ? 1 : 0;
                            second[t][k] = sum * sum / 81.0;
                            fourth[t][k] = second[t][k] * second[t][k];
                        }
                    }
                    for (int t = 0; t < exact.length; t++) {
                        new Series(energy[t]).assertMean("energy", exact[t].energy, SIGMAS);
                        new Series(square[t]).assertMean("variance of the energy", exact[t].variance, SIGMAS);
                        new Series(second[t]).assertMean("q^2", exact[t].moment(2), SIGMAS);
                        new Series(fourth[t]).assertMean("q^4", exact[t].moment(4), SIGMAS);
                        Pooled pooled = Pooled.of(counts[t], exact[t].overlaps);
                        ChiSquared.assertFollows("P(q)", pooled.counts, pooled.probabilities, FALSE_ALARM);
                    }
                }));
    }

    /** Neighbouring classes together until each expects some counts. */
    private record Pooled(long[] counts, double[] probabilities) {
        private static final double LEAST = 20.0;

        static Pooled of(long[] counts, double[] probabilities) {
            double all = java.util.stream.LongStream.of(counts).sum();
            List<Long> pooled = new ArrayList<>();
            List<Double> expected = new ArrayList<>();
            long count = 0;
            double share = 0.0;
            for (int k = 0; k < counts.length; k++) {
                count += counts[k];
                share += probabilities[k];
                double left = DoubleStream.of(probabilities).skip(k + 1).sum();
                if (k < counts.length - 1 && (share * all < LEAST || left * all < LEAST)) continue;
                pooled.add(count);
                expected.add(share);
                count = 0;
                share = 0.0;
            }
            return new Pooled(
                    pooled.stream().mapToLong(Long::longValue).toArray(),
                    expected.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    /** Averages over all configurations, and over all pairs of them. */
    private record Exact(double energy, double variance, double[] overlaps) {
        static Exact of(IsingPSpin spec, double temperature) {
            SpinLandscape spins = (SpinLandscape) spec.build();
            int all = 1 << spec.n();
            double[] weights = new double[all];
            double[] energies = new double[all];
            double[] s = new double[spec.n()];
            for (int c = 0; c < all; c++) {
                for (int i = 0; i < s.length; i++) s[i] = (c >> i & 1) == 1 ? 1.0 : -1.0;
                spins.load(s);
                energies[c] = spins.energy();
                weights[c] = Math.exp(-energies[c] / temperature);
            }
            double sum = DoubleStream.of(weights).sum();
            double mean = 0.0;
            double square = 0.0;
            double[] overlaps = new double[spec.n() + 1];
            for (int a = 0; a < all; a++) {
                mean += weights[a] / sum * energies[a];
                square += weights[a] / sum * energies[a] * energies[a];
                for (int b = 0; b < all; b++)
                    overlaps[spec.n() - Integer.bitCount(a ^ b)] += weights[a] * weights[b] / (sum * sum);
            }
            return new Exact(mean, square - mean * mean, overlaps);
        }

        double moment(int power) {
            int n = overlaps.length - 1;
            double sum = 0.0;
            for (int same = 0; same <= n; same++) sum += overlaps[same] * Math.pow((2.0 * same - n) / n, power);
            return sum;
        }
    }

    /** Harmonic energies are Gamma(n/2) variables: n T/2 on average, and the mean acceptance is 2 I_{T_1/(T_1 + T_2)}(n/2, n/2). */
    @Test
    void harmonicRungsHaveTheirClosedForms() {
        int n = 30;
        Stepper stepper = start(ladder(paths(0.9, 3), 0.5, 0.7, 1.1), new GaussianWell(n, 0.5, 2.0), 3);
        Ladder rungs = (Ladder) stepper;
        double[][] energies = new double[3][20_000];
        for (int k = 0; k < 50; k++) stepper.step();
        for (int k = 0; k < energies[0].length; k++) {
            stepper.step();
            for (int t = 0; t < 3; t++) energies[t][k] = rungs.energy(t);
        }
        for (int t = 0; t < 3; t++) {
            double temperature = rungs.temperature(t);
            new Series(energies[t]).assertMean("energy at T = " + temperature, 0.5 * n * temperature, SIGMAS);
        }
        for (int pair = 0; pair < 2; pair++) {
            double cold = rungs.temperature(pair);
            double share = cold / (cold + rungs.temperature(pair + 1));
            double exact = 2.0 * RegularizedBeta.value(share, 0.5 * n, 0.5 * n);
            assertThat(rungs.acceptance(pair)).isCloseTo(exact, within(0.012));
        }
        assertThat(rungs.trips()).isGreaterThan(100);
    }

    /** Exact at any step: half of the trajectories are rejected here, and a curvature of 1.3 still gives the variance T/k. */
    @Test
    void hamiltonianPathsInAGaussianWellAtALargeStep() {
        int n = 100;
        Stepper stepper = start(new HamiltonianMonteCarlo(0.7, 1.0, 2), new GaussianWell(n, 0.4, 1.3), 4);
        double[] x = new double[n];
        double[] soft = new double[30_000];
        double[] stiff = new double[soft.length];
        for (int k = 0; k < 100; k++) stepper.step();
        for (int k = 0; k < soft.length; k++) {
            stepper.step();
            stepper.state(x);
            soft[k] = x[0] * x[0];
            stiff[k] = x[n - 1] * x[n - 1];
        }
        new Series(soft).assertMean("variance of the softest", 0.7 / 0.4, SIGMAS);
        new Series(stiff).assertMean("variance of the stiffest", 0.7 / 1.3, SIGMAS);
    }

    /** Two routes to the spherical 3-spin glass: the coldest rung by great circles, and pair rotations at that temperature alone. */
    @Test
    void aColdRungIsTheSystemAtThatTemperature() {
        LandscapeSpec glass = rugged.params.Schema.changed(
                rugged.params.Schema.changed(
                        Bestiary.landscapes().stream()
                                .filter(spec -> spec instanceof PSpin)
                                .findFirst()
                                .orElseThrow(),
                        "n",
                        12),
                "seed",
                5L);
        Stepper tempered = start(ladder(paths(0.3, 6), 0.8, 1.1, 1.6), glass, 6);
        Stepper alone = start(new Metropolis(0.8, Order.RANDOM, 1.0), glass, 7);
        rugged.api.model.Landscape model = (rugged.api.model.Landscape) glass.build();
        double[] x = new double[12];
        double[] one = new double[6_000];
        double[] other = new double[one.length];
        for (int k = 0; k < 200; k++) tempered.step();
        alone.advance(1000);
        for (int k = 0; k < one.length; k++) {
            tempered.step();
            one[k] = ((Ladder) tempered).energy(0);
            alone.advance(1000 + 4.0 * (k + 1));
            alone.state(x);
            other[k] = model.energy(x);
        }
        Series first = new Series(one);
        Series second = new Series(other);
        double error = Math.hypot(first.standardError(), second.standardError());
        assertThat(error).isLessThan(0.02 * Math.abs(second.mean()));
        assertThat(first.mean()).isCloseTo(second.mean(), within(SIGMAS * error));
    }

    /** Free spins have one energy: every exchange is accepted, and with two rungs a trip takes four sweeps. */
    @Test
    void tripsAreCounted() {
        Stepper stepper = start(ladder(heatBath(), 0.5, 1.0), new SmallIsing(5, 0.0, 0.0, 1), 1);
        stepper.advance(401);
        Ladder rungs = (Ladder) stepper;
        assertThat(rungs.acceptance(0)).isEqualTo(1.0);
        assertThat(rungs.tripTime()).isEqualTo(4.0);
        assertThat(rungs.tripTimeError()).isEqualTo(0.0);
        assertThat(rungs.trips()).isBetween(198L, 200L);
    }

    /** A ladder that is far too wide at its cold end evens out; its ends stay, and it does not move any more afterwards. */
    @Test
    void feedbackEvensTheAcceptance() {
        IsingPSpin glass = new IsingPSpin(48, Mixture.pure(2), Precision.FLOAT64, 2);
        Double[] uneven = {0.5, 0.52, 0.54, 0.56, 1.4, 3.0};
        Tempering fixed = ladder(heatBath(), uneven);
        Tempering fed = new Tempering(heatBath(), 1.0, 2.0, 2, List.of(uneven), 1, 1600.0);
        Ladder before = (Ladder) start(fixed, glass, 1);
        ((Stepper) before).advance(3200);
        Ladder after = (Ladder) start(fed, glass, 1);
        ((Stepper) after).advance(1600);
        double middle = after.temperature(3);
        ((Stepper) after).advance(3200);
        assertThat(after.temperature(3)).isEqualTo(middle);
        assertThat(after.temperature(0)).isEqualTo(0.5);
        assertThat(after.temperature(5)).isEqualTo(3.0);
        assertThat(spread(before)).isGreaterThan(0.5);
        assertThat(spread(after)).isLessThan(0.15);
    }

    private static double spread(Ladder rungs) {
        double least = 1.0;
        double most = 0.0;
        for (int pair = 0; pair + 1 < rungs.rungs(); pair++) {
            least = Math.min(least, rungs.acceptance(pair));
            most = Math.max(most, rungs.acceptance(pair));
        }
        return most - least;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0.5, 0.5, 1 | temperatures = [0.5, 0.5, 1.0]: does not increase from 0.5 to 0.5; temperatures in increasing order, each once
        1, 0.5      | temperatures = [1.0, 0.5]: does not increase from 1.0 to 0.5; temperatures in increasing order, each once
        0, 1        | temperatures = [0.0, 1.0]: holds 0.0, at which there is no bath; temperatures above 0
        -1, 1       | temperatures = [-1.0, 1.0]: holds -1.0, at which there is no bath; temperatures above 0
        0.7         | temperatures = [0.7]: has only one rung; two temperatures or more
        """)
    void badLaddersAreRefused(String list, String message) {
        Double[] temperatures = Stream.of(list.split(", ")).map(Double::valueOf).toArray(Double[]::new);
        assertThatThrownBy(() -> ladder(heatBath(), temperatures))
                .isInstanceOf(BadParameter.class)
                .hasMessage(message);
    }

    @Test
    void badEndsAndMovesAreRefused() {
        assertThatThrownBy(() -> new Tempering(heatBath(), 1.0, 1.0, 4, List.of(), 1, 0.0))
                .hasMessage("hottest = 1.0: is not above the coldest rung; more than 1.0");
        assertThatThrownBy(() -> new Tempering(
                        new Langevin(0.5, 0.01, Clock.FLOW, new Stability(false)), 0.5, 1.0, 4, List.of(), 1, 0.0))
                .hasMessageContaining("does not sample exp(-E/T) exactly")
                .hasMessageContaining("metropolis, heat-bath or hamiltonian-monte-carlo");
    }
}
