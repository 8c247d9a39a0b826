package rugged.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rugged.store.Agenda;
import rugged.store.Manifest;
import rugged.store.RunFolder;
import rugged.store.RunStatus;
import rugged.store.file.FolderLock;
import rugged.store.table.Results;
import rugged.store.table.Table;
import rugged.study.Plan;
import rugged.web.Laboratory;
import rugged.web.http.Answers;
import rugged.web.http.Events;
import rugged.web.http.Refusal;
import rugged.web.runs.Annotations;
import rugged.web.runs.Known;
import rugged.web.runs.Plans;
import rugged.web.shape.run.LogPage;
import rugged.web.shape.run.PointItem;
import rugged.web.shape.run.PointPage;
import rugged.web.shape.run.RunItem;
import rugged.web.shape.run.RunPatch;

/** {@code /api/runs/{id}}: one run, its notes, its points, its log; stopping, resuming, deleting it. */
public final class RunResource implements Resource {
    private static final int PAGE = 2000;

    private final Laboratory laboratory;
    private final RunItems items;
    private final Plans plans;
    private final RunDetails details;

    /**
     * @param laboratory the workspace
     * @param items runs as the page lists them
     * @param plans plans of stored runs
     */
    public RunResource(Laboratory laboratory, RunItems items, Plans plans) {
        this.laboratory = laboratory;
        this.items = items;
        this.plans = plans;
        this.details = new RunDetails(laboratory, items, plans);
    }

    /** Who tells the streams of events what happens to runs. */
    public RunEvents runEvents(Events events) {
        return new RunEvents(events, items, details);
    }

    @Override
    public void route(RoutesConfig routes) {
        routes.get("/api/runs/{id}", this::detail);
        routes.patch("/api/runs/{id}", this::annotate);
        routes.delete("/api/runs/{id}", this::trash);
        routes.post("/api/runs/{id}/stop", this::stop);
        routes.post("/api/runs/{id}/resume", this::resume);
        routes.get("/api/runs/{id}/points", this::points);
        routes.get("/api/runs/{id}/log", this::log);
    }

    /** The run that a request names. */
    static Known run(Laboratory laboratory, Context context) {
        String id = context.pathParam("id");
        return laboratory.index().find(id).orElseThrow(() -> Refusal.missing("there is no run of this name"));
    }

    private void detail(Context context) {
        String id = context.pathParam("id");
        Optional<Known> known = laboratory.index().find(id);
        Optional<Plan> waiting = laboratory.runQueue().plan(id);
        if (known.isEmpty() && waiting.isPresent()) {
            Answers.json(context, details.waiting(id, waiting.get()));
            return;
        }
        Known run = run(laboratory, context);
        Answers.tagged(context, items.of(run).version(), () -> details.of(run));
    }

    private void annotate(Context context) {
        Known run = run(laboratory, context);
        RunPatch patch = Answers.body(context, RunPatch.class, 1 << 16);
        requireVersion(context, run);
        Annotations.change(run, patch.note(), patch.tags(), patch.starred());
        Answers.json(context, items.of(laboratory.index().touch(run.id()).orElse(run)));
    }

    private void trash(Context context) {
        Known run = run(laboratory, context);
        requireVersion(context, run);
        if (run.running() || laboratory.queued(run.id())) throw Refusal.of(409, "the run is at work; stop it first");
        laboratory.trash().put(run.folder().directory());
        laboratory.index().touch(run.id());
        context.status(204);
    }

    /** What was looked at must be what is there. */
    private void requireVersion(Context context, Known run) {
        String given = context.header("If-Match");
        if (given == null) throw Refusal.of(428, "If-Match with the version of the run is needed");
        RunItem now = items.of(run);
        if (!given.equals("\"" + now.version() + "\"") && !given.equals("*"))
            throw new Refusal(412, "the run has changed since it was looked at", List.of(), now);
    }

