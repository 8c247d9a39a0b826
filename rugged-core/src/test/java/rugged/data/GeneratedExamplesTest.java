package rugged.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.Erfc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.params.BadParameter;

/** Laws of the examples that are drawn by seed; moments within five standard errors. */
class GeneratedExamplesTest {
    private static final int MANY = 20000;

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static void prefix(DataSpec small, DataSpec large) {
        Examples few = small.load();
        Examples many = large.load();
        assertThat(few.inputs()).containsExactly(Arrays.copyOf(many.inputs(), few.inputs().length));
        assertThat(few.targets()).containsExactly(Arrays.copyOf(many.targets(), few.targets().length));
        assertThat(few.testInputs()).containsExactly(Arrays.copyOf(many.testInputs(), few.testInputs().length));
        assertThat(few.testTargets()).containsExactly(Arrays.copyOf(many.testTargets(), few.testTargets().length));
    }

    @ParameterizedTest
    @EnumSource
    void aTeacherLabelsNormalInputs(Teacher.Rule rule) {
        Examples examples = new Teacher(rule, 3, MANY, 10, 5, 0, 4).load();
        double[] inputs = examples.inputs();
        double error = 1 / Math.sqrt(inputs.length);
        assertThat(mean(inputs)).isCloseTo(0.0, within(5 * error));
        double square = Arrays.stream(inputs).map(v -> v * v).average().orElseThrow();
        assertThat(square).isCloseTo(1.0, within(5 * Math.sqrt(2) * error));
        assertThat(mean(examples.targets())).isCloseTo(0.0, within(5 / Math.sqrt(MANY)));
        prefix(new Teacher(rule, 3, 20, 5, 5, 0.2, 4), new Teacher(rule, 3, 50, 9, 5, 0.2, 4));
    }

    /** The mean of y xi of a perceptron is sqrt(2/pi) times its direction: a vector of norm sqrt(2/pi), less by 1 - 2 noise with noise. */
    @Test
    void aPerceptronHasALinearRule() {
        for (double noise : new double[] {0.0, 0.1}) {
            Examples examples = new Teacher(Teacher.Rule.PERCEPTRON, 1, MANY, 0, 5, noise, 8).load();
            double[] product = new double[5];
            for (int a = 0; a < MANY; a++)
                for (int i = 0; i < 5; i++) product[i] += examples.targets()[a] * examples.inputs()[5 * a + i] / MANY;
            double norm = Math.sqrt(Arrays.stream(product).map(v -> v * v).sum());
            double expected = (1 - 2 * noise) * Math.sqrt(2 / Math.PI);
            assertThat(norm).isCloseTo(expected, within(5 / Math.sqrt(MANY) + 2.0 / MANY));
        }
    }

    @Test
    void noiseTurnsLabelsRound() {
        Examples clean = new Teacher(Teacher.Rule.NETWORK, 4, MANY, 0, 5, 0, 2).load();
        Examples noisy = new Teacher(Teacher.Rule.NETWORK, 4, MANY, 0, 5, 0.15, 2).load();
        assertThat(noisy.inputs()).containsExactly(clean.inputs());
        int turned = 0;
        for (int a = 0; a < MANY; a++) if (noisy.targets()[a] != clean.targets()[a]) turned++;
        assertThat(turned / (double) MANY).isCloseTo(0.15, within(5 * Math.sqrt(0.15 * 0.85 / MANY)));
    }

    @Test
    void anEvenCommitteeIsRefused() {
        assertThatThrownBy(() -> new Teacher(Teacher.Rule.COMMITTEE, 4, 10, 0, 5, 0, 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("hidden = 4: an even committee can be undecided");
    }

    /** Two clusters: y xi is normal around s u/2, so |mean of y xi| = s/2, and the sign of its projection errs with probability erfc(s/sqrt(8))/2. */
    @Test
    void twoClustersAreAsFarApartAsTheySay() {
        double separation = 2.0;
        Examples examples = new GaussianMixture(2, separation, MANY, 10, 4, 5).load();
        double[] product = new double[4];
        for (int a = 0; a < MANY; a++)
            for (int i = 0; i < 4; i++) product[i] += examples.targets()[a] * examples.inputs()[4 * a + i] / MANY;
        double norm = Math.sqrt(Arrays.stream(product).map(v -> v * v).sum());
        assertThat(norm).isCloseTo(separation / 2, within(5 / Math.sqrt(MANY)));
        int wrong = 0;
        for (int a = 0; a < MANY; a++) {
            double field = 0.0;
            for (int i = 0; i < 4; i++) field += product[i] * examples.inputs()[4 * a + i];
            if (field * examples.targets()[a] < 0) wrong++;
        }
        double expected = 0.5 * Erfc.value(separation / Math.sqrt(8));
        double error = Math.sqrt(expected * (1 - expected) / MANY);
        assertThat(wrong / (double) MANY).isCloseTo(expected, within(5 * error));
        prefix(new GaussianMixture(2, 1, 10, 3, 4, 5), new GaussianMixture(2, 1, 30, 7, 4, 5));
    }

    @Test
    void manyClustersAreLabelledByNumber() {
        GaussianMixture spec = new GaussianMixture(5, 4, MANY, 0, 40, 5);
        Examples examples = spec.load();
        int[] count = new int[5];
        double[][] means = new double[5][40];
        for (int a = 0; a < MANY; a++) count[(int) examples.targets()[a]]++;
        for (int a = 0; a < MANY; a++) {
            int k = (int) examples.targets()[a];
            for (int i = 0; i < 40; i++) means[k][i] += examples.inputs()[40 * a + i] / count[k];
        }
        for (int k = 0; k < 5; k++) {
            assertThat((double) count[k]).isCloseTo(MANY / 5.0, within(5 * Math.sqrt(MANY * 0.16)));
            double norm = Math.sqrt(Arrays.stream(means[k]).map(v -> v * v).sum());
            // the error of each of 40 entries of the mean adds about 40/(2 norm count)
            assertThat(norm).isCloseTo(4 / Math.sqrt(2), within(5 / Math.sqrt(count[k]) + 20.0 / count[k]));
        }
    }

    @Test
    void exclusiveOrWithoutNoiseIsFourPoints() {
        Examples examples = new Xor(4, 4, 3, 0, 1).load();
        assertThat(examples.inputs()).containsExactly(-1, -1, 0, 1, -1, 0, -1, 1, 0, 1, 1, 0);
        assertThat(examples.targets()).containsExactly(-1, 1, 1, -1);
    }

    @Test
    void cloudsHaveTheirNoise() {
        Examples examples = new Xor(MANY, 0, 3, 0.3, 1).load();
        double square = 0.0;
        for (int a = 0; a < MANY; a++) square += Math.pow(examples.inputs()[3 * a + 2], 2) / MANY;
        assertThat(square).isCloseTo(0.09, within(5 * 0.09 * Math.sqrt(2.0 / MANY)));
        prefix(new Xor(9, 5, 3, 0.3, 1), new Xor(30, 17, 3, 0.3, 1));
    }
}
