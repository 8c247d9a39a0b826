package rugged.num.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelsTest {
    private final Random random = new Random(1);
    private final Kernels best = KernelChoice.best();

    /** A triangle filled through its places, the dense symmetric matrix T + T^t beside it. */
    private record Triangle(PackedTriangle shape, int first, double[] packed, double[][] dense) {}

    private Triangle triangle(PackedTriangle shape, int first) {
        int n = shape.n();
        double[] packed = new double[Math.toIntExact(shape.sizes()[first])];
        double[][] dense = new double[n][n];
        int place = 0;
        for (int group = first; group < shape.endRow(); group += shape.rows()) {
            for (int j = group; j < Math.min(group + shape.rows(), shape.endRow()); j++) {
                for (int k = shape.strict() ? j + 1 : j; k < n; k++) {
                    double entry = random.nextGaussian();
                    packed[place + shape.place(group, j, k)] = entry;
                    dense[j][k] += entry;
                    dense[k][j] += entry;
                }
            }
            place += shape.rows() * shape.columns(group);
        }
        assertThat(place).isEqualTo(packed.length);
        return new Triangle(shape, first, packed, dense);
    }

    private double[] vector(PackedTriangle shape) {
        double[] x = new double[shape.length()];
        for (int i = 0; i < shape.n(); i++) x[i] = random.nextGaussian();
        return x;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 15, 16, 17, 31, 33, 65})
    void productsAreThoseOfTheDenseMatrix(int n) {
        for (boolean strict : new boolean[] {false, true}) {
            PackedTriangle[] shapes = {
                PackedTriangle.tight(n, strict),
                PackedTriangle.grouped(n, strict, best.doubles()),
                PackedTriangle.grouped(n, strict, 3)
            };
            for (PackedTriangle shape : shapes) {
                for (int first : new int[] {0, n / 3, n - 1}) check(triangle(shape, first));
            }
        }
    }

    private void check(Triangle triangle) {
        double[] x = vector(triangle.shape());
        for (Kernels kernels : new Kernels[] {Kernels.scalar(), best}) {
            double[] y = new double[triangle.shape().length()];
            kernels.product(triangle.shape(), triangle.first(), triangle.packed(), 0, x, y);
            for (int i = 0; i < triangle.shape().n(); i++) {
                double expected = 0.0;
                for (int k = 0; k < triangle.shape().n(); k++) expected += triangle.dense()[i][k] * x[k];
                assertThat(y[i]).isCloseTo(expected, within(1e-12));
            }
        }
    }

    @Test
    void singlePrecisionAgreesWithDouble() {
        PackedTriangle shape = PackedTriangle.grouped(77, false, best.floats());
        Triangle triangle = triangle(shape, 5);
        double[] x = vector(shape);
        float[] floats = floats(triangle.packed());
        double[] expected = new double[shape.length()];
        Kernels.scalar().product(shape, 5, triangle.packed(), 0, x, expected);
        for (Kernels kernels : new Kernels[] {Kernels.scalar(), best}) {
            float[] y = new float[shape.length()];
            kernels.product(shape, 5, floats, 0, floats(x), y);
            for (int i = 0; i < 77; i++) assertThat((double) y[i]).isCloseTo(expected[i], within(2e-5));
        }
    }

    @Test
    void aVectorInABlockGetsTheSameBitsAsAlone() {
        int n = 203;
        PackedTriangle doubles = PackedTriangle.grouped(n, false, best.doubles());
        PackedTriangle singles = PackedTriangle.grouped(n, true, best.floats());
        Triangle triangle = triangle(doubles, 0);
        float[] t = floats(triangle(singles, 0).packed());
        for (int count = 1; count <= 5; count++) {
            double[][] xs = new double[count][];
            double[][] ys = new double[count][doubles.length()];
            float[][] us = new float[count][];
            float[][] vs = new float[count][singles.length()];
            for (int r = 0; r < count; r++) {
                xs[r] = vector(doubles);
                us[r] = floats(vector(singles));
            }
            best.product(doubles, 0, triangle.packed(), 0, xs, ys, count);
            best.product(singles, 0, t, 0, us, vs, count);
            for (int r = 0; r < count; r++) {
                double[] y = new double[doubles.length()];
                float[] v = new float[singles.length()];
                best.product(doubles, 0, triangle.packed(), 0, xs[r], y);
                best.product(singles, 0, t, 0, us[r], v);
                // beyond n y is scratch
                assertThat(Arrays.copyOf(ys[r], n)).isEqualTo(Arrays.copyOf(y, n));
                assertThat(Arrays.copyOf(vs[r], n)).isEqualTo(Arrays.copyOf(v, n));
            }
        }
    }

    @Test
    void sumsAreSums() {
        double[] t = vector(PackedTriangle.tight(1001, false));
        double expected = 0.0;
        for (double entry : t) expected += entry;
        assertThat(best.sum(t)).isCloseTo(expected, within(1e-11));
        assertThat((double) best.sum(floats(t))).isCloseTo(expected, within(1e-3));
    }

    @Test
    void theChoiceSaysWhatItIs() {
        assertThat(best.name()).matches("scalar|vector \\d+ bits");
        assertThat(Kernels.scalar().name()).isEqualTo("scalar");
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) floats[i] = (float) values[i];
        return floats;
    }
}
