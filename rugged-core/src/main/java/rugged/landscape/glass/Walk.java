package rugged.landscape.glass;

import rugged.num.kernel.PackedTriangle;

/** A pass over the triangles of a {@link Tensor}, with the scratch of one thread: where it stands, and the triangle at hand. Nothing is allocated on the way. */
final class Walk {
    private final Tensor tensor;
    private final MultiIndex ranks;
    private final Tensor.Layout layout;
    private final PackedTriangle shape;
    private final CouplingLaw.Rows rows;
    private Entries tile;
    private final int[] tuple;
    private final double[] values;
    private int slab;
    private int offset;
    private long rank;

    Walk(Tensor tensor) {
        this.tensor = tensor;
        ranks = tensor.ranks();
        layout = tensor.layout();
        shape = tensor.shape();
        rows = new CouplingLaw.Rows(tensor.law(), ranks.strict());
        tuple = new int[ranks.order()];
        values = new double[ranks.n()];
        tile = tensor.stored() ? tensor.entries() : Entries.of(tensor.precision(), 1);
        if (!tensor.stored()) tile.allocate(0, layout.triangle(0));
    }

    /** The same with all couplings drawn, where it stores them. */
    static Tensor filled(Tensor tensor) {
        if (!tensor.stored()) return tensor;
        Walk walk = new Walk(tensor);
        walk.run(first -> walk.draw(tensor.entries(), first));
        return tensor;
    }

    /** From now on passes over these entries, which lie as the tensor's would. */
    void use(Entries entries) {
        tile = entries;
    }

    /** Sets the entry of a sorted tuple. */
    void set(int[] full, double value) {
        seek(full);
        int depth = layout.depth();
        int first = depth == 0 ? 0 : ranks.next(full[depth - 1]);
        tile.set(slab, offset + place(first, full[depth], full[depth + 1]), value);
    }

    Tensor tensor() {
        return tensor;
    }

    /** Passes over everything in packed order. */
    void run(Tensor.Visitor visitor) {
        slab = 0;
        offset = 0;
        rank = 0;
        descend(visitor, 0, 0);
    }

    private void descend(Tensor.Visitor visitor, int level, int first) {
        if (level == layout.depth()) {
            if (layout.triangle(first) == 0) return;
            visitor.leaf(first);
            offset += layout.triangle(first);
            rank += ranks.countFrom(level, first);
            return;
        }
        for (int i = first; i < ranks.n(); i++) {
            if (level == 0) {
                slab = i;
                offset = 0;
            }
            tuple[level] = i;
            if (visitor.enter(level, i)) {
                descend(visitor, level + 1, ranks.next(i));
            } else {
                offset += (int) layout.cells()[level][i];
                rank += ranks.count(level, i);
            }
            visitor.leave(level, i);
        }
    }

    /** Brings the triangle at hand into memory; where it begins is {@link #slab} and {@link #offset}. */
    Entries load(int first) {
        if (!tensor.stored()) {
            tile.clear(0, 0, layout.triangle(first));
            draw(tile, first);
        }
        return tile;
    }

    /** The slab in which the triangle at hand lies. */
    int slab() {
        return tensor.stored() ? slab : 0;
    }

    /** Where it begins there. */
    int offset() {
        return tensor.stored() ? offset : 0;
    }

    /** Draws the triangle at hand into entries that are 0 there. */
    void draw(Entries into, int first) {
        int place = tensor.stored() ? offset : 0;
        int to = tensor.stored() ? slab : 0;
        int stride = shape.rows() * shape.width();
        long at = rank;
        for (int group = first; group < shape.endRow(); group += shape.rows()) {
            int width = shape.isTight() ? shape.columns(group) : shape.width();
            for (int j = group; j < Math.min(group + shape.rows(), shape.endRow()); j++) {
                tuple[layout.depth()] = j;
                int count = rows.draw(tuple, at, values);
                int skip = ranks.next(j) - shape.firstColumn(group);
                int chunk = place + (j - group) * width + skip / width * stride;
                into.put(to, chunk, width, stride, skip % width, values, count);
                at += count;
            }
            place += shape.rows() * shape.columns(group);
        }
    }

    /**
     * One coupling of the triangle at hand, without bringing it into memory.
     *
     * @param first first row of the triangle
     * @param j row
     * @param k column, j <= k
     */
    double entry(int first, int j, int k) {
        if (tensor.stored()) return tile.get(slab, offset + place(first, j, k));
        tuple[layout.depth()] = j;
        tuple[layout.depth() + 1] = k;
        return tile.rounded(rows.single(tuple, rank + rankInside(first, j, k)));
    }

    /** Couplings of the triangle in front of T_{jk}. */
    private long rankInside(int first, int j, int k) {
        long before = j - first;
        long longest = ranks.n() - ranks.next(first);
        return before * longest - before * (before - 1) / 2 + (k - ranks.next(j));
    }

    private int place(int first, int j, int k) {
        int group = j - (j - first) % shape.rows();
        long before = layout.triangle(first) - layout.triangle(group);
        return (int) before + shape.place(group, j, k);
    }

    /**
     * The couplings that share their first p - 1 indices, in order of the last, into values.
     *
     * @param prefix p - 1 sorted indices
     * @return the smallest last index
     */
    int row(int[] prefix, double[] into) {
        int p = ranks.order();
        int j = prefix[p - 2];
        int k = ranks.next(j);
        System.arraycopy(prefix, 0, tuple, 0, p - 1);
        if (tensor.stored()) {
            seek(prefix);
            int first = p == 2 ? 0 : ranks.next(prefix[p - 3]);
            if (k < ranks.n()) take(first, j, k, into);
        } else if (k < ranks.n()) {
            tuple[p - 1] = k;
            int count = rows.draw(tuple, ranks.rank(tuple), into);
            for (int at = 0; at < count; at++) into[at] = tile.rounded(into[at]);
        }
        return k;
    }

    /** Row j of the triangle at hand, from column k on: chunk by chunk, since the place of every single column costs more than what is done with it. */
    private void take(int first, int j, int k, double[] into) {
        int group = j - (j - first) % shape.rows();
        int width = shape.isTight() ? shape.columns(group) : shape.width();
        int stride = shape.rows() * shape.width();
        int skip = k - shape.firstColumn(group);
        int before = layout.triangle(first) - layout.triangle(group);
        int chunk = offset + before + (j - group) * width + skip / width * stride;
        tile.take(slab, chunk, width, stride, skip % width, into, ranks.n() - k);
    }

    /** Moves to the triangle of a prefix of p - 2 indices. */
    private void seek(int[] prefix) {
        slab = layout.depth() == 0 ? 0 : prefix[0];
        long place = 0;
        for (int level = 1; level < layout.depth(); level++) {
            for (int i = ranks.next(prefix[level - 1]); i < prefix[level]; i++) place += layout.cells()[level][i];
        }
        offset = (int) place;
    }
}
