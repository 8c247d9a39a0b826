package rugged.num.kernel;

import static rugged.num.kernel.ScalarNormals.EXPONENT_BIAS;
import static rugged.num.kernel.ScalarNormals.HALF_PI;
import static rugged.num.kernel.ScalarNormals.LN2;
import static rugged.num.kernel.ScalarNormals.LOW;
import static rugged.num.kernel.ScalarNormals.M0;
import static rugged.num.kernel.ScalarNormals.M1;
import static rugged.num.kernel.ScalarNormals.MANTISSA;
import static rugged.num.kernel.ScalarNormals.ONE;
import static rugged.num.kernel.ScalarNormals.ROOT_HALF;
import static rugged.num.kernel.ScalarNormals.ROUNDS;
import static rugged.num.kernel.ScalarNormals.TWO_52;
import static rugged.num.kernel.ScalarNormals.W0;
import static rugged.num.kernel.ScalarNormals.W1;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A whole vector of counters at a time; operation by operation the same arithmetic as {@link ScalarNormals}.
 *
 * <p>The work goes in stages through small arrays. Compiled as one method they exceed what the compiler is willing to inline, and vectors become objects
 * (three times slower); behind an interface with many implementations each is compiled by itself.
 */
final class VectorNormals implements CounterNormals {
    private static final VectorSpecies<Double> DOUBLES = Lanes.DOUBLE_VECTORS;
    private static final VectorSpecies<Long> LONGS = DOUBLES.withLanes(long.class);
    private static final int LANES = DOUBLES.length();

    /** Blocks that go through the stages together: even. */
    private static final int CHUNK = 32;

    private final ThreadLocal<Bench> benches = ThreadLocal.withInitial(Bench::new);

    @Override
    public void fill(long key, long domain, long first, int blocks, double[] out) {
        Bench bench = benches.get();
        bench.key = key;
        bench.domain = domain;
        bench.out = out;
        for (int done = 0; done < blocks; done += CHUNK) {
            bench.counter = (first + done) * 8;
            bench.offset = done * BLOCK;
            bench.length = Math.min(CHUNK, blocks - done) * BLOCK;
            for (Stage stage : bench.stages) stage.run(bench);
        }
        bench.out = NOTHING;
    }

    private static final double[] NOTHING = new double[0];

    /** One step for all numbers on the bench. */
    private interface Stage {
        void run(Bench bench);
    }

    /** What the stages share. The two words of a counter lie 8 apart, as its normals do; what belongs to the pair lies at the first. */
    private static final class Bench {
        private final Stage[] stages = {new Philox(), new Radius(), new Sine(), new Cosine(), new Product()};
        private final long[] bits = new long[CHUNK * BLOCK];
        private final double[] radius = new double[CHUNK * BLOCK];
        private final double[] sine = new double[CHUNK * BLOCK];
        private final double[] cosine = new double[CHUNK * BLOCK];
        private long key;
        private long domain;
        private long counter;
        private double[] out = NOTHING;
        private int offset;
        private int length;
    }

    /** Two vectors of counters at a time, which hides the latency of the products. */
    private static final class Philox implements Stage {
        private final long[] lane = new long[LANES];
        private final long[] keys = new long[2 * ROUNDS * LANES];

        Philox() {
            for (int i = 0; i < LANES; i++) lane[i] = i;
        }

        @Override
        public void run(Bench bench) {
            for (int round = 0; round < ROUNDS; round++) {
                long k0 = ((int) bench.key + round * W0) & LOW;
                long k1 = ((int) (bench.key >>> 32) + round * W1) & LOW;
                Arrays.fill(keys, 2 * round * LANES, (2 * round + 1) * LANES, k0);
                Arrays.fill(keys, (2 * round + 1) * LANES, (2 * round + 2) * LANES, k1);
            }
            long counter = bench.counter;
            for (int at = 0; at < bench.length; at += 2 * BLOCK) {
                for (int begin = 0; begin < 8; begin += LANES) {
                    draw(bench.domain, counter + begin, bench.bits, at + begin);
                }
                counter += 16;
            }
        }

        private void draw(long domain, long counter, long[] bits, int at) {
            LongVector c0 = LongVector.fromArray(LONGS, lane, 0).add(counter);
            LongVector d0 = c0.add(8);
            LongVector c1 = c0.lanewise(VectorOperators.LSHR, 32);
            LongVector d1 = d0.lanewise(VectorOperators.LSHR, 32);
            LongVector c2 = LongVector.broadcast(LONGS, domain & LOW);
            LongVector d2 = c2;
            LongVector c3 = LongVector.broadcast(LONGS, domain >>> 32);
            LongVector d3 = c3;
            LongVector m0 = LongVector.broadcast(LONGS, M0);
            LongVector m1 = LongVector.broadcast(LONGS, M1);
            LongVector low = LongVector.broadcast(LONGS, LOW);
            // upper halves of the words are rubbish until the end: only lower halves enter the products
            for (int k = 0; k < keys.length; k += 2 * LANES) {
                LongVector k0 = LongVector.fromArray(LONGS, keys, k);
                LongVector k1 = LongVector.fromArray(LONGS, keys, k + LANES);
                LongVector p0 = c0.and(low).mul(m0);
                LongVector p1 = c2.and(low).mul(m1);
                LongVector q0 = d0.and(low).mul(m0);
                LongVector q1 = d2.and(low).mul(m1);
                c0 = next(p1, c1, k0);
                c2 = next(p0, c3, k1);
                d0 = next(q1, d1, k0);
                d2 = next(q0, d3, k1);
                c1 = p1;
                c3 = p0;
                d1 = q1;
                d3 = q0;
            }
            word(c0, c1, low).intoArray(bits, at);
            word(c2, c3, low).intoArray(bits, at + 8);
            word(d0, d1, low).intoArray(bits, at + BLOCK);
            word(d2, d3, low).intoArray(bits, at + BLOCK + 8);
        }

