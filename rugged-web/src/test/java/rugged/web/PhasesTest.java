package rugged.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.num.kernel.KernelChoice;
import rugged.params.Catalogue;
import rugged.report.Reporting;
import rugged.run.Execution;
import rugged.run.Session;
import rugged.run.Watcher;
import rugged.run.Work;
import rugged.store.Phase;
import rugged.store.Progress;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.study.Plan;
import rugged.study.Planner;
import rugged.study.cost.Machine;
import rugged.study.read.Request;

/** A run says what it is busy with when its points are not all there is to do. */
@Tag("slow")
final class PhasesTest {
    @Test
    void theoryFindingsDrawingReportAndTablesAreNamedInTurn(@TempDir Path root) {
        String two = Served.SMALL
                .replace("observe: [energy]", "observe: [energy]\ntheory: [chsck]")
                .replace(
                        "findings:",
                        "  - { name: again, title: Energy once more, y: e, x: t, x-scale: log }\nfindings:");
        Plan plan = Planner.check(Request.of("study.yaml", two), Catalogue.standard(), Machine.here())
                .plan()
                .orElseThrow();
        List<Phase> phases = new ArrayList<>();
        List<Progress> last = new ArrayList<>();
        Watcher watcher = new Watcher() {
            @Override
            public void progress(Progress progress) {
                Phase phase = progress.phase();
                if (phase != null) phases.add(phase);
                last.add(progress);
            }
        };
        RunFolder folder = RunFolder.at(root.resolve("run"));
        Provenance provenance =
                Provenance.here("test", "test", KernelChoice.best().name());
        new Session(Work.of(plan), folder, Execution.of(1, provenance), watcher, new Reporting(plan, warning -> {}))
                .run(false);
        assertThat(new LinkedHashSet<>(phases.stream().map(Phase::name).toList()))
                .containsExactly("theory", "findings", "drawing", "report", "tables");
        assertThat(phases.stream()
                        .filter(phase -> phase.name().equals("drawing"))
                        .map(Phase::words))
                .containsExactly("drawing 1 of 2", "drawing 2 of 2");
        assertThat(last.getLast().phase()).isNull();
        assertThat(folder.progress().orElseThrow().phase()).isNull();
    }
}
