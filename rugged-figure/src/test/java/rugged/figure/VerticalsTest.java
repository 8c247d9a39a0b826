package rugged.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerticalsTest {
    private static final String NONE = "";

    /** Points at t = 1 to 4 of two cases; a theory has a jump in both, at the same place, and an end in one. */
    private static Table table() {
        double nan = Double.NaN;
        return Table.builder()
                .texts("quantity", "e", "e", "e", "e", "jump", "jump", "end", "far")
                .texts("source", "simulation", "simulation", "simulation", "simulation", "th", "th", "th", "th")
                .texts("case", "up", "up", "down", "down", "up", "down", "down", NONE)
                .numbers("t", 1, 4, 1, 4, nan, nan, nan, nan)
                .numbers("value", 1, 2, 3, 4, 2.5, 2.5, 3, 99)
                .build();
    }

    private static JsonNode drawn(FigureRequest request) {
        return JsonMapper.shared().readTree(Figure.specification(request, table()));
    }

    /** Place and whether dashed. */
    private static List<String> lines(JsonNode panel) {
        List<String> found = new ArrayList<>();
        for (JsonNode layer : panel.at("/layer")) {
            JsonNode values = layer.at("/data/values");
            if (values.size() != 2
                    || values.at("/0/x").asDouble() != values.at("/1/x").asDouble()) continue;
            if (layer.at("/mark/strokeWidth").asDouble() != 0.8) continue;
            found.add(
                    values.at("/0/x").asDouble() + (layer.at("/mark/strokeDash").isMissingNode() ? "" : " dashed"));
            assertThat(values.at("/0/y").asDouble())
                    .isLessThan(values.at("/1/y").asDouble());
        }
        return found;
    }

    @Test
    void theFirstIsFullAndEachPlaceIsMarkedOnce() {
        FigureRequest request = FigureRequest.of("f", "e", "t")
                .curvesBy("case", NONE)
                .withVerticals(List.of("th.jump", "th.end", "1.5", "th.far", "th.nothing"));
        JsonNode root = drawn(request);
        assertThat(lines(root.at("/concat/0"))).containsExactly("2.5", "3.0 dashed", "1.5 dashed");
        assertThat(root.at("/description").asString()).contains("vertical lines: full th.jump, dashed th.end");
    }

    @Test
    void aPanelHasThoseOfItsOwnCase() {
        FigureRequest request =
                FigureRequest.of("f", "e", "t").panelsBy("case", NONE, 2).withVerticals(List.of("th.jump", "th.end"));
        JsonNode root = drawn(request);
        assertThat(lines(root.at("/concat/0"))).containsExactly("2.5");
        assertThat(lines(root.at("/concat/1"))).containsExactly("2.5", "3.0 dashed");
    }

    @Test
    void onlyWhatTheFigureIsOf() {
        FigureRequest request =
                FigureRequest.of("f", "e", "t").where("case", "up").withVerticals(List.of("th.jump", "th.end"));
        assertThat(lines(drawn(request).at("/concat/0"))).containsExactly("2.5");
    }
}
