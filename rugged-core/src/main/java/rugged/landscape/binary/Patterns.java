package rugged.landscape.binary;

import java.util.Arrays;
import rugged.meanfield.binary.PatternChannel;
import rugged.meanfield.binary.PatternEntries;
import rugged.meanfield.binary.PerceptronTask;
import rugged.num.RandomStream;
import rugged.num.Streams;

/**
 * Patterns times their sides, y_mu = s_mu xi_mu, as they are drawn from a {@link PatternLaw}: bits for signs (set for +1), multiples of {@link #QUANTUM} for Gaussian entries. For storage and the symmetric task a random side changes
 * nothing in law, and none is drawn.
 */
final class Patterns {
    /** Gaussian entries are rounded to multiples of it. */
    static final double QUANTUM = 0x1p-20;

    final int n;
    final int count;
    /** Words of a row of bits. */
    final int words;
    /** Rows of bits [P words]; empty for Gaussian entries. */
    final long[] bits;
    /** Rows of Gaussian entries [P N] in quanta; empty for signs. */
    final int[] values;
    /** The hidden vector, as bits; empty without a teacher. */
    final long[] teacher;

    Patterns(int n, PatternLaw law) {
        this.n = n;
        count = law.count(n);
        words = (n + 63) >>> 6;
        Streams streams = Streams.of(law.seed());
        boolean signs = law.entries() == PatternEntries.SIGNS;
        teacher = law.task() == PerceptronTask.TEACHER ? signs(streams.stream("teacher", 0)) : new long[0];
        bits = new long[signs ? count * words : 0];
        values = new int[signs ? 0 : count * n];
        for (int mu = 0; mu < count; mu++) {
            RandomStream random = streams.stream("pattern", mu);
            if (signs) System.arraycopy(sided(signs(random)), 0, bits, mu * words, words);
            else draw(random, mu);
        }
    }

    private long[] signs(RandomStream random) {
        long[] row = new long[words];
        for (int w = 0; w < words; w++) row[w] = random.nextLong();
        if ((n & 63) != 0) row[words - 1] &= (1L << n) - 1;
        return row;
    }

    /** The row, or its opposite where the teacher's field is below 0. */
    private long[] sided(long[] row) {
        if (teacher.length == 0) return row;
        int agree = n;
        for (int w = 0; w < words; w++) agree -= Long.bitCount(row[w] ^ teacher[w]);
        if (2 * agree > n) return row;
        for (int w = 0; w < words; w++) row[w] = ~row[w];
        if ((n & 63) != 0) row[words - 1] &= (1L << n) - 1;
        return row;
    }

    private void draw(RandomStream random, int mu) {
        long field = 0L;
        for (int i = 0; i < n; i++) {
            int value = (int) Math.rint(random.nextGaussian() / QUANTUM);
            values[mu * n + i] = value;
            if (teacher.length > 0) field += up(teacher, 0, i) ? value : -value;
        }
        if (field < 0L) for (int i = 0; i < n; i++) values[mu * n + i] = -values[mu * n + i];
    }

    /** Whether entry i of a row of bits is +1. */
    static boolean up(long[] rows, int from, int i) {
        return (rows[from + (i >>> 6)] >>> i & 1L) != 0L;
    }

    boolean signs() {
        return values.length == 0;
    }

    /** y_{mu i}. */
    double at(int mu, int i) {
        return signs() ? up(bits, mu * words, i) ? 1.0 : -1.0 : QUANTUM * values[mu * n + i];
    }

    /** Overwrites x[N] with the hidden vector. */
    void teach(double[] x) {
        if (teacher.length == 0) throw new IllegalStateException("no teacher was drawn");
        for (int i = 0; i < n; i++) x[i] = up(teacher, 0, i) ? 1.0 : -1.0;
    }

    /**
     * How many patterns a configuration violates, counted in whole numbers as the landscape of the weights does.
     *
     * @param up scratch, [words]
     */
    int violated(double[] signs, PatternChannel channel, long[] up) {
        Arrays.fill(up, 0L);
        for (int i = 0; i < n; i++) if (signs[i] > 0.0) up[i >>> 6] |= 1L << i;
        double width = channel.margin() * Math.sqrt(n);
        long most = (long) Math.floor(signs() ? width : width / QUANTUM);
        int violated = 0;
        for (int mu = 0; mu < count; mu++) {
            long field = signs() ? field(up, mu) : gaussianField(up, mu);
            if (channel.symmetric() ? Math.abs(field) > most : field <= most) violated++;
        }
        return violated;
    }

    private long field(long[] up, int mu) {
        int differ = 0;
        for (int w = 0; w < words; w++) differ += Long.bitCount(up[w] ^ bits[mu * words + w]);
        return n - 2L * differ;
    }

    private long gaussianField(long[] up, int mu) {
        long sum = 0L;
        for (int i = 0; i < n; i++) sum += up(up, 0, i) ? values[mu * n + i] : -values[mu * n + i];
        return sum;
    }

    /** Patterns as columns of bits [N words of P]. */
    long[] columns() {
        int wide = (count + 63) >>> 6;
        long[] columns = new long[n * wide];
        for (int mu = 0; mu < count; mu++)
            for (int i = 0; i < n; i++) if (up(bits, mu * words, i)) columns[i * wide + (mu >>> 6)] |= 1L << mu;
        return columns;
    }
}
