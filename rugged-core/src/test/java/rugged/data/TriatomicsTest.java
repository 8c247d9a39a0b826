package rugged.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rugged.api.Examples;
import rugged.api.model.Landscape;
import rugged.api.motion.Stepper;
import rugged.compose.atoms.ControlledQuench;
import rugged.compose.atoms.TripleEnergy;
import rugged.dynamics.minimise.LimitedMemory;
import rugged.landscape.cluster.Triatomic;
import rugged.num.Streams;

class TriatomicsTest {
    @Test
    void classesHaveTheirSharesAndDistancesAreThoseOfTriangles() {
        Examples examples = new Triatomics(3000, 0, 2, 0, 1).load();
        double[] shares = new double[4];
        for (double label : examples.targets()) shares[(int) label] += 1.0 / 3000;
        double[] expected = {0.196, 0.259, 0.283, 0.262};
        for (int k = 0; k < 4; k++) assertThat(shares[k]).isCloseTo(expected[k], within(0.03));
        double square = 0;
        for (int a = 0; a < 3000; a++) {
            double[] r = Arrays.copyOfRange(examples.inputs(), 3 * a, 3 * a + 3);
            for (int k = 0; k < 3; k++) square += r[k] * r[k] / 9000;
            Arrays.sort(r);
            assertThat(r[2]).isLessThanOrEqualTo(r[0] + r[1]);
        }
        // of two independent places in a cube of side L: L^2/2
        assertThat(square).isCloseTo(6.0, within(0.25));
    }

    @Test
    void theLongestDistanceAtRestFacesTheAtomOfTheClass() {
        Examples late = new Triatomics(200, 0, 2, 900, 3).load();
        for (int a = 0; a < 200; a++) {
            double[] r = Arrays.copyOfRange(late.inputs(), 3 * a, 3 * a + 3);
            int label = (int) late.targets()[a];
            for (int k = 0; k < 3; k++)
                assertThat(r[k])
                        .isCloseTo(label == 0 ? 1.168752 : k == 3 - label ? 2 * 1.108763 : 1.108763, within(1e-5));
        }
    }

    @Test
    void aSmallerSetIsAPrefixAndTestsAreOthers() {
        Examples few = new Triatomics(20, 10, 2, 0, 5).load();
        Examples more = new Triatomics(50, 20, 2, 0, 5).load();
        assertThat(few.inputs()).isEqualTo(Arrays.copyOf(more.inputs(), 60));
        assertThat(few.targets()).isEqualTo(Arrays.copyOf(more.targets(), 20));
        assertThat(few.testTargets()).isEqualTo(Arrays.copyOf(more.testTargets(), 10));
        assertThat(few.testInputs()).isNotEqualTo(Arrays.copyOf(more.inputs(), 30));
    }

    /** Two programs for one way down. */
    @Test
    void theQuenchIsThatOfTheMinimiser() {
        Landscape atoms = new Triatomic(3, 2).build();
        TripleEnergy energy = new TripleEnergy(2);
        for (int seed = 0; seed < 50; seed++) {
            double[] x = new double[9];
            atoms.randomise(x, Streams.of(seed).stream("start", 0));
            Stepper descent = LimitedMemory.ofClusters(4, 0.1, 1e-6).start(atoms, x, Streams.of(1));
            for (int k = 0; k < 40; k++) descent.step();
            new ControlledQuench(energy::energyAndGradient, 9, 0.1, 1e-6, 40).run(x);
            double[] y = new double[9];
            descent.state(y);
            for (int i = 0; i < 9; i++) assertThat(x[i]).isCloseTo(y[i], within(1e-6));
        }
    }

    @Test
    void bitsAndClassesOfExclusiveOr() {
        Examples bits = new Xor(4, 0, 2, 0, Optional.of(Xor.Values.BITS), Optional.of(Xor.Answers.CLASSES), 1).load();
        assertThat(bits.inputs()).containsExactly(0, 0, 1, 0, 0, 1, 1, 1);
        assertThat(bits.targets()).containsExactly(0, 1, 1, 0);
        assertThat(bits.labels()).isEqualTo(Examples.Labels.CLASSES);
        Examples signs = new Xor(4, 0, 2, 0, Optional.empty(), Optional.of(Xor.Answers.CLASSES), 1).load();
        assertThat(signs.inputs()).containsExactly(-1, -1, 1, -1, -1, 1, 1, 1);
    }
}
