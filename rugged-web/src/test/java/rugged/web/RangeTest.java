package rugged.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Parts of a run's files, and parts that are not there. */
@Timeout(60)
final class RangeTest {
    private static final String TEXT = "0123456789";

    @TempDir
    static Path root;

    private static Served served;
    private static String file;

    @BeforeAll
    static void serve() throws Exception {
        served = new Served(root);
        String id = Served.json(served.post("api/runs", Map.of("yaml", Served.SMALL)))
                .path("id")
                .asString();
        served.awaitStatus(id, "complete");
        Files.writeString(root.resolve(id).resolve("tables.tsv"), TEXT);
        file = "api/runs/" + id + "/files/tables.tsv";
    }

    @AfterAll
    static void end() {
        served.close();
    }

    private static HttpResponse<String> ask(String... headers) {
        return served.send(served.request(file).headers(headers).GET());
    }

    private static String header(HttpResponse<?> reply, String name) {
        return reply.headers().firstValue(name).orElse("");
    }

    @Test
    void theWholeFileSaysThatItHasParts() {
        HttpResponse<String> reply = served.get(file);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo(TEXT);
        assertThat(header(reply, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(reply, "Content-Length")).isEqualTo("10");
        assertThat(ask("If-None-Match", header(reply, "ETag")).statusCode()).isEqualTo(304);
    }

    @Test
    void oneRangeIsAnsweredWithThatPart() {
        for (String[] part : new String[][] {
            {"bytes=2-4", "234", "2-4"},
            {"bytes=7-", "789", "7-9"},
            {"bytes=-2", "89", "8-9"},
            {"bytes=0-99", TEXT, "0-9"}
        }) {
            HttpResponse<String> reply = ask("Range", part[0]);
            assertThat(reply.statusCode()).as(part[0]).isEqualTo(206);
            assertThat(reply.body()).as(part[0]).isEqualTo(part[1]);
            assertThat(header(reply, "Content-Range")).isEqualTo("bytes " + part[2] + "/10");
        }
    }

    @Test
    void beyondTheEndIsSaidAndTheServerGoesOnAnswering() {
        for (int again = 0; again < 40; again++) {
            HttpResponse<String> reply = ask("Range", "bytes=99999999-");
            assertThat(reply.statusCode()).isEqualTo(416);
            assertThat(header(reply, "Content-Range")).isEqualTo("bytes */10");
            assertThat(header(reply, "Content-Type")).startsWith("application/problem+json");
        }
        assertThat(served.get("api/about").statusCode()).isEqualTo(200);
    }

    @Test
    void severalRangesAreAnsweredWithTheWhole() {
        HttpResponse<String> reply = ask("Range", "bytes=0-1,4-5");
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo(TEXT);
    }

    @Test
    void aPartOfAnotherVersionIsTheWholeOfThisOne() {
        String version = header(served.get(file), "ETag");
        assertThat(ask("Range", "bytes=2-4", "If-Range", version).statusCode()).isEqualTo(206);
        assertThat(ask("Range", "bytes=2-4", "If-Range", "\"other\"").body()).isEqualTo(TEXT);
        assertThat(ask("Range", "bytes=2-4", "If-Range", "Sat, 28 Nov 2026 00:00:00 GMT")
                        .body())
                .isEqualTo(TEXT);
    }
}
