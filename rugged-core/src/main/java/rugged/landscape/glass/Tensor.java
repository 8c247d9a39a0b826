package rugged.landscape.glass;

import rugged.landscape.Precision;
import rugged.num.kernel.PackedTriangle;

/**
 * The couplings J_{i1...ip} of one order p >= 2, in packed order: for each prefix (i1, ..., i_{p-2}) a triangle of rows i_{p-1} and columns i_p. Either kept
 * in memory, one slab per leading index (so that no array meets the limit of 2^31), or drawn again, triangle by triangle, whenever they are needed.
 * Immutable after construction and shared by all threads; what moves is a {@link Walk}.
 */
final class Tensor {
    /** Padding that costs more than this factor in memory is left out, and the vector kernels with it: triangles are tiny then. */
    private static final double MOST_PADDING = 1.5;

    /** Fewer couplings than this are left to the plain kernels too: a pass takes microseconds, and vector code would have to be compiled first. */
    private static final double SMALL = 8192;

    private final CouplingLaw law;
    private final MultiIndex ranks;
    private final Precision precision;
    private final Layout layout;
    private final Entries entries;
    private final boolean stored;

    /** All 0 where it is stored, until {@link Walk#filled}. */
    Tensor(CouplingLaw law, boolean strict, Precision precision, boolean stored) {
        this.law = law;
        this.precision = precision;
        this.stored = stored;
        ranks = new MultiIndex(law.n(), law.order(), strict);
        layout = Layout.of(law.n(), law.order(), strict, precision);
        entries = stored ? blank() : Entries.of(precision, 0);
    }

    /** The places of one of n tensors, to which entries are brought from elsewhere: {@link Walk#use}. */
    static Tensor places(int n, int order, Precision precision) {
        return new Tensor(CouplingLaw.of(n, order, 0.0, 0L), precision);
    }

    private Tensor(CouplingLaw law, Precision precision) {
        this.law = law;
        this.precision = precision;
        stored = true;
        ranks = new MultiIndex(law.n(), law.order(), true);
        layout = Layout.of(law.n(), law.order(), true, precision, law.n());
        entries = Entries.of(precision, 0);
    }

    /** Slabs of the right lengths, all 0. */
    Entries blank() {
        Entries blank = Entries.of(precision, layout.slabs());
        for (int slab = 0; slab < layout.slabs(); slab++) blank.allocate(slab, Math.toIntExact(layout.slab(slab)));
        return blank;
    }

    CouplingLaw law() {
        return law;
    }

    MultiIndex ranks() {
        return ranks;
    }

    Layout layout() {
        return layout;
    }

    PackedTriangle shape() {
        return layout.shape();
    }

    Precision precision() {
        return precision;
    }

    Entries entries() {
        return entries;
    }

    boolean stored() {
        return stored;
    }

    /** p. */
    int order() {
        return law.order();
    }

    /** Number of indices in front of a triangle: p - 2. */
    int depth() {
        return law.order() - 2;
    }

    /** What passes over the triangles in packed order. */
    interface Visitor {
        /** Before the subtree of index i at a level (0 ... p-3); false skips it. */
        default boolean enter(int level, int i) {
            return true;
        }

        /** After the subtree, also when it was skipped. */
        default void leave(int level, int i) {}

        /** At a triangle whose first row is {@code first}. */
        void leaf(int first);
    }

    /**
     * How the triangles of one order lie in their slabs.
     *
     * @param shape of the triangles
     * @param depth p - 2
     * @param cells cells[l][i] = stored entries under index i at level l, padding included
     */
    record Layout(PackedTriangle shape, int depth, long[][] cells) {
        static Layout of(int n, int order, boolean strict, Precision precision) {
            return of(n, order, strict, precision, 1);
        }

        /** For a number of tensors that are used one after the other. */
        static Layout of(int n, int order, boolean strict, Precision precision, int copies) {
            double count = MultiIndex.count(n, order, strict);
            if (count * copies > SMALL) {
                Layout grouped = of(PackedTriangle.grouped(n, strict, Entries.width(precision)), order - 2);
                if (grouped.total() <= MOST_PADDING * count) return grouped;
            }
            return of(PackedTriangle.tight(n, strict), order - 2);
        }

        private static Layout of(PackedTriangle shape, int depth) {
            int n = shape.n();
            int step = shape.strict() ? 1 : 0;
            long[][] cells = new long[depth + 1][n + 1];
            cells[depth] = shape.sizes();
            for (int level = depth - 1; level >= 0; level--) {
                long below = 0;
                for (int i = n - 1; i >= 0; i--) {
                    if (level == depth - 1) {
                        cells[level][i] = cells[depth][i + step];
                    } else {
                        if (i + step < n) below = Math.addExact(below, cells[level + 1][i + step]);
                        cells[level][i] = below;
                    }
                }
            }
            return new Layout(shape, depth, cells);
        }

        /** Entries of the triangle whose first row is {@code first}. */
        int triangle(int first) {
            return Math.toIntExact(cells[depth][Math.min(first, shape.n())]);
        }

        /** Number of slabs: one per leading index, a single one where there is none. */
        int slabs() {
            return depth == 0 ? 1 : shape.n();
        }

        /** Entries of a slab. */
        long slab(int slab) {
            return cells[0][slab];
        }

        /** Entries of all slabs. */
        double total() {
            double total = 0;
            for (int slab = 0; slab < slabs(); slab++) total += slab(slab);
            return total;
        }
    }
}
