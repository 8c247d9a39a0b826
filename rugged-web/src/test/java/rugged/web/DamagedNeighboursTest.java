package rugged.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rugged.web.runs.RunIndex;
import tools.jackson.databind.JsonNode;

/** Ten good runs among three hundred folders, each of which is damaged in another way: a folder can only hurt itself. */
@Tag("slow")
@Timeout(300)
final class DamagedNeighboursTest {
    private static final int GOOD = 10;
    private static final int BAD = 300;

    @TempDir
    static Path root;

    private static Served served;
    private static List<String> bad;

    @BeforeAll
    static void serve() throws Exception {
        String judged = Served.SMALL + """
              - { id: small.half, text: half, quantity: e, at: { t: 4 }, within: 0.1, tolerance: 1e6, reference: { value: -0.5, error: 0.1, source: a book } }
              - { id: small.wrong, text: wrong, quantity: e, at: { t: 4 }, within: 0.1, reference: { value: 9, error: 0.1, source: a book } }
            """;
        try (Served making = new Served(root)) {
            String id = Served.json(making.post("api/runs", Map.of("yaml", judged)))
                    .path("id")
                    .asString();
            making.awaitStatus(id, "complete");
            Files.move(root.resolve(id), root.resolve("good-0"));
        }
        Path sound = root.resolve("good-0");
        for (int i = 1; i < GOOD; i++) copy(sound, root.resolve("good-" + i));
        bad = new Damage(sound, root, 20261128).make(BAD);
        served = new Served(root);
        long until = System.nanoTime() + 60_000_000_000L;
        while (served.get("api/runs").statusCode() == 503 && System.nanoTime() < until) Thread.sleep(50);
    }

    @AfterAll
    static void end() {
        served.close();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList())
                Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
    }

    private static List<JsonNode> listed() {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = Served.json(served.get("api/runs?size=100&sort=id&up=true&after=" + after));
            page.path("items").forEach(all::add);
            after = page.path("after").asString("");
        } while (!after.isEmpty());
        return all;
    }

    @Test
    void theGoodOnesAreListedWithTheirVerdicts() {
        List<JsonNode> all = listed();
        for (int i = 0; i < GOOD; i++) {
            String id = "good-" + i;
            JsonNode item = all.stream()
                    .filter(one -> one.path("id").asString().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertThat(item.path("status").asString()).isEqualTo("complete");
            assertThat(item.path("agreeing").intValue()).isEqualTo(0);
            assertThat(item.path("compared").intValue()).isEqualTo(1);
            assertThat(item.path("undecided").intValue()).isEqualTo(1);
            assertThat(item.path("study").asString()).isEqualTo("small");
        }
    }

    @Test
    void theOthersAreNamedOrHarmless() {
        List<JsonNode> all = listed();
        int unreadable = 0;
        for (JsonNode item : all) {
            if (!item.path("status").asString().equals("unreadable")) continue;
            unreadable++;
            assertThat(item.path("reason").asString())
                    .as(item.path("id").asString())
                    .containsPattern(
                            "(manifest|plan|summary|progress|quantities|arrays|solution)\\.json|study\\.yaml|lock")
                    .doesNotContain("Exception", "rugged.store", "java.", "tools.jackson", "server's log");
        }
        assertThat(unreadable).isGreaterThan(BAD / 5);
        assertThat(all.size()).isGreaterThan(BAD - BAD / 10);
    }

    @Test
    void everyQuestionAboutEachOfThemIsAnswered() {
        for (String name : bad) {
            String id = RunIndex.id(name);
            // pictures take long to draw: some of them are enough
            String picture = bad.indexOf(name) % 30 == 0 ? "/figures/energy.svg" : "/figures/energy.vl.json";
            for (String part : List.of(
                    "",
                    "/log",
                    "/points",
                    "/series?quantity=e",
                    picture,
                    "/files/summary.json",
                    "/files/study.yaml",
                    "/frames?point=a&name=final",
                    "/moments?point=a",
                    "/array?point=a&name=forces",
                    "/histogram?array=forces")) {
                String path = "api/runs/" + id + part;
                Map.Entry<Integer, String> reply = served.beginning(path);
                String body = reply.getValue();
                assertThat(reply.getKey()).as(name + " " + path + " " + body).isLessThan(500);
                if (reply.getKey() >= 400)
                    assertThat(body).as(path).doesNotContain("Exception", "rugged.", "tools.jackson", "root:x:");
                assertThat(body).as(path).doesNotContain("root:x:");
            }
        }
        theGoodOnesAreListedWithTheirVerdicts();
    }

    @Test
    void whatAsksAboutAllRunsIsAnswered() {
        for (String path :
                List.of("api/catalogue", "api/machine", "api/validation", "api/trash", "api/about", "api/entries"))
            assertThat(served.get(path).statusCode()).as(path).isEqualTo(200);
        for (String name : bad.subList(0, 40))
            assertThat(served.get("api/compare?runs=good-0," + RunIndex.id(name) + "&q=e")
                            .statusCode())
                    .as(name)
                    .isLessThan(500);
    }

    @Test
    void theIndexGoesOnLooking() throws Exception {
        copy(root.resolve("good-0"), root.resolve("late"));
        served.awaitStatus("late", "complete");
    }
}
