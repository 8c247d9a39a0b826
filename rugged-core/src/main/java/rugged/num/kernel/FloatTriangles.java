package rugged.num.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import rugged.num.LongFunction;

/**
 * The products of {@link VectorKernels} for floats. A group of four rows is one small method with 4 (or, for two vectors, 8) accumulators: larger ones have been
 * seen to stay uncompiled for the life of a JVM, and sums over lanes in the same method to exceed what the compiler inlines (half the speed): they follow
 * through memory. {@code DoubleTriangles} is made from this file when the program is built.
 */
final class FloatTriangles {
    private static final VectorSpecies<Float> SPECIES = Lanes.FLOAT_VECTORS;
    private static final int WIDTH = SPECIES.length();

    /**
     * Bytes of T that all vectors of a block are multiplied with before the next are read: they must stay in a second-level cache, while x and y of a pair of
     * vectors stay in the first. Measured: 16 to 512 KiB within 10 %, 4 KiB 30 % slower.
     */
    private static final int BATCH = 1 << 16;

    private FloatTriangles() {}

    /** See {@link Kernels}. */
    static void product(PackedTriangle shape, int first, float[] t, int offset, float[] x, float[] y) {
        if (shape.width() != Lanes.FLOATS) {
            FloatLoops.product(shape, first, t, offset, x, y);
            return;
        }
        int end = shape.endRow();
        int rows = PackedTriangle.BATCH * PackedTriangle.GROUP;
        for (int j = first; j < end; j += rows) {
            int next = Math.min(end, j + rows);
            offset = groups(shape, j, next, t, offset, x, y);
        }
    }

    /** A batch of groups for one vector; returns where it ends in t. */
    private static int groups(PackedTriangle shape, int first, int end, float[] t, int offset, float[] x, float[] y) {
        int shift = shape.strict() ? 1 : 0;
        int stop = shape.stop();
        int tail = shape.tail();
        for (int j = first; j < end; j += PackedTriangle.GROUP) {
            int k = (j + shift) & -Lanes.FLOATS;
            if (WIDTH == Lanes.FLOATS) group(t, offset, k, stop, x, y, j, tail);
            else FloatShortVectors.group(t, offset, k, stop, x, y, j, tail);
            offset += PackedTriangle.GROUP * (stop - k);
            tail += PackedTriangle.GROUP * Lanes.FLOATS;
        }
        FloatLanes.addSums(y, shape.tail(), first, end);
        return offset;
    }

    private static void group(float[] t, int at, int k, int stop, float[] x, float[] y, int j, int tail) {
        FloatVector f0 = FloatVector.broadcast(SPECIES, x[j]);
        FloatVector f1 = FloatVector.broadcast(SPECIES, x[j + 1]);
        FloatVector f2 = FloatVector.broadcast(SPECIES, x[j + 2]);
        FloatVector f3 = FloatVector.broadcast(SPECIES, x[j + 3]);
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        for (; k < stop; k += Lanes.FLOATS) {
            FloatVector t0 = FloatVector.fromArray(SPECIES, t, at);
            FloatVector t1 = FloatVector.fromArray(SPECIES, t, at + Lanes.FLOATS);
            FloatVector t2 = FloatVector.fromArray(SPECIES, t, at + 2 * Lanes.FLOATS);
            FloatVector t3 = FloatVector.fromArray(SPECIES, t, at + 3 * Lanes.FLOATS);
            FloatVector xk = FloatVector.fromArray(SPECIES, x, k);
            FloatVector yk = FloatVector.fromArray(SPECIES, y, k);
            s0 = t0.fma(xk, s0);
            s1 = t1.fma(xk, s1);
            s2 = t2.fma(xk, s2);
            s3 = t3.fma(xk, s3);
            t0.fma(f0, t1.fma(f1, yk)).add(t2.fma(f2, t3.mul(f3))).intoArray(y, k);
            at += PackedTriangle.GROUP * Lanes.FLOATS;
        }
        s0.intoArray(y, tail);
        s1.intoArray(y, tail + Lanes.FLOATS);
        s2.intoArray(y, tail + 2 * Lanes.FLOATS);
        s3.intoArray(y, tail + 3 * Lanes.FLOATS);
    }

    static void product(PackedTriangle shape, int first, float[] t, int offset, float[][] xs, float[][] ys, int count) {
        if (shape.width() != Lanes.FLOATS) {
            FloatLoops.product(shape, first, t, offset, xs, ys, count);
            return;
        }
        int end = shape.endRow();
        for (int j = first; j < end; ) {
            int columns = shape.stop() - ((j + (shape.strict() ? 1 : 0)) & -Lanes.FLOATS);
            int groups = Math.clamp(BATCH / Float.BYTES / (PackedTriangle.GROUP * columns), 1, PackedTriangle.BATCH);
            int next = Math.min(end, j + groups * PackedTriangle.GROUP);
            int at = offset;
            int r = 0;
            for (; r + 2 <= count; r += 2) offset = groups(shape, j, next, t, at, xs[r], ys[r], xs[r + 1], ys[r + 1]);
            if (r < count) offset = groups(shape, j, next, t, at, xs[r], ys[r]);
            j = next;
        }
    }

