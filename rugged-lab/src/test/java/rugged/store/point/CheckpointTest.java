package rugged.store.point;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rugged.num.Packed;

class CheckpointTest {
    private static final Checkpoint CHECKPOINT = new Checkpoint(
            "0f3c",
            Checkpoint.Standing.RUNNING,
            "",
            1.5,
            77,
            Map.of("observations.tsv", new Extent(1234, 0xFEDCBA98L), "answers.bin", Extent.EMPTY),
            Map.of("final.npy", Extent.of(new byte[] {7, 8})),
            new byte[] {1, 2, 3});

    @Test
    void isReadBackAsItWas() {
        Checkpoint read = Checkpoint.read(CHECKPOINT.bytes()).orElseThrow();
        assertThat(read).usingRecursiveComparison().isEqualTo(CHECKPOINT);
        assertThat(read.bytes()).isEqualTo(CHECKPOINT.bytes());
    }

    @Test
    void oneDamagedBitIsNoticedWhereverItIs() {
        byte[] whole = CHECKPOINT.bytes();
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] bytes = whole.clone();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(Checkpoint.read(bytes)).as("bit %d", bit).isEmpty();
        }
    }

    @Test
    void anEndThatIsMissingIsNoticed() {
        byte[] whole = CHECKPOINT.bytes();
        for (int length = 0; length < whole.length; length++)
            assertThat(Checkpoint.read(Arrays.copyOf(whole, length)))
                    .as("%d bytes", length)
                    .isEmpty();
    }

    /** RFC 3720, appendix B.4: 32 bytes of zeros, and the bytes 0 to 31. */
    @Test
    void sumsAreThoseOfTheStandard() {
        byte[] rising = new byte[32];
        for (int k = 0; k < rising.length; k++) rising[k] = (byte) k;
        assertThat(Extent.of(new byte[32]).sum()).isEqualTo(0x8a9136aaL);
        assertThat(Extent.of(rising).sum()).isEqualTo(0x46dd794eL);
    }

    /** As the version before wrote it: no name, no sums, one kind of failure. */
    private static byte[] first(String reason) {
        byte[] body = new Packed.Writer()
                .put("rugged checkpoint 1")
                .put(2)
                .put(reason)
                .put(1.5)
                .put(77L)
                .put(1)
                .put("observations.tsv")
                .put(1234L)
                .put(new byte[0])
                .bytes();
        long sum = Extent.of(body).sum();
        return ByteBuffer.allocate(body.length + Integer.BYTES)
                .put(body)
                .putInt((int) sum)
                .array();
    }

    @Test
    void theFirstFormatIsReadAndItsFailuresAreToldApart() {
        Checkpoint physics =
                Checkpoint.read(first("replica 0 at t = 0.5: it burst (NaN)")).orElseThrow();
        assertThat(physics.standing()).isEqualTo(Checkpoint.Standing.FAILED);
        assertThat(physics.vouches()).isFalse();
        assertThat(physics.length("observations.tsv")).isEqualTo(1234);
        assertThat(physics.logs().get("observations.tsv").known()).isFalse();
        Checkpoint outside =
                Checkpoint.read(first("UncheckedIOException: x.csv: no number")).orElseThrow();
        assertThat(outside.standing()).isEqualTo(Checkpoint.Standing.BROKEN);
    }
}
