package rugged.web.api;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rugged.report.Citation;
import rugged.report.Finding;
import rugged.report.Reporting;
import rugged.store.Manifest;
import rugged.store.file.EnvironmentFailure;
import rugged.study.About;
import rugged.study.Plan;
import rugged.web.Laboratory;
import rugged.web.runs.Known;
import rugged.web.runs.Plans;
import rugged.web.shape.run.FigureItem;
import rugged.web.shape.run.FindingItem;
import rugged.web.shape.run.RunDetail;
import tools.jackson.databind.JsonNode;

/** Everything that is shown of a run beside its curves. */
final class RunDetails {
    private static final int DEEPEST = 4; // folders
    private static final int MOST_LOOKED_AT = 100_000; // files

    private final Laboratory laboratory;
    private final RunItems items;
    private final Plans plans;

    /** Findings so far of runs at work: evaluating them reads all observations. */
    private final Map<String, Evaluated> evaluated = new ConcurrentHashMap<>();

    private record Evaluated(String version, List<FindingItem> findings) {}

    RunDetails(Laboratory laboratory, RunItems items, Plans plans) {
        this.laboratory = laboratory;
        this.items = items;
        this.plans = plans;
    }

    /** What can be read of a run: of a damaged folder, or one of a newer version, which file cannot be. */
    RunDetail of(Known run) {
        if (run.status().equals(Known.UNREADABLE)) return unreadable(run);
        try {
            return whole(run);
        } catch (EnvironmentFailure damaged) {
            return unreadable(run.unreadable(String.valueOf(damaged.getMessage())));
        }
    }

    private RunDetail unreadable(Known run) {
        return new RunDetail(
                items.of(run),
                run.study(),
                "",
                run.manifest().orElse(null),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(run.reason()),
                Map.of(),
                "",
                files(run),
                "",
                "",
                List.of());
    }

    private RunDetail whole(Known run) {
        laboratory.sizes().of(run);
        Optional<Plan> plan = plans.now(run, laboratory.runQueue());
        Optional<JsonNode> summary = run.running() ? Optional.empty() : Reporting.summary(run.folder());
        Manifest manifest = run.manifest().orElse(null);
        About about = plan.map(Plan::about).orElseGet(About::nothing);
        return new RunDetail(
                items.of(run),
                about.title().isEmpty() ? run.study() : about.title(),
                about.claim(),
                manifest,
                figures(run, plan),
                summary.map(RunDetails::stored).orElseGet(() -> sofar(run, plan)),
                verdict(summary),
                run.folder().quantities(),
                log(run),
                plans.parameters(run),
                run.folder().study().orElse(""),
                files(run),
                manifest == null ? "" : Citation.of(about, manifest),
                Notebook.lines(run.folder().directory()),
                Views.of(run));
    }

    /** A run that waits has a plan and nothing else. */
    RunDetail waiting(String id, Plan plan) {
        return new RunDetail(
                Waiting.item(id, plan, laboratory.runQueue().folder(plan)),
                plan.about().title().isEmpty() ? plan.study() : plan.about().title(),
                plan.about().claim(),
                null,
                plan.figures().stream().map(FigureItems::of).toList(),
                List.of(),
                List.of(),
                plan.quantities(),
                plan.warnings(),
                Map.of(),
                plan.yaml(),
                List.of(),
                "",
                "",
                List.of());
    }

    private static List<FigureItem> figures(Known run, Optional<Plan> plan) {
        if (plan.isPresent())
            return plan.get().figures().stream().map(FigureItems::of).toList();
        Path folder = run.folder().directory().resolve("figures");
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".vl.json"))
                    .map(name -> FigureItems.drawn(name.substring(0, name.length() - ".vl.json".length())))
                    .sorted(java.util.Comparator.comparing(FigureItem::name))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static List<FindingItem> stored(JsonNode summary) {
        List<FindingItem> findings = new ArrayList<>();
        for (JsonNode finding : summary.path("findings")) findings.add(FindingItems.of(finding));
        return findings;
    }

    /** Findings of a run at work as they stand. */
    List<FindingItem> sofar(Known run) {
        return sofar(run, plans.now(run, laboratory.runQueue()));
    }

    private List<FindingItem> sofar(Known run, Optional<Plan> plan) {
        if (plan.isEmpty() || run.folder().agenda().isEmpty()) return List.of();
        Evaluated last = evaluated.get(run.id());
        if (last != null && last.version.equals(run.version())) return last.findings;
        List<FindingItem> findings = new ArrayList<>();
        List<Finding> found = laboratory.drawing().take(() -> Reporting.findings(plan.get(), run.folder()));
        for (Finding finding : found) findings.add(FindingItems.of(finding));
        evaluated.put(run.id(), new Evaluated(run.version(), List.copyOf(findings)));
        return findings;
    }

    private static List<String> verdict(Optional<JsonNode> summary) {
        List<String> sentences = new ArrayList<>();
        summary.ifPresent(node -> {
            for (JsonNode sentence : node.path("verdict")) sentences.add(sentence.asString(""));
        });
        return sentences;
    }

    /** Warnings of a run, in the order in which they came. */
    List<String> log(Known run) {
        List<String> lines = new ArrayList<>();
        Optional<JsonNode> summary = run.running() ? Optional.empty() : Reporting.summary(run.folder());
        summary.ifPresent(node -> {
            for (JsonNode warning : node.path("warnings")) lines.add(warning.asString(""));
        });
        if (run.running()) plans.now(run, laboratory.runQueue()).ifPresent(plan -> lines.addAll(plan.warnings()));
        @Nullable Manifest manifest = run.manifest().orElse(null);
        if (manifest != null) {
            for (String warning : manifest.warnings()) if (!lines.contains(warning)) lines.add(warning);
            if (!manifest.reason().isEmpty()) lines.add(run.status() + ": " + manifest.reason());
        }
        return List.copyOf(lines);
    }

    /** Files that can be fetched: those of the run itself and its figures, tables and arrays. */
    static List<String> files(Known run) {
        Path root = run.folder().directory();
        try (Stream<Path> files = Files.walk(root, DEEPEST)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> root.relativize(file).toString().replace(File.separatorChar, '/'))
                    .filter(RunDetails::shown)
                    .limit(MOST_LOOKED_AT)
                    .sorted()
                    .limit(5000)
                    .toList();
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            return List.of();
        }
    }

    /** Whether a path is one of these, looked at now: no part of it is a link, a step up or missing. */
    static boolean lists(Known run, String path) {
        try {
            Path root = run.folder().directory().toRealPath();
            Path file = root.resolve(path);
            return shown(path)
                    && root.relativize(file.normalize())
                            .toString()
                            .replace(File.separatorChar, '/')
                            .equals(path)
                    && root.relativize(file).getNameCount() <= DEEPEST
                    && file.toRealPath().equals(file)
                    && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException | IllegalArgumentException missing) {
            return false;
        }
    }

    private static boolean shown(String file) {
        return !file.startsWith(".")
                && !file.equals("lock")
                && (!file.startsWith("points/")
                        || file.endsWith(".npy")
                        || file.endsWith(".json")
                        || file.endsWith(".sqlite"))
                // a backslash in a name would lead out of the folder into which some unpack an archive
                && file.chars().noneMatch(letter -> Character.isISOControl(letter) || letter == '\\');
    }
}
