package rugged.store.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.store.RunFolder;
import rugged.store.file.Damaged;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.FolderLock;
import rugged.store.file.StoredFile;

/** Nothing but a regular file of the run is opened, and nothing that is damaged is taken for whole. */
@Timeout(20)
final class StoredFileTest {
    @TempDir
    Path folder;

    private Path run;
    private Path secret;

    @BeforeEach
    void make() throws IOException {
        run = Files.createDirectories(folder.resolve("run"));
        Files.createDirectories(run.resolve("points/a"));
        secret = Files.writeString(folder.resolve("secret.json"), "{}");
    }

    private static void pipe(Path at) throws Exception {
        assertThat(new ProcessBuilder("mkfifo", at.toString()).start().waitFor(10, TimeUnit.SECONDS))
                .isTrue();
    }

    private void refused(Runnable read, String why) {
        assertThatThrownBy(read::run).isInstanceOf(EnvironmentFailure.class).hasMessageContaining(why);
    }

    @Test
    void aPipeIsNotWaitedFor() throws Exception {
        RunFolder there = RunFolder.at(run);
        for (String name : new String[] {"study.yaml", "plan.json", "lock"}) pipe(run.resolve(name));
        pipe(run.resolve("points/a/observations.tsv"));
        pipe(run.resolve("points/a/checkpoint"));
        refused(there::study, "study.yaml is no regular file");
        refused(there::agenda, "plan.json is no regular file");
        pipe(run.resolve("manifest.json"));
        refused(there::manifest, "manifest.json is no regular file");
        refused(
                () -> Observations.read(
                        run.resolve("points/a/observations.tsv"), Long.MAX_VALUE, (q, r, v, e, at) -> {}),
                "observations.tsv is no regular file");
        refused(() -> PointRecord.checkpoint(run.resolve("points/a/checkpoint")), "checkpoint is no regular file");
        assertThat(PointFolder.standing(run.resolve("points/a"))).isEmpty();
        assertThat(FolderLock.heldBy(run)).isZero();
    }

    @Test
    void aLinkInsideIsFollowedAndOneOutIsNot() throws IOException {
        Files.writeString(run.resolve("text"), "own");
        Files.createSymbolicLink(run.resolve("study.yaml"), Path.of("text"));
        assertThat(RunFolder.at(run).study()).contains("own");
        Files.createSymbolicLink(run.resolve("manifest.json"), secret);
        refused(() -> RunFolder.at(run).manifest(), "symbolic link out of the run");
        Files.delete(run.resolve("manifest.json"));
        Files.createSymbolicLink(run.resolve("plan.json"), Path.of("plan.json"));
        refused(() -> RunFolder.at(run).agenda(), "plan.json");
        Files.createSymbolicLink(run.resolve("points/b"), folder);
        refused(
                () -> StoredFile.bytes(run.resolve("points/b/secret.json"), StoredFile.SMALL),
                "symbolic link out of the run");
        assertThat(StoredFile.exists(run.resolve("points/b/secret.json"))).isFalse();
        assertThat(StoredFile.exists(run.resolve("text"))).isTrue();
    }

    @Test
    void aRunFolderMayItselfBeBehindALink() throws IOException {
        Files.writeString(run.resolve("study.yaml"), "own");
        Path elsewhere = Files.createSymbolicLink(folder.resolve("elsewhere"), run);
        assertThat(RunFolder.at(elsewhere).study()).contains("own");
    }

    @Test
    void aLockBehindALinkIsNotWritten() throws IOException {
        Files.createSymbolicLink(run.resolve("lock"), secret);
        assertThat(FolderLock.heldBy(run)).isZero();
        assertThatThrownBy(() -> FolderLock.take(run)).isInstanceOf(EnvironmentFailure.class);
        assertThat(secret).hasContent("{}");
    }

    @Test
    void whatIsTooLargeIsNotParsed() throws IOException {
        Files.write(run.resolve("summary.json"), new byte[1001]);
        refused(() -> StoredFile.bytes(run.resolve("summary.json"), 1000), "larger than");
        assertThat(StoredFile.bytes(run.resolve("summary.json"), 1001)).isPresent();
        assertThat(StoredFile.bytes(run.resolve("missing"), 1001)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "null | everything is missing",
                "[] | a set of keys and values is expected here",
                "\"x\" | a set of keys and values is expected here",
                "{\"study\": [1]} | study: a text is expected here",
                "{\"seed\": \"x\"} | seed: a whole number is expected here",
                "{\"seconds\": {}} | seconds: a number is expected here",
                "{\"warnings\": 3} | warnings: a list is expected here",
                "{\"warnings\": []} | study is missing",
                "{\"warnings\": [null]} | something is missing here",
                "{\"study\": | line 1, column",
                "x | line 1, column 1: this is no JSON",
            })
    void aDamagedManifestSaysWhereAndNamesNoInsides(String text, String why) throws IOException {
        Files.writeString(run.resolve("manifest.json"), text);
        assertThatThrownBy(() -> RunFolder.at(run).manifest())
                .isInstanceOf(EnvironmentFailure.class)
                .hasMessageStartingWith(run.resolve("manifest.json") + " is damaged: ")
                .hasMessageContaining(why)
                .message()
                .doesNotContain("rugged.", "java.", "tools.", "`", "Stream");
    }

    @Test
    void deepNestingIsDamage() throws IOException {
        Files.writeString(run.resolve("manifest.json"), "[".repeat(100_000));
        refused(() -> RunFolder.at(run).manifest(), "is damaged");
    }

    @Test
    void namesInListsLeadNowhereElse() throws IOException {
        String entry = "{\"key\": \"../../secret\", \"source\": \"simulation\", \"coordinates\": {}}";
        Files.write(
                run.resolve("plan.json"),
                ("{\"study\": \"s\", \"plan\": \"p\", \"size\": \"quick\", \"seed\": 1, \"points\": [" + entry
                                + "], \"theories\": []}")
                        .getBytes(StandardCharsets.UTF_8));
        refused(() -> RunFolder.at(run).agenda(), "points[0]: this is no name of a file of a run");
        Files.writeString(
                run.resolve("points/a/arrays.json"),
                "[{\"name\": \"../../../secret\", \"kind\": \"state\", \"shape\": [1], \"frames\": 1}]");
        assertThat(new PointRecord(run.resolve("points/a")).arrays().arrays()).isEmpty();
    }

    /** Forty GiB that take no room on the disk would take all of the memory. */
    @Test
    void theLengthIsLookedAtBeforeAnythingIsRead() throws Exception {
        Path run = Files.createDirectories(folder.resolve("long"));
        Path file = run.resolve("checkpoint");
        try (java.io.RandomAccessFile sparse = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(40L << 30);
        }
        assertThatThrownBy(() -> StoredFile.bytes(file, 1L << 31))
                .isInstanceOf(Damaged.class)
                .hasMessageContaining("larger than 2048 MiB");
        assertThatThrownBy(() -> StoredFile.requireRoom(file, Long.MAX_VALUE, 2L << 30))
                .isInstanceOf(EnvironmentFailure.class)
                .hasMessageContaining("40960 MiB, too many for a Java heap of 2048 MiB");
    }
}
