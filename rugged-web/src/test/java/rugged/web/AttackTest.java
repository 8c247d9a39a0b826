package rugged.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that somebody could try against a server that starts computations. */
final class AttackTest {
    @TempDir
    static Path root;

    private static Served served;

    @BeforeAll
    static void serve() {
        served = new Served(root);
    }

    @AfterAll
    static void end() {
        served.close();
    }

    private static int ask(String host, String... headers) throws IOException {
        List<String> lines = new ArrayList<>(List.of("GET /api/about HTTP/1.1", "Host: " + host));
        lines.addAll(List.of(headers));
        lines.add("Authorization: Bearer " + served.key());
        lines.add("Connection: close");
        lines.add("");
        lines.add("");
        return served.raw(lines.toArray(String[]::new));
    }

    @Test
    void theThreeNamesOfThisMachineAreAnswered() throws IOException {
        assertThat(ask("127.0.0.1:" + served.port)).isEqualTo(200);
        assertThat(ask("localhost:1")).isEqualTo(200);
        assertThat(ask("[::1]:8086")).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "127.0.0.1.evil.example",
                "localhost.",
                "127.0.0.1.",
                "127.1",
                "2130706433",
                "0.0.0.0",
                "127.0.0.1:99999",
                "127.0.0.1@evil.example",
                "localhost evil",
                "",
                "[::ffff:127.0.0.1]"
            })
    void aForeignOrMalformedHostIsRefused(String host) throws IOException {
        assertThat(ask(host)).isBetween(400, 499);
    }

    @Test
    void noHostTwoHostsAndAbsoluteRequestsOfOtherHostsAreRefused() throws IOException {
        String key = "Authorization: Bearer " + served.key();
        String own = "Host: 127.0.0.1:" + served.port;
        assertThat(served.raw("GET /api/about HTTP/1.1", key, "", "")).isEqualTo(400);
        assertThat(served.raw("GET /api/about HTTP/1.0", key, "", "")).isBetween(400, 499);
        assertThat(served.raw("GET /api/about HTTP/1.1", own, own, key, "", "")).isEqualTo(400);
        assertThat(served.raw("GET http://evil.example/api/about HTTP/1.1", own, key, "", ""))
                .isBetween(400, 499);
        assertThat(served.raw("GET http://evil.example/api/about HTTP/1.1", "Host: evil.example", key, "", ""))
                .isBetween(400, 499);
    }

    @Test
    void requestsOfOtherPagesAreRefusedWithAndWithoutTheKey() throws IOException {
        String own = "127.0.0.1:" + served.port;
        assertThat(ask(own, "Origin: http://" + own)).isEqualTo(200);
        assertThat(ask(own, "Origin: http://evil.example")).isEqualTo(403);
        assertThat(ask(own, "Origin: http://127.0.0.1:" + (served.port + 1))).isEqualTo(403);
        assertThat(ask(own, "Origin: https://" + own)).isEqualTo(403);
        assertThat(ask(own, "Origin: null")).isEqualTo(403);
        assertThat(ask(own, "Sec-Fetch-Site: cross-site")).isEqualTo(403);
        assertThat(ask(own, "Sec-Fetch-Site: same-site")).isEqualTo(403);
        assertThat(served.raw("GET /api/about HTTP/1.1", "Host: " + own, "Origin: http://evil.example", "", ""))
                .isEqualTo(403);
    }

    @Test
    void formsTextAndOtherMethodsAreRefused() {
        for (String type :
                List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x")) {
            HttpResponse<String> reply = served.send(
                    served.request("api/runs").header("Content-Type", type).POST(BodyPublishers.ofString("{}")));
            assertThat(reply.statusCode()).as(type).isEqualTo(415);
        }
        for (String method : List.of("HEAD", "OPTIONS", "PUT", "TRACE")) {
            HttpResponse<String> reply =
                    served.send(served.request("api/about").method(method, BodyPublishers.noBody()));
            assertThat(reply.statusCode()).as(method).isEqualTo(405);
        }
        HttpResponse<String> page = served.get("");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'");
        assertThat(page.headers().map()).doesNotContainKey("access-control-allow-origin");
        assertThat(page.headers().map()).doesNotContainKey("set-cookie");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void withoutTheKeyNothingIsToldAndTooManyTriesAreTurnedAway(@TempDir Path other) throws IOException {
        try (Served own = new Served(other)) {
            String host = "Host: 127.0.0.1:" + own.port;
            String path = "GET /api/about HTTP/1.1";
            assertThat(own.raw(path, host, "", "")).isEqualTo(401);
            assertThat(own.raw(path, host, "Authorization: Bearer " + "0".repeat(64), "", ""))
                    .isEqualTo(401);
            assertThat(own.raw(path, host, "Authorization: Bearer " + own.key().substring(1), "", ""))
                    .isEqualTo(401);
            assertThat(own.raw("GET /api/about?k=" + own.key() + " HTTP/1.1", host, "", ""))
                    .isEqualTo(401);
            assertThat(own.raw("GET /api/about?Authorization=Bearer%20" + own.key() + " HTTP/1.1", host, "", ""))
                    .isEqualTo(401);
            int last = 0;
            for (int i = 0; i < 10; i++) last = own.raw(path, host, "", "");
            assertThat(last).isEqualTo(429);
            assertThat(own.get("api/about").statusCode())
                    .as("the right key still opens")
                    .isEqualTo(200);
            assertThat(Files.getPosixFilePermissions(other.resolve(".rugged/key")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void aNewKeyClosesTheOldAddressAndAReadingKeyChangesNothing(@TempDir Path other) {
        String old;
        try (Served own = new Served(other)) {
            old = own.key();
        }
        try (Served own = new Served(other)) {
            assertThat(own.key()).as("a bookmark survives a restart").isEqualTo(old);
        }
        try (Served own = new Served(
                other, s -> new Serving(s.root(), s.data(), 0, s.bind(), s.publicUrl(), false, true, true, 2))) {
            assertThat(own.key()).isNotEqualTo(old);
            String reading = own.server().readingKey().orElseThrow();
            var look = java.net.http.HttpRequest.newBuilder(
                            java.net.URI.create("http://127.0.0.1:" + own.port + "/api/about"))
                    .header("Authorization", "Bearer " + reading);
            HttpResponse<String> about = own.send(look.GET());
            assertThat(about.statusCode()).isEqualTo(200);
            assertThat(Served.json(about).path("readOnly").booleanValue()).isTrue();
            for (String path : List.of("plans", "runs", "validation/all", "machine/kernels")) {
                var write = java.net.http.HttpRequest.newBuilder(
                                java.net.URI.create("http://127.0.0.1:" + own.port + "/api/" + path))
                        .header("Authorization", "Bearer " + reading)
                        .header("Content-Type", "application/json");
                assertThat(own.send(write.POST(BodyPublishers.ofString("{}"))).statusCode())
                        .as(path)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void aProxyIsAnsweredUnderItsNameAndUnderNoOther(@TempDir Path other) throws IOException {
        java.net.URI url = java.net.URI.create("https://lab.example.org/rugged");
        try (Served own = new Served(
                other,
                s -> new Serving(s.root(), s.data(), 0, s.bind(), java.util.Optional.of(url), true, false, false, 2))) {
            String key = "Authorization: Bearer " + own.key();
            String path = "GET /api/about HTTP/1.1";
            assertThat(own.raw(path, "Host: lab.example.org", "Origin: https://lab.example.org", key, "", ""))
                    .isEqualTo(200);
            assertThat(own.raw(path, "Host: lab.example.org", "Origin: http://lab.example.org", key, "", ""))
                    .as("not without TLS")
                    .isEqualTo(403);
            assertThat(own.raw(path, "Host: other.example.org", key, "", "")).isEqualTo(403);
            assertThat(own.raw(path, "Host: 127.0.0.1:" + own.port, "X-Forwarded-Host: evil.example", key, "", ""))
                    .as("what a proxy forwards is not read")
                    .isEqualTo(200);
            assertThat(own.get("").body()).contains("content=\"/rugged/\"").contains("=\"/rugged/assets/");
            assertThat(own.server().address("k")).isEqualTo("https://lab.example.org/rugged/#k=k");
        }
    }

    @Test
    void aTicketOpensOnePathOnce() throws IOException {
        HttpResponse<String> sold = served.post("api/tickets", Map.of("path", "api/about"));
        String url = Served.json(sold).path("url").asString();
        String host = "Host: 127.0.0.1:" + served.port;
        assertThat(served.raw("GET " + url.replace("about", "machine") + " HTTP/1.1", host, "", ""))
                .isEqualTo(401);
        String second = Served.json(served.post("api/tickets", Map.of("path", "api/about")))
                .path("url")
                .asString();
        assertThat(served.raw("GET " + second + " HTTP/1.1", host, "", "")).isEqualTo(200);
        assertThat(served.raw("GET " + second + " HTTP/1.1", host, "", "")).isEqualTo(401);
        assertThat(served.post("api/tickets", Map.of("path", "../../etc/passwd"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(served.post("api/tickets", Map.of("path", "api/x\r\nSet-Cookie: a"))
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/runs/../../etc/passwd",
                "/api/runs/%2e%2e%2f%2e%2e/files/passwd",
                "/api/runs/a/files/../../../../etc/passwd",
                "/api/runs/a/files/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
                "/api/runs/a/files/%252e%252e%252fpasswd",
                "/api/runs/a/files/..%5c..%5cpasswd",
                "/api/runs/a/files/a%00.json",
                "/api/runs/a/files//etc/passwd",
                "/assets/..%2f..%2fversion.properties",
                "/assets/%2e%2e/index.html",
                "/run/../../../etc/passwd",
                "/api/runs/a/figures/..%2f..%2fsecret.svg"
            })
    void noPathLeadsOut(String path) throws IOException {
        int status = served.raw(
                "GET " + path + " HTTP/1.1",
                "Host: 127.0.0.1:" + served.port,
                "Authorization: Bearer " + served.key(),
                "Connection: close",
                "",
                "");
        assertThat(status).isBetween(400, 499);
    }

    @Test
    void linksOutOfARunAreNotFollowed() throws IOException {
        Path secret = Files.writeString(root.resolveSibling("secret-" + System.nanoTime()), "secret");
        Path run = Files.createDirectories(root.resolve("linked"));
        Files.writeString(run.resolve("plan.json"), "{}");
        Files.writeString(run.resolve("manifest.json"), "{}");
        Files.createSymbolicLink(run.resolve("summary.json"), secret);
        Files.createSymbolicLink(root.resolve("outside"), root.getParent());
        served.server().laboratory().index().touch("linked");
        assertThat(served.get("api/runs/linked/files/summary.json").statusCode())
                .isBetween(400, 499);
        assertThat(served.get("api/runs/outside").statusCode()).isEqualTo(404);
        Files.delete(secret);
    }

    @Test
    void studiesFromThePageBringNoCodeAndNameNoFilesElsewhere() throws IOException {
        String coded = Served.SMALL + "with: [Evil.java]\n";
        assertThat(Served.json(served.post("api/plans", Map.of("yaml", coded)))
                        .path("errors")
                        .size())
                .isPositive();
        String reading = Served.SMALL.replace("seed: 1..2", "start: { is: file, file: /etc/passwd }\nseed: 1");
        var errors =
                Served.json(served.post("api/plans", Map.of("yaml", reading))).path("errors");
        assertThat(errors.size()).isEqualTo(1);
        assertThat(errors.get(0).path("message").asString()).contains("outside the folders");
        String missing = reading.replace("/etc/passwd", "/etc/does-not-exist");
        var same =
                Served.json(served.post("api/plans", Map.of("yaml", missing))).path("errors");
        assertThat(same.get(0).path("message").asString().replace("does-not-exist", "passwd"))
                .as("whether a file exists elsewhere is not told")
                .isEqualTo(errors.get(0).path("message").asString());
    }

    @Test
    void crammedBodiesAreRefused() {
        StringBuilder bomb = new StringBuilder("a: &a [x, x]\n");
        for (char c = 'b'; c < 'z'; c++) {
            char before = (char) (c - 1);
            bomb.append(c)
                    .append(": &")
                    .append(c)
                    .append(" [*")
                    .append(before)
                    .append(", *")
                    .append(before)
                    .append("]\n");
        }
        assertThat(Served.json(served.post("api/plans", Map.of("yaml", bomb.toString())))
                        .path("errors")
                        .size())
                .isPositive();
        String deep = "study: " + "[".repeat(5000) + "]".repeat(5000);
        assertThat(Served.json(served.post("api/plans", Map.of("yaml", deep)))
                        .path("errors")
                        .size())
                .isPositive();
        String many = Served.SMALL.replace("seed: 1..2", "seed: 1..1000000000");
        assertThat(Served.json(served.post("api/plans", Map.of("yaml", many)))
                        .path("errors")
                        .size())
                .isPositive();
        String large = Served.SMALL.replace("n: 16", "n: 60000");
        assertThat(Served.json(served.post("api/plans", Map.of("yaml", large)))
                        .path("errors")
                        .size())
                .isPositive();
        assertThat(served.post("api/plans", Map.of("yaml", "x".repeat(2 << 20))).statusCode())
                .isEqualTo(413);
        assertThat(served.post("api/plans", List.of(1, 2)).statusCode()).isEqualTo(400);
        assertThat(served.post("api/plans", Map.of("yaml", "a", "class", "java.lang.Runtime"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aHundredMegabytesAreNotRead() throws IOException {
        int status = served.raw(
                "POST /api/plans HTTP/1.1",
                "Host: 127.0.0.1:" + served.port,
                "Authorization: Bearer " + served.key(),
                "Content-Type: application/json",
                "Content-Length: 104857600",
                "",
                "{");
        assertThat(status).isEqualTo(413);
    }

    @Test
    void manyConnectionsAndHugeHeadersDoNotStopTheServer() throws IOException {
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                Socket socket = new Socket("127.0.0.1", served.port);
                socket.getOutputStream().write("GET /api/about HTTP/1.1\r\nHo".getBytes(StandardCharsets.US_ASCII));
                open.add(socket);
            }
            assertThat(served.get("api/about").statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : open) socket.close();
        }
        int status = served.raw(
                "GET /api/about HTTP/1.1", "Host: 127.0.0.1:" + served.port, "X-Long: " + "x".repeat(100_000), "", "");
        assertThat(status).isEqualTo(431);
    }

    @Test
    void onlyFourStreamsAreGivenAndTheOldestEnds() throws IOException {
        List<Socket> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 6; i++) {
                Socket socket = new Socket("127.0.0.1", served.port);
                socket.setSoTimeout(10_000);
                String request = "GET /api/events?topics=runs HTTP/1.1\r\nHost: 127.0.0.1:" + served.port
                        + "\r\nAuthorization: Bearer " + served.key() + "\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                String head = new String(socket.getInputStream().readNBytes(15), StandardCharsets.US_ASCII);
                assertThat(head).startsWith("HTTP/1.1 200");
                streams.add(socket);
            }
            StringBuilder first = new StringBuilder();
            byte[] buffer = new byte[4096];
            while (first.indexOf("bye") < 0) {
                int got = streams.getFirst().getInputStream().read(buffer);
                if (got < 0) break;
                first.append(new String(buffer, 0, got, StandardCharsets.UTF_8));
            }
            assertThat(first).contains("\"kind\":\"bye\"");
        } finally {
            for (Socket stream : streams) stream.close();
        }
    }

    @Test
    void whatUsersWriteIsTextAndHeadersCarryNoneOfIt() throws IOException {
        Path run = Files.createDirectories(root.resolve("scripted"));
        Files.writeString(run.resolve("plan.json"), "{}");
        Files.writeString(run.resolve("manifest.json"), "{}");
        Files.writeString(run.resolve("notes.json"), "{\"note\": \"<script>alert(1)</script>\"}");
        served.server().laboratory().index().touch("scripted");
        HttpResponse<String> reply = served.get("api/runs?q=scripted");
        assertThat(reply.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(served.get("api/catalogue/<script>alert(1)<~script>"
                                .replace("<", "%3C")
                                .replace(">", "%3E"))
                        .body())
                .doesNotContain("<script>");
        assertThat(served.get("api/nothing").body()).doesNotContain("Exception");
    }
}
