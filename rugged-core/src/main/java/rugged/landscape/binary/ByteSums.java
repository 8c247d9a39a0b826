package rugged.landscape.binary;

/**
 * Products of a matrix of signs, kept as bits, with vectors: for eight columns at a time all 256 sums +-x_i are tabulated, and every row adds the one that its byte names. An entry costs an eighth of a read of a table that stays in cache,
 * and a bit of memory. The order of the sums is fixed.
 */
final class ByteSums {
    /** Columns in an int, four bytes of which are looked up together. */
    private static final int WIDTH = 32;

    private static final int TABLE = 256;

    private final int rows;
    private final int columns;
    /** Bits of 32 columns for each row, block by block: [blocks rows]. */
    private final int[] bits;

    private final double[] tables = new double[4 * TABLE];

    private ByteSums(int rows, int columns, int[] bits) {
        this.rows = rows;
        this.columns = columns;
        this.bits = bits;
    }

    /**
     * From rows of bits.
     *
     * @param words words of a row
     */
    static ByteSums of(int rows, int columns, long[] bits, int words) {
        int blocks = (columns + WIDTH - 1) / WIDTH;
        int[] packed = new int[blocks * rows];
        for (int b = 0; b < blocks; b++)
            for (int r = 0; r < rows; r++)
                packed[b * rows + r] = (int) (bits[r * words + (b >>> 1)] >>> (b & 1) * WIDTH);
        return new ByteSums(rows, columns, packed);
    }

    ByteSums fork() {
        return new ByteSums(rows, columns, bits);
    }

    /** Overwrites z[rows] with scale times the product with x[columns]. */
    void multiply(double[] x, double scale, double[] z) {
        java.util.Arrays.fill(z, 0, rows, 0.0);
        for (int b = 0, first = 0; first < columns; b++, first += WIDTH) {
            for (int k = 0; k < 4; k++) tabulate(x, scale, first + 8 * k, k * TABLE);
            add(b * rows, z);
        }
    }

    /** Sums of eight terms with all signs, bit j of the place set for +x_{first + j}; columns beyond the last count 0. */
    private void tabulate(double[] x, double scale, int first, int into) {
        double none = 0.0;
        for (int j = 0; j < 8 && first + j < columns; j++) none -= scale * x[first + j];
        tables[into] = none;
        for (int j = 0; j < 8; j++) {
            double twice = first + j < columns ? 2.0 * scale * x[first + j] : 0.0;
            int half = 1 << j;
            for (int k = 0; k < half; k++) tables[into + half + k] = tables[into + k] + twice;
        }
    }

    private void add(int from, double[] z) {
        double[] t = tables;
        for (int r = 0; r < rows; r++) {
            int four = bits[from + r];
            z[r] += t[four & 0xFF]
                    + t[TABLE + (four >>> 8 & 0xFF)]
                    + (t[2 * TABLE + (four >>> 16 & 0xFF)] + t[3 * TABLE + (four >>> 24)]);
        }
    }
}
