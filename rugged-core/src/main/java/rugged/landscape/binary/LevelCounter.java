package rugged.landscape.binary;

import rugged.num.kernel.MaskedCounts;

/**
 * For each of P patterns how many entries agree with the weights, a number from 0 to N, and how many patterns reach a level: 64 patterns to a word, bit by bit in planes. Numbers are shifted so that a pattern reaches the level where the highest of
 * its bits is set; those that a flip may carry across are at 10...0 and 01...1, and are kept as a mask. What a flip would do is then one count of bits for 64 patterns, and a flip is an addition of +-1 to all patterns at once,
 * with carries in bits. Patterns beyond P, up to a whole word, stand above the level for good.
 */
final class LevelCounter {
    private final int count;
    private final int words;
    private final int level;
    private final int planes;
    /** [words planes], the lowest bit first. */
    private final long[] planesOf;
    /** Patterns one step from the other side. */
    private final long[] edge;

    private int justBelow;
    private int reaching;

    /**
     * @param n weights
     * @param count patterns
     * @param level where it lies; anything below 0 is reached by all, above N by none
     */
    LevelCounter(int n, int count, long level) {
        this.count = count;
        this.level = (int) Math.clamp(level, 0L, n + 1L);
        words = (count + 63) >>> 6;
        int top = 1;
        while (1 << top < Math.max(this.level, n - this.level + 1)) top++;
        planes = top + 1;
        planesOf = new long[words * planes];
        edge = new long[words];
    }

    /** Sets what agrees: agreeing[P]. */
    void load(int[] agreeing) {
        int shift = (1 << planes - 1) - level;
        java.util.Arrays.fill(planesOf, 0L);
        for (int mu = 0; mu < words << 6; mu++) {
            int number = mu < count ? agreeing[mu] + shift : 1 << planes - 1 | 1;
            for (int k = 0; k < planes; k++) planesOf[(mu >>> 6) * planes + k] |= (long) (number >>> k & 1) << mu;
        }
        justBelow = 0;
        reaching = 0;
        for (int w = 0; w < words; w++) edges(w);
    }

    /** Patterns that reach the level. */
    int reaching() {
        return reaching - ((words << 6) - count);
    }

    /**
     * What a flip of one weight adds to {@link #reaching}.
     *
     * @param columns entries of patterns, [N words]
     * @param from where the column of the weight begins
     * @param turn 0 where the weight is up, all bits set where it is down: entries agree where their bits differ from it
     */
    int gain(long[] columns, int from, long turn) {
        return justBelow - MaskedCounts.count(columns, from, turn, edge);
    }

    /** Flips the weight. */
    void flip(long[] columns, int from, long turn) {
        reaching = 0;
        justBelow = 0;
        for (int w = 0; w < words; w++) {
            long inside = w == words - 1 && (count & 63) != 0 ? (1L << count) - 1 : -1L;
            long agree = columns[from + w] ^ turn;
            long down = agree & inside;
            long up = ~agree & inside;
            int base = w * planes;
            long any = 0L;
            long all = -1L;
            for (int k = 0; k < planes - 1; k++) {
                long plane = planesOf[base + k];
                long changed = plane ^ (up | down);
                planesOf[base + k] = changed;
                any |= changed;
                all &= changed;
                up &= plane;
                down &= ~plane;
            }
            long top = planesOf[base + planes - 1] ^ (up | down);
            planesOf[base + planes - 1] = top;
            mark(w, top, any, all);
        }
    }

    private void edges(int w) {
        int base = w * planes;
        long any = 0L;
        long all = -1L;
        for (int k = 0; k < planes - 1; k++) {
            any |= planesOf[base + k];
            all &= planesOf[base + k];
        }
        mark(w, planesOf[base + planes - 1], any, all);
    }

    /** What is at the edge, and what reaches the level, in one word: the highest bits, whether any lower bit is set and whether all are. */
    private void mark(int w, long top, long any, long all) {
        long below = ~top & all;
        edge[w] = below | top & ~any;
        justBelow += Long.bitCount(below);
        reaching += Long.bitCount(top);
    }
}
