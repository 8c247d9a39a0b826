package rugged.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.ConnectionLimit;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import rugged.store.Provenance;
import rugged.store.library.AtlasReader;
import rugged.study.CatalogueStudies;
import rugged.study.Listing;
import rugged.web.api.ArraysResource;
import rugged.web.api.CatalogueResource;
import rugged.web.api.FiguresResource;
import rugged.web.api.FilesResource;
import rugged.web.api.HistogramResource;
import rugged.web.api.KernelResource;
import rugged.web.api.MachineResource;
import rugged.web.api.PlansResource;
import rugged.web.api.Resource;
import rugged.web.api.RunEvents;
import rugged.web.api.RunItems;
import rugged.web.api.RunResource;
import rugged.web.api.RunsResource;
import rugged.web.api.SeriesResource;
import rugged.web.api.ServerResource;
import rugged.web.api.TrashResource;
import rugged.web.api.ValidationResource;
import rugged.web.compare.CompareResource;
import rugged.web.http.Answers;
import rugged.web.http.Events;
import rugged.web.http.Gate;
import rugged.web.http.Keys;
import rugged.web.http.PageFiles;
import rugged.web.http.Patience;
import rugged.web.http.Refusal;
import rugged.web.http.Tickets;
import rugged.web.http.UnreadErrors;
import rugged.web.map.LandscapeResource;
import rugged.web.map.MinimaResource;
import rugged.web.map.ThermodynamicsResource;
import rugged.web.runs.Plans;
import rugged.web.runs.RunMaps;
import rugged.web.series.Readings;
import rugged.web.series.SeriesReader;

/** The laboratory on a port: gate, resources, page. */
public final class LaboratoryServer implements AutoCloseable {
    private static final int SPARE_THREADS = 16;
    private static final int HEADERS = 16 * 1024; // bytes
    private static final int CLOSING = 60; // seconds
    private static final List<String> PAGES =
            List.of("setup", "runs", "trash", "run", "compare", "validation", "machine");

    private final Serving serving;
    private final Laboratory laboratory;
    private final Keys keys;
    private final Events events;
    private final ValidationResource validation;
    private final Patience patience;
    private final QueuedThreadPool pool;
    private final Javalin javalin;

    /**
     * @param serving where and for whom
     * @param provenance what computes
     */
    public LaboratoryServer(Serving serving, Provenance provenance) {
        this(serving, new Laboratory(serving, provenance), Patience.usual());
    }

    /**
     * @param serving where and for whom
     * @param laboratory the workspace
     * @param patience how long a request may take to arrive
     */
    LaboratoryServer(Serving serving, Laboratory laboratory, Patience patience) {
        this.serving = serving;
        this.laboratory = laboratory;
        this.patience = patience;
        keys = Keys.in(serving.root().resolve(".rugged"), serving.newKey(), serving.readOnly());
        events = new Events(laboratory.epoch());
        validation = new ValidationResource(laboratory, events);
        pool = pool(patience.most());
        javalin = Javalin.create(this::configure);
    }

    /** Begins to answer; returns the port. */
    public int start() {
        laboratory.start();
        patience.start();
        javalin.start();
        // the first visitor finds SQLite loaded and the studies planned
        Thread.ofPlatform().name("shelf").daemon(true).start(() -> {
            AtlasReader.prepare();
            planStudies();
        });
        return javalin.port();
    }

    private static void planStudies() {
        for (Listing.Item study : CatalogueStudies.studies()) CatalogueStudies.plan(study.name(), "laptop");
    }

    /** The address to open, with the key in its fragment, which no browser sends anywhere. */
    public String address(String key) {
        String base = serving.publicUrl()
                .map(url -> url.toString().replaceAll("/+$", ""))
                .orElseGet(() -> "http://" + Serving.LOOPBACK + ":" + javalin.port());
        return base + "/#k=" + key;
    }

    /** The key that may do everything. */
    public String key() {
        return keys.full();
    }

    /** The key that may only look. */
    public Optional<String> readingKey() {
        return keys.reading();
    }

    /** The streams of events. */
    Events events() {
        return events;
    }

    /** Threads that answer. */
    int busy() {
        return pool.getBusyThreads();
    }

    /** Who is hung up on. */
    Patience patience() {
        return patience;
    }

    /** The workspace. */
    public Laboratory laboratory() {
        return laboratory;
    }

