package rugged.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Runs that are started from the page and computed by an engine. */
final class AwayRunsTest {
    private static final String BARE = Served.SMALL.substring(0, Served.SMALL.indexOf("figures:"));

    @TempDir
    Path root;

    private static HttpResponse<String> start(Served served, String on) {
        return served.post("api/runs", Map.of("yaml", BARE, "on", on));
    }

    /** One that lives by the server, and one that is left to itself. */
    @ParameterizedTest
    @ValueSource(strings = {"neighbour:attended", "neighbour"})
    void comesBackWithTablesAndFindings(String on) {
        try (Served served = new Served(root)) {
            HttpResponse<String> reply = start(served, on);
            assertThat(reply.statusCode()).as(reply.body()).isEqualTo(201);
            String id = Served.json(reply).path("id").asString();
            assertThat(Served.json(start(served, on)).path("id").asString())
                    .as("asked for twice is once")
                    .isEqualTo(id);
            JsonNode done = served.awaitStatus(id, "complete");
            assertThat(done.path("points").asInt()).isEqualTo(2);
            assertThat(root.resolve(id).resolve("summary.json")).isRegularFile();
            assertThat(start(served, on).statusCode())
                    .as("what is stored is not computed again")
                    .isEqualTo(200);
        }
    }

    @Test
    void whatIsStoppedGoesOnHere() {
        String yaml = BARE.replace("n: 16", "n: 96").replace("until: 4", "until: 4000");
        try (Served served = new Served(root)) {
            HttpResponse<String> reply = served.post("api/runs", Map.of("yaml", yaml, "on", "neighbour:attended"));
            String id = Served.json(reply).path("id").asString();
            assertThat(Served.json(reply).path("status").asString()).isEqualTo("queued");
            assertThat(served.post("api/runs/" + id + "/stop", Map.of()).statusCode())
                    .isEqualTo(202);
            served.awaitStatus(id, "interrupted");
            assertThat(served.post("api/runs/" + id + "/resume", Map.of()).statusCode())
                    .isEqualTo(202);
            served.awaitStatus(id, "running");
            served.post("api/runs/" + id + "/stop", Map.of());
            served.awaitStatus(id, "interrupted");
        }
    }

    @Test
    void enginesThatAreNotThereAreRefusedInALine() {
        try (Served served = new Served(root)) {
            HttpResponse<String> unknown = start(served, "cloud");
            assertThat(unknown.statusCode()).isEqualTo(422);
            assertThat(unknown.body()).contains("cloud is unknown", "neighbour", "slurm");
            HttpResponse<String> away = start(served, "neighbour:away");
            assertThat(away.statusCode()).isEqualTo(409);
            assertThat(away.body()).contains("neighbour: nobody is at home");
            JsonNode engines = Served.json(served.get("api/about")).path("engines");
            assertThat(StreamSupport.stream(engines.spliterator(), false).map(JsonNode::asString))
                    .startsWith("local")
                    .contains("slurm", "neighbour");
        }
    }
}
