package rugged.num;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import rugged.num.kernel.KernelChoice;
import rugged.num.kernel.Kernels;
import rugged.num.kernel.PackedTriangle;

/** Kernels give the same bits when they are interpreted, half compiled and compiled: a resumed run starts in a cold JVM. */
class WarmUpTest {
    private static final int SIZE = 61;
    private static final int CALLS = 30_000;

    @Test
    void theFirstCallGivesTheBitsOfTheLast() {
        Kernels kernels = KernelChoice.best();
        PackedTriangle shape = PackedTriangle.grouped(SIZE, false, kernels.doubles());
        double[] t = entries(Math.toIntExact(shape.sizes()[0]), 1);
        double[] x = entries(shape.length(), 2);
        Arrays.fill(x, SIZE, x.length, 0.0);
        double[] first = new double[shape.length()];
        kernels.product(shape, 0, t, 0, x, first);
        double[] later = new double[shape.length()];
        for (int call = 0; call < CALLS; call++) {
            Arrays.fill(later, 0.0);
            kernels.product(shape, 0, t, 0, x, later);
        }
        assertThat(later).isEqualTo(first);
    }

    @Test
    void soDoFloats() {
        Kernels kernels = KernelChoice.best();
        PackedTriangle shape = PackedTriangle.grouped(SIZE, true, kernels.floats());
        float[] t = floats(entries(Math.toIntExact(shape.sizes()[0]), 3));
        float[] x = floats(entries(shape.length(), 4));
        Arrays.fill(x, SIZE, x.length, 0.0f);
        float[] first = new float[shape.length()];
        kernels.product(shape, 0, t, 0, x, first);
        float[] later = new float[shape.length()];
        for (int call = 0; call < CALLS; call++) {
            Arrays.fill(later, 0.0f);
            kernels.product(shape, 0, t, 0, x, later);
        }
        assertThat(later).isEqualTo(first);
    }

    private static double[] entries(int count, long index) {
        double[] values = new double[count];
        Streams.of(7).stream("entries", index).normals(values);
        return values;
    }

    private static float[] floats(double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) narrow[i] = (float) values[i];
        return narrow;
    }
}
