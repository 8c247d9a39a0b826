package rugged.web.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rugged.web.shape.Curve;

/** No spike is lost, nothing vanishes uncounted, differences and collapses are those computed by hand. */
final class ReductionTest {
    private static Sample at(double x, double y, double error) {
        return new Sample(Sample.SIMULATION, Map.of(), x, y, error, 1);
    }

    @Test
    void aSpikeOfOneSampleInAMillionStays() {
        for (boolean log : new boolean[] {false, true}) {
            List<Sample> samples = new ArrayList<>();
            for (int i = 1; i <= 1_000_000; i++) samples.add(at(i, i == 654_321 ? 100 : Math.sin(i), 0.1));
            Reduction reduction = new Reduction(log, false, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1200);
            Curve curve = reduction.curves(Points.of(samples)).getFirst();
            assertThat(curve.x().length).isLessThanOrEqualTo(4800);
            assertThat(curve.y()).contains(100.0);
            assertThat(curve.x()[0]).isEqualTo(1);
            assertThat(curve.x()[curve.x().length - 1]).isEqualTo(1_000_000);
            assertThat(reduction.words()).isEqualTo("1000000 samples, 1200 bins");
        }
    }

    @Test
    void whatCannotBeDrawnIsCounted() {
        List<Sample> samples = List.of(
                at(1, Double.NaN, 0),
                at(2, Double.POSITIVE_INFINITY, 0),
                at(0, 1, 0),
                at(-1, 1, 0),
                at(3, 0, 0),
                at(4, 2, 0));
        Reduction reduction = new Reduction(true, true, 0, 1e9, 10);
        List<Curve> curves = reduction.curves(Points.of(samples));
        assertThat(curves).hasSize(1);
        assertThat(curves.getFirst().x()).containsExactly(4);
        assertThat(reduction.undrawn().nan()).isEqualTo(1);
        assertThat(reduction.undrawn().inf()).isEqualTo(1);
        assertThat(reduction.undrawn().nonpositive()).isEqualTo(3);
        assertThat(reduction.words()).isEqualTo("every point drawn");
    }

    @Test
    void differencesCombineErrorsAndInterpolateOnlyOnRequest() {
        List<Sample> base = List.of(at(1, 1, 0.3), at(100, 3, 0.4));
        List<Sample> ours = List.of(at(1, 2, 0.4), at(10, 2.5, 0.1));
        List<Differences.Row> plain = new Differences(base, Differences.Reading.SAME_PLACES).of(ours);
        assertThat(plain).hasSize(1);
        assertThat(plain.getFirst().difference()).isEqualTo(1);
        assertThat(plain.getFirst().error()).isCloseTo(0.5, within(1e-15));
        assertThat(plain.getFirst().sigmas()).isCloseTo(2, within(1e-14));
        List<Differences.Row> all = new Differences(base, Differences.Reading.AT_OURS).of(ours);
        assertThat(all.get(1).base()).as("half way in ln x").isCloseTo(2, within(1e-14));
        assertThat(all.get(1).interpolated()).isTrue();
        assertThat(all.get(1).error()).isCloseTo(Math.sqrt(0.01 + 0.0225 + 0.04), within(1e-14));
    }

    @Test
    void differencesOnTheUnionOfPlacesReadEitherCurveBetweenItsPoints() {
        List<Sample> base = List.of(at(1, 0, 0.1), at(10, 1, 0.3), at(1000, 5, 0.1));
        List<Sample> ours = List.of(at(1, 2, 0.1), at(100, 6, 0.4));
        List<Differences.Row> rows = new Differences(base, Differences.Reading.AT_BOTH).of(ours);
        assertThat(rows)
                .extracting(row -> row.sample().x())
                .as("1000 is beyond ours")
                .containsExactly(1.0, 10.0, 100.0);
        assertThat(rows).extracting(Differences.Row::interpolated).containsExactly(false, true, true);
        assertThat(rows.get(1).difference()).as("ours half way in ln x, 4").isCloseTo(3, within(1e-14));
        assertThat(rows.get(1).error()).isCloseTo(Math.sqrt(0.0025 + 0.04 + 0.09), within(1e-14));
        assertThat(rows.get(2).difference()).as("the base half way, 3").isCloseTo(3, within(1e-14));
    }

    @Test
    void runsThatDifferInTheirSeedsArePooledByTheirCounts() {
        Sample one = new Sample(Sample.SIMULATION, Map.of("seed", "1"), 1, 2, 0.2, 1);
        Sample other = new Sample(Sample.SIMULATION, Map.of("seed", "2"), 1, 5, 0.1, 3);
        Sample alone = new Sample(Sample.SIMULATION, Map.of("seed", "1"), 2, 7, 0.1, 1);
        List<Sample> pooled = Pooled.of(List.of(List.of(one, alone), List.of(other)));
        assertThat(pooled).hasSize(1);
        assertThat(pooled.getFirst().y()).isCloseTo(4.25, within(1e-15));
        assertThat(pooled.getFirst().error()).isCloseTo(Math.hypot(0.2, 0.3) / 4, within(1e-15));
    }

    @Test
    void aTheoryThatDoesNotDependOnAParameterIsTheBaseOfAllItsCurves() {
        Sample theory = new Sample("chsck", Map.of("T", "1"), 1, 5, Double.NaN, 0);
        Sample ours = new Sample(Sample.SIMULATION, Map.of("T", "1", "n", "64"), 1, 6, 1, 1);
        Sample other = new Sample(Sample.SIMULATION, Map.of("T", "2", "n", "64"), 1, 6, 1, 1);
        List<Differences.Row> rows =
                new Differences(List.of(theory), Differences.Reading.SAME_PLACES).of(List.of(ours, other));
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().sigmas()).isEqualTo(1);
    }

    @Test
    void aDensityIntegratesToItsWeight() {
        // Wigner's semicircle of radius 2 on uneven places: weight 1, half of it below 0
        List<Sample> samples = new ArrayList<>();
        for (int i = 400; i >= -400; i--) {
            double x = 2 * Math.sin(Math.PI / 2 * i / 400);
            samples.add(at(x, Math.sqrt(4 - x * x) / (2 * Math.PI), 0.1));
        }
        samples.add(at(0.5, Double.NaN, 0.1));
        Points sum = Points.of(samples).getFirst().integrated();
        assertThat(sum.x()).isSorted();
        assertThat(sum.y()[sum.size() - 1]).isCloseTo(1, within(1e-4));
        assertThat(sum.y()[400]).isCloseTo(0.5, within(5e-3));
        assertThat(sum.error()).containsOnly(Double.NaN);
    }
}
