package rugged.num;

import static rugged.num.ScalarNormals.EXPONENT_BIAS;
import static rugged.num.ScalarNormals.HALF_PI;
import static rugged.num.ScalarNormals.LN2;
import static rugged.num.ScalarNormals.LOW;
import static rugged.num.ScalarNormals.M0;
import static rugged.num.ScalarNormals.M1;
import static rugged.num.ScalarNormals.MANTISSA;
import static rugged.num.ScalarNormals.ONE;
import static rugged.num.ScalarNormals.ROOT_HALF;
import static rugged.num.ScalarNormals.ROUNDS;
import static rugged.num.ScalarNormals.TWO_52;
import static rugged.num.ScalarNormals.W0;
import static rugged.num.ScalarNormals.W1;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** A whole vector of counters at a time; operation by operation the same arithmetic as {@link ScalarNormals}. */
final class VectorNormals implements CounterNormals {
    private static final VectorSpecies<Double> DOUBLES = VectorKernels.DOUBLES;
    private static final VectorSpecies<Long> LONGS = DOUBLES.withLanes(long.class);
    private static final int LANES = DOUBLES.length();
    private static final LongVector LANE = LongVector.zero(LONGS).addIndex(1);

    /** Blocks whose bits are drawn before they are transformed. */
    private static final int CHUNK = 16;

    private final ThreadLocal<long[]> scratch = ThreadLocal.withInitial(() -> new long[CHUNK * BLOCK]);

    @Override
    public void fill(long key, long domain, long first, int blocks, double[] out) {
        long[] bits = scratch.get();
        for (int done = 0; done < blocks; done += CHUNK) {
            int now = Math.min(CHUNK, blocks - done);
            draw(key, domain, (first + done) * 8, now * BLOCK, bits);
            transform(bits, now * BLOCK, out, done * BLOCK);
        }
    }

    /** Two 64-bit words per counter, 8 counters apart as their normals are. */
    private static void draw(long key, long domain, long counter, int length, long[] bits) {
        for (int at = 0; at < length; at += BLOCK) {
            for (int lane = 0; lane < 8; lane += LANES) {
                philox(key, domain, LANE.add(counter + lane), bits, at + lane);
            }
            counter += 8;
        }
    }

    private static void philox(long key, long domain, LongVector counter, long[] bits, int at) {
        LongVector c0 = counter.and(LOW);
        LongVector c1 = counter.lanewise(VectorOperators.LSHR, 32);
        LongVector c2 = LongVector.broadcast(LONGS, domain & LOW);
        LongVector c3 = LongVector.broadcast(LONGS, domain >>> 32);
        int k0 = (int) key;
        int k1 = (int) (key >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            LongVector p0 = c0.and(LOW).mul(M0);
            LongVector p1 = c2.and(LOW).mul(M1);
            c0 = p1.lanewise(VectorOperators.LSHR, 32)
                    .lanewise(VectorOperators.XOR, c1)
                    .lanewise(VectorOperators.XOR, k0 & LOW);
            c2 = p0.lanewise(VectorOperators.LSHR, 32)
                    .lanewise(VectorOperators.XOR, c3)
                    .lanewise(VectorOperators.XOR, k1 & LOW);
            c1 = p1.and(LOW);
            c3 = p0.and(LOW);
            k0 += W0;
            k1 += W1;
        }
        c1.lanewise(VectorOperators.LSHL, 32).or(c0).intoArray(bits, at);
        c3.lanewise(VectorOperators.LSHL, 32).or(c2).intoArray(bits, at + 8);
    }

    private static void transform(long[] bits, int length, double[] out, int offset) {
        for (int at = 0; at < length; at += BLOCK) {
            for (int lane = 0; lane < 8; lane += LANES) pair(bits, at + lane, out, offset + at + lane);
        }
    }

