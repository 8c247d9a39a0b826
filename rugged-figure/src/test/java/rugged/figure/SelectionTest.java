package rugged.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import rugged.figure.FigureRequest.Range;
import rugged.figure.FigureRequest.Scale;
import rugged.figure.select.Gathering;
import rugged.figure.select.Latest;
import rugged.figure.select.Selection;
import rugged.figure.select.Series;
import rugged.figure.select.Series.Spot;
import rugged.figure.select.Tally;

class SelectionTest {

    private static Table series(double... values) {
        String[] quantity = new String[values.length];
        String[] source = new String[values.length];
        double[] t = new double[values.length];
        java.util.Arrays.fill(quantity, "e");
        java.util.Arrays.fill(source, "simulation");
        java.util.Arrays.setAll(t, i -> i);
        return Table.builder()
                .texts("quantity", quantity)
                .texts("source", source)
                .numbers("t", t)
                .numbers("value", values)
                .build();
    }

    @Test
    void countsWhatItCannotDraw() {
        Selection found = Gathering.select(
                FigureRequest.of("e", "e", "t").scaled(Scale.LOG, Scale.LOG),
                series(1, 1, Double.NaN, -2, Double.POSITIVE_INFINITY, 3));
        assertThat(found.smallPrint())
                .containsExactly("3 of 5 points of simulation not drawn: 2 not finite, 1 not positive on a logarithmic"
                        + " axis.");
        assertThat(found.drawn()).isEqualTo(2);
    }

    @Test
    void anAllLostSeriesIsAnEmptyFigureAndNoError() {
        Selection found = Gathering.select(FigureRequest.of("e", "e", "t"), series(Double.NaN, Double.NaN));
        assertThat(found.series()).isEmpty();
        assertThat(VegaLite.text(FigureRequest.of("e", "e", "t"), found, Setting.PAPER, Optional.empty()))
                .contains("2 of 2 points");
    }

    @Test
    void rangesCutSimulationWithACount() {
        Selection found = Gathering.select(
                FigureRequest.of("e", "e", "t").within(Optional.of(new Range(0.5, 2)), Optional.empty()),
                series(1, 2, 3, 4));
        assertThat(found.smallPrint())
                .containsExactly("2 of 4 points of simulation not drawn: 2 outside the range shown.");
    }

