package rugged.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.web.http.Patience;
import tools.jackson.databind.JsonNode;

/** Folders that are damaged or newer, clocks that jump: what is there is shown, and nothing else suffers. */
final class FailureTest {
    private static final Duration JUMP = Duration.ofHours(5);

    private static String start(Served served) {
        String bare = Served.SMALL.substring(0, Served.SMALL.indexOf("figures:"));
        return Served.json(served.post("api/runs", Map.of("yaml", bare)))
                .path("id")
                .asString();
    }

    @Test
    void aClockThatJumpsMovesNoAgeAndNoDuration(@TempDir Path root) throws IOException {
        AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
        String id;
        try (Served served =
                new Served(root, UnaryOperator.identity(), () -> Instant.now().plus(ahead.get()), Patience.usual())) {
            id = start(served);
            served.awaitStatus(id, "complete");
            for (Duration jump : new Duration[] {JUMP, JUMP.negated()}) {
                ahead.set(jump);
                served.patch("api/runs/" + id, Map.of("note", jump.toString()), version(served, id));
                JsonNode item = Served.json(served.get("api/runs/" + id)).path("item");
                assertThat(item.path("age").asDouble()).isBetween(0.0, 600.0);
                assertThat(item.path("seconds").asDouble()).isBetween(0.0, 600.0);
            }
        }
        ahead.set(JUMP.negated());
        try (Served served =
                new Served(root, UnaryOperator.identity(), () -> Instant.now().plus(ahead.get()), Patience.usual())) {
            JsonNode item = served.awaitStatus(id, "complete");
            assertThat(item.path("age").asDouble())
                    .as("files of the future were written just now")
                    .isBetween(0.0, 600.0);
        }
    }

    private static String version(Served served, String id) {
        return Served.json(served.get("api/runs/" + id))
                .path("item")
                .path("version")
                .asString();
    }

    @Test
    void foldersOfNewerVersionsAndDamagedOnesAreNamedAndTheOthersUntouched(@TempDir Path root) throws IOException {
        try (Served served = new Served(root)) {
            String id = start(served);
            served.awaitStatus(id, "complete");
            Path newer = Files.createDirectories(root.resolve("newer"));
            Files.writeString(newer.resolve("manifest.json"), "{\"format\": 9, \"study\": {\"name\": \"small\"}}");
            Files.writeString(newer.resolve("plan.json"), "[]");
            Path empty = Files.createDirectories(root.resolve("empty"));
            Files.createFile(empty.resolve("manifest.json"));
            Path folder = Files.createDirectories(root.resolve("folder"));
            Files.createDirectory(folder.resolve("manifest.json"));
            Path half = Files.createDirectories(root.resolve("half"));
            Files.copy(root.resolve(id).resolve("manifest.json"), half.resolve("manifest.json"));
            Files.writeString(half.resolve("summary.json"), "{\"findings\": [{\"id\": ");
            Path binary = Files.createDirectories(root.resolve("binary"));
            Files.write(binary.resolve("manifest.json"), new byte[] {(byte) 0xff, 0, 1, 2});
            for (String name : new String[] {"newer", "empty", "folder", "half", "binary"}) {
                JsonNode item = served.awaitStatus(name, "unreadable");
                assertThat(item.path("reason").asString())
                        .as(name)
                        .contains(name.equals("half") ? "checksums.json is missing" : "manifest.json");
                assertThat(served.get("api/runs/" + name + "/points").statusCode())
                        .as(name)
                        .isLessThan(500);
                assertThat(served.get("api/runs/" + name + "/log").statusCode())
                        .as(name)
                        .isLessThan(500);
            }
            assertThat(served.get("api/runs/" + id).statusCode()).isEqualTo(200);
            assertThat(served.get("api/runs?status=complete").body()).contains(id);
            assertThat(served.get("api/catalogue?q=glass").statusCode()).isEqualTo(200);
            assertThat(served.get("api/machine").statusCode()).isEqualTo(200);
            assertThat(served.get("api/compare?runs=" + id + ",newer&q=e").statusCode())
                    .isLessThan(500);
        }
    }
}
