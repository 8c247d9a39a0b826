package rugged.num.kernel;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of a matrix that is kept in single precision with vectors of doubles: what is read from memory is half as long, and sums are in double precision. A sum over a row runs in sixteen
 * chains, chain c over the elements c, c + 16, ..., that are added as a binary tree; a sum over rows is one chain of fused multiply-adds for each column. The same bits on every machine, whatever
 * its vectors. One read of the matrix each. Scratch of its own: one thread.
 */
public final class MixedProducts {
    private static final VectorSpecies<Double> WIDE = Lanes.DOUBLE_VECTORS;
    private static final int LANES = WIDE.length();
    private static final boolean VECTOR = KernelChoice.best() instanceof VectorKernels && WIDE.vectorBitSize() > 128;
    private static final VectorSpecies<Float> NARROW =
            VectorSpecies.of(float.class, VectorShape.forBitSize(Math.max(64, WIDE.vectorBitSize() / 2)));
    private static final int CHAINS = 16;
    private static final int PIECE = 64 * CHAINS;

    private final double[] chains = new double[CHAINS];

    /** sum_i a[from + i] x[i]. */
    public double row(float[] a, int from, double[] x) {
        Arrays.fill(chains, 0.0);
        int even = x.length - x.length % CHAINS;
        if (VECTOR)
            for (int begin = 0; begin < even; begin += PIECE) {
                int end = Math.min(even, begin + PIECE);
                for (int g = 0; g < CHAINS; g += 2 * LANES) row(a, from + g, x, begin, end, g, chains);
            }
        for (int i = VECTOR ? even : 0; i < x.length; i++)
            chains[i % CHAINS] = Math.fma(a[from + i], x[i], chains[i % CHAINS]);
        for (int half = CHAINS / 2; half > 0; half /= 2) for (int c = 0; c < half; c++) chains[c] += chains[c + half];
        return chains[0];
    }

    private static void row(float[] a, int from, double[] x, int begin, int end, int g, double[] chains) {
        DoubleVector s0 = DoubleVector.fromArray(WIDE, chains, g);
        DoubleVector s1 = DoubleVector.fromArray(WIDE, chains, g + LANES);
        for (int i = begin; i < end; i += CHAINS) {
            s0 = wide(a, from + i).fma(DoubleVector.fromArray(WIDE, x, g + i), s0);
            s1 = wide(a, from + i + LANES).fma(DoubleVector.fromArray(WIDE, x, g + i + LANES), s1);
        }
        s0.intoArray(chains, g);
        s1.intoArray(chains, g + LANES);
    }

    private static DoubleVector wide(float[] a, int at) {
        return (DoubleVector) FloatVector.fromArray(NARROW, a, at).convertShape(VectorOperators.F2D, WIDE, 0);
    }

    /** w[i] += u a[from + i]. */
    public static void add(float[] a, int from, double u, double[] w) {
        int even = VECTOR ? WIDE.loopBound(w.length) : 0;
        for (int i = 0; i < even; i += LANES)
            wide(a, from + i)
                    .fma(DoubleVector.broadcast(WIDE, u), DoubleVector.fromArray(WIDE, w, i))
                    .intoArray(w, i);
        for (int i = even; i < w.length; i++) w[i] = Math.fma(a[from + i], u, w[i]);
    }

    /** Overwrites z[rows] with A x, A[rows, x.length]. */
    public void multiply(float[] a, double[] x, double[] z) {
        for (int k = 0; k < z.length; k++) z[k] = row(a, k * x.length, x);
    }

    /** Overwrites z[rows][columns] with A X, A[rows, n], X given by its columns x[columns][n]: a row is in cache for all but the first of them. */
    public void multiply(float[] a, double[][] x, double[] z) {
        int columns = x.length;
        int rows = z.length / columns;
        for (int k = 0; k < rows; k++)
            for (int c = 0; c < columns; c++) z[k * columns + c] = row(a, k * x[c].length, x[c]);
    }

    /** Overwrites the columns w[columns][n] of A^T U, A[rows, n], U[rows][columns]; the same bits as column by column. */
    public static void multiplyTransposed(float[] a, double[] u, double[][] w) {
        int columns = w.length;
        int rows = u.length / columns;
        int n = w[0].length;
        for (double[] column : w) Arrays.fill(column, 0.0);
        int k = 0;
        for (; k + 4 <= rows; k += 4)
            for (int c = 0; c < columns; c++)
                four(
                        a,
                        k * n,
                        u[k * columns + c],
                        u[(k + 1) * columns + c],
                        u[(k + 2) * columns + c],
                        u[(k + 3) * columns + c],
                        w[c]);
        for (; k < rows; k++) for (int c = 0; c < columns; c++) add(a, k * n, u[k * columns + c], w[c]);
    }

    /** Overwrites w[n] with A^T u, A[u.length, n]; four rows at a time, so that w is not read and written for each. */
    public static void multiplyTransposed(float[] a, double[] u, double[] w) {
        Arrays.fill(w, 0.0);
        int n = w.length;
        int k = 0;
        for (; k + 4 <= u.length; k += 4) four(a, k * n, u[k], u[k + 1], u[k + 2], u[k + 3], w);
        for (; k < u.length; k++) add(a, k * n, u[k], w);
    }

    private static void four(float[] a, int from, double u0, double u1, double u2, double u3, double[] w) {
        int n = w.length;
        int even = VECTOR ? WIDE.loopBound(n) : 0;
        for (int i = 0; i < even; i += LANES) {
            DoubleVector sum = DoubleVector.fromArray(WIDE, w, i);
            sum = wide(a, from + i).fma(DoubleVector.broadcast(WIDE, u0), sum);
            sum = wide(a, from + n + i).fma(DoubleVector.broadcast(WIDE, u1), sum);
            sum = wide(a, from + 2 * n + i).fma(DoubleVector.broadcast(WIDE, u2), sum);
            sum = wide(a, from + 3 * n + i).fma(DoubleVector.broadcast(WIDE, u3), sum);
            sum.intoArray(w, i);
        }
        for (int i = even; i < n; i++) {
            double sum = Math.fma(a[from + i], u0, w[i]);
            sum = Math.fma(a[from + n + i], u1, sum);
            sum = Math.fma(a[from + 2 * n + i], u2, sum);
            w[i] = Math.fma(a[from + 3 * n + i], u3, sum);
        }
    }
}
