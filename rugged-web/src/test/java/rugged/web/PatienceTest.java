package rugged.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.web.http.Patience;
import rugged.web.shape.run.Event;

/** Those who dawdle, do not listen, or come in crowds: everybody else is served all the same. */
final class PatienceTest {
    private static final int IDLE = 5_000; // milliseconds
    private static final int HEADERS = 400; // milliseconds
    private static final int MOST = 60; // connections
    private static final int CROWD = 80;
    private static final int DRIPS = 600;

    @TempDir
    static Path root;

    private static Served served;

    @BeforeAll
    static void serve() {
        served = new Served(
                root, UnaryOperator.identity(), java.time.InstantSource.system(), new Patience(IDLE, HEADERS, MOST));
    }

    @AfterAll
    static void end() {
        served.close();
    }

    private static Socket open(String text) throws IOException {
        Socket socket = new Socket("127.0.0.1", served.port);
        socket.setSoTimeout(30_000);
        send(socket, text);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Sends a byte now and then, so that the connection is never idle, until the server hangs up; after how many. */
    private static int drip(Socket socket) throws InterruptedException {
        for (int sent = 0; sent < DRIPS; sent++) {
            try {
                send(socket, "x");
                if (socket.getInputStream().available() > 0
                        && socket.getInputStream().read() < 0) return sent;
            } catch (IOException hungUp) {
                return sent;
            }
            Thread.sleep(50);
        }
        return DRIPS;
    }

    private static String request(String path, String... headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + served.port + "\r\nAuthorization: Bearer "
                + served.key() + "\r\n" + String.join("", headers) + "\r\n";
    }

    @Test
    void headersThatComeByteByByteAreNotWaitedFor() throws Exception {
        try (Socket socket = open("GET /api/about HTTP/1.1\r\nX-Slow: ")) {
            assertThat(drip(socket)).isLessThan(DRIPS);
        }
    }

    @Test
    void norAreThoseOfTheSecondRequestOfAConnection() throws Exception {
        try (Socket socket = open(request("/api/about"))) {
            InputStream in = socket.getInputStream();
            assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
            Thread.sleep(2 * HEADERS);
            in.skip(in.available());
            send(socket, request("/api/about"));
            assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII))
                    .as("between requests there is time")
                    .isEqualTo("HTTP/1.1 200");
            in.skip(in.available());
            send(socket, "GET /api/about HTTP/1.1\r\nX-Slow: ");
            assertThat(drip(socket)).isLessThan(DRIPS);
        }
    }

    @Test
    void aCrowdOfHalfRequestsDoesNotStopTheServer() throws IOException {
        List<Socket> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < CROWD; i++) crowd.add(open("GET /api/about HTTP/1.1\r\nHo"));
            assertThat(served.get("api/about").statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : crowd) socket.close();
        }
    }

    private static Socket post(String body) throws IOException {
        return open("POST /api/plans HTTP/1.1\r\nHost: 127.0.0.1:" + served.port + "\r\nAuthorization: Bearer "
                + served.key() + "\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n" + body);
    }

    @Test
    void aBodyThatDoesNotComeOrComesByteByByteIsNotWaitedFor() throws Exception {
        try (Socket silent = post("{");
                Socket dripping = post("{")) {
            for (int sent = 0; sent < DRIPS && dripping.getInputStream().available() == 0; sent++) {
                send(dripping, "x");
                Thread.sleep(50);
            }
            for (Socket socket : new Socket[] {silent, dripping})
                assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                        .isEqualTo("HTTP/1.1 408");
        }
    }

    @Test
    void aCrowdThatDoesNotReadWhatItAskedForMakesRoom() throws IOException {
        Path large = root.resolve("large");
        Files.createDirectories(large);
        Files.writeString(large.resolve("plan.json"), "{}");
        Files.writeString(large.resolve("manifest.json"), "{}");
        Files.write(large.resolve("figures.tsv"), new byte[1 << 24]);
        served.server().laboratory().index().touch("large");
        List<Socket> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < CROWD; i++) {
                crowd.add(open(request("/api/runs/large/files/figures.tsv")));
                assertThat(served.get("api/about").statusCode()).isEqualTo(200);
            }
            // the last one may have been counted and not yet been made room for
            long until = System.nanoTime() + 20_000_000_000L;
            while (served.server().patience().open() > MOST && System.nanoTime() < until) Thread.onSpinWait();
            assertThat(served.server().patience().open()).isLessThanOrEqualTo(MOST);
        } finally {
            for (Socket socket : crowd) socket.close();
        }
    }

    @Test
    void whoStopsReadingIsHungUpOn() throws Exception {
        try (Socket reader = open(request("/api/runs/large/files/figures.tsv"))) {
            // counted when its answer begins to come
            assertThat(reader.getInputStream().read()).isEqualTo('H');
            int before = served.server().patience().open();
            long until = System.nanoTime() + 20_000_000_000L;
            while (served.server().patience().open() >= before && System.nanoTime() < until) {
                // a byte now and then keeps it from being idle
                reader.getInputStream().read();
                Thread.sleep(50);
            }
            assertThat(served.server().patience().open()).isLessThan(before);
        }
    }

    @Test
    void ofAThousandStreamsAFewAreKept() throws IOException {
        List<Socket> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 1000; i++) {
                Socket stream = open(request("/api/events?topics=runs"));
                String head = new String(stream.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
                assertThat(head).isEqualTo("HTTP/1.1 200");
                streams.add(stream);
                if (streams.size() > CROWD) streams.removeFirst().close();
            }
            assertThat(served.get("api/about").statusCode()).isEqualTo(200);
            assertThat(served.server().events().open()).isLessThanOrEqualTo(4);
        } finally {
            for (Socket stream : streams) stream.close();
        }
    }

    @Test
    void whoDoesNotReadItsStreamSlowsNobodyElse() throws Exception {
        String all = "run:run0,run:run1,run:run2,run:run3,run:run4,run:run5,run:run6,run:run7,run:run8,run:run9";
        try (Socket deaf = open(request("/api/events?topics=" + all));
                Socket awake = open(request("/api/events?topics=runs,run:last"))) {
            InputStream in = awake.getInputStream();
            assertThat(new String(deaf.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
            assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
            String padding = "v".repeat(200);
            Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 100_000; i++) {
                    served.server().events().tell(Event.changed("run" + i % 10, "series", padding + i));
                    served.server().events().tell(Event.changed("last", "series", String.valueOf(i)));
                }
            });
            StringBuilder heard = new StringBuilder();
            byte[] buffer = new byte[1 << 14];
            while (heard.indexOf("\"version\":\"99999\"") < 0) {
                int got = in.read(buffer);
                assertThat(got).isPositive();
                if (heard.length() > 1 << 16) heard.delete(0, heard.length() - 1000);
                heard.append(new String(buffer, 0, got, StandardCharsets.UTF_8));
            }
            assertThat(served.get("api/about").statusCode()).isEqualTo(200);
        }
    }
}
