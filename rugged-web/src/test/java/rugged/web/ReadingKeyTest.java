package rugged.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Who may only look may take away what can be looked at, and changes nothing. */
final class ReadingKeyTest {
    private static HttpRequest.Builder ask(Served served, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + served.port + "/" + path))
                .header(
                        "Authorization",
                        "Bearer " + served.server().readingKey().orElseThrow())
                .header("Content-Type", "application/json");
    }

    private static HttpResponse<String> download(Served served, String path) {
        String body = JsonMapper.shared().writeValueAsString(Map.of("path", path));
        HttpResponse<String> sold = served.send(ask(served, "api/tickets").POST(BodyPublishers.ofString(body)));
        assertThat(sold.statusCode()).as(path + sold.body()).isEqualTo(200);
        String url = Served.json(sold).path("url").asString();
        return served.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + served.port + url))
                .GET());
    }

    @Test
    void figuresFilesAndExportsAreFetchedAndNothingIsWritten(@TempDir Path root) {
        try (Served served = new Served(
                root, s -> new Serving(s.root(), s.data(), 0, s.bind(), s.publicUrl(), false, true, false, 2))) {
            String id = Served.json(served.post("api/runs", Map.of("yaml", Served.SMALL)))
                    .path("id")
                    .asString();
            served.awaitStatus(id, "complete");
            String run = "api/runs/" + id;
            for (String path : new String[] {
                run + "/figures/energy.svg",
                run + "/files/report.html",
                run + "/files/study.yaml",
                run + "/export?format=csv"
            }) {
                HttpResponse<String> reply = download(served, path);
                assertThat(reply.statusCode()).as(path).isEqualTo(200);
                assertThat(reply.body()).as(path).isNotEmpty();
            }
            for (String path :
                    new String[] {"api/plans", "api/runs", run + "/stop", run + "/resume", "api/validation/all"})
                assertThat(served.send(ask(served, path).POST(BodyPublishers.ofString("{}")))
                                .statusCode())
                        .as(path)
                        .isEqualTo(403);
            assertThat(served.send(ask(served, run).DELETE()).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void anUnknownPageSaysSoInItsFormAndItsStatus(@TempDir Path root) {
        try (Served served = new Served(root)) {
            HttpResponse<String> page = served.send(
                    served.request("nothing/here").header("Accept", "text/html").GET());
            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
            assertThat(page.body()).contains("assets/");
            for (String path : new String[] {"api/nothing", "api/runs/unknown", "api/catalogue/unknown", "nothing"}) {
                HttpResponse<String> reply = served.get(path);
                assertThat(reply.statusCode()).as(path).isEqualTo(404);
                assertThat(reply.headers().firstValue("Content-Type").orElse(""))
                        .as(path)
                        .startsWith("application/problem+json");
            }
        }
    }

    @Test
    void whatIsWrongWithARequestIsSaidWithoutTheNamesOfTheProgram(@TempDir Path root) {
        try (Served served = new Served(root)) {
            for (String body : new String[] {
                "",
                "null",
                "[1]",
                "{",
                "{\"yaml\": [1]}",
                "{\"yaml\": {\"a\": 1}}",
                "{\"set\": 3}",
                "{\"set\": [{}]}",
                "{\"force\": \"x\"}",
                "{\"unknown\": 1}",
                "\"\"",
                "[".repeat(5000),
                "{\"yaml\": " + "9".repeat(2000) + "}",
                "{\"study\": \"a\", \"study\": \"b\"}",
                "{\"size\": \"huge\"}"
            }) {
                HttpResponse<String> reply = served.send(served.request("api/plans")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
                assertThat(reply.statusCode()).as(body).isBetween(400, 499);
                assertThat(reply.body())
                        .as(body)
                        .doesNotContain("rugged.", "java.", "tools.", "`", "Exception", "Stream");
            }
        }
    }
}
