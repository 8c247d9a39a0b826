package rugged.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a start was answered for is on the disk: a server that dies before it begins the run loses nothing. */
final class AcceptedTest {
    private static final String BARE = Served.SMALL.substring(0, Served.SMALL.indexOf("figures:"));
    private static final String LONG = BARE.replace("study: small", "study: longer")
            .replace("n: 16", "n: 96")
            .replace("until: 4", "until: 4000");

    private static JsonNode start(Served served, String yaml) {
        HttpResponse<String> reply = served.post("api/runs", Map.of("yaml", yaml));
        assertThat(reply.statusCode()).isIn(200, 201);
        return Served.json(reply);
    }

    /** The workspace as a power cut would leave it. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Path there = to.resolve(from.relativize(one).toString());
                if (Files.isDirectory(one)) Files.createDirectories(there);
                else if (!one.getFileName().toString().endsWith("lock")) Files.copy(one, there);
            }
        }
    }

    @Test
    void whatWaitsWhenAServerDiesIsResumedByTheNext(@TempDir Path root, @TempDir Path after) throws IOException {
        String waiting;
        try (Served served = new Served(root)) {
            String busy = start(served, LONG).path("id").asString();
            JsonNode second = start(served, BARE);
            waiting = second.path("id").asString();
            assertThat(second.path("status").asString()).isEqualTo("queued");
            assertThat(second.path("reason").asString()).isEmpty();
            Path folder = root.resolve(waiting);
            for (String file : new String[] {"study.yaml", "plan.json", "quantities.json", "manifest.json"})
                assertThat(folder.resolve(file)).as(file).isRegularFile();
            copy(folder, after.resolve(waiting));
            assertThat(start(served, BARE).path("id").asString())
                    .as("asked for twice is once")
                    .isEqualTo(waiting);
            served.post("api/runs/" + waiting + "/stop", Map.of());
            JsonNode left = Served.json(served.get("api/runs/" + waiting)).path("item");
            assertThat(left.path("status").asString()).as("out of the queue").isEqualTo("interrupted");
            served.post("api/runs/" + busy + "/stop", Map.of());
            served.awaitStatus(busy, "interrupted");
        }
        try (Served served = new Served(after)) {
            JsonNode found = served.awaitStatus(waiting, "interrupted");
            assertThat(found.path("study").asString()).isEqualTo("small");
            assertThat(found.path("reason").asString()).contains("not begun yet");
            assertThat(served.get("api/runs?status=interrupted").body()).contains(waiting);
            assertThat(served.post("api/runs/" + waiting + "/resume", Map.of()).statusCode())
                    .isEqualTo(202);
            JsonNode done = served.awaitStatus(waiting, "complete");
            assertThat(done.path("reason").asString()).isEmpty();
            JsonNode manifest = Served.json(served.get("api/runs/" + waiting)).path("manifest");
            assertThat(manifest.path("sessions").asInt()).isEqualTo(1);
        }
    }
}
