package rugged.observable.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rugged.api.Examples;
import rugged.api.Examples.Labels;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.num.image.DisplacementLaw;
import rugged.num.image.Interpolation;
import rugged.params.BadParameter;

class RelativeStabilityTest {
    private static final int SIDE = 12;
    private static final int PIXELS = SIDE * SIDE;
    private static final int IMAGES = 60;

    private static RelativeStability spec(List<Double> temperatures, int resamples) {
        return new RelativeStability(
                IMAGES, List.of(3), List.of(1.0), temperatures, 0, Interpolation.BILINEAR, resamples, 1, 1);
    }

    /** Sums of ten Gaussian blobs each. */
    private static Examples blobs() {
        double[] images = new double[IMAGES * PIXELS];
        RandomStream random = Streams.of(1).stream("blobs", 0);
        for (int i = 0; i < IMAGES; i++) {
            for (int b = 0; b < 10; b++) {
                double x0 = (SIDE - 1) * random.nextDouble();
                double y0 = (SIDE - 1) * random.nextDouble();
                double high = random.nextGaussian();
                for (int k = 0; k < PIXELS; k++) {
                    double square = Math.pow(k % SIDE - x0, 2) + Math.pow(k / SIDE - y0, 2);
                    images[i * PIXELS + k] += high * Math.exp(-square / 8);
                }
            }
        }
        return examples(images);
    }

    private static Examples examples(double[] images) {
        return new Examples(
                Labels.VALUES,
                0,
                List.of(SIDE, SIDE),
                new double[0],
                new double[0],
                images,
                new double[images.length / PIXELS]);
    }

    private static RelativeStability.Function linear(double[] w, int rows) {
        return (inputs, count, o) -> {
            for (int a = 0; a < count; a++) {
                for (int k = 0; k < rows; k++) {
                    double sum = 0;
                    for (int i = 0; i < PIXELS; i++) sum += w[k * PIXELS + i] * inputs[a * PIXELS + i];
                    o[a * rows + k] = sum;
                }
            }
        };
    }

    private record Found(double value, double error) {}

    private static Map<String, Found> measured(
            RelativeStability spec, Examples data, int outputs, RelativeStability.Function f) {
        Probing probing = new Probing(data, spec.probes(), spec.interpolation(), spec.seed());
        int[][] drawn = ChangedOutputs.draw(probing.images(), spec.resamples(), Streams.of(2).stream("bootstrap", 0));
        Map<String, Found> found = new HashMap<>();
        spec.measure(probing, drawn, outputs, f, 0, 0.0, (quantity, replica, value, error, axes) -> {
            found.put(quantity.name() + (found.containsKey(quantity.name()) ? axes[2] : ""), new Found(value, error));
        });
        return found;
    }

    @Test
    void isometriesHaveOneExactly() {
        double[] permuted = new double[PIXELS * PIXELS];
        int[] order = IntStream.range(0, PIXELS).map(i -> (i * 35 + 7) % PIXELS).toArray();
        for (int i = 0; i < PIXELS; i++) permuted[i * PIXELS + order[i]] = -1;
        RelativeStability.Function identity = (inputs, count, o) -> System.arraycopy(inputs, 0, o, 0, count * PIXELS);
        for (RelativeStability.Function f : List.of(identity, linear(permuted, PIXELS))) {
            Map<String, Found> found = measured(spec(List.of(), 20), blobs(), PIXELS, f);
            assertThat(found.get("R_f").value()).isCloseTo(1.0, within(1e-12));
            assertThat(found.get("R_f").error()).isCloseTo(0.0, within(1e-12));
            assertThat(found.get("ln_R_f").value()).isCloseTo(0.0, within(1e-12));
            assertThat(found.get("D_f").value()).isCloseTo(found.get("G_f").value(), within(1e-12));
        }
    }

