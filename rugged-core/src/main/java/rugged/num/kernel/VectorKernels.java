package rugged.num.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import rugged.num.LongFunction;

/**
 * The Vector API. A group of four rows is one small method with 4 (or, for two vectors, 8) accumulators: larger ones have been seen to stay uncompiled for
 * the life of a JVM, and sums over lanes in the same method to exceed what the compiler inlines (half the speed): they follow through memory. Doubles and floats are written out side by side, since generic code would box.
 *
 * <p>Column k adds to the partial sum k modulo 8 of its row (16 for floats) whatever the length of vectors, see {@link Lanes}: shorter ones take a part of the
 * partial sums a turn.
 */
final class VectorKernels implements Kernels {
    static final VectorSpecies<Double> DOUBLES = VectorSpecies.of(
            double.class, VectorShape.forBitSize(Math.min(512, DoubleVector.SPECIES_PREFERRED.vectorBitSize())));
    static final VectorSpecies<Float> FLOATS = VectorSpecies.of(float.class, DOUBLES.vectorShape());

    /**
     * Bytes of T that all vectors of a block are multiplied with before the next are read: they must stay in a second-level cache, while x and y of a pair of
     * vectors stay in the first. Measured: 16 to 512 KiB within 10 %, 4 KiB 30 % slower.
     */
    private static final int BATCH = 1 << 16;

    private final CounterNormals normals = new VectorNormals();

    @Override
    public String name() {
        return "vector " + DOUBLES.vectorBitSize() + " bits";
    }

    @Override
    public CounterNormals normals() {
        return normals;
    }

    @Override
    public int doubles() {
        return Lanes.DOUBLES;
    }

    @Override
    public int floats() {
        return Lanes.FLOATS;
    }

