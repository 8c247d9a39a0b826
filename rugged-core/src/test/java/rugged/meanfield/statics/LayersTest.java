package rugged.meanfield.statics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayersTest {
    private static LayeredStatics.Net uniform(int layers) {
        return new LayeredStatics.Net(layers, 1, 0, 0);
    }

    /** A matrix of the path, without closed form. */
    private static double[][] path(int layers, double value) {
        double[][] matrix = new double[layers][layers];
        for (int l = 0; l + 1 < layers; l++) {
            matrix[l][l + 1] = value;
            matrix[l + 1][l] = value;
        }
        return matrix;
    }

    @Test
    void criticalPointsAreInverseEigenvaluesOfThePath() {
        for (int layers : new int[] {2, 3, 5, 10}) {
            double beta = 1 / uniform(layers).ferromagnetic();
            // 1 - beta lambda_max = 0
            assertThat(MeanFieldSpins.stability(beta, path(layers, 1), false)).isCloseTo(0, within(1e-12));
            double glassy = new LayeredStatics.Net(layers, 0, 1, 0).glassy();
            assertThat(MeanFieldSpins.stability(1 / (glassy * glassy), path(layers, 1), false))
                    .isCloseTo(0, within(1e-12));
        }
        assertThat(1 / uniform(3).ferromagnetic()).isCloseTo(0.707107, within(1e-6));
        assertThat(1 / uniform(5).ferromagnetic()).isCloseTo(0.577350, within(1e-6));
        assertThat(1 / uniform(10).ferromagnetic()).isCloseTo(0.521109, within(1e-6));
    }

    /** The magnetisation sets in where the closed form says, from all up; from small values the same state is reached. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 10})
    void magnetisationSetsInAtTheClosedForm(int layers) {
        double beta = 1 / uniform(layers).ferromagnetic();
        LayeredStatics below = LayeredStatics.at(1 / (beta - 1e-3), uniform(layers), 1);
        LayeredStatics above = LayeredStatics.at(1 / (beta + 1e-3), uniform(layers), 1);
        LayeredStatics small = LayeredStatics.at(1 / (beta + 1e-3), uniform(layers), 1e-6);
        assertThat(below.magnetisation()).isLessThan(1e-8);
        assertThat(above.magnetisation()).isGreaterThan(0.03);
        assertThat(small.magnetisation()).isCloseTo(above.magnetisation(), within(1e-8));
    }

    /** The given couplings of a net, spin by spin, have the same fixed point. */
    @Test
    void naiveMeanFieldOfGivenCouplingsIsThatOfLayers() {
        int layers = 3;
        int n = 7;
        double[][] w = new double[layers * n][layers * n];
        for (int i = 0; i < w.length; i++)
            for (int j = 0; j < w.length; j++) if (Math.abs(i / n - j / n) == 1) w[i][j] = 1.0 / n;
        double[] up = new double[w.length];
        java.util.Arrays.fill(up, 1);
        MeanFieldSpins given = MeanFieldSpins.at(1, w, 0.1, false, up, 10_000);
        LayeredStatics of = LayeredStatics.at(1, new LayeredStatics.Net(layers, 1, 0, 0.1), 1);
        assertThat(given.change()).isLessThan(1e-12);
        for (int i = 0; i < w.length; i++)
            assertThat(given.magnetisations()[i]).isCloseTo(of.magnetisations()[i / n], within(1e-10));
    }

    @Test
    void twoLayersAreTheBipartiteModel() {
        for (double t : new double[] {0.3, 0.7, 1.2}) {
            LayeredStatics layers = LayeredStatics.at(t, new LayeredStatics.Net(2, 0, 1, 0.3), 1);
            SymmetricSpins groups = SymmetricSpins.at(t, new SymmetricSpins.Groups(1, 1, 0.3, 0.3));
            assertThat(layers.overlap()).isCloseTo(groups.first(), within(1e-9));
            assertThat(layers.freeEnergy()).isCloseTo(groups.freeEnergy(), within(1e-10));
            assertThat(layers.energy()).isCloseTo(groups.energy(), within(1e-9));
            assertThat(layers.instability()).isCloseTo(Math.sqrt(groups.instability()), within(1e-8));
        }
    }

    @Test
    void energiesAreDerivativesOfFreeEnergies() {
        LayeredStatics.Net net = new LayeredStatics.Net(4, 0.8, 0.5, 0.1);
        double t = 0.9;
        double step = 1e-4;
        double slope = (LayeredStatics.at(t + step, net, 1).freeEnergy()
                        - LayeredStatics.at(t - step, net, 1).freeEnergy())
                / (2 * step);
        LayeredStatics of = LayeredStatics.at(t, net, 1);
        assertThat(of.energy()).isCloseTo(of.freeEnergy() - t * slope, within(1e-6));
    }

    /** Of random layers the chain of susceptibilities of the paramagnet is 1 where they freeze. */
    @Test
    void randomLayersFreezeWhereTheParamagnetBecomesUnstable() {
        LayeredStatics.Net net = new LayeredStatics.Net(5, 0, 1, 0);
        double glassy = net.glassy();
        assertThat(1 / glassy).isCloseTo(1 / Math.sqrt(Math.sqrt(3)), within(1e-12));
        assertThat(LayeredStatics.at(1.02 * glassy, net, 1).overlap()).isLessThan(1e-9);
        LayeredStatics below = LayeredStatics.at(0.98 * glassy, net, 1);
        assertThat(below.overlap()).isGreaterThan(0.01);
        assertThat(below.instability()).isGreaterThan(1);
        assertThat(LayeredStatics.at(glassy * (1 + 1e-3), net, 1e-6).instability())
                .isCloseTo(1 / (1.001 * 1.001), within(1e-6));
    }

    /** Naive mean field is off by a factor of 2 in the transition of couplings of order 1/sqrt(N); Onsager's term mends it: (1 - beta J)^2 in place of 1 - 2 beta J. */
    @Test
    void onsagersTermMovesTheTransitionOfRandomCouplings() {
        int n = 400;
        Random random = new Random(1);
        double[][] w = new double[n][n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < i; j++) {
                w[i][j] = random.nextGaussian() / Math.sqrt(n);
                w[j][i] = w[i][j];
            }
        // the edge fluctuates by n^{-2/3} = 0.018, below by 1 to 2 of these
        double edge = 0.08;
        assertThat(MeanFieldSpins.stability(0.5, w, false)).isCloseTo(0, within(0.5 * edge));
        assertThat(MeanFieldSpins.stability(0.5, w, true)).isCloseTo(0.25, within(0.5 * edge));
        assertThat(MeanFieldSpins.stability(1, w, true)).isCloseTo(0, within(edge));
        assertThat(MeanFieldSpins.stability(2, w, true)).isCloseTo(1, within(4 * edge));
    }

    /** TAP states of a biased sample have the replica-symmetric order parameters on average. */
    @Test
    void thoulessAndersonPalmerAgreeWithReplicas() {
        int n = 1000;
        Random random = new Random(2);
        double[][] w = new double[2 * n][2 * n];
        for (int i = 0; i < n; i++)
            for (int j = n; j < 2 * n; j++) {
                w[i][j] = (1.2 + 0.6 * random.nextGaussian() * Math.sqrt(n)) / n;
                w[j][i] = w[i][j];
            }
        double[] up = new double[2 * n];
        java.util.Arrays.fill(up, 0.9);
        MeanFieldSpins tap = MeanFieldSpins.at(1.25, w, 0, true, up, 400);
        LayeredStatics of = LayeredStatics.at(0.8, new LayeredStatics.Net(2, 1.2, 0.6, 0), 1);
        assertThat(tap.change()).isLessThan(1e-9);
        // fields of 2000 spins: 1/sqrt(2000) = 0.022, times the susceptibility
        assertThat(tap.magnetisation()).isCloseTo(of.magnetisation(), within(0.05));
        assertThat(tap.overlap()).isCloseTo(of.overlap(), within(0.05));
        double[] down = up.clone();
        for (int i = 0; i < down.length; i++) down[i] = 1e-3 * random.nextDouble();
        assertThat(MeanFieldSpins.at(1.25, w, 0, true, down, 400).magnetisation())
                .isCloseTo(tap.magnetisation(), within(1e-6));
    }

    @Test
    void directedNetsHaveTheirCriticalPoints() {
        assertThat(new ForwardSpins(1, 0.2).critical().orElseThrow()).isCloseTo(1.041710, within(1e-5));
        assertThat(new ForwardSpins(1, 0.5).critical().orElseThrow()).isCloseTo(1.348500, within(1e-5));
        assertThat(new ForwardSpins(2, 0).critical().orElseThrow()).isEqualTo(0.5);
        assertThat(new ForwardSpins(2, 1).critical().orElseThrow()).isCloseTo(1.348500 / 2, within(1e-5));
        assertThat(new ForwardSpins(1, 0.797).critical()).isPresent();
        assertThat(new ForwardSpins(1, 0.7979).critical()).isEmpty();
        assertThat(new ForwardSpins(1, 1).critical()).isEmpty();
        // the largest that the slope becomes, numerically
        assertThat(new ForwardSpins(1, 1).slope(3000, 0)).isCloseTo(Math.sqrt(2 / Math.PI), within(1e-6));
    }

    /** With 101 points of Gauss and Hermite the slope passes 1 at beta = 7.516 for J = J0, where an even grid stays below sqrt(2/pi). */
    @Test
    void gaussAndHermiteFindATransitionThatIsNone() {
        NormalRule rule = new NormalRule(101);
        DoubleUnaryOperator spurious = beta -> {
            double sum = 0;
            for (int k = 0; k < rule.points.length; k++) {
                double tanh = Math.tanh(beta * rule.points[k]);
                sum += rule.weights[k] * (1 - tanh * tanh);
            }
            return beta * sum - 1;
        };
        assertThat(Roots.first(spurious, 1, 20, 400).orElseThrow()).isCloseTo(7.516, within(1e-3));
        ForwardSpins net = new ForwardSpins(1, 1);
        for (double beta = 1; beta < 20; beta += 0.5)
            assertThat(net.slope(beta, 0)).isLessThan(ForwardSpins.LARGEST);
        assertThat(net.deep(7.6)).isZero();
    }

    @Test
    void deepLayersAreFixedPointsOfTheMap() {
        ForwardSpins net = new ForwardSpins(1, 0.5);
        double m = 1;
        for (int l = 0; l < 40; l++) m = net.next(2, m);
        assertThat(m).isCloseTo(0.7247, within(5e-5));
        assertThat(net.deep(2)).isCloseTo(m, within(1e-6));
        double beta = net.critical().orElseThrow();
        // m ~ (beta - beta_c)^{1/2}: its square doubles with the distance
        double near = net.deep(beta + 1e-4);
        double far = net.deep(beta + 2e-4);
        assertThat(far * far / (near * near)).isCloseTo(2, within(1e-3));
        assertThat(net.depth(beta + 1e-3)).isGreaterThan(100);
        double off = net.deep(2);
        double first = net.next(2, off + 1e-6) - off;
        assertThat(net.depth(2)).isCloseTo(-1 / Math.log(first / 1e-6), within(1e-4));
    }

    @Test
    void copiesForgetEachOtherAndAreChaoticWithoutNoise() {
        ForwardSpins net = new ForwardSpins(0, 1);
        double beta = 3000;
        for (double q : new double[] {0.1, 0.5, 0.9})
            assertThat(net.nextOverlap(20, 0, q)).isCloseTo(2 / Math.PI * Math.asin(q), within(0.05));
        assertThat(net.forgetting(beta)).isCloseTo(2 / Math.PI, within(1e-6));
        double slope = net.nextOverlap(2, 0, 1e-6) / 1e-6;
        assertThat(net.forgetting(2)).isCloseTo(slope, within(1e-4));
        // copies of one input differ by their noise alone: int Dz tanh^2
        NormalGrid grid = new NormalGrid(2);
        assertThat(net.nextOverlap(2, 0, 1)).isCloseTo(grid.mean(2, 0, NormalGrid::tanhSquared), within(1e-10));
        assertThat(net.nextOverlap(2, 0.4, 0)).isCloseTo(0, within(1e-10));
    }
}
