package rugged.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sealed text says when it is not what was written: whichever bit of it was turned, wherever it was cut. */
final class JsonTest {
    @TempDir
    Path directory;

    record Plain(String name, double value) {}

    record Versioned(int format, String name) {}

    private static <T> Optional<T> read(Path file, byte[] content, Class<T> type) throws IOException {
        Files.write(file, content);
        return Json.readSealed(file, type);
    }

    private void everyDamageIsFound(Object value) throws IOException {
        Path file = directory.resolve("sealed.json");
        byte[] sound = Json.sealed(value);
        assertThat(read(file, sound, value.getClass()).orElseThrow()).isEqualTo(value);
        List<String> silent = new ArrayList<>();
        for (int at = 0; at < sound.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = sound.clone();
                changed[at] ^= (byte) (1 << bit);
                if (passes(file, changed, value)) silent.add("bit " + bit + " of byte " + at);
            }
            if (passes(file, Arrays.copyOf(sound, at), value)) silent.add("cut after byte " + at);
        }
        assertThat(silent).isEmpty();
    }

    private static boolean passes(Path file, byte[] content, Object value) throws IOException {
        try {
            read(file, content, value.getClass());
            return true;
        } catch (Damaged found) {
            return false;
        }
    }

    @Test
    void everyTurnedBitOfAPlainRecordIsFound() throws IOException {
        everyDamageIsFound(new Plain("overlap", 0.25));
    }

    @Test
    void everyTurnedBitOfARecordWithAFormatIsFound() throws IOException {
        everyDamageIsFound(new Versioned(7, "sum"));
    }

    @Test
    void aTextOfBeforeThereWereSumsIsReadAsItStands() throws IOException {
        Path file = directory.resolve("old.json");
        assertThat(read(file, Json.bytes(new Plain("old", 1.0)), Plain.class)).contains(new Plain("old", 1.0));
        assertThatThrownBy(() -> read(file, Json.bytes(new Versioned(7, "old")), Versioned.class))
                .hasMessageContaining("its checksum is missing");
    }
}
