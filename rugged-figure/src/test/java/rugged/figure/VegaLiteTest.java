package rugged.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rugged.figure.FigureRequest.Range;
import rugged.figure.FigureRequest.Scale;
import rugged.figure.select.Gathering;
import rugged.figure.select.Selection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VegaLiteTest {

    private static JsonNode specification(FigureRequest request, Table table) {
        return JsonMapper.shared().readTree(Figure.specification(request, table));
    }

    @Test
    void carriesItsDataAndItsAccount() {
        JsonNode root = specification(Examples.AGING, Examples.aging());
        assertThat(root.get("$schema").asString()).endsWith("/vega-lite/v5.json");
        assertThat(root.at("/datasets/simulation").size()).isEqualTo(2 * 4 * 21);
        assertThat(root.at("/usermeta/rugged/simulation/drawn").asInt()).isEqualTo(2 * 4 * 21);
        // the theory's points at lag 0 are none of a logarithmic axis of lags
        assertThat(root.at("/usermeta/rugged/theory/undrawn").asInt()).isZero();
        assertThat(root.at("/usermeta/rugged/theory/origin").asInt()).isEqualTo(8);
        assertThat(root.at("/datasets/theory").size())
                .isEqualTo(root.at("/usermeta/rugged/theory/drawn").asInt());
        assertThat(root.has("title")).isFalse();
        JsonNode row = root.at("/datasets/simulation/0");
        assertThat(row.get("panel").asString()).isEqualTo("0.5");
        assertThat(row.get("high").asDouble() - row.get("low").asDouble())
                .isCloseTo(2 * row.get("error").asDouble(), org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    void panelsShareTheirScales() {
        JsonNode panels = specification(Examples.AGING, Examples.aging()).get("concat");
        assertThat(panels.size()).isEqualTo(2);
        assertThat(panels.at("/0/title").asString()).contains("(a)").endsWith("T = 0.5");
        for (String channel : List.of("x", "y")) {
            JsonNode first = panels.at("/0/layer/0/encoding/" + channel + "/scale");
            assertThat(first).isEqualTo(panels.at("/1/layer/0/encoding/" + channel + "/scale"));
            assertThat(first.get("type").asString()).isEqualTo(channel.equals("x") ? "log" : "linear");
        }
        assertThat(panels.at("/1/layer/0/encoding/y/axis/title").isNull()).isTrue();
    }

    @Test
    void axesAreOnAllFourSidesWithTicksInward() {
        JsonNode layers = specification(Examples.ENERGY, Examples.energy()).at("/concat/0/layer");
        List<String> sides = layers.valueStream()
                .flatMap(layer -> java.util.stream.Stream.of("x", "y")
                        .map(channel -> layer.at("/encoding/" + channel + "/axis/orient")))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
        assertThat(sides).containsExactly("bottom", "left", "top", "right");
        assertThat(layers.at("/0/encoding/x/axis/tickSize/value").asInt()).isNegative();
    }

    @Test
    void curvesTakeTheOrderedPaletteAndWordsTheCategories() {
        assertThat(Theme.colours(List.of("1", "2", "3", "4", "5"), unused -> 0, false))
                .containsExactly("#160b39", "#520e6d", "#8c2369", "#c43c4e", "#ed6925");
        assertThat(Theme.colours(List.of("10", "100"), unused -> 0, false)).containsExactly("#160b39", "#ed6925");
        List<String> words = List.of("relu", "tanh");
        assertThat(Theme.colours(words, words::indexOf, false)).containsExactly("#0065a8", "#d95f02");
        assertThat(Theme.colours(List.of("1", "2", "3", "4", "5", "6", "7"), unused -> 0, false))
                .doesNotHaveDuplicates();
    }

    @Test
    void aMethodKeepsItsColourAndMarkerInEveryFigureOfATable() {
        Table table = Table.builder()
                .texts("quantity", "a", "a", "b", "b")
                .texts("source", "simulation", "simulation", "simulation", "simulation")
                .texts("method", "adam", "fire", "fire", "newton-cg")
                .numbers("x", 1, 1, 1, 1)
                .numbers("value", 1, 2, 3, 4)
                .build();
        JsonNode whole = specification(FigureRequest.of("a", "a", "x").curvesBy("method", ""), table);
        JsonNode other = specification(FigureRequest.of("b", "b", "x").curvesBy("method", ""), table);
        for (String channel : List.of("color", "shape")) {
            assertThat(look(whole, channel, "fire")).isEqualTo(look(other, channel, "fire"));
            assertThat(look(whole, channel, "fire"))
                    .isNotEqualTo(look(whole, channel, "adam"))
                    .isNotEqualTo(look(other, channel, "newton-cg"));
        }
    }

    private static String look(JsonNode specification, String channel, String curve) {
        JsonNode scale = specification.findValues(channel).stream()
                .map(node -> node.path("scale"))
                .filter(node -> node.has("domain"))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < scale.get("domain").size(); i++)
            if (scale.get("domain").get(i).asString("").equals(curve))
                return scale.get("range").get(i).asString("");
        throw new AssertionError(curve + " has no " + channel);
    }

    @Test
    void theoriesDifferInTheirDashes() {
        JsonNode layers = specification(Examples.ENERGY, Examples.energy()).at("/concat/0/layer");
        JsonNode lines = layers.valueStream()
                .filter(layer -> layer.at("/mark/type").asString("").equals("line"))
                .findFirst()
                .orElseThrow();
        JsonNode range = lines.at("/encoding/strokeDash/scale/range");
        assertThat(range.size()).isEqualTo(2);
        assertThat(range.get(0)).isNotEqualTo(range.get(1));
    }

    @Test
    void theOffsetMovesSimulationAndTheoryAlike() {
        FigureRequest plain = FigureRequest.of("e", "e", "t").curvesBy("n", "N");
        JsonNode before = specification(plain, Examples.energy());
        JsonNode after = specification(plain.shifted(1), Examples.energy());
        for (String data : List.of("simulation", "theory")) {
            double moved = after.at("/datasets/" + data + "/3/y").asDouble()
                    - before.at("/datasets/" + data + "/3/y").asDouble();
            assertThat(moved).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-12));
        }
    }

    @Test
    void anErrorBarOnALogarithmicAxisEndsAtTheFrame() {
        JsonNode root = specification(Examples.ENERGY, Examples.energy());
        double bottom = root.at("/concat/0/layer/0/encoding/y/scale/domain/0").asDouble();
        assertThat(root.at("/datasets/simulation").valueStream())
                .allMatch(row -> row.get("low").asDouble() >= bottom);
    }

    @Test
    void theRequestedRangeIsTheAxis() {
        JsonNode root = specification(
                Examples.AGING.within(Optional.of(new Range(1, 100)), Optional.of(new Range(0, 1))), Examples.aging());
        assertThat(root.at("/concat/0/layer/0/encoding/x/scale/domain").toString())
                .isEqualTo("[1.0,100.0]");
    }

    @Test
    void aLegendNeverLiesOnData() {
        for (FigureRequest request : List.of(Examples.AGING, Examples.PARAMETRIC)) {
            Selection selection = Gathering.select(request, Examples.aging());
            Frames frames = Frames.of(request, selection);
            Legend legend = Legend.of(request, selection, frames);
            assertThat(legend.boxes()).hasSize(2);
            for (Legend.Placed box : legend.boxes()) {
                Frame frame = frames.of(Math.max(0, box.panel()));
                assertThat(selection.series().stream()
                                .filter(series -> box.panel() >= 0
                                        && series.panel()
                                                .equals(selection.panels().get(box.panel())))
                                .flatMap(series -> series.points().stream()))
                        .noneMatch(spot -> frame.across(spot.x()) > box.left()
                                && frame.across(spot.x()) < box.left() + Legend.width(box.entries())
                                && frame.down(spot.y()) > box.top()
                                && frame.down(spot.y()) < box.top() + Legend.height(box.entries()));
            }
        }
    }

    @Test
    void sameInputSameText() {
        assertThat(Figure.specification(Examples.AGING, Examples.aging()))
                .isEqualTo(Figure.specification(Examples.AGING, Examples.aging()));
    }

    @Test
    void marksAreOpenAndFilled() throws Exception {
        FigureRequest request = FigureRequest.of("C", "C", "t - tw")
                .scaled(Scale.LOG, Scale.LINEAR)
                .curvesBy("tw", "t_{w}")
                .markedBy("temperature");
        String specification = Figure.specification(request, Examples.aging());
        assertThat(specification).contains("\"filled\":true").contains("\"filled\":false");
        assertThat(specification).contains("datum.style == 0").contains("datum.style == 1");
        JsonNode rows =
                JsonMapper.shared().readTree(specification).path("datasets").path("simulation");
        assertThat(rows.valueStream().mapToInt(row -> row.path("style").asInt()).distinct())
                .containsExactlyInAnyOrder(0, 1);
    }
}
