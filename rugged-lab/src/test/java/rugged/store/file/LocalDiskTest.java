package rugged.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDiskTest {
    @TempDir
    Path directory;

    @Test
    void aLogIsCutBeforeItGrows() throws Exception {
        Path file = directory.resolve("log");
        Files.writeString(file, "whole line\nhalf a li");
        try (Disk.Log log = LocalDisk.ONLY.append(file, 11)) {
            assertThat(Files.readString(file)).isEqualTo("whole line\n");
            log.write("another\n...".getBytes(StandardCharsets.US_ASCII), 8);
            log.force();
        }
        assertThat(Files.readString(file)).isEqualTo("whole line\nanother\n");
    }

    @Test
    void aFileIsReplacedAsAWholeAndNothingIsLeftBeside() throws Exception {
        Path file = directory.resolve("file");
        LocalDisk.ONLY.replace(file, "one".getBytes(StandardCharsets.US_ASCII), true);
        LocalDisk.ONLY.replace(file, "two".getBytes(StandardCharsets.US_ASCII), false);
        assertThat(Files.readString(file)).isEqualTo("two");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }
}
