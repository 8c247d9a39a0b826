package rugged.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.record.Atlas;
import rugged.api.record.Minimum;
import rugged.api.record.Saddle;
import rugged.store.RunFolder;
import rugged.store.library.AtlasDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The map of a landscape as the page asks for it: the graph of the figure, barriers and paths of a known graph, and one sentence for what cannot be shown. */
final class LandscapeTest {
    private static final String STUDY = """
        study: six
        landscape: { is: lennard-jones, atoms: 6 }
        dynamics: { is: l-bfgs, memory: 4, search: controlled, longest-step: 0.4, tolerance: 1e-6 }
        protocol: { is: refine, starts: 20, repeats: 2 }
        observe: [energy]
        analyse:
          - { is: disconnectivity, levels: 40 }
          - { is: superposition, temperatures: [0.05, 0.5] }
        seed: 1
        """;

    /** A run without a map. */
    private static final String PLAIN = """
        study: plain
        landscape: { is: pspin, n: 8, mixture: 3 }
        dynamics: { is: langevin, temperature: 0.5, dt: 0.02 }
        protocol: { is: quench, until: 1 }
        observe: [energy]
        """;

    private static final int MANY = 100_000;

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

    private static String of(String id, String rest) {
        return "api/runs/" + id + "/landscape" + rest;
    }

    private static JsonNode told(String id, String rest) {
        HttpResponse<String> reply = served.get(of(id, rest));
        assertThat(reply.statusCode()).as(rest + ": " + reply.body()).isEqualTo(200);
        return Served.json(reply);
    }

    private static String refused(int status, String id, String rest) {
        HttpResponse<String> reply = served.get(of(id, rest));
        assertThat(reply.statusCode()).as(rest + ": " + reply.body()).isEqualTo(status);
        assertThat(reply.body()).doesNotContain("Exception", "java.", "SQLITE");
        return Served.json(reply).path("title").asString();
    }

