package rugged.num.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import rugged.num.LongFunction;

/** The inner loop of {@link VectorKernels} on machines whose vectors are shorter than 512 bits: the partial sums of a row, see {@link Lanes}, lie in several of them. */
final class ShortVectors {
    private static final VectorSpecies<Double> DOUBLES = VectorKernels.DOUBLES;
    private static final VectorSpecies<Float> FLOATS = VectorKernels.FLOATS;

    private ShortVectors() {}

    /** Four rows of a triangle and a vector, two vectors of lanes a turn. */
    static void group(double[] t, int at, int k, int stop, double[] x, double[] y, int j, int tail) {
        for (int part = 0; part < Lanes.DOUBLES; part += 2 * DOUBLES.length())
            pair(t, at + part, k + part, stop, x, y, j, tail + part);
    }

    @LongFunction("accumulators stay in registers")
    private static void pair(double[] t, int at, int k, int stop, double[] x, double[] y, int j, int tail) {
        DoubleVector f0 = DoubleVector.broadcast(DOUBLES, x[j]);
        DoubleVector f1 = DoubleVector.broadcast(DOUBLES, x[j + 1]);
        DoubleVector f2 = DoubleVector.broadcast(DOUBLES, x[j + 2]);
        DoubleVector f3 = DoubleVector.broadcast(DOUBLES, x[j + 3]);
        DoubleVector s0 = DoubleVector.zero(DOUBLES);
        DoubleVector s1 = s0;
        DoubleVector s2 = s0;
        DoubleVector s3 = s0;
        DoubleVector r0 = s0;
        DoubleVector r1 = s0;
        DoubleVector r2 = s0;
        DoubleVector r3 = s0;
        int half = DOUBLES.length();
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
            t0 = DoubleVector.fromArray(DOUBLES, t, at + half);
            t1 = DoubleVector.fromArray(DOUBLES, t, at + half + Lanes.DOUBLES);
            t2 = DoubleVector.fromArray(DOUBLES, t, at + half + 2 * Lanes.DOUBLES);
            t3 = DoubleVector.fromArray(DOUBLES, t, at + half + 3 * Lanes.DOUBLES);
            xk = DoubleVector.fromArray(DOUBLES, x, k + half);
            yk = DoubleVector.fromArray(DOUBLES, y, k + half);
            r0 = t0.fma(xk, r0);
            r1 = t1.fma(xk, r1);
            r2 = t2.fma(xk, r2);
            r3 = t3.fma(xk, r3);
            t0.fma(f0, t1.fma(f1, yk)).add(t2.fma(f2, t3.mul(f3))).intoArray(y, k + half);
            at += PackedTriangle.GROUP * Lanes.DOUBLES;
        }
        s0.intoArray(y, tail);
        s1.intoArray(y, tail + Lanes.DOUBLES);
        s2.intoArray(y, tail + 2 * Lanes.DOUBLES);
        s3.intoArray(y, tail + 3 * Lanes.DOUBLES);
        r0.intoArray(y, tail + half);
        r1.intoArray(y, tail + half + Lanes.DOUBLES);
        r2.intoArray(y, tail + half + 2 * Lanes.DOUBLES);
        r3.intoArray(y, tail + half + 3 * Lanes.DOUBLES);
    }

    /** Four rows of a triangle and a vector, two vectors of lanes a turn. */
    static void group(float[] t, int at, int k, int stop, float[] x, float[] y, int j, int tail) {
        for (int part = 0; part < Lanes.FLOATS; part += 2 * FLOATS.length())
            pair(t, at + part, k + part, stop, x, y, j, tail + part);
    }

    @LongFunction("accumulators stay in registers")
    private static void pair(float[] t, int at, int k, int stop, float[] x, float[] y, int j, int tail) {
        FloatVector f0 = FloatVector.broadcast(FLOATS, x[j]);
        FloatVector f1 = FloatVector.broadcast(FLOATS, x[j + 1]);
        FloatVector f2 = FloatVector.broadcast(FLOATS, x[j + 2]);
        FloatVector f3 = FloatVector.broadcast(FLOATS, x[j + 3]);
        FloatVector s0 = FloatVector.zero(FLOATS);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        FloatVector r0 = s0;
        FloatVector r1 = s0;
        FloatVector r2 = s0;
        FloatVector r3 = s0;
        int half = FLOATS.length();
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
            t0 = FloatVector.fromArray(FLOATS, t, at + half);
            t1 = FloatVector.fromArray(FLOATS, t, at + half + Lanes.FLOATS);
            t2 = FloatVector.fromArray(FLOATS, t, at + half + 2 * Lanes.FLOATS);
            t3 = FloatVector.fromArray(FLOATS, t, at + half + 3 * Lanes.FLOATS);
            xk = FloatVector.fromArray(FLOATS, x, k + half);
            yk = FloatVector.fromArray(FLOATS, y, k + half);
            r0 = t0.fma(xk, r0);
            r1 = t1.fma(xk, r1);
            r2 = t2.fma(xk, r2);
            r3 = t3.fma(xk, r3);
            t0.fma(f0, t1.fma(f1, yk)).add(t2.fma(f2, t3.mul(f3))).intoArray(y, k + half);
            at += PackedTriangle.GROUP * Lanes.FLOATS;
        }
        s0.intoArray(y, tail);
        s1.intoArray(y, tail + Lanes.FLOATS);
        s2.intoArray(y, tail + 2 * Lanes.FLOATS);
        s3.intoArray(y, tail + 3 * Lanes.FLOATS);
        r0.intoArray(y, tail + half);
        r1.intoArray(y, tail + half + Lanes.FLOATS);
        r2.intoArray(y, tail + half + 2 * Lanes.FLOATS);
        r3.intoArray(y, tail + half + 3 * Lanes.FLOATS);
    }
}
