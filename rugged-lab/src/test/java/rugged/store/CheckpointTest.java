package rugged.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CheckpointTest {
    private static final Checkpoint CHECKPOINT = new Checkpoint(
            Checkpoint.Standing.RUNNING, "", 1.5, 77, Map.of("observations.tsv", 1234L, "answers.bin", 0L), new byte[] {
                1, 2, 3
            });

    @Test
    void isReadBackAsItWas() {
        Checkpoint read = Checkpoint.read(CHECKPOINT.bytes()).orElseThrow();
        assertThat(read).usingRecursiveComparison().isEqualTo(CHECKPOINT);
        assertThat(read.bytes()).isEqualTo(CHECKPOINT.bytes());
    }

    @Property(tries = 300)
    void oneDamagedBitIsNoticed(@ForAll @IntRange(max = 10_000) int bit) {
        byte[] bytes = CHECKPOINT.bytes();
        bytes[bit / 8 % bytes.length] ^= (byte) (1 << bit % 8);
        assertThat(Checkpoint.read(bytes)).isEmpty();
    }

    @Property(tries = 100)
    void anEndThatIsMissingIsNoticed(@ForAll @IntRange(max = 10_000) int length) {
        byte[] bytes = CHECKPOINT.bytes();
        assertThat(Checkpoint.read(Arrays.copyOf(bytes, length % bytes.length))).isEmpty();
    }
}
