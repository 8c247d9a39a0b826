package rugged.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rugged.figure.FigureRequest.Range;
import rugged.figure.FigureRequest.Scale;
import rugged.figure.Growing;
import rugged.figure.Setting;
import rugged.figure.page.Drawing;
import rugged.report.FigureView;
import rugged.report.Gallery;
import rugged.store.Integrity;
import rugged.store.file.EnvironmentFailure;
import rugged.study.FigureSection;
import rugged.study.Plan;
import rugged.web.Laboratory;
import rugged.web.http.Answers;
import rugged.web.http.Refusal;
import rugged.web.runs.Known;
import rugged.web.runs.Plans;
import rugged.web.series.Readings;

/** {@code /api/runs/{id}/figures}: a figure as it is now, as the reader wants to see it; drawn once for each version of the run. */
public final class FiguresResource implements Resource {
    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]*?)\\.(svg|png|pdf|vl\\.json)");
    private static final int KEPT = 16;

    private final Laboratory laboratory;
    private final Plans plans;

    private final Readings readings;
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
        this.plans = plans;
        this.readings = readings;
    }

    @Override
    public void route(RoutesConfig routes) {
        routes.get("/api/runs/{id}/figures/{file}", laboratory.drawing().of(this::figure));
    }

    private void figure(Context context) {
        Known run = RunResource.run(laboratory, context);
        Matcher file = NAME.matcher(context.pathParam("file"));
        if (!file.matches()) throw Refusal.missing("a figure is NAME.svg, .png, .pdf or .vl.json");
        String name = file.group(1);
        String format = file.group(2);
        FigureView look = look(context);
        String since = Parameters.text(context, "since");
        if (!since.isEmpty() && format.equals("vl.json")) {
            follow(context, run, name, look, since);
            return;
        }
        String version = run.version() + "-" + Integer.toHexString(look.hashCode());
        if (run.status().equals("complete")) context.header("Cache-Control", "private, max-age=0, must-revalidate");
        if (Answers.same(context, version)) return;
        byte[] content = content(run, name, format, look, version);
        if (content.length == 0) {
            context.status(204);
            return;
        }
        context.contentType(
                switch (format) {
                    case "svg" -> "image/svg+xml";
                    case "png" -> "image/png";
                    case "pdf" -> "application/pdf";
                    default -> "application/json; charset=utf-8";
                });
        if (!format.equals("vl.json"))
            context.header(
                    "Content-Disposition", "attachment; filename=\"" + run.id() + "-" + name + "." + format + "\"");
        context.result(content);
    }

    /** A figure that somebody looks at: only what is new since the version that is there. A run at work keeps its axes while the data fit. */
    private void follow(Context context, Known run, String name, FigureView look, String since) {
        String key = run.id() + " " + name + " " + run.status() + " " + look;
        Answers.json(
                context,
                followed.reply(
                        key, run.version(), since, before -> specification(run, name, look, run.running(), before)));
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

    private byte[] content(Known run, String name, String format, FigureView look, String version) {
        String key = run.id() + " " + name + "." + format + " " + version;
        synchronized (drawn) {
            byte[] there = drawn.get(key);
            if (there != null) return there;
        }
        byte[] content = draw(run, name, format, look);
        synchronized (drawn) {
            drawn.put(key, content);
        }
        return content;
    }

    private byte[] draw(Known run, String name, String format, FigureView look) {
        if (run.status().equals("complete") && look.equals(FigureView.PAPER)) {
            Optional<byte[]> there = finished(run, name, format);
            if (there.isPresent()) return there.get();
        }
        String specification = specification(run, name, look, false, Map.of());
        if (specification.isEmpty() || format.equals("vl.json")) return specification.getBytes(StandardCharsets.UTF_8);
        String svg = Drawing.svg(specification);
        return switch (format) {
            case "png" -> Drawing.png(svg);
            case "pdf" -> Drawing.pdf(svg);
            default -> svg.getBytes(StandardCharsets.UTF_8);
        };
    }

    /** A picture as the run drew it at its end. */
    private static Optional<byte[]> finished(Known run, String name, String format) {
        Path file = run.folder().directory().resolve("figures").resolve(name + "." + format);
        if (format.equals("vl.json") || !within(run, file)) return Optional.empty();
        new Integrity(run.folder()).require("figures/" + name + "." + format);
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw EnvironmentFailure.reading(file, e);
        }
    }

    /** Whether a file is there, and not by a link that leads out of its run. */
    private static boolean within(Known run, Path file) {
        try {
            Path real = file.toRealPath();
            return Files.isRegularFile(real)
                    && real.startsWith(run.folder().directory().toRealPath());
        } catch (IOException missing) {
            return false;
        }
    }

    /** Empty where a run at work has nothing to draw yet. */
    private String specification(
            Known run, String name, FigureView look, boolean growing, Map<String, Growing> before) {
        Optional<Plan> plan = laboratory.runQueue().plan(run.id()).or(() -> plans.of(run));
        if (plan.isEmpty()) return stored(run, name);
        List<FigureSection> all = plan.get().figures();
        FigureSection section = all.stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("this run has no figure of this name"));
        try {
            Gallery gallery = readings.gallery(run).beside(plan.get().about().published());
            return growing
                    ? gallery.specification(section, all, look, before)
                    : gallery.specification(section, all, look);
        } catch (IllegalArgumentException nothing) {
            if (run.running()) return "";
            throw Refusal.of(404, "nothing to draw: " + nothing.getMessage());
        }
    }

    /** A figure as it was drawn at the end of the run, for one whose study cannot be read here. */
    private static String stored(Known run, String name) {
        Path file = run.folder().directory().resolve("figures").resolve(name + ".vl.json");
        if (!within(run, file)) throw Refusal.missing("this run has no figure of this name");
        new Integrity(run.folder()).require("figures/" + name + ".vl.json");
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw EnvironmentFailure.reading(file, e);
        }
    }
}
