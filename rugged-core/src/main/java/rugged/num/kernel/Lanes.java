package rugged.num.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums of many terms in one fixed order, the same for every length of vectors: term k adds to the partial sum k modulo 8, modulo 16 for floats, which are the lanes of one vector of
 * 512 bits or of several shorter ones, and these are added as a binary tree, first each to the one that is half their number further on. The library's own {@code reduceLanes(ADD)} leaves the order open, and takes
 * another one when code is interpreted than when it is compiled: results would then depend on how warm the JVM is, and a resumed run would part from an
 * uninterrupted one.
 */
final class Lanes {
    /** Partial sums of doubles: the lanes of 512 bits. */
    static final int DOUBLES = 8;

    /** Partial sums of floats. */
    static final int FLOATS = 16;

    private static final int DOUBLE_LANES = VectorKernels.DOUBLES.length();
    private static final int FLOAT_LANES = VectorKernels.FLOATS.length();

    private static final VectorShuffle<Double> DOUBLES_BY_4 = doubles(4);
    private static final VectorShuffle<Double> DOUBLES_BY_2 = doubles(2);
    private static final VectorShuffle<Double> DOUBLES_BY_1 = doubles(1);
    private static final VectorShuffle<Double> DOUBLES_HALF = doubles(DOUBLE_LANES / 2);
    private static final VectorShuffle<Double> DOUBLES_QUARTER = doubles(DOUBLE_LANES / 4);
    private static final VectorMask<Double> DOUBLES_UPPER = mask(VectorKernels.DOUBLES, DOUBLE_LANES / 2);
    private static final VectorMask<Double> DOUBLES_ODD = mask(VectorKernels.DOUBLES, DOUBLE_LANES / 4);

    private static final VectorShuffle<Float> FLOATS_BY_8 = floats(8);
    private static final VectorShuffle<Float> FLOATS_BY_4 = floats(4);
    private static final VectorShuffle<Float> FLOATS_BY_2 = floats(2);
    private static final VectorShuffle<Float> FLOATS_BY_1 = floats(1);
    private static final VectorShuffle<Float> FLOATS_HALF = floats(FLOAT_LANES / 2);
    private static final VectorShuffle<Float> FLOATS_QUARTER = floats(FLOAT_LANES / 4);
    private static final VectorMask<Float> FLOATS_UPPER = mask(VectorKernels.FLOATS, FLOAT_LANES / 2);
    private static final VectorMask<Float> FLOATS_ODD = mask(VectorKernels.FLOATS, FLOAT_LANES / 4);

    private Lanes() {}

    /** Lane l takes lane l XOR by. */
    private static VectorShuffle<Double> doubles(int by) {
        return VectorShuffle.fromOp(VectorKernels.DOUBLES, lane -> (lane ^ by) % DOUBLE_LANES);
    }

    private static VectorShuffle<Float> floats(int by) {
        return VectorShuffle.fromOp(VectorKernels.FLOATS, lane -> (lane ^ by) % FLOAT_LANES);
    }

    /** The lanes whose number has this bit. */
    private static <E> VectorMask<E> mask(VectorSpecies<E> species, int bit) {
        boolean[] set = new boolean[species.length()];
        for (int lane = 0; lane < set.length; lane++) set[lane] = (lane & bit) != 0;
        return VectorMask.fromArray(species, set, 0);
    }

    /** The sum of the lanes. */
    static double sum(DoubleVector v) {
        if (DOUBLE_LANES > 4) v = v.add(v.rearrange(DOUBLES_BY_4));
        if (DOUBLE_LANES > 2) v = v.add(v.rearrange(DOUBLES_BY_2));
        if (DOUBLE_LANES > 1) v = v.add(v.rearrange(DOUBLES_BY_1));
        return v.lane(0);
    }

