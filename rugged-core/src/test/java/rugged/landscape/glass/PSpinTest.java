package rugged.landscape.glass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rugged.api.Need;
import rugged.api.model.Landscape;
import rugged.api.model.PairMoves;
import rugged.api.model.Planted;
import rugged.landscape.Precision;
import rugged.meanfield.Mixture;
import rugged.params.BadParameter;

class PSpinTest {
    private static final double NONE = Double.POSITIVE_INFINITY;

    /** Every order alone, and mixtures, small and large enough for padding and for several groups of rows; all variants. */
    static List<PSpin> all() {
        List<PSpin> specs = new ArrayList<>();
        for (PSpin.Couplings couplings : PSpin.Couplings.values()) {
            for (Precision precision : Precision.values()) {
                for (PSpin.Storage storage : PSpin.Storage.values()) {
                    boolean full = couplings == PSpin.Couplings.FULL;
                    for (String size : "1:5 2:2 2:7 2:131 3:3 3:9 3:41 4:8 4:27 5:6 6:7 3+0.5*4+1+2*2:13".split(" ")) {
                        specs.add(spec(size, couplings, precision, storage));
                    }
                    specs.add(spec(full ? "12:3" : "12:13", couplings, precision, storage));
                }
            }
        }
        return specs;
    }

    private static PSpin spec(String size, PSpin.Couplings couplings, Precision precision, PSpin.Storage storage) {
        String[] parts = size.split(":");
        return new PSpin(
                Integer.parseInt(parts[1]), Mixture.parse(parts[0]), couplings, precision, storage, NONE, 1.7, 42);
    }

    static PSpin full(int n, String mixture, long seed) {
        return new PSpin(
                n,
                Mixture.parse(mixture),
                PSpin.Couplings.FULL,
                Precision.FLOAT64,
                PSpin.Storage.PACKED,
                NONE,
                1.0,
                seed);
    }

    private static double tolerance(PSpin spec) {
        return spec.precision() == Precision.FLOAT64 ? 1e-12 : 3e-6;
    }

    @ParameterizedTest
    @MethodSource("all")
    void energyAndGradientAreThoseOfTheDefinition(PSpin spec) {
        int n = spec.n();
        double[] x = Tuples.point(n, 1);
        double[] g = new double[n];
        double[] expected = new double[n];
        Landscape model = spec.build();
        double energy = model.energyAndGradient(x, g);
        assertThat(energy).isCloseTo(Tuples.energy(spec, new double[0], x, expected), within(tolerance(spec) * n));
        assertThat(g).containsExactly(expected, within(tolerance(spec)));
        assertThat(model.energy(x)).isEqualTo(energy);
    }

    @ParameterizedTest
    @MethodSource("all")
    void hessianVectorProductIsTheDerivativeOfTheGradient(PSpin spec) {
        int n = spec.n();
        double[] x = Tuples.point(n, 1);
        double[] v = Tuples.point(n, 2);
        double[] hv = new double[n];
        spec.build().hessianVector(x, v, hv);
        // fourth-order differences of the definition
        double h = 1e-3;
        double[] expected = new double[n];
        double[] at = new double[n];
        double[] g = new double[n];
        for (int step : new int[] {-2, -1, 1, 2}) {
            for (int i = 0; i < n; i++) at[i] = x[i] + step * h * v[i];
            Tuples.energy(spec, new double[0], at, g);
            double weight = (Math.abs(step) == 1 ? 8.0 : -1.0) * Integer.signum(step) / (12.0 * h);
            for (int i = 0; i < n; i++) expected[i] += weight * g[i];
        }
        double size = 1.0 + spec.covariance().fSecond(1.0) * spec.mixture().highest();
        assertThat(hv).containsExactly(expected, within((1e-9 + tolerance(spec)) * size));
    }

    @ParameterizedTest
    @MethodSource("all")
    void energyChangeIsTheDifferenceOfEnergies(PSpin spec) {
        int n = spec.n();
        double[] x = Tuples.point(n, 1);
        double[] moved = x.clone();
        double[] g = new double[n];
        PairMoves model = (PairMoves) spec.build();
        double energy = Tuples.energy(spec, new double[0], x, g);
        for (int i : new int[] {0, n - 1}) {
            int j = (i + 1 + n / 3) % n;
            moved[i] += 0.3;
            moved[j] -= 0.7;
            double expected = Tuples.energy(spec, new double[0], moved, g) - energy;
            assertThat(model.energyChange(x, i, moved[i], j, moved[j]))
                    .isCloseTo(expected, within(tolerance(spec) * n));
            moved[i] = x[i];
            moved[j] = x[j];
        }
    }

    @Test
    void energyIsHomogeneous() {
        for (int p = 1; p <= 6; p++) {
            Landscape model = full(11, "" + p, 3).build();
            double[] x = Tuples.point(11, 4);
            double[] g = new double[11];
            double energy = model.energyAndGradient(x, g);
            double slope = 0.0;
            for (int i = 0; i < 11; i++) slope += x[i] * g[i];
            assertThat(slope).isCloseTo(p * energy, within(1e-12));
        }
    }

    @Test
    void plantedCouplingsAreShiftedTowardsTheState() {
        PSpin spec = new PSpin(
                14,
                Mixture.parse("3+4"),
                PSpin.Couplings.FULL,
                Precision.FLOAT64,
                PSpin.Storage.ON_THE_FLY,
                0.9,
                1.0,
                5);
        Landscape model = spec.build();
        double[] planted = new double[14];
        ((Planted) model).plantedState(planted);
        assertThat(model.manifold().violation(planted)).isLessThan(1e-14);
        double[] g = new double[14];
        double[] expected = new double[14];
        double energy = model.energyAndGradient(planted, g);
        assertThat(energy).isCloseTo(Tuples.energy(spec, planted, planted, expected), within(1e-12));
        assertThat(g).containsExactly(expected, within(1e-12));
        double[] moved = planted.clone();
        moved[3] = 1.0;
        moved[7] = -1.0;
        assertThat(((PairMoves) model).energyChange(planted, 3, 1.0, 7, -1.0))
                .isCloseTo(Tuples.energy(spec, planted, moved, g) - energy, within(1e-12));
        assertThat(spec.provides()).contains(Need.PLANTED);
    }

    @Test
    void badParametersAreNamed() {
        assertThatThrownBy(() -> full(1, "3", 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("N must be >= 2");
        assertThatThrownBy(() -> new PSpin(
                        32,
                        Mixture.parse("3"),
                        PSpin.Couplings.FULL,
                        Precision.FLOAT64,
                        PSpin.Storage.PACKED,
                        0.5,
                        1.0,
                        1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("planting is not equilibrium below Ts=0.586054");
        assertThatThrownBy(() -> full(200_000, "6", 1)).isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> full(60_000, "3", 1).build())
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("GiB")
                .hasMessageContaining("on-the-fly");
    }
}
