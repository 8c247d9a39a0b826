package rugged.landscape.spin;

import java.util.Arrays;
import rugged.num.Packed;

/**
 * Local fields a_k = h + sum_i J_ik s_i of spins k from spins i, kept in step with flips of the latter: one row of couplings a flip. In the precision of the couplings; sums from nothing are
 * in double precision.
 */
final class RowFields {
    private final CouplingRows rows;
    private final double external;
    private final double[] wide;
    private final float[] narrow;
    private final double[] sums;

    /**
     * @param rows J, from the spins that flip to those whose fields these are
     * @param external h
     */
    RowFields(CouplingRows rows, double external) {
        this.rows = rows;
        this.external = external;
        int n = rows.columns();
        wide = new double[rows.single() ? 0 : n];
        narrow = new float[rows.single() ? n : 0];
        sums = rows.single() ? new double[n] : wide;
    }

    RowFields fork() {
        RowFields fork = new RowFields(rows, external);
        System.arraycopy(wide, 0, fork.wide, 0, wide.length);
        System.arraycopy(narrow, 0, fork.narrow, 0, narrow.length);
        return fork;
    }

    double at(int k) {
        return narrow.length > 0 ? narrow[k] : wide[k];
    }

    /** Adds factor times the row of spin i. */
    void add(int i, double factor) {
        if (narrow.length > 0) rows.add(i, (float) factor, narrow);
        else rows.add(i, factor, wide);
    }

    /** What the flips of several spins i = which[k] - from add one after the other, -2 s[which[k]] times their rows; four at one pass through the fields. */
    void flip(int[] which, int count, int from, double[] s) {
        int k = 0;
        for (; k + CouplingRows.AT_ONCE <= count; k += CouplingRows.AT_ONCE) {
            if (narrow.length > 0) rows.flip(which, k, from, s, narrow);
            else rows.flip(which, k, from, s, wide);
        }
        for (; k < count; k++) add(which[k] - from, -2.0 * s[which[k]]);
    }

    /** From nothing: spin i of those that act is s[from + i]. */
    void fill(double[] s, int from, int count) {
        Arrays.fill(sums, external);
        for (int i = 0; i < count; i++) rows.add(i, s[from + i], sums);
        for (int k = 0; k < narrow.length; k++) narrow[k] = (float) sums[k];
    }

    void save(Packed.Writer out) {
        double[] all = new double[rows.columns()];
        for (int k = 0; k < all.length; k++) all[k] = at(k);
        out.put(all);
    }

    void restore(Packed.Reader in) {
        in.read(sums);
        for (int k = 0; k < narrow.length; k++) narrow[k] = (float) sums[k];
    }
}
