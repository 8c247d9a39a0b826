package rugged.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges of a file of 10 bytes, as RFC 9110 has them. */
final class ByteRangeTest {
    private static final long SIZE = 10;

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-9, 0, 9",
        "bytes=3-4, 3, 4",
        "bytes=3-, 3, 9",
        "bytes=9-99, 9, 9",
        "bytes=-3, 7, 9",
        "bytes=-99, 0, 9",
        "BYTES=3-4, 3, 4",
        "bytes=0003-4, 3, 4",
        "bytes=3-99999999999999999999999999, 3, 9",
        "bytes=-99999999999999999999999999, 0, 9",
    })
    void aSingleRangeIsCutToTheFile(String header, long first, long last) throws Exception {
        assertThat(ByteRange.of(header, SIZE)).contains(new ByteRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-20", "bytes=99999999999999999999999999-", "bytes=-0"})
    void whatBeginsBeyondTheEndCannotBeSatisfied(String header) {
        assertThatThrownBy(() -> ByteRange.of(header, SIZE)).isInstanceOf(ByteRange.Unsatisfiable.class);
        assertThatThrownBy(() -> ByteRange.of(header, 0)).isInstanceOf(ByteRange.Unsatisfiable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=4-3",
                "bytes=a-b",
                "bytes=1-2,4-5",
                "bytes=--1",
                "items=0-1",
                "bytes=1",
                "bytes=0x1-2",
                "bytes=1 - 2",
                "bytes=\u0661-2"
            })
    void whatIsMalformedOrManifoldAsksForTheWhole(String header) throws Exception {
        assertThat(ByteRange.of(header, SIZE)).isEmpty();
    }

    @Test
    void noHeaderAsksForTheWhole() throws Exception {
        assertThat(ByteRange.of(null, SIZE)).isEmpty();
        assertThat(ByteRange.of(null, 0)).isEmpty();
    }

    @Test
    void anEmptyFileHasNoRange() {
        for (String header : new String[] {"bytes=0-", "bytes=-1"})
            assertThatThrownBy(() -> ByteRange.of(header, 0)).isInstanceOf(ByteRange.Unsatisfiable.class);
    }
}
