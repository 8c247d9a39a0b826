package rugged.web.http;

import java.nio.ByteBuffer;
import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers what the server refuses before anything of this program reads it, a request line or headers that are none, in the form of all other errors. */
public final class UnreadErrors extends ErrorHandler {
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        Answers.HEADERS.forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Answers.PROBLEM);
        response.write(true, ByteBuffer.wrap(body(status)), callback);
        return true;
    }

    @Override
    public ByteBuffer badMessageError(int status, @Nullable String reason, HttpFields.Mutable fields) {
        Answers.HEADERS.forEach(fields::put);
        fields.put(HttpHeader.CONTENT_TYPE, Answers.PROBLEM);
        return ByteBuffer.wrap(body(status));
    }

    private static byte[] body(int status) {
        return Answers.problem(Refusal.of(status, title(status)));
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "the request is malformed";
            case 408 -> "the request came too slowly";
            case 414 -> "the address is too long";
            case 431 -> "the headers are too long";
            case 505 -> "this server speaks HTTP/1.1";
            default -> {
                String words = HttpStatus.getMessage(status);
                yield words.equals(Integer.toString(status))
                        ? "the request is not answered"
                        : words.toLowerCase(Locale.ROOT);
            }
        };
    }
}
