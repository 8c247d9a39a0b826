package rugged.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import rugged.analysis.Bimodality.Modes;
import rugged.api.AnalysisSpec.Group;
import rugged.api.AnalysisSpec.Reading;
import rugged.api.AnalysisSpec.Sample;
import rugged.num.RandomStream;
import rugged.num.Streams;

/** Thresholds of runs that end in one of two ways: exact steps, smooth shares, and what has no threshold. */
class BimodalityTest {
    private static final Bimodality SPEC = new Bimodality("c", "patterns", 10.0);

    private record Run(String seed, double value) implements Sample {
        @Override
        public List<Reading> readings(String quantity) {
            return List.of(new Reading(new double[] {0.0}, -1.0), new Reading(new double[] {1.0}, value));
        }
    }

    private static Group group(double place, double... values) {
        List<Sample> samples = new ArrayList<>();
        for (int k = 0; k < values.length; k++) samples.add(new Run(Integer.toString(k), values[k]));
        // sizes that follow from the parameter stand among the coordinates where a figure asks for them
        return new Group(
                Map.of("landscape.data.patterns", Double.toString(place), "P/W", Double.toString(place / 800)),
                samples);
    }

    @Test
    void aStepIsInTheMiddleOfItsInterval() {
        Collected found =
                Collected.by(SPEC, List.of(group(10, 0, 0), group(20, 0, 0), group(30, 1.4, 1.6), group(40, 1.5, 1.7)));
        Collected.Found half = found.named("c_half");
        assertThat(half.value()).isCloseTo(2.5, within(1e-12));
        assertThat(half.error()).isZero();
        // without the second or the third value the step lies in a wider interval
        assertThat(half.systematic()).isCloseTo(0.5, within(1e-12));
        // no value of the parameter has runs in both modes: a steep change would look the same
        assertThat(found.named("c_bimodality").value()).isNaN();
        assertThat(found.said).singleElement().asString().contains("a steep but smooth change");
        Collected two = Collected.by(SPEC, List.of(group(10, 0, 0), group(20, 1, 1)));
        assertThat(two.named("c_half").value()).isCloseTo(1.5, within(1e-12));
        assertThat(two.named("c_half").systematic()).isCloseTo(0.5, within(1e-12));
        // of 2 runs none: the posterior of a flat prior, a beta law with 1 and 3
        assertThat(two.named("c_upper").error()).isCloseTo(Math.sqrt(3.0 / 80.0), within(1e-12));
        assertThat(found.named("c_upper").value()).isZero();
    }

    @Test
    void aFallingShareIsReadAsARisingOneAndUndecidedRunsCountInNeitherMode() {
        Collected found = Collected.by(
                SPEC,
                List.of(group(10, 1, 1, 1, 1), group(20, 1, 1, 1, 0), group(30, 1, 0, 0, Double.NaN), group(40, 0, 0)));
        // 3/4 at 2, 1/3 at 3
        assertThat(found.named("c_half").value()).isCloseTo(2.0 + 0.25 / (0.75 - 1.0 / 3.0), within(1e-12));
        assertThat(found.said).singleElement().asString().contains("runs in neither mode: 1");
    }

    /** A mean that moves is no transition: at no value of the parameter do the runs part. */
    @Test
    void aSmoothChangeHasNoModes() {
        RandomStream random = Streams.of(8).stream("runs", 0);
        List<Group> groups = new ArrayList<>();
        for (int place = 1; place <= 9; place++) {
            double[] values = new double[20];
            for (int k = 0; k < values.length; k++)
                values[k] = Math.tanh(0.5 * (place - 5.2)) + 0.3 * random.nextGaussian();
            groups.add(group(10.0 * place, values));
        }
        Collected found = Collected.by(SPEC, groups);
        assertThat(found.named("c_bimodality").value()).isLessThan(0.8);
        assertThat(found.said).singleElement().asString().contains("there are no two modes");
    }

    /** Runs of a seed that hang together along the parameter make the threshold of that seed, and its scatter over seeds is the error. */
    @Test
    void seedsAreDrawnWithAllOfTheirRuns() {
        RandomStream random = Streams.of(9).stream("seeds", 0);
        int trials = 200;
        double squares = 0.0;
        double stated = 0.0;
        for (int trial = 0; trial < trials; trial++) {
            double[] step = new double[30];
            for (int s = 0; s < step.length; s++) step[s] = 5.0 + 1.5 * random.nextGaussian();
            List<Group> groups = new ArrayList<>();
            for (int place = 0; place <= 20; place++) {
                double at = 0.5 * place;
                groups.add(group(
                        10.0 * at,
                        Arrays.stream(step).map(x -> x < at ? 1.0 : 0.0).toArray()));
            }
            Collected.Found half = Collected.by(SPEC, groups).named("c_half");
            squares += Math.pow(half.value() - 5.0, 2);
            stated += half.error() * half.error();
        }
        // each value of the parameter by itself would give 0.8 of it
        assertThat(Math.sqrt(stated / squares)).isBetween(0.85, 1.2);
    }

