package rugged.num.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both implementations count the same bits, for whole vectors and for what is left over. */
class MaskedCountsTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 8, 9, 13, 16, 40})
    void countsBits(int length) {
        Random random = new Random(length);
        long[] words = random.longs(length + 5).toArray();
        long[] mask = random.longs(length).toArray();
        for (int from = 0; from <= 5; from++)
            for (long turn : new long[] {0L, -1L}) {
                int expected = 0;
                for (int bit = 0; bit < 64 * length; bit++) {
                    long word = (words[from + bit / 64] ^ turn) & mask[bit / 64];
                    if ((word >>> bit & 1L) != 0L) expected++;
                }
                assertThat(MaskedCounts.plain(words, from, turn, mask)).isEqualTo(expected);
                assertThat(MaskedCounts.Wide.count(words, from, turn, mask)).isEqualTo(expected);
                assertThat(MaskedCounts.count(words, from, turn, mask)).isEqualTo(expected);
            }
    }
}
