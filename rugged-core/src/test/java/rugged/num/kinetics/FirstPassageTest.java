package rugged.num.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rugged.num.RunningMean;
import rugged.num.Streams;
import rugged.num.spectral.DenseSpectrum;

/** First passages by several routes. */
class FirstPassageTest {
    /** A ring with chords, rates both ways that spread over some decades. */
    static RateNetwork ring(Random random, int n, int chords, double decades) {
        int many = n + chords;
        int[] from = new int[2 * many];
        int[] to = new int[2 * many];
        double[] log = new double[2 * many];
        for (int k = 0; k < many; k++) {
            from[2 * k] = to[2 * k + 1] = k < n ? k : random.nextInt(n);
            to[2 * k] = from[2 * k + 1] = k < n ? (k + 1) % n : random.nextInt(n);
            log[2 * k] = decades * Math.log(10.0) * (random.nextDouble() - 0.5);
            log[2 * k + 1] = decades * Math.log(10.0) * (random.nextDouble() - 0.5);
        }
        return RateNetwork.of(n, from, to, log);
    }

    private static boolean[] last(int n, int many) {
        boolean[] ends = new boolean[n];
        for (int k = 0; k < many; k++) ends[n - 1 - k] = true;
        return ends;
    }

    private static int[] classes(boolean[] ends) {
        int[] all = new int[ends.length];
        for (int a = 0; a < all.length; a++) all[a] = ends[a] ? 0 : GraphTransformation.GOING_ON;
        return all;
    }

    @Test
    void graphTransformationIsLinearAlgebra() {
        for (int network = 0; network < 200; network++) {
            Random random = new Random(network);
            int n = 3 + random.nextInt(120);
            RateNetwork rates = ring(random, n, n + random.nextInt(4 * n), 1.0);
            boolean[] ends = last(n, 1 + random.nextInt(2));
            double[] direct = DirectPassage.times(rates, ends);
            double[] reduced = new GraphTransformation(rates, classes(ends), 1).times();
            for (int a = 0; a < n; a++) assertThat(reduced[a]).isCloseTo(direct[a], within(1e-12 * direct[a]));
        }
    }

    @Test
    void theSparsePartAndTheDenseBlockAreBothUsed() {
        RateNetwork rates = ring(new Random(1), 400, 400, 2.0);
        boolean[] ends = last(400, 1);
        GraphTransformation reduced = new GraphTransformation(rates, classes(ends), 1);
        assertThat(reduced.sparseStates()).isBetween(100, 380);
        double[] direct = DirectPassage.times(rates, ends);
        double[] times = reduced.times();
        for (int a = 0; a < 400; a++) assertThat(times[a]).isCloseTo(direct[a], within(1e-12 * direct[a]));
    }

    /** A chain of traps of depth D: t = sum of known terms, while 1 - P_xx is below the rounding of 1. */
    @Test
    void transformationIsExactHoweverFarRatesSpread() {
        int n = 11;
        int[] from = new int[2 * (n - 1)];
        int[] to = new int[from.length];
        double[] log = new double[from.length];
        for (int k = 0; k < n - 1; k++) {
            from[2 * k] = to[2 * k + 1] = k;
            to[2 * k] = from[2 * k + 1] = k + 1;
            log[2 * k] = k % 2 == 0 ? -60.0 : 0.0;
            log[2 * k + 1] = k % 2 == 0 ? 0.0 : -3.0;
        }
        RateNetwork chain = RateNetwork.of(n, from, to, log);
        // of a birth-death process: step j takes h_j = 1/f_j + (b_j/f_j) h_{j-1}, without any subtraction
        double h = 0.0;
        double sum = 0.0;
        for (int j = 0; j < n - 1; j++) {
            double forward = chain.logRate(j, j + 1);
            double back = j == 0 ? Double.NEGATIVE_INFINITY : chain.logRate(j, j - 1);
            h = Math.exp(-forward) + Math.exp(back - forward) * h;
            sum += h;
        }
        double[] times = new GraphTransformation(chain, classes(last(n, 1)), 1).times();
        assertThat(times[0]).isCloseTo(sum, within(1e-12 * sum));
        assertThat(sum).isGreaterThan(1e90);
    }

