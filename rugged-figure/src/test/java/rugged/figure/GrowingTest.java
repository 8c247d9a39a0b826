package rugged.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import rugged.figure.FigureRequest.Range;
import rugged.figure.FigureRequest.Scale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Axes of a figure that grows. */
class GrowingTest {
    private static Growing before(Range range) {
        return new Growing(Optional.of(range), Optional.of(range));
    }

    @Property(tries = 200)
    void theDataAlwaysFitAndTheAxisStaysWhereTheyDo(
            @ForAll @DoubleRange(min = 1, max = 9) double low,
            @ForAll @DoubleRange(min = 10, max = 90) double high,
            @ForAll @DoubleRange(min = 1, max = 9) double lowBefore,
            @ForAll @DoubleRange(min = 10, max = 90) double highBefore,
            @ForAll Scale scale) {
        Range now = new Range(low, high);
        Range held = new Range(lowBefore, highBefore);
        Range kept = before(held).across(now, scale);
        assertThat(kept.low()).isLessThanOrEqualTo(low * (1 + 1e-5));
        assertThat(kept.high()).isGreaterThanOrEqualTo(high * (1 - 1e-5));
        boolean fits = low >= lowBefore && high <= highBefore;
        if (fits && high - low > 0.9 * (highBefore - lowBefore))
            assertThat(kept).isEqualTo(held);
        assertThat(before(kept).across(now, scale)).as("asked again").isEqualTo(kept);
    }

    @Test
    void anEndThatMovedHasRoomToSpare() {
        Range kept = before(new Range(0, 10)).across(new Range(0, 12), Scale.LINEAR);
        assertThat(kept).isEqualTo(new Range(0, 18));
        assertThat(before(kept).across(new Range(0, 17), Scale.LINEAR)).isEqualTo(kept);
        assertThat(Growing.stepped(3.2)).isEqualTo(4);
        assertThat(Growing.stepped(17)).isEqualTo(20);
    }

    @Test
    void aFigureThatGrowsSaysItsAxesAndOthersDoNot() {
        Setting room = new Setting(600, true, false, false);
        FigureRequest request = FigureRequest.of("m", "m", "t");
        JsonNode still = JsonMapper.shared().readTree(Figure.specification(request, Examples.dense(), room));
        JsonNode live = JsonMapper.shared()
                .readTree(Figure.specification(request, Examples.dense(), room.after(Growing.FIRST)));
        assertThat(still.at("/usermeta/rugged/axes").isMissingNode()).isTrue();
        assertThat(live.at("/usermeta/rugged/axes/x/1").asDouble()).isGreaterThan(20_000);
    }
}
