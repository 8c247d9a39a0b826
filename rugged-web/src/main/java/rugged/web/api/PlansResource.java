package rugged.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import rugged.report.Numerals;
import rugged.study.CatalogueStudies;
import rugged.study.Checked;
import rugged.study.Plan;
import rugged.study.Planner;
import rugged.study.cost.Estimate;
import rugged.study.read.Bundled;
import rugged.study.read.Request;
import rugged.web.Laboratory;
import rugged.web.http.Answers;
import rugged.web.http.Refusal;
import rugged.web.runs.Known;
import rugged.web.runs.RunIndex;
import rugged.web.shape.Mistake;
import rugged.web.shape.PlanReply;
import rugged.web.shape.PlanRequest;

/** {@code /api/plans}: what a study would compute and cost, or everything that is wrong with it. Runs nothing. */
public final class PlansResource implements Resource {
    /** Bytes of a body. */
    static final int MOST_BODY = 1 << 20;

    private final Laboratory laboratory;
    private final RunItems items;

    /**
     * @param laboratory the workspace
     * @param items runs as the page lists them
     */
    public PlansResource(Laboratory laboratory, RunItems items) {
        this.laboratory = laboratory;
        this.items = items;
    }

    @Override
    public void route(RoutesConfig routes) {
        routes.post("/api/plans", this::plan);
    }

    private void plan(Context context) {
        PlanRequest body = Answers.body(context, PlanRequest.class, MOST_BODY);
        Request request = request(body);
        Checked looked =
                laboratory.looking().take(() -> Planner.preview(request, laboratory.catalogue(), laboratory.machine()));
        Answers.json(context, reply(body, looked));
    }

    /** Plans what a request asks for; only what the page may ask for. */
    Checked check(PlanRequest body) {
        Request request = request(body);
        return laboratory.planning().take(() -> Planner.check(request, laboratory.catalogue(), laboratory.machine()));
    }

    private Request request(PlanRequest body) {
        String yaml = body.yaml();
        String study = body.study();
        if ((yaml == null) == (study == null)) throw Refusal.malformed("either yaml or study is expected");
        Request request = yaml != null
                ? Request.of("study.yaml", yaml)
                : Bundled.request(String.valueOf(study))
                        .orElseThrow(() -> Refusal.missing("there is no study of this name"));
        String size = body.size();
        if (size != null && !size.isEmpty()) {
            if (!CatalogueStudies.SIZES.contains(size))
                throw Refusal.malformed("size is " + size + "; quick, laptop or paper");
            request = request.at(size);
        }
        List<String> set = body.set();
        if (set != null) request = request.set(set);
        List<Path> folders = new ArrayList<>(laboratory.serving().data());
        folders.add(laboratory.serving().root());
        return request.untrusted(folders);
    }

    private PlanReply reply(PlanRequest body, Checked checked) {
        List<Mistake> mistakes = checked.problems().stream().map(Mistake::of).toList();
        if (checked.plan().isEmpty()) {
            return new PlanReply(
                    "",
                    "",
                    0,
                    0,
                    null,
                    0,
                    laboratory.machine().usable(),
                    0,
                    laboratory.diskKnown(),
                    laboratory.runQueue().threads(),
                    "",
                    mistakes,
                    List.of(),
                    null,
                    Map.of(),
                    "");
        }
        return reply(body, checked.plan().get());
    }

    private PlanReply reply(PlanRequest body, Plan plan) {
        Estimate estimate = plan.estimate();
        return new PlanReply(
                plan.yaml(),
                plan.folder(),
                estimate.points(),
                estimate.evaluations(),
                estimate.seconds(),
                estimate.memory(),
                laboratory.machine().usable(),
                estimate.disk(),
                laboratory.diskKnown(),
                laboratory.runQueue().threads(),
                words(plan),
                List.of(),
                plan.warnings(),
                stored(plan).map(items::of).orElse(null),
                TheoryValues.of(plan),
                command(body, plan));
    }

    /** The run that holds a plan's results, or computes them. */
    Optional<Known> stored(Plan plan) {
        String id = RunIndex.id(plan.folder());
        return laboratory
                .index()
                .find(id)
                .filter(run -> laboratory.runQueue().computing(id)
                        || laboratory.queued(id)
                        || run.running()
                        || (run.status().equals("complete") && run.plan().equals(plan.hash())));
    }

    private String words(Plan plan) {
        Estimate estimate = plan.estimate();
        String most = estimate.bound() ? "at most " : "";
        return estimate.points() + " points, " + most + String.format(Locale.ROOT, "%.2g", estimate.evaluations())
                + " gradients, " + most + Numerals.duration(estimate.seconds().likely()) + " ("
                + Numerals.duration(estimate.seconds().low()) + " to "
                + Numerals.duration(estimate.seconds().high()) + ") on "
                + laboratory.runQueue().threads() + (laboratory.runQueue().threads() == 1 ? " thread" : " threads");
    }

    /** The line that does the same in a terminal. */
    private static String command(PlanRequest body, Plan plan) {
        StringBuilder line = new StringBuilder("rugged run ");
        line.append(body.study() == null ? plan.study() + ".yaml" : body.study());
        if (body.size() != null && !body.size().isEmpty())
            line.append(" --size ").append(body.size());
        List<String> set = body.set();
        if (set != null)
            for (String one : set)
                line.append(" --set '").append(one.replace("'", "'\\''")).append('\'');
        return line.toString();
    }

    /** Refuses what would not fit: predicted memory or disk beyond what is free. */
    void requireRoom(Plan plan) {
        if (2 * plan.estimate().disk() > laboratory.diskFree()) {
            throw Refusal.of(
                    507,
                    "the run needs " + Numerals.bytes(plan.estimate().disk())
                            + " of disk and twice that has to be free; " + Numerals.bytes(laboratory.diskFree())
                            + " are");
        }
        if (plan.estimate().memory() > laboratory.machine().usable()) {
            throw Refusal.of(
                    422,
                    "the run needs " + Numerals.bytes(plan.estimate().memory()) + " of memory; "
                            + Numerals.bytes(laboratory.machine().usable()) + " may be used");
        }
    }
}
