package rugged.analysis.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rugged.api.AnalysisSpec;
import rugged.api.AnalysisSpec.Conclusions;
import rugged.api.AnalysisSpec.Group;
import rugged.api.AnalysisSpec.Reading;
import rugged.api.AnalysisSpec.Recorded;
import rugged.api.AnalysisSpec.Sample;
import rugged.api.Quantity;
import rugged.api.record.NamedArray;
import rugged.num.RandomStream;
import rugged.num.Streams;

/** Histograms and means of recorded arrays. */
class ArrayAnalysesTest {
    private static final List<String> TIME = List.of("t");

    /** One number that an analysis found. */
    private record Found(double value, double error, double[] axes) {}

    private record Made(String seed, List<Recorded> recorded) implements Sample {
        @Override
        public List<Reading> readings(String quantity) {
            return List.of();
        }

        @Override
        public List<Recorded> arrays(String quantity) {
            return recorded;
        }
    }

    private static Recorded at(double t, double... values) {
        return new Recorded(0, new double[] {t}, NamedArray.vector("i", values));
    }

    private static Group group(int samples, IntFunction<List<Recorded>> of) {
        List<Sample> all = new ArrayList<>();
        for (int s = 0; s < samples; s++) all.add(new Made(Integer.toString(s), of.apply(s)));
        return new Group(Map.of("n", Integer.toString(samples)), all);
    }

    private static List<Found> found(AnalysisSpec analysis, Group... groups) {
        List<Found> found = new ArrayList<>();
        analysis.analyse(List.of(groups), Streams.of(1), new Conclusions() {
            @Override
            public void put(Group group, Quantity quantity, double value, double error, double... axes) {
                found.add(new Found(value, error, axes.clone()));
            }

            @Override
            public void say(String sentence) {}
        });
        return found;
    }

    @Test
    void aHistogramIsTheDensityOfThePooledNumbers() {
        // two samples of unequal length: 2 of 4 numbers below 1, and 1 of 2
        Group group = group(2, s -> List.of(s == 0 ? at(1.0, 0.1, 0.9, 1.5, 2.0) : at(1.0, 0.0, 1.2, Double.NaN)));
        Histogram two = new Histogram("x", TIME, 2, BinScale.LINEAR, List.of(), ArrayUnit.NONE);
        List<Found> found = found(two, group);
        assertThat(found).hasSize(2);
        assertThat(found.getFirst().axes).containsExactly(1.0, 0.5);
        assertThat(found.getFirst().value).isCloseTo(3.0 / 6.0, within(1e-15));
        assertThat(found.getLast().value).isCloseTo(3.0 / 6.0, within(1e-15));
        // f without the first is 1/2, without the second 1/2
        assertThat(found.getFirst().error).isCloseTo(0.0, within(1e-15));
    }

    @Test
    void errorsAreThoseBetweenSamplesAndNotThoseOfIndependentNumbers() {
        // every sample has one value, repeated 100 times: what is known is 40 numbers, not 4000
        RandomStream random = Streams.of(3).stream("values", 0);
        double[] values =
                IntStream.range(0, 40).mapToDouble(k -> random.nextDouble()).toArray();
        Group group = group(40, s -> {
            double[] copies = new double[100];
            Arrays.fill(copies, values[s]);
            return List.of(at(0.0, copies));
        });
        Histogram halves = new Histogram("x", TIME, 2, BinScale.LINEAR, List.of(0.0, 1.0), ArrayUnit.NONE);
        Found low = found(halves, group).getFirst();
        double share = low.value / 2.0;
        assertThat(low.error / 2.0).isCloseTo(Math.sqrt(share * (1.0 - share) / 39.0), within(1e-12));
    }

