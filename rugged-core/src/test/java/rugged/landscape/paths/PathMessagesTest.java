package rugged.landscape.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.api.constraint.ProductConstraints;
import rugged.meanfield.diluted.PathSigns;
import rugged.num.Streams;
import rugged.params.BadParameter;

class PathMessagesTest {
    private static PathLaw law(int width, double alpha, PathSigns couplings, double planting, long seed) {
        return new PathLaw(3, width, alpha, 0.9, couplings, planting, seed);
    }

    /** A tree of 15 weights: seven paths of three, each but the first hung on one weight of those before. */
    private static PathNetwork tree(long seed) {
        RandomGenerator random = Streams.of(seed).stream("tree", 0);
        List<int[]> paths = new ArrayList<>();
        paths.add(new int[] {0, 1, 2});
        for (int next = 3; next < 15; next += 2) paths.add(new int[] {random.nextInt(next), next, next + 1});
        double[] couplings = new double[paths.size()];
        for (int a = 0; a < couplings.length; a++) couplings[a] = random.nextBoolean() ? random.nextGaussian() : 1.0;
        return new PathNetwork(15, paths.toArray(int[][]::new), couplings, new double[0], new double[15]);
    }

    /** ln Z and all magnetisations in a small field that breaks the symmetry, by enumeration. */
    private static double[] enumerated(PathNetwork network, double beta, double[] fields) {
        int n = network.weights();
        double[] sums = new double[n + 1];
        for (int state = 0; state < 1 << n; state++) {
            double log = 0.0;
            for (int i = 0; i < n; i++) log += (state >> i & 1) == 1 ? fields[i] : -fields[i];
            for (int a = 0; a < network.paths().length; a++) {
                double one = beta * network.couplings()[a];
                for (int i : network.paths()[a]) one *= (state >> i & 1) == 1 ? 1.0 : -1.0;
                log += one;
            }
            double weight = Math.exp(log);
            sums[n] += weight;
            for (int i = 0; i < n; i++) sums[i] += (state >> i & 1) == 1 ? weight : -weight;
        }
        for (int i = 0; i < n; i++) sums[i] /= sums[n];
        sums[n] = Math.log(sums[n]);
        return sums;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void exactOnTrees(long seed) {
        PathNetwork network = tree(seed);
        double[] fields = new double[15];
        RandomGenerator random = Streams.of(seed).stream("fields", 0);
        for (int i = 0; i < 15; i++) fields[i] = 0.1 * random.nextGaussian();
        double beta = 1.0 / 0.7;
        PathMessages messages = new PathMessages(network, beta, 1.0);
        messages.fields(fields);
        double[] x = new double[messages.dimension()];
        double[] next = new double[x.length];
        messages.randomise(x, random);
        for (int round = 0; round < 20; round++) {
            messages.update(x, next);
            System.arraycopy(next, 0, x, 0, x.length);
        }
        double[] exact = enumerated(network, beta, fields);
        assertThat(-messages.freeEnergy(x)).isCloseTo(exact[15], within(1e-12));
        double[] p = new double[2];
        for (int i = 0; i < 15; i++) {
            messages.marginal(x, i, p);
            assertThat(p[1] - p[0]).isCloseTo(exact[i], within(1e-12));
        }
    }

    /** Without fields nothing is said, and ln Z = N ln 2 + sum_a ln cosh(beta J_a), whatever the graph and the temperature. */
    @ParameterizedTest
    @EnumSource(PathSigns.class)
    void theParamagnetIsAFixedPoint(PathSigns couplings) {
        for (double temperature : new double[] {2.0, 0.5, 0.01}) {
            PathNetwork network = PathNetwork.of(law(8, 1.5, couplings, 0.5, 3));
            PathMessages messages = new PathMessages(network, 1.0 / temperature, 0.0);
            double[] x = new double[messages.dimension()];
            double[] next = x.clone();
            messages.update(x, next);
            for (double one : next) assertThat(one).isZero();
            double expected = network.weights() * Math.log(2.0);
            for (double coupling : network.couplings()) {
                double size = Math.abs(coupling) / temperature;
                expected += size + Math.log1p(Math.exp(-2.0 * size)) - Math.log(2.0);
            }
            assertThat(-messages.freeEnergy(x)).isCloseTo(expected, within(1e-10 * expected));
        }
    }

    /** The plain formulas, where they have digits left. */
    @Test
    void roundsAreThoseOfTheFormula() {
        PathNetwork network = PathNetwork.of(law(5, 1.2, PathSigns.GAUSS, 0.5, 7));
        PathMessages messages = new PathMessages(network, 0.8, 0.7);
        double[] x = new double[messages.dimension()];
        double[] next = x.clone();
        messages.randomise(x, Streams.of(2).stream("start", 0));
        messages.update(x, next);
        int[][] paths = network.paths();
        for (int a = 0; a < paths.length; a++)
            for (int k = 0; k < 3; k++) {
                double product = Math.tanh(0.8 * network.couplings()[a]);
                for (int l = 0; l < 3; l++) {
                    if (l == k) continue;
                    double cavity = 0.0;
                    for (int b = 0; b < paths.length; b++)
                        for (int m = 0; m < 3; m++) if (b != a && paths[b][m] == paths[a][l]) cavity += x[3 * b + m];
                    product *= Math.tanh(cavity);
                }
                double field = 0.5 * Math.log((1.0 + product) / (1.0 - product));
                assertThat(next[3 * a + k]).isCloseTo(field, within(1e-13));
            }
    }

    /** Cold messages are bounded by beta |J|, and none is NaN. */
    @Test
    void coldMessagesStayFinite() {
        PathNetwork network = PathNetwork.of(law(12, 1.5, PathSigns.INPUT, 0.5, 4));
        PathMessages messages = new PathMessages(network, 100.0, 20.0);
        double[] x = new double[messages.dimension()];
        double[] next = x.clone();
        messages.plantedState(x);
        for (int round = 0; round < 30; round++) {
            messages.update(x, next);
            for (double one : next) assertThat(Math.abs(one)).isLessThanOrEqualTo(100.0 * (1.0 + 1e-12));
            System.arraycopy(next, 0, x, 0, x.length);
        }
        // the ferromagnet: all weights on paths are certain, and ln Z is beta M and a little more for weights on none
        assertThat(-messages.freeEnergy(x)).isGreaterThan(100.0 * network.paths().length - 1e-6);
        double[] signs = network.hidden();
        assertThat(messages.violations(signs)).isZero();
        double[] p = new double[2];
        for (int i = 0; i < signs.length; i++) {
            messages.marginal(x, i, p);
            assertThat(Math.signum(p[1] - p[0]) * signs[i]).isNotEqualTo(-1.0);
        }
    }

    /** Hidden weights have the energy of the liquid, -gamma tanh(1/T_p), and paths on them keep their law: half of them are negative. */
    @Test
    void hiddenWeightsAreOfEquilibrium() {
        PathLaw law = law(60, 1.5, PathSigns.PLANTED, 0.8, 1);
        ProductConstraints model = new ActivePaths(law).build();
        double[] x = new double[model.dimension()];
        ((rugged.api.model.Planted) model).plantedState(x);
        model.load(x);
        int m = model.constraints();
        double t = Math.tanh(1.0 / 0.8);
        assertThat(model.energy() / m).isCloseTo(-t, within(4.0 * Math.sqrt((1.0 - t * t) / m)));
        int odd = 0;
        for (int a = 0; a < m; a++) if (model.odd(a)) odd++;
        // signs of paths with a common weight agree: twice the error of independent ones
        assertThat((double) odd / m).isCloseTo(0.5, within(8.0 * 0.5 / Math.sqrt(m)));
    }

    @Test
    void wrongParametersAreRefused() {
        PathLaw law = law(8, 1.5, PathSigns.IID, 0.5, 1);
        assertThatThrownBy(() -> new ActivePathsMessages(law, 0.0, 1e-3))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("temperature");
    }
}
