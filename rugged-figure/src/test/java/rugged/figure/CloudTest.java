package rugged.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import rugged.figure.FigureRequest.Range;
import rugged.figure.FigureRequest.Scale;
import rugged.figure.page.Drawing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pairs as dots, with a theory over them. */
class CloudTest {
    private static final FigureRequest CLOUD =
            FigureRequest.of("cloud", "x_mu", "y").scattered(false);

    /** Pairs on a parabola, each twice across, and a line of a theory. */
    private static Table pairs(int count) {
        String[] quantity = new String[count + 2];
        String[] source = new String[count + 2];
        double[] y = new double[count + 2];
        double[] value = new double[count + 2];
        double[] pair = new double[count + 2];
        for (int k = 0; k < count + 2; k++) {
            boolean line = k >= count;
            quantity[k] = line ? "x_mean" : "x_mu";
            source[k] = line ? "exact" : "simulation";
            y[k] = line ? k - count : (double) (k / 2 * 2) / count;
            value[k] = line ? 0.5 : y[k] * y[k] * (k % 2 == 0 ? 1.0 : -1.0);
            pair[k] = line ? Double.NaN : k;
        }
        return Table.builder()
                .texts("quantity", quantity)
                .texts("source", source)
                .numbers("pair", pair)
                .numbers("y", y)
                .numbers("value", value)
                .build();
    }

    private static JsonNode drawn(FigureRequest request, Table table) {
        return JsonMapper.shared().readTree(Figure.specification(request, table));
    }

    @Test
    void everyPairIsADotAndTheTheoryALine() {
        JsonNode figure = drawn(CLOUD.beside(java.util.List.of("exact.x_mean")), pairs(2000));
        JsonNode dots = figure.at("/datasets/simulation");
        assertThat(dots).hasSize(2000);
        assertThat(dots.get(0).get("dense").asBoolean()).isTrue();
        assertThat(dots.get(0).has("bin")).isFalse();
        assertThat(figure.at("/datasets/theory")).hasSize(2);
        assertThat(figure.at("/datasets/theory/0/source").asString()).isEqualTo("exact.x_mean");
        assertThat(figure.toString()).contains("\"type\":\"circle\"").doesNotContain("aggregate");
        assertThat(Drawing.svg(figure.toString())).contains("<svg");
    }

    @Test
    void fewPairsAreDotsAsWell() {
        assertThat(drawn(CLOUD, pairs(4)).toString()).contains("\"type\":\"circle\"");
        assertThat(drawn(CLOUD.withCloud(false), pairs(4)).toString()).contains("\"type\":\"point\"");
    }

    @Test
    void ofMoreThanAPatchCanShowAnEvenPartIsDrawnTheSameEachTime() {
        JsonNode once = drawn(CLOUD, pairs(20_000));
        assertThat(once.at("/datasets/simulation")).hasSize(4000);
        assertThat(once.toString()).contains("4000 of 20000 points of simulation drawn, evenly chosen.");
        assertThat(drawn(CLOUD, pairs(20_000))).isEqualTo(once);
        // every fifth along the line: no stretch is left out
        JsonNode dots = once.at("/datasets/simulation");
        for (int k = 0; k < 4000; k += 400)
            assertThat(dots.get(k).get("x").asDouble()).isCloseTo(k / 4000.0, within(1e-3));
    }

    @Test
    void aUnitIsAsLongAcrossAsUp() {
        Table table = pairs(100);
        JsonNode figure = drawn(FigureRequest.of("cloud", "x_mu", "y").scattered(true), table);
        JsonNode panel = figure.at("/concat/0");
        assertThat(unit(panel, "x", "width")).isCloseTo(unit(panel, "y", "height"), within(1e-9));
        JsonNode own = drawn(CLOUD, table).at("/concat/0");
        assertThat(unit(own, "x", "width")).isNotCloseTo(unit(own, "y", "height"), within(1e-3));
    }

    private static double unit(JsonNode panel, String axis, String length) {
        for (JsonNode layer : panel.get("layer")) {
            JsonNode domain = layer.at("/encoding/" + axis + "/scale/domain");
            if (domain.size() == 2)
                return panel.get(length).asDouble()
                        / (domain.get(1).asDouble() - domain.get(0).asDouble());
        }
        throw new AssertionError("no axis " + axis);
    }

    @Test
    void equalUnitsNeedLinearAxes() {
        assertThatThrownBy(() -> CLOUD.withEqual(true).withXScale(Scale.LOG))
                .hasMessageContaining("units are equal on two linear axes only");
        assertThat(new Range(0.0, 1.0).about(3.0)).isEqualTo(new Range(-1.0, 2.0));
        assertThat(new Range(0.0, 1.0).about(1.0)).isEqualTo(new Range(0.0, 1.0));
    }
}
