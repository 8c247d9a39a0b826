package rugged.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import rugged.figure.FigureRequest.Scale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HeatMapTest {
    private static Table matrix(double... values) {
        return Table.builder()
                .texts("quantity", "q", "q", "q", "q", "other")
                .texts("source", "simulation", "simulation", "simulation", "simulation", "simulation")
                .numbers("i", 0, 1, 0, 1, 0)
                .numbers("j", 0, 0, 1, 1, 0)
                .numbers("value", values[0], values[1], values[2], values[3], 9)
                .numbers("error", 0.1, 0.1, 0.1, Double.NaN, 0.1)
                .build();
    }

    private static JsonNode drawn(FigureRequest request, Table table) {
        return JsonMapper.shared().readTree(Figure.specification(request, table));
    }

    @Test
    void cellsTouchAndReachHalfWayToTheirNeighbours() {
        JsonNode figure = drawn(FigureRequest.of("map", "q", "i, j"), matrix(1, 2, 3, 4));
        JsonNode cells = figure.at("/datasets/cells");
        assertThat(cells).hasSize(4);
        assertThat(cells.get(1).get("left").asDouble()).isEqualTo(0.5);
        assertThat(cells.get(1).get("right").asDouble()).isEqualTo(1.5);
        assertThat(cells.get(2).get("low").asDouble()).isEqualTo(0.5);
        assertThat(cells.get(2).get("value").asDouble()).isEqualTo(3.0);
        assertThat(cells.get(3).has("error")).isFalse();
        JsonNode layer = figure.at("/concat/0/layer/0");
        assertThat(layer.at("/mark/type").asString()).isEqualTo("rect");
        assertThat(layer.at("/encoding/color/scale/scheme").asString()).isEqualTo("viridis");
        assertThat(layer.at("/encoding/color/legend/title").asString()).isEqualTo("q");
        // one unit across is as long as one up
        assertThat(figure.at("/concat/0/height").asDouble())
                .isCloseTo(figure.at("/concat/0/width").asDouble(), within(1.0));
        assertThat(figure.has("title")).isFalse();
    }

    @Test
    void valuesOfBothSignsAreColouredAboutZero() {
        JsonNode figure = drawn(FigureRequest.of("map", "q", "i, j"), matrix(-1, 2, 3, 4));
        JsonNode scale = figure.at("/concat/0/layer/0/encoding/color/scale");
        assertThat(scale.get("scheme").asString()).isEqualTo("blueorange");
        assertThat(scale.at("/domain/0").asDouble()).isEqualTo(-4.0);
        assertThat(scale.at("/domain/1").asDouble()).isEqualTo(4.0);
    }

    @Test
    void aPlaceWithoutAValueStaysEmptyAndIsCounted() {
        JsonNode figure = drawn(FigureRequest.of("map", "q", "i, j"), matrix(1, Double.NaN, 3, 4));
        assertThat(figure.at("/datasets/cells")).hasSize(3);
        assertThat(figure.at("/title/text/0").asString()).startsWith("1 of 4 places have no value");
    }

    @Test
    void logarithmicPlacesMeetAtTheirGeometricMean() {
        Table table = Table.builder()
                .texts("quantity", "q", "q")
                .texts("source", "simulation", "simulation")
                .numbers("i", 1, 100)
                .numbers("j", 0, 0)
                .numbers("value", 1, 2)
                .build();
        JsonNode figure = drawn(FigureRequest.of("map", "q", "i, j").scaled(Scale.LOG, Scale.LINEAR), table);
        assertThat(figure.at("/datasets/cells/0/right").asDouble()).isCloseTo(10.0, within(1e-12));
        assertThat(figure.at("/datasets/cells/0/left").asDouble()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void panelsShareTheColours() {
        Table table = Table.builder()
                .texts("quantity", "q", "q")
                .texts("source", "simulation", "simulation")
                .numbers("i", 0, 0)
                .numbers("j", 0, 0)
                .numbers("t", 1, 2)
                .numbers("value", 1, 5)
                .build();
        JsonNode figure = drawn(FigureRequest.of("map", "q", "i, j").panelsBy("t", "", 0), table);
        for (int panel = 0; panel < 2; panel++)
            assertThat(figure.at("/concat/" + panel + "/layer/0/encoding/color/scale/domain/1")
                            .asDouble())
                    .isEqualTo(5.0);
        assertThat(figure.at("/concat/0/layer/0/encoding/color/legend").isNull())
                .isTrue();
        assertThat(figure.at("/concat/1/layer/0/encoding/color/legend").isNull())
                .isFalse();
        assertThatThrownBy(() -> Figure.specification(FigureRequest.of("map", "q", "i, j"), table))
                .hasMessageContaining("several values at i = 0, j = 0");
    }

    @Test
    void nothingToColourIsSaid() {
        assertThatThrownBy(() -> Figure.specification(
                        FigureRequest.of("map", "q", "i, j"), matrix(Double.NaN, Double.NaN, Double.NaN, Double.NaN)))
                .hasMessageContaining("no finite value of 'q'");
        assertThatThrownBy(() -> Figure.specification(FigureRequest.of("map", "z", "i, j"), matrix(1, 2, 3, 4)))
                .hasMessageContaining("no rows of 'z'");
    }
}
