package rugged.num.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** The sums of {@link Lanes} for floats. {@code DoubleLanes} is made from this file when the program is built. */
final class FloatLanes {
    private static final VectorSpecies<Float> SPECIES = Lanes.FLOAT_VECTORS;
    private static final int WIDTH = SPECIES.length();

    private static final VectorShuffle<Float> BY_8 = by(8);
    private static final VectorShuffle<Float> BY_4 = by(4);
    private static final VectorShuffle<Float> BY_2 = by(2);
    private static final VectorShuffle<Float> BY_1 = by(1);
    private static final VectorShuffle<Float> HALF = by(WIDTH / 2);
    private static final VectorShuffle<Float> QUARTER = by(WIDTH / 4);
    private static final VectorMask<Float> UPPER = mask(WIDTH / 2);
    private static final VectorMask<Float> ODD = mask(WIDTH / 4);

    private FloatLanes() {}

    /** Lane l takes lane l XOR by. */
    private static VectorShuffle<Float> by(int by) {
        return VectorShuffle.fromOp(SPECIES, lane -> (lane ^ by) % WIDTH);
    }

    /** The lanes whose number has this bit. */
    private static VectorMask<Float> mask(int bit) {
        boolean[] set = new boolean[WIDTH];
        for (int lane = 0; lane < set.length; lane++) set[lane] = (lane & bit) != 0;
        return VectorMask.fromArray(SPECIES, set, 0);
    }

    /** The sum of the lanes. */
    static float sum(FloatVector v) {
        if (WIDTH > 8) v = v.add(v.rearrange(BY_8));
        if (WIDTH > 4) v = v.add(v.rearrange(BY_4));
        if (WIDTH > 2) v = v.add(v.rearrange(BY_2));
        if (WIDTH > 1) v = v.add(v.rearrange(BY_1));
        return v.lane(0);
    }

    /** The sum of as many partial sums as {@link Lanes} says, which stand from {@code at} on. */
    static float sum(float[] array, int at) {
        return sum(folded(array, at));
    }

    /**
     * Adds the sums of the lanes of four vectors, which lie one after the other from y[tail] on, to y[j] ... y[j + 3]. Two vectors are folded into the
     * halves of one and two of these into its quarters, so that four sums cost little more than one.
     */
    static void addSums(float[] y, int tail, int first, int end) {
        for (int j = first; j < end; j += PackedTriangle.GROUP) {
            addFour(y, tail, j);
            tail += PackedTriangle.GROUP * Lanes.FLOATS;
        }
    }

    /** Partial sums folded in halves until they fit into one vector. */
    private static FloatVector folded(float[] y, int at) {
        if (WIDTH == Lanes.FLOATS) return FloatVector.fromArray(SPECIES, y, at);
        if (2 * WIDTH == Lanes.FLOATS) return two(y, at, WIDTH);
        if (4 * WIDTH == Lanes.FLOATS) return four(y, at, WIDTH);
        return four(y, at, 2 * WIDTH).add(four(y, at + WIDTH, 2 * WIDTH));
    }

    private static FloatVector two(float[] y, int at, int step) {
        return FloatVector.fromArray(SPECIES, y, at).add(FloatVector.fromArray(SPECIES, y, at + step));
    }

    private static FloatVector four(float[] y, int at, int step) {
        return two(y, at, 2 * step).add(two(y, at + step, 2 * step));
    }

    private static void addFour(float[] y, int tail, int j) {
        FloatVector a = folded(y, tail);
        FloatVector b = folded(y, tail + Lanes.FLOATS);
        FloatVector c = folded(y, tail + 2 * Lanes.FLOATS);
        FloatVector d = folded(y, tail + 3 * Lanes.FLOATS);
        a = fold(a, b, UPPER, HALF);
        c = fold(c, d, UPPER, HALF);
        if (WIDTH == 2) {
            y[j] += a.lane(0);
            y[j + 1] += a.lane(1);
            y[j + 2] += c.lane(0);
            y[j + 3] += c.lane(1);
            return;
        }
        a = fold(a, c, ODD, QUARTER);
        if (WIDTH > 8) a = a.add(a.rearrange(BY_2));
        if (WIDTH > 4) a = a.add(a.rearrange(BY_1));
        a.intoArray(y, tail);
        y[j] += y[tail];
        y[j + 1] += y[tail + WIDTH / 2];
        y[j + 2] += y[tail + WIDTH / 4];
        y[j + 3] += y[tail + WIDTH / 2 + WIDTH / 4];
    }

    /** Where the mask is not set a[l] + a[l'], where it is b[l] + b[l'], with the lane l' that the shuffle brings to l from the other side of the mask. */
    private static FloatVector fold(FloatVector a, FloatVector b, VectorMask<Float> mask, VectorShuffle<Float> across) {
        return a.blend(b, mask).add(b.blend(a, mask).rearrange(across));
    }
}
