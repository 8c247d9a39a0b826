package rugged.web.series;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rugged.figure.Growing;
import rugged.figure.page.Drawing;
import rugged.report.FigureView;
import rugged.report.Gallery;
import rugged.store.Integrity;
import rugged.store.file.EnvironmentFailure;
import rugged.study.FigureSection;
import rugged.study.Plan;
import rugged.web.http.Refusal;
import rugged.web.runs.Known;

/** Figures of runs: drawn anew from what is stored, or taken as the run drew them at its end, where they must be what was written then. */
public final class RunFigures {
    private final Function<Known, Optional<Plan>> plans;
    private final Readings readings;

    /**
     * @param plans the plan of a run; empty where its study cannot be read here
     * @param readings what was read of runs
     */
    public RunFigures(Function<Known, Optional<Plan>> plans, Readings readings) {
        this.plans = plans;
        this.readings = readings;
    }

    /**
     * What is asked for.
     *
     * @param name of the figure
     * @param format svg, png, pdf or vl.json
     * @param look how it is to be seen
     */
    public record Asked(String name, String format, FigureView look) {
        private static final Pattern FILE = Pattern.compile(
                "([A-Za-z0-9][A-Za-z0-9._-]*?)\\.(svg|png|pdf|" + SPECIFICATION.replace(".", "\\.") + ")");

        /** By the name of a file. */
        public static Asked of(String file, FigureView look) {
            Matcher parts = FILE.matcher(file);
            if (!parts.matches()) throw Refusal.missing("a figure is NAME.svg, .png, .pdf or .vl.json");
            return new Asked(parts.group(1), parts.group(2), look);
        }

        /** The name of its file. */
        public String file() {
            return name + "." + format;
        }

        /** Whether it is the specification, from which pictures are drawn. */
        public boolean specification() {
            return format.equals(SPECIFICATION);
        }
    }

    private static final String SPECIFICATION = "vl.json";

    /** The content of its file; nothing where a run at work has nothing to draw yet. */
    public byte[] content(Known run, Asked asked) {
        boolean asAtTheEnd = run.status().equals("complete") && asked.look().equals(FigureView.PAPER);
        if (asAtTheEnd && !asked.specification()) {
            Optional<byte[]> there = stored(run, asked.file());
            if (there.isPresent()) return there.get();
        }
        String specification = specification(run, asked, false, Map.of());
        if (specification.isEmpty() || asked.specification()) return specification.getBytes(StandardCharsets.UTF_8);
        String svg = Drawing.svg(specification);
        return switch (asked.format()) {
            case "png" -> Drawing.png(svg);
            case "pdf" -> Drawing.pdf(svg);
            default -> svg.getBytes(StandardCharsets.UTF_8);
        };
    }

    /**
     * Its specification.
     *
     * @param growing whether axes stay as they were while the data fit
     * @param before the figures as they were, by name
     * @return empty where a run at work has nothing to draw yet
     */
    public String specification(Known run, Asked asked, boolean growing, Map<String, Growing> before) {
        Optional<Plan> plan = plans.apply(run);
        if (plan.isEmpty())
            return stored(run, asked.name() + "." + SPECIFICATION)
                    .map(content -> new String(content, StandardCharsets.UTF_8))
                    .orElseThrow(RunFigures::missing);
        List<FigureSection> all = plan.get().figures();
        FigureSection section = all.stream()
                .filter(figure -> figure.name().equals(asked.name()))
                .findFirst()
                .orElseThrow(RunFigures::missing);
        try {
            Gallery gallery = readings.gallery(run).beside(plan.get().about().published());
            return growing
                    ? gallery.specification(section, all, asked.look(), before)
                    : gallery.specification(section, all, asked.look());
        } catch (IllegalArgumentException nothing) {
            if (run.running()) return "";
            throw Refusal.of(404, "nothing to draw: " + nothing.getMessage());
        }
    }

    private static Refusal missing() {
        return Refusal.missing("this run has no figure of this name");
    }

    /** A file as the run wrote it at its end; empty where there is none, or where it leads out of the run by a link. */
    private static Optional<byte[]> stored(Known run, String name) {
        Path folder = run.folder().directory();
        Path file = folder.resolve("figures").resolve(name);
        try {
            Path real = file.toRealPath();
            if (!Files.isRegularFile(real) || !real.startsWith(folder.toRealPath())) return Optional.empty();
        } catch (IOException missing) {
            return Optional.empty();
        }
        new Integrity(run.folder()).require("figures/" + name);
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw EnvironmentFailure.reading(file, e);
        }
    }
}
