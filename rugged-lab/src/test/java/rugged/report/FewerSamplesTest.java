package rugged.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.figure.page.Drawing;
import rugged.store.Agenda;
import rugged.store.FaultyDisk;
import rugged.store.RunFolder;
import rugged.store.point.Checkpoint;
import rugged.store.point.PointFolder;
import rugged.store.table.Analyses;
import rugged.store.table.Results;
import rugged.store.table.Table;
import rugged.study.FigureSection;
import rugged.study.FigureSection.Scale;
import rugged.study.FigureSection.Scales;
import rugged.study.FigureSection.Statistic;
import rugged.study.FigureSection.Times;
import rugged.study.FindingSection;
import rugged.study.Position;

/** Of three samples one failed: the mean is over the other two, and table, figure and finding say so. */
class FewerSamplesTest {
    private static final Quantity ENERGY = new Quantity("e", "e", "", List.of("t"), "an energy");

    @TempDir
    Path directory;

    private RunFolder folder;

    @BeforeEach
    void oneOfThreeFails() {
        folder = new RunFolder(directory, FaultyDisk.sound());
        folder.create();
        List<Agenda.Entry> points = new ArrayList<>();
        for (String seed : List.of("1", "2", "3"))
            points.add(new Agenda.Entry("p" + seed, "simulation", Map.of("seed", seed)));
        folder.agenda(new Agenda("toy", "quick", 1, "plan", points, List.of()));
        folder.quantities(List.of(ENERGY));
        point("p1", 1.0, Checkpoint.Standing.DONE);
        point("p2", 2.0, Checkpoint.Standing.DONE);
        point("p3", 90.0, Checkpoint.Standing.FAILED);
    }

    private void point(String key, double energy, Checkpoint.Standing standing) {
        try (PointFolder point = folder.openPoint(key, warning -> {})) {
            for (double t : new double[] {1.0, 2.0}) point.put(ENERGY, Sink.ALL, energy * t, Double.NaN, t);
            point.checkpoint(standing, standing == Checkpoint.Standing.DONE ? "" : "it burst", 1.0, 1L, new byte[0]);
        }
    }

    @Test
    void inTheTable() {
        Table table = Results.of(folder).averages();
        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.row(0))
                .containsEntry("value", 1.5)
                .containsEntry("count", 2L)
                .containsEntry("planned", 3L);
    }

    @Test
    void inTheFinding() {
        FindingSection section = new FindingSection(
                "toy.energy",
                "energy at t = 2",
                "e",
                new TreeMap<>(Map.of("t", Position.at(2.0))),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                FindingSection.Average.MEAN,
                Optional.empty(),
                "",
                Optional.empty(),
                0.0,
                0.0,
                2.5,
                1e-3);
        Finding found = Findings.of(folder, List.of(section), new Analyses(List.of(), List.of()))
                .getFirst();
        assertThat(found.value()).isEqualTo(3.0);
        assertThat(found.text()).isEqualTo("energy at t = 2 (over 2 of 3 samples)");
    }

    @Test
    void inTheFigure() {
        FigureSection section = new FigureSection(
                "energy",
                "",
                "e",
                List.of(),
                "t",
                "",
                "",
                Scale.LINEAR,
                Scale.LINEAR,
                List.of(),
                List.of(),
                0,
                "",
                "",
                "",
                "",
                0,
                "",
                Scales.SHARED,
                Times.EVERY,
                Statistic.MEAN,
                Map.of(),
                List.of("*"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Drawn drawn = new Gallery(Results.of(folder))
                .draw(List.of(section), warning -> {}, () -> {})
                .getFirst();
        String said = "2 points of simulation are means over fewer samples than planned, the least over 2 of 3.";
        assertThat(drawn.specification()).contains(said);
        assertThat(Drawing.svg(drawn.specification())).contains("over 2 of 3");
    }
}
