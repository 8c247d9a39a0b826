package rugged.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import rugged.figure.FigureRequest.Scale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GuidesTest {
    /** y = x^power at x = 1, 10, ..., 10^4. */
    private static List<JsonNode> guides(double power, Double... slopes) {
        double[] x = DoubleStream.iterate(1.0, last -> 10.0 * last).limit(5).toArray();
        Table table = Table.builder()
                .texts("quantity", "e", "e", "e", "e", "e")
                .texts("source", "simulation", "simulation", "simulation", "simulation", "simulation")
                .numbers("t", x)
                .numbers(
                        "value", DoubleStream.of(x).map(t -> Math.pow(t, power)).toArray())
                .build();
        FigureRequest request =
                FigureRequest.of("f", "e", "t").scaled(Scale.LOG, Scale.LOG).withGuides(List.of(slopes));
        JsonNode root = JsonMapper.shared().readTree(Figure.specification(request, table));
        List<JsonNode> lines = new ArrayList<>();
        for (JsonNode layer : root.at("/concat/0/layer")) {
            if (layer.at("/mark/strokeDash").size() == 2
                    && layer.at("/data/values").size() == 2) lines.add(layer);
        }
        return lines;
    }

    /** The slope is that asked for, and the line is above the points between its ends. */
    @Test
    void aGuideHasItsSlopeAndLiesAboveThePoints() {
        for (double slope : new double[] {0.5, -0.41, 1.0}) {
            List<JsonNode> found = guides(0.5, slope);
            assertThat(found).hasSize(1);
            JsonNode values = found.get(0).at("/data/values");
            double fromX = values.at("/0/x").asDouble();
            double toX = values.at("/1/x").asDouble();
            double fromY = values.at("/0/y").asDouble();
            double toY = values.at("/1/y").asDouble();
            assertThat(Math.log(toY / fromY) / Math.log(toX / fromX)).isCloseTo(slope, within(1e-4));
            for (double x = 1.0; x < 2e4; x *= 10.0) {
                if (x < fromX || x > toX) continue;
                double line = fromY * Math.pow(x / fromX, slope);
                assertThat(line).isGreaterThan(Math.sqrt(x));
            }
        }
    }

    @Test
    void thereIsNoneWithoutPointsToLayItOn() {
        assertThat(guides(0.5)).isEmpty();
        // far steeper than the frame is high: what is left of it is too short
        assertThat(guides(0.01, 50.0)).isEmpty();
    }

    @Test
    void onLinearAxesAPowerIsNoStraightLine() {
        FigureRequest request = FigureRequest.of("f", "e", "t");
        assertThatThrownBy(() -> request.withGuides(List.of(1.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two logarithmic axes");
    }
}