    @Test
    void logarithmicBinsHaveEqualRatiosAndLeaveOutWhatIsNotPositive() {
        Group group = group(1, s -> List.of(at(0.0, -1.0, 0.0, 1.0, 3.0, 30.0, 100.0)));
        List<Found> found = found(new Histogram("x", TIME, 2, BinScale.LOG, List.of(), ArrayUnit.NONE), group);
        assertThat(found.getFirst().axes[1]).isCloseTo(Math.sqrt(10.0), within(1e-12));
        assertThat(found.getFirst().value).isCloseTo(2.0 / (9.0 * 6.0), within(1e-14));
        assertThat(found.getLast().value).isCloseTo(2.0 / (90.0 * 6.0), within(1e-14));
        assertThat(found.getFirst().error).isNaN();
    }

    /** A density c x^{-1/2} on (0, 1) comes out at every bin within its error as often as it should. */
    @Test
    void aPowerLawComesOut() {
        Group group = group(60, s -> {
            RandomStream random = Streams.of(5).stream("law", s);
            double[] x = new double[400];
            for (int k = 0; k < x.length; k++) {
                double u = random.nextDouble();
                x[k] = u * u;
            }
            return List.of(at(0.0, x));
        });
        List<Found> found =
                found(new Histogram("x", TIME, 12, BinScale.LOG, List.of(1e-4, 1.0), ArrayUnit.NONE), group);
        double chiSquare = 0.0;
        double low = 1e-4;
        double ratio = Math.pow(1e4, 1.0 / 12.0);
        for (Found bin : found) {
            double law = (Math.sqrt(low * ratio) - Math.sqrt(low)) / (low * ratio - low);
            chiSquare += Math.pow((bin.value - law) / bin.error, 2);
            low *= ratio;
        }
        // 12 degrees of freedom, errors of 60 samples: 99.9 % below 36
        assertThat(found).hasSize(12);
        assertThat(chiSquare).isBetween(2.0, 36.0);
    }

    @Test
    void numbersThatAreAllTheSameStandInOneBinAndNoNumberInNone() {
        Histogram histogram = new Histogram("x", TIME, 50, BinScale.LINEAR, List.of(), ArrayUnit.NONE);
        List<Found> same = found(histogram, group(2, s -> List.of(at(0.0, 2.0, 2.0))));
        assertThat(same).hasSize(1);
        assertThat(same.getFirst().axes[1]).isCloseTo(2.0, within(1e-8));
        assertThat(found(histogram, group(2, s -> List.of(at(0.0, Double.NaN)))))
                .isEmpty();
        assertThat(found(histogram, group(2, s -> List.of()))).isEmpty();
    }

    @Test
    void aMeanIsTakenElementByElementOverReplicasThenSamples() {
        NamedArray one = NamedArray.matrix("a", "b", new double[][] {{1, 2}, {3, 4}});
        NamedArray three = NamedArray.matrix("a", "b", new double[][] {{3, 4}, {5, 6}});
        NamedArray six = NamedArray.matrix("a", "b", new double[][] {{6, 7}, {8, 9}});
        Group group = group(
                2,
                s -> s == 0
                        ? List.of(new Recorded(0, new double[] {1}, one), new Recorded(1, new double[] {1}, three))
                        : List.of(new Recorded(0, new double[] {1}, six)));
        List<Found> found = found(new ArrayMean("q", TIME, List.of("a", "b")), group);
        assertThat(found).hasSize(4);
        assertThat(found.get(2).axes).containsExactly(1.0, 1.0, 0.0);
        assertThat(found.get(2).value).isEqualTo((4.0 + 8.0) / 2.0);
        assertThat(found.get(2).error).isCloseTo(2.0, within(1e-15));
    }

