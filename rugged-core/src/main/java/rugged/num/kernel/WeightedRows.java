package rugged.num.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Sums of rows with weights, to += sum_j w_j rows[j, n], four rows at one pass over the sum: each row is read once, the sum stays in the first cache. Same bits with and without vectors. */
public final class WeightedRows {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final boolean VECTOR = KernelChoice.best() instanceof VectorKernels;

    private WeightedRows() {}

    /**
     * to[n] += sum_{j &lt; count} weights[from + j] rows[j, n].
     *
     * @param rows rows, one behind the other
     * @param count how many of them
     * @param n length of each
     * @param weights what they count
     * @param from the weight of the first
     * @param to the sum
     */
    public static void add(float[] rows, int count, int n, double[] weights, int from, float[] to) {
        int j = 0;
        for (; j + 4 <= count; j += 4) {
            float a = (float) weights[from + j];
            float b = (float) weights[from + j + 1];
            float c = (float) weights[from + j + 2];
            float d = (float) weights[from + j + 3];
            int whole = VECTOR ? n - n % LANES : 0;
            if (whole > 0) four(rows, j * n, n, a, b, c, d, to, whole);
            fourScalars(rows, j * n, n, a, b, c, d, to, whole);
        }
        for (; j < count; j++) one(rows, j * n, n, (float) weights[from + j], to);
    }

    private static void four(float[] rows, int at, int n, float a, float b, float c, float d, float[] to, int until) {
        FloatVector va = FloatVector.broadcast(SPECIES, a);
        FloatVector vb = FloatVector.broadcast(SPECIES, b);
        FloatVector vc = FloatVector.broadcast(SPECIES, c);
        FloatVector vd = FloatVector.broadcast(SPECIES, d);
        int second = at + n;
        int third = second + n;
        int fourth = third + n;
        for (int i = 0; i < until; i += LANES) {
            FloatVector sum = FloatVector.fromArray(SPECIES, to, i);
            sum = FloatVector.fromArray(SPECIES, rows, at + i).fma(va, sum);
            sum = FloatVector.fromArray(SPECIES, rows, second + i).fma(vb, sum);
            sum = FloatVector.fromArray(SPECIES, rows, third + i).fma(vc, sum);
            FloatVector.fromArray(SPECIES, rows, fourth + i).fma(vd, sum).intoArray(to, i);
        }
    }

    private static void fourScalars(
            float[] rows, int at, int n, float a, float b, float c, float d, float[] to, int from) {
        for (int i = from; i < n; i++) {
            float sum = Math.fma(rows[at + i], a, to[i]);
            sum = Math.fma(rows[at + n + i], b, sum);
            sum = Math.fma(rows[at + 2 * n + i], c, sum);
            to[i] = Math.fma(rows[at + 3 * n + i], d, sum);
        }
    }

    private static void one(float[] rows, int at, int n, float a, float[] to) {
        for (int i = 0; i < n; i++) to[i] = Math.fma(rows[at + i], a, to[i]);
    }
}