    private void stop(Context context) {
        String id = context.pathParam("id");
        boolean stopped =
                laboratory.runQueue().stop(id) || laboratory.awayRuns().stop(id);
        Optional<Known> run = laboratory.index().find(id);
        if (!stopped && run.filter(Known::running).isPresent()) throw held(run.get());
        context.status(stopped ? 202 : 200);
        Answers.json(context, run.map(items::of).orElseThrow(() -> Refusal.missing("it has left the queue")));
    }

    private static Refusal held(Known run) {
        return Refusal.of(
                409,
                "process " + FolderLock.heldBy(run.folder().directory())
                        + " computes this run; it can be stopped where it was started");
    }

    private void resume(Context context) {
        String id = context.pathParam("id");
        Optional<Plan> atWork = laboratory.runQueue().plan(id);
        // looked at after the queue was asked: what ended in between is no longer running
        Optional<Known> known =
                laboratory.index().find(id).flatMap(old -> laboratory.index().touch(id));
        if (atWork.isPresent()) {
            RunFolder there = known.map(Known::folder)
                    .orElseGet(() -> laboratory.runQueue().folder(atWork.get()));
            boolean again = laboratory.runQueue().resume(id, atWork.get(), there);
            context.status(again ? 202 : 200);
            Answers.json(context, known.map(items::of).orElseGet(() -> Waiting.item(id, atWork.get(), there)));
            return;
        }
        Known run = known.orElseThrow(() -> Refusal.missing("there is no run of this name"));
        if (run.running()) throw held(run);
        if (run.status().equals(RunStatus.COMPLETE.word())) {
            Answers.json(context, items.of(run));
            return;
        }
        List<String> changes = run.manifest().map(Manifest::changes).orElseGet(List::of);
        if (!changes.isEmpty()) throw Refusal.of(409, String.join("; ", changes));
        Plan plan = plans.afresh(run)
                .orElseThrow(() -> Refusal.of(
                        422, "this run's study cannot be read here; continue it with rugged resume " + folder(run)));
        run.folder()
                .agenda()
                .map(Agenda::plan)
                .filter(stored -> !stored.equals(plan.hash()))
                .ifPresent(stored -> {
                    throw Refusal.of(
                            409,
                            "the run was begun as plan " + stored + ", which this version reads as " + plan.hash()
                                    + ": it would not continue to the same bits");
                });
        requireKernels(run.manifest().orElse(null));
        boolean begun = laboratory.runQueue().resume(run.id(), plan, run.folder());
        context.status(begun ? 202 : 200);
        Answers.json(context, items.of(run));
    }

    /** Bits are promised for one implementation of the kernels; this process has chosen its own already. */
    private void requireKernels(@Nullable Manifest manifest) {
        if (manifest == null || !manifest.begun() || manifest.vectors().isEmpty()) return;
        String ours = laboratory.provenance().vectors();
        if (!manifest.vectors().equals(ours)) {
            throw Refusal.of(
                    409,
                    "the run was begun with " + manifest.vectors() + ", this server computes with " + ours
                            + "; 'rugged resume' continues it to the same bits");
        }
    }

    private static String folder(Known run) {
        return run.folder().directory().toString();
    }

    private void points(Context context) {
        Known run = run(laboratory, context);
        if (run.folder().agenda().isEmpty()) {
            Answers.json(context, new PointPage(0, List.of(), null));
            return;
        }
        List<String> statuses = Parameters.many(context, "status");
        Table table = Results.of(run.folder()).points();
        List<PointItem> all = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) all.add(PointItems.of(table.row(row)));
        List<PointItem> found = all.stream()
                .filter(point -> statuses.isEmpty() || statuses.contains(point.status()))
                .toList();
        int from = Math.min(Parameters.whole(context, "after", 0, 0, 1_000_000), found.size());
        int to = Math.min(from + PAGE, found.size());
        Answers.json(
                context, new PointPage(found.size(), found.subList(from, to), to < found.size() ? (Integer) to : null));
    }

    private void log(Context context) {
        Known run = run(laboratory, context);
        List<String> lines = details.log(run);
        int from = Math.min(Parameters.whole(context, "after", 0, 0, 1_000_000), lines.size());
        Answers.json(context, new LogPage(lines.subList(from, lines.size()), lines.size()));
    }
}
