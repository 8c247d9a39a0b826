package rugged.num;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;

/**
 * Sums over the lanes of a vector in one fixed order, that of a binary tree. The library's own {@code reduceLanes(ADD)} leaves the order open, and takes
 * another one when code is interpreted than when it is compiled: results would then depend on how warm the JVM is, and a resumed run would part from an
 * uninterrupted one.
 */
final class Lanes {
    private static final int DOUBLES = VectorKernels.DOUBLES.length();
    private static final int FLOATS = VectorKernels.FLOATS.length();

    private static final VectorShuffle<Double> DOUBLES_BY_4 = doubles(4);
    private static final VectorShuffle<Double> DOUBLES_BY_2 = doubles(2);
    private static final VectorShuffle<Double> DOUBLES_BY_1 = doubles(1);

    private static final VectorShuffle<Float> FLOATS_BY_8 = floats(8);
    private static final VectorShuffle<Float> FLOATS_BY_4 = floats(4);
    private static final VectorShuffle<Float> FLOATS_BY_2 = floats(2);
    private static final VectorShuffle<Float> FLOATS_BY_1 = floats(1);

    private Lanes() {}

    private static VectorShuffle<Double> doubles(int by) {
        return VectorShuffle.fromOp(VectorKernels.DOUBLES, lane -> (lane + by) % DOUBLES);
    }

    private static VectorShuffle<Float> floats(int by) {
        return VectorShuffle.fromOp(VectorKernels.FLOATS, lane -> (lane + by) % FLOATS);
    }

    /** The sum of the lanes, at most 8. */
    static double sum(DoubleVector v) {
        if (DOUBLES > 4) v = v.add(v.rearrange(DOUBLES_BY_4));
        if (DOUBLES > 2) v = v.add(v.rearrange(DOUBLES_BY_2));
        if (DOUBLES > 1) v = v.add(v.rearrange(DOUBLES_BY_1));
        return v.lane(0);
    }

    /** The sum of the lanes, at most 16. */
    static float sum(FloatVector v) {
        if (FLOATS > 8) v = v.add(v.rearrange(FLOATS_BY_8));
        if (FLOATS > 4) v = v.add(v.rearrange(FLOATS_BY_4));
        if (FLOATS > 2) v = v.add(v.rearrange(FLOATS_BY_2));
        if (FLOATS > 1) v = v.add(v.rearrange(FLOATS_BY_1));
        return v.lane(0);
    }
}
