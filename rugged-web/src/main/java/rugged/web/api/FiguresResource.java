package rugged.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rugged.figure.FigureRequest.Range;
import rugged.figure.FigureRequest.Scale;
import rugged.figure.Setting;
import rugged.report.FigureView;
import rugged.web.Laboratory;
import rugged.web.http.Answers;
import rugged.web.http.Refusal;
import rugged.web.runs.Known;
import rugged.web.runs.Plans;
import rugged.web.series.Readings;
import rugged.web.series.RunFigures;
import rugged.web.series.RunFigures.Asked;

/** {@code /api/runs/{id}/figures}: a figure as it is now, as the reader wants to see it; drawn once for each version of the run. */
public final class FiguresResource implements Resource {
    private static final int KEPT = 16;

    private final Laboratory laboratory;
    private final RunFigures figures;
    private final FollowedFigures followed = new FollowedFigures();

    private final Map<String, byte[]> drawn = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * @param laboratory the workspace
     * @param plans plans of stored runs
     * @param readings what was read of them
     */
    public FiguresResource(Laboratory laboratory, Plans plans, Readings readings) {
        this.laboratory = laboratory;
        this.figures = new RunFigures(run -> plans.now(run, laboratory.runQueue()), readings);
    }

    @Override
    public void route(RoutesConfig routes) {
        routes.get("/api/runs/{id}/figures/{file}", laboratory.drawing().of(this::figure));
    }

    private void figure(Context context) {
        Known run = RunResource.run(laboratory, context);
        Asked asked = Asked.of(context.pathParam("file"), look(context));
        String since = Parameters.text(context, "since");
        if (!since.isEmpty() && asked.specification()) follow(context, run, asked, since);
        else send(context, run, asked);
    }

    /** A figure that somebody looks at: only what is new since the version that is there. A run at work keeps its axes while the data fit. */
    private void follow(Context context, Known run, Asked asked, String since) {
        String key = run.id() + " " + asked.name() + " " + run.status() + " " + asked.look();
        Answers.json(
                context,
                followed.reply(
                        key, run.version(), since, before -> figures.specification(run, asked, run.running(), before)));
    }

    private void send(Context context, Known run, Asked asked) {
        String version = run.version() + "-" + Integer.toHexString(asked.look().hashCode());
        if (run.status().equals("complete")) context.header("Cache-Control", "private, max-age=0, must-revalidate");
        if (Answers.same(context, version)) return;
        byte[] content = content(run, asked, version);
        if (content.length == 0) {
            context.status(204);
            return;
        }
        context.contentType(
                switch (asked.format()) {
                    case "svg" -> "image/svg+xml";
                    case "png" -> "image/png";
                    case "pdf" -> "application/pdf";
                    default -> "application/json; charset=utf-8";
                });
        if (!asked.specification())
            context.header("Content-Disposition", "attachment; filename=\"" + run.id() + "-" + asked.file() + "\"");
        context.result(content);
    }

    private static FigureView look(Context context) {
        double width = Parameters.real(context, "width").orElse(0);
        boolean dark = Parameters.oneOf(context, "dress", List.of("light", "dark"))
                .orElse("light")
                .equals("dark");
        Setting setting;
        try {
            setting = new Setting(
                    width, Parameters.flag(context, "err", true), Parameters.flag(context, "residual", false), dark);
        } catch (IllegalArgumentException wrong) {
            throw Refusal.malformed(String.valueOf(wrong.getMessage()));
        }
        return new FigureView(
                setting,
                scale(context, "x"),
                scale(context, "y"),
                range(context),
                Parameters.flag(context, "theory", true));
    }

    private static Optional<Scale> scale(Context context, String axis) {
        return Parameters.oneOf(context, axis, List.of("log", "lin"))
                .map(word -> word.equals("log") ? Scale.LOG : Scale.LINEAR);
    }

    private static Optional<Range> range(Context context) {
        String text = Parameters.text(context, "range");
        if (text.isEmpty()) return Optional.empty();
        String[] ends = text.split(",", -1);
        try {
            return Optional.of(new Range(Double.parseDouble(ends[0]), Double.parseDouble(ends[1])));
        } catch (ArrayIndexOutOfBoundsException | IllegalArgumentException wrong) {
            throw Refusal.malformed("range is " + text + "; two numbers, low,high");
        }
    }

    private byte[] content(Known run, Asked asked, String version) {
        String key = run.id() + " " + asked.file() + " " + version;
        synchronized (drawn) {
            byte[] there = drawn.get(key);
            if (there != null) return there;
        }
        byte[] content = figures.content(run, asked);
        synchronized (drawn) {
            drawn.put(key, content);
        }
        return content;
    }
}