    @Test
    void aMeanOfUnlikeShapesIsUndefined() {
        Group group = group(2, s -> List.of(at(0.0, new double[2 + s])));
        List<Found> found = found(new ArrayMean("x", TIME, List.of("i")), group);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().value).isNaN();
    }

    @Test
    void whatAStudyDoesNotRecordSoIsRefused() {
        Map<String, Quantity> recorded = Map.of(
                "x", Quantity.array("x", "x", "", TIME, List.of("i"), ""), "e", new Quantity("e", "e", "", TIME, ""));
        assertThat(new Histogram("x", TIME, 5, BinScale.LINEAR, List.of(), ArrayUnit.NONE).objection(recorded))
                .isEmpty();
        assertThat(new Histogram("x", List.of("k"), 5, BinScale.LINEAR, List.of(), ArrayUnit.NONE).objection(recorded))
                .hasValueSatisfying(why -> assertThat(why).contains("write axes: [t]"));
        assertThat(new Histogram("e", TIME, 5, BinScale.LINEAR, List.of(), ArrayUnit.NONE).objection(recorded))
                .contains("e is a number and no array");
        assertThat(new ArrayMean("x", TIME, List.of("a", "b")).objection(recorded))
                .hasValueSatisfying(why -> assertThat(why).contains("write extents: [i]"));
        assertThatThrownBy(() -> new Histogram("x", TIME, 5, BinScale.LOG, List.of(0.0, 1.0), ArrayUnit.NONE))
                .hasMessageContaining("range");
    }

    /** A sample with one number. */
    private record Numbered(String seed, double number) implements Sample {
        @Override
        public List<Reading> readings(String quantity) {
            return List.of(new Reading(new double[0], number));
        }
    }

    private static Group numbered(double... numbers) {
        List<Sample> all = new ArrayList<>();
        for (double number : numbers) all.add(new Numbered(Integer.toString(all.size()), number));
        return new Group(Map.of("n", Integer.toString(numbers.length)), all);
    }

    /** Shares of samples; one outside the bins counts among all, one that is no number does not; the error of an empty bin is not 0. */
    @Test
    void samplesAreCountedInBins() {
        SampleHistogram two = new SampleHistogram("z", List.of(), 2, BinScale.LOG, List.of(1.0, 100.0));
        List<Found> found = found(two, numbered(0.0, 1.0, 2.0, 5.0, Double.NaN, 100.0));
        assertThat(found).hasSize(2);
        assertThat(found.getFirst().value).isEqualTo(0.6);
        assertThat(found.getLast().value).isEqualTo(0.2);
        assertThat(found.getFirst().axes[0]).isCloseTo(Math.sqrt(10.0), within(1e-12));
        assertThat(found.getFirst().error).isCloseTo(Math.sqrt(4.0 * 3.0 / 8.0) / 7.0, within(1e-14));
        SampleHistogram none = new SampleHistogram("z", List.of(), 3, BinScale.LINEAR, List.of(10.0, 13.0));
        List<Found> empty = found(none, numbered(1.0, 2.0));
        assertThat(empty).allSatisfy(bin -> {
            assertThat(bin.value).isZero();
            assertThat(bin.error).isPositive();
        });
    }

    /** All sets of parameters have the bins from the least number to the greatest; equal ones are one bin; nothing makes none. */
    @Test
    void binsOfSamplesAreCommon() {
        SampleHistogram four = new SampleHistogram("z", List.of(), 4, BinScale.LINEAR, List.of());
        List<Found> found = found(four, numbered(0.0, 1.0), numbered(4.0, 4.0, 4.0));
        assertThat(found.stream().map(bin -> bin.axes[0])).containsExactly(0.5, 1.5, 2.5, 3.5, 0.5, 1.5, 2.5, 3.5);
        assertThat(found.get(7).value).isEqualTo(1.0);
        assertThat(found(four, numbered(2.0, 2.0)))
                .singleElement()
                .satisfies(bin -> assertThat(bin.value).isEqualTo(1.0));
        assertThat(found(four, numbered(Double.NaN))).isEmpty();
    }

    @Test
    void aHistogramOverSamplesNeedsANumber() {
        SampleHistogram plain = new SampleHistogram("z", List.of(), 4, BinScale.LINEAR, List.of());
        Quantity timed = new Quantity("z", "z", "", TIME, "a number at times");
        assertThat(plain.objection(Map.of("z", timed))).get().asString().contains("write axes: [t]");
        assertThat(plain.objection(Map.of())).isEmpty();
        assertThatThrownBy(() -> new SampleHistogram("z", List.of(), 4, BinScale.LOG, List.of(0.0, 1.0)))
                .hasMessageContaining("logarithmic");
    }
}
