package rugged.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import rugged.num.kernel.KernelChoice;
import rugged.store.Provenance;
import rugged.web.http.Patience;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A laboratory on a free port with a workspace of its own, and a client for it: proper requests, and bytes on a socket where no client would send them. */
final class Served implements AutoCloseable {
    /** A study of a second or so. */
    static final String SMALL = """
        study: small
        about: { title: A small glass, claim: It relaxes. }
        landscape: { is: pspin, n: 16, mixture: 3 }
        dynamics: { is: langevin, temperature: 0.5, dt: 0.02 }
        protocol: { is: quench, until: 4 }
        observe: [energy]
        seed: 1..2
        figures:
          - { name: energy, title: Energy, y: e, x: t }
        findings:
          - { id: small.energy, text: energy at t = 4, quantity: e, at: { t: 4 }, within: 0.1 }
        """;

    private static final int ENOUGH = 1 << 20; // bytes

    private final LaboratoryServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    final int port;
    final Path root;

    Served(Path root) {
        this(root, UnaryOperator.identity());
    }

    Served(Path root, UnaryOperator<Serving> change) {
        this(root, change, InstantSource.system(), Patience.usual());
    }

    Served(Path root, UnaryOperator<Serving> change, InstantSource clock, Patience patience) {
        this.root = root;
        Serving serving = change.apply(
                new Serving(root, List.of(), 0, Serving.LOOPBACK, Optional.empty(), false, false, false, 2));
        Provenance provenance =
                Provenance.here("test", "test", KernelChoice.best().name());
        server = new LaboratoryServer(serving, new Laboratory(serving, provenance, clock), patience);
        port = server.start();
    }

    String key() {
        return server.key();
    }

    LaboratoryServer server() {
        return server;
    }

    HttpResponse<String> get(String path) {
        return promised(path, send(request(path).GET()));
    }

    /** Every answer of a test is held against the schema. */
    private static HttpResponse<String> promised(String path, HttpResponse<String> reply) {
        String type = reply.headers().firstValue("Content-Type").orElse("");
        if (reply.statusCode() == 200 && type.startsWith("application/json")) {
            List<String> wrong = ShapeCheck.of(path, json(reply));
            if (!wrong.isEmpty()) throw new AssertionError(path + ": " + wrong);
        }
        return reply;
    }

    /** The status of an answer of which no more than the beginning is read, and that beginning: it may be as long as any file. */
    Map.Entry<Integer, String> beginning(String path) {
        try (HttpClient own = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> reply = own.send(request(path).GET().build(), BodyHandlers.ofInputStream());
            try (InputStream body = reply.body()) {
                String text = new String(body.readNBytes(ENOUGH), StandardCharsets.UTF_8);
                own.shutdownNow();
                return Map.entry(reply.statusCode(), text);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> post(String path, Object body) {
        return send(request(path).header("Content-Type", "application/json").POST(json(body)));
    }

    HttpResponse<String> patch(String path, Object body, String version) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + version + "\"")
                .method("PATCH", json(body)));
    }

    HttpResponse<String> delete(String path, String version) {
        return send(request(path).header("If-Match", "\"" + version + "\"").DELETE());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + path))
                .header("Authorization", "Bearer " + key());
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> reply) {
        return JsonMapper.shared().readTree(reply.body());
    }

    /** Sends bytes as they are and returns the status of the answer; 0 when the server hangs up without one. */
    int raw(String... lines) throws IOException {
        return raw(String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1));
    }

    int raw(byte[] bytes) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            String answer = new String(in.readNBytes(12), StandardCharsets.ISO_8859_1);
            return answer.length() < 12 ? 0 : Integer.parseInt(answer.substring(9, 12));
        }
    }

    /** Waits until a run has this status. */
    JsonNode awaitStatus(String id, String status) {
        long until = System.nanoTime() + 300_000_000_000L;
        while (System.nanoTime() < until) {
            HttpResponse<String> reply = get("api/runs/" + id);
            if (reply.statusCode() == 200) {
                JsonNode run = json(reply).path("item");
                if (run.path("status").asString("").equals(status)) return run;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("run " + id + " did not become " + status + ": "
                + get("api/runs/" + id).body());
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