    /** <|W eta|^2> = |W|^2 |tau x - x|^2/n over directions of noise. */
    @Test
    void linearMapsFeelNoiseByTheirNorm() {
        int rows = 3;
        double[] w = new double[rows * PIXELS];
        // smooth rows, which let displacements through
        for (int k = 0; k < rows; k++)
            for (int i = 0; i < PIXELS; i++)
                w[k * PIXELS + i] = Math.cos(0.4 * (k + 1) * (i % SIDE) + 0.3 * (i / SIDE));
        double norm = Arrays.stream(w).map(v -> v * v).sum();
        Examples data = blobs();
        Probing probing = new Probing(data, IMAGES, Interpolation.BILINEAR, 1);
        DisplacementLaw law = new DisplacementLaw(SIDE, 3);
        double[] moved = probing.warped(law, law.temperature(1.0)).clone();
        double expected = 0;
        for (int i = 0; i < moved.length; i++)
            expected += Math.pow(moved[i] - data.testInputs()[i], 2) * norm / PIXELS / IMAGES;
        RelativeStability.Function f = linear(w, rows);
        double[] before = new double[IMAGES * rows];
        f.outputs(data.testInputs(), IMAGES, before);
        double[] means = new double[200];
        double[] o = new double[before.length];
        for (int s = 0; s < means.length; s++) {
            Probing another = new Probing(data, IMAGES, Interpolation.BILINEAR, s);
            another.warped(law, law.temperature(1.0));
            // the norms are those of other fields: scaled to the first
            double[] noisy = another.noisy();
            double size = 0;
            double first = 0;
            for (int i = 0; i < noisy.length; i++) {
                size += Math.pow(noisy[i] - data.testInputs()[i], 2);
                first += Math.pow(moved[i] - data.testInputs()[i], 2);
            }
            f.outputs(noisy, IMAGES, o);
            for (int i = 0; i < o.length; i++) means[s] += Math.pow(o[i] - before[i], 2) / IMAGES * first / size;
        }
        double mean = Arrays.stream(means).average().orElseThrow();
        double error = Math.sqrt(
                Arrays.stream(means).map(m -> (m - mean) * (m - mean)).sum() / (means.length * (means.length - 1.0)));
        assertThat(mean).isCloseTo(expected, within(4 * error));
        assertThat(error).isLessThan(0.02 * expected);
    }

    @Test
    void noiseHasTheNormOfTheDisplacementOfItsImage() {
        Examples data = blobs();
        Probing probing = new Probing(data, IMAGES, Interpolation.BILINEAR, 1);
        double[] moved = probing.warped(new DisplacementLaw(SIDE, 3), 0.002).clone();
        double[] noisy = probing.noisy();
        for (int a = 0; a < IMAGES; a++) {
            double one = 0;
            double other = 0;
            for (int i = a * PIXELS; i < (a + 1) * PIXELS; i++) {
                one += Math.pow(moved[i] - data.testInputs()[i], 2);
                other += Math.pow(noisy[i] - data.testInputs()[i], 2);
            }
            assertThat(other).isCloseTo(one, within(1e-12 * one));
        }
    }

