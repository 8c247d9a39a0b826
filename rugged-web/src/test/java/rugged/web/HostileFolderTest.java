package rugged.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A workspace with a run folder that somebody else made, names and all. */
final class HostileFolderTest {
    private static final String SPLIT = "evil\r\nSet-Cookie: a=b";

    @TempDir
    static Path root;

    private static Served served;
    private static String honest;
    private static String hostile;

    @BeforeAll
    static void serve() throws Exception {
        served = new Served(root);
        honest = Served.json(served.post("api/runs", Map.of("yaml", Served.SMALL)))
                .path("id")
                .asString();
        served.awaitStatus(honest, "complete");
        Path folder = root.resolve(SPLIT);
        copy(root.resolve(honest), folder);
        for (String name : List.of(SPLIT + ".svg", "\"; filename=x.html; a=\".npy", "..\\..\\up.json", "<script>.json"))
            Files.writeString(folder.resolve("figures").resolve(name), "{}");
        hostile = rugged.web.runs.RunIndex.id(SPLIT);
        long until = System.nanoTime() + 30_000_000_000L;
        while (served.get("api/runs/" + hostile).statusCode() != 200 && System.nanoTime() < until) Thread.sleep(50);
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

    private static void harmless(String path, HttpResponse<?> reply) {
        assertThat(reply.headers().map()).as(path).doesNotContainKey("set-cookie");
        for (String value : reply.headers().allValues("Content-Disposition"))
            assertThat(value).as(path).matches("attachment; filename=\"[A-Za-z0-9._-]+\"");
        assertThat(reply.headers().firstValue("Content-Type").orElse(""))
                .as(path)
                .matches("(application/json|application/problem\\+json|text/plain|application/octet-stream"
                        + "|application/zip|image/svg\\+xml)(; ?charset=utf-8)?");
        assertThat(reply.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void namesSplitNoHeadersAndChooseNoTypes() {
        assertThat(hostile).matches("[a-z0-9-]+");
        JsonNode detail = Served.json(served.get("api/runs/" + hostile));
        List<String> paths = new ArrayList<>(List.of("", "/log", "/points", "/export", "/figures/energy.svg"));
        for (JsonNode file : detail.path("files"))
            if (!file.asString().equals("report.html")) paths.add("/files/" + encoded(file.asString()));
        assertThat(paths.size()).isGreaterThan(10);
        assertThat(detail.path("files").toString()).doesNotContain("Set-Cookie").contains("<script>.json");
        for (String path : paths) harmless(path, served.get("api/runs/" + hostile + path));
        harmless("split", served.get("api/runs/" + hostile + "/files/" + encoded("figures/" + SPLIT + ".svg")));
        harmless("id", served.get("api/runs/" + encoded(SPLIT)));
        harmless("figure", served.get("api/runs/" + hostile + "/figures/" + encoded(SPLIT) + ".svg"));
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    @Test
    void anArchiveUnpacksIntoOneFolder() throws Exception {
        HttpResponse<byte[]> reply = java.net.http.HttpClient.newHttpClient()
                .send(served.request("api/runs/" + hostile + "/export").GET().build(), BodyHandlers.ofByteArray());
        InputStream bytes = new ByteArrayInputStream(reply.body());
        try (ZipInputStream zip = new ZipInputStream(bytes, StandardCharsets.UTF_8)) {
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getName()).startsWith(hostile + "/").doesNotContain("\\", "\n", "/../");
                entries++;
            }
            assertThat(entries).isGreaterThan(5);
        }
    }

    @Test
    void nothingIsWrittenThroughALinkOutOfARun(@TempDir Path own, @TempDir Path elsewhere) throws Exception {
        Path treasure = Files.writeString(elsewhere.resolve("treasure.txt"), "mine");
        try (Served there = new Served(own)) {
            Path foreign = own.resolve("foreign");
            Files.createDirectory(foreign);
            for (String name : List.of("study.yaml", "plan.json", "quantities.json", "progress.json"))
                Files.copy(root.resolve(honest).resolve(name), foreign.resolve(name));
            Files.createSymbolicLink(foreign.resolve("points"), elsewhere);
            there.awaitStatus("foreign", "interrupted");
            HttpResponse<String> reply = there.post("api/runs/foreign/resume", Map.of());
            assertThat(reply.statusCode()).as(reply.body()).isEqualTo(422);
            assertThat(reply.body()).contains("points is a symbolic link out of the run");
            try (Stream<Path> left = Files.list(elsewhere)) {
                assertThat(left).containsExactly(treasure);
            }
        }
    }

    @Test
    void aRunAtWorkIsNotDeleted(@TempDir Path own) {
        String longer = Served.SMALL.replace("n: 16", "n: 64").replace("until: 4", "until: 400");
        try (Served there = new Served(own)) {
            String id = Served.json(there.post("api/runs", Map.of("yaml", longer)))
                    .path("id")
                    .asString();
            String version = there.awaitStatus(id, "running").path("version").asString();
            HttpResponse<String> reply = there.delete("api/runs/" + id, version);
            for (int i = 0; reply.statusCode() == 412 && i < 100; i++) {
                version = Served.json(reply).path("state").path("version").asString();
                reply = there.delete("api/runs/" + id, version);
            }
            assertThat(reply.statusCode()).as(reply.body()).isEqualTo(409);
            assertThat(own.resolve(".trash")).doesNotExist();
            assertThat(Served.json(there.get("api/runs/" + id))
                            .path("item")
                            .path("status")
                            .asString())
                    .isEqualTo("running");
            there.post("api/runs/" + id + "/stop", Map.of());
        }
    }

    @Test
    void nobodyElseOnTheMachineReadsTheKey(@TempDir Path own) throws IOException {
        try (Served there = new Served(own)) {
            assertThat(Files.getPosixFilePermissions(own.resolve(".rugged")))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
            assertThat(Files.getPosixFilePermissions(own.resolve(".rugged/key")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        String known = Files.readString(own.resolve(".rugged/key"));
        Files.setPosixFilePermissions(own.resolve(".rugged"), PosixFilePermissions.fromString("rwxrwxrwx"));
        try (Served there = new Served(own)) {
            assertThat(there.key())
                    .as("a key in a folder that was open to everybody is drawn anew")
                    .isNotEqualTo(known.strip());
        }
    }
}
