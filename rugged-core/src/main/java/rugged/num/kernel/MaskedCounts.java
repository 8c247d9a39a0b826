package rugged.num.kernel;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Bits that are set in two words at once, counted over many words: integers, the same by every implementation. */
public final class MaskedCounts {
    private static final boolean VECTORS = KernelChoice.best() instanceof VectorKernels;

    private MaskedCounts() {}

    /**
     * The number of bits of (words[from + w] ^ turn) &amp; mask[w], summed over w.
     *
     * @param turn 0, or all bits set: counts those that are not set in words
     */
    public static int count(long[] words, int from, long turn, long[] mask) {
        return VECTORS && mask.length >= Wide.LANES
                ? Wide.count(words, from, turn, mask)
                : plain(words, from, turn, mask);
    }

    static int plain(long[] words, int from, long turn, long[] mask) {
        int count = 0;
        for (int w = 0; w < mask.length; w++) count += Long.bitCount((words[from + w] ^ turn) & mask[w]);
        return count;
    }

    /** By the Vector API, which need not be there. */
    static final class Wide {
        private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
        static final int LANES = LONGS.length();

        private Wide() {}

        static int count(long[] words, int from, long turn, long[] mask) {
            LongVector sum = LongVector.zero(LONGS);
            int whole = LONGS.loopBound(mask.length);
            for (int w = 0; w < whole; w += LANES)
                sum = sum.add(LongVector.fromArray(LONGS, words, from + w)
                        .lanewise(VectorOperators.XOR, turn)
                        .and(LongVector.fromArray(LONGS, mask, w))
                        .lanewise(VectorOperators.BIT_COUNT));
            if (whole < mask.length) {
                var rest = LONGS.indexInRange(whole, mask.length);
                sum = sum.add(LongVector.fromArray(LONGS, words, from + whole, rest)
                        .lanewise(VectorOperators.XOR, turn)
                        .and(LongVector.fromArray(LONGS, mask, whole, rest))
                        .lanewise(VectorOperators.BIT_COUNT));
            }
            return (int) sum.reduceLanes(VectorOperators.ADD);
        }
    }
}
