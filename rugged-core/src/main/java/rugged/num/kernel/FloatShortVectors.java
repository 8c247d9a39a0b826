package rugged.num.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import rugged.num.LongFunction;

/**
 * The inner loop of {@link FloatTriangles} on machines whose vectors are shorter than 512 bits: the partial sums of a row, see {@link Lanes}, lie in several of
 * them. {@code DoubleShortVectors} is made from this file when the program is built.
 */
final class FloatShortVectors {
    private static final VectorSpecies<Float> SPECIES = Lanes.FLOAT_VECTORS;

    private FloatShortVectors() {}

    /** Four rows of a triangle and a vector, two vectors of lanes a turn. */
    static void group(float[] t, int at, int k, int stop, float[] x, float[] y, int j, int tail) {
        for (int part = 0; part < Lanes.FLOATS; part += 2 * SPECIES.length())
            pair(t, at + part, k + part, stop, x, y, j, tail + part);
    }

    @LongFunction("accumulators stay in registers")
    private static void pair(float[] t, int at, int k, int stop, float[] x, float[] y, int j, int tail) {
        FloatVector f0 = FloatVector.broadcast(SPECIES, x[j]);
        FloatVector f1 = FloatVector.broadcast(SPECIES, x[j + 1]);
        FloatVector f2 = FloatVector.broadcast(SPECIES, x[j + 2]);
        FloatVector f3 = FloatVector.broadcast(SPECIES, x[j + 3]);
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        FloatVector r0 = s0;
        FloatVector r1 = s0;
        FloatVector r2 = s0;
        FloatVector r3 = s0;
        int half = SPECIES.length();
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
            t0 = FloatVector.fromArray(SPECIES, t, at + half);
            t1 = FloatVector.fromArray(SPECIES, t, at + half + Lanes.FLOATS);
            t2 = FloatVector.fromArray(SPECIES, t, at + half + 2 * Lanes.FLOATS);
            t3 = FloatVector.fromArray(SPECIES, t, at + half + 3 * Lanes.FLOATS);
            xk = FloatVector.fromArray(SPECIES, x, k + half);
            yk = FloatVector.fromArray(SPECIES, y, k + half);
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
