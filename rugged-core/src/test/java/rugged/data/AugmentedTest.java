package rugged.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.params.BadParameter;

class AugmentedTest {
    private static final int SIDE = 28;
    private static final int PIXELS = SIDE * SIDE;

    private static DataSpec strokes(int pca) {
        return new Strokes(30, 7, DigitLabels.CLASSES, Normalisation.STANDARD, pca, 1);
    }

    private static Augmented of(int copies, int shifts, boolean flips, double displacement) {
        return new Augmented(strokes(0), copies, shifts, flips, displacement, 3, 1);
    }

    @Test
    void copiesFollowOneAnother() {
        Examples plain = strokes(0).load();
        Examples few = of(2, 1, false, 1).load();
        Examples more = of(3, 1, false, 1).load();
        assertThat(few.patterns()).isEqualTo(60);
        assertThat(few.inputs()).containsExactly(Arrays.copyOf(more.inputs(), few.inputs().length));
        assertThat(Arrays.copyOfRange(few.targets(), 30, 60)).containsExactly(plain.targets());
        assertThat(few.testInputs()).containsExactly(plain.testInputs());
        assertThat(Arrays.copyOf(few.inputs(), PIXELS))
                .isNotEqualTo(Arrays.copyOfRange(few.inputs(), 30 * PIXELS, 31 * PIXELS));
    }

    @Test
    void nothingAskedForIsNothingDone() {
        Examples plain = strokes(0).load();
        Examples same = of(1, 0, false, 0).load();
        assertThat(same.inputs()).containsExactly(plain.inputs());
    }

    /** All nine shifts are as frequent, and what comes in is the background. */
    @Test
    void shiftsAreByWholePixels() {
        Examples plain = strokes(0).load();
        Examples shifted = of(40, 1, false, 0).load();
        double[] background = ImageCopies.background(new rugged.num.image.ImageShape(1, SIDE, SIDE), plain.inputs());
        // half of the border is paper that the noise would have made lighter
        assertThat(background[0]).isCloseTo(Arrays.stream(plain.inputs()).min().orElseThrow(), within(1e-3));
        Map<Integer, Integer> counts = new HashMap<>();
        for (int a = 0; a < shifted.patterns(); a++) {
            int found = -1;
            for (int s = 0; s < 9 && found < 0; s++) {
                boolean same = true;
                for (int k = 0; k < PIXELS && same; k++) {
                    int row = k / SIDE - (s / 3 - 1);
                    int column = k % SIDE - (s % 3 - 1);
                    boolean inside = row >= 0 && row < SIDE && column >= 0 && column < SIDE;
                    double expected = inside ? plain.inputs()[(a % 30) * PIXELS + row * SIDE + column] : background[0];
                    same = shifted.inputs()[a * PIXELS + k] == expected;
                }
                if (same) found = s;
            }
            assertThat(found).isNotNegative();
            counts.merge(found, 1, Integer::sum);
        }
        double chiSquare = 0;
        for (int s = 0; s < 9; s++) chiSquare += Math.pow(counts.getOrDefault(s, 0) - 1200 / 9.0, 2) * 9 / 1200;
        // 8 degrees of freedom: below 26 with probability 0.999
        assertThat(chiSquare).isLessThan(26);
    }

    @Test
    void halfOfThemAreMirrored() {
        Examples plain = strokes(0).load();
        Examples mirrored = of(20, 0, true, 0).load();
        int same = 0;
        for (int a = 0; a < 600; a++) {
            boolean straight = true;
            boolean turned = true;
            for (int k = 0; k < PIXELS; k++) {
                double value = mirrored.inputs()[a * PIXELS + k];
                straight &= value == plain.inputs()[(a % 30) * PIXELS + k];
                turned &= value == plain.inputs()[(a % 30) * PIXELS + k / SIDE * SIDE + SIDE - 1 - k % SIDE];
            }
            assertThat(straight || turned).isTrue();
            if (straight) same++;
        }
        assertThat(same / 600.0).isCloseTo(0.5, within(0.07));
    }

    @Test
    void fieldsMoveByAboutAPixel() {
        Examples plain = strokes(0).load();
        Examples bent = of(1, 0, false, 1).load();
        double moved = 0;
        double square = 0;
        for (int i = 0; i < plain.inputs().length; i++) {
            moved += Math.pow(bent.inputs()[i] - plain.inputs()[i], 2);
            square += Math.pow(plain.inputs()[i], 2);
        }
        assertThat(moved / square).isBetween(0.1, 0.6);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> new Augmented(strokes(5), 2, 1, false, 0, 3, 1).outline())
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("no images");
        assertThatThrownBy(() -> of(2, 28, false, 0).outline()).hasMessageContaining("leaves nothing");
        assertThatThrownBy(() -> new Augmented(strokes(0), 2, 1, false, 1, 28, 1).outline())
                .hasMessageContaining("cut-off above the pixel grid");
        assertThat(of(2, 1, false, 5).remark()).contains("outside of the range");
        assertThat(of(2, 1, false, 1).remark()).isEmpty();
    }
}
