package rugged.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rugged.figure.FigureRequest.Scale;
import rugged.figure.select.Gathering;
import rugged.figure.select.Residuals;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Strips of residuals and figures laid out for a page. */
class StripsTest {
    private static final Setting STRIP = new Setting(0, true, true, false);

    /** Theory x², measured one and two standard errors off; the last point lies beyond the theory. */
    private static Table table() {
        return Table.builder()
                .texts("quantity", "e", "e", "e", "e", "e", "e")
                .texts("source", "simulation", "simulation", "simulation", "chsck", "chsck", "chsck")
                .numbers("t", 2, 3, 9, 1, 2, 4)
                .numbers("value", 4.1, 10.4, 1, 1, 4, 16)
                .numbers("error", 0.1, 0.2, 0.1, Double.NaN, Double.NaN, Double.NaN)
                .build();
    }

    @Test
    void distancesAreTakenFromTheLineAsDrawn() {
        FigureRequest request = FigureRequest.of("e", "e", "t");
        Residuals found = Residuals.of(Gathering.select(request, table()), "", Scale.LINEAR);
        assertThat(found.theory()).isEqualTo("chsck");
        assertThat(found.unmatched()).isEqualTo(1);
        assertThat(found.points()).hasSize(2);
        assertThat(found.points().get(0).distance()).isCloseTo(1, within(1e-12));
        assertThat(found.points().get(1).theory()).isCloseTo(10, within(1e-12));
        assertThat(found.points().get(1).distance()).isCloseTo(2, within(1e-12));
        assertThat(found.meanSquare()).isCloseTo(2.5, within(1e-12));
    }

    @Test
    void onALogarithmicAxisTheLineIsStraightInTheLogarithm() {
        FigureRequest request = FigureRequest.of("e", "e", "t").scaled(Scale.LOG, Scale.LINEAR);
        Residuals found = Residuals.of(Gathering.select(request, table()), "", Scale.LOG);
        double expected = 4 + 12 * Math.log(1.5) / Math.log(2);
        assertThat(found.points().get(1).theory()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void aStripStandsUnderItsPanelAndSharesItsAxis() {
        JsonNode drawn =
                JsonMapper.shared().readTree(Figure.specification(FigureRequest.of("e", "e", "t"), table(), STRIP));
        JsonNode both = drawn.at("/concat/0/vconcat");
        assertThat(both).hasSize(2);
        assertThat(both.get(0).at("/layer/0/encoding/x/scale/domain"))
                .isEqualTo(both.get(1).at("/layer/3/encoding/x/scale/domain"));
        assertThat(drawn.at("/usermeta/rugged/residuals//meanSquare").asDouble())
                .isCloseTo(2.5, within(1e-12));
        assertThat(drawn.at("/datasets/residuals")).hasSize(2);
    }

    @Test
    void whereThereIsNoTheoryThereIsNoStrip() {
        String alone =
                Figure.specification(FigureRequest.of("e", "e", "t").beside(java.util.List.of()), table(), STRIP);
        assertThat(alone).doesNotContain("vconcat").doesNotContain("residuals");
    }

    @Test
    void aFigureIsLaidOutForItsRoomAndPage() {
        FigureRequest request = FigureRequest.of("e", "e", "t");
        JsonNode narrow = JsonMapper.shared()
                .readTree(Figure.specification(request, table(), new Setting(390, false, false, true)));
        assertThat(narrow.at("/concat/0/width").asDouble()).isEqualTo(304);
        assertThat(narrow.at("/config/axis/labelColor").asString()).isEqualTo("#ecece6");
        assertThat(narrow.at("/config/axis/labelFontSize").asDouble()).isEqualTo(13);
        assertThat(narrow.toString()).doesNotContain("datum.error").contains("#56b4e9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Setting(50, true, false, false))
                .withMessageContaining("200 to 4000");
    }

    @Test
    void aLegendThatWouldLeaveNoRoomStandsBelow() {
        int n = 400;
        Table crowded = Table.builder()
                .texts("quantity", Collections.nCopies(n, "e").toArray(String[]::new))
                .texts("source", Collections.nCopies(n, "simulation").toArray(String[]::new))
                .texts(
                        "run",
                        IntStream.range(0, n)
                                .mapToObj(k -> k % 2 == 0 ? "the first of two long names" : "the other name")
                                .toArray(String[]::new))
                .numbers("t", IntStream.range(0, n).mapToDouble(k -> k / 20).toArray())
                .numbers("value", IntStream.range(0, n).mapToDouble(k -> k % 20).toArray())
                .build();
        FigureRequest request = FigureRequest.of("e", "e", "t").curvesBy("run", "run");
        JsonNode narrow = JsonMapper.shared()
                .readTree(Figure.specification(request, crowded, new Setting(300, true, false, false)));
        assertThat(narrow.at("/vconcat/0/concat/0/width").asDouble()).isEqualTo(214);
        assertThat(narrow.at("/vconcat/1/height").asDouble()).isBetween(30.0, 80.0);
    }
}
