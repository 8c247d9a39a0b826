package rugged.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.api.model.Landscape;
import rugged.api.model.SpinLandscape;
import rugged.landscape.glass.IsingPSpin;
import rugged.landscape.glass.PSpin;
import rugged.landscape.glass.RandomEnergy;
import rugged.meanfield.Mixture;
import rugged.params.BadParameter;

class IsingTest {
    private static double[] signs(int n, long seed) {
        double[] s = new double[n];
        Random random = new Random(seed);
        for (int i = 0; i < n; i++) s[i] = random.nextBoolean() ? 1.0 : -1.0;
        return s;
    }

    private static Landscape spherical(IsingPSpin spec) {
        return new PSpin(
                        spec.n(),
                        spec.mixture(),
                        PSpin.Couplings.DISTINCT,
                        Precision.FLOAT64,
                        PSpin.Storage.PACKED,
                        Double.POSITIVE_INFINITY,
                        1.0,
                        spec.seed())
                .build();
    }

    @ParameterizedTest
    @CsvSource({"1, 6", "2, 9", "3, 10", "3, 30", "4, 11", "5, 8", "12, 13", "1+2+3+0.5*4, 12"})
    void energiesAreThoseOfTheSphericalModelAtTheCorners(String mixture, int n) {
        for (Precision precision : Precision.values()) {
            double tolerance = precision == Precision.FLOAT64 ? 1e-12 : 1e-5;
            IsingPSpin spec = new IsingPSpin(n, Mixture.parse(mixture), precision, 4);
            SpinLandscape model = spec.build();
            Landscape polynomial = spherical(spec);
            double[] s = signs(n, 1);
            model.load(s);
            assertThat(model.energy()).isCloseTo(polynomial.energy(s), within(tolerance));
            Random random = new Random(2);
            for (int step = 0; step < 30; step++) {
                int i = random.nextInt(n);
                double before = polynomial.energy(s);
                s[i] = -s[i];
                assertThat(model.flipCost(i)).isCloseTo(polynomial.energy(s) - before, within(tolerance));
                model.flip(i);
                assertThat(model.energy()).isCloseTo(polynomial.energy(s), within(tolerance));
            }
            double[] held = new double[n];
            model.state(held);
            assertThat(held).isEqualTo(s);
        }
    }

    @Test
    void savedStateContinuesToTheSameBits() {
        IsingPSpin spec = new IsingPSpin(20, Mixture.parse("3"), Precision.FLOAT32, 4);
        SpinLandscape model = spec.build();
        model.load(signs(20, 1));
        for (int i = 0; i < 50; i++) model.flip(i * 7 % 20);
        byte[] saved = model.save();
        SpinLandscape other = spec.build().fork();
        other.restore(saved);
        SpinLandscape fork = model.fork();
        for (int i = 0; i < 50; i++) {
            model.flip(i * 3 % 20);
            other.flip(i * 3 % 20);
            fork.flip(i * 3 % 20);
        }
        assertThat(other.save()).isEqualTo(model.save());
        assertThat(fork.save()).isEqualTo(model.save());
    }

    @Test
    void fieldsInSinglePrecisionDriftSlowly() {
        int n = 40;
        SpinLandscape model = new IsingPSpin(n, Mixture.parse("3"), Precision.FLOAT32, 4).build();
        Random random = new Random(3);
        for (int flip = 0; flip < 20_000; flip++) model.flip(random.nextInt(n));
        double[] s = new double[n];
        model.state(s);
        double drifted = model.energy();
        model.load(s);
        assertThat(drifted).isCloseTo(model.energy(), within(1e-3));
    }

    @Test
    void randomEnergiesDependOnTheConfigurationOnly() {
        RandomEnergy spec = new RandomEnergy(12, 5);
        SpinLandscape model = spec.build();
        double[] s = signs(12, 1);
        model.load(s);
        double energy = model.energy();
        double cost = model.flipCost(3);
        model.flip(3);
        assertThat(model.energy()).isEqualTo(energy + cost, within(1e-12));
        model.flip(7);
        byte[] saved = model.save();
        model.flip(7);
        model.flip(3);
        assertThat(model.energy()).isEqualTo(energy);
        SpinLandscape other = spec.build();
        other.restore(saved);
        double[] held = new double[12];
        other.state(held);
        s[3] = -s[3];
        s[7] = -s[7];
        assertThat(held).isEqualTo(s);
    }

    @Test
    void randomEnergiesHaveTheirVariance() {
        int n = 14;
        SpinLandscape model = new RandomEnergy(n, 6).build();
        model.load(signs(n, 1));
        double squares = 0.0;
        for (int step = 1; step <= 1 << n; step++) {
            model.flip(Math.min(n - 1, Integer.numberOfTrailingZeros(step)));
            squares += model.energy() * model.energy();
        }
        double count = 1 << n;
        assertThat(squares / count).isCloseTo(n / 2.0, within(5 * n / 2.0 * Math.sqrt(2.0 / count)));
    }

    @Test
    void badParametersAreNamed() {
        assertThatThrownBy(() -> new IsingPSpin(1, Mixture.parse("3"), Precision.FLOAT64, 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("N must be >= 2");
        assertThatThrownBy(() -> new IsingPSpin(3, Mixture.parse("4"), Precision.FLOAT64, 1))
                .isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> new RandomEnergy(25, 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("24");
    }
}
