package rugged.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is refused before it is read is refused in the form of everything else. */
final class UnreadErrorsTest {
    private static final Pattern LENGTH = Pattern.compile("Content-Length: (\\d+)");

    @TempDir
    static Path root;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Served served;

    @BeforeAll
    static void serve() {
        served = new Served(root);
    }

    @AfterAll
    static void end() {
        served.close();
    }

    private static String answer(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", served.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            StringBuilder answer = new StringBuilder();
            byte[] block = new byte[1 << 12];
            while (!whole(answer)) {
                int got = socket.getInputStream().read(block);
                if (got < 0) break;
                answer.append(new String(block, 0, got, StandardCharsets.ISO_8859_1));
            }
            return answer.toString();
        }
    }

    /** Whether an answer of a stated length is there; a connection may stay open. */
    private static boolean whole(CharSequence answer) {
        Matcher length = LENGTH.matcher(answer);
        int head = answer.toString().indexOf("\r\n\r\n");
        return head >= 0 && length.find() && answer.length() >= head + 4 + Integer.parseInt(length.group(1));
    }

    /** LONG stands for what is longer than headers or address may be, CRLF for the end of a line. */
    @ParameterizedTest
    @CsvSource({
        "nonsense CRLF CRLF, 400",
        "GET /api/about HTTP/9.9 CRLF Host: 127.0.0.1 CRLF CRLF, 505",
        "GET /api/about HTTP/1.1 CRLF CRLF, 400",
        "GET /api/about HTTP/1.1 CRLF Host: 127.0.0.1 CRLF X: LONG CRLF CRLF, 431",
        "GET /LONG HTTP/1.1 CRLF Host: 127.0.0.1 CRLF CRLF, 414",
        "GET /api/%zz HTTP/1.1 CRLF Host: 127.0.0.1 CRLF CRLF, 400",
        "GET /api/about HTTP/1.1 CRLF Host: 127.0.0.1 CRLF No colon CRLF CRLF, 400",
        "POST /api/runs HTTP/1.1 CRLF Host: 127.0.0.1 CRLF Content-Length: many CRLF CRLF, 400",
        "POST /api/runs HTTP/1.1 CRLF Host: 127.0.0.1 CRLF Transfer-Encoding: nothing CRLF CRLF, 400",
        "PATCH /api/runs/%00 HTTP/1.1 CRLF Host: 127.0.0.1 CRLF CRLF, 400",
    })
    void itIsJsonAndNamesNoClass(String request, int status) throws IOException {
        String answer = answer(request.replaceAll(" ?CRLF ?", "\r\n").replace("LONG", "a".repeat(40_000)));
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
        assertThat(head).contains("Content-Type: application/problem+json", "Content-Security-Policy: default-src");
        assertThat(answer).doesNotContainIgnoringCase("<html", "jetty", "exception", "java", "Server:");
        JsonNode body = JsonMapper.shared().readTree(answer.substring(answer.indexOf("\r\n\r\n")));
        assertThat(new TreeSet<>(body.propertyNames()))
                .isEqualTo(Set.of("errors", "resume", "status", "title", "type"));
        assertThat(body.path("status").asInt()).isEqualTo(status);
        assertThat(body.path("title").asString()).isNotBlank();
    }
}