    @Test
    void walksTakeTheMeanTime() {
        for (int network = 0; network < 10; network++) {
            RateNetwork rates = ring(new Random(network), 12, 10, 1.0);
            boolean[] ends = last(12, 2);
            double exact = new GraphTransformation(rates, classes(ends), 1).times()[0];
            RunningMean walked = new KineticMonteCarlo(rates)
                    .walk(0, ends, 20000, Long.MAX_VALUE, Streams.of(3).stream("walk", network));
            double error = walked.deviation() / Math.sqrt(walked.count());
            assertThat(walked.mean()).isCloseTo(exact, within(3.0 * error));
            assertThat(error).isLessThan(0.05 * exact);
        }
    }

    /** -Q q = 0 away from both ends, and the two ends together are certain. */
    @Test
    void committorsAreHarmonic() {
        for (int network = 0; network < 20; network++) {
            int n = 60;
            RateNetwork rates = ring(new Random(network), n, 90, 3.0);
            int[] ends = new int[n];
            Arrays.fill(ends, GraphTransformation.GOING_ON);
            ends[0] = ends[5] = 0;
            ends[30] = 1;
            GraphTransformation reduced = new GraphTransformation(rates, ends, 2);
            double[] first = reduced.ending(0);
            double[] second = reduced.ending(1);
            assertThat(first[0]).isEqualTo(1.0);
            assertThat(second[0]).isEqualTo(0.0);
            for (int a = 0; a < n; a++) {
                assertThat(first[a] + second[a]).isCloseTo(1.0, within(1e-13));
                if (ends[a] != GraphTransformation.GOING_ON) continue;
                double mean = 0.0;
                for (int k = rates.begin(a); k < rates.begin(a + 1); k++)
                    mean += rates.branching(a, k) * second[rates.to(k)];
                assertThat(second[a]).isCloseTo(mean, within(1e-13));
            }
        }
    }

    /** Wells and saddles at random: a network in detailed balance. */
    private static HarmonicRates saddles(Random random, Wells wells, int many) {
        int n = wells.count();
        HarmonicRates rates =
                new HarmonicRates(new double[many], new double[many], new double[many], new int[many], new int[many]);
        for (int s = 0; s < many; s++) {
            rates.first()[s] = s < n - 1 ? s : random.nextInt(n);
            rates.second()[s] = s < n - 1 ? s + 1 : random.nextInt(n);
            rates.energy()[s] = random.nextDouble();
            rates.logDeterminant()[s] = 20.0 + random.nextDouble();
            rates.order()[s] = 1 + random.nextInt(4);
        }
        return rates;
    }

    private static Wells wells(Random random, int n) {
        Wells wells = new Wells(new double[n], new double[n], new double[n]);
        for (int a = 0; a < n; a++) {
            wells.energy()[a] = -2.0 * random.nextDouble();
            wells.logDeterminant()[a] = 20.0 + 3.0 * random.nextDouble();
            wells.order()[a] = 1 + random.nextInt(6);
        }
        return wells;
    }

    @Test
    void ratesAreInDetailedBalanceAndSaddlesOfAPairAddUp() {
        for (int network = 0; network < 50; network++) {
            Random random = new Random(network);
            Wells wells = wells(random, 20);
            HarmonicRates saddles = saddles(random, wells, 80);
            for (double temperature : new double[] {0.02, 0.2, 5.0}) {
                RateNetwork rates = saddles.at(wells, temperature);
                double[] p = wells.logOccupations(temperature);
                for (int a = 0; a < 20; a++)
                    for (int b = 0; b < 20; b++) {
                        double sum = 0.0;
                        for (int s = 0; s < 80; s++)
                            if (a != b
                                    && Math.min(saddles.first()[s], saddles.second()[s]) == Math.min(a, b)
                                    && Math.max(saddles.first()[s], saddles.second()[s]) == Math.max(a, b))
                                sum += wells.order()[a]
                                        / saddles.order()[s]
                                        / (2.0 * Math.PI)
                                        * Math.exp(0.5 * (wells.logDeterminant()[a] - saddles.logDeterminant()[s])
                                                - (saddles.energy()[s] - wells.energy()[a]) / temperature);
                        assertThat(Math.exp(rates.logRate(a, b))).isCloseTo(sum, within(1e-12 * sum));
                        if (sum == 0.0) continue;
                        double net = p[a] + rates.logRate(a, b) - p[b] - rates.logRate(b, a);
                        assertThat(Math.expm1(net)).isCloseTo(0.0, within(1e-12));
                    }
            }
        }
    }

