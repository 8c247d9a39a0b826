package rugged.landscape.spin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import rugged.api.model.SpinLandscape;
import rugged.landscape.Precision;
import rugged.landscape.glass.IsingPSpin;
import rugged.meanfield.Mixture;
import rugged.params.BadParameter;

class SpinModelsTest {
    private static double[] signs(int n, long seed) {
        double[] s = new double[n];
        Random random = new Random(seed);
        for (int i = 0; i < n; i++) s[i] = random.nextBoolean() ? 1.0 : -1.0;
        return s;
    }

    static Stream<SpinLandscape> models() {
        return Stream.of(
                new SherringtonKirkpatrick(21, 1.3, 0.4, -0.2, Precision.FLOAT64, 5).build(),
                new SherringtonKirkpatrick(1, 1.0, 0.0, 0.3, Precision.FLOAT64, 5).build(),
                new BipartiteSpins(23, 1.7, 1.3, 0.3, -0.2, Precision.FLOAT64, 5).build(),
                new BipartiteSpins(23, 0.6, 1.3, 0.3, -0.2, Precision.FLOAT64, 5).build(),
                new LayeredBoltzmann(4, 6, 0.7, 1.3, -0.2, Precision.FLOAT64, 5).build(),
                new LayeredBoltzmann(5, 4, 0.7, 0.0, -0.2, Precision.FLOAT64, 5).build(),
                new CurieWeiss(17, 1.1, 0.2).build());
    }