    /** The sum of 8 partial sums, of which array[at ... at + 8) are overwritten. */
    static double sum(double[] array, int at) {
        return sum(folded(array, at));
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

    /** Partial sums folded in halves until they fit into one vector. */
    private static DoubleVector folded(double[] y, int at) {
        if (DOUBLE_LANES == DOUBLES) return DoubleVector.fromArray(VectorKernels.DOUBLES, y, at);
        if (2 * DOUBLE_LANES == DOUBLES) return two(y, at, DOUBLE_LANES);
        if (4 * DOUBLE_LANES == DOUBLES) return four(y, at, DOUBLE_LANES);
        return four(y, at, 2 * DOUBLE_LANES).add(four(y, at + DOUBLE_LANES, 2 * DOUBLE_LANES));
    }

    private static DoubleVector two(double[] y, int at, int step) {
        return DoubleVector.fromArray(VectorKernels.DOUBLES, y, at)
                .add(DoubleVector.fromArray(VectorKernels.DOUBLES, y, at + step));
    }

    private static DoubleVector four(double[] y, int at, int step) {
        return two(y, at, 2 * step).add(two(y, at + step, 2 * step));
    }

    private static void addFour(double[] y, int tail, int j) {
        DoubleVector a = folded(y, tail);
        DoubleVector b = folded(y, tail + DOUBLES);
        DoubleVector c = folded(y, tail + 2 * DOUBLES);
        DoubleVector d = folded(y, tail + 3 * DOUBLES);
        a = fold(a, b, DOUBLES_UPPER, DOUBLES_HALF);
        c = fold(c, d, DOUBLES_UPPER, DOUBLES_HALF);
        if (DOUBLE_LANES == 2) {
            y[j] += a.lane(0);
            y[j + 1] += a.lane(1);
            y[j + 2] += c.lane(0);
            y[j + 3] += c.lane(1);
            return;
        }
        a = fold(a, c, DOUBLES_ODD, DOUBLES_QUARTER);
        if (DOUBLE_LANES > 4) a = a.add(a.rearrange(DOUBLES_BY_1));
        a.intoArray(y, tail);
        y[j] += y[tail];
        y[j + 1] += y[tail + DOUBLE_LANES / 2];
        y[j + 2] += y[tail + DOUBLE_LANES / 4];
        y[j + 3] += y[tail + DOUBLE_LANES / 2 + DOUBLE_LANES / 4];
    }

    /** Where the mask is not set a[l] + a[l'], where it is b[l] + b[l'], with the lane l' that the shuffle brings to l from the other side of the mask. */
    private static DoubleVector fold(
            DoubleVector a, DoubleVector b, VectorMask<Double> mask, VectorShuffle<Double> across) {
        return a.blend(b, mask).add(b.blend(a, mask).rearrange(across));
    }

    /** The sum of the lanes. */
    static float sum(FloatVector v) {
        if (FLOAT_LANES > 8) v = v.add(v.rearrange(FLOATS_BY_8));
        if (FLOAT_LANES > 4) v = v.add(v.rearrange(FLOATS_BY_4));
        if (FLOAT_LANES > 2) v = v.add(v.rearrange(FLOATS_BY_2));
        if (FLOAT_LANES > 1) v = v.add(v.rearrange(FLOATS_BY_1));
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

    /** Partial sums folded in halves until they fit into one vector. */
    private static FloatVector folded(float[] y, int at) {
        if (FLOAT_LANES == FLOATS) return FloatVector.fromArray(VectorKernels.FLOATS, y, at);
        if (2 * FLOAT_LANES == FLOATS) return two(y, at, FLOAT_LANES);
        if (4 * FLOAT_LANES == FLOATS) return four(y, at, FLOAT_LANES);
        return four(y, at, 2 * FLOAT_LANES).add(four(y, at + FLOAT_LANES, 2 * FLOAT_LANES));
    }

    private static FloatVector two(float[] y, int at, int step) {
        return FloatVector.fromArray(VectorKernels.FLOATS, y, at)
                .add(FloatVector.fromArray(VectorKernels.FLOATS, y, at + step));
    }

    private static FloatVector four(float[] y, int at, int step) {
        return two(y, at, 2 * step).add(two(y, at + step, 2 * step));
    }

    private static void addFour(float[] y, int tail, int j) {
        FloatVector a = folded(y, tail);
        FloatVector b = folded(y, tail + FLOATS);
        FloatVector c = folded(y, tail + 2 * FLOATS);
        FloatVector d = folded(y, tail + 3 * FLOATS);
        a = fold(a, b, FLOATS_UPPER, FLOATS_HALF);
        c = fold(c, d, FLOATS_UPPER, FLOATS_HALF);
        if (FLOAT_LANES == 2) {
            y[j] += a.lane(0);
            y[j + 1] += a.lane(1);
            y[j + 2] += c.lane(0);
            y[j + 3] += c.lane(1);
            return;
        }
        a = fold(a, c, FLOATS_ODD, FLOATS_QUARTER);
        if (FLOAT_LANES > 8) a = a.add(a.rearrange(FLOATS_BY_2));
        if (FLOAT_LANES > 4) a = a.add(a.rearrange(FLOATS_BY_1));
        a.intoArray(y, tail);
        y[j] += y[tail];
        y[j + 1] += y[tail + FLOAT_LANES / 2];
        y[j + 2] += y[tail + FLOAT_LANES / 4];
        y[j + 3] += y[tail + FLOAT_LANES / 2 + FLOAT_LANES / 4];
    }

    /** Where the mask is not set a[l] + a[l'], where it is b[l] + b[l'], with the lane l' that the shuffle brings to l from the other side of the mask. */
    private static FloatVector fold(FloatVector a, FloatVector b, VectorMask<Float> mask, VectorShuffle<Float> across) {
        return a.blend(b, mask).add(b.blend(a, mask).rearrange(across));
    }
}
