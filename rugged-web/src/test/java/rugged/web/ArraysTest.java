package rugged.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.store.RunFolder;
import rugged.store.array.ArrayLog;
import rugged.store.array.RecordedArrays;
import rugged.store.file.Damaged;
import rugged.store.point.PointRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Recorded arrays as the page asks for them: moment by moment, whatever their lengths, and counted. */
final class ArraysTest {
    private static final String STUDY = """
        study: packing
        landscape: { is: packing, particles: 16, packing-fraction: 0.9 }
        dynamics: { is: fire, longest-step: 0.1, tolerance: 1e-14 }
        protocol: { is: decompress, step: -0.01, until: 1e-4, watch: steps }
        observe: [contacts, particles, force-network, forces-gaps, { is: vibrations, shapes: 3 }]
        analyse: [{ is: histogram, array: forces, bins: 12, scale: log }]
        seed: 1..2
        figures:
          - { name: forces, y: P_forces, x: forces, x-scale: log, curves: t }
        """;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path root;

    private static Served served;
    private static String run;
    private static String point;

    @BeforeAll
    static void runOne() {
        served = new Served(root);
        HttpResponse<String> begun = served.post("api/runs", Map.of("yaml", STUDY));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        run = Served.json(begun).path("id").asString();
        served.awaitStatus(run, "complete");
        point = RunFolder.at(root.resolve(run))
                .agenda()
                .orElseThrow()
                .points()
                .getFirst()
                .key();
    }

    @AfterAll
    static void end() {
        served.close();
    }

    private static JsonNode moments() {
        return Served.json(served.get("api/runs/" + run + "/moments?point=" + point));
    }

    private static List<ArrayLog.Frame> stored(String name) {
        List<ArrayLog.Frame> frames = new ArrayList<>();
        new PointRecord(root.resolve(run).resolve("points").resolve(point)).arrays(name, false, frames::add);
        return frames;
    }

    @Test
    void everyMomentOfEveryArrayIsNamed() {
        JsonNode arrays = moments().path("arrays");
        assertThat(arrays.findValuesAsString("name"))
                .contains("particles", "box", "force_network", "forces", "gaps", "modes", "frequencies");
        for (JsonNode array : arrays) {
            List<ArrayLog.Frame> frames = stored(array.path("name").asString());
            assertThat(array.path("frames").size()).isEqualTo(frames.size()).isGreaterThan(2);
            for (int k = 0; k < frames.size(); k++) {
                JsonNode frame = array.path("frames").get(k);
                assertThat(frame.path("at").get(0).asDouble())
                        .isEqualTo(frames.get(k).axes()[0]);
                assertThat(frame.path("shape").get(0).asInt())
                        .isEqualTo(frames.get(k).rows());
            }
        }
    }

    @Test
    void anArrayHasTheShapeAndTheNumbersOfItsMoment() throws Exception {
        for (String name : List.of("particles", "force_network", "modes", "gaps")) {
            List<ArrayLog.Frame> frames = stored(name);
            for (int k = 0; k < frames.size(); k += 3) {
                ByteBuffer got = bytes(name, k);
                JsonNode head = head(got);
                assertThat(head.path("shape").valueStream().map(JsonNode::asInt))
                        .isEqualTo(frames.get(k).shape());
                for (double value : frames.get(k).values())
                    assertThat(got.getFloat()).isEqualTo((float) value);
                assertThat(got.hasRemaining()).isFalse();
            }
        }
        assertThat(stored("force_network").stream()
                        .mapToInt(ArrayLog.Frame::rows)
                        .distinct()
                        .count())
                .as("contacts are lost on the way")
                .isGreaterThan(1);
    }

