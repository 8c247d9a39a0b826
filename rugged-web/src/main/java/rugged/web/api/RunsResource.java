package rugged.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import rugged.run.cluster.Engines;
import rugged.study.CatalogueStudies;
import rugged.study.Checked;
import rugged.study.Plan;
import rugged.web.Laboratory;
import rugged.web.http.Answers;
import rugged.web.http.Refusal;
import rugged.web.runs.Known;
import rugged.web.runs.RunIndex;
import rugged.web.shape.PlanRequest;
import rugged.web.shape.run.RunItem;
import rugged.web.shape.run.RunPage;

/** {@code /api/runs}: the runs of the workspace, a page at a time; starting one. */
public final class RunsResource implements Resource {
    private static final int PAGE = 50;
    private static final List<String> SORTS =
            List.of("start", "study", "status", "seconds", "size", "verdict", "disk", "id");

    private final Laboratory laboratory;
    private final RunItems items;
    private final PlansResource plans;
    private final Set<String> forced = new HashSet<>();

    /**
     * @param laboratory the workspace
     * @param items runs as the page lists them
     * @param plans how requests are planned
     */
    public RunsResource(Laboratory laboratory, RunItems items, PlansResource plans) {
        this.laboratory = laboratory;
        this.items = items;
        this.plans = plans;
    }

    @Override
    public void route(RoutesConfig routes) {
        routes.get("/api/runs", this::list);
        routes.post("/api/runs", this::start);
    }

    private void list(Context context) {
        if (!laboratory.index().ready()) {
            context.header("Retry-After", "1");
            throw Refusal.of(503, "the index is being built");
        }
        List<String> statuses = Parameters.many(context, "status");
        List<String> studies = Parameters.many(context, "study");
        List<String> words =
                List.of(Parameters.text(context, "q").toLowerCase(Locale.ROOT).split("\\s+"));
        boolean starred = Parameters.flag(context, "starred", false);
        List<Known> all = new ArrayList<>(laboratory.index().all());
        List<Known> found = new ArrayList<>(all.stream()
                .filter(run -> statuses.isEmpty() || statuses.contains(status(run)))
                .filter(run -> studies.isEmpty() || studies.contains(run.study()))
                .filter(run -> !starred || run.notes().starred())
                .filter(run -> mentions(run, words))
                .toList());
        found.sort(
                order(Parameters.oneOf(context, "sort", SORTS).orElse("start"), Parameters.flag(context, "up", false)));
        int size = Parameters.whole(context, "size", PAGE, 1, 500);
        int from =
                from(found, Parameters.text(context, "after"), Parameters.whole(context, "offset", 0, 0, 10_000_000));
        List<Known> page = found.subList(from, Math.min(from + size, found.size()));
        List<String> columns = items.columns(page);
        List<RunItem> shown = page.stream()
                .map(run -> items.of(run, items.values(run, columns)))
                .toList();
        String after = from + size < found.size() ? page.getLast().id() : null;
        int running = (int) all.stream().filter(Known::running).count();
        int queued = (int) all.stream()
                .filter(run -> laboratory.queued(run.id()) && !run.running())
                .count();
        Answers.json(context, new RunPage(found.size(), running, queued, columns, shown, after));
    }

    private String status(Known run) {
        return laboratory.queued(run.id()) && !run.running() ? Known.QUEUED : run.status();
    }

    private static boolean mentions(Known run, List<String> words) {
        String text = (run.id() + " " + run.study() + " " + run.notes().note() + " "
                        + String.join(" ", run.notes().tags()))
                .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }

    private Comparator<Known> order(String sort, boolean up) {
        Comparator<Known> order = switch (sort) {
            case "study" -> Comparator.comparing(Known::study);
            case "status" -> Comparator.comparing(this::status);
            case "seconds" ->
                Comparator.comparingDouble(run ->
                        run.manifest().map(manifest -> manifest.seconds()).orElse(0.0));
            case "size" ->
                Comparator.comparingInt(run -> CatalogueStudies.SIZES.indexOf(
                        run.manifest().map(manifest -> manifest.size()).orElse("")));
            case "verdict" ->
                Comparator.comparingInt(
                        run -> run.verdict().compared() - run.verdict().agreeing());
            case "disk" ->
                Comparator.comparingDouble(run -> laboratory.sizes().known(run).orElse(0));
            case "id" -> Comparator.comparing(Known::id);
            default -> Comparator.comparing(Known::start);
        };
        Comparator<Known> directed = up ? order : order.reversed();
        return directed.thenComparing(Known::id);
    }

    private static int from(List<Known> found, String after, int offset) {
        if (after.isEmpty()) return Math.min(offset, found.size());
        for (int i = 0; i < found.size(); i++) if (found.get(i).id().equals(after)) return i + 1;
        return found.size();
    }

    private void start(Context context) {
        PlanRequest body = Answers.body(context, PlanRequest.class, PlansResource.MOST_BODY);
        boolean force = Boolean.TRUE.equals(body.force());
        String once = context.header("Idempotency-Key");
        if (force && (once == null || once.isBlank() || once.length() > 200))
            throw Refusal.malformed("force needs an Idempotency-Key");
        Checked checked = plans.check(body);
        Plan plan =
                checked.plan().orElseThrow(() -> new Refusal(422, "the study has mistakes", checked.problems(), null));
        if (body.on() == null || body.on().equals(Engines.LOCAL)) plans.requireRoom(plan);
        String on = body.on() == null ? Engines.LOCAL : body.on();
        boolean begun = on.equals(Engines.LOCAL)
                ? laboratory.runQueue().ask(plan, force && first(plan, String.valueOf(once)))
                : laboratory.awayRuns().send(plan, on);
        String id = RunIndex.id(plan.folder());
        context.status(begun ? 201 : 200);
        if (begun) context.header("Location", laboratory.serving().basePath() + "/api/runs/" + id);
        Answers.json(context, item(id, plan));
    }

    /** Whether a forced start is asked for the first time under its key. */
    private synchronized boolean first(Plan plan, String once) {
        return forced.add(plan.folder() + " " + once);
    }

    /** The run, or what stands for it until its folder is written. */
    private RunItem item(String id, Plan plan) {
        return laboratory
                .index()
                .touch(id)
                .map(run -> items.of(run, Map.of()))
                .orElseGet(() -> Waiting.item(id, plan, laboratory.runQueue().folder(plan)));
    }
}
