package rugged.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import rugged.web.Laboratory;
import rugged.web.http.Answers;
import rugged.web.http.Refusal;
import rugged.web.runs.Known;
import rugged.web.runs.RunIndex;
import rugged.web.runs.Trash;
import rugged.web.shape.run.TrashItem;
import rugged.web.shape.run.TrashPage;

/** {@code /api/trash}: runs that were thrown away, and taking one out again. */
public final class TrashResource implements Resource {
    private final Laboratory laboratory;
    private final RunItems items;

    /**
     * @param laboratory the workspace
     * @param items runs as the page lists them
     */
    public TrashResource(Laboratory laboratory, RunItems items) {
        this.laboratory = laboratory;
        this.items = items;
    }

    @Override
    public void route(RoutesConfig routes) {
        routes.get("/api/trash", this::list);
        routes.post("/api/trash/{id}/restore", this::restore);
    }

    private void list(Context context) {
        Instant now = Instant.now();
        List<TrashItem> thrown =
                laboratory.trash().all().stream().map(run -> item(run, now)).toList();
        Answers.json(context, new TrashPage(thrown, (int) Trash.KEPT.toDays()));
    }

    private static TrashItem item(Trash.Thrown run, Instant now) {
        Known known = run.known();
        double age = Duration.between(run.when(), now).toMillis() / 1000.0;
        return new TrashItem(
                run.id(),
                run.name(),
                known.study(),
                known.manifest().map(manifest -> manifest.size()).orElse(""),
                known.manifest().map(manifest -> manifest.seed()).orElse(0L),
                known.status(),
                known.notes().note(),
                Math.max(0, age),
                Math.max(0, Trash.KEPT.toSeconds() - age));
    }

    private void restore(Context context) {
        String id = context.pathParam("id");
        Trash.Thrown run = laboratory.trash().all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("there is no such run in the trash"));
        String again = RunIndex.id(run.name());
        if (laboratory.queued(again) || laboratory.trash().restore(run).isEmpty())
            throw Refusal.of(409, "there is a run " + run.name() + " again; move that one away first");
        Known known = laboratory.index().touch(again).orElseThrow(() -> Refusal.missing("the folder has no run in it"));
        Answers.json(context, items.of(known));
    }
}
