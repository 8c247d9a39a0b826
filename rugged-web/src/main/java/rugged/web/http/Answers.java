package rugged.web.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import rugged.params.BadParameter;
import rugged.params.Problem;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.FolderHeld;

/** Answers, headers and errors. */
public final class Answers {
    private static final System.Logger LOG = System.getLogger("rugged.web");
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self';"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final long BODY = 60_000_000_000L; // nanoseconds

    /** Bytes of a body that are read only to be thrown away: what somebody may have pasted. */
    private static final int DISCARDED = 8 << 20;

    /** Headers of every answer. */
    static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "no-cache");

    /** How errors are written. */
    static final String PROBLEM = "application/problem+json; charset=utf-8";

    private Answers() {}

    /** Sets the headers of every answer. */
    public static void protect(Context context) {
        HEADERS.forEach(context::header);
    }

    /** A value as JSON. */
    public static void json(Context context, Object value) {
        context.contentType("application/json; charset=utf-8").result(JsonBody.of(value));
    }

    /** A value as JSON with a tag by which a browser asks whether it is still the same; 304 when it is. */
    public static void tagged(Context context, String version, java.util.function.Supplier<Object> value) {
        if (same(context, version)) return;
        json(context, value.get());
    }

    /** Sets the tag; whether the browser has this version already, which is then said. */
    public static boolean same(Context context, String version) {
        String tag = "\"" + version + "\"";
        context.header("ETag", tag);
        if (!tag.equals(context.header("If-None-Match"))) return false;
        context.status(304);
        return true;
    }

    /** A short name of a text, for tags. */
    public static String digest(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The body of a request that is read as JSON. */
    public static <T> T body(Context context, Class<T> type, int most) {
        long announced = context.req().getContentLengthLong();
        if (announced > most) {
            // a client that is still sending when its connection closes sees a broken one in the place of the answer
            if (announced <= DISCARDED) arrived(context, most, DISCARDED);
            throw Refusal.of(413, "the body is larger than " + most + " bytes");
        }
        byte[] body = arrived(context, most + 1, most + 1);
        if (body.length > most) throw Refusal.of(413, "the body is larger than " + most + " bytes");
        return JsonBody.read(body, type);
    }

    /** The first bytes of a body, at most so many, of which it is read that far. One that comes byte by byte is not waited for. */
    private static byte[] arrived(Context context, int kept, int read) {
        long until = System.nanoTime() + BODY;
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] block = new byte[1 << 13];
        try {
            InputStream in = context.req().getInputStream();
            for (int count = 0; count < read; ) {
                int got = in.read(block, 0, Math.min(block.length, read - count));
                if (got < 0) break;
                count += got;
                all.write(block, 0, Math.min(got, kept - all.size()));
                if (System.nanoTime() - until > 0) throw late(context);
            }
            return all.toByteArray();
        } catch (IOException broken) {
            if (timedOut(broken)) throw late(context);
            throw Refusal.malformed("the body did not arrive");
        } catch (HttpException.RuntimeException slow) {
            if (slow.getCode() == 408) throw late(context);
            throw Refusal.of(slow.getCode(), "the body did not arrive as it was announced");
        }
    }

    private static boolean timedOut(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException) return true;
            if (cause instanceof HttpException told && told.getCode() == 408) return true;
        }
        return false;
    }

    private static Refusal late(Context context) {
        context.header("Connection", "close");
        return Refusal.of(408, "the body came too slowly");
    }

    /** Any failure as an answer; what is ours is logged under a number that the answer carries, and says no more. */
    public static void failure(Exception failure, Context context) {
        switch (failure) {
            case Refusal refusal -> problem(context, refusal);
            case FolderHeld held -> problem(context, Refusal.of(409, "process " + held.process() + " writes this run"));
            case BadParameter bad ->
                problem(
                        context,
                        new Refusal(
                                422,
                                "the request has a mistake",
                                List.of(new Problem(
                                        "request",
                                        0,
                                        0,
                                        bad.parameter(),
                                        bad.value() + ": " + bad.wrong(),
                                        bad.allowed())),
                                null));
            case EnvironmentFailure environment ->
                problem(
                        context,
                        Refusal.of(environment.writing() ? 507 : 422, String.valueOf(environment.getMessage())));
            default -> {
                String number = UUID.randomUUID().toString().substring(0, 8);
                LOG.log(System.Logger.Level.ERROR, "request " + number, failure);
                problem(context, Refusal.of(500, "an error of rugged itself; the server's log has it as " + number));
            }
        }
    }

    /** What is said of a request that is not carried out. */
    static byte[] problem(Refusal refusal) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", refusal.title());
        body.put("status", refusal.status());
        body.put("errors", refusal.problems().stream().map(Answers::mistake).toList());
        body.put("resume", null);
        if (refusal.state() != null) body.put("state", refusal.state());
        return JsonBody.of(body);
    }

    private static void problem(Context context, Refusal refusal) {
        context.status(refusal.status());
        context.header("Cache-Control", "no-store");
        if (refusal.status() == 503) context.header("Retry-After", "2");
        if (refusal.status() == 405) context.header("Allow", "GET, POST, PATCH, DELETE");
        context.contentType(PROBLEM).result(new String(problem(refusal), StandardCharsets.UTF_8));
    }

    private static Map<String, Object> mistake(Problem problem) {
        Map<String, Object> mistake = new LinkedHashMap<>();
        mistake.put("line", problem.line());
        mistake.put("column", problem.column());
        mistake.put("path", problem.path());
        mistake.put("message", problem.message());
        mistake.put("allowed", problem.allowed());
        return mistake;
    }
}
