package rugged.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import rugged.api.Quantity;
import rugged.figure.Figure;
import rugged.figure.FigureRequest;
import rugged.figure.Growing;
import rugged.figure.Setting;
import rugged.figure.Table;
import rugged.figure.page.Drawing;
import rugged.figure.page.FigurePage;
import rugged.params.Plain;
import rugged.store.RunFolder;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.JvmFailure;
import rugged.store.table.Column;
import rugged.store.table.Results;
import rugged.study.About;
import rugged.study.FigureSection;

/** The figures of a run, drawn from what is stored and from nothing else. */
public final class Gallery {
    /** What a figure can be written as. */
    public static final Set<String> FORMATS = Set.of("svg", "png", "pdf", "vl.json");

    private final RunFolder folder;
    private final List<Quantity> quantities;
    private final Table means;
    private final Supplier<Table> medians;
    private final List<About.Published> published;

    /** @param results what is stored */
    public Gallery(Results results) {
        this(
                results.folder(),
                results.quantities(),
                columns(results, results.averages()),
                once(() -> columns(results, results.medians())),
                List.of());
    }

    Gallery(
            RunFolder folder,
            List<Quantity> quantities,
            Table means,
            Supplier<Table> medians,
            List<About.Published> published) {
        this.folder = folder;
        this.quantities = quantities;
        this.means = means;
        this.medians = medians;
        this.published = published;
    }

    /** The same with published numbers, each marked in the figure that it names. */
    public Gallery beside(List<About.Published> numbers) {
        return new Gallery(folder, quantities, means, medians, List.copyOf(numbers));
    }

    /** Medians are computed when the first figure asks for them. */
    private static Supplier<Table> once(Supplier<Table> made) {
        java.util.concurrent.FutureTask<Table> task = new java.util.concurrent.FutureTask<>(made::get);
        return () -> {
            task.run();
            return task.resultNow();
        };
    }

    private FigureRequest request(FigureSection section) {
        FigureRequest request = Requests.of(section, quantities);
        List<About.Published> levels = Levels.of(section, published);
        if (levels.isEmpty() || request.theories().equals(FigureRequest.EVERY_THEORY)) return request;
        List<String> sources = new ArrayList<>(request.theories());
        levels.forEach(level -> sources.add(Levels.source(level, levels)));
        return request.beside(sources);
    }

    private String drawn(FigureSection section, FigureRequest request, Setting setting) {
        Table table = section.statistic() == FigureSection.Statistic.MEDIAN ? medians.get() : means;
        List<About.Published> levels = Levels.of(section, published);
        try {
            return Figure.specification(request, Levels.added(table, request, levels), setting);
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("cannot be drawn: " + e, e);
        }
    }

    /**
     * Draws figures and writes their files into {@code figures/}; one that cannot be drawn is a warning.
     *
     * @return the files written
     */
    public List<Path> write(List<FigureSection> sections, Set<String> formats, Consumer<String> warnings) {
        List<Path> files = new ArrayList<>();
        for (Drawn drawn : draw(sections, warnings, () -> {})) {
            for (String format : formats.stream().sorted().toList()) files.add(write(drawn, format));
        }
        return files;
    }

    /** @param between called before each figure; may throw */
    List<Drawn> draw(List<FigureSection> sections, Consumer<String> warnings, Runnable between) {
        List<Drawn> all = new ArrayList<>();
        List<FigureSection> ordered = new ArrayList<>(sections);
        ordered.sort(java.util.Comparator.comparing(section -> !section.page().isEmpty()));
        for (FigureSection section : ordered) {
            between.run();
            try {
                String specification = specification(section, all);
                all.add(new Drawn(section.name(), section.title(), specification, Drawing.svg(specification)));
            } catch (IllegalArgumentException e) {
                warnings.accept("figure " + section.name() + ": " + e.getMessage());
            } catch (RuntimeException e) {
                Optional<EnvironmentFailure> machine = JvmFailure.of(e);
                if (machine.isPresent()) throw machine.get();
                // one figure must not cost the others, nor the report
                warnings.accept("figure " + section.name() + ": cannot be drawn: " + Plain.reason(e));
            }
        }
        return all;
    }

    /**
     * The specification of one figure as a reader asks to see it; nothing is written.
     *
     * @param section the figure
     * @param all every figure of the study: a page is made of others
     * @throws IllegalArgumentException with one line, if there is nothing to draw
     */
    public String specification(FigureSection section, List<FigureSection> all, FigureView look) {
        return specification(section, all, look, figure -> look.setting());
    }

    /** The same for a run at work: {@code before} holds, by name, the figures as they were last drawn. */
    public String specification(
            FigureSection section, List<FigureSection> all, FigureView look, Map<String, Growing> before) {
        return specification(
                section, all, look, figure -> look.setting().after(before.getOrDefault(figure, Growing.FIRST)));
    }

    private String specification(
            FigureSection section, List<FigureSection> all, FigureView look, Function<String, Setting> settings) {
        if (section.page().isEmpty()) return drawn(section, look.on(request(section)), settings.apply(section.name()));
        List<String> parts = new ArrayList<>();
        for (FigureSection part : all) {
            if (!section.page().contains(part.name()) || !part.page().isEmpty()) continue;
            try {
                parts.add(specification(part, all, look, settings));
            } catch (IllegalArgumentException e) {
                // a page shows those of its figures that can be drawn, as the printed one does
                continue;
            }
        }
        if (parts.isEmpty()) throw new IllegalArgumentException("none of the figures of this page could be drawn");
        return FigurePage.specification(section.title(), parts, look.setting().width() > 0 ? 1 : section.columns());
    }

    /** A page is made of the figures drawn before; those that are not among them are drawn for it. */
    private String specification(FigureSection section, List<Drawn> before) {
        if (section.page().isEmpty()) return drawn(section, request(section), Setting.PAPER);
        List<String> parts = new ArrayList<>();
        for (String name : section.page()) {
            before.stream()
                    .filter(drawn -> drawn.name().equals(name))
                    .findFirst()
                    .ifPresent(drawn -> parts.add(drawn.specification()));
        }
        if (parts.isEmpty()) throw new IllegalArgumentException("none of the figures of this page could be drawn");
        return FigurePage.specification(section.title(), parts, section.columns());
    }

    Path write(Drawn drawn, String format) {
        byte[] content = switch (format) {
            case "svg" -> drawn.svg().getBytes(StandardCharsets.UTF_8);
            case "vl.json" -> drawn.specification().getBytes(StandardCharsets.UTF_8);
            case "png" -> Drawing.png(drawn.svg());
            case "pdf" -> Drawing.pdf(drawn.svg());
            default -> throw new IllegalArgumentException("no figure is written as " + format);
        };
        return Files.write(folder, "figures/" + drawn.name() + "." + format, content);
    }

    /** While points are under way nobody misses them in a mean. */
    private static Table columns(Results results, rugged.store.table.Table averages) {
        boolean over = results.over();
        Table.Builder builder = Table.builder();
        for (Column column : averages.columns()) {
            if (!over && column.name().equals("planned")) continue;
            switch (column) {
                case Column.Reals reals -> builder.numbers(reals.name(), reals.values());
                case Column.Wholes wholes -> {
                    double[] numbers = new double[wholes.size()];
                    for (int row = 0; row < numbers.length; row++) numbers[row] = wholes.values()[row];
                    builder.numbers(wholes.name(), numbers);
                }
                case Column.Words words -> builder.texts(words.name(), words.values());
            }
        }
        return builder.build();
    }
}