    /** The run again, under another name. */
    private static Path copy(String name) throws Exception {
        Path from = root.resolve(run);
        Path to = root.resolve(name);
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList())
                Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
        return to;
    }

    private static void look(String name) {
        served.server().laboratory().index().touch(name);
    }

    /** The run with another database in its place, as it would have been written. */
    private static void with(String name, Atlas atlas) throws Exception {
        RunFolder folder = RunFolder.at(copy(name));
        folder.publish(AtlasDatabase.NAME, AtlasDatabase.of(List.of(new AtlasDatabase.Of(point, Map.of(), atlas))));
        look(name);
    }

    private static Minimum minimum(double energy, double... x) {
        return new Minimum(energy, 10.0, 2, 3, x);
    }

    private static Saddle saddle(double energy, int first, int second) {
        return new Saddle(energy, 9.0, -1.0, 1, 1, first, second, new double[0]);
    }

    /** Four minima that hang together, one alone, and a transition state between copies of one. */
    private static Atlas known() {
        return new Atlas(
                List.of(minimum(-5, 1, 2, 3), minimum(-4, 4, 5, 6), minimum(-3.5), minimum(-3), minimum(-1)),
                List.of(saddle(-3.9, 1, 1), saddle(-2.5, 3, 0), saddle(-2, 0, 1), saddle(-1, 1, 2), saddle(0, 0, 2)),
                3,
                true);
    }

    /** The page and the figure cannot disagree: the same lines to the last bit. */
    @Test
    void theLinesAreThoseOfTheFigure() throws Exception {
        JsonNode tree = told(run, "?levels=40").path("tree");
        JsonNode analysed = JsonMapper.shared()
                .readTree(Files.readString(root.resolve(run).resolve("analysis.json")))
                .path("values");
        int corners = 0;
        for (JsonNode one : analysed) {
            if (!one.path("quantity").asString().equals("branch")) continue;
            int node = one.path("axes").get(0).asInt();
            int corner = one.path("axes").get(1).asInt();
            String where = List.of("low", "bend", "high").get(corner);
            assertThat(tree.path(where).get(node).asDouble())
                    .isEqualTo(one.path("value").asDouble());
            int beside = corner < 2 ? node : tree.path("parent").get(node).asInt();
            assertThat(tree.path("x").get(beside).asDouble())
                    .isEqualTo(one.path("axes").get(2).asDouble());
            corners++;
        }
        assertThat(corners).isGreaterThanOrEqualTo(5);
        assertThat(tree.path("least").asDouble()).isCloseTo(-12.71206226, within(1e-7));
    }

    @Test
    void theHeatCapacityIsThatOfTheAnalysis() throws Exception {
        JsonNode capacity = told(run, "/capacity");
        JsonNode analysed = JsonMapper.shared()
                .readTree(Files.readString(root.resolve(run).resolve("analysis.json")))
                .path("values");
        int seen = 0;
        for (JsonNode one : analysed) {
            String quantity = one.path("quantity").asString();
            if (quantity.equals("peak_T"))
                assertThat(capacity.path("peak").asDouble())
                        .isEqualTo(one.path("value").asDouble());
            else if (quantity.equals("peak_C"))
                assertThat(capacity.path("height").asDouble())
                        .isEqualTo(one.path("value").asDouble());
            else continue;
            seen++;
        }
        assertThat(seen).isEqualTo(2);
        double flows = 0.0;
        for (JsonNode maker : capacity.path("makers"))
            flows += maker.path("flow").asDouble();
        assertThat(flows).as("what some lose others gain").isCloseTo(0.0, within(1e-9));
        JsonNode occupied = told(run, "/occupations?T=0.2").path("minima");
        JsonNode tree = told(run, "?colour=occupation&T=0.2").path("tree");
        for (JsonNode one : occupied)
            assertThat(tree.path("colour").get(one.path("minimum").asInt()).asDouble())
                    .isEqualTo(one.path("occupation").asDouble());
    }

    @Test
    void aMinimumIsShownAsItIsStored() {
        JsonNode lowest = told(run, "/minimum?minimum=0");
        assertThat(lowest.path("kind").asString()).isEqualTo("atoms");
        assertThat(lowest.path("order").asInt()).as("an octahedron").isEqualTo(48);
        assertThat(lowest.path("x").size()).isEqualTo(18);
        assertThat(lowest.path("radii").size()).isEqualTo(6);
        int bonds = 0;
        for (int i = 0; i < 6; i++)
            for (int j = 0; j < i; j++) {
                double square = 0.0;
                for (int k = 0; k < 3; k++) {
                    double apart = lowest.path("x").get(3 * i + k).asDouble()
                            - lowest.path("x").get(3 * j + k).asDouble();
                    square += apart * apart;
                }
                if (square < 1.44) bonds++;
            }
        assertThat(bonds).isEqualTo(12);
    }

    @Test
    void barriersAndPathsOfAKnownGraph() throws Exception {
        with("known", known());
        JsonNode reply = told("known", "?levels=1000");
        assertThat(reply.path("saddles").asInt()).isEqualTo(4);
        assertThat(reply.path("degenerate").asInt()).isEqualTo(1);
        JsonNode tree = reply.path("tree");
        assertThat(tree.path("leaves").asInt()).isEqualTo(4);
        assertThat(tree.path("stubs").path("apart").asInt()).isEqualTo(1);
        assertThat(tree.path("up").valueStream().map(JsonNode::asDouble)).containsExactly(0.0, 2.0, 2.5, 0.5);
        double[][] barrier = {{0, -2, -1, -2.5}, {-2, 0, -1, -2}, {-1, -1, 0, -1}, {-2.5, -2, -1, 0}};
        for (int a = 0; a < 4; a++)
            for (int b = 0; b < 4; b++) {
                if (a == b) continue;
                JsonNode path = told("known", "/path?from=" + a + "&to=" + b);
                assertThat(path.path("barrier").asDouble()).isEqualTo(barrier[a][b]);
                assertThat(path.path("stops").size())
                        .isEqualTo(2 * path.path("steps").asInt() + 1);
                assertThat(path.path("stops").get(0).path("number").asInt()).isEqualTo(a);
            }
        assertThat(told("known", "/path?from=2&to=3")
                        .path("stops")
                        .valueStream()
                        .map(stop -> stop.path("energy").asDouble()))
                .containsExactly(-3.5, -1.0, -4.0, -2.0, -5.0, -2.5, -3.0);
        assertThat(told("known", "/minimum?minimum=1").path("x").valueStream().map(JsonNode::asDouble))
                .containsExactly(4.0, 5.0, 6.0);
        assertThat(refused(404, "known", "/path?from=0&to=4"))
                .contains("no path between minimum 0 and minimum 4", "connect");
        assertThat(told("known", "?lone=1").path("tree").path("trees").asInt()).isEqualTo(2);
        assertThat(told("known", "?lone=1").path("remarks").toString()).contains("connect");
        JsonNode cut = told("known", "?top=-1.5").path("tree");
        assertThat(cut.path("leaves").asInt()).isEqualTo(3);
        assertThat(cut.path("stubs").path("above").asInt()).isEqualTo(1);
        JsonNode two = told("known", "?minima=2&levels=1000").path("tree");
        assertThat(two.path("stubs").path("count").valueStream().map(JsonNode::asInt))
                .containsExactly(1, 1);
        assertThat(told("known", "?minima=2").path("remarks").toString()).contains("The 2 lowest minima are drawn");
    }

    @Test
    void whatAMapLacksIsSaid() throws Exception {
        with("empty", new Atlas(List.of(), List.of(), 3, true));
        JsonNode empty = told("empty", "");
        assertThat(empty.path("tree").isNull()).isTrue();
        assertThat(empty.path("remarks").toString()).contains("holds no minimum", "basin-hopping");
        assertThat(refused(404, "empty", "/minimum?minimum=0")).contains("holds no minimum");

        with("apart", new Atlas(List.of(minimum(-2), minimum(-1)), List.of(), 3, true));
        JsonNode apart = told("apart", "");
        assertThat(apart.path("tree").path("trees").asInt()).isEqualTo(2);
        assertThat(apart.path("remarks").toString()).contains("the protocol connect looks for some");

        with(
                "modeless",
                new Atlas(
                        List.of(minimum(-2), new Minimum(-1, Double.NaN, 1, 1, new double[0])),
                        List.of(saddle(0, 0, 1)),
                        3,
                        true));
        assertThat(told("modeless", "").path("occupied").asBoolean()).isFalse();
        assertThat(told("modeless", "/capacity").path("wrong").asString()).contains("run normal modes first");
        assertThat(refused(422, "modeless", "/occupations?T=1")).contains("run normal modes first");
        assertThat(told("modeless", "/minimum?minimum=1")
                        .path("numbers")
                        .path("log_det")
                        .isNull())
                .isTrue();
    }

    @Test
    void aDamagedDatabaseIsNamedWithWhatMendsIt() throws Exception {
        Path cut = copy("cut").resolve(AtlasDatabase.NAME);
        byte[] bytes = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
        look("cut");
        assertThat(refused(422, "cut", "")).contains("library.db is cut", "rugged resume ");

        RunFolder foreign = RunFolder.at(copy("foreign"));
        foreign.publish(
                AtlasDatabase.NAME, "nothing that SQLite knows".repeat(200).getBytes());
        look("foreign");
        for (String rest : List.of("", "/minimum?minimum=0", "/path?from=0&to=1", "/capacity", "/occupations?T=1"))
            assertThat(refused(422, "foreign", rest)).contains("is no map of a landscape", "rugged resume ");
        assertThat(served.get("api/runs/foreign").statusCode()).isEqualTo(200);
    }

    /** Before the database of all points is there, or while it is made anew, each point's own library is read. */
    @Test
    void pointsThatHaveEndedAreShownBeforeTheRunHas() throws Exception {
        RunFolder folder = RunFolder.at(copy("growing"));
        folder.withdraw(AtlasDatabase.NAME);
        look("growing");
        assertThat(Served.json(served.get("api/runs/growing")).path("views").findValuesAsString("kind"))
                .contains("map");
        assertThat(told("growing", "").path("tree")).isEqualTo(told(run, "").path("tree"));
        assertThat(told("growing", "/minimum?minimum=1").path("x"))
                .isEqualTo(told(run, "/minimum?minimum=1").path("x"));

        HttpResponse<String> begun = served.post(
                "api/runs",
                Map.of(
                        "yaml",
                        STUDY.replace("study: six", "study: slow")
                                .replace("atoms: 6", "atoms: 13")
                                .replace("starts: 20", "starts: 4000")));
        String slow = Served.json(begun).path("id").asString();
        served.awaitStatus(slow, "running");
        assertThat(refused(404, slow, "")).contains("a map is there once its point has ended");
        served.post("api/runs/" + slow + "/stop", Map.of());
        served.awaitStatus(slow, "interrupted");
    }

    @Test
    void requestsThatAskForNothingThereAreRefused() {
        String small = Served.json(served.post("api/runs", Map.of("yaml", PLAIN)))
                .path("id")
                .asString();
        served.awaitStatus(small, "complete");
        assertThat(refused(404, small, "")).contains("has drawn no map of a landscape");
        assertThat(refused(404, "nowhere", "")).contains("there is no run");
        assertThat(refused(404, run, "?point=..%2Fx")).contains("no such point");
        assertThat(refused(400, run, "?colour=x")).contains("colour is x; one of energy, found");
        assertThat(refused(400, run, "?colour=occupation")).contains("a temperature above 0");
        assertThat(refused(400, run, "/occupations?T=-1")).contains("a temperature above 0");
        assertThat(refused(400, run, "?top=NaN")).contains("a number");
        assertThat(refused(400, run, "?top=-99")).contains("every minimum lies above the top");
        assertThat(refused(400, run, "?minima=5000")).contains("from 1 to 2000");
        assertThat(refused(400, run, "/capacity?low=2&high=1")).contains("0 < low < high");
        assertThat(refused(400, run, "/capacity?low=2")).contains("both, or neither");
        assertThat(refused(404, run, "/minimum?minimum=99")).contains("those from 0 to 1");
        assertThat(refused(400, run, "/minimum")).contains("the number of a minimum");
        assertThat(refused(400, run, "/path?from=1&to=1")).contains("two different minima");
    }

    /** However large a database is, what is sent is not. */
    @Test
    @Tag("slow")
    void aLargeMapIsSentInPart() throws Exception {
        Random random = new Random(1);
        Minimum[] minima = new Minimum[MANY];
        double[] energy = random.doubles(MANY, -10.0, 0.0).sorted().toArray();
        for (int i = 0; i < MANY; i++) minima[i] = new Minimum(energy[i], 10.0, 1, 1, new double[] {i});
        Saddle[] saddles = new Saddle[3 * MANY / 2];
        for (int k = 0; k < saddles.length; k++) {
            int first = 1 + random.nextInt(MANY - 1);
            int second = random.nextInt(first);
            saddles[k] = saddle(energy[first] + 3.0 * random.nextDouble(), first, second);
        }
        Arrays.sort(saddles, java.util.Comparator.comparingDouble(Saddle::energy));
        with("large", new Atlas(List.of(minima), List.of(saddles), 10, true));
        HttpResponse<String> reply = served.get(of("large", ""));
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body().length()).isLessThan(1 << 20);
        JsonNode tree = Served.json(reply).path("tree");
        assertThat(tree.path("leaves").asInt()).isEqualTo(2000);
        JsonNode stubs = tree.path("stubs");
        int hidden = stubs.path("count").valueStream().mapToInt(JsonNode::asInt).sum();
        assertThat(2000
                        + hidden
                        + stubs.path("apart").asInt()
                        + stubs.path("above").asInt())
                .isEqualTo(MANY);
        assertThat(hidden).isGreaterThan(MANY / 2);
        assertThat(told("large", "/minimum?minimum=" + (MANY - 1))
                        .path("x")
                        .get(0)
                        .asInt())
                .isEqualTo(MANY - 1);
        assertThat(served.get(of("large", "/path?from=0&to=1999")).body().length())
                .isLessThan(1 << 18);
        assertThat(served.get(of("large", "/occupations?T=0.5")).body().length())
                .isLessThan(1 << 12);
    }
}
