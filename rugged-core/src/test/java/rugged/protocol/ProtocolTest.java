package rugged.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.api.Schedule;
import rugged.params.BadParameter;

class ProtocolTest {
    @Test
    void aQuenchIsWatchedAtZeroAndOnALogarithmicGrid() {
        Schedule schedule = new Quench(100.0, 0.1, 10).schedule();
        assertThat(schedule.size()).isEqualTo(32);
        assertThat(schedule.time(0)).isZero();
        assertThat(schedule.time(1)).isEqualTo(0.1);
        assertThat(schedule.until()).isEqualTo(100.0);
        assertThat(schedule.time(11)).isCloseTo(1.0, within(1e-12));
        for (int k = 0; k < schedule.size(); k++) assertThat(schedule.due(k, 0)).isTrue();
    }

    @Test
    void waitingTimesShareTheirLags() {
        Schedule schedule = new WaitingTimes(List.of(4.0, 1.0), 0.5, 20.0, 4).schedule();
        assertThat(schedule.ages()).isEqualTo(2);
        assertThat(schedule.age(0)).isEqualTo(1.0);
        assertThat(schedule.time(0)).isZero();
        assertThat(schedule.due(0, 0) || schedule.due(0, 1)).isFalse();
        assertThat(schedule.until()).isLessThanOrEqualTo(20.0);
        int first = 0;
        int second = 0;
        for (int k = 0; k < schedule.size(); k++) {
            if (schedule.due(k, 0)) first++;
            if (schedule.due(k, 1)) second++;
            if (schedule.born(k, 1)) assertThat(schedule.due(k, 1)).isTrue();
        }
        assertThat(first).isBetween(6, 8).isGreaterThanOrEqualTo(second);
    }

    @Test
    void whatCannotBeMeasuredIsRefused() {
        assertThatThrownBy(() -> new Quench(1.0, 2.0, 10))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("first");
        assertThatThrownBy(() -> new WaitingTimes(List.of(), 0.1, 10.0, 5)).hasMessageContaining("0 ages");
        assertThatThrownBy(() -> new WaitingTimes(List.of(1.0, 1.0), 0.1, 10.0, 5))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> new WaitingTimes(List.of(10.0), 0.1, 10.0, 5)).hasMessageContaining("no room");
        assertThatThrownBy(() -> new WaitingTimes(List.of(-1.0), 0.1, 10.0, 5)).hasMessageContaining("not a time");
        assertThatThrownBy(() -> new Anneal(1.0, 0.1, 5, List.of(-0.1), 10.0, 0, 0.1))
                .hasMessageContaining("temperature");
        assertThatThrownBy(() -> new Anneal(1.0, 0.1, 5, List.of(), 10.0, 3, 20.0))
                .hasMessageContaining("end of a plateau");
    }

    @Test
    void anAnnealHasEvenStepsAndEndsAtItsLastTemperature() {
        Anneal anneal = new Anneal(1.0, 0.25, 4, List.of(), 5.0, 0, 0.1);
        assertThat(anneal.plateaus()).isEqualTo(4);
        assertThat(anneal.temperature(1)).isEqualTo(0.75);
        assertThat(anneal.temperature(3)).isEqualTo(0.25);
        Schedule schedule = anneal.schedule();
        assertThat(schedule.size()).isEqualTo(5);
        assertThat(schedule.until()).isEqualTo(20.0);
        assertThat(new Anneal(1.0, 0.25, 1, List.of(), 5.0, 0, 0.1).temperature(0))
                .isEqualTo(1.0);
    }

    /** Stretches join: the end of one is the beginning of the next, and is there once. */
    @Test
    void aSwitchHasAScheduleForEachStretch() {
        TaskSwitch memory = new TaskSwitch(List.of(0.0, 1.0, 0.0), 100.0, 1.0, 5);
        Schedule schedule = memory.schedule();
        assertThat(schedule.time(0)).isZero();
        assertThat(schedule.until()).isEqualTo(300.0);
        int ends = 0;
        for (int k = 0; k < schedule.size(); k++) {
            double t = schedule.time(k);
            if (t == 100.0 || t == 200.0 || t == 300.0) ends++;
            if (k > 0) assertThat(t).isGreaterThan(schedule.time(k - 1));
        }
        assertThat(ends).isEqualTo(3);
        int each = (schedule.size() - 1) / 3;
        assertThat(schedule.size()).isEqualTo(3 * each + 1);
        for (int k = 1; k <= each; k++) {
            assertThat(schedule.time(k + each)).isCloseTo(100.0 + schedule.time(k), within(1e-9));
            assertThat(schedule.time(k + 2 * each)).isCloseTo(200.0 + schedule.time(k), within(1e-9));
        }
        assertThatThrownBy(() -> new TaskSwitch(List.of(), 100.0, 1.0, 5)).hasMessageContaining("values");
        assertThatThrownBy(() -> new TaskSwitch(List.of(0.0), 100.0, 100.0, 5)).hasMessageContaining("first");
    }
}
