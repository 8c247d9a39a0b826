package rugged.run.refine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.params.Catalogue;
import rugged.run.Execution;
import rugged.run.Outcome;
import rugged.run.Session;
import rugged.run.Watcher;
import rugged.run.join.Extension;
import rugged.run.join.JoinedStudy;
import rugged.run.join.Source;
import rugged.store.Agenda;
import rugged.store.Progress;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.RunStatus;
import rugged.study.Checked;
import rugged.study.Plan;
import rugged.study.Planner;
import rugged.study.cost.Machine;
import rugged.study.read.Request;

/** A small perceptron whose grid of 3 by 3 is halved twice along the line where half of its draws can be satisfied. */
class RefinedRunTest {
    private static final String STUDY = """
        study: refined
        landscape: { is: perceptron, n: 16, alpha: [0.5, 1.5, 2.5], margin: [-0.4, 0.4, 1.2] }
        dynamics: { is: fire }
        protocol: { is: quench, until: 60, per-decade: 1 }
        observe: [zero-energy]
        refine: { quantity: zero_energy, value: 0.5, levels: 2, most: MOST }
        seed: SEEDS
        """;

    @TempDir
    Path directory;

    private static Plan planned(String text) {
        Checked checked = Planner.check(Request.of("study.yaml", text), Catalogue.standard(), Machine.here());
        return checked.plan().orElseThrow(() -> new AssertionError(checked.said()));
    }

    private static Plan plan(String seeds, int most) {
        return planned(STUDY.replace("SEEDS", seeds).replace("MOST", Integer.toString(most)));
    }

    private static RefinedRun refined(Plan plan, RunFolder folder, int threads, Watcher watcher) {
        Execution execution = new Execution(
                threads, Duration.ofHours(1), Duration.ofMillis(1), 1e9, Provenance.here("test", "", "scalar"));
        return new RefinedRun(plan, RefinedRunTest::planned, folder, execution, watcher, Session.Closing.NONE);
    }

    private RunFolder run(String name, Plan plan, int threads) {
        RunFolder folder = RunFolder.at(directory.resolve(name));
        Outcome outcome = refined(plan, folder, threads, Watcher.NONE).run(false);
        assertThat(outcome.status()).isEqualTo(RunStatus.COMPLETE);
        return folder;
    }

    private static Set<String> keys(RunFolder folder) {
        return folder.agenda().orElseThrow().points().stream()
                .map(Agenda.Entry::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> logs(RunFolder folder) {
        Map<String, String> logs = new TreeMap<>();
        for (String key : keys(folder))
            try {
                logs.put(key, Files.readString(folder.point(key).resolve("observations.tsv")));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        return logs;
    }

    /** Tells a run to stop once it has begun with more points than the grid has. */
    private static final class Impatient implements Watcher {
        private final int grid;
        private RefinedRun run;
        private int times;

        Impatient(int grid) {
            this.grid = grid;
        }

        @Override
        public void begun(int points, int ended) {
            if (points > grid && times++ == 0) run.stop();
        }

        @Override
        public void progress(Progress progress) {}
    }

    @Test
    void placesAndBitsAreTheSameFromAnyNumberOfThreadsAndAfterAnInterruption() {
        Plan plan = plan("1..2", 100);
        RunFolder whole = run("whole", plan, 1);
        assertThat(keys(whole).size()).isGreaterThan(plan.points().size());
        assertThat(whole.holds(plan.hash())).isTrue();
        assertThat(planned(whole.study().orElseThrow()).hash()).isEqualTo(plan.hash());
        assertThat(logs(run("two", plan, 2))).isEqualTo(logs(whole));

        RunFolder stopped = RunFolder.at(directory.resolve("stopped"));
        Impatient watcher = new Impatient(plan.points().size());
        watcher.run = refined(plan, stopped, 1, watcher);
        assertThat(watcher.run.run(false).status()).isEqualTo(RunStatus.INTERRUPTED);
        // the study as typed, not as it was left
        assertThat(refined(plan, stopped, 1, Watcher.NONE).run(false).status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(logs(stopped)).isEqualTo(logs(whole));
    }

    @Test
    void noMorePlacesComeThanWereAllowed() {
        Plan plan = plan("1..2", 12);
        int added = keys(run("few", plan, 1)).size() - plan.points().size();
        assertThat(added).isPositive().isLessThanOrEqualTo(24);
        assertThat(plan.further()).isEqualTo(24);
        assertThat(added % 2).isZero();
    }

    @Test
    void runsOfOtherSeedsJoinWithThePlacesOfBothAndMayBeExtended() {
        RunFolder first = run("first", plan("1..2", 100), 1);
        RunFolder other = run("other", plan("3..4", 100), 1);
        JoinedStudy joined = new JoinedStudy(List.of(Source.of(first), Source.of(other)), List.of());
        assertThat(joined.refusals()).isEmpty();
        Plan both = planned(joined.text());
        Set<String> planned = both.points().stream().map(point -> point.key()).collect(Collectors.toSet());
        assertThat(planned).containsAll(keys(first)).containsAll(keys(other));

        Source run = Source.of(first);
        Plan more = planned(run.study().replaceFirst("(?m)^seed: .*$", "seed: 3"));
        Plan extended = planned(Extension.study(run, more));
        assertThat(Extension.added(run, extended)).isEqualTo(keys(first).size() / 2);
        RefinedRun further = refined(extended, first, 1, Watcher.NONE).extending();
        assertThat(further.run(false).status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(keys(first))
                .containsAll(
                        extended.points().stream().map(point -> point.key()).toList());
    }
}
