package rugged.meanfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.params.BadParameter;

class MixtureTest {
    @Test
    void pureThreeHasTheCovarianceOfHalfTheCube() {
        Mixture three = Mixture.parse("3");
        assertThat(three.f(0.7)).isCloseTo(0.5 * 0.343, within(1e-15));
        assertThat(three.fPrime(0.7)).isCloseTo(1.5 * 0.49, within(1e-15));
        assertThat(three.fSecond(0.7)).isCloseTo(3 * 0.7, within(1e-15));
        assertThat(three.orders()).containsExactly(3);
        assertThat(three.pure()).isTrue();
        assertThat(three).isEqualTo(Mixture.pure(3)).hasSameHashCodeAs(Mixture.pure(3));
    }

    @Test
    void weightsMultiplyTheirOrders() {
        Mixture mixture = Mixture.parse("0.6*3+1.4*12");
        assertThat(mixture.f(1)).isCloseTo(1.0, within(1e-15));
        assertThat(mixture.weight(12)).isEqualTo(1.4);
        assertThat(mixture.weight(4)).isZero();
        assertThat(mixture.weight(40)).isZero();
        assertThat(mixture.pure()).isFalse();
        assertThat(mixture.lowest()).isEqualTo(3);
        assertThat(mixture.highest()).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({
        "3,3",
        "4+3,3+4",
        " 1.0 * 3 + 1*4 ,3+4",
        "3+3,2*3",
        "0*2+4,4",
        "1e+2*3,100*3",
        "0.5*3+1e-3*4,0.5*3+0.001*4",
        "1.4*12+0.6*3,0.6*3+1.4*12"
    })
    void theCanonicalFormIsSortedAndShort(String typed, String canonical) {
        assertThat(Mixture.parse(typed)).hasToString(canonical);
    }

    @RepeatedTest(value = 200, failureThreshold = 1)
    void parseInvertsToString(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        StringBuilder text = new StringBuilder("3");
        for (int p = 1; p <= 12; p++) {
            double weight = random.nextInt(5) == 0 ? 0.0 : Math.pow(10, random.nextDouble(-300, 12));
            text.append('+').append(weight).append('*').append(p);
        }
        Mixture mixture = Mixture.parse(text.toString());
        assertThat(Mixture.parse(mixture.toString())).isEqualTo(mixture);
    }

    @RepeatedTest(value = 100, failureThreshold = 1)
    void derivativesAreThoseOfF(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        double q = repetition.getCurrentRepetition() <= 3
                ? repetition.getCurrentRepetition() - 2
                : random.nextDouble(-1, 1);
        double a = random.nextInt(5) == 0 ? 0.0 : random.nextDouble(3);
        Mixture mixture = Mixture.parse("2+" + a + "*3+0.7*5+12");
        double h = 1e-5;
        assertThat(mixture.fPrime(q)).isCloseTo((mixture.f(q + h) - mixture.f(q - h)) / (2 * h), within(1e-7));
        assertThat(mixture.fSecond(q))
                .isCloseTo((mixture.fPrime(q + h) - mixture.fPrime(q - h)) / (2 * h), within(1e-6));
    }

    @Test
    void scalingMultipliesTheCovariance() {
        Mixture mixture = Mixture.parse("3+4").scaled(2.5);
        assertThat(mixture).isEqualTo(Mixture.parse("2.5*3+2.5*4"));
        assertThatThrownBy(() -> mixture.scaled(0))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("covariance-scale = 0.0");
    }

    @Test
    void orderOneHasNoCurvature() {
        Mixture field = Mixture.parse("1");
        assertThat(field.fPrime(0.3)).isEqualTo(0.5);
        assertThat(field.fSecond(0.3)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3+",
                "+3",
                "p",
                "3.5",
                "0",
                "13",
                "-3",
                "2**3",
                "x*3",
                "NaN*3",
                "Infinity*3",
                "-1*3",
                "0*3",
                "3-4",
                "3 4",
                "*3"
            })
    void whatIsNoMixtureIsRefusedInOneLine(String typed) {
        assertThatThrownBy(() -> Mixture.parse(typed))
                .isInstanceOf(BadParameter.class)
                .hasMessageStartingWith("mixture = " + typed)
                .hasMessageContaining("0.6*3+1.4*12")
                .hasMessageNotContaining("\n");
    }

    @Test
    void theMessagesSayWhatIsWrong() {
        assertThatThrownBy(() -> Mixture.parse("0")).hasMessageContaining("p must be an integer >= 1");
        assertThatThrownBy(() -> Mixture.parse("2.5")).hasMessageContaining("p = 2.5 is not an integer");
        assertThatThrownBy(() -> Mixture.parse("-2*3")).hasMessageContaining("must be >= 0 and not all zero");
        assertThatThrownBy(() -> Mixture.parse("0*3+0*4")).hasMessageContaining("must be >= 0 and not all zero");
    }
}
