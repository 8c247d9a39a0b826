package rugged.num.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Rows of n signs, one bit each, beside vectors of n doubles: scalar products and additions. A sign is put into the sign bit of a double, so that nothing is multiplied, and a
 * row of 4096 signs is 512 bytes: a product takes the time of reading the doubles, not that of fetching the row.
 *
 * <p>Column j lies in block j / 512 and there, with k = j mod 512, in word k mod 8 at bit 63 - k / 8: shifted left by k / 8, eight words hold the signs of eight neighbours where doubles have
 * theirs. Sums run in 32 chains, column j in chain j mod 32, that are added as a binary tree: the same bits on every machine, with vectors or without.
 */
public final class SignRows {
    private static final VectorSpecies<Double> DOUBLES = Lanes.DOUBLE_VECTORS;
    private static final VectorSpecies<Long> LONGS = DOUBLES.withLanes(long.class);
    private static final int LANES = DOUBLES.length();
    private static final boolean VECTOR = KernelChoice.best() instanceof VectorKernels;

    /** Words that are shifted together. */
    private static final int WORDS = 8;

    private static final int BLOCK = 64 * WORDS;
    private static final int CHAINS = 32;

    /** Below, vectors do not pay, and are objects until their loops are compiled. */
    private static final int SHORT = 4 * CHAINS;

    private final int rows;
    private final int columns;
    private final int words;
    private final long[] signs;
    private final double[] chains = new double[CHAINS];

    /** Rows of +1. */
    public SignRows(int rows, int columns) {
        this(rows, columns, new long[Math.multiplyExact(rows, Math.ceilDiv(columns, BLOCK) * WORDS)]);
    }

    private SignRows(int rows, int columns, long[] signs) {
        this.rows = rows;
        this.columns = columns;
        this.signs = signs;
        words = Math.ceilDiv(columns, BLOCK) * WORDS;
    }

    /** Bytes that so many rows take. */
    public static double bytes(double rows, int columns) {
        return rows * Math.ceilDiv(columns, BLOCK) * WORDS * Long.BYTES;
    }

    /** The same rows, with scratch of its own. */
    public SignRows fork() {
        return new SignRows(rows, columns, signs);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** Makes an entry -1. */
    public void negate(int row, int column) {
        int k = column % BLOCK;
        signs[row * words + column / BLOCK * WORDS + k % WORDS] |= Long.MIN_VALUE >>> (k / WORDS);
    }

    /** The sign bit of an entry, all other bits 0. */
    private long bit(int row, int column) {
        int k = column % BLOCK;
        return signs[row * words + column / BLOCK * WORDS + k % WORDS] << (k / WORDS) & Long.MIN_VALUE;
    }

    /** An entry, +1 or -1. */
    public int sign(int row, int column) {
        return bit(row, column) == 0L ? 1 : -1;
    }

    private static double signed(double value, long bit) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) ^ bit);
    }

    /** How many columns vectors take: whole turns of all chains, or none. */
    private int even() {
        return VECTOR && columns >= SHORT ? columns - columns % CHAINS : 0;
    }

    /** sum_j s_j w_j over a row. */
    public double dot(int row, double[] w) {
        java.util.Arrays.fill(chains, 0.0);
        int even = even();
        for (int from = 0; from < even; from += BLOCK)
            for (int g = 0; g < WORDS; g += LANES)
                dot(
                        signs,
                        row * words + from / BLOCK * WORDS + g,
                        w,
                        from + g,
                        Math.min(even, from + BLOCK),
                        chains,
                        g);
        for (int j = even; j < columns; j++) chains[j % CHAINS] += signed(w[j], bit(row, j));
        return tree();
    }

    private static void dot(long[] signs, int at, double[] w, int from, int to, double[] chains, int g) {
        LongVector s = LongVector.fromArray(LONGS, signs, at);
        DoubleVector c0 = DoubleVector.fromArray(DOUBLES, chains, g);
        DoubleVector c1 = DoubleVector.fromArray(DOUBLES, chains, g + 8);
        DoubleVector c2 = DoubleVector.fromArray(DOUBLES, chains, g + 16);
        DoubleVector c3 = DoubleVector.fromArray(DOUBLES, chains, g + 24);
        for (int j = from; j < to; j += CHAINS) {
            c0 = c0.add(with(s, DoubleVector.fromArray(DOUBLES, w, j)));
            c1 = c1.add(with(s.lanewise(VectorOperators.LSHL, 1), DoubleVector.fromArray(DOUBLES, w, j + 8)));
            c2 = c2.add(with(s.lanewise(VectorOperators.LSHL, 2), DoubleVector.fromArray(DOUBLES, w, j + 16)));
            c3 = c3.add(with(s.lanewise(VectorOperators.LSHL, 3), DoubleVector.fromArray(DOUBLES, w, j + 24)));
            s = s.lanewise(VectorOperators.LSHL, 4);
        }
        c0.intoArray(chains, g);
        c1.intoArray(chains, g + 8);
        c2.intoArray(chains, g + 16);
        c3.intoArray(chains, g + 24);
    }

    private static DoubleVector with(LongVector signs, DoubleVector values) {
        return values.viewAsIntegralLanes()
                .lanewise(VectorOperators.XOR, signs.and(Long.MIN_VALUE))
                .viewAsFloatingLanes();
    }

    /** w_j becomes decay w_j + amount s_j. */
    public void add(int row, double decay, double amount, double[] w) {
        int even = even();
        for (int from = 0; from < even; from += BLOCK)
            for (int g = 0; g < WORDS; g += LANES)
                add(
                        signs,
                        row * words + from / BLOCK * WORDS + g,
                        decay,
                        amount,
                        w,
                        from + g,
                        Math.min(even, from + BLOCK));
        for (int j = even; j < columns; j++) w[j] = Math.fma(decay, w[j], signed(amount, bit(row, j)));
    }

    private static void add(long[] signs, int at, double decay, double amount, double[] w, int from, int to) {
        LongVector s = LongVector.fromArray(LONGS, signs, at);
        DoubleVector a = DoubleVector.broadcast(DOUBLES, amount);
        DoubleVector d = DoubleVector.broadcast(DOUBLES, decay);
        for (int j = from; j < to; j += 8) {
            DoubleVector.fromArray(DOUBLES, w, j).fma(d, with(s, a)).intoArray(w, j);
            s = s.lanewise(VectorOperators.LSHL, 1);
        }
    }

    /** As {@link #add}, then {@link #dot} with another row. Fused into one loop they have more vectors alive than the compiler keeps out of the heap: several times slower than one after the other. */
    public double addThenDot(int row, double decay, double amount, int next, double[] w) {
        add(row, decay, amount, w);
        return dot(next, w);
    }

    /** Chain c and the one 16 further on, then those 8, 4, 2 and 1 further on. */
    private double tree() {
        double[] c = chains;
        for (int half = CHAINS / 2; half > 0; half /= 2) for (int k = 0; k < half; k++) c[k] += c[k + half];
        return c[0];
    }
}
