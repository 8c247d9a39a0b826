package rugged.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import rugged.api.Examples;
import rugged.params.BadParameter;

class StrokesTest {
    private static final int PIXELS = 784;

    private static Strokes strokes(int patterns, int tests, Normalisation normalise, int pca) {
        return new Strokes(patterns, tests, DigitLabels.CLASSES, normalise, pca, 7);
    }

    @Test
    void aSmallerSetIsAPrefix() {
        Examples large = strokes(60, 30, Normalisation.NONE, 0).load();
        Examples small = strokes(20, 10, Normalisation.NONE, 0).load();
        assertThat(small.inputs()).containsExactly(Arrays.copyOf(large.inputs(), 20 * PIXELS));
        assertThat(small.targets()).containsExactly(Arrays.copyOf(large.targets(), 20));
        assertThat(small.testInputs()).containsExactly(Arrays.copyOf(large.testInputs(), 10 * PIXELS));
        assertThat(small.testTargets()).containsExactly(Arrays.copyOf(large.testTargets(), 10));
    }

    @Test
    void testExamplesAreOthers() {
        Examples examples = strokes(200, 200, Normalisation.NONE, 0).load();
        for (int a = 0; a < 200; a++) {
            double[] test = Arrays.copyOfRange(examples.testInputs(), a * PIXELS, (a + 1) * PIXELS);
            for (int b = 0; b < 200; b++) {
                int at = b * PIXELS;
                assertThat(Arrays.equals(test, 0, PIXELS, examples.inputs(), at, at + PIXELS))
                        .isFalse();
            }
        }
    }

    @Test
    void anotherSeedGivesOthers() {
        Examples one = new Strokes(20, 0, DigitLabels.CLASSES, Normalisation.NONE, 0, 1).load();
        Examples two = new Strokes(20, 0, DigitLabels.CLASSES, Normalisation.NONE, 0, 2).load();
        assertThat(one.inputs()).isNotEqualTo(two.inputs());
    }

    @Test
    void everyDigitIsAsFrequent() {
        int patterns = 3000;
        Examples examples = strokes(patterns, 0, Normalisation.NONE, 0).load();
        int[] count = new int[10];
        for (double label : examples.targets()) count[(int) label]++;
        double deviation = Math.sqrt(patterns * 0.1 * 0.9);
        for (int digit = 0; digit < 10; digit++) {
            assertThat((double) count[digit]).isCloseTo(patterns / 10.0, within(5 * deviation));
        }
    }

    @Test
    void greyLevelsLieBetweenPaperAndInk() {
        Examples examples = strokes(300, 0, Normalisation.NONE, 0).load();
        assertThat(Arrays.stream(examples.inputs()).min().orElseThrow()).isEqualTo(0.0);
        assertThat(Arrays.stream(examples.inputs()).max().orElseThrow()).isEqualTo(1.0);
        for (int a = 0; a < 300; a++) {
            double ink = Arrays.stream(examples.inputs(), a * PIXELS, (a + 1) * PIXELS)
                    .sum();
            assertThat(ink).isBetween(20.0, 250.0);
        }
    }

    @Test
    void parityIsThatOfTheDigit() {
        Examples digits = strokes(50, 20, Normalisation.NONE, 0).load();
        Examples parity = new Strokes(50, 20, DigitLabels.PARITY, Normalisation.NONE, 0, 7).load();
        assertThat(parity.inputs()).containsExactly(digits.inputs());
        for (int a = 0; a < 50; a++) assertThat(parity.targets()[a]).isEqualTo(digits.targets()[a] % 2 == 1 ? 1 : -1);
    }

    @Test
    void normalisationDoesWhatItSays() {
        Examples standard = strokes(100, 50, Normalisation.STANDARD, 0).load();
        double mean = Arrays.stream(standard.inputs()).average().orElseThrow();
        double square =
                Arrays.stream(standard.inputs()).map(v -> v * v).average().orElseThrow();
        assertThat(mean).isCloseTo(0.0, within(1e-10));
        assertThat(square).isCloseTo(1.0, within(1e-10));
        Examples unit = strokes(100, 50, Normalisation.UNIT, 0).load();
        for (double[] part : new double[][] {unit.inputs(), unit.testInputs()}) {
            for (int a = 0; a < part.length / PIXELS; a++) {
                double norm = Arrays.stream(part, a * PIXELS, (a + 1) * PIXELS)
                        .map(v -> v * v)
                        .sum();
                assertThat(norm).isCloseTo(PIXELS, within(1e-9));
            }
        }
    }

    /** A linear map of the same pixels: what the test examples are scaled by is measured on the training examples alone. */
    @Test
    void testExamplesDoNotChangeTheScale() {
        Examples few = strokes(80, 10, Normalisation.STANDARD, 4).load();
        Examples many = strokes(80, 90, Normalisation.STANDARD, 4).load();
        assertThat(few.inputs()).containsExactly(many.inputs());
        assertThat(few.testInputs()).containsExactly(Arrays.copyOf(many.testInputs(), 40));
    }

    @Test
    void principalComponentsHaveUnitVarianceAndNoCorrelation() {
        Examples examples = strokes(150, 20, Normalisation.NONE, 6).load();
        assertThat(examples.shape()).containsExactly(6);
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0.0;
                for (int a = 0; a < 150; a++) sum += examples.inputs()[6 * a + i] * examples.inputs()[6 * a + j];
                assertThat(sum / 150).isCloseTo(i == j ? 1.0 : 0.0, within(1e-9));
            }
        }
    }

    /** Nearest class mean, a linear classifier that needs no training: far better than chance (0.9) and far from perfect. */
    @Test
    void theTaskIsNeitherTrivialNorHopeless() {
        Examples examples = strokes(1500, 500, Normalisation.STANDARD, 0).load();
        double[][] means = new double[10][PIXELS];
        int[] count = new int[10];
        for (int a = 0; a < 1500; a++) count[(int) examples.targets()[a]]++;
        for (int a = 0; a < 1500; a++) {
            int digit = (int) examples.targets()[a];
            for (int i = 0; i < PIXELS; i++) means[digit][i] += examples.inputs()[a * PIXELS + i] / count[digit];
        }
        int wrong = 0;
        for (int a = 0; a < 500; a++) {
            int nearest = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int digit = 0; digit < 10; digit++) {
                double distance = 0.0;
                for (int i = 0; i < PIXELS; i++) {
                    double off = examples.testInputs()[a * PIXELS + i] - means[digit][i];
                    distance += off * off;
                }
                if (distance < least) {
                    least = distance;
                    nearest = digit;
                }
            }
            if (nearest != examples.testTargets()[a]) wrong++;
        }
        assertThat(wrong / 500.0).isBetween(0.05, 0.4);
    }

    @Test
    void tooManyComponentsAreRefused() {
        assertThatThrownBy(() -> strokes(20, 0, Normalisation.NONE, 20))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("pca = 20: 20 training examples span at most 19 components");
        assertThatThrownBy(() -> strokes(2000, 0, Normalisation.NONE, 785))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("pca = 785: an input has 784 numbers");
    }
}
