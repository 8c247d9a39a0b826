package rugged.num.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Exact limits, Schottky's formula, and the cluster of seven atoms. */
class SuperpositionTest {
    /** Four minima of seven Lennard-Jones atoms: energies, determinants and orders found by two independent programs. */
    private static final Wells SEVEN = new Wells(
            new double[] {-16.50538417, -15.93504306, -15.59321094, -15.53306005},
            new double[] {69.947643, 69.226809, 67.520271, 67.481655},
            new double[] {20, 6, 6, 2});

    @Test
    void oneWellHasTheHeatCapacityOfItsVibrations() {
        Wells one = new Wells(new double[] {-3.0}, new double[] {11.0}, new double[] {4});
        for (double temperature : new double[] {1e-8, 0.3, 1e8}) {
            assertThat(new Superposition(one, 15, true).at(temperature).capacity())
                    .isEqualTo(15.0);
            assertThat(new Superposition(one, 15, false).at(temperature).capacity())
                    .isEqualTo(7.5);
        }
        assertThat(new Superposition(one, 15, true).at(2.0).energy()).isEqualTo(27.0);
    }

    @Test
    void twoWellsAreSchottkys() {
        double gap = 0.7;
        double ratio = 5.0 * Math.exp(0.5 * (12.0 - 9.0));
        Wells two = new Wells(new double[] {-1.0, -1.0 + gap}, new double[] {12.0, 9.0}, new double[] {10, 2});
        for (double temperature : new double[] {0.05, 0.1, 0.2, 0.5, 3.0}) {
            double g = ratio * Math.exp(-gap / temperature);
            double schottky = gap * gap / (temperature * temperature) * g / ((1.0 + g) * (1.0 + g));
            Superposition.State state = new Superposition(two, 6, true).at(temperature);
            assertThat(state.capacity()).isCloseTo(6.0 + schottky, within(1e-13 * (6.0 + schottky)));
            assertThat(state.occupation()[1]).isCloseTo(g / (1.0 + g), within(1e-13));
        }
    }

    @Test
    void limitsOfTemperature() {
        Superposition seven = new Superposition(SEVEN, 15, true);
        assertThat(seven.at(1e-3).capacity()).isEqualTo(15.0);
        assertThat(seven.at(1e-3).occupation()[0]).isEqualTo(1.0);
        assertThat(seven.at(1e6).capacity()).isCloseTo(15.0, within(1e-11));
        assertThat(seven.at(1e-300).capacity()).isEqualTo(15.0);
    }

    @Test
    void sevenAtoms() {
        Superposition seven = new Superposition(SEVEN, 15, true);
        assertThat(seven.at(0.2).occupation())
                .containsExactly(new double[] {0.60284, 0.16639, 0.07070, 0.16007}, within(1e-4));
        double peak = seven.peak(0.02, 2.0, 60);
        assertThat(peak).isCloseTo(0.186, within(1e-3));
        assertThat(seven.at(peak).capacity()).isCloseTo(19.226, within(1e-3));
    }

    @Test
    void partsSumToTheWholeAndFlowsAreDerivatives() {
        Superposition seven = new Superposition(SEVEN, 15, true);
        Superposition.State state = seven.at(0.19);
        assertThat(Arrays.stream(state.part()).sum()).isCloseTo(state.capacity() - 15.0, within(1e-12));
        assertThat(Arrays.stream(state.flow()).sum()).isCloseTo(0.0, within(1e-12));
        double h = 1e-5;
        for (int a = 0; a < 4; a++) {
            double slope =
                    (seven.at(0.19 + h).occupation()[a] - seven.at(0.19 - h).occupation()[a]) / (2.0 * h);
            assertThat(state.flow()[a]).isCloseTo(slope, within(1e-7));
        }
        double slope = (seven.at(0.19 + h).energy() - seven.at(0.19 - h).energy()) / (2.0 * h);
        assertThat(state.capacity()).isCloseTo(slope, within(1e-6));
    }

    /** The ten lowest of a sample of minima of fifteen atoms, whose heat capacity another program computed. */
    @Test
    void fifteenAtoms() {
        Wells fifteen = new Wells(
                new double[] {
                    -52.3226272618394, -51.41803722534105, -51.3726460841811, -51.36738610948733, -51.365893867554,
                    -50.87476453277752, -50.771975687315965, -50.53363137061562, -50.524047506394105,
                            -50.419210140396885
                },
                new double[] {
                    185.71212980509273, 183.67377104929255, 183.6746267485561, 183.6553097015068, 183.67522791246623,
                    185.54322067054113, 185.8040435611419, 178.37389009853942, 179.6363886584969, 182.60489542902505
                },
                new double[] {4, 2, 2, 12, 4, 4, 4, 2, 2, 2});
        Superposition all = new Superposition(fifteen, 39, true);
        assertThat(all.at(0.1).capacity()).isCloseTo(39.115165, within(1e-6));
        assertThat(all.at(1.0).capacity()).isCloseTo(39.207812, within(1e-6));
        // its energy is that of the coordinates alone
        assertThat(all.at(0.1).energy() - 0.5 * 39 * 0.1).isCloseTo(-50.371391, within(1e-6));
        assertThat(all.at(1.0).energy() - 0.5 * 39).isCloseTo(-31.265847, within(1e-6));
    }

    @Test
    void noPeakIsNoNumber() {
        Superposition seven = new Superposition(SEVEN, 15, true);
        assertThat(seven.peak(0.3, 2.0, 60)).isNaN();
        Wells one = new Wells(new double[] {-3.0}, new double[] {11.0}, new double[] {4});
        assertThat(new Superposition(one, 15, true).peak(0.1, 1.0, 60)).isNaN();
    }
}
