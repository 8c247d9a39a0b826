package rugged.num.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rugged.num.RandomStream;
import rugged.num.Streams;

class DisplacementTest {
    private static final int SIDE = 12;

    private static Offset<Double> relative(double value, double tolerance) {
        return within(Math.abs(value) * tolerance);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 3, 0.9",
        "3, 6, 1.225",
        "5, 19, 1.877937",
        "10, 77, 2.796235",
        "15, 172, 3.365176",
    })
    void modesAndTheirSum(int c, int modes, double sum) {
        DisplacementLaw law = new DisplacementLaw(28, c);
        assertThat(law.modes()).isEqualTo(modes);
        assertThat(law.sum()).isCloseTo(sum, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"3, 0.7", "5, 0.832479", "10, 1.088496"})
    void varianceAtTheCentre(int c, double variance) {
        assertThat(new DisplacementLaw(28, c).variance(0.5, 0.5)).isCloseTo(variance, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "28, 3, 3.69564e-4, 1.304738e-2",
        "28, 5, 2.52267e-4, 3.206241e-3",
        "28, 15, 1.49926e-4, 2.117245e-4",
        "32, 3, 2.82947e-4, 1.304738e-2",
        "32, 5, 1.93142e-4, 3.206241e-3",
        "32, 15, 1.14787e-4, 2.117245e-4",
    })
    void allowedTemperatures(int n, int c, double lowest, double highest) {
        DisplacementLaw law = new DisplacementLaw(n, c);
        assertThat(law.lowest()).isCloseTo(lowest, relative(lowest, 1e-5));
        assertThat(law.highest()).isCloseTo(highest, relative(highest, 1e-6));
        assertThat(law.displacement(law.lowest())).isCloseTo(0.5, within(1e-12));
        assertThat(law.emptiness()).isEmpty();
        assertThat(law.allows(lowest * 1.01)).isTrue();
        assertThat(law.allows(highest * 1.01)).isFalse();
    }

    @Test
    void temperatureOfOnePixel() {
        DisplacementLaw law = new DisplacementLaw(32, 3);
        double one = law.temperature(1.0);
        assertThat(one).isCloseTo(1.131790e-3, relative(1.131790e-3, 1e-6));
        assertThat(one).isCloseTo(4 * law.lowest(), within(1e-15));
        assertThat(law.displacement(one)).isCloseTo(1.0, within(1e-12));
        assertThat(law.exactTemperature(law.exactDisplacement(one))).isCloseTo(one, within(1e-15));
        // the formula is 19 % above the exact size at c = 3
        assertThat(1.0 / law.exactDisplacement(one)).isCloseTo(1.19, within(0.005));
    }

    @Test
    void meanOverTheGrid() {
        DisplacementLaw law = new DisplacementLaw(32, 3);
        double mean = 0;
        for (int y = 0; y < 32; y++) for (int x = 0; x < 32; x++) mean += law.variance(x / 31.0, y / 31.0) / (32 * 32);
        assertThat(mean).isCloseTo(0.287408, within(1e-6));
        double temperature = 0.003;
        DisplacementFields fields = new DisplacementFields(law);
        RandomStream random = Streams.of(4).stream("fields", 0);
        double[] dx = new double[32 * 32];
        double[] dy = new double[32 * 32];
        double sum = 0;
        int draws = 5000;
        for (int k = 0; k < draws; k++) {
            fields.draw(random, temperature, dx, dy);
            for (double d : dx) sum += d * d;
            for (double d : dy) sum += d * d;
        }
        // of the variance of a component every mode has a share; the largest, 0.4 of it, fluctuates by sqrt 2
        double found = sum / (2.0 * draws * 32 * 32 * 32 * 32 * temperature);
        assertThat(found).isCloseTo(mean, relative(mean, 0.02));
    }

    /** A slow field: the sum over modes at each pixel, from the same random numbers. */
    @Test
    void fieldsAreSumsOfModes() {
        DisplacementLaw law = new DisplacementLaw(SIDE, 4);
        double temperature = 0.01;
        double[] dx = new double[SIDE * SIDE];
        double[] dy = new double[SIDE * SIDE];
        new DisplacementFields(law).draw(Streams.of(7).stream("field", 0), temperature, dx, dy);
        RandomStream random = Streams.of(7).stream("field", 0);
        for (double[] field : new double[][] {dx, dy}) {
            double[] slow = new double[SIDE * SIDE];
            for (int i = 1; i <= 4; i++) {
                for (int j = 1; j <= 4; j++) {
                    if (!(Math.sqrt(i * i + j * j) < 4.5)) continue;
                    double c = Math.sqrt(temperature / (i * i + j * j)) * random.nextGaussian();
                    for (int y = 0; y < SIDE; y++)
                        for (int x = 0; x < SIDE; x++)
                            slow[y * SIDE + x] += SIDE
                                    * c
                                    * Math.sin(i * Math.PI * x / (SIDE - 1.0))
                                    * Math.sin(j * Math.PI * y / (SIDE - 1.0));
                }
            }
            for (int k = 0; k < slow.length; k++) assertThat(field[k]).isCloseTo(slow[k], within(1e-12));
            for (int k = 0; k < SIDE; k++) assertThat(field[k]).isZero();
        }
    }

    private static double[] picture(int channels) {
        double[] image = new double[channels * SIDE * SIDE];
        Streams.of(2).stream("image", 0).normals(image);
        return image;
    }

    private static double[][] field(double temperature) {
        double[][] field = new double[2][SIDE * SIDE];
        DisplacementLaw law = new DisplacementLaw(SIDE, 3);
        new DisplacementFields(law).draw(Streams.of(3).stream("field", 1), temperature, field[0], field[1]);
        return field;
    }

    /** Weights over all pixels, as the page writes them. */
    private static double slow(Interpolation interpolation, double[] image, int at, double xs, double ys) {
        double sum = 0;
        double norm = 0;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double x = Math.abs(column - xs);
                double y = Math.abs(row - ys);
                double weight = switch (interpolation) {
                    case BILINEAR -> Math.max(0, 1 - x) * Math.max(0, 1 - y);
                    case GAUSSIAN -> Math.exp(-(x * x + y * y) / (2 * 0.4715 * 0.4715));
                    case NEAREST -> x < 0.5 && y < 0.5 ? 1 : 0;
                };
                sum += weight * image[at + row * SIDE + column];
                norm += weight;
            }
        }
        return sum / norm;
    }

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void imagesAreReadWhereTheFieldPoints(Interpolation interpolation) {
        double[] image = picture(2);
        // strong enough to reach over the border
        double[][] field = field(0.3);
        double[] out = new double[image.length];
        new ImageWarp(SIDE, 2, interpolation).apply(image, 0, field[0], field[1], out, 0);
        boolean cut = false;
        for (int c = 0; c < 2; c++) {
            for (int k = 0; k < SIDE * SIDE; k++) {
                double xs = k % SIDE - field[0][k];
                double ys = k / SIDE - field[1][k];
                cut |= xs < 0 || ys < 0;
                double expected = slow(
                        interpolation,
                        image,
                        c * SIDE * SIDE,
                        Math.clamp(xs, 0, SIDE - 1.0),
                        Math.clamp(ys, 0, SIDE - 1.0));
                assertThat(out[c * SIDE * SIDE + k]).isCloseTo(expected, within(1e-12));
            }
        }
        assertThat(cut).isTrue();
    }

    @Test
    void nothingMovesAtTemperatureZeroAndConstantsNever() {
        double[] image = picture(1);
        double[][] still = field(0);
        double[] out = new double[image.length];
        new ImageWarp(SIDE, 1, Interpolation.BILINEAR).apply(image, 0, still[0], still[1], out, 0);
        assertThat(out).containsExactly(image);
        new ImageWarp(SIDE, 1, Interpolation.NEAREST).apply(image, 0, still[0], still[1], out, 0);
        assertThat(out).containsExactly(image);
        double[] constant = new double[SIDE * SIDE];
        Arrays.fill(constant, 0.1);
        double[][] field = field(0.01);
        new ImageWarp(SIDE, 1, Interpolation.BILINEAR).apply(constant, 0, field[0], field[1], out, 0);
        assertThat(out).containsExactly(constant);
        new ImageWarp(SIDE, 1, Interpolation.GAUSSIAN).apply(constant, 0, field[0], field[1], out, 0);
        for (double value : out) assertThat(value).isCloseTo(0.1, within(1e-15));
    }

    /** |tau x - x|^2 of a smooth image grows as T. */
    @Test
    void smallDisplacementsAreLinearInTemperature() {
        int n = 32;
        double[] smooth = new double[n * n];
        for (int k = 0; k < n * n; k++)
            smooth[k] = Math.exp(-(Math.pow(k % n - 15, 2) + Math.pow(k / n - 16, 2)) / 50.0);
        DisplacementFields fields = new DisplacementFields(new DisplacementLaw(n, 3));
        double[] squares = new double[2];
        double[] dx = new double[n * n];
        double[] dy = new double[n * n];
        double[] out = new double[n * n];
        for (int draw = 0; draw < 20; draw++) {
            for (int k = 0; k < 2; k++) {
                fields.draw(Streams.of(5).stream("field", draw), k == 0 ? 1e-5 : 2e-5, dx, dy);
                new ImageWarp(n, 1, Interpolation.BILINEAR).apply(smooth, 0, dx, dy, out, 0);
                for (int i = 0; i < n * n; i++) squares[k] += (out[i] - smooth[i]) * (out[i] - smooth[i]);
            }
        }
        assertThat(squares[1] / squares[0]).isCloseTo(2.0, within(0.05));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> new DisplacementLaw(28, 1))
                .hasMessage("cut-off c must be an integer >= 2 (ln c enters the temperature range)");
        assertThatThrownBy(() -> new DisplacementLaw(28, 28)).hasMessage("cut-off above the pixel grid");
        assertThatThrownBy(() -> new ImageShape(1, 28, 30).side()).hasMessage("deform needs square images, got 28x30");
        DisplacementLaw fine = new DisplacementLaw(28, 20);
        assertThat(fine.lowest()).isGreaterThan(fine.highest());
        assertThat(fine.emptiness())
                .startsWith("empty temperature range: T_min=")
                .endsWith("for n=28, c=20");
        assertThat(new DisplacementLaw(28, 17).emptiness()).isEmpty();
        DisplacementFields fields = new DisplacementFields(fine);
        double[] d = new double[28 * 28];
        for (double bad : new double[] {-1e-3, Double.NaN})
            assertThatThrownBy(() -> fields.draw(Streams.of(1).stream("", 0), bad, d, d))
                    .hasMessage("temperature must be >= 0");
    }
}
