package rugged.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.figure.Figure;
import rugged.figure.FigureRequest;
import rugged.figure.FigureRequest.Scale;
import rugged.figure.Setting;
import rugged.figure.Table;
import rugged.study.About;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class LevelsTest {
    private static final About.Published THRESHOLD =
            new About.Published("threshold", -1.1547, 0, "-2/sqrt(3)", "energy");

    private static Table table() {
        return Table.builder()
                .texts("quantity", "e", "e", "e", "C")
                .texts("source", "simulation", "simulation", "simulation", "simulation")
                .numbers("t", 0, 1, 100, 1000)
                .numbers("n", 64, 64, 64, 64)
                .numbers("value", 0, -0.9, -1.1, 1)
                .numbers("error", 0.01, 0.01, 0.01, 0.01)
                .build();
    }

    private static FigureRequest energy(Scale across) {
        return FigureRequest.of("energy", "e", "t").scaled(across, Scale.LINEAR).where("n", "64");
    }

    private static JsonNode drawn(Scale across) {
        FigureRequest request = energy(across);
        Table with = Levels.added(table(), request, List.of(THRESHOLD));
        return JsonMapper.shared().readTree(Figure.specification(request, with, new Setting(600, true, true, false)));
    }

    @Test
    void aPublishedNumberIsALineOverWhatWasMeasured() {
        for (Scale across : Scale.values()) {
            JsonNode line = drawn(across).at("/datasets/theory");
            assertThat(line.size()).isEqualTo(2);
            assertThat(line.get(0).path("source").asString()).isEqualTo("published");
            assertThat(line.get(0).path("x").asDouble()).isEqualTo(across == Scale.LOG ? 1 : 0);
            assertThat(line.get(1).path("x").asDouble()).isEqualTo(100);
            assertThat(line.get(1).path("y").asDouble()).isEqualTo(-1.1547);
        }
    }

    @Test
    void nothingIsSubtractedFromIt() {
        assertThat(drawn(Scale.LINEAR).at("/datasets/residuals").size()).isZero();
    }

    @Test
    void otherFiguresStayAsTheyAre() {
        Table table = table();
        assertThat(Levels.added(table, energy(Scale.LINEAR), List.of())).isSameAs(table);
        assertThat(Levels.source(THRESHOLD, List.of(THRESHOLD, THRESHOLD))).isEqualTo("published: threshold");
        FigureRequest lag = FigureRequest.of("C", "C", "t - tw");
        assertThat(Levels.added(table, lag, List.of(THRESHOLD))).isSameAs(table);
    }
}