    @Override
    public void close() {
        events.close();
        validation.close();
        laboratory.close(CLOSING);
        patience.close();
        javalin.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.generateEtags = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = 1L << 20;
        config.concurrency.useVirtualThreads = false;
        config.jetty.threadPool = pool;
        config.jetty.addConnector(this::connector);
        config.jetty.modifyServletContextHandler(handler -> handler.setErrorHandler(new UnreadErrors()));
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new UnreadErrors());
            server.addBean(new ConnectionLimit(2 * patience.most(), server));
            server.setStopTimeout(0);
        });
        routes(config.routes);
    }

    /**
     * A thread for each connection. Virtual ones would not do: what only computes, a plan or a picture, holds its carrier until it has ended, and as many of
     * these as there are processors would stop everybody else; the system shares the processors among threads of its own.
     */
    private static QueuedThreadPool pool(int connections) {
        QueuedThreadPool pool = new QueuedThreadPool(connections + SPARE_THREADS);
        pool.setName("web");
        pool.setDaemon(true);
        return pool;
    }

    private ServerConnector connector(Server server, HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setRequestHeaderSize(HEADERS);
        http.setMinRequestDataRate(256);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(serving.bind());
        connector.setPort(serving.port());
        connector.setIdleTimeout(patience.idle());
        connector.addBean(patience);
        return connector;
    }

    private void routes(RoutesConfig routes) {
        Tickets tickets = new Tickets();
        Gate gate = new Gate(keys, tickets, serving);
        routes.before(context -> {
            Answers.protect(context);
            gate.pass(context);
        });
        routes.exception(Exception.class, Answers::failure);
        Plans plans = new Plans(laboratory.catalogue());
        RunItems items = new RunItems(laboratory, plans);
        PlansResource planning = new PlansResource(laboratory, items);
        Readings readings = new Readings();
        SeriesReader reader = new SeriesReader(readings);
        RunResource runs = new RunResource(laboratory, items, plans);
        List<Resource> resources = List.of(
                new ServerResource(laboratory, events, tickets),
                new CatalogueResource(laboratory, items),
                planning,
                new RunsResource(laboratory, items, planning),
                runs,
                new FiguresResource(laboratory, plans, readings),
                new SeriesResource(laboratory, reader),
                new CompareResource(laboratory, items, reader),
                new FilesResource(laboratory),
                new ArraysResource(laboratory),
                new HistogramResource(laboratory),
                validation,
                new TrashResource(laboratory, items),
                new KernelResource(laboratory, events),
                new MachineResource(laboratory, items, plans, events));
        resources.forEach(resource -> resource.route(routes));
        maps(plans).forEach(resource -> resource.route(routes));
        routes.get("/api/<rest>", context -> {
            throw Refusal.missing("there is no such resource");
        });
        page(routes);
        RunEvents runEvents = runs.runEvents(events);
        laboratory.index().listen(runEvents::hear);
    }

    private List<Resource> maps(Plans plans) {
        RunMaps maps = new RunMaps();
        return List.of(
                new LandscapeResource(laboratory, maps),
                new MinimaResource(laboratory, maps, plans),
                new ThermodynamicsResource(laboratory, maps, plans));
    }

    private void page(RoutesConfig routes) {
        PageFiles files = new PageFiles(serving.basePath());
        routes.get("/assets/{name}", files::asset);
        routes.get("/favicon.svg", context -> files.beside(context, "favicon.svg"));
        routes.get("/", context -> shell(files, context));
        for (String page : PAGES) {
            routes.get("/" + page, context -> shell(files, context));
            routes.get("/" + page + "/<rest>", context -> shell(files, context));
        }
        routes.get("/<rest>", context -> {
            String accepted = context.header("Accept");
            if (accepted == null || !accepted.contains("text/html")) throw Refusal.missing("there is no such page");
            files.missing(context);
        });
        routes.error(404, context -> {
            if (context.resultInputStream() == null) Answers.failure(Refusal.missing("there is no such page"), context);
        });
    }

    /** One origin, one storage: whoever came by the name localhost goes on by the number. */
    private static void shell(PageFiles files, Context context) {
        String host = context.header("Host");
        if (host != null && (host.equals("localhost") || host.startsWith("localhost:"))) {
            String query = context.queryString();
            String port = host.substring("localhost".length());
            context.status(308)
                    .header(
                            "Location",
                            "http://127.0.0.1" + port + context.req().getRequestURI()
                                    + (query == null ? "" : "?" + query));
            return;
        }
        files.shell(context);
    }
}