    @Override
    public void product(PackedTriangle shape, int first, double[] t, int offset, double[] x, double[] y) {
        if (shape.width() != Lanes.DOUBLES) {
            Kernels.scalar().product(shape, first, t, offset, x, y);
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
    private static int groups(
            PackedTriangle shape, int first, int end, double[] t, int offset, double[] x, double[] y) {
        int shift = shape.strict() ? 1 : 0;
        int stop = shape.stop();
        int tail = shape.tail();
        for (int j = first; j < end; j += PackedTriangle.GROUP) {
            int k = (j + shift) & -Lanes.DOUBLES;
            if (DOUBLES.length() == Lanes.DOUBLES) group(t, offset, k, stop, x, y, j, tail);
            else ShortVectors.group(t, offset, k, stop, x, y, j, tail);
            offset += PackedTriangle.GROUP * (stop - k);
            tail += PackedTriangle.GROUP * Lanes.DOUBLES;
        }
        Lanes.addSums(y, shape.tail(), first, end);
        return offset;
    }

    private static void group(double[] t, int at, int k, int stop, double[] x, double[] y, int j, int tail) {
        DoubleVector f0 = DoubleVector.broadcast(DOUBLES, x[j]);
        DoubleVector f1 = DoubleVector.broadcast(DOUBLES, x[j + 1]);
        DoubleVector f2 = DoubleVector.broadcast(DOUBLES, x[j + 2]);
        DoubleVector f3 = DoubleVector.broadcast(DOUBLES, x[j + 3]);
        DoubleVector s0 = DoubleVector.zero(DOUBLES);
        DoubleVector s1 = s0;
        DoubleVector s2 = s0;
        DoubleVector s3 = s0;
        for (; k < stop; k += Lanes.DOUBLES) {
            DoubleVector t0 = DoubleVector.fromArray(DOUBLES, t, at);
            DoubleVector t1 = DoubleVector.fromArray(DOUBLES, t, at + Lanes.DOUBLES);
            DoubleVector t2 = DoubleVector.fromArray(DOUBLES, t, at + 2 * Lanes.DOUBLES);
            DoubleVector t3 = DoubleVector.fromArray(DOUBLES, t, at + 3 * Lanes.DOUBLES);
            DoubleVector xk = DoubleVector.fromArray(DOUBLES, x, k);
            DoubleVector yk = DoubleVector.fromArray(DOUBLES, y, k);
            s0 = t0.fma(xk, s0);
            s1 = t1.fma(xk, s1);
            s2 = t2.fma(xk, s2);
            s3 = t3.fma(xk, s3);
            t0.fma(f0, t1.fma(f1, yk)).add(t2.fma(f2, t3.mul(f3))).intoArray(y, k);
            at += PackedTriangle.GROUP * Lanes.DOUBLES;
        }
        s0.intoArray(y, tail);
        s1.intoArray(y, tail + Lanes.DOUBLES);
        s2.intoArray(y, tail + 2 * Lanes.DOUBLES);
        s3.intoArray(y, tail + 3 * Lanes.DOUBLES);
    }

    @Override
    public void product(
            PackedTriangle shape, int first, double[] t, int offset, double[][] xs, double[][] ys, int count) {
        if (shape.width() != Lanes.DOUBLES) {
            Kernels.scalar().product(shape, first, t, offset, xs, ys, count);
            return;
        }
        int end = shape.endRow();
        for (int j = first; j < end; ) {
            int columns = shape.stop() - ((j + (shape.strict() ? 1 : 0)) & -Lanes.DOUBLES);
            int groups = Math.clamp(BATCH / Double.BYTES / (PackedTriangle.GROUP * columns), 1, PackedTriangle.BATCH);
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
            double[] t,
            int offset,
            double[] x,
            double[] y,
            double[] u,
            double[] v) {
        int shift = shape.strict() ? 1 : 0;
        int stop = shape.stop();
        int tail = shape.tail();
        for (int j = first; j < end; j += PackedTriangle.GROUP) {
            int k = (j + shift) & -Lanes.DOUBLES;
            for (int part = 0; part < Lanes.DOUBLES; part += DOUBLES.length())
                group(t, offset + part, k + part, stop, x, y, u, v, j, tail + part);
            offset += PackedTriangle.GROUP * (stop - k);
            tail += PackedTriangle.GROUP * Lanes.DOUBLES;
        }
        Lanes.addSums(y, shape.tail(), first, end);
        Lanes.addSums(v, shape.tail(), first, end);
        return offset;
    }

    @LongFunction("accumulators stay in registers")
    private static void group(
            double[] t, int at, int k, int stop, double[] x, double[] y, double[] u, double[] v, int j, int tail) {
        DoubleVector f0 = DoubleVector.broadcast(DOUBLES, x[j]);
        DoubleVector f1 = DoubleVector.broadcast(DOUBLES, x[j + 1]);
        DoubleVector f2 = DoubleVector.broadcast(DOUBLES, x[j + 2]);
        DoubleVector f3 = DoubleVector.broadcast(DOUBLES, x[j + 3]);
        DoubleVector g0 = DoubleVector.broadcast(DOUBLES, u[j]);
        DoubleVector g1 = DoubleVector.broadcast(DOUBLES, u[j + 1]);
        DoubleVector g2 = DoubleVector.broadcast(DOUBLES, u[j + 2]);
        DoubleVector g3 = DoubleVector.broadcast(DOUBLES, u[j + 3]);
        DoubleVector s0 = DoubleVector.zero(DOUBLES);
        DoubleVector s1 = s0;
        DoubleVector s2 = s0;
        DoubleVector s3 = s0;
        DoubleVector r0 = s0;
        DoubleVector r1 = s0;
        DoubleVector r2 = s0;
        DoubleVector r3 = s0;
        for (; k < stop; k += Lanes.DOUBLES) {
            DoubleVector t0 = DoubleVector.fromArray(DOUBLES, t, at);
            DoubleVector t1 = DoubleVector.fromArray(DOUBLES, t, at + Lanes.DOUBLES);
            DoubleVector t2 = DoubleVector.fromArray(DOUBLES, t, at + 2 * Lanes.DOUBLES);
            DoubleVector t3 = DoubleVector.fromArray(DOUBLES, t, at + 3 * Lanes.DOUBLES);
            DoubleVector xk = DoubleVector.fromArray(DOUBLES, x, k);
            DoubleVector yk = DoubleVector.fromArray(DOUBLES, y, k);
            s0 = t0.fma(xk, s0);
            s1 = t1.fma(xk, s1);
            s2 = t2.fma(xk, s2);
            s3 = t3.fma(xk, s3);
            t0.fma(f0, t1.fma(f1, yk)).add(t2.fma(f2, t3.mul(f3))).intoArray(y, k);
            DoubleVector uk = DoubleVector.fromArray(DOUBLES, u, k);
            DoubleVector vk = DoubleVector.fromArray(DOUBLES, v, k);
            r0 = t0.fma(uk, r0);
            r1 = t1.fma(uk, r1);
            r2 = t2.fma(uk, r2);
            r3 = t3.fma(uk, r3);
            t0.fma(g0, t1.fma(g1, vk)).add(t2.fma(g2, t3.mul(g3))).intoArray(v, k);
            at += PackedTriangle.GROUP * Lanes.DOUBLES;
        }
        s0.intoArray(y, tail);
        s1.intoArray(y, tail + Lanes.DOUBLES);
        s2.intoArray(y, tail + 2 * Lanes.DOUBLES);
        s3.intoArray(y, tail + 3 * Lanes.DOUBLES);
        r0.intoArray(v, tail);
        r1.intoArray(v, tail + Lanes.DOUBLES);
        r2.intoArray(v, tail + 2 * Lanes.DOUBLES);
        r3.intoArray(v, tail + 3 * Lanes.DOUBLES);
    }

    @Override
    public void product(PackedTriangle shape, int first, float[] t, int offset, float[] x, float[] y) {
        if (shape.width() != Lanes.FLOATS) {
            Kernels.scalar().product(shape, first, t, offset, x, y);
            return;
        }
        int end = shape.endRow();
        int rows = PackedTriangle.BATCH * PackedTriangle.GROUP;
        for (int j = first; j < end; j += rows) {
            int next = Math.min(end, j + rows);
            offset = groups(shape, j, next, t, offset, x, y);
        }
    }

    private static int groups(PackedTriangle shape, int first, int end, float[] t, int offset, float[] x, float[] y) {
        int shift = shape.strict() ? 1 : 0;
        int stop = shape.stop();
        int tail = shape.tail();
        for (int j = first; j < end; j += PackedTriangle.GROUP) {
            int k = (j + shift) & -Lanes.FLOATS;
            if (FLOATS.length() == Lanes.FLOATS) group(t, offset, k, stop, x, y, j, tail);
            else ShortVectors.group(t, offset, k, stop, x, y, j, tail);
            offset += PackedTriangle.GROUP * (stop - k);
            tail += PackedTriangle.GROUP * Lanes.FLOATS;
        }
        Lanes.addSums(y, shape.tail(), first, end);
        return offset;
    }

    private static void group(float[] t, int at, int k, int stop, float[] x, float[] y, int j, int tail) {
        FloatVector f0 = FloatVector.broadcast(FLOATS, x[j]);
        FloatVector f1 = FloatVector.broadcast(FLOATS, x[j + 1]);
        FloatVector f2 = FloatVector.broadcast(FLOATS, x[j + 2]);
        FloatVector f3 = FloatVector.broadcast(FLOATS, x[j + 3]);
        FloatVector s0 = FloatVector.zero(FLOATS);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        for (; k < stop; k += Lanes.FLOATS) {
            FloatVector t0 = FloatVector.fromArray(FLOATS, t, at);
            FloatVector t1 = FloatVector.fromArray(FLOATS, t, at + Lanes.FLOATS);
            FloatVector t2 = FloatVector.fromArray(FLOATS, t, at + 2 * Lanes.FLOATS);
            FloatVector t3 = FloatVector.fromArray(FLOATS, t, at + 3 * Lanes.FLOATS);
            FloatVector xk = FloatVector.fromArray(FLOATS, x, k);
            FloatVector yk = FloatVector.fromArray(FLOATS, y, k);
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

    @Override
    public void product(PackedTriangle shape, int first, float[] t, int offset, float[][] xs, float[][] ys, int count) {
        if (shape.width() != Lanes.FLOATS) {
            Kernels.scalar().product(shape, first, t, offset, xs, ys, count);
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
            for (int part = 0; part < Lanes.FLOATS; part += FLOATS.length())
                group(t, offset + part, k + part, stop, x, y, u, v, j, tail + part);
            offset += PackedTriangle.GROUP * (stop - k);
            tail += PackedTriangle.GROUP * Lanes.FLOATS;
        }
        Lanes.addSums(y, shape.tail(), first, end);
        Lanes.addSums(v, shape.tail(), first, end);
        return offset;
    }

    @LongFunction("accumulators stay in registers")
    private static void group(
            float[] t, int at, int k, int stop, float[] x, float[] y, float[] u, float[] v, int j, int tail) {
        FloatVector f0 = FloatVector.broadcast(FLOATS, x[j]);
        FloatVector f1 = FloatVector.broadcast(FLOATS, x[j + 1]);
        FloatVector f2 = FloatVector.broadcast(FLOATS, x[j + 2]);
        FloatVector f3 = FloatVector.broadcast(FLOATS, x[j + 3]);
        FloatVector g0 = FloatVector.broadcast(FLOATS, u[j]);
        FloatVector g1 = FloatVector.broadcast(FLOATS, u[j + 1]);
        FloatVector g2 = FloatVector.broadcast(FLOATS, u[j + 2]);
        FloatVector g3 = FloatVector.broadcast(FLOATS, u[j + 3]);
        FloatVector s0 = FloatVector.zero(FLOATS);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        FloatVector r0 = s0;
        FloatVector r1 = s0;
        FloatVector r2 = s0;
        FloatVector r3 = s0;
        for (; k < stop; k += Lanes.FLOATS) {
            FloatVector t0 = FloatVector.fromArray(FLOATS, t, at);
            FloatVector t1 = FloatVector.fromArray(FLOATS, t, at + Lanes.FLOATS);
            FloatVector t2 = FloatVector.fromArray(FLOATS, t, at + 2 * Lanes.FLOATS);
            FloatVector t3 = FloatVector.fromArray(FLOATS, t, at + 3 * Lanes.FLOATS);
            FloatVector xk = FloatVector.fromArray(FLOATS, x, k);
            FloatVector yk = FloatVector.fromArray(FLOATS, y, k);
            s0 = t0.fma(xk, s0);
            s1 = t1.fma(xk, s1);
            s2 = t2.fma(xk, s2);
            s3 = t3.fma(xk, s3);
            t0.fma(f0, t1.fma(f1, yk)).add(t2.fma(f2, t3.mul(f3))).intoArray(y, k);
            FloatVector uk = FloatVector.fromArray(FLOATS, u, k);
            FloatVector vk = FloatVector.fromArray(FLOATS, v, k);
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

    @Override
    public double sum(double[] t) {
        DoubleVector s0 = DoubleVector.zero(DOUBLES);
        DoubleVector s1 = s0;
        DoubleVector s2 = s0;
        DoubleVector s3 = s0;
        int width = DOUBLES.length();
        int at = 0;
        for (int end = t.length - 4 * width; at <= end; at += 4 * width) {
            s0 = s0.add(DoubleVector.fromArray(DOUBLES, t, at));
            s1 = s1.add(DoubleVector.fromArray(DOUBLES, t, at + width));
            s2 = s2.add(DoubleVector.fromArray(DOUBLES, t, at + 2 * width));
            s3 = s3.add(DoubleVector.fromArray(DOUBLES, t, at + 3 * width));
        }
        double sum = Lanes.sum(s0.add(s1).add(s2.add(s3)));
        for (; at < t.length; at++) sum += t[at];
        return sum;
    }

    @Override
    public float sum(float[] t) {
        FloatVector s0 = FloatVector.zero(FLOATS);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        int width = FLOATS.length();
        int at = 0;
        for (int end = t.length - 4 * width; at <= end; at += 4 * width) {
            s0 = s0.add(FloatVector.fromArray(FLOATS, t, at));
            s1 = s1.add(FloatVector.fromArray(FLOATS, t, at + width));
            s2 = s2.add(FloatVector.fromArray(FLOATS, t, at + 2 * width));
            s3 = s3.add(FloatVector.fromArray(FLOATS, t, at + 3 * width));
        }
        float sum = Lanes.sum(s0.add(s1).add(s2.add(s3)));
        for (; at < t.length; at++) sum += t[at];
        return sum;
    }
}