    /** From the couplings themselves. */
    private static double defined(SpinLandscape model, double[] s) {
        double sum = 0.0;
        int n = s.length;
        switch (model) {
            case DenseSpins sk -> {
                double field = n == 1 ? 0.3 : -0.2;
                for (int i = 0; i < n; i++) {
                    sum -= field * s[i];
                    for (int j = 0; j < i; j++) sum -= sk.coupling(i, j) * s[i] * s[j];
                }
            }
            case TwoGroups groups -> {
                int first = groups.first();
                for (int i = 0; i < n; i++) sum -= (i < first ? 0.3 : -0.2) * s[i];
                for (int i = 0; i < first; i++)
                    for (int j = first; j < n; j++) sum -= groups.coupling(i, j - first) * s[i] * s[j];
            }
            case SpinLayers net -> {
                int width = net.width();
                for (int i = 0; i < n; i++) sum -= -0.2 * s[i];
                for (int i = 0; i + width < n; i++)
                    for (int j = 0; j < width; j++) {
                        int l = i / width;
                        sum -= net.coupling(l, i % width, j) * s[i] * s[(l + 1) * width + j];
                    }
            }
            default -> {
                for (int i = 0; i < n; i++) {
                    sum -= 0.2 * s[i];
                    for (int j = 0; j < i; j++) sum -= 1.1 / n * s[i] * s[j];
                }
            }
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("models")
    void energiesAfterFlipsAreThoseOfTheDefinition(SpinLandscape model) {
        int n = model.dimension();
        double[] s = signs(n, 1);
        model.load(s);
        Random random = new Random(2);
        for (int step = 0; step < 200 * n; step++) {
            int i = random.nextInt(n);
            double before = model.energy();
            double cost = model.flipCost(i);
            model.flip(i);
            s[i] = -s[i];
            assertThat(model.energy()).isCloseTo(before + cost, within(1e-11));
            if (step % 50 == 0) assertThat(model.energy()).isCloseTo(defined(model, s), within(1e-11));
        }
        double[] held = new double[n];
        model.state(held);
        assertThat(held).isEqualTo(s);
    }

    @ParameterizedTest
    @MethodSource("models")
    void savedStateContinuesToTheSameBits(SpinLandscape model) {
        int n = model.dimension();
        model.load(signs(n, 1));
        for (int i = 0; i < 500; i++) model.flip(i * 7 % n);
        SpinLandscape other = model.fork();
        byte[] saved = model.save();
        for (int i = 0; i < 40; i++) other.flip(i * 5 % n);
        other.restore(saved);
        for (int i = 0; i < 2000; i++) {
            model.flip(i * 3 % n);
            other.flip(i * 3 % n);
        }
        assertThat(other.save()).isEqualTo(model.save());
        assertThat(other.energy()).isEqualTo(model.energy());
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void theModelIsThePSpinOfOrderTwo(Precision precision) {
        int n = 40;
        SpinLandscape model = new SherringtonKirkpatrick(n, 1.5, 0.0, 0.0, precision, 7).build();
        SpinLandscape pspin = new IsingPSpin(n, Mixture.parse("2.25*2"), Precision.FLOAT64, 7).build();
        Random random = new Random(3);
        for (int step = 0; step < 5000; step++) {
            int i = random.nextInt(n);
            model.flip(i);
            pspin.flip(i);
        }
        double tolerance = precision == Precision.FLOAT64 ? 1e-10 : 1e-4;
        assertThat(model.energy()).isCloseTo(pspin.energy(), within(tolerance));
        for (int i = 0; i < n; i++) assertThat(model.flipCost(i)).isCloseTo(pspin.flipCost(i), within(1e-5));
        assertThat(((DenseSpins) model).covariance(0.3)).isCloseTo(2.25 * 0.5 * (0.09 - 1.0 / n), within(1e-12));
    }

    @Test
    void layersAreDrawnInTwoBlocksThatDoNotFeelThemselves() {
        SpinLayers net = new LayeredBoltzmann(5, 8, 0.0, 1.2, 0.0, Precision.FLOAT64, 9).build();
        assertThat(net.block(0)).hasSize(24).contains(0, 7, 16, 39).doesNotContain(8, 15);
        assertThat(net.block(1)).hasSize(16).contains(8, 15, 24, 31);
        net.load(signs(40, 3));
        for (int b = 0; b < 2; b++) {
            double[] before = new double[40];
            for (int i : net.block(b)) before[i] = net.flipCost(i);
            for (int k = 0; k < net.block(b).length; k += 2) net.flip(net.block(b)[k]);
            for (int k = 0; k < net.block(b).length; k++) {
                int i = net.block(b)[k];
                assertThat(net.flipCost(i)).isCloseTo(k % 2 == 0 ? -before[i] : before[i], within(1e-12));
            }
        }
    }

    /** E[H(s) H(t)] over the couplings is the sum of products of pairs, counted one by one. */
    @Test
    void energiesOfLayersHaveTheCovarianceOfTheirOverlaps() {
        int samples = 4000;
        double[] s = signs(12, 1);
        double[] t = s.clone();
        t[1] = -t[1];
        t[6] = -t[6];
        double sum = 0.0;
        double expected = 0.0;
        for (int k = 0; k < samples; k++) {
            SpinLayers net = new LayeredBoltzmann(3, 4, 0.0, 1.3, 0.0, Precision.FLOAT64, k).build();
            net.load(s);
            double first = net.energy();
            net.load(t);
            sum += first * net.energy() / samples / 12;
            expected = net.covariance(s, t, 0.0);
        }
        // layers overlap by 1/2, 1/2 and 1: 1.69 (1/4 + 1/2)/3
        assertThat(expected).isCloseTo(1.69 * 0.25, within(1e-12));
        // a product of two Gaussians of variance f(1) has a deviation of at most sqrt(2) f(1)
        assertThat(sum).isCloseTo(expected, within(4 * Math.sqrt(2.0 / samples) * 1.69 * 2 / 3));
    }

    @Test
    void twoLayersOfEqualCouplingsAreTwoFactors() {
        SpinLayers net = new LayeredBoltzmann(2, 50, 1.5, 0.0, 0.25, Precision.FLOAT64, 1).build();
        double[] s = signs(100, 2);
        net.load(s);
        double first = 0.0;
        double second = 0.0;
        for (int i = 0; i < 50; i++) {
            first += s[i];
            second += s[50 + i];
        }
        assertThat(net.energy()).isCloseTo(-1.5 * first * second / 50 - 0.25 * (first + second), within(1e-12));
        assertThat(net.covariance(s, s, 1.0)).isNaN();
    }

    @Test
    void singlePrecisionStaysCloseForEver() {
        DenseSpins model = new SherringtonKirkpatrick(64, 1.0, 0.0, 0.0, Precision.FLOAT32, 4).build();
        Random random = new Random(3);
        for (int flip = 0; flip < 1_000_000; flip++) model.flip(random.nextInt(64));
        double[] s = new double[64];
        model.state(s);
        double drifted = model.energy();
        model.load(s);
        assertThat(drifted).isCloseTo(model.energy(), within(1e-3));
    }

    @Test
    void couplingsHaveTheirMomentsAndGroupsTheirSizes() {
        BipartiteSpins spec = new BipartiteSpins(500, 2.0, 0.7, 0.0, 0.0, Precision.FLOAT64, 1);
        assertThat(spec.first()).isEqualTo(100);
        assertThat(spec.second()).isEqualTo(400);
        TwoGroups model = spec.build();
        double squares = 0.0;
        for (int i = 0; i < 100; i++)
            for (int j = 0; j < 400; j++) squares += model.coupling(i, j) * model.coupling(i, j);
        // 40000 couplings: relative error sqrt(2/40000)
        assertThat(squares / 200).isCloseTo(0.49, within(4 * 0.49 * Math.sqrt(2.0 / 40000)));
        DenseSpins sk = new SherringtonKirkpatrick(300, 1.0, 2.0, 0.0, Precision.FLOAT64, 1).build();
        double sum = 0.0;
        for (int i = 0; i < 300; i++) for (int j = 0; j < i; j++) sum += sk.coupling(i, j);
        double pairs = 0.5 * 300 * 299;
        assertThat(sum / pairs).isCloseTo(2.0 / 300, within(4 / Math.sqrt(300 * pairs)));
        assertThat(sk.covariance(0.5)).isNaN();
    }

    @Test
    void badParametersAreNamed() {
        assertThatThrownBy(() -> new SherringtonKirkpatrick(0, 1, 0, 0, Precision.FLOAT64, 1))
                .isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> new SherringtonKirkpatrick(8, -1, 0, 0, Precision.FLOAT64, 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("coupling");
        assertThatThrownBy(() -> new SherringtonKirkpatrick(8, Double.NaN, 0, 0, Precision.FLOAT64, 1))
                .isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> new BipartiteSpins(8, 20, 1, 0, 0, Precision.FLOAT64, 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> new BipartiteSpins(8, 1, 1, Double.NaN, 0, Precision.FLOAT64, 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("field1");
        assertThatThrownBy(() -> new LayeredBoltzmann(1, 8, 1, 0, 0, Precision.FLOAT64, 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("layers");
        assertThatThrownBy(() -> new LayeredBoltzmann(3, 8, Double.NaN, 0, 0, Precision.FLOAT64, 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("mean");
        assertThatThrownBy(() -> new LayeredBoltzmann(1000, 200_000, 1, 0, 0, Precision.FLOAT64, 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("1e8");
        assertThatThrownBy(() -> ExactSum.of(new CurieWeiss(30, 1, 0).build(), 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("2^30");
        assertThatThrownBy(() -> BipartiteSum.of(new BipartiteSpins(60, 1, 1, 0, 0, Precision.FLOAT64, 1), 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("2^30");
    }
}
