package rugged.num.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops over arrays and over the rows of matrices of floats that the compiler does not turn into vector code by itself: choices by sign, and rows too short for
 * its loops. Same bits with and without vectors. {@code DoubleRows} is made from this file when the program is built.
 */
public final class FloatRows {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final boolean VECTOR = KernelChoice.best() instanceof VectorKernels;

    private FloatRows() {}

    /** to = max(0, z). */
    public static void positivePart(float[] z, float[] to, int count) {
        int i = 0;
        if (VECTOR)
            for (; i + LANES <= count; i += LANES)
                FloatVector.fromArray(SPECIES, z, i).max(0).intoArray(to, i);
        for (; i < count; i++) to[i] = Math.max(0, z[i]);
    }

    /** d = 0 where z is not positive. */
    public static void gate(float[] z, float[] d, int count) {
        int i = 0;
        if (VECTOR)
            for (; i + LANES <= count; i += LANES) {
                VectorMask<Float> open = FloatVector.fromArray(SPECIES, z, i).compare(VectorOperators.GT, 0);
                FloatVector.zero(SPECIES)
                        .blend(FloatVector.fromArray(SPECIES, d, i), open)
                        .intoArray(d, i);
            }
        for (; i < count; i++) d[i] = z[i] > 0 ? d[i] : 0;
    }

    /** c[rows, n] += b[at ... at + n) in every row. */
    public static void add(float[] c, int rows, int n, float[] b, int at) {
        int j = 0;
        if (VECTOR)
            for (; j < n; j += LANES) {
                VectorMask<Float> mask = SPECIES.indexInRange(j, n);
                addColumns(c, rows, n, j, FloatVector.fromArray(SPECIES, b, at + j, mask), mask);
            }
        else for (int i = 0; i < rows * n; i++) c[i] += b[at + i % n];
    }

    private static void addColumns(float[] c, int rows, int n, int j, FloatVector b, VectorMask<Float> mask) {
        for (int r = 0; r < rows; r++)
            FloatVector.fromArray(SPECIES, c, r * n + j, mask).add(b).intoArray(c, r * n + j, mask);
    }

    /** g[at ... at + n) += the rows of d[rows, n], one after the other. */
    public static void sum(float[] d, int rows, int n, float[] g, int at) {
        int j = 0;
        if (VECTOR)
            for (; j < n; j += LANES) {
                VectorMask<Float> mask = SPECIES.indexInRange(j, n);
                sumColumns(d, rows, n, j, FloatVector.fromArray(SPECIES, g, at + j, mask), mask)
                        .intoArray(g, at + j, mask);
            }
        else for (int i = 0; i < rows * n; i++) g[at + i % n] += d[i];
    }

    private static FloatVector sumColumns(float[] d, int rows, int n, int j, FloatVector sum, VectorMask<Float> mask) {
        for (int r = 0; r < rows; r++) sum = sum.add(FloatVector.fromArray(SPECIES, d, r * n + j, mask));
        return sum;
    }
}
