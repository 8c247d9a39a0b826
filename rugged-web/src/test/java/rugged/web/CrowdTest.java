package rugged.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import rugged.web.http.Patience;

/**
 * Fifty tabs watch while somebody sends everything that ever stopped the server. The tabs ask as the page does: those that were granted a stream listen, the
 * others poll. What is bounded is how long a good request waits, with a margin for a machine that does other things.
 */
@Tag("slow")
@Timeout(300)
final class CrowdTest {
    private static final int TABS = 50;
    private static final int QUESTIONS = 12; // of each tab
    private static final int HOSTILE = 8; // who attack at a time
    private static final double BOUND = 10; // seconds, of the slowest in a hundred
    private static final int AGAIN = 10; // times that a question is put again, with all pooled connections gone
    private static final int SPARE = 60; // threads and files that come and go by themselves

    @SuppressWarnings("NullAway.Init") // set when the test begins
    private Served served;

    private String run = "";
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final ConcurrentLinkedQueue<Double> waited = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> failed = new ConcurrentLinkedQueue<>();

    private static long files() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }

    private String head(String method, String path, String... headers) {
        return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + served.port + "\r\nAuthorization: Bearer "
                + served.key() + "\r\n" + String.join("", headers) + "\r\n";
    }

    private Socket open(String text) throws IOException {
        Socket socket = new Socket("127.0.0.1", served.port);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return socket;
    }

    /** As browsers do: where a connection that was kept was hung up on meanwhile, to make room for another, the question is put again on a new one. */
    private HttpResponse<String> answer(String path) throws IOException {
        for (int again = 0; ; again++) {
            try {
                return served.get(path);
            } catch (java.io.UncheckedIOException hungUp) {
                if (again == AGAIN) throw hungUp.getCause();
                repeated.incrementAndGet();
            }
        }
    }

    /** One tab: a stream that may be taken from it, and questions now and then. */
    private void watch(int tab) {
        try (Socket stream = open(head("GET", "/api/events?topics=runs,run:" + run))) {
            InputStream in = stream.getInputStream();
            for (int i = 0; i < QUESTIONS; i++) {
                String path = i % 3 == 0 ? "api/runs" : i % 3 == 1 ? "api/runs/" + run : "api/runs/" + run + "/points";
                long begun = System.nanoTime();
                HttpResponse<String> reply = answer(path);
                waited.add((System.nanoTime() - begun) / 1e9);
                if (reply.statusCode() != 200) failed.add(path + " " + reply.statusCode());
                in.skip(in.available());
                Thread.sleep(100 + tab);
            }
        } catch (IOException | RuntimeException | InterruptedException failure) {
            failed.add("tab " + tab + ": " + failure);
        }
    }

    /** Requests of every kind that once stopped the server, in turn, until it is over. */
    private void attack(int first) {
        String file = "/api/runs/" + run + "/files/study.yaml";
        String json = "Content-Type: application/json\r\n";
        String many = "{\"yaml\": " + quoted(Served.SMALL.replace("seed: 1..2", "seed: 1..100000")) + "}";
        List<String> requests = List.of(
                head("GET", file, "Range: bytes=99999999-\r\n"),
                head("GET", "/api/runs/pipe"),
                head("GET", "/api/runs/pipe/series?quantity=e"),
                head("GET", "/api/runs/null"),
                head("POST", "/api/plans", json, "Content-Length: 100000\r\n") + "{",
                head("POST", "/api/plans", json, "Content-Length: " + many.length() + "\r\n") + many,
                head("GET", "/api/events?topics=runs"),
                "GET /api/about HTTP/1.1\r\nX-Slow: ",
                head("GET", "/api/runs/large/files/figures.tsv"),
                head("GET", "/api/runs/" + run + "/figures/energy.png?width=" + (300 + first)),
                head("GET", "/nothing/%"),
                "\u0016\u0003\u0001\u0002nonsense");
        List<Socket> held = new ArrayList<>();
        for (int i = first; !over.get(); i++) {
            try {
                Socket socket = open(requests.get(i % requests.size()));
                held.add(socket);
                if (held.size() > 10) held.removeFirst().close();
                Thread.sleep(20);
            } catch (IOException refused) {
                // so it should be
            } catch (InterruptedException e) {
                return;
            }
        }
        for (Socket socket : held) {
            try {
                socket.close();
            } catch (IOException gone) {
                // it was hung up on
            }
        }
    }

    private static String quoted(String text) {
        return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(text);
    }

    private void prepare(Path root) throws Exception {
        run = Served.json(served.post("api/runs", Map.of("yaml", Served.SMALL)))
                .path("id")
                .asString();
        served.awaitStatus(run, "complete");
        Path pipe = Files.createDirectories(root.resolve("pipe"));
        Files.copy(root.resolve(run).resolve("manifest.json"), pipe.resolve("manifest.json"));
        for (String name : List.of("study.yaml", "plan.json", "summary.json"))
            new ProcessBuilder("mkfifo", pipe.resolve(name).toString()).start().waitFor();
        Path nothing = Files.createDirectories(root.resolve("null"));
        Files.writeString(nothing.resolve("manifest.json"), "null");
        Path large = Files.createDirectories(root.resolve("large"));
        Files.writeString(large.resolve("manifest.json"), "{}");
        Files.write(large.resolve("figures.tsv"), new byte[1 << 24]);
        served.awaitStatus("null", "unreadable");
        served.awaitStatus("pipe", "unreadable");
    }

    private static List<Thread> start(int count, java.util.function.IntConsumer work) {
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            all.add(Thread.ofPlatform().daemon(true).start(() -> work.accept(number)));
        }
        return all;
    }

    @Test
    void theServerSurvivesItAllWhileFiftyTabsWatch(@TempDir Path root) throws Exception {
        Patience patience = new Patience(5_000, 1_000, 256);
        served = new Served(root, UnaryOperator.identity(), java.time.InstantSource.system(), patience);
        try {
            prepare(root);
            int threads = Thread.activeCount();
            long files = files();
            List<Thread> attackers = start(HOSTILE, this::attack);
            for (Thread tab : start(TABS, this::watch)) tab.join();
            over.set(true);
            for (Thread attacker : attackers) attacker.join();
            assertThat(failed).isEmpty();
            double[] sorted =
                    waited.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            assertThat(sorted).hasSize(TABS * QUESTIONS);
            System.out.println("seconds of good requests: median " + sorted[sorted.length / 2]
                    + ", slowest in a hundred " + sorted[sorted.length * 99 / 100] + ", last "
                    + Arrays.stream(sorted).max().orElse(0) + "; put again " + repeated);
            assertThat(sorted[sorted.length * 99 / 100]).isLessThan(BOUND);
            settle(files);
            assertThat(files()).as("files that stayed open").isLessThan(files + SPARE);
            assertThat(served.server().events().open()).isLessThanOrEqualTo(4);
            assertThat(served.server().busy()).as("threads that still answer").isLessThan(SPARE);
            assertThat(Thread.activeCount()).isLessThan(threads + patience.most() + SPARE);
            assertThat(served.get("api/about").statusCode()).isEqualTo(200);
        } finally {
            served.close();
        }
    }

    /** What was hung up on goes when its time is over. */
    private void settle(long before) throws Exception {
        long until = System.nanoTime() + 40_000_000_000L;
        while ((files() >= before + SPARE || served.server().patience().open() > 10) && System.nanoTime() < until)
            Thread.sleep(200);
    }
}