    private static void pair(long[] bits, int from, double[] out, int to) {
        LongVector a = LongVector.fromArray(LONGS, bits, from);
        LongVector b = LongVector.fromArray(LONGS, bits, from + 8);
        DoubleVector uniform = a.lanewise(VectorOperators.LSHR, 12).or(ONE).reinterpretAsDoubles();
        DoubleVector radius =
                minusLog(DoubleVector.broadcast(DOUBLES, 2.0).sub(uniform)).sqrt();
        DoubleVector angle = b.lanewise(VectorOperators.LSHR, 12)
                .or(ONE)
                .reinterpretAsDoubles()
                .sub(1.5)
                .mul(HALF_PI);
        DoubleVector square = angle.mul(angle);
        DoubleVector sine = sine(angle, square);
        DoubleVector cosine = cosine(square);
        signed(radius.mul(cosine.sub(sine)), a).intoArray(out, to);
        signed(radius.mul(cosine.add(sine)), b).intoArray(out, to + 8);
    }

    private static DoubleVector signed(DoubleVector z, LongVector bits) {
        return z.reinterpretAsLongs()
                .lanewise(VectorOperators.XOR, bits.lanewise(VectorOperators.LSHL, 63))
                .reinterpretAsDoubles();
    }

    private static DoubleVector minusLog(DoubleVector u) {
        LongVector bits = u.reinterpretAsLongs().add(ONE - ROOT_HALF);
        DoubleVector exponent = bits.lanewise(VectorOperators.LSHR, 52)
                .or(TWO_52)
                .reinterpretAsDoubles()
                .sub(EXPONENT_BIAS);
        DoubleVector m = bits.and(MANTISSA).add(ROOT_HALF).reinterpretAsDoubles();
        DoubleVector s = m.sub(1.0).div(m.add(1.0));
        DoubleVector square = s.mul(s);
        DoubleVector sum = DoubleVector.broadcast(DOUBLES, 1.0 / 21.0);
        sum = add(sum, square, 1.0 / 19.0);
        sum = add(sum, square, 1.0 / 17.0);
        sum = add(sum, square, 1.0 / 15.0);
        sum = add(sum, square, 1.0 / 13.0);
        sum = add(sum, square, 1.0 / 11.0);
        sum = add(sum, square, 1.0 / 9.0);
        sum = add(sum, square, 1.0 / 7.0);
        sum = add(sum, square, 1.0 / 5.0);
        sum = add(sum, square, 1.0 / 3.0);
        sum = add(sum, square, 1.0);
        return exponent.fma(DoubleVector.broadcast(DOUBLES, -LN2), s.add(s).mul(sum.neg()));
    }

    private static DoubleVector sine(DoubleVector t, DoubleVector square) {
        DoubleVector sum = DoubleVector.broadcast(DOUBLES, -1.0 / 1307674368000.0);
        sum = add(sum, square, 1.0 / 6227020800.0);
        sum = add(sum, square, -1.0 / 39916800.0);
        sum = add(sum, square, 1.0 / 362880.0);
        sum = add(sum, square, -1.0 / 5040.0);
        sum = add(sum, square, 1.0 / 120.0);
        sum = add(sum, square, -1.0 / 6.0);
        return sum.mul(square).fma(t, t);
    }

    private static DoubleVector cosine(DoubleVector square) {
        DoubleVector sum = DoubleVector.broadcast(DOUBLES, 1.0 / 20922789888000.0);
        sum = add(sum, square, -1.0 / 87178291200.0);
        sum = add(sum, square, 1.0 / 479001600.0);
        sum = add(sum, square, -1.0 / 3628800.0);
        sum = add(sum, square, 1.0 / 40320.0);
        sum = add(sum, square, -1.0 / 720.0);
        sum = add(sum, square, 1.0 / 24.0);
        sum = add(sum, square, -0.5);
        return add(sum, square, 1.0);
    }

    private static DoubleVector add(DoubleVector sum, DoubleVector square, double coefficient) {
        return sum.fma(square, DoubleVector.broadcast(DOUBLES, coefficient));
    }
}
