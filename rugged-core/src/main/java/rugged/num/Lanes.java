package rugged.num;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums over the lanes of vectors in one fixed order, that of a binary tree. The library's own {@code reduceLanes(ADD)} leaves the order open, and takes
 * another one when code is interpreted than when it is compiled: results would then depend on how warm the JVM is, and a resumed run would part from an
 * uninterrupted one.
 */
final class Lanes {
    private static final int DOUBLES = VectorKernels.DOUBLES.length();
    private static final int FLOATS = VectorKernels.FLOATS.length();

    private static final VectorShuffle<Double> DOUBLES_BY_4 = doubles(4);
    private static final VectorShuffle<Double> DOUBLES_BY_2 = doubles(2);
    private static final VectorShuffle<Double> DOUBLES_BY_1 = doubles(1);
    private static final VectorShuffle<Double> DOUBLES_HALF = doubles(DOUBLES / 2);
    private static final VectorShuffle<Double> DOUBLES_QUARTER = doubles(DOUBLES / 4);
    private static final VectorMask<Double> DOUBLES_UPPER = mask(VectorKernels.DOUBLES, DOUBLES / 2);
    private static final VectorMask<Double> DOUBLES_ODD = mask(VectorKernels.DOUBLES, DOUBLES / 4);

    private static final VectorShuffle<Float> FLOATS_BY_8 = floats(8);
    private static final VectorShuffle<Float> FLOATS_BY_4 = floats(4);
    private static final VectorShuffle<Float> FLOATS_BY_2 = floats(2);
    private static final VectorShuffle<Float> FLOATS_BY_1 = floats(1);
    private static final VectorShuffle<Float> FLOATS_HALF = floats(FLOATS / 2);
    private static final VectorShuffle<Float> FLOATS_QUARTER = floats(FLOATS / 4);
    private static final VectorMask<Float> FLOATS_UPPER = mask(VectorKernels.FLOATS, FLOATS / 2);
    private static final VectorMask<Float> FLOATS_ODD = mask(VectorKernels.FLOATS, FLOATS / 4);

    private Lanes() {}

    /** Lane l takes lane l XOR by. */
    private static VectorShuffle<Double> doubles(int by) {
        return VectorShuffle.fromOp(VectorKernels.DOUBLES, lane -> (lane ^ by) % DOUBLES);
    }

    private static VectorShuffle<Float> floats(int by) {
        return VectorShuffle.fromOp(VectorKernels.FLOATS, lane -> (lane ^ by) % FLOATS);
    }

    /** The lanes whose number has this bit. */
    private static <E> VectorMask<E> mask(VectorSpecies<E> species, int bit) {
        boolean[] set = new boolean[species.length()];
        for (int lane = 0; lane < set.length; lane++) set[lane] = (lane & bit) != 0;
        return VectorMask.fromArray(species, set, 0);
    }

    /** The sum of the lanes. */
    static double sum(DoubleVector v) {
        if (DOUBLES > 4) v = v.add(v.rearrange(DOUBLES_BY_4));
        if (DOUBLES > 2) v = v.add(v.rearrange(DOUBLES_BY_2));
        if (DOUBLES > 1) v = v.add(v.rearrange(DOUBLES_BY_1));
        return v.lane(0);
    }

    /**
     * Adds the sums of the lanes of four vectors, which lie one after the other from y[tail] on, to y[j] ... y[j + 3]. Two vectors are folded into the
     * halves of one and two of these into its quarters, so that four sums cost little more than one.
     */
    static void addSums(double[] y, int tail, int first, int end) {
        for (int j = first; j < end; j += PackedTriangle.GROUP) {
            addFour(y, tail, j);
            tail += PackedTriangle.GROUP * DOUBLES;
        }
    }

