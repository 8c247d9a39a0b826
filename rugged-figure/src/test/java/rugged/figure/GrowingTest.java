package rugged.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
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

    @RepeatedTest(value = 200, failureThreshold = 1)
    void theDataAlwaysFitAndTheAxisStaysWhereTheyDo(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        // now and then the ends of the intervals themselves
        double low = random.nextInt(8) == 0 ? 1 : random.nextDouble(1, 9);
        double high = random.nextInt(8) == 0 ? 10 : random.nextDouble(10, 90);
        double lowBefore = random.nextInt(8) == 0 ? low : random.nextDouble(1, 9);
        double highBefore = random.nextInt(8) == 0 ? high : random.nextDouble(10, 90);
        Scale scale = random.nextBoolean() ? Scale.LOG : Scale.LINEAR;
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
