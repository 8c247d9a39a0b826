package rugged.observable.thermal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.api.Schedule;
import rugged.observable.Turns;

/** Windows (t/2, t]: what comes before the first belongs to none of them. */
class DoublingTest {
    private static List<List<Double>> windows(double first, double... times) {
        Doubling doubling = new Doubling(first);
        List<List<Double>> all = new ArrayList<>();
        List<Double> now = new ArrayList<>();
        for (double time : times) {
            if (doubling.holds(time)) now.add(time);
            if (!doubling.ends(time)) continue;
            all.add(now);
            now = new ArrayList<>();
        }
        return all;
    }

    @Test
    void theStartIsInNoWindow() {
        assertThat(windows(2, 0, 1, 2, 3, 4, 5, 6, 7, 8))
                .containsExactly(List.of(2.0), List.of(3.0, 4.0), List.of(5.0, 6.0, 7.0, 8.0));
        assertThat(windows(8, 0, 1, 2, 3, 4, 5, 6, 7, 8)).containsExactly(List.of(5.0, 6.0, 7.0, 8.0));
    }

    @Test
    void whatIsWrittenIsKnownBeforehand() {
        Schedule schedule = Schedule.at(0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(new TemperedAverages(2).writes(schedule)).containsExactly(2, 4, 8);
        assertThat(new Exchanges(3).writes(schedule)).containsExactly(3, 6);
        assertThat(new TemperedAverages(9).writes(schedule)).isEmpty();
        assertThat(new TemperedAverages(8).remark(schedule)).isEmpty();
        assertThat(new TemperedAverages(8).remark(Schedule.at(0, 8))).contains("single observation");
        assertThat(Turns.of(schedule.singles(), 3, 2)).containsExactly(2, 5, 8);
        assertThat(Turns.every(schedule.singles(), 3, 2)).containsExactly(3, 6);
    }
}
