package rugged.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import rugged.figure.page.Drawing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Branches of a tree: rows of one line, joined in the order of their points, in any order of the table. */
class StrokesTest {
    private static final FigureRequest TREE =
            FigureRequest.of("tree", "branch", "place").labelled("", "E").strokedBy("line", "point", "colour");

    private static Table.Builder branches(double... colours) {
        return Table.builder()
                .texts("quantity", "branch", "branch", "branch", "branch", "branch", "other")
                .texts("source", "simulation", "simulation", "simulation", "simulation", "simulation", "simulation")
                .numbers("line", 1, 0, 0, 1, 0, 0)
                .numbers("point", 1, 2, 0, 0, 1, 0)
                .numbers("place", 1, 1, 0.5, 1.5, 0.5, 3)
                .numbers("value", -1, -1, -3, -2, -2, 7)
                .numbers("colour", colours);
    }

    private static JsonNode drawn(FigureRequest request, Table table) {
        return JsonMapper.shared().readTree(Figure.specification(request, table));
    }

    @Test
    void eachPieceIsARuleInTheOrderOfItsPoints() {
        JsonNode figure = drawn(TREE, branches(5, 4, 4, 5, 4, 0).build());
        JsonNode pieces = figure.at("/datasets/strokes");
        assertThat(pieces).hasSize(3);
        double[][] expected = {{0.5, -3, 0.5, -2}, {0.5, -2, 1, -1}, {1.5, -2, 1, -1}};
        for (int k = 0; k < 3; k++) {
            assertThat(pieces.get(k).get("x").asDouble()).isEqualTo(expected[k][0]);
            assertThat(pieces.get(k).get("y").asDouble()).isEqualTo(expected[k][1]);
            assertThat(pieces.get(k).get("x2").asDouble()).isEqualTo(expected[k][2]);
            assertThat(pieces.get(k).get("y2").asDouble()).isEqualTo(expected[k][3]);
        }
        JsonNode layer = figure.at("/concat/0/layer/0");
        assertThat(layer.at("/mark/type").asString()).isEqualTo("rule");
        assertThat(layer.at("/encoding/color/field").asString()).isEqualTo("colour");
        assertThat(layer.at("/encoding/color/scale/domain/0").asDouble()).isEqualTo(4.0);
        assertThat(layer.at("/encoding/color/legend/title").asString()).isEqualTo("colour");
    }

    @Test
    void theHorizontalAxisHasTicksOnlyWithALabel() {
        Table table = branches(5, 4, 4, 5, 4, 0).build();
        JsonNode bare = drawn(TREE, table).at("/concat/0/layer/1/encoding");
        assertThat(bare.at("/x/axis/values")).isEmpty();
        assertThat(bare.at("/y/axis/values")).isNotEmpty();
        JsonNode labelled = drawn(TREE.labelled("x", "E"), table).at("/concat/0/layer/1/encoding");
        assertThat(labelled.at("/x/axis/values")).isNotEmpty();
        assertThat(labelled.at("/x/axis/title").asString()).contains("x");
    }

    @Test
    void withoutColourAllIsInk() {
        JsonNode figure = drawn(
                TREE.strokedBy("line", "point", ""), branches(5, 4, 4, 5, 4, 0).build());
        assertThat(figure.at("/concat/0/layer/0/encoding").has("color")).isFalse();
        assertThat(figure.at("/concat/0/layer/0/mark/color").asString()).isNotEmpty();
    }

    @Test
    void whatHasNoColourIsInk() {
        JsonNode figure =
                drawn(TREE, branches(Double.NaN, 4, 4, Double.NaN, 4, 0).build());
        JsonNode colour = figure.at("/concat/0/layer/0/encoding/color");
        assertThat(colour.at("/condition/test").asString()).isEqualTo("isValid(datum.colour)");
        assertThat(colour.at("/condition/field").asString()).isEqualTo("colour");
        assertThat(figure.at("/datasets/strokes/2").has("colour")).isFalse();
        assertThat(Drawing.svg(figure.toString())).contains("<svg");
    }

    @Test
    void pointsThatCannotBeToldApartAreRefused() {
        Table twice = Table.builder()
                .texts("quantity", "branch", "branch")
                .texts("source", "simulation", "simulation")
                .numbers("line", 0, 0)
                .numbers("point", 0, 0)
                .numbers("place", 0, 1)
                .numbers("value", 0, 1)
                .texts("case", "a", "b")
                .build();
        assertThatThrownBy(() -> drawn(TREE.strokedBy("line", "point", ""), twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must tell them apart");
        assertThatThrownBy(() -> drawn(TREE.strokedBy("line", "point", "").panelsBy("case", "", 0), twice))
                .hasMessageContaining("can be joined");
    }

    @Test
    void tenThousandBranchesAreDrawn() {
        int many = 10_000;
        double[] line = new double[2 * many];
        double[] point = new double[2 * many];
        double[] value = new double[2 * many];
        String[] quantity = new String[2 * many];
        String[] source = new String[2 * many];
        for (int k = 0; k < 2 * many; k++) {
            line[k] = k / 2;
            point[k] = k % 2;
            value[k] = k % 2 == 0 ? -1.0 - k % 17 : 0.0;
            quantity[k] = "branch";
            source[k] = "simulation";
        }
        Table table = Table.builder()
                .texts("quantity", quantity)
                .texts("source", source)
                .numbers("line", line)
                .numbers("point", point)
                .numbers("place", line)
                .numbers("value", value)
                .build();
        String figure = Figure.specification(TREE.strokedBy("line", "point", ""), table);
        assertThat(JsonMapper.shared().readTree(figure).at("/datasets/strokes")).hasSize(many);
    }
}
