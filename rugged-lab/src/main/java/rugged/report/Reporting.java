package rugged.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import rugged.figure.page.Drawing;
import rugged.run.Outcome;
import rugged.run.Session;
import rugged.run.Stopped;
import rugged.store.Manifest;
import rugged.store.Phase;
import rugged.store.RunFolder;
import rugged.store.export.Parquet;
import rugged.store.file.Damaged;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.JsonFault;
import rugged.store.file.JvmFailure;
import rugged.store.table.Analyses;
import rugged.store.table.Results;
import rugged.study.Plan;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What is made of the stored results when a run ends: findings, summary, tables, figures, report. Reads the folder only, so it can be repeated at any time. */
public final class Reporting implements Session.Closing {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String SUMMARY = "summary.json";

    private final Plan plan;
    private final Consumer<String> warnings;
    private volatile boolean stopping;
    private int drawings;
    private Consumer<Phase> phases = phase -> {};

    /**
     * @param plan the study
     * @param warnings told of what could not be drawn
     */
    public Reporting(Plan plan, Consumer<String> warnings) {
        this.plan = plan;
        this.warnings = warnings;
    }

    /** The findings of a plan on what its folder holds. */
    public static List<Finding> findings(Plan plan, RunFolder folder) {
        return Findings.of(folder, plan.findings(), Analysing.of(folder, plan.analyses(), seed(plan)));
    }

    private static long seed(Plan plan) {
        return plan.seeds().getFirst();
    }

    /** A heap that is too small for the drawing engine is refused while nothing is lost. */
    @Override
    public void prepare() {
        prepare(Runtime.getRuntime().maxMemory());
    }

    static void prepare(double heap) {
        if (heap >= Drawing.LEAST_HEAP) return;
        throw new EnvironmentFailure(
                "the Java heap may grow to " + JvmFailure.mebibytes(heap) + ", and figures and report need "
                        + JvmFailure.mebibytes(Drawing.LEAST_HEAP)
                        + ": give it more by RUGGED_JAVA_OPTS=-Xmx512m",
                null);
    }

    @Override
    public void tell(Consumer<Phase> listener) {
        phases = listener;
    }

    @Override
    public void stop() {
        stopping = true;
    }

    private void drawing() {
        goOn();
        phases.accept(new Phase("drawing", drawings++, plan.figures().size()));
    }

    private void goOn() {
        if (stopping) throw new Stopped();
    }

    @Override
    public void close(RunFolder folder, Outcome outcome) {
        Manifest manifest = folder.manifest().orElseThrow();
        List<String> said = said(outcome);
        Consumer<String> note = warning -> {
            said.add(warning);
            warnings.accept(warning);
        };
        phases.accept(new Phase("findings", 0, 1));
        Analyses analyses = analysed(folder);
        goOn();
        List<Finding> findings = Findings.of(folder, plan.findings(), analyses);
        goOn();
        Results results = Results.of(folder);
        drawings = 0;
        Gallery gallery = new Gallery(results).beside(plan.about().published());
        List<Drawn> drawn = gallery.draw(plan.figures(), note, this::drawing);
        for (Drawn figure : drawn) {
            gallery.write(figure, "vl.json");
            gallery.write(figure, "svg");
        }
        Summary summary = summary(outcome, findings, analyses.verdict(), said);
        Files.write(
                folder, SUMMARY, (MAPPER.writeValueAsString(summary.plain()) + "\n").getBytes(StandardCharsets.UTF_8));
        phases.accept(new Phase("report", 0, 1));
        String page = Page.html(
                plan,
                manifest,
                summary,
                drawn,
                folder.quantities(),
                folder.directory().toString());
        Files.write(folder, "report.html", page.getBytes(StandardCharsets.UTF_8));
        goOn();
        phases.accept(new Phase("tables", 0, 1));
        Parquet.write(results);
        Maps.write(folder);
    }

    private Summary summary(Outcome outcome, List<Finding> findings, List<String> verdict, List<String> said) {
        return new Summary(
                plan.study(),
                plan.size(),
                outcome.status().word(),
                outcome.seconds(),
                plan.seeds().getFirst(),
                findings,
                verdict,
                said);
    }

    /** What there is to say of the run beside its results. */
    private List<String> said(Outcome outcome) {
        List<String> said = new ArrayList<>(plan.warnings());
        said.addAll(outcome.warnings());
        for (Outcome.Failure failure : outcome.failures())
            said.add("point " + failure.key() + " failed: " + failure.reason());
        return said;
    }

    private Analyses analysed(RunFolder folder) {
        Analyses analyses = Analysing.of(folder, plan.analyses(), seed(plan));
        analyses.write(folder);
        // what the analyses write has its definitions beside those of what was measured
        if (!plan.analyses().isEmpty()) folder.quantities(plan.quantities());
        return analyses;
    }

    /** The summary of a run as its file has it; empty before the run has ended once. */
    public static Optional<JsonNode> summary(RunFolder folder) {
        Optional<byte[]> content = folder.content(SUMMARY);
        if (content.isEmpty()) return Optional.empty();
        try {
            JsonNode summary = MAPPER.readTree(content.get());
            if (!summary.isObject())
                throw new EnvironmentFailure(
                        folder.directory().resolve(SUMMARY) + " is damaged: it is no set of keys and values", null);
            return Optional.of(summary);
        } catch (JacksonException e) {
            throw new Damaged(folder.directory().resolve(SUMMARY), "is damaged: " + JsonFault.of(e), e);
        }
    }
}
