package rugged.web.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rugged.web.Serving;

/**
 * What every request has to pass before anything is done for it. A server that starts computations is a shell for whoever reaches it: the name by which it was
 * called, the page that calls, the form of the call and the key are all looked at, on every request.
 */
public final class Gate {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PATCH", "DELETE");
    private static final Set<String> BODIED = Set.of("POST", "PATCH");
    private static final int FAILURES = 10;
    private static final long MINUTE = 60_000_000_000L; // nanoseconds
    // a leave to look once changes nothing
    private static final String TICKETS = "/api/tickets";
    private static final String ACCESS = "rugged.access";

    private final Keys keys;
    private final Tickets tickets;
    private final Optional<URI> publicUrl;
    private final Deque<Long> failures = new ArrayDeque<>();

    /**
     * @param keys who may do what
     * @param tickets leaves to fetch something once
     * @param serving where the laboratory is shown
     */
    public Gate(Keys keys, Tickets tickets, Serving serving) {
        this.keys = keys;
        this.tickets = tickets;
        this.publicUrl = serving.publicUrl();
    }

    /** Lets a request in, or throws. */
    public void pass(Context context) {
        HttpServletRequest request = context.req();
        String host = host(request);
        origin(request, host);
        String method = request.getMethod();
        if (!METHODS.contains(method)) throw Refusal.of(405, "this server answers GET, POST, PATCH and DELETE");
        if (!request.getRequestURI().startsWith("/api/")) return;
        if (BODIED.contains(method)) requireJson(request);
        Keys.Access access = access(request);
        if (access == Keys.Access.NONE) throw refused();
        if (access == Keys.Access.READ
                && !method.equals("GET")
                && !request.getRequestURI().equals(TICKETS))
            throw Refusal.of(403, "this key may look, not change anything");
        request.setAttribute(ACCESS, access);
    }

    /** What the key of a request that was let in opens. */
    public static Keys.Access access(Context context) {
        Object access = context.req().getAttribute(ACCESS);
        return access instanceof Keys.Access known ? known : Keys.Access.NONE;
    }

    private String host(HttpServletRequest request) {
        List<String> given = Collections.list(request.getHeaders("Host"));
        if (given.size() != 1) throw Refusal.malformed("exactly one Host header is expected");
        String name =
                HostName.of(given.getFirst()).orElseThrow(() -> Refusal.malformed("the Host header is malformed"));
        boolean published =
                publicUrl.filter(url -> given.getFirst().equals(authority(url))).isPresent();
        if (!published && !HostName.loopback(name))
            throw Refusal.of(403, "this server answers to 127.0.0.1 only; use an ssh tunnel, or --public-url");
        return given.getFirst();
    }

    private void origin(HttpServletRequest request, String host) {
        String origin = request.getHeader("Origin");
        boolean ours = origin == null
                || (HostName.of(host).filter(HostName::loopback).isPresent() && origin.equals("http://" + host))
                || publicUrl
                        .filter(url -> origin.equals(url.getScheme() + "://" + authority(url)))
                        .isPresent();
        if (!ours) throw Refusal.of(403, "requests from other pages are not answered");
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none"))
            throw Refusal.of(403, "requests from other sites are not answered");
    }

    private static String authority(URI url) {
        return url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
    }

    private static void requireJson(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null || !type.matches("application/json(\\s*;\\s*charset=[uU][tT][fF]-8)?"))
            throw Refusal.of(415, "the body has to be application/json");
    }

    private Keys.Access access(HttpServletRequest request) {
        Keys.Access access = keys.access(request.getHeader("Authorization"));
        if (access != Keys.Access.NONE || !request.getMethod().equals("GET")) return access;
        String ticket = request.getParameter("ticket");
        return tickets.take(ticket, withoutTicket(request)) ? Keys.Access.READ : Keys.Access.NONE;
    }

    /** Path and query as they were when the ticket was sold: the ticket itself stands last. */
    private static String withoutTicket(HttpServletRequest request) {
        String query = request.getQueryString();
        String rest = query == null ? "" : query.replaceFirst("(^|&)ticket=[0-9a-f]*$", "");
        return request.getRequestURI() + (rest.isEmpty() ? "" : "?" + rest);
    }

    private synchronized Refusal refused() {
        long now = System.nanoTime();
        while (!failures.isEmpty() && now - failures.getFirst() > MINUTE) failures.removeFirst();
        if (failures.size() >= FAILURES)
            return Refusal.of(429, "too many requests without the right key; wait a minute");
        failures.addLast(now);
        return Refusal.of(401, "the key is missing or wrong; open the address that 'rugged serve' printed");
    }
}
