package rugged.num.kernel;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import rugged.num.LongFunction;

/**
 * Products of a triangular matrix with ones on its diagonal, and of its transpose, with two vectors, in one pass over the matrix: four rows at a time, so that what
 * is accumulated by column is read and written once for four rows. Row s lies from s (s + 1)/2 on, and has s + 1 entries; its last, the 1, is not looked at.
 * Cost n^2 multiply-adds. Every sum runs in one fixed order, that of {@link Lanes}; with plain Java in order of
 * the columns.
 */
public final class TriangleSums {
    private static final VectorSpecies<Double> SPECIES = Lanes.DOUBLE_VECTORS;
    private static final int LANES = SPECIES.length();
    private static final boolean VECTOR = KernelChoice.best() instanceof VectorKernels;
    private static final int GROUP = 4;

    private TriangleSums() {}

    /**
     * by_s m_sj summed over the rows s >= j, and weight_j m_sj summed over the columns j <= s, of the first n rows.
     *
     * @param byColumn overwritten: the first sums
     * @param byRow overwritten: the second sums
     */
    public static void unit(double[] m, int n, double[] by, double[] weight, double[] byColumn, double[] byRow) {
        pass(m, n, by, weight, byColumn, byRow, false);
    }

    /**
     * The product of the symmetric matrix, of whose first n rows these are the lower halves, with x.
     *
     * @param product overwritten
     * @param byRow overwritten: the share of the lower half
     */
    public static void symmetric(double[] m, int n, double[] x, double[] product, double[] byRow) {
        pass(m, n, x, x, product, byRow, true);
    }

    private static void pass(
            double[] m, int n, double[] by, double[] weight, double[] byColumn, double[] byRow, boolean symmetric) {
        Arrays.fill(byColumn, 0, n, 0);
        Arrays.fill(byRow, 0, n, 0);
        double[] partial = new double[LANES < Lanes.DOUBLES ? GROUP * Lanes.DOUBLES : 0];
        for (int first = 0; first < n; first += GROUP) {
            int beyond = Math.min(n, first + GROUP);
            int from = VECTOR ? first - first % Lanes.DOUBLES : 0;
            if (from > 0 && beyond == first + GROUP) together(m, first, from, by, byColumn, weight, byRow, partial);
            for (int s = first; s < beyond; s++) {
                if (from > 0 && beyond < first + GROUP) one(m, s, from, by[s], byColumn, weight, byRow);
                rest(m, s, from, by[s], byColumn, weight, byRow);
                byColumn[s] += symmetric ? byRow[s] : by[s];
            }
        }
    }

    /** Row s up to a column. */
    private static void one(double[] m, int s, int end, double by, double[] byColumn, double[] weight, double[] byRow) {
        int at = s * (s + 1) / 2;
        DoubleVector sum = chain(m, at, 0, end, by, byColumn, weight);
        if (LANES == 4) sum = sum.add(chain(m, at, 4, end, by, byColumn, weight));
        if (LANES == 2)
            sum = sum.add(chain(m, at, 4, end, by, byColumn, weight))
                    .add(chain(m, at, 2, end, by, byColumn, weight).add(chain(m, at, 6, end, by, byColumn, weight)));
        byRow[s] = DoubleLanes.sum(sum);
    }

    private static DoubleVector chain(
            double[] m, int at, int part, int end, double by, double[] byColumn, double[] weight) {
        DoubleVector factor = DoubleVector.broadcast(SPECIES, by);
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int j = part; j < end; j += Lanes.DOUBLES) {
            DoubleVector value = DoubleVector.fromArray(SPECIES, m, at + j);
            factor.fma(value, DoubleVector.fromArray(SPECIES, byColumn, j)).intoArray(byColumn, j);
            sum = value.fma(DoubleVector.fromArray(SPECIES, weight, j), sum);
        }
        return sum;
    }

    /** Row s from a column on, with its 1. */
    private static void rest(
            double[] m, int s, int from, double by, double[] byColumn, double[] weight, double[] byRow) {
        int at = s * (s + 1) / 2;
        double sum = byRow[s];
        for (int j = from; j < s; j++) {
            double value = m[at + j];
            byColumn[j] = Math.fma(by, value, byColumn[j]);
            sum = Math.fma(weight[j], value, sum);
        }
        byRow[s] = sum + weight[s];
    }

    /** Four rows up to a column. */
    private static void together(
            double[] m,
            int first,
            int end,
            double[] by,
            double[] byColumn,
            double[] weight,
            double[] byRow,
            double[] partial) {
        for (int part = 0; part < Lanes.DOUBLES; part += LANES)
            chains(m, first, part, end, by, byColumn, weight, byRow, partial);
        if (LANES == Lanes.DOUBLES) return;
        for (int r = 0; r < GROUP; r++) byRow[first + r] = DoubleLanes.sum(partial, r * Lanes.DOUBLES);
    }

    /** @param part first of the partial sums that one vector holds */
    @LongFunction("accumulators stay in registers")
    private static void chains(
            double[] m,
            int first,
            int part,
            int end,
            double[] by,
            double[] byColumn,
            double[] weight,
            double[] byRow,
            double[] partial) {
        int row0 = first * (first + 1) / 2;
        int row1 = row0 + first + 1;
        int row2 = row1 + first + 2;
        int row3 = row2 + first + 3;
        DoubleVector by0 = DoubleVector.broadcast(SPECIES, by[first]);
        DoubleVector by1 = DoubleVector.broadcast(SPECIES, by[first + 1]);
        DoubleVector by2 = DoubleVector.broadcast(SPECIES, by[first + 2]);
        DoubleVector by3 = DoubleVector.broadcast(SPECIES, by[first + 3]);
        DoubleVector sum0 = DoubleVector.zero(SPECIES);
        DoubleVector sum1 = DoubleVector.zero(SPECIES);
        DoubleVector sum2 = DoubleVector.zero(SPECIES);
        DoubleVector sum3 = DoubleVector.zero(SPECIES);
        for (int j = part; j < end; j += Lanes.DOUBLES) {
            DoubleVector column = DoubleVector.fromArray(SPECIES, byColumn, j);
            DoubleVector share = DoubleVector.fromArray(SPECIES, weight, j);
            DoubleVector value = DoubleVector.fromArray(SPECIES, m, row0 + j);
            column = by0.fma(value, column);
            sum0 = value.fma(share, sum0);
            value = DoubleVector.fromArray(SPECIES, m, row1 + j);
            column = by1.fma(value, column);
            sum1 = value.fma(share, sum1);
            value = DoubleVector.fromArray(SPECIES, m, row2 + j);
            column = by2.fma(value, column);
            sum2 = value.fma(share, sum2);
            value = DoubleVector.fromArray(SPECIES, m, row3 + j);
            column = by3.fma(value, column);
            sum3 = value.fma(share, sum3);
            column.intoArray(byColumn, j);
        }
        if (LANES < Lanes.DOUBLES) {
            sum0.intoArray(partial, part);
            sum1.intoArray(partial, part + Lanes.DOUBLES);
            sum2.intoArray(partial, part + 2 * Lanes.DOUBLES);
            sum3.intoArray(partial, part + 3 * Lanes.DOUBLES);
            return;
        }
        byRow[first] = DoubleLanes.sum(sum0);
        byRow[first + 1] = DoubleLanes.sum(sum1);
        byRow[first + 2] = DoubleLanes.sum(sum2);
        byRow[first + 3] = DoubleLanes.sum(sum3);
    }
}
