package rugged.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.figure.Table;
import rugged.store.RunFolder;
import rugged.study.FigureSection;
import rugged.study.FigureSection.Scale;
import rugged.study.FigureSection.Scales;
import rugged.study.FigureSection.Statistic;
import rugged.study.FigureSection.Times;

class GalleryTest {
    @TempDir
    Path directory;

    private static FigureSection figure(String name, String y, List<String> page, Statistic statistic) {
        return new FigureSection(
                name,
                "",
                y,
                page,
                "t",
                "",
                "",
                Scale.LOG,
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
                statistic,
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
    }

    private static Table table(double... values) {
        return Table.builder()
                .texts("quantity", "e", "e", "e")
                .texts("source", "simulation", "simulation", "simulation")
                .numbers("t", 1, 2, 3)
                .numbers("value", values)
                .build();
    }

    /** A density in the far tail is smaller than any power of ten that has a name. */
    @Test
    void oneFigureDoesNotCostTheOthers() {
        Supplier<Table> damaged = () -> {
            throw new ArithmeticException("Underflow");
        };
        Gallery gallery =
                new Gallery(RunFolder.at(directory), List.of(), table(1e-320, 1e-300, 0.1), damaged, List.of());
        List<String> warnings = new ArrayList<>();
        List<Drawn> drawn = gallery.draw(
                List.of(
                        figure("missing", "q", List.of(), Statistic.MEAN),
                        figure("damaged", "e", List.of(), Statistic.MEDIAN),
                        figure("good", "e", List.of(), Statistic.MEAN),
                        figure("page", "", List.of("damaged", "good"), Statistic.MEAN)),
                warnings::add,
                () -> {});
        assertThat(drawn).extracting(Drawn::name).containsExactly("good", "page");
        assertThat(warnings).hasSize(2);
        assertThat(warnings.get(0)).startsWith("figure missing: ").contains("no rows of 'q'");
        assertThat(warnings.get(1))
                .startsWith("figure damaged: cannot be drawn: ")
                .contains("Underflow");
        assertThat(drawn.getFirst().specification())
                .contains("2 of 3 points of simulation not drawn: 2 beyond 10^{±290}.");
    }
}
