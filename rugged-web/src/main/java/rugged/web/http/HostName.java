package rugged.web.http;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name in a Host header, parsed rather than compared as text: a name, an optional port, nothing else. */
final class HostName {
    private static final Pattern FORM = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9.-]+)(?::(\\d{1,5}))?");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private HostName() {}

    /** The name without its port; empty when the header is malformed. */
    static Optional<String> of(String header) {
        Matcher matcher = FORM.matcher(header);
        if (!matcher.matches()) return Optional.empty();
        String port = matcher.group(2);
        if (port != null && Integer.parseInt(port) > 65_535) return Optional.empty();
        return Optional.of(matcher.group(1));
    }

    /** Whether a name means this machine and nothing that a name server could turn elsewhere. */
    static boolean loopback(String name) {
        return LOOPBACK.contains(name);
    }
}
