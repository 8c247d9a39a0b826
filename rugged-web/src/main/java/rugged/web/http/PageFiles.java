package rugged.web.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The page itself: shell, scripts, styles and fonts, from the jars. They carry no data and need no key. */
public final class PageFiles {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "woff", "font/woff",
            "woff2", "font/woff2",
            "txt", "text/plain; charset=utf-8",
            "json", "application/json");

    private final String base;
    private final Map<String, byte[]> read = new ConcurrentHashMap<>();
    private static final byte[] MISSING = {};

    /** @param base path under which the laboratory is shown */
    public PageFiles(String base) {
        this.base = base;
    }

    /** The shell, the same for every page. */
    public void shell(Context context) {
        String html = new String(content("/rugged/page/index.html"), StandardCharsets.UTF_8)
                .replace("content=\"/\"", "content=\"" + base + "/\"")
                .replace("=\"./", "=\"" + base + "/");
        context.contentType("text/html; charset=utf-8");
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        if (!Answers.same(context, Answers.digest(body))) context.result(body);
    }

    /** The shell where there is no such page: it says so, and where there are some. */
    public void missing(Context context) {
        shell(context);
        context.status(404).removeHeader("ETag");
    }

    /** A file whose name changes with its content. */
    public void asset(Context context) {
        context.header("Cache-Control", "public, max-age=31536000, immutable");
        file(context, "/rugged/page/assets/" + name(context));
    }

    /** A file beside the shell. */
    public void beside(Context context, String name) {
        file(context, "/rugged/page/" + name);
    }

    private static String name(Context context) {
        String name = context.pathParam("name");
        if (!NAME.matcher(name).matches()) throw Refusal.missing("there is no such file");
        return name;
    }

    private void file(Context context, String resource) {
        byte[] body = content(resource);
        String ending = resource.substring(resource.lastIndexOf('.') + 1);
        context.contentType(TYPES.getOrDefault(ending, "application/octet-stream"));
        if (!Answers.same(context, Answers.digest(body))) context.result(body);
    }

    private byte[] content(String resource) {
        byte[] body = read.computeIfAbsent(resource, PageFiles::load);
        if (body.length == 0) throw Refusal.missing("there is no such file");
        return body;
    }

    private static byte[] load(String resource) {
        try (InputStream in = PageFiles.class.getResourceAsStream(resource)) {
            return in == null ? MISSING : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
