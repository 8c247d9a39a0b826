package rugged.landscape.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rugged.api.model.Landscape;
import rugged.compose.symmetry.HiddenUnits;
import rugged.data.RandomExamples;
import rugged.geometry.Symmetry;
import rugged.landscape.Precision;
import rugged.num.RandomStream;
import rugged.num.Streams;

/** Which networks are the same. */
class HiddenUnitsTest {
    private static Landscape network(List<Integer> layers, Activation activation, Network.Bias bias) {
        return (Landscape) new Network(
                        new RandomExamples(12, 0, 3, 2, 1),
                        layers,
                        activation,
                        Network.Parametrisation.STANDARD,
                        bias,
                        Initialisation.GAUSSIAN,
                        0,
                        NetworkLoss.CROSS_ENTROPY,
                        1,
                        0.02,
                        Precision.FLOAT64)
                .build();
    }

    private static double[] drawn(Landscape network, long seed) {
        double[] x = new double[network.dimension()];
        Streams.of(seed).stream("x", 0).normals(x);
        return x;
    }

    /** Three inputs, n units, two outputs. */
    private static double[] copy(double[] x, int n, boolean biases, Activation activation, long seed) {
        RandomStream random = Streams.of(seed).stream("copy", 0);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) order[i] = i;
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        double[] y = x.clone();
        int out = biases ? 4 * n : 3 * n;
        for (int i = 0; i < n; i++) {
            boolean turned = activation.parity() != HiddenUnits.Parity.NONE && random.nextBoolean();
            double in = turned ? -1 : 1;
            double away = turned && activation.parity() == HiddenUnits.Parity.ODD ? -1 : 1;
            for (int k = 0; k < (biases ? 4 : 3); k++) y[k * n + order[i]] = in * x[k * n + i];
            for (int k = 0; k < 2; k++) y[out + 2 * order[i] + k] = away * x[out + 2 * i + k];
        }
        return y;
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void permutationsAndSignsOfUnitsLeaveTheLossAndAreRecognised(Activation activation) {
        for (Network.Bias bias : Network.Bias.values())
            for (int n = 1; n <= 6; n++) {
                Landscape network = network(List.of(n), activation, bias);
                Symmetry symmetry = network.symmetry();
                double[] x = drawn(network, n);
                double[] moved = new double[x.length];
                for (int seed = 1; seed < 20; seed++) {
                    double[] y = copy(x, n, bias != Network.Bias.NONE, activation, seed);
                    assertThat(network.energy(y))
                            .isCloseTo(network.energy(x), within(1e-14 * Math.max(1, network.energy(x))));
                    assertThat(symmetry.align(x, y, moved)).isLessThan(1e-14);
                    assertThat(moved).isEqualTo(x);
                    y[0] += 1e-3;
                    assertThat(symmetry.align(x, y, moved)).isCloseTo(1e-3, within(1e-12));
                }
                assertThat(symmetry.order(x)).isEqualTo(1);
            }
    }

    @Test
    void theNearestOfAllCopiesIsFound() {
        int n = 3;
        Landscape network = network(List.of(n), Activation.TANH, Network.Bias.ALL);
        double[] a = drawn(network, 1);
        double[] b = drawn(network, 2);
        double best = Double.POSITIVE_INFINITY;
        for (int seed = 1; seed < 1500; seed++)
            best = Math.min(
                    best, Symmetry.NONE.align(a, copy(b, n, true, Activation.TANH, seed), new double[a.length]));
        double[] moved = new double[a.length];
        assertThat(network.symmetry().align(a, b, moved)).isCloseTo(best, within(1e-12));
        assertThat(network.energy(moved)).isCloseTo(network.energy(b), within(1e-14));
        assertThat(network.symmetry().logCopies()).isCloseTo(Math.log(6 * 8), within(1e-14));
    }

    @Test
    void unitsThatAreEqualOrIdleAreCounted() {
        int n = 4;
        Landscape network = network(List.of(n), Activation.TANH, Network.Bias.ALL);
        Symmetry symmetry = network.symmetry();
        double[] x = new double[network.dimension()];
        assertThat(symmetry.order(x)).isEqualTo(24 * 16);
        Arrays.setAll(x, i -> Math.sin(1 + i));
        for (int k = 0; k < 4; k++) x[k * n + 1] = x[k * n] = -x[k * n + 2];
        for (int k = 0; k < 2; k++) x[4 * n + 2 + k] = x[4 * n + k] = -x[4 * n + 4 + k];
        assertThat(symmetry.order(x)).isEqualTo(6);
        Landscape plain = network(List.of(n), Activation.RELU, Network.Bias.ALL);
        assertThat(plain.symmetry().order(x)).isEqualTo(2);
        assertThat(plain.symmetry().order(new double[x.length])).isEqualTo(24);
    }

    @Test
    void copiesOfDeepNetworksNearbyAreRecognised() {
        Landscape network = network(List.of(4, 3), Activation.TANH, Network.Bias.ALL);
        double[] x = drawn(network, 3);
        double[] y = x.clone();
        // units 0 and 2 of the first layer change places, unit 1 its sign
        for (int k = 0; k < 4; k++) {
            y[4 * k] = x[4 * k + 2];
            y[4 * k + 2] = x[4 * k];
            y[4 * k + 1] = -x[4 * k + 1];
        }
        for (int k = 0; k < 3; k++) {
            y[16 + k] = x[22 + k];
            y[22 + k] = x[16 + k];
            y[19 + k] = -x[19 + k];
        }
        double[] moved = new double[x.length];
        assertThat(network.energy(y)).isCloseTo(network.energy(x), within(1e-14));
        assertThat(network.symmetry().align(x, y, moved)).isLessThan(1e-14);
    }
}
