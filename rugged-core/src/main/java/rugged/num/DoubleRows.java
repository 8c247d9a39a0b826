package rugged.num;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops over arrays and over the rows of matrices of doubles that the compiler does not turn into vector code by itself: choices by sign, and rows too short for
 * its loops. Same bits with and without vectors.
 */
public final class DoubleRows {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final boolean VECTOR = Kernels.best() instanceof VectorKernels;

    private DoubleRows() {}

    /** to = max(0, z). */
    public static void positivePart(double[] z, double[] to, int count) {
        int i = 0;
        if (VECTOR)
            for (; i + LANES <= count; i += LANES)
                DoubleVector.fromArray(SPECIES, z, i).max(0).intoArray(to, i);
        for (; i < count; i++) to[i] = Math.max(0, z[i]);
    }

    /** d = 0 where z is not positive. */
    public static void gate(double[] z, double[] d, int count) {
        int i = 0;
        if (VECTOR)
            for (; i + LANES <= count; i += LANES) {
                VectorMask<Double> open = DoubleVector.fromArray(SPECIES, z, i).compare(VectorOperators.GT, 0);
                DoubleVector.zero(SPECIES)
                        .blend(DoubleVector.fromArray(SPECIES, d, i), open)
                        .intoArray(d, i);
            }
        for (; i < count; i++) d[i] = z[i] > 0 ? d[i] : 0;
    }

    /** c[rows, n] += b[at ... at + n) in every row. */
    public static void add(double[] c, int rows, int n, double[] b, int at) {
        int j = 0;
        if (VECTOR)
            for (; j < n; j += LANES) {
                VectorMask<Double> mask = SPECIES.indexInRange(j, n);
                addColumns(c, rows, n, j, DoubleVector.fromArray(SPECIES, b, at + j, mask), mask);
            }
        else for (int i = 0; i < rows * n; i++) c[i] += b[at + i % n];
    }

    private static void addColumns(double[] c, int rows, int n, int j, DoubleVector b, VectorMask<Double> mask) {
        for (int r = 0; r < rows; r++)
            DoubleVector.fromArray(SPECIES, c, r * n + j, mask).add(b).intoArray(c, r * n + j, mask);
    }

    /** g[at ... at + n) += the rows of d[rows, n], one after the other. */
    public static void sum(double[] d, int rows, int n, double[] g, int at) {
        int j = 0;
        if (VECTOR)
            for (; j < n; j += LANES) {
                VectorMask<Double> mask = SPECIES.indexInRange(j, n);
                sumColumns(d, rows, n, j, DoubleVector.fromArray(SPECIES, g, at + j, mask), mask)
                        .intoArray(g, at + j, mask);
            }
        else for (int i = 0; i < rows * n; i++) g[at + i % n] += d[i];
    }

    private static DoubleVector sumColumns(
            double[] d, int rows, int n, int j, DoubleVector sum, VectorMask<Double> mask) {
        for (int r = 0; r < rows; r++) sum = sum.add(DoubleVector.fromArray(SPECIES, d, r * n + j, mask));
        return sum;
    }
}