    private static ByteBuffer bytes(String name, int frame) throws Exception {
        var request = served.request("api/runs/" + run + "/array?point=" + point + "&name=" + name + "&frame=" + frame);
        var reply = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        assertThat(reply.statusCode()).isEqualTo(200);
        return ByteBuffer.wrap(reply.body()).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static JsonNode head(ByteBuffer got) {
        byte[] head = new byte[got.getInt()];
        got.get(head);
        return JsonMapper.shared().readTree(new String(head, StandardCharsets.UTF_8));
    }

    /** The page and the figure of the analysis cannot disagree: the same counts, the same errors. */
    @Test
    void histogramsAreThoseOfTheAnalysis() throws Exception {
        JsonNode reply = Served.json(served.get("api/runs/" + run + "/histogram?array=forces&bins=12&scale=log"));
        JsonNode analysed = JsonMapper.shared()
                .readTree(Files.readString(root.resolve(run).resolve("analysis.json")))
                .path("values");
        int seen = 0;
        for (JsonNode moment : reply.path("moments")) {
            assertThat(moment.path("samples").asInt()).isBetween(1, 2);
            for (int b = 0; b < moment.path("x").size(); b++) {
                JsonNode theirs = analysed.get(seen++);
                assertThat(moment.path("y").get(b).asDouble())
                        .isEqualTo(theirs.path("value").asDouble());
                assertThat(moment.path("x").get(b).asDouble())
                        .isEqualTo(theirs.path("axes").get(1).asDouble());
            }
        }
        assertThat(seen).isEqualTo(analysed.size()).isPositive();
    }

    /** One point alone is one sample without an error; a scale that would leave numbers out is not taken by itself. */
    @Test
    void onePointIsOneSample() {
        String of = "api/runs/" + run + "/histogram?point=" + point + "&array=";
        JsonNode forces = Served.json(served.get(of + "forces"));
        assertThat(forces.path("scale").asString()).isEqualTo("log");
        for (JsonNode moment : forces.path("moments")) {
            assertThat(moment.path("samples").asInt()).isEqualTo(1);
            assertThat(moment.path("error").get(0).isNull()).isTrue();
        }
        JsonNode angles = Served.json(served.get(of + "box"));
        assertThat(angles.path("scale").asString())
                .as("the third side of a plane box is 0")
                .isEqualTo("linear");
        double sum = 0.0;
        JsonNode linear = Served.json(served.get(of + "forces&scale=linear&bins=7"))
                .path("moments")
                .get(0);
        double width =
                linear.path("x").get(1).asDouble() - linear.path("x").get(0).asDouble();
        for (JsonNode y : linear.path("y")) sum += y.asDouble() * width;
        assertThat(sum).isCloseTo(1.0, within(1e-9));
    }

    /** A table that announces more than its file holds is said to be damaged: nothing is allocated for it. */
    @Test
    void arraysThatAreCutAreSaidToBeDamaged() throws Exception {
        String id = "cut";
        Path from = root.resolve(run);
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList())
                Files.copy(file, root.resolve(id).resolve(from.relativize(file).toString()));
        }
        Path table = root.resolve(id).resolve("points").resolve(point).resolve("gaps.frames.npy");
        byte[] bytes = Files.readAllBytes(table);
        // rows of the first array: the second number of the first line
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putDouble(128 + Double.BYTES, 2e9);
        Files.write(table, bytes);
        served.server().laboratory().index().touch(id);
        for (String part :
                List.of("moments?point=" + point, "array?name=gaps&point=" + point, "histogram?array=gaps")) {
            HttpResponse<String> reply = served.get("api/runs/" + id + "/" + part);
            assertThat(reply.statusCode()).as(part).isBetween(400, 599).isNotEqualTo(500);
            assertThat(reply.body()).as(part).contains("gaps").doesNotContain("Exception", "java.");
        }
        assertThatThrownBy(() -> RecordedArrays.read(table.resolveSibling("gaps.npy"), table, frame -> {}))
                .isInstanceOf(Damaged.class)
                .hasMessageContaining("is cut");
    }

    @Test
    void whatIsNotThereIsSaid() {
        String of = "api/runs/" + run + "/";
        assertThat(served.get(of + "moments?point=x").statusCode()).isEqualTo(404);
        assertThat(served.get(of + "moments?point=..%2F" + point).statusCode()).isEqualTo(404);
        assertThat(served.get(of + "array?point=" + point + "&name=x").statusCode())
                .isEqualTo(404);
        assertThat(served.get(of + "array?point=" + point + "&name=..%2Ffinal").statusCode())
                .isEqualTo(404);
        assertThat(served.get(of + "array?point=" + point + "&name=forces&frame=999")
                        .statusCode())
                .isEqualTo(404);
        assertThat(served.get(of + "array?point=" + point + "&name=forces&frame=-1")
                        .statusCode())
                .isEqualTo(400);
        assertThat(served.get(of + "histogram?array=x").statusCode()).isEqualTo(404);
        assertThat(served.get(of + "histogram?array=forces&scale=cubic").statusCode())
                .isEqualTo(400);
        for (String range : List.of("low=1", "low=2&high=1", "low=x&high=1", "scale=log&low=0&high=1"))
            assertThat(served.get(of + "histogram?array=forces&" + range).statusCode())
                    .as(range)
                    .isEqualTo(400);
        JsonNode ranged = Served.json(served.get(of + "histogram?array=deltaless&low=1&high=2"));
        assertThat(ranged.path("status").asInt()).isEqualTo(404);
        JsonNode inside = Served.json(served.get(of + "histogram?array=gaps&scale=linear&low=0.1&high=0.2&bins=10"));
        assertThat(inside.path("moments").get(0).path("x").get(0).asDouble()).isCloseTo(0.105, within(1e-12));
        assertThat(served.get(of + "histogram?array=forces&bins=100000").statusCode())
                .isEqualTo(400);
    }
}
