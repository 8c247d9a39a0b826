package rugged.web.api;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import rugged.report.Numerals;
import rugged.store.Manifest;
import rugged.store.Progress;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.FolderLock;
import rugged.study.CatalogueStudies;
import rugged.study.read.Bundled;
import rugged.web.Laboratory;
import rugged.web.runs.Known;
import rugged.web.runs.Plans;
import rugged.web.shape.run.RunItem;

/** Runs as the page lists them. */
public final class RunItems {
    private final Laboratory laboratory;
    private final Plans plans;

    /**
     * @param laboratory the workspace
     * @param plans plans of stored runs
     */
    public RunItems(Laboratory laboratory, Plans plans) {
        this.laboratory = laboratory;
        this.plans = plans;
    }

    /** One run, without parameters. */
    public RunItem of(Known run) {
        return of(run, Map.of());
    }

    /** The parameters in which these runs differ. */
    public List<String> differing(List<Known> runs) {
        TreeSet<String> differing = new TreeSet<>();
        if (runs.size() < 2) return List.of();
        TreeSet<String> all = new TreeSet<>();
        for (Known run : runs) all.addAll(plans.parameters(run).keySet());
        for (String path : all) {
            long values = runs.stream()
                    .map(run -> plans.parameters(run).getOrDefault(path, ""))
                    .distinct()
                    .count();
            if (values > 1) differing.add(path);
        }
        return List.copyOf(differing);
    }

    /** Of these, the ones that most of the runs have: what is worth a column where runs of several studies stand together. */
    public List<String> columns(List<Known> runs) {
        return differing(runs).stream()
                .filter(path -> 2
                                * runs.stream()
                                        .filter(run -> plans.parameters(run).containsKey(path))
                                        .count()
                        > runs.size())
                .toList();
    }

    /** The values of these parameters. */
    public Map<String, String> values(Known run, List<String> paths) {
        Map<String, String> values = new java.util.LinkedHashMap<>();
        Map<String, String> all = plans.parameters(run);
        for (String path : paths) {
            String value = all.get(path);
            if (value != null) values.put(path, value);
        }
        return values;
    }

    /** One run with these parameters. */
    public RunItem of(Known run, Map<String, String> parameters) {
        Progress progress = run.progress().orElse(null);
        Manifest manifest = run.manifest().orElse(null);
        boolean queued = laboratory.queued(run.id());
        String status = queued && !run.running() ? Known.QUEUED : run.status();
        OptionalDouble disk = laboratory.sizes().known(run);
        double fraction = run.status().equals("complete") ? 1 : progress == null ? 0 : progress.fraction();
        return new RunItem(
                run.id(),
                run.study(),
                title(run.study()),
                manifest == null ? "" : manifest.size(),
                manifest == null ? 0 : manifest.seed(),
                status,
                status.equals(Known.QUEUED) ? "" : reason(run),
                run.folder().directory().toString(),
                owner(run),
                run.start(),
                run.moments().age(),
                seconds(run, manifest),
                fraction,
                progress == null ? 0 : progress.done(),
                progress == null ? 0 : progress.of(),
                progress == null ? "" : progress.unit(),
                run.running() && progress != null ? progress.rate() : null,
                run.running() && progress != null ? progress.left() : null,
                progress == null ? 0 : progress.points(),
                progress == null ? 0 : progress.failed(),
                progress == null ? 0 : progress.total(),
                phase(run),
                run.verdict().agreeing(),
                run.verdict().compared(),
                run.verdict().undecided(),
                disk.isPresent() ? (Double) disk.getAsDouble() : null,
                run.notes().note(),
                run.notes().tags(),
                run.notes().starred(),
                parameters,
                run.version() + (queued ? "q" : ""));
    }

    /** Why it failed; where writing failed, also how much room it needs. */
    private String reason(Known run) {
        if (!EnvironmentFailure.written(run.reason())) return run.reason();
        return run.reason()
                + plans.of(run)
                        .map(plan -> "; the whole run needs "
                                + Numerals.bytes(plan.estimate().disk()) + " of disk, "
                                + Numerals.bytes(laboratory.diskFree()) + " are free")
                        .orElse("");
    }

    private static String phase(Known run) {
        if (!run.running()) return "";
        return run.progress().map(Progress::phase).map(phase -> phase.words()).orElse("");
    }

    private String owner(Known run) {
        if (!run.running()) return "";
        if (laboratory.runQueue().computing(run.id())) return "this server";
        return "process " + FolderLock.heldBy(run.folder().directory());
    }

    private static double seconds(Known run, @Nullable Manifest manifest) {
        if (manifest == null) return 0;
        boolean counted = !run.running() || manifest.sessions() > 1;
        return counted ? manifest.seconds() : run.moments().elapsed();
    }

    private static String title(String study) {
        if (!Bundled.names().contains(study)) return study;
        return CatalogueStudies.plan(study, "quick")
                .map(plan -> plan.about().title())
                .orElse(study);
    }
}
