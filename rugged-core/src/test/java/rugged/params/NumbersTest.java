package rugged.params;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.0,
                -0.0,
                1.0,
                -1.0,
                0.1,
                1e22,
                1e23,
                Double.MIN_VALUE,
                -Double.MIN_VALUE,
                Double.MIN_NORMAL,
                Double.MAX_VALUE,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY
            })
    void textReadsBackExactly(double value) {
        assertThat(Numbers.real(Numbers.text(value))).hasValue(value);
    }

    @RepeatedTest(value = 100, failureThreshold = 1)
    void textOfAnyBitsReadsBackExactly(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int k = 0; k < 10; k++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (!Double.isNaN(value)) textReadsBackExactly(value);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.01,0.01",
        "1e-5,1e-5",
        "2e3,2000",
        ".5,0.5",
        "1.,1",
        "-inf,-inf",
        ".inf,inf",
        "1.5e-7,1.5e-7",
        "1e22,1e22",
        "-0,-0.0"
    })
    void writesTheShortestForm(String typed, String written) {
        assertThat(Numbers.text(Numbers.real(typed).orElseThrow())).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nan", "NaN", ".nan", "1d", "0x10", "1e", "--1", "", " 1", "1e400", "1_000", "e3", "."})
    void refusesWhatIsNoNumber(String text) {
        assertThat(Numbers.real(text)).isEmpty();
        assertThat(Numbers.whole(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2e3,2000",
        "5.0,5",
        "-7,-7",
        "0e9999,0",
        "9223372036854775807,9223372036854775807",
        "1e18,1000000000000000000"
    })
    void wholeNumbersMayCarryAnExponent(String typed, long value) {
        assertThat(Numbers.whole(typed)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "1e-3", "9223372036854775808", "1e9999", "1e-9999", "inf"})
    void refusesWhatIsNotWhole(String text) {
        assertThat(Numbers.whole(text)).isEmpty();
    }

    @Test
    void rangesAreDecimal() {
        assertThat(Range.values("1..4")).containsExactly("1", "2", "3", "4");
        assertThat(Range.values("0.1..0.5 step 0.1")).containsExactly("0.1", "0.2", "0.3", "0.4", "0.5");
        assertThat(Range.values("-1 .. 1 step 0.75")).containsExactly("-1", "-0.25", "0.5");
        assertThat(Range.values("7..7")).containsExactly("7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0.1..0.5          | a range of numbers that are not whole needs a step
        1..2 step 0       | the step must be > 0
        3..2              | the range ends before it begins
        0..1e9            | the range has more than 100000 values
        0..1 step 1e-99   | the range has more than 100000 values
        """)
    void refusesBadRanges(String text, String reason) {
        assertThat(Range.looksLike(text)).isTrue();
        assertThat(Range.objection(text)).hasValue(reason);
    }
}
