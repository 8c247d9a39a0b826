package rugged.num.kernel;

import java.util.Arrays;

/**
 * Where the entries T_{jk} of triangles of one size lie in memory: rows j = first, first + 1, ... and in row j the columns k >= j (or k > j when strict), all
 * below n. Every {@code first} gives a triangle; a p-index tensor is a sequence of them.
 *
 * <p>Rows are taken in groups of {@code rows} and stored interleaved, {@code width} columns of one row, then of the next, so that a pass over a group reads
 * one stream. Columns of a group begin at a multiple of the width; entries that do not exist are 0. Vectors x and y that meet such a triangle have
 * {@link #length} entries; x is 0 beyond n.
 *
 * <p>With rows = 1 nothing is interleaved or padded: the n (n + 1) / 2 entries (full, first = 0) lie row by row.
 *
 * @param n number of columns of the whole
 * @param strict whether the diagonal is missing
 * @param rows rows of a group: 4, or 1 when tight
 * @param width columns of a chunk: the partial sums of a row, see {@link Lanes}, or 1 when tight
 */
public record PackedTriangle(int n, boolean strict, int rows, int width) {
    /** Rows of a group that vector kernels take together. */
    public static final int GROUP = 4;

    /** Most groups whose partial sums wait at the end of y. */
    static final int BATCH = 32;

    /** Without padding: for tensors whose triangles are tiny. */
    public static PackedTriangle tight(int n, boolean strict) {
        return new PackedTriangle(n, strict, 1, 1);
    }

    /** Four rows a group, padded to the width. */
    public static PackedTriangle grouped(int n, boolean strict, int width) {
        return new PackedTriangle(n, strict, GROUP, width);
    }

    /** Whether nothing is padded. */
    public boolean isTight() {
        return rows == 1;
    }

    /** Length that x and y need: the columns, padded, and {@link #tail}. */
    public int length() {
        return tail() + (isTight() ? 0 : BATCH * rows * width);
    }

    /** Where y has room for the partial sums of a batch of groups: kernels overwrite y from here on. */
    int tail() {
        return roundUp(n + rows - 1, width);
    }

    /** One past the last row that has entries. */
    public int endRow() {
        return strict ? n - 1 : n;
    }

    /** First stored column of the group whose first row is j. */
    public int firstColumn(int j) {
        int k = strict ? j + 1 : j;
        return k - k % width;
    }

    /** One past the last stored column. */
    int stop() {
        return roundUp(n, width);
    }

    /** Columns stored for the group whose first row is j. */
    public int columns(int j) {
        return stop() - firstColumn(j);
    }

    /** Stored entries, padding included, of the triangles whose first row is 0 ... n. */
    public long[] sizes() {
        long[] sizes = new long[n + rows + 1];
        for (int j = endRow() - 1; j >= 0; j--) sizes[j] = (long) rows * columns(j) + sizes[j + rows];
        return Arrays.copyOf(sizes, n + 1);
    }

    /** Where column k of row j lies, relative to the place of its group. */
    public int place(int group, int j, int k) {
        int column = k - firstColumn(group);
        return isTight() ? column : (column - column % width) * rows + (j - group) * width + column % width;
    }

    private static int roundUp(int value, int multiple) {
        return (value + multiple - 1) / multiple * multiple;
    }
}
