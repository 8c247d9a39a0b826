package rugged.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import rugged.figure.FigureRequest.Scale;
import rugged.figure.Ticks.Mark;

class TicksTest {

    private static List<String> labels(Ticks ticks) {
        return ticks.marks().stream()
                .map(Mark::label)
                .filter(label -> !label.isEmpty())
                .toList();
    }

    @Test
    void linearLabelsHaveEqualDecimals() {
        assertThat(labels(Ticks.of(0, 1, Scale.LINEAR, 5))).containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
        assertThat(labels(Ticks.of(-1, 1, Scale.LINEAR, 4))).containsExactly("-1.0", "-0.5", "0.0", "0.5", "1.0");
    }

    @Test
    void linearMinorTicksDivideTheMajors() {
        Ticks ticks = Ticks.of(0, 10, Scale.LINEAR, 5);
        assertThat(ticks.marks().stream().map(Mark::value)).contains(0.5, 1.0, 1.5, 2.0);
        assertThat(ticks.marks().stream().filter(Mark::major).map(Mark::value))
                .containsExactly(0., 2., 4., 6., 8., 10.);
    }

    @Test
    void logarithmicLabelsAreDecades() {
        Ticks ticks = Ticks.of(0.05, 2e3, Scale.LOG, 6);
        assertThat(labels(ticks)).containsExactly("10^{-1}", "10^{0}", "10^{1}", "10^{2}", "10^{3}");
        assertThat(ticks.marks().stream().filter(mark -> mark.value() > 100 && mark.value() < 1000))
                .hasSize(8)
                .allMatch(mark -> !mark.major() && mark.label().isEmpty());
    }

    @Test
    void manyDecadesAreThinned() {
        assertThat(labels(Ticks.of(1e-12, 1, Scale.LOG, 5)))
                .containsExactly("10^{-12}", "10^{-9}", "10^{-6}", "10^{-3}", "10^{0}");
    }

    @Test
    void lessThanTwoDecadesStillHaveLabels() {
        assertThat(labels(Ticks.of(0.3, 6, Scale.LOG, 6))).containsExactly("0.5", "1", "2", "5");
        assertThat(labels(Ticks.of(2.1, 2.9, Scale.LOG, 6)).size()).isGreaterThan(1);
    }

    @RepeatedTest(value = 300, failureThreshold = 1)
    void everyAxisHasAScaleInsideItself(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        double from = random.nextInt(6) == 0 ? random.nextInt(-8, 9) : random.nextDouble(-8, 8);
        double span = random.nextInt(6) == 0 ? 0.02 : random.nextDouble(0.02, 14);
        Scale scale = random.nextBoolean() ? Scale.LOG : Scale.LINEAR;
        int room = random.nextInt(3, 10);
        double low = scale == Scale.LOG ? Math.pow(10, from) : from;
        double high = scale == Scale.LOG ? Math.pow(10, from + span) : from + span;
        Ticks ticks = Ticks.of(low, high, scale, room);
        assertThat(labels(ticks).size()).isBetween(2, 3 * room);
        assertThat(ticks.marks()).isSortedAccordingTo(java.util.Comparator.comparingDouble(Mark::value));
        assertThat(ticks.marks())
                .allMatch(mark -> ticks.place(mark.value()) > -1e-6 && ticks.place(mark.value()) < 1 + 1e-6);
    }
}
