package rugged.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import rugged.run.cluster.Engines;
import rugged.web.Laboratory;
import rugged.web.http.Answers;
import rugged.web.http.Events;
import rugged.web.http.Gate;
import rugged.web.http.Keys;
import rugged.web.http.Refusal;
import rugged.web.http.Tickets;
import rugged.web.runs.RunQueue;
import rugged.web.shape.AboutServer;
import rugged.web.shape.TicketReply;
import rugged.web.shape.TicketRequest;

/** {@code /api/about}, {@code /api/events}, {@code /api/tickets}: the server itself. */
public final class ServerResource implements Resource {
    private final Laboratory laboratory;
    private final Events events;
    private final Tickets tickets;

    /**
     * @param laboratory the workspace
     * @param events streams
     * @param tickets leaves to fetch something once
     */
    public ServerResource(Laboratory laboratory, Events events, Tickets tickets) {
        this.laboratory = laboratory;
        this.events = events;
        this.tickets = tickets;
    }

    @Override
    public void route(RoutesConfig routes) {
        routes.get("/api/about", this::about);
        routes.get("/api/events", events::serve);
        routes.post("/api/tickets", this::ticket);
    }

    private void about(Context context) {
        Answers.json(
                context,
                new AboutServer(
                        laboratory.provenance().version(),
                        laboratory.provenance().commit(),
                        laboratory.epoch(),
                        laboratory.serving().root().toAbsolutePath().normalize().toString(),
                        Gate.access(context) != Keys.Access.WRITE,
                        laboratory.serving().basePath(),
                        laboratory.machine().mostPoints(),
                        RunQueue.MOST_WAITING,
                        "rugged",
                        Engines.names()));
    }

    private void ticket(Context context) {
        String path = Answers.body(context, TicketRequest.class, 1 << 14).path();
        if (!path.matches("api/[!-~]{1,2000}") || path.contains("ticket="))
            throw Refusal.malformed("path begins with api/");
        String number = tickets.sell("/" + path);
        String base = laboratory.serving().basePath();
        Answers.json(
                context, new TicketReply(base + "/" + path + (path.contains("?") ? "&" : "?") + "ticket=" + number));
    }
}
