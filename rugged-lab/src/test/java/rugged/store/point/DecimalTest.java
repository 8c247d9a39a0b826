package rugged.store.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick way reads the same bits as the library's. */
final class DecimalTest {
    private static double parse(String text) {
        byte[] bytes = ("x" + text + "y").getBytes(StandardCharsets.US_ASCII);
        return Decimal.parse(bytes, 1, 1 + text.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "0.0",
                "-0.0",
                "1",
                "-1",
                "0.1",
                "12.",
                ".5",
                "9007199254740993",
                "900719925474099.3",
                "1e-5",
                "-2.5E300",
                "4.9E-324",
                "NaN",
                "Infinity",
                "-Infinity",
                "0.0000000000000000000001",
                "123456789012345678"
            })
    void textsOfAllKinds(String text) {
        assertThat(Double.doubleToRawLongBits(parse(text)))
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }

    @Test
    void randomNumbersOfAllSizesAndLengths() {
        Random random = new Random(3);
        for (int i = 0; i < 200_000; i++) {
            double number = random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
            if (i % 3 == 0) number = Math.rint(number * 1e4) / 1e4;
            String text = Double.toString(number);
            assertThat(Double.doubleToRawLongBits(parse(text))).as(text).isEqualTo(Double.doubleToRawLongBits(number));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "1.2.3", "x", "1,5", "--1"})
    void whatIsNoNumberIsRefused(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(NumberFormatException.class);
    }
}
