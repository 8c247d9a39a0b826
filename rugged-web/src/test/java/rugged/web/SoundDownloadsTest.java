package rugged.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is damaged does not leave by a download in silence, and a damaged note is no empty one. */
@Timeout(120)
final class SoundDownloadsTest {
    @TempDir
    Path root;

    private Served served;
    private String id = "";

    @BeforeEach
    void serve() throws Exception {
        served = new Served(root);
        id = Served.json(served.post("api/runs", Map.of("yaml", Served.SMALL)))
                .path("id")
                .asString();
        served.awaitStatus(id, "complete");
    }

    @AfterEach
    void end() {
        served.close();
    }

    private Path run() {
        return root.resolve(id);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(run())) {
            return all.filter(Files::isRegularFile)
                    .map(file -> run().relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void noFileLeavesDamaged() throws Exception {
        Random random = new Random(3);
        List<String> silent = new ArrayList<>();
        int compared = 0;
        for (String name : files()) {
            Path file = run().resolve(name);
            byte[] content = Files.readAllBytes(file);
            HttpResponse<String> whole = served.get("api/runs/" + id + "/files/" + name);
            if (whole.statusCode() == 404 || content.length == 0) continue;
            assertThat(whole.statusCode()).as(name).isEqualTo(200);
            byte[] changed = content.clone();
            changed[random.nextInt(changed.length)] ^= 4;
            Files.write(file, changed);
            HttpResponse<String> reply = served.get("api/runs/" + id + "/files/" + name);
            compared++;
            if (reply.statusCode() == 200) silent.add(name);
            else assertThat(reply.body()).contains(name.substring(name.lastIndexOf('/') + 1));
            Files.write(file, content);
        }
        assertThat(compared).isGreaterThan(6);
        assertThat(silent).isEmpty();
    }

    @Test
    void aDamagedFigureIsNotShownAsItStands() throws Exception {
        String figure = files().stream()
                .filter(name -> name.startsWith("figures/") && name.endsWith(".svg"))
                .findFirst()
                .orElseThrow();
        Path file = run().resolve(figure);
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("\\d", "0").replaceFirst("1", "7"));
        HttpResponse<String> reply = served.get("api/runs/" + id + "/" + figure);
        assertThat(reply.statusCode()).isNotEqualTo(200);
        assertThat(reply.body()).contains(".svg is damaged");
    }

    private JsonNode seen() {
        return Served.json(served.get("api/runs/" + id)).path("item");
    }

    private HttpResponse<String> change(Map<String, Object> what) {
        return served.patch("api/runs/" + id, what, seen().path("version").asString());
    }

    @Test
    void aDamagedNoteSaysSoAndIsReplacedByANewOneOnly() throws Exception {
        assertThat(change(Map.of("note", "good seeds", "tags", List.of("kept"))).statusCode())
                .isEqualTo(200);
        assertThat(seen().path("note").asString()).isEqualTo("good seeds");
        Path notes = run().resolve("notes.json");
        String text = Files.readString(notes, StandardCharsets.UTF_8);
        assertThat(text).contains("\"sum\"");
        Files.writeString(notes, text.replace("good seeds", "bad seeds!"));
        Files.setLastModifiedTime(
                notes, java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() + 5000));
        for (int k = 0; k < 200 && seen().path("note").asString().equals("good seeds"); k++) Thread.sleep(50);
        assertThat(seen().path("note").asString()).contains("notes.json is damaged: its checksum differs");
        HttpResponse<String> starred = change(Map.of("starred", true));
        assertThat(starred.statusCode()).isEqualTo(409);
        assertThat(starred.body()).contains("a new note replaces it");
        assertThat(change(Map.of("note", "written anew")).statusCode()).isEqualTo(200);
        assertThat(seen().path("note").asString()).isEqualTo("written anew");
    }
}
