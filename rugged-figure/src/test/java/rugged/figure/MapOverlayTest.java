package rugged.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Level lines, lines of theories and measured places over a map of q = a + b, 0 <= a, b <= 2, with a theory b = 3 - a/2 of which one end leaves the map. */
class MapOverlayTest {
    private static Table table() {
        int n = 9;
        String[] quantity = new String[n + 4];
        String[] source = new String[n + 4];
        double[] a = new double[n + 4];
        double[] b = new double[n + 4];
        double[] value = new double[n + 4];
        double[] error = new double[n + 4];
        for (int k = 0; k < n; k++) {
            quantity[k] = "q";
            source[k] = "simulation";
            a[k] = k % 3;
            b[k] = k / 3;
            value[k] = a[k] + b[k];
            error[k] = 0.3;
        }
        for (int k = 0; k < 2; k++) {
            quantity[n + k] = "line";
            source[n + k] = "law";
            a[n + k] = 2 * k;
            b[n + k] = 1;
            value[n + k] = 3 - k;
            error[n + k] = Double.NaN;
            quantity[n + 2 + k] = "found";
            source[n + 2 + k] = "simulation";
            a[n + 2 + k] = Double.NaN;
            b[n + 2 + k] = k;
            value[n + 2 + k] = 1.5 - k;
            error[n + 2 + k] = 0.25;
        }
        return Table.builder()
                .texts("quantity", quantity)
                .texts("source", source)
                .numbers("a", a)
                .numbers("b", b)
                .numbers("value", value)
                .numbers("error", error)
                .build();
    }

    private static FigureRequest request(String... lines) {
        return FigureRequest.of("map", "q", "a, b").withLines(List.of(lines)).withContours(List.of(1.5));
    }

    private static JsonNode drawn(String... lines) {
        return JsonMapper.shared().readTree(Figure.specification(request(lines), table()));
    }

    @Test
    void aLevelLineLiesWhereLinearInterpolationHasTheLevel() {
        JsonNode contours = drawn().at("/datasets/contours");
        assertThat(contours.size()).isGreaterThanOrEqualTo(3);
        for (JsonNode piece : contours) {
            assertThat(piece.get("x").asDouble() + piece.get("y").asDouble()).isCloseTo(1.5, within(1e-6));
            assertThat(piece.get("x2").asDouble() + piece.get("y2").asDouble()).isCloseTo(1.5, within(1e-6));
        }
    }

    @Test
    void placesWithinTwoErrorsOfTheLevelAreMarkedAndCounted() {
        JsonNode figure = drawn();
        // |a + b - 1.5| <= 0.6 where a + b is 1 or 2
        assertThat(figure.at("/datasets/undecided")).hasSize(5);
        assertThat(figure.at("/title/text").toString()).contains("5 of 9 places are within two standard errors");
    }

    @Test
    void aTheoryIsALineAndWhatWasMeasuredHasErrorBars() {
        JsonNode figure = drawn("b = law.line", "a = found");
        JsonNode line = figure.at("/datasets/lines");
        assertThat(line.get(0).get("x").asDouble()).isZero();
        assertThat(line.get(0).get("y").asDouble()).isEqualTo(3.0);
        assertThat(line.get(1).get("y").asDouble()).isEqualTo(2.0);
        JsonNode place = figure.at("/datasets/places/1");
        assertThat(place.get("x").asDouble()).isEqualTo(0.5);
        assertThat(place.get("y").asDouble()).isEqualTo(1.0);
        assertThat(place.get("xlow").asDouble()).isEqualTo(0.25);
        assertThat(place.get("xhigh").asDouble()).isEqualTo(0.75);
        assertThat(place.get("low").asDouble()).isEqualTo(1.0);
        assertThat(figure.at("/title/text").toString())
                .contains("Full line: b = line of law.")
                .contains("Circles: a = found");
    }

    @Test
    void aLineThatNamesNoAxisIsRefused() {
        assertThatThrownBy(() -> Figure.specification(request("c = law.line"), table()))
                .hasMessageContaining("does not begin with a = or b =");
    }

    @Test
    void withoutThemTheMapIsAsItWas() {
        FigureRequest plain = FigureRequest.of("map", "q", "a, b");
        JsonNode figure = JsonMapper.shared().readTree(Figure.specification(plain, table()));
        assertThat(figure.get("datasets").propertyNames()).containsExactly("cells");
        assertThat(figure.has("title")).isFalse();
        assertThat(Map.of("cells", figure.at("/datasets/cells").size())).containsEntry("cells", 9);
    }
}
