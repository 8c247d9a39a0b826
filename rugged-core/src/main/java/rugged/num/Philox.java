package rugged.num;

import org.apache.commons.rng.core.source64.LongProvider;
import org.apache.commons.rng.core.util.NumberFactory;

/**
 * Philox 4x64-10: ten rounds of two products of 64 by 64 bits turn a counter of four words into four random words. The numbers are bit by bit those of the class of Commons RNG, whose high words of a
 * product are put together from four products; with the processor's own instruction a number takes a third of the time.
 *
 * <p>Source: Salmon, Moraes, Dror and Shaw, Proc. SC11, 16 (2011).
 */
final class Philox extends LongProvider {
    private static final long FIRST_FACTOR = 0xD2E7470EE14C6C93L;
    private static final long SECOND_FACTOR = 0xCA5A826395121157L;
    private static final long FIRST_STEP = 0x9E3779B97F4A7C15L;
    private static final long SECOND_STEP = 0xBB67AE8584CAA73BL;
    private static final int ROUNDS = 10;
    private static final int WORDS = 4;
    private static final int STATE = 7;

    private long key0;
    private long key1;
    private long counter0;
    private long counter1;
    private long counter2;
    private long counter3;
    private final long[] words = new long[WORDS];
    private int position = WORDS;

    Philox(long key0, long key1) {
        this.key0 = key0;
        this.key1 = key1;
    }

    @Override
    public long next() {
        if (position == WORDS) {
            count();
            mix();
            position = 0;
        }
        return words[position++];
    }

    /** Overwrites out with what {@link #nextDouble} would return one after the other: uniform in [0, 1), multiples of 2^-53. */
    void uniforms(double[] out) {
        int k = 0;
        while (k < out.length && position < WORDS) out[k++] = nextDouble();
        for (; k + WORDS <= out.length; k += WORDS) {
            count();
            mix();
            for (int w = 0; w < WORDS; w++) out[k + w] = (words[w] >>> 11) * 0x1.0p-53;
        }
        while (k < out.length) out[k++] = nextDouble();
    }

    private void count() {
        if (++counter0 == 0L && ++counter1 == 0L && ++counter2 == 0L) counter3++;
    }

    private void mix() {
        long k0 = key0;
        long k1 = key1;
        long c0 = counter0;
        long c1 = counter1;
        long c2 = counter2;
        long c3 = counter3;
        for (int round = 0; round < ROUNDS; round++) {
            long high0 = Math.unsignedMultiplyHigh(FIRST_FACTOR, c0);
            long low0 = FIRST_FACTOR * c0;
            long high1 = Math.unsignedMultiplyHigh(SECOND_FACTOR, c2);
            long low1 = SECOND_FACTOR * c2;
            c0 = high1 ^ c1 ^ k0;
            c1 = low1;
            c2 = high0 ^ c3 ^ k1;
            c3 = low0;
            k0 += FIRST_STEP;
            k1 += SECOND_STEP;
        }
        words[0] = c0;
        words[1] = c1;
        words[2] = c2;
        words[3] = c3;
    }

    @Override
    protected byte[] getStateInternal() {
        byte[] own =
                NumberFactory.makeByteArray(new long[] {key0, key1, counter0, counter1, counter2, counter3, position});
        return composeStateInternal(own, super.getStateInternal());
    }

    @Override
    protected void setStateInternal(byte[] saved) {
        byte[][] parts = splitStateInternal(saved, STATE * Long.BYTES);
        long[] own = NumberFactory.makeLongArray(parts[0]);
        key0 = own[0];
        key1 = own[1];
        counter0 = own[2];
        counter1 = own[3];
        counter2 = own[4];
        counter3 = own[5];
        position = (int) own[6];
        super.setStateInternal(parts[1]);
        mix();
    }
}
