package rugged.landscape.glass;

import rugged.landscape.Precision;
import rugged.num.kernel.KernelChoice;
import rugged.num.kernel.Kernels;
import rugged.num.kernel.PackedTriangle;

/** The numbers of one or more slabs of packed triangles in one of the two precisions, and the vectors that are multiplied with them. */
sealed interface Entries permits DoubleEntries, FloatEntries {
    /** Empty slabs. */
    static Entries of(Precision precision, int slabs) {
        return precision == Precision.FLOAT64
                ? new DoubleEntries(new double[slabs][])
                : new FloatEntries(new float[slabs][]);
    }

    /** Columns to which rows are padded in this precision by the kernels in use. */
    static int width(Precision precision) {
        return precision == Precision.FLOAT64
                ? KernelChoice.best().doubles()
                : KernelChoice.best().floats();
    }

    /** Gives a slab its length; all entries 0. */
    void allocate(int slab, int length);

    /** Sets entries to 0. */
    void clear(int slab, int from, int to);

    /**
     * Writes consecutive columns of one row, whose chunks of {@code width} lie {@code stride} apart.
     *
     * @param at place of the first chunk
     * @param skip columns of that chunk in front of the first one written
     * @param values what is written, from its beginning
     * @param count how many
     */
    void put(int slab, int at, int width, int stride, int skip, double[] values, int count);

    /** Reads what {@link #put} of the same numbers wrote. */
    void take(int slab, int at, int width, int stride, int skip, double[] values, int count);

    /** Writes one entry. */
    void set(int slab, int at, double value);

    /** Reads one entry. */
    double get(int slab, int at);

    /** What a value becomes when it is stored. */
    double rounded(double value);

    /** The sum of all entries: one streaming read. */
    double sum(Kernels kernels);

    /** Vectors for products with these entries. */
    Vectors vectors(int length, Kernels kernels);

    /** Several x[length] and y[length] in the precision of the entries. */
    interface Vectors {
        /** Makes room for this many pairs; keeps what fits. */
        void reserve(int count);

        /** Takes x of one pair, converted. */
        void load(int pair, double[] x);

        /** y += (T + T^t) x for the first {@code count} pairs, in one pass over T, after y was set to 0 from column {@code from} on. */
        void product(Entries entries, PackedTriangle shape, int first, int slab, int offset, int from, int count);

        /** Adds factor y to g from column {@code from} on; returns x.y / 2, summed in double precision, in four interleaved parts. */
        double flush(int pair, int from, double factor, double[] g);

        /** Adds factor y to g from column {@code from} on; returns x'.y with the x' of another pair. */
        double flush(int pair, int from, double factor, double[] g, int other);

        /** An element of y. */
        double y(int pair, int k);
    }
}