    @Test
    void neighboursOutOfOrderArePooled() {
        MonotoneShare share = MonotoneShare.of(
                new double[] {1, 2, 3, 4}, new double[][] {{0, 0}, {1, 1, 1, 0}, {0, 0, 0, 1}, {1, 1}});
        assertThat(share.share()).containsExactly(0.0, 0.5, 0.5, 1.0);
        assertThat(share.half()).isCloseTo(2.5, within(1e-12));
        assertThat(MonotoneShare.of(new double[] {1, 2}, new double[][] {{0}, {0, 1}})
                        .half())
                .isNaN();
        assertThat(MonotoneShare.of(new double[] {1, 2, 3}, new double[][] {{0}, {}, {1}})
                        .half())
                .isCloseTo(2.0, within(1e-12));
        assertThat(MonotoneShare.of(new double[0], new double[0][]).half()).isNaN();
    }

    @Test
    void theLevelLeavesLeastVariance() {
        RandomStream random = Streams.of(5).stream("values", 0);
        double[] values = new double[41];
        for (int k = 0; k < values.length; k++) values[k] = random.nextGaussian() + (k % 3 == 0 ? 4.0 : 0.0);
        Modes found = Modes.of(values);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double best = Double.POSITIVE_INFINITY;
        double all = scatter(sorted, 0, sorted.length);
        for (int k = 1; k < sorted.length; k++)
            best = Math.min(best, scatter(sorted, 0, k) + scatter(sorted, k, sorted.length));
        assertThat(found.between()).isCloseTo(1.0 - best / all, within(1e-12));
        int below = (int) Arrays.stream(sorted).filter(y -> y < found.level()).count();
        assertThat(scatter(sorted, 0, below) + scatter(sorted, below, sorted.length))
                .isCloseTo(best, within(1e-12));
        double[] even = new double[1000];
        Arrays.setAll(even, k -> k);
        assertThat(Modes.of(even).between()).isCloseTo(0.75, within(1e-5));
        assertThat(Modes.of(new double[] {2, 2, 2}).between()).isNaN();
    }

    private static double scatter(double[] sorted, int from, int to) {
        double[] part = Arrays.copyOfRange(sorted, from, to);
        double mean = Arrays.stream(part).average().orElse(0.0);
        return Arrays.stream(part).map(y -> (y - mean) * (y - mean)).sum();
    }

    @Test
    void whatHasNoThresholdSaysWhy() {
        assertThat(Collected.by(SPEC, List.of(group(10, 1, 1), group(20, 1, 1))).said)
                .singleElement()
                .asString()
                .contains("all runs end alike");
        double[] even = new double[50];
        Arrays.setAll(even, k -> k);
        Collected spread = Collected.by(SPEC, List.of(group(10, even), group(20, even)));
        assertThat(spread.said).singleElement().asString().contains("there are no two modes");
        assertThat(spread.named("c_half").value()).isNaN();
        assertThat(Collected.by(SPEC, List.of(group(10, 0, 0, 1), group(20, 0, 0, 1))).said)
                .singleElement()
                .asString()
                .contains("does not pass 1/2");
        assertThat(Collected.by(SPEC, List.of(group(10, Double.NaN))).said).isEmpty();
    }

    /** The stated error is the scatter over repetitions, and the threshold of a smooth share has no bias of its size. */
    @Test
    void theErrorIsTheScatterOfTheThreshold() {
        RandomStream random = Streams.of(3).stream("runs", 0);
        DoubleUnaryOperator share = x -> 1.0 / (1.0 + Math.exp(-(x - 5.2) / 0.8));
        int trials = 200;
        double sum = 0.0;
        double squares = 0.0;
        double stated = 0.0;
        for (int trial = 0; trial < trials; trial++) {
            List<Group> groups = new ArrayList<>();
            for (int place = 1; place <= 9; place++) {
                double p = share.applyAsDouble(place);
                double[] values = new double[30];
                for (int k = 0; k < values.length; k++)
                    values[k] = (random.nextDouble() < p ? 1.0 : 0.0) + 0.05 * random.nextGaussian();
                groups.add(group(10.0 * place, values));
            }
            Collected.Found half = Collected.by(SPEC, groups).named("c_half");
            sum += half.value() - 5.2;
            squares += Math.pow(half.value() - 5.2, 2);
            stated += half.error() * half.error();
        }
        double scatter = Math.sqrt(squares / trials);
        // 200 trials: 5 per cent of a scatter, and a bias of 0.07 of it
        assertThat(Math.sqrt(stated / trials)).isBetween(0.8 * scatter, 1.25 * scatter);
        assertThat(Math.abs(sum / trials)).isLessThan(0.3 * scatter);
    }
}