    private static int groups(
            PackedTriangle shape,
            int first,
            int end,
            float[] t,
            int offset,
            float[] x,
            float[] y,
            float[] u,
            float[] v) {
        int shift = shape.strict() ? 1 : 0;
        int stop = shape.stop();
        int tail = shape.tail();
        for (int j = first; j < end; j += PackedTriangle.GROUP) {
            int k = (j + shift) & -Lanes.FLOATS;
            for (int part = 0; part < Lanes.FLOATS; part += WIDTH)
                group(t, offset + part, k + part, stop, x, y, u, v, j, tail + part);
            offset += PackedTriangle.GROUP * (stop - k);
            tail += PackedTriangle.GROUP * Lanes.FLOATS;
        }
        FloatLanes.addSums(y, shape.tail(), first, end);
        FloatLanes.addSums(v, shape.tail(), first, end);
        return offset;
    }

    @LongFunction("accumulators stay in registers")
    private static void group(
            float[] t, int at, int k, int stop, float[] x, float[] y, float[] u, float[] v, int j, int tail) {
        FloatVector f0 = FloatVector.broadcast(SPECIES, x[j]);
        FloatVector f1 = FloatVector.broadcast(SPECIES, x[j + 1]);
        FloatVector f2 = FloatVector.broadcast(SPECIES, x[j + 2]);
        FloatVector f3 = FloatVector.broadcast(SPECIES, x[j + 3]);
        FloatVector g0 = FloatVector.broadcast(SPECIES, u[j]);
        FloatVector g1 = FloatVector.broadcast(SPECIES, u[j + 1]);
        FloatVector g2 = FloatVector.broadcast(SPECIES, u[j + 2]);
        FloatVector g3 = FloatVector.broadcast(SPECIES, u[j + 3]);
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        FloatVector r0 = s0;
        FloatVector r1 = s0;
        FloatVector r2 = s0;
        FloatVector r3 = s0;
        for (; k < stop; k += Lanes.FLOATS) {
            FloatVector t0 = FloatVector.fromArray(SPECIES, t, at);
            FloatVector t1 = FloatVector.fromArray(SPECIES, t, at + Lanes.FLOATS);
            FloatVector t2 = FloatVector.fromArray(SPECIES, t, at + 2 * Lanes.FLOATS);
            FloatVector t3 = FloatVector.fromArray(SPECIES, t, at + 3 * Lanes.FLOATS);
            FloatVector xk = FloatVector.fromArray(SPECIES, x, k);
            FloatVector yk = FloatVector.fromArray(SPECIES, y, k);
            s0 = t0.fma(xk, s0);
            s1 = t1.fma(xk, s1);
            s2 = t2.fma(xk, s2);
            s3 = t3.fma(xk, s3);
            t0.fma(f0, t1.fma(f1, yk)).add(t2.fma(f2, t3.mul(f3))).intoArray(y, k);
            FloatVector uk = FloatVector.fromArray(SPECIES, u, k);
            FloatVector vk = FloatVector.fromArray(SPECIES, v, k);
            r0 = t0.fma(uk, r0);
            r1 = t1.fma(uk, r1);
            r2 = t2.fma(uk, r2);
            r3 = t3.fma(uk, r3);
            t0.fma(g0, t1.fma(g1, vk)).add(t2.fma(g2, t3.mul(g3))).intoArray(v, k);
            at += PackedTriangle.GROUP * Lanes.FLOATS;
        }
        s0.intoArray(y, tail);
        s1.intoArray(y, tail + Lanes.FLOATS);
        s2.intoArray(y, tail + 2 * Lanes.FLOATS);
        s3.intoArray(y, tail + 3 * Lanes.FLOATS);
        r0.intoArray(v, tail);
        r1.intoArray(v, tail + Lanes.FLOATS);
        r2.intoArray(v, tail + 2 * Lanes.FLOATS);
        r3.intoArray(v, tail + 3 * Lanes.FLOATS);
    }

    static float sum(float[] t) {
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        int at = 0;
        for (int end = t.length - 4 * WIDTH; at <= end; at += 4 * WIDTH) {
            s0 = s0.add(FloatVector.fromArray(SPECIES, t, at));
            s1 = s1.add(FloatVector.fromArray(SPECIES, t, at + WIDTH));
            s2 = s2.add(FloatVector.fromArray(SPECIES, t, at + 2 * WIDTH));
            s3 = s3.add(FloatVector.fromArray(SPECIES, t, at + 3 * WIDTH));
        }
        float sum = FloatLanes.sum(s0.add(s1).add(s2.add(s3)));
        for (; at < t.length; at++) sum += t[at];
        return sum;
    }
}
