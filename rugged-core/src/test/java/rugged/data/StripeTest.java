package rugged.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rugged.api.Examples;

class StripeTest {
    @Test
    void labelsFollowOneCoordinateAndAreBalanced() {
        Examples given = new Stripe(20000, 10, 3, List.of(-0.3, 1.18549), Optional.of(Normalisation.NONE), 1).load();
        double sum = 0.0;
        for (int a = 0; a < 20000; a++) {
            double first = given.inputs()[3 * a];
            assertThat(given.targets()[a]).isEqualTo(first > -0.3 && first < 1.18549 ? -1.0 : 1.0);
            sum += given.targets()[a] / 20000;
        }
        // five standard errors
        assertThat(sum).isCloseTo(0.0, within(0.036));
    }

    @Test
    void inputsAreOnTheSphere() {
        Examples given = new Stripe(50, 10, 4, List.of(0.0), Optional.of(Normalisation.UNIT), 1).load();
        double square = 0.0;
        for (int i = 0; i < 4; i++) square += given.testInputs()[i] * given.testInputs()[i];
        assertThat(square).isCloseTo(4.0, within(1e-12));
    }

    @Test
    void cutsIncrease() {
        assertThatThrownBy(() -> new Stripe(50, 10, 4, List.of(1.0, 0.0), Optional.of(Normalisation.UNIT), 1))
                .hasMessageContaining("increasing");
    }
}