    /** The estimators as they are defined, and the error against that of many halves. */
    @Test
    void estimatorsAreWhatTheyAreCalled() {
        RandomStream random = Streams.of(9).stream("outputs", 0);
        int n = 41;
        int k = 2;
        double[] before = new double[n * k];
        double[] after = new double[n * k];
        random.normals(before);
        for (int i = 0; i < after.length; i++) after[i] = before[i] + 0.3 * random.nextGaussian();
        boolean[] changed = new boolean[n];
        Arrays.fill(changed, true);
        changed[4] = false;
        int[][] drawn = ChangedOutputs.draw(n, 2000, random);
        ChangedOutputs changes = new ChangedOutputs(before, n, k, drawn);
        double sum = 0;
        double[][] squares = new double[k][n - 1];
        double[] singles = new double[n - 1];
        int at = 0;
        for (int a = 0; a < n; a++) {
            if (!changed[a]) continue;
            for (int j = 0; j < k; j++) {
                squares[j][at] = Math.pow(after[a * k + j] - before[a * k + j], 2);
                sum += squares[j][at] / (n - 1);
                singles[at] += squares[j][at];
            }
            at++;
        }
        double[] distances = new double[n * (n - 1) / 2];
        int p = 0;
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < a; b++, p++)
                for (int j = 0; j < k; j++) distances[p] += Math.pow(before[a * k + j] - before[b * k + j], 2);
        }
        double mean = Arrays.stream(distances).average().orElseThrow();
        double medians = median(squares[0]) + median(squares[1]);
        var found = changes.change(after, changed, ChangedOutputs.MEAN);
        assertThat(found.value()).isCloseTo(sum, within(1e-12));
        assertThat(changes.spread(ChangedOutputs.MEAN).value()).isCloseTo(mean, within(1e-12));
        assertThat(changes.change(after, changed, ChangedOutputs.MEDIAN).value())
                .isCloseTo(medians, within(1e-6 * medians));
        assertThat(changes.spread(ChangedOutputs.MEDIAN).value()).isCloseTo(median(distances), within(1e-6 * mean));
        double off = Arrays.stream(singles)
                .map(s -> (s - found.value()) * (s - found.value()))
                .sum();
        double exact = Math.sqrt(off) / (n - 1);
        assertThat(found.error()).isCloseTo(exact, within(0.1 * exact));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return 0.5 * (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]);
    }

    /** The resampled median is that of the sample written out. */
    @Test
    void resampledMediansAreThoseOfTheSample() {
        RandomStream random = Streams.of(10).stream("outputs", 0);
        int n = 12;
        double[] before = new double[n];
        double[] after = new double[n];
        random.normals(after);
        boolean[] changed = new boolean[n];
        Arrays.fill(changed, true);
        int[][] drawn = ChangedOutputs.draw(n, 50, random);
        double[] found = new ChangedOutputs(before, n, 1, drawn)
                .change(after, changed, ChangedOutputs.MEDIAN)
                .of();
        for (int b = 0; b < drawn.length; b++) {
            double[] sample = new double[n];
            int at = 0;
            for (int i = 0; i < n; i++)
                for (int times = 0; times < drawn[b][i]; times++) sample[at++] = after[i] * after[i];
            assertThat(at).isEqualTo(n);
            assertThat(found[b]).isCloseTo(median(sample), within(1e-15));
        }
    }

    @Test
    void smallTemperaturesHaveALimit() {
        double[] w = new double[2 * PIXELS];
        Streams.of(3).stream("w", 0).normals(w);
        RelativeStability.Function f = linear(w, 2);
        Map<String, Found> one = measured(spec(List.of(1e-6), 0), blobs(), 2, f);
        Map<String, Found> two = measured(spec(List.of(2e-6), 0), blobs(), 2, f);
        for (String index : List.of("D_f", "G_f"))
            assertThat(two.get(index).value() / one.get(index).value()).isCloseTo(2.0, within(0.05));
        assertThat(two.get("R_f").value()).isCloseTo(one.get("R_f").value(), within(0.02));
        assertThat(one.get("R_f").error()).isNaN();
    }

    /** R of a Gaussian matrix is 1 up to 1/sqrt(rows). */
    @Tag("slow")
    @Test
    void randomMatricesHaveOneOnAverage() {
        int rows = 400;
        double[] w = new double[rows * PIXELS];
        Streams.of(3).stream("w", 0).normals(w);
        Map<String, Found> found = measured(spec(List.of(), 50), blobs(), rows, linear(w, rows));
        assertThat(found.get("R_f").value()).isCloseTo(1.0, within(3 / Math.sqrt(rows)));
    }

    @Test
    void imagesThatDoNotMoveDoNotCount() {
        Examples some = blobs();
        double[] images = some.testInputs().clone();
        Arrays.fill(images, 0, 5 * PIXELS, 0.3);
        RelativeStability.Function f = (inputs, count, o) -> System.arraycopy(inputs, 0, o, 0, count * PIXELS);
        Map<String, Found> found = measured(spec(List.of(), 0), examples(images), PIXELS, f);
        assertThat(found.get("R_f").value()).isCloseTo(1.0, within(1e-12));
        Probing probing = new Probing(examples(images), IMAGES, Interpolation.BILINEAR, 1);
        probing.warped(new DisplacementLaw(SIDE, 3), 0.01);
        assertThat(probing.changed()).startsWith(false, false, false, false, false, true);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> new RelativeStability(
                        2, List.of(1), List.of(1.0), List.of(), 0, Interpolation.BILINEAR, 0, 1, 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("cut-off c must be an integer >= 2 (ln c enters the temperature range)");
        for (double bad : new double[] {-1, Double.NaN})
            assertThatThrownBy(() -> spec(List.of(bad), 0)).hasMessageContaining("temperature must be >= 0");
        assertThatThrownBy(() -> new Probing(examples(new double[PIXELS]), 400, Interpolation.BILINEAR, 1))
                .hasMessage("need at least two test images");
    }
}