        private static LongVector next(LongVector product, LongVector other, LongVector key) {
            return product.lanewise(VectorOperators.LSHR, 32)
                    .lanewise(VectorOperators.XOR, other.lanewise(VectorOperators.XOR, key));
        }

        private static LongVector word(LongVector below, LongVector above, LongVector low) {
            return above.lanewise(VectorOperators.LSHL, 32).or(below.and(low));
        }
    }

    private static final class Radius implements Stage {
        @Override
        public void run(Bench bench) {
            for (int at = 0; at < bench.length; at += BLOCK) {
                for (int begin = 0; begin < 8; begin += LANES) radius(bench.bits, bench.radius, at + begin);
            }
        }

        private static void radius(long[] bits, double[] radius, int at) {
            DoubleVector u = DoubleVector.broadcast(DOUBLES, 2.0).sub(uniform(bits, at));
            LongVector shifted = u.reinterpretAsLongs().add(ONE - ROOT_HALF);
            DoubleVector exponent = shifted.lanewise(VectorOperators.LSHR, 52)
                    .or(TWO_52)
                    .reinterpretAsDoubles()
                    .sub(EXPONENT_BIAS);
            DoubleVector m = shifted.and(MANTISSA).add(ROOT_HALF).reinterpretAsDoubles();
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
            exponent.fma(DoubleVector.broadcast(DOUBLES, -LN2), s.add(s).mul(sum.neg()))
                    .sqrt()
                    .intoArray(radius, at);
        }
    }

    private static final class Sine implements Stage {
        @Override
        public void run(Bench bench) {
            for (int at = 0; at < bench.length; at += BLOCK) {
                for (int begin = 0; begin < 8; begin += LANES) sine(bench.bits, bench.sine, bench.cosine, at + begin);
            }
        }

        /** Also leaves the square of the angle for the cosine. */
        private static void sine(long[] bits, double[] sine, double[] squares, int at) {
            DoubleVector t = uniform(bits, at + 8).sub(1.5).mul(HALF_PI);
            DoubleVector square = t.mul(t);
            DoubleVector sum = DoubleVector.broadcast(DOUBLES, -1.0 / 1307674368000.0);
            sum = add(sum, square, 1.0 / 6227020800.0);
            sum = add(sum, square, -1.0 / 39916800.0);
            sum = add(sum, square, 1.0 / 362880.0);
            sum = add(sum, square, -1.0 / 5040.0);
            sum = add(sum, square, 1.0 / 120.0);
            sum = add(sum, square, -1.0 / 6.0);
            sum.mul(square).fma(t, t).intoArray(sine, at);
            square.intoArray(squares, at);
        }
    }

    private static final class Cosine implements Stage {
        @Override
        public void run(Bench bench) {
            for (int at = 0; at < bench.length; at += BLOCK) {
                for (int begin = 0; begin < 8; begin += LANES) cosine(bench.cosine, at + begin);
            }
        }

        private static void cosine(double[] cosine, int at) {
            DoubleVector square = DoubleVector.fromArray(DOUBLES, cosine, at);
            DoubleVector sum = DoubleVector.broadcast(DOUBLES, 1.0 / 20922789888000.0);
            sum = add(sum, square, -1.0 / 87178291200.0);
            sum = add(sum, square, 1.0 / 479001600.0);
            sum = add(sum, square, -1.0 / 3628800.0);
            sum = add(sum, square, 1.0 / 40320.0);
            sum = add(sum, square, -1.0 / 720.0);
            sum = add(sum, square, 1.0 / 24.0);
            sum = add(sum, square, -0.5);
            add(sum, square, 1.0).intoArray(cosine, at);
        }
    }

    private static final class Product implements Stage {
        @Override
        public void run(Bench bench) {
            for (int at = 0; at < bench.length; at += BLOCK) {
                for (int begin = 0; begin < 8; begin += LANES)
                    pair(bench, at + begin, bench.out, bench.offset + at + begin);
            }
        }

        private static void pair(Bench bench, int from, double[] out, int to) {
            DoubleVector r = DoubleVector.fromArray(DOUBLES, bench.radius, from);
            DoubleVector s = DoubleVector.fromArray(DOUBLES, bench.sine, from);
            DoubleVector c = DoubleVector.fromArray(DOUBLES, bench.cosine, from);
            signed(r.mul(c.sub(s)), bench.bits, from).intoArray(out, to);
            signed(r.mul(c.add(s)), bench.bits, from + 8).intoArray(out, to + 8);
        }

        private static DoubleVector signed(DoubleVector z, long[] bits, int at) {
            LongVector sign = LongVector.fromArray(LONGS, bits, at).lanewise(VectorOperators.LSHL, 63);
            return z.reinterpretAsLongs().lanewise(VectorOperators.XOR, sign).reinterpretAsDoubles();
        }
    }

    /** The words at a place as numbers in [1, 2). */
    private static DoubleVector uniform(long[] bits, int at) {
        return LongVector.fromArray(LONGS, bits, at)
                .lanewise(VectorOperators.LSHR, 12)
                .or(ONE)
                .reinterpretAsDoubles();
    }

    private static DoubleVector add(DoubleVector sum, DoubleVector square, double coefficient) {
        return sum.fma(square, DoubleVector.broadcast(DOUBLES, coefficient));
    }
}