    @Test
    void computesTheFixedExpressions() {
        Selection waiting =
                Gathering.select(FigureRequest.of("C", "C", "(t - tw)/tw").curvesBy("tw", ""), Examples.aging());
        Spot first = waiting.series().getFirst().points().getFirst();
        assertThat(waiting.series().getFirst().curve()).isEqualTo("10");
        assertThat(first.x()).isCloseTo(0.01, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(waiting.xLabel()).isEqualTo("(t - t_{w})/t_{w}");
    }

    @Test
    void pairsTwoQuantitiesAtTheSameTimes() {
        Selection found = Gathering.select(Examples.PARAMETRIC, Examples.aging());
        assertThat(found.curves()).containsExactly("10", "100", "1000", "10000");
        assertThat(found.simulation().given()).isEqualTo(4 * 21);
        assertThat(found.smallPrint()).isEmpty();
        Series theory = found.series().stream()
                .filter(series -> !series.measured())
                .findFirst()
                .orElseThrow();
        // at T = 0.5 the fluctuation-dissipation relation of the example holds exactly while C > 0.72
        assertThat(theory.points())
                .filteredOn(spot -> spot.x() > 0.73)
                .isNotEmpty()
                .allSatisfy(spot -> assertThat(spot.y())
                        .isCloseTo((1 - spot.x()) / 0.5, org.assertj.core.data.Offset.offset(1e-12)));
    }

    @Test
    void anotherQuantityOfATheoryIsALineOfItsOwn() {
        Table table = Table.builder()
                .texts("quantity", "e", "e", "other", "other", "other", "e")
                .texts("source", "simulation", "theory", "theory", "theory", "simulation", "second")
                .numbers("t", 1, 1, 1, 2, 1, 1)
                .numbers("value", 0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
                .build();
        Selection found =
                Gathering.select(FigureRequest.of("e", "e", "t").beside(List.of("theory", "theory.other")), table);
        assertThat(found.theories()).containsExactly("theory", "theory.other");
        assertThat(found.series()).hasSize(3);
        Series line = found.series().getLast();
        assertThat(line.source()).isEqualTo("theory.other");
        assertThat(line.points()).extracting(Spot::y).containsExactly(0.3, 0.4);
        assertThat(Gathering.select(FigureRequest.of("e", "e", "t"), table).theories())
                .containsExactly("theory", "second");
    }

    @Test
    void countsPointsWithoutAPartner() {
        Table table = Table.builder()
                .texts("quantity", "chi", "chi", "C")
                .texts("source", "simulation", "simulation", "simulation")
                .numbers("t", 1, 2, 1)
                .numbers("value", 0.1, 0.2, 0.9)
                .build();
        Selection found = Gathering.select(FigureRequest.of("f", "chi", "C"), table);
        assertThat(found.smallPrint())
                .containsExactly("1 of 2 points of simulation not drawn: 1 without a partner on the other axis.");
    }

    @Test
    void aTheoryWithoutTheCurvesParameterBelongsToNoCurve() {
        Selection found = Gathering.select(Examples.ENERGY, Examples.energy());
        assertThat(found.curves()).containsExactly("500", "2000");
        assertThat(found.theories()).containsExactly("CHSCK, integrated", "power law, exponent 2/3");
        assertThat(found.series().stream().filter(series -> !series.measured()).map(Series::curve))
                .containsOnly("");
    }

    private static Table twoSizes(double secondTheory) {
        return Table.builder()
                .texts("quantity", "e", "e", "e", "e", "e", "e", "e", "e")
                .texts(
                        "source",
                        "simulation",
                        "simulation",
                        "simulation",
                        "simulation",
                        "limit",
                        "limit",
                        "limit",
                        "limit")
                .texts("n", "32", "32", "64", "64", "32", "32", "64", "64")
                .numbers("t", 1, 2, 1, 2, 1, 2, 1, 2)
                .numbers("value", 1, 2, 3, 4, 5, 6, 5, secondTheory)
                .build();
    }

    @Test
    void aTheoryThatIsTheSameForAllCurvesIsDrawnOnce() {
        FigureRequest request = FigureRequest.of("e", "e", "t").curvesBy("n", "N");
        List<Series> same = Gathering.select(request, twoSizes(6)).series();
        assertThat(same).extracting(Series::curve).containsExactly("32", "", "64");
        assertThat(same.get(1).points()).extracting(Spot::y).containsExactly(5.0, 6.0);
        List<Series> different = Gathering.select(request, twoSizes(7)).series();
        assertThat(different).extracting(Series::curve).containsExactly("32", "32", "64", "64");
    }

    @Test
    void aLostRowInterruptsItsLine() {
        Table table = Table.builder()
                .texts("quantity", "e", "e", "e", "e")
                .texts("source", "theory", "theory", "theory", "theory")
                .numbers("t", 4, 1, 3, 2)
                .numbers("value", 4, 1, Double.NaN, 2)
                .build();
        List<Spot> points = Gathering.select(FigureRequest.of("e", "e", "t"), table)
                .series()
                .getFirst()
                .points();
        assertThat(points.stream().map(Spot::x)).containsExactly(1., 2., 4.);
        assertThat(points.get(0).line())
                .isEqualTo(points.get(1).line())
                .isNotEqualTo(points.get(2).line());
    }

    @Test
    void thinningKeepsSpikesAndSaysSo() {
        Selection found = Gathering.select(FigureRequest.of("m", "m", "t"), Examples.dense());
        Series series = found.series().getFirst();
        assertThat(series.points()).hasSize(800).anyMatch(spot -> spot.x() == 7777);
        assertThat(found.smallPrint())
                .containsExactly("800 of 20000 points of simulation drawn: least and greatest in each of 400 bins.");
    }

    @Test
    void namesWhatIsMissing() {
        assertThatThrownBy(() -> Gathering.select(FigureRequest.of("q", "q", "t"), series(1)))
                .hasMessage("y: no rows of 'q'; there are the quantities e");
        assertThatThrownBy(() -> Gathering.select(FigureRequest.of("e", "e", "t*t"), series(1)))
                .hasMessageContaining("x: 't*t' is neither a column of numbers");
        assertThatThrownBy(
                        () -> Gathering.select(FigureRequest.of("e", "e", "t").curvesBy("n", ""), series(1)))
                .hasMessageContaining("no column 'n'");
    }

    @RepeatedTest(value = 100, failureThreshold = 1)
    void nothingLeavesUncounted(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        double[] odd = {0.0, -0.0, Double.NaN, Double.MIN_VALUE, Double.MAX_VALUE, Double.NEGATIVE_INFINITY, 1e290, -1.0
        };
        double[] values = new double[1 + random.nextInt(30)];
        for (int k = 0; k < values.length; k++)
            values[k] = random.nextInt(3) == 0
                    ? odd[random.nextInt(odd.length)]
                    : random.nextBoolean() ? random.nextGaussian() : Double.longBitsToDouble(random.nextLong());
        Scale scale = random.nextBoolean() ? Scale.LOG : Scale.LINEAR;
        Tally tally = Gathering.select(FigureRequest.of("e", "e", "t").scaled(Scale.LINEAR, scale), series(values))
                .simulation();
        assertThat(tally.given()).isEqualTo(values.length);
        assertThat(tally.drawn())
                .isEqualTo(java.util.Arrays.stream(values)
                        .filter(value -> Math.abs(value) <= 1e290 && (scale == Scale.LINEAR || value >= 1e-290))
                        .count());
    }

    private static Table lags() {
        return Table.builder()
                .texts("quantity", "msd", "msd", "msd", "chi", "chi", "chi")
                .texts("source", "simulation", "simulation", "simulation", "simulation", "simulation", "simulation")
                .numbers("tw", 100, 100, 100, 100, 100, 100)
                .numbers("t", 100, 110, 200, 100, 110, 200)
                .numbers("value", 0, 0.1, 0.5, 0, 0.2, 0.7)
                .build();
    }

    @Test
    void lagZeroIsNoPointOfALogarithmicAxis() {
        for (String x : List.of("t - tw", "(t - tw)/tw", "chi")) {
            Selection found = Gathering.select(FigureRequest.of("msd", "msd", x).scaled(Scale.LOG, Scale.LOG), lags());
            assertThat(found.smallPrint()).isEmpty();
            assertThat(found.drawn()).isEqualTo(2);
            assertThat(found.simulation().origin()).isEqualTo(1);
        }
        Selection linear = Gathering.select(FigureRequest.of("msd", "msd", "t - tw"), lags());
        assertThat(linear.drawn()).isEqualTo(3);
    }

    /** The state at the start is not on a logarithmic axis of times, and nobody looks for it there; a value of 0 is missed. */
    @Test
    void timeZeroIsNoPointOfALogarithmicAxisOfTimes() {
        Table table = Table.builder()
                .texts("quantity", "e", "e", "e", "e", "e", "e")
                .texts("source", "simulation", "simulation", "simulation", "chsck", "chsck", "chsck")
                .numbers("t", 0, 1, 2, 0, 1, 2)
                .numbers("value", 3, 2, 0, 3, 2, 1)
                .build();
        Selection found = Gathering.select(FigureRequest.of("e", "e", "t").scaled(Scale.LOG, Scale.LINEAR), table);
        assertThat(found.smallPrint()).isEmpty();
        assertThat(found.simulation().origin()).isEqualTo(1);
        assertThat(found.theory().origin()).isEqualTo(1);
        assertThat(Gathering.select(FigureRequest.of("e", "e", "t").scaled(Scale.LOG, Scale.LOG), table)
                        .smallPrint()
                        .toString())
                .contains("1 of 2 points of simulation not drawn: 1 not positive on a logarithmic axis");
        assertThat(Gathering.select(FigureRequest.of("e", "e", "t"), table).drawn())
                .isEqualTo(6);
    }

    @Test
    void aLineOutsideTheFrameIsCounted() {
        Table table = Table.builder()
                .texts("quantity", "e", "e", "e", "e", "e", "e")
                .texts("source", "simulation", "simulation", "far", "far", "across", "across")
                .numbers("t", 1, 2, 1, 2, 0, 3)
                .numbers("value", 1, 2, 50, 60, -50, 53)
                .build();
        FigureRequest request = FigureRequest.of("e", "e", "t").within(Optional.empty(), Optional.of(new Range(0, 3)));
        String drawn = Figure.specification(request, table);
        assertThat(drawn).contains("1 line of theory outside the range shown.");
    }

    @Test
    void theLastRecordedValueStandsAgainstAParameter() {
        Table table = Table.builder()
                .texts("quantity", "e", "e", "e", "e", "e", "e", "e")
                .texts("source", "simulation", "simulation", "simulation", "simulation", "chsck", "chsck", "statics")
                .numbers("n", 64, 64, 128, 128, Double.NaN, Double.NaN, Double.NaN)
                .numbers("t", 1, 50, 1, 70, 70.5, 1e8, Double.NaN)
                .numbers("value", 1, 2, 3, 4, 5, 6, 7)
                .build();
        Selection found =
                Gathering.select(FigureRequest.of("e", "e", "n").atLast().beside(List.of()), table);
        assertThat(found.series().getFirst().points())
                .extracting(Spot::x, Spot::y)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(64., 2.), org.assertj.core.groups.Tuple.tuple(128., 4.));
        // a theory that reaches further is read where the simulation ends
        assertThat(Latest.of(table).numbers("value")).containsExactly(2, 4, 5, 7);
    }

    @Test
    void panelsMayHaveScalesOfTheirOwn() {
        Table table = Table.builder()
                .texts("quantity", "e", "e", "e", "e")
                .texts("source", "simulation", "simulation", "simulation", "simulation")
                .texts("case", "network", "network", "glass", "glass")
                .numbers("t", 1, 2, 1, 2)
                .numbers("value", 1e-6, 2e-6, -1, -0.9)
                .build();
        FigureRequest request = FigureRequest.of("e", "e", "t").panelsBy("case", "", 0);
        Frames own = Frames.of(request.scaledByPanel(), Gathering.select(request, table));
        assertThat(own.of(0).y().high() - own.of(0).y().low()).isLessThan(1e-5);
        assertThat(own.of(1).y().low()).isBetween(-1.1, -1.0);
        assertThat(own.labelled(1)).isTrue();
        Frames shared = Frames.of(request, Gathering.select(request, table));
        assertThat(shared.of(0)).isEqualTo(shared.of(1));
        assertThat(shared.labelled(1)).isFalse();
    }
}
