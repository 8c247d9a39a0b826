package rugged.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.store.DiskArchive;

class DiskArchiveTest {
    @TempDir
    Path folder;

    private static byte[] bytes(int length, int value) {
        byte[] bytes = new byte[length];
        java.util.Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    @Test
    void whatWasKeptIsFound() throws IOException {
        DiskArchive archive = new DiskArchive(folder.resolve("a/b"), 1000);
        assertThat(archive.find("one")).isEmpty();
        archive.keep("one", bytes(10, 1));
        archive.keep("one", bytes(20, 2));
        archive.keep("two", bytes(0, 3));
        DiskArchive later = new DiskArchive(folder.resolve("a/b"), 1000);
        assertThat(later.find("one")).contains(bytes(20, 2));
        assertThat(later.find("two")).contains(bytes(0, 0));
        assertThat(later.find("three")).isEmpty();
        assertThat(later.emptied().find("one")).isEmpty();
    }

    /** Every file cut short, and every byte changed: none is taken for the content, and it is replaced by the next that is kept. */
    @Test
    void damageIsNoticed() throws IOException {
        DiskArchive archive = new DiskArchive(folder, 1000);
        byte[] content = bytes(9, 7);
        archive.keep("name", content);
        Path file = files().getFirst();
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThat(archive.find("name")).isEmpty();
        }
        for (int k = 0; k < whole.length; k++) {
            byte[] changed = whole.clone();
            changed[k] ^= 4;
            Files.write(file, changed);
            assertThat(archive.find("name")).isEmpty();
        }
        archive.keep("name", content);
        assertThat(archive.find("name")).contains(content);
        assertThat(files()).containsExactly(file);
    }

    @Test
    void theLeastRecentlyUsedGoes() throws IOException {
        DiskArchive archive = new DiskArchive(folder, 1000);
        for (int k = 0; k < 6; k++) {
            archive.keep("name " + k, bytes(200, k));
            // an hour passes
            for (Path file : files())
                Files.setLastModifiedTime(
                        file,
                        FileTime.from(
                                Files.getLastModifiedTime(file).toInstant().minus(Duration.ofHours(1))));
            archive.find("name 0");
        }
        assertThat(archive.find("name 0")).isPresent();
        assertThat(archive.find("name 1")).isEmpty();
        assertThat(archive.find("name 2")).isEmpty();
        assertThat(archive.find("name 5")).isPresent();
        assertThat(files()).hasSize(4);
    }

    @Test
    void whatIsTooLargeIsNotKept() throws IOException {
        DiskArchive archive = new DiskArchive(folder, 1000);
        archive.keep("large", bytes(219, 1));
        assertThat(archive.find("large")).isEmpty();
        archive.keep("small", bytes(218, 1));
        assertThat(archive.find("small")).isPresent();
    }

    @Test
    void leftoversAreRemovedAndOthersFilesAreNot() throws IOException {
        Path left = Files.write(folder.resolve("123.new"), bytes(5, 1));
        Path underWay = Files.write(folder.resolve("124.new"), bytes(5, 1));
        Path other = Files.write(folder.resolve("notes.txt"), bytes(5000, 1));
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Files.setLastModifiedTime(other, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        new DiskArchive(folder, 1000).keep("name", bytes(9, 1));
        assertThat(left).doesNotExist();
        assertThat(underWay).exists();
        assertThat(other).exists();
    }

    /** Where nothing can be written, nothing is kept, and nothing fails. */
    @Test
    void aFolderThatCannotBeIsNoFailure() throws IOException {
        Path file = Files.write(folder.resolve("file"), bytes(1, 1));
        DiskArchive archive = new DiskArchive(file.resolve("below"), 1000);
        archive.keep("name", bytes(9, 1));
        assertThat(archive.find("name")).isEmpty();
        Files.createDirectories(folder.resolve("full"));
        DiskArchive blocked = new DiskArchive(folder.resolve("full"), 1000);
        blocked.keep("name", bytes(9, 1));
        Path kept;
        try (Stream<Path> all = Files.list(folder.resolve("full"))) {
            kept = all.findFirst().orElseThrow();
        }
        Files.delete(kept);
        Files.createDirectories(kept.resolve("in the way"));
        assertThat(blocked.find("name")).isEmpty();
        blocked.keep("name", bytes(9, 1));
        assertThat(blocked.find("name")).isEmpty();
    }
}