    @Test
    void slowestRelaxationIsTheSecondEigenvalue() {
        for (int network = 0; network < 30; network++) {
            Random random = new Random(network);
            int n = 2 + random.nextInt(40);
            Wells wells = wells(random, n);
            double temperature = 0.5;
            RateNetwork rates = saddles(random, wells, 3 * n).at(wells, temperature);
            double[] symmetric = new double[n * n];
            for (int a = 0; a < n; a++) {
                symmetric[a * n + a] = Math.exp(rates.logEscape(a));
                for (int b = 0; b < n; b++)
                    if (a != b) symmetric[a * n + b] = -Math.exp(0.5 * (rates.logRate(a, b) + rates.logRate(b, a)));
            }
            double[] values = DenseSpectrum.of(n, symmetric, false).values();
            double rate = SlowestRelaxation.rate(rates, wells.logOccupations(temperature))
                    .orElseThrow();
            assertThat(rate).isCloseTo(values[1], within(1e-13 * values[n - 1] + 1e-11 * values[1]));
        }
    }

    /** Two wells: -Q has the eigenvalue k_ab + k_ba, 10^200 times smaller than a rate elsewhere could be. */
    @Test
    void slowestRelaxationIsRightRelativeToItself() {
        Wells wells = new Wells(new double[] {0.0, 0.1, 0.0}, new double[3], new double[] {1, 1, 1});
        HarmonicRates saddles = new HarmonicRates(
                new double[] {5.0, 0.2}, new double[2], new double[] {1, 1}, new int[] {0, 1}, new int[] {1, 2});
        double temperature = 0.02;
        RateNetwork rates = saddles.at(wells, temperature);
        double found =
                SlowestRelaxation.rate(rates, wells.logOccupations(temperature)).orElseThrow();
        // wells 1 and 2 are in equilibrium with one another long before
        double second = 1.0 / (1.0 + Math.exp(0.1 / temperature));
        double expected = Math.exp(rates.logRate(0, 1)) + second * Math.exp(rates.logRate(1, 0));
        assertThat(found).isCloseTo(expected, within(1e-12 * expected));
        assertThat(found).isLessThan(1e-100);
    }

    @Test
    void theFastestPathIsTheBestOfAllPaths() {
        for (int network = 0; network < 50; network++) {
            Random random = new Random(network);
            RateNetwork rates = ring(random, 8, 5, 3.0);
            boolean[] from = new boolean[8];
            boolean[] to = new boolean[8];
            from[0] = true;
            to[4] = true;
            FastestPath path = FastestPath.between(rates, from, to);
            assertThat(path.logProbability()).isCloseTo(best(rates, 0, 4, new boolean[8]), within(1e-12));
            double product = 0.0;
            for (int k = 0; k < path.edges(); k++) {
                int a = path.states().get(k);
                product += rates.logRate(a, path.states().get(k + 1)) - rates.logEscape(a);
            }
            assertThat(product).isCloseTo(path.logProbability(), within(1e-12));
        }
    }

    private static double best(RateNetwork rates, int at, int end, boolean[] met) {
        if (at == end) return 0.0;
        met[at] = true;
        double best = Double.NEGATIVE_INFINITY;
        for (int k = rates.begin(at); k < rates.begin(at + 1); k++)
            if (!met[rates.to(k)])
                best = Math.max(best, rates.logRate(k) - rates.logEscape(at) + best(rates, rates.to(k), end, met));
        met[at] = false;
        return best;
    }

    @Test
    void whatHangsTogetherAndWhatDoesNot() {
        double zero = 0.0;
        RateNetwork two = RateNetwork.of(
                5, new int[] {0, 1, 2, 3, 3}, new int[] {1, 0, 3, 2, 3}, new double[] {zero, zero, zero, zero, zero});
        assertThat(two.components().joined(0, 1)).isTrue();
        assertThat(two.components().sets()).isEqualTo(3);
        assertThat(FastestPath.between(two, new boolean[] {true, false, false, false, false}, last(5, 2))
                        .states())
                .isEqualTo(List.of());
        assertThatThrownBy(() -> new GraphTransformation(two, classes(last(5, 1)), 1))
                .hasMessageContaining("cannot reach an end");
        RateNetwork kept = two.only(new int[] {2, 3});
        assertThat(kept.states()).isEqualTo(2);
        assertThat(kept.logRate(0, 1)).isEqualTo(zero);
        assertThat(kept.begin(2)).isEqualTo(2);
    }
}
