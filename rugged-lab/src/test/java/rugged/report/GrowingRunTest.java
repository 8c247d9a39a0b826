package rugged.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.Quantity;
import rugged.store.Agenda;
import rugged.store.FaultyDisk;
import rugged.store.RunFolder;
import rugged.store.file.FolderLock;
import rugged.store.point.Checkpoint;
import rugged.store.point.PointFolder;
import rugged.store.table.Analyses;
import rugged.store.table.Results;
import rugged.study.FindingSection;
import rugged.study.Position;

/** What is told of a run at work is, for the rows that are there, what is told of them when it has ended: to the last bit, however often somebody looked in between. */
class GrowingRunTest {
    private static final Quantity ENERGY = new Quantity("e", "e", "", List.of("t"), "an energy");
    private static final List<String> SEEDS = List.of("1", "2", "3");
    private static final int TIMES = 12;
    private static final int REPLICAS = 3;

    @TempDir
    Path directory;

    private RunFolder folder(String name) {
        RunFolder folder = new RunFolder(directory.resolve(name), FaultyDisk.sound());
        folder.create();
        List<Agenda.Entry> points = new ArrayList<>();
        for (String seed : SEEDS) points.add(new Agenda.Entry("p" + seed, "simulation", Map.of("seed", seed)));
        folder.agenda(new Agenda("toy", "quick", 1, "plan", points, List.of()));
        folder.quantities(List.of(ENERGY));
        return folder;
    }

    private static double value(String seed, int time, int replica) {
        return new Random(31L * seed.hashCode() + 7L * time + replica).nextGaussian();
    }

    private static void rows(PointFolder point, String seed, int time) {
        for (int r = 0; r < REPLICAS; r++) point.put(ENERGY, r, value(seed, time, r), Double.NaN, time);
    }

    private static void checkpoint(PointFolder point, boolean end) {
        point.checkpoint(end ? Checkpoint.Standing.DONE : Checkpoint.Standing.RUNNING, "", 1.0, 1L, new byte[0]);
    }

    private static List<Finding> findings(RunFolder folder) {
        List<FindingSection> sections = new ArrayList<>();
        for (FindingSection.Average average : FindingSection.Average.values())
            sections.add(new FindingSection(
                    "toy." + average.name().toLowerCase(Locale.ROOT),
                    "energy",
                    "e",
                    new TreeMap<>(Map.of("t", Position.at(2.0))),
                    Map.of(),
                    Optional.empty(),
                    Optional.empty(),
                    average,
                    Optional.empty(),
                    "",
                    Optional.empty(),
                    0.0,
                    0.0,
                    0.5,
                    1e-3));
        return Findings.of(folder, sections, new Analyses(List.of(), List.of()));
    }

    private static List<Map<String, Object>> rows(Results results) {
        var table = results.averages();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) rows.add(table.row(row));
        return rows;
    }

    @Test
    void whatIsReadStepByStepIsWhatIsReadAtOnce() {
        RunFolder grown = folder("grown");
        RunFolder whole = folder("whole");
        for (String seed : SEEDS) {
            try (PointFolder point = whole.openPoint("p" + seed, warning -> {})) {
                for (int t = 0; t < TIMES; t++) rows(point, seed, t);
                checkpoint(point, true);
            }
        }
        Results kept = Results.of(grown);
        List<Finding> atWork;
        try (FolderLock lock = grown.lock()) {
            List<PointFolder> points = new ArrayList<>();
            for (String seed : SEEDS) points.add(grown.openPoint("p" + seed, warning -> {}));
            // the points do not keep step, and rows stand in the log before a checkpoint vouches for them
            for (int round = 0; round < TIMES + SEEDS.size(); round++) {
                for (int p = 0; p < SEEDS.size(); p++) {
                    int t = round - p;
                    if (t < 0 || t >= TIMES) continue;
                    rows(points.get(p), SEEDS.get(p), t);
                    points.get(p).flush();
                    if (t % 3 == p) checkpoint(points.get(p), false);
                }
                assertThat(rows(kept)).as("round " + round).isEqualTo(rows(Results.of(grown)));
            }
            atWork = findings(grown);
            assertThat(atWork).allSatisfy(finding -> assertThat(finding.value()).isFinite());
            assertThat(rows(kept)).hasSize(TIMES);
            for (PointFolder point : points) {
                checkpoint(point, true);
                point.close();
            }
        }
        assertThat(findings(grown)).isEqualTo(atWork).isEqualTo(findings(whole));
        assertThat(rows(kept)).isEqualTo(rows(Results.of(whole)));
    }
}