    private static void addFour(double[] y, int tail, int j) {
        DoubleVector a = DoubleVector.fromArray(VectorKernels.DOUBLES, y, tail);
        DoubleVector b = DoubleVector.fromArray(VectorKernels.DOUBLES, y, tail + DOUBLES);
        DoubleVector c = DoubleVector.fromArray(VectorKernels.DOUBLES, y, tail + 2 * DOUBLES);
        DoubleVector d = DoubleVector.fromArray(VectorKernels.DOUBLES, y, tail + 3 * DOUBLES);
        a = fold(a, b, DOUBLES_UPPER, DOUBLES_HALF);
        c = fold(c, d, DOUBLES_UPPER, DOUBLES_HALF);
        if (DOUBLES == 2) {
            y[j] += a.lane(0);
            y[j + 1] += a.lane(1);
            y[j + 2] += c.lane(0);
            y[j + 3] += c.lane(1);
            return;
        }
        a = fold(a, c, DOUBLES_ODD, DOUBLES_QUARTER);
        if (DOUBLES > 4) a = a.add(a.rearrange(DOUBLES_BY_1));
        a.intoArray(y, tail);
        y[j] += y[tail];
        y[j + 1] += y[tail + DOUBLES / 2];
        y[j + 2] += y[tail + DOUBLES / 4];
        y[j + 3] += y[tail + DOUBLES / 2 + DOUBLES / 4];
    }

    /** Where the mask is not set a[l] + a[l'], where it is b[l] + b[l'], with the lane l' that the shuffle brings to l from the other side of the mask. */
    private static DoubleVector fold(
            DoubleVector a, DoubleVector b, VectorMask<Double> mask, VectorShuffle<Double> across) {
        return a.blend(b, mask).add(b.blend(a, mask).rearrange(across));
    }

    /** The sum of the lanes. */
    static float sum(FloatVector v) {
        if (FLOATS > 8) v = v.add(v.rearrange(FLOATS_BY_8));
        if (FLOATS > 4) v = v.add(v.rearrange(FLOATS_BY_4));
        if (FLOATS > 2) v = v.add(v.rearrange(FLOATS_BY_2));
        if (FLOATS > 1) v = v.add(v.rearrange(FLOATS_BY_1));
        return v.lane(0);
    }

    /**
     * Adds the sums of the lanes of four vectors, which lie one after the other from y[tail] on, to y[j] ... y[j + 3]. Two vectors are folded into the
     * halves of one and two of these into its quarters, so that four sums cost little more than one.
     */
    static void addSums(float[] y, int tail, int first, int end) {
        for (int j = first; j < end; j += PackedTriangle.GROUP) {
            addFour(y, tail, j);
            tail += PackedTriangle.GROUP * FLOATS;
        }
    }

    private static void addFour(float[] y, int tail, int j) {
        FloatVector a = FloatVector.fromArray(VectorKernels.FLOATS, y, tail);
        FloatVector b = FloatVector.fromArray(VectorKernels.FLOATS, y, tail + FLOATS);
        FloatVector c = FloatVector.fromArray(VectorKernels.FLOATS, y, tail + 2 * FLOATS);
        FloatVector d = FloatVector.fromArray(VectorKernels.FLOATS, y, tail + 3 * FLOATS);
        a = fold(a, b, FLOATS_UPPER, FLOATS_HALF);
        c = fold(c, d, FLOATS_UPPER, FLOATS_HALF);
        if (FLOATS == 2) {
            y[j] += a.lane(0);
            y[j + 1] += a.lane(1);
            y[j + 2] += c.lane(0);
            y[j + 3] += c.lane(1);
            return;
        }
        a = fold(a, c, FLOATS_ODD, FLOATS_QUARTER);
        if (FLOATS > 8) a = a.add(a.rearrange(FLOATS_BY_2));
        if (FLOATS > 4) a = a.add(a.rearrange(FLOATS_BY_1));
        a.intoArray(y, tail);
        y[j] += y[tail];
        y[j + 1] += y[tail + FLOATS / 2];
        y[j + 2] += y[tail + FLOATS / 4];
        y[j + 3] += y[tail + FLOATS / 2 + FLOATS / 4];
    }

    /** Where the mask is not set a[l] + a[l'], where it is b[l] + b[l'], with the lane l' that the shuffle brings to l from the other side of the mask. */
    private static FloatVector fold(FloatVector a, FloatVector b, VectorMask<Float> mask, VectorShuffle<Float> across) {
        return a.blend(b, mask).add(b.blend(a, mask).rearrange(across));
    }
}
