package rugged.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of forty GiB, which takes no room on a disk, takes none in memory either, whichever file of a run it is. */
@Tag("slow")
@Timeout(120)
final class HugeFilesTest {
    private static final long HUGE = 40L << 30;

    @TempDir
    static Path root;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Served served;

    private static String sound = "";

    @BeforeAll
    static void serve() {
        served = new Served(root);
        sound = Served.json(served.post("api/runs", Map.of("yaml", Served.SMALL)))
                .path("id")
                .asString();
        served.awaitStatus(sound, "complete");
    }

    @AfterAll
    static void end() {
        served.close();
    }

    private static void enlarge(Path run, String name) throws IOException {
        Path file = run.resolve(name);
        if (name.contains("*")) {
            try (Stream<Path> below = Files.list(run.resolve(name.substring(0, name.indexOf('/'))))) {
                file = below.findFirst().orElseThrow().resolve(name.substring(name.lastIndexOf('/') + 1));
            }
        }
        try (RandomAccessFile all = new RandomAccessFile(file.toFile(), "rw")) {
            all.setLength(HUGE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "manifest.json",
                "plan.json",
                "summary.json",
                "progress.json",
                "notes.json",
                "quantities.json",
                "checksums.json",
                "analysis.json",
                "study.yaml",
                "points/*/observations.tsv",
                "points/*/checkpoint",
                "points/*/arrays.json",
                "points/*/final.npy"
            })
    void itIsNotReadIntoMemory(String name) throws Exception {
        String id = "huge-" + name.replaceAll("[^a-z]", "");
        Path run = root.resolve(id);
        try (Stream<Path> all = Files.walk(root.resolve(sound))) {
            for (Path file : all.toList())
                Files.copy(
                        file, run.resolve(root.resolve(sound).relativize(file).toString()));
        }
        enlarge(run, name);
        served.server().laboratory().index().touch(id);
        for (String part : List.of(
                "",
                "/log",
                "/points",
                "/series?quantity=e",
                "/figures/energy.vl.json",
                "/files/summary.json",
                "/files/study.yaml",
                "/frames?point=a&name=final",
                "/moments?point=a",
                "/array?point=a&name=forces",
                "/histogram?array=forces",
                "/export?format=csv"))
            assertThat(served.beginning("api/runs/" + id + part).getKey())
                    .as(part)
                    .isLessThan(500);
    }
}
