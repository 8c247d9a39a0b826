package rugged.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.report.Reporting;
import rugged.store.RunFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the page asks for, end to end: from a plan to a stored run and back. */
final class InterfaceTest {
    @TempDir
    static Path root;

    private static Served served;
    private static String run;

    @BeforeAll
    static void runOne() {
        served = new Served(root);
        HttpResponse<String> begun = served.post("api/runs", Map.of("yaml", Served.SMALL));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        run = Served.json(begun).path("id").asString();
        served.awaitStatus(run, "complete");
    }

    @AfterAll
    static void end() {
        served.close();
    }

    @Test
    void startingTwiceIsStartingOnce() {
        HttpResponse<String> again = served.post("api/runs", Map.of("yaml", Served.SMALL));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Served.json(again).path("id").asString()).isEqualTo(run);
        assertThat(served.post("api/runs", Map.of("yaml", Served.SMALL, "force", true))
                        .statusCode())
                .as("computing again needs a key of its own")
                .isEqualTo(400);
    }

    @Test
    void theListAndThePlanOfAStudySayTheSameCosts() {
        HttpResponse<String> before = served.get("api/machine");
        String version = Served.json(before).path("version").asString("");
        try {
            for (int threads : new int[] {1, 3}) {
                assertThat(served.patch("api/machine", Map.of("threads", threads), version)
                                .statusCode())
                        .isEqualTo(200);
                JsonNode plan = Served.json(served.post("api/plans", Map.of("study", "aging-pspin", "size", "quick")));
                JsonNode listed =
                        Served.json(served.get("api/catalogue/aging-pspin")).path("item");
                JsonNode cost = listed.path("costs").path(0);
                assertThat(cost.path("size").asString()).isEqualTo("quick");
                double likely = plan.path("seconds").path("likely").asDouble();
                // the load of the machine may change between two questions
                assertThat(cost.path("seconds").asDouble()).isBetween(0.6 * likely, 1.6 * likely);
                assertThat(cost.path("memory").asDouble())
                        .isEqualTo(plan.path("memory").asDouble());
            }
        } finally {
            served.patch("api/machine", Map.of("threads", 2), version);
        }
    }

    @Test
    void aPlanSaysWhatItCostsOrEveryMistakeAtItsLine() {
        JsonNode plan = Served.json(served.post("api/plans", Map.of("study", "aging-pspin", "size", "quick")));
        assertThat(plan.path("errors").size()).isZero();
        assertThat(plan.path("points").asInt()).isEqualTo(24);
        assertThat(plan.path("seconds").path("low").asDouble())
                .isLessThan(plan.path("seconds").path("high").asDouble());
        assertThat(plan.path("command").asString()).isEqualTo("rugged run aging-pspin --size quick");
        String wrong = Served.SMALL.replace("dt: 0.02", "dt: -1").replace("n: 16", "n: x");
        JsonNode mistakes =
                Served.json(served.post("api/plans", Map.of("yaml", wrong))).path("errors");
        assertThat(mistakes.size()).isEqualTo(2);
        assertThat(mistakes.get(0).path("line").asInt()).isEqualTo(3);
        assertThat(mistakes.get(1).path("line").asInt()).isEqualTo(4);
        assertThat(served.post("api/runs", Map.of("yaml", wrong)).statusCode()).isEqualTo(422);
        JsonNode stored = Served.json(served.post("api/plans", Map.of("yaml", Served.SMALL)))
                .path("stored");
        assertThat(stored.path("id").asString()).isEqualTo(run);
    }

    @Test
    void numbersAreThoseOfTheSummary() {
        JsonNode shown =
                Served.json(served.get("api/runs/" + run)).path("findings").get(0);
        JsonNode stored = Reporting.summary(RunFolder.at(root.resolve(run)))
                .orElseThrow()
                .path("findings")
                .get(0);
        assertThat(shown.path("value").asDouble())
                .isEqualTo(stored.path("value").asDouble());
        assertThat(shown.path("error").asDouble())
                .isEqualTo(stored.path("error").asDouble());
    }

    @Test
    void aFigureIsTheStoredOneUnlessTheReaderAsksForAnother() throws IOException {
        String stored = Files.readString(root.resolve(run).resolve("figures/energy.vl.json"));
        HttpResponse<String> drawn = served.get("api/runs/" + run + "/figures/energy.vl.json");
        assertThat(drawn.body()).isEqualTo(stored);
        String tag = drawn.headers().firstValue("ETag").orElseThrow();
        assertThat(served.send(served.request("api/runs/" + run + "/figures/energy.vl.json")
                                .header("If-None-Match", tag)
                                .GET())
                        .statusCode())
                .isEqualTo(304);
        HttpResponse<String> logarithmic = served.get("api/runs/" + run + "/figures/energy.vl.json?x=log&width=600");
        assertThat(logarithmic.body()).isNotEqualTo(stored).contains("\"type\":\"log\"");
        // time 0 has no place there and is nobody's fault
        assertThat(logarithmic.body()).contains("\"origin\":1").doesNotContain("not positive");
        assertThat(served.get("api/runs/" + run + "/figures/energy.svg").body()).startsWith("<svg");
        assertThat(served.get("api/runs/" + run + "/figures/none.svg").statusCode())
                .isEqualTo(404);
        assertThat(served.get("api/runs/" + run + "/figures/energy.vl.json?x=cubic")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void seriesCarryTheNumbersOfTheTables() {
        JsonNode series = Served.json(served.get("api/runs/" + run + "/series?quantity=e"));
        assertThat(series.path("x").asString()).isEqualTo("t");
        assertThat(series.path("curves").size()).isEqualTo(1);
        JsonNode curve = series.path("curves").get(0);
        assertThat(curve.path("x").size()).isEqualTo(curve.path("y").size()).isPositive();
        JsonNode single = Served.json(served.get("api/runs/" + run + "/series?quantity=e&average=none"));
        assertThat(single.path("curves").size()).as("one curve a seed").isEqualTo(2);
        double mean = (single.path("curves").get(0).path("y").get(1).asDouble()
                        + single.path("curves").get(1).path("y").get(1).asDouble())
                / 2;
        assertThat(curve.path("y").get(1).asDouble()).isCloseTo(mean, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(served.get("api/runs/" + run + "/series?quantity=e&average=none&by=replica")
                        .statusCode())
                .as("the seeds vary as well")
                .isEqualTo(422);
        JsonNode one =
                Served.json(served.get("api/runs/" + run + "/series?quantity=e&average=none&by=replica&where=seed:1"));
        assertThat(one.path("curves").size()).isEqualTo(1);
        assertThat(one.path("curves").get(0).path("key").has("seed")).isFalse();
        assertThat(one.path("curves").get(0).path("error").get(0).isNull()).isTrue();
        assertThat(one.path("curves").get(0).path("flags").get(0).asString()).isEqualTo("error: nan");
        assertThat(series.path("curves").get(0).path("flags").isNull()).isTrue();
        assertThat(served.get("api/runs/" + run + "/series?quantity=nothing").statusCode())
                .isEqualTo(404);
    }

    @Test
    void notesNeedTheVersionThatWasSeenAndDeletingIsNeverImmediate(@TempDir Path own) {
        try (Served there = new Served(own)) {
            String id = Served.json(there.post("api/runs", Map.of("yaml", Served.SMALL)))
                    .path("id")
                    .asString();
            JsonNode before = there.awaitStatus(id, "complete");
            String version = before.path("version").asString();
            HttpResponse<String> noted =
                    there.patch("api/runs/" + id, Map.of("note", "good", "tags", List.of("a")), version);
            assertThat(noted.statusCode()).as(noted.body()).isEqualTo(200);
            assertThat(Served.json(noted).path("note").asString()).isEqualTo("good");
            String now = Served.json(noted).path("version").asString();
            assertThat(there.patch("api/runs/" + id, Map.of("note", "worse"), version)
                            .statusCode())
                    .isEqualTo(412);
            assertThat(there.delete("api/runs/" + id, version).statusCode()).isEqualTo(412);
            assertThat(there.delete("api/runs/" + id, now).statusCode()).isEqualTo(204);
            assertThat(there.get("api/runs/" + id).statusCode()).isEqualTo(404);
            assertThat(own.resolve(".trash").toFile().list()).hasSize(1);
            JsonNode thrown = Served.json(there.get("api/trash")).path("items").get(0);
            assertThat(thrown.path("folder").asString()).isEqualTo(id);
            assertThat(thrown.path("note").asString()).isEqualTo("good");
            String back = "api/trash/" + thrown.path("id").asString() + "/restore";
            assertThat(there.post(back, Map.of()).statusCode()).isEqualTo(200);
            assertThat(there.get("api/runs/" + id).statusCode()).isEqualTo(200);
            assertThat(there.post(back, Map.of()).statusCode()).isEqualTo(404);
            assertThat(Served.json(there.get("api/trash")).path("items").size()).isZero();
        }
    }

    @Test
    void aRunIsStoppedAndResumedToTheSameBits(@TempDir Path own) throws IOException {
        String longer = Served.SMALL.replace("n: 16", "n: 64").replace("until: 4", "until: 60");
        byte[] whole;
        String id;
        try (Served there = new Served(own.resolve("whole"))) {
            id = Served.json(there.post("api/runs", Map.of("yaml", longer)))
                    .path("id")
                    .asString();
            there.awaitStatus(id, "complete");
            whole = observations(own.resolve("whole").resolve(id));
        }
        try (Served there = new Served(own.resolve("parts"))) {
            there.post("api/runs", Map.of("yaml", longer));
            there.post("api/runs/" + id + "/stop", Map.of());
            HttpResponse<String> stopped = there.get("api/runs/" + id);
            if (stopped.statusCode() == 404) there.post("api/runs", Map.of("yaml", longer));
            else {
                String status = Served.json(stopped).path("item").path("status").asString();
                if (status.equals("running") || status.equals("interrupted")) there.awaitStatus(id, "interrupted");
                assertThat(there.post("api/runs/" + id + "/resume", Map.of()).statusCode())
                        .isBetween(200, 202);
            }
            there.awaitStatus(id, "complete");
            assertThat(observations(own.resolve("parts").resolve(id))).isEqualTo(whole);
            assertThat(there.post("api/runs/" + id + "/stop", Map.of()).statusCode())
                    .isEqualTo(200);
        }
    }

    /** Between the word "interrupted" in the folder and the end of the session lies a moment in which a resume must not be lost. */
    @Test
    void aResumeThatComesRightAfterAStopIsNeverLost(@TempDir Path own) throws InterruptedException {
        try (Served there = new Served(own)) {
            for (int delay = 0; delay < 12; delay++) {
                String study = Served.SMALL.replace("n: 16", "n: 48").replace("until: 4", "until: " + (20 + delay));
                String id = Served.json(there.post("api/runs", Map.of("yaml", study)))
                        .path("id")
                        .asString();
                Thread.sleep(3L * delay);
                there.post("api/runs/" + id + "/stop", Map.of());
                if (there.get("api/runs/" + id).statusCode() == 404) there.post("api/runs", Map.of("yaml", study));
                else {
                    HttpResponse<String> resumed = there.post("api/runs/" + id + "/resume", Map.of());
                    assertThat(resumed.statusCode()).as(resumed.body()).isBetween(200, 202);
                }
                there.awaitStatus(id, "complete");
            }
        }
    }

    private static byte[] observations(Path run) throws IOException {
        try (var points = Files.list(run.resolve("points"))) {
            StringBuilder all = new StringBuilder();
            for (Path point : points.sorted().toList()) all.append(Files.readString(point.resolve("observations.tsv")));
            return all.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    @Test
    void whoHasAFigureOrASeriesIsToldOnlyWhatIsNew() {
        String figure = "api/runs/" + run + "/figures/energy.vl.json?since=";
        JsonNode first = Served.json(served.get(figure + "none"));
        assertThat(first.path("change").asString()).isEqualTo("whole");
        assertThat(first.at("/specification/datasets/simulation").size()).isPositive();
        String version = first.path("version").asString();
        assertThat(Served.json(served.get(figure + version)).path("change").asString())
                .isEqualTo("nothing");
        String series = "api/runs/" + run + "/series?quantity=e";
        JsonNode all = Served.json(served.get(series + "&since=none"));
        JsonNode more = Served.json(served.get(series + "&since=" + version));
        assertThat(all.path("append").booleanValue()).isFalse();
        assertThat(more.path("append").booleanValue()).isTrue();
        assertThat(more.at("/curves/0/x").size()).isZero();
        assertThat(more.at("/curves/0/from").asInt())
                .isEqualTo(all.at("/curves/0/x").size());
    }

    @Test
    void whoFollowsARunHearsItsFindingsAndWhatIsNew(@TempDir Path own) throws Exception {
        try (Served there = new Served(own);
                var client = java.net.http.HttpClient.newHttpClient()) {
            // longer than the test: it is stopped when enough was heard, and its end would end the waiting too
            String study = Served.SMALL.replace("n: 16", "n: 96").replace("until: 4", "until: 400");
            String id = Served.json(there.post("api/runs", Map.of("yaml", study)))
                    .path("id")
                    .asString();
            // closed when enough was heard: the client waits for what is open
            try (var lines = client.send(
                            there.request("api/events?topics=run:" + id).GET().build(),
                            HttpResponse.BodyHandlers.ofLines())
                    .body()) {
                Set<String> kinds = new HashSet<>();
                var reading = lines.filter(line -> line.startsWith("data: ")).iterator();
                Set<String> wanted = Set.of("hello", "run", "finding", "series", "points");
                String status = "running";
                while (!kinds.containsAll(wanted) && !status.equals("complete")) {
                    JsonNode event = JsonMapper.shared().readTree(reading.next().substring("data: ".length()));
                    String kind = event.path("kind").asString();
                    kinds.add(kind.equals("changed") ? event.path("what").asString() : kind);
                    status = event.at("/run/status").asString(status);
                    if (kind.equals("finding"))
                        assertThat(event.at("/finding/id").asString()).isEqualTo("small.energy");
                }
                assertThat(kinds).containsAll(wanted);
            }
            there.post("api/runs/" + id + "/stop", Map.of());
        }
    }

    @Test
    void comparisonsMatchByMeaning() {
        JsonNode alone = Served.json(served.get("api/compare?runs=" + run + "&q=e&diff=" + run));
        assertThat(alone.path("quantity").path("name").asString()).isEqualTo("e");
        assertThat(alone.path("overlay").path("$schema").asString()).contains("vega-lite");
        assertThat(served.get("api/compare?runs=nothing").statusCode()).isEqualTo(404);
        assertThat(served.get("api/compare?runs=" + "a,".repeat(21) + "&q=e").statusCode())
                .isEqualTo(422);
    }

    @Test
    void theCatalogueCountsWhatOneWouldGet() {
        JsonNode all = Served.json(served.get("api/catalogue?size=100"));
        for (JsonNode facet : all.path("facets")) {
            for (JsonNode value : facet.path("values")) {
                String query = facet.path("facet").asString() + "="
                        + java.net.URLEncoder.encode(
                                value.path("value").asString(), java.nio.charset.StandardCharsets.UTF_8);
                JsonNode filtered = Served.json(served.get("api/catalogue?" + query));
                assertThat(filtered.path("total").asInt())
                        .as(query)
                        .isEqualTo(value.path("count").asInt());
            }
        }
        JsonNode study = Served.json(served.get("api/catalogue/aging-pspin"));
        assertThat(study.path("similar").get(0).path("why").asString()).contains("same");
        assertThat(study.path("item").path("costs").size()).isEqualTo(3);
    }

    @Test
    void filesArchiveAndReportCanBeFetched() {
        assertThat(served.get("api/runs/" + run + "/files/summary.json").statusCode())
                .isEqualTo(200);
        HttpResponse<String> report = served.get("api/runs/" + run + "/files/report.html");
        assertThat(report.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("sandbox allow-scripts;");
        assertThat(served.get("api/runs/" + run + "/files/lock").statusCode()).isEqualTo(404);
        assertThat(served.get("api/runs/" + run + "/export").body()).startsWith("PK");
        HttpResponse<String> tables = served.get("api/runs/" + run + "/export?format=csv");
        assertThat(tables.body())
                .startsWith("PK")
                .contains("averages.csv", "summary.json")
                .doesNotContain(".parquet");
        assertThat(root.resolve(run).resolve("export"))
                .as("looking changes nothing")
                .doesNotExist();
        assertThat(served.get("api/runs/" + run + "/export?format=exe").statusCode())
                .isEqualTo(400);
        assertThat(Served.json(served.get("api/runs/" + run)).path("title").asString())
                .isEqualTo("A small glass");
    }

    @Test
    void runsOfATerminalAppearAndADamagedFolderIsSaidToBeSo() throws IOException {
        Path damaged = Files.createDirectories(root.resolve("Damaged Run"));
        Files.writeString(damaged.resolve("manifest.json"), "{ broken");
        long until = System.nanoTime() + 20_000_000_000L;
        JsonNode found = Served.json(served.get("api/runs?q=damaged"));
        while (found.path("total").asInt() == 0 && System.nanoTime() < until)
            found = Served.json(served.get("api/runs?q=damaged"));
        assertThat(found.path("items").get(0).path("status").asString()).isEqualTo("unreadable");
        assertThat(found.path("items").get(0).path("reason").asString()).contains("damaged");
    }

    @Test
    void pagesOfRunsFollowOneAnother() {
        JsonNode machine = Served.json(served.get("api/machine"));
        assertThat(machine.path("threads").asInt()).isEqualTo(2);
        JsonNode runs = Served.json(served.get("api/runs?size=1&status=complete"));
        assertThat(runs.path("items").size()).isEqualTo(1);
        assertThat(served.get("api/runs?size=0").statusCode()).isEqualTo(400);
        JsonNode validation = Served.json(served.get("api/validation"));
        assertThat(validation.path("entries").size()).isGreaterThan(5);
        assertThat(served.post("api/validation/nothing", Map.of()).statusCode()).isEqualTo(404);
    }
}
