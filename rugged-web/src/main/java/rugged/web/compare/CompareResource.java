package rugged.web.compare;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import rugged.web.Laboratory;
import rugged.web.api.Parameters;
import rugged.web.api.Resource;
import rugged.web.api.RunItems;
import rugged.web.http.Answers;
import rugged.web.http.Refusal;
import rugged.web.runs.Known;
import rugged.web.series.SeriesReader;
import rugged.web.shape.CompareReply;

/** {@code /api/compare}: runs side by side, their differences in units and in standard errors. */
public final class CompareResource implements Resource {
    private static final int MOST = 20;

    private final Laboratory laboratory;
    private final RunItems items;
    private final SeriesReader reader;

    /**
     * @param laboratory the workspace
     * @param items runs as the page lists them
     * @param reader reads runs
     */
    public CompareResource(Laboratory laboratory, RunItems items, SeriesReader reader) {
        this.laboratory = laboratory;
        this.items = items;
        this.reader = reader;
    }

    @Override
    public void route(RoutesConfig routes) {
        routes.get("/api/compare", laboratory.drawing().of(this::compare));
    }

    private void compare(Context context) {
        List<String> ids = Parameters.many(context, "runs");
        if (ids.size() > MOST)
            throw Refusal.of(
                    422, ids.size() + " runs; at most " + MOST + ": beyond that the sweep's own figure is the answer");
        List<Known> runs = new ArrayList<>();
        for (String id : ids.stream().distinct().toList())
            runs.add(laboratory.index().find(id).orElseThrow(() -> Refusal.missing("there is no run " + id)));
        CompareReply reply = new SideBySide(runs, items, reader, ComparisonRequest.of(context)).reply();
        Answers.json(context, reply);
    }
}
