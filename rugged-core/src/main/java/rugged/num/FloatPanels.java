package rugged.num;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Large products of matrices of floats. B is copied panel by panel, as wide as a tile, and A in blocks of four rows where it is read by columns, so that what the tiles
 * read is contiguous: rows of a large matrix, a power of two apart, would fight for the same lines of the first-level cache. The order of the additions is that of
 * {@link FloatBlocks}, and so are the bits. The copies live in buffers that each thread keeps. {@code DoublePanels} is made from this file when the program is built.
 */
final class FloatPanels {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FloatTiles.LANES;
    private static final int ROWS = FloatTiles.ROWS;

    /** Four elements. */
    private static final VectorSpecies<Float> FOUR =
            VectorSpecies.of(float.class, VectorShape.forBitSize(ROWS * Float.SIZE));

    /** Rows of B in a panel: with 64-byte vectors a panel takes three quarters of a first-level cache of 32 kB. */
    private static final int DEPTH = 128;

    /** Below this many rows, columns, or elements of B, copying costs more than it saves. */
    private static final int LEAST_ROWS = 8;

    private static final int LEAST_COLUMNS = LANES + 1;
    private static final long LEAST_ELEMENTS = 1 << 7;

    /** Rows of A that lie one after the other are read where they are for so few columns, and wherever they are not this far apart. */
    private static final int FEW_COLUMNS = 8 * LANES;

    private static final int PAGE = 4096 / Float.BYTES;

    private static final ThreadLocal<Copies> COPIES = ThreadLocal.withInitial(Copies::new);

    private FloatPanels() {}

    private static final class Copies {
        private final float[] panel = new float[DEPTH * FloatTiles.WIDEST];
        private float[] rows = new float[0];

        float[] rows(int count) {
            if (rows.length < count) rows = new float[count];
            return rows;
        }
    }

    /** Whether a product is large enough. */
    static boolean worthwhile(int m, int n, int k) {
        return m >= LEAST_ROWS && n >= LEAST_COLUMNS && (long) n * k >= LEAST_ELEMENTS;
    }

    /** See {@link Matrices}. */
    static void multiply(
            int m,
            int n,
            int k,
            float[] a,
            int ao,
            int ars,
            int acs,
            float[] b,
            int bo,
            int ldb,
            float[] c,
            int co,
            int ldc,
            boolean add) {
        int rows = m - m % ROWS;
        Copies copies = COPIES.get();
        if (!add) FloatBlocks.clear(rows, n, c, co, ldc);
        boolean inPlace = acs == 1 && (n <= FEW_COLUMNS || ars % PAGE != 0);
        float[] left = inPlace ? a : copies.rows(rows * Math.min(k, DEPTH));
        for (int l = 0; l < k; l += DEPTH) {
            int depth = Math.min(DEPTH, k - l);
            int at = inPlace ? ao + l : 0;
            int ahead = inPlace ? ars : depth;
            if (!inPlace) {
                if (acs == 1) copyRows(rows, depth, a, ao + l, ars, left);
                else copyColumns(rows, depth, a, ao + l * acs, ars, acs, left);
            }
            for (int j = 0; j < n; ) {
                int columns = FloatTiles.width(n - j);
                copyPanel(depth, columns, b, bo + l * ldb + j, ldb, copies.panel);
                down(rows, depth, columns, left, at, ahead, acs == 1, copies.panel, c, co + j, ldc);
                j += columns;
            }
        }
        if (rows < m)
            FloatBlocks.multiply(
                    m - rows, n, k, a, ao + rows * ars, ars, acs, b, bo, ldb, c, co + rows * ldc, ldc, add);
    }

    /**
     * A panel times all rows.
     *
     * @param ahead elements between rows of A, or, where it is in blocks of four rows, a quarter of those between blocks
     * @param straight whether rows lie one after the other
     */
    private static void down(
            int rows,
            int depth,
            int columns,
            float[] a,
            int at,
            int ahead,
            boolean straight,
            float[] panel,
            float[] c,
            int co,
            int ldc) {
        int ars = straight ? ahead : 1;
        int acs = straight ? 1 : ROWS;
        int ldb = stride(columns);
        for (int i = 0; i < rows; i += ROWS)
            FloatTiles.tile(columns, depth, a, at + i * ahead, ars, acs, panel, 0, ldb, c, co + i * ldc, ldc);
    }

    /** Whole vectors that hold so many columns. */
    private static int stride(int columns) {
        return (columns + LANES - 1) / LANES * LANES;
    }

    private static void copyPanel(int depth, int columns, float[] b, int from, int ldb, float[] to) {
        int stride = stride(columns);
        int j = 0;
        for (; j + LANES <= columns; j += LANES)
            for (int l = 0; l < depth; l++)
                FloatVector.fromArray(SPECIES, b, from + l * ldb + j).intoArray(to, l * stride + j);
        if (j == columns) return;
        VectorMask<Float> rest = SPECIES.indexInRange(j, columns);
        for (int l = 0; l < depth; l++)
            FloatVector.fromArray(SPECIES, b, from + l * ldb + j, rest).intoArray(to, l * stride + j);
    }

    /** [rows][depth]. */
    private static void copyRows(int rows, int depth, float[] a, int from, int ars, float[] to) {
        for (int i = 0; i < rows; i++) System.arraycopy(a, from + i * ars, to, i * depth, depth);
    }

    /** [rows/4][depth][4], four columns at a time where they lie so that a whole line of the cache is written at once. */
    private static void copyColumns(int rows, int depth, float[] a, int from, int ars, int acs, float[] to) {
        int l = 0;
        if (ars == 1) for (; l + 4 <= depth; l += 4) spreadFour(rows, depth, a, from + l * acs, acs, to, ROWS * l);
        for (; l < depth; l++) spread(rows, depth, a, from + l * acs, ars, to, ROWS * l);
    }

    private static void spreadFour(int rows, int depth, float[] a, int from, int acs, float[] to, int at) {
        for (int i = 0; i < rows; i += ROWS) {
            int p = from + i;
            int q = i * depth + at;
            FloatVector.fromArray(FOUR, a, p).intoArray(to, q);
            FloatVector.fromArray(FOUR, a, p + acs).intoArray(to, q + ROWS);
            FloatVector.fromArray(FOUR, a, p + 2 * acs).intoArray(to, q + 2 * ROWS);
            FloatVector.fromArray(FOUR, a, p + 3 * acs).intoArray(to, q + 3 * ROWS);
        }
    }

    private static void spread(int rows, int depth, float[] a, int from, int ars, float[] to, int at) {
        for (int i = 0; i < rows; i += ROWS) {
            int p = from + i * ars;
            int q = i * depth + at;
            to[q] = a[p];
            to[q + 1] = a[p + ars];
            to[q + 2] = a[p + 2 * ars];
            to[q + 3] = a[p + 3 * ars];
        }
    }
}
