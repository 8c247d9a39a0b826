package rugged.num.kernel;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Scalar products of long vectors, several in one pass, so that what they share is read once. Sums run in sixteen chains, chain c over the elements c, c + 16, ..., that are
 * added as a binary tree: the same bits on every machine, whatever its vectors. Pieces of a thousand elements stay in the first-level cache when short vectors need several
 * turns for all chains. Scratch of its own: one thread.
 */
public final class Dots {
    private static final VectorSpecies<Double> SPECIES = Lanes.DOUBLE_VECTORS;
    private static final int LANES = SPECIES.length();
    private static final boolean VECTOR = KernelChoice.best() instanceof VectorKernels;
    private static final int CHAINS = 16;
    private static final int PIECE = 64 * CHAINS;
    private static final int MOST = 4;

    /** Below, vectors do not pay, and are objects until their loops are compiled. */
    private static final int SHORT = 4 * CHAINS;

    private final double[] chains = new double[MOST * CHAINS];

    /** |a|. */
    public double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    /** a.b. */
    public double dot(double[] a, double[] b) {
        Arrays.fill(chains, 0, CHAINS, 0.0);
        int even = a.length - a.length % CHAINS;
        if (VECTOR && even >= SHORT)
            for (int from = 0; from < even; from += PIECE) {
                int to = Math.min(even, from + PIECE);
                for (int g = 0; g < CHAINS; g += 2 * LANES) one(a, b, from + g, to, chains, g);
            }
        else for (int i = 0; i < even; i++) chain(0, i, a[i], b[i]);
        for (int i = even; i < a.length; i++) chain(0, i, a[i], b[i]);
        return tree(0);
    }

    private void chain(int which, int i, double a, double b) {
        int c = which * CHAINS + i % CHAINS;
        chains[c] = Math.fma(a, b, chains[c]);
    }

    private static void one(double[] a, double[] b, int from, int to, double[] chains, int g) {
        DoubleVector s0 = DoubleVector.fromArray(SPECIES, chains, g);
        DoubleVector s1 = DoubleVector.fromArray(SPECIES, chains, g + LANES);
        for (int i = from; i < to; i += CHAINS) {
            s0 = DoubleVector.fromArray(SPECIES, a, i).fma(DoubleVector.fromArray(SPECIES, b, i), s0);
            s1 = DoubleVector.fromArray(SPECIES, a, i + LANES).fma(DoubleVector.fromArray(SPECIES, b, i + LANES), s1);
        }
        s0.intoArray(chains, g);
        s1.intoArray(chains, g + LANES);
    }

    /** to = (v.a, v.v). */
    public void withSquare(double[] a, double[] v, double[] to) {
        Arrays.fill(chains, 0, 2 * CHAINS, 0.0);
        int even = v.length - v.length % CHAINS;
        boolean wide = VECTOR && even >= SHORT;
        if (wide)
            for (int from = 0; from < even; from += PIECE) {
                int end = Math.min(even, from + PIECE);
                for (int g = 0; g < CHAINS; g += 2 * LANES) withSquare(a, v, from + g, end, chains, g);
            }
        for (int i = wide ? even : 0; i < v.length; i++) {
            chain(0, i, a[i], v[i]);
            chain(1, i, v[i], v[i]);
        }
        to[0] = tree(0);
        to[1] = tree(1);
    }

    private static void withSquare(double[] a, double[] v, int from, int to, double[] chains, int g) {
        DoubleVector a0 = DoubleVector.fromArray(SPECIES, chains, g);
        DoubleVector a1 = DoubleVector.fromArray(SPECIES, chains, g + LANES);
        DoubleVector v0 = DoubleVector.fromArray(SPECIES, chains, CHAINS + g);
        DoubleVector v1 = DoubleVector.fromArray(SPECIES, chains, CHAINS + g + LANES);
        for (int i = from; i < to; i += CHAINS) {
            DoubleVector w0 = DoubleVector.fromArray(SPECIES, v, i);
            DoubleVector w1 = DoubleVector.fromArray(SPECIES, v, i + LANES);
            a0 = DoubleVector.fromArray(SPECIES, a, i).fma(w0, a0);
            a1 = DoubleVector.fromArray(SPECIES, a, i + LANES).fma(w1, a1);
            v0 = w0.fma(w0, v0);
            v1 = w1.fma(w1, v1);
        }
        a0.intoArray(chains, g);
        a1.intoArray(chains, g + LANES);
        v0.intoArray(chains, CHAINS + g);
        v1.intoArray(chains, CHAINS + g + LANES);
    }

    /** to = (v.a, v.b, v.c, v.d). */
    public void four(double[] a, double[] b, double[] c, double[] d, double[] v, double[] to) {
        Arrays.fill(chains, 0.0);
        int even = v.length - v.length % CHAINS;
        boolean wide = VECTOR && even >= SHORT;
        if (wide)
            for (int from = 0; from < even; from += PIECE) {
                int end = Math.min(even, from + PIECE);
                for (int g = 0; g < CHAINS; g += 2 * LANES) four(a, b, c, d, v, from + g, end, chains, g);
            }
        for (int i = wide ? even : 0; i < v.length; i++) {
            chain(0, i, a[i], v[i]);
            chain(1, i, b[i], v[i]);
            chain(2, i, c[i], v[i]);
            chain(3, i, d[i], v[i]);
        }
        for (int k = 0; k < MOST; k++) to[k] = tree(k);
    }

    private static void four(
            double[] a, double[] b, double[] c, double[] d, double[] v, int from, int to, double[] chains, int g) {
        DoubleVector a0 = DoubleVector.fromArray(SPECIES, chains, g);
        DoubleVector a1 = DoubleVector.fromArray(SPECIES, chains, g + LANES);
        DoubleVector b0 = DoubleVector.fromArray(SPECIES, chains, CHAINS + g);
        DoubleVector b1 = DoubleVector.fromArray(SPECIES, chains, CHAINS + g + LANES);
        DoubleVector c0 = DoubleVector.fromArray(SPECIES, chains, 2 * CHAINS + g);
        DoubleVector c1 = DoubleVector.fromArray(SPECIES, chains, 2 * CHAINS + g + LANES);
        DoubleVector d0 = DoubleVector.fromArray(SPECIES, chains, 3 * CHAINS + g);
        DoubleVector d1 = DoubleVector.fromArray(SPECIES, chains, 3 * CHAINS + g + LANES);
        for (int i = from; i < to; i += CHAINS) {
            DoubleVector v0 = DoubleVector.fromArray(SPECIES, v, i);
            DoubleVector v1 = DoubleVector.fromArray(SPECIES, v, i + LANES);
            a0 = DoubleVector.fromArray(SPECIES, a, i).fma(v0, a0);
            a1 = DoubleVector.fromArray(SPECIES, a, i + LANES).fma(v1, a1);
            b0 = DoubleVector.fromArray(SPECIES, b, i).fma(v0, b0);
            b1 = DoubleVector.fromArray(SPECIES, b, i + LANES).fma(v1, b1);
            c0 = DoubleVector.fromArray(SPECIES, c, i).fma(v0, c0);
            c1 = DoubleVector.fromArray(SPECIES, c, i + LANES).fma(v1, c1);
            d0 = DoubleVector.fromArray(SPECIES, d, i).fma(v0, d0);
            d1 = DoubleVector.fromArray(SPECIES, d, i + LANES).fma(v1, d1);
        }
        a0.intoArray(chains, g);
        a1.intoArray(chains, g + LANES);
        b0.intoArray(chains, CHAINS + g);
        b1.intoArray(chains, CHAINS + g + LANES);
        c0.intoArray(chains, 2 * CHAINS + g);
        c1.intoArray(chains, 2 * CHAINS + g + LANES);
        d0.intoArray(chains, 3 * CHAINS + g);
        d1.intoArray(chains, 3 * CHAINS + g + LANES);
    }

    /** Chain c and the one 8 further on, then those 4, 2 and 1 further on; written out, since a loop would wait for what it has just stored. */
    private double tree(int which) {
        double[] c = chains;
        int at = which * CHAINS;
        double a = ((c[at] + c[at + 8]) + (c[at + 4] + c[at + 12]))
                + ((c[at + 2] + c[at + 10]) + (c[at + 6] + c[at + 14]));
        double b = ((c[at + 1] + c[at + 9]) + (c[at + 5] + c[at + 13]))
                + ((c[at + 3] + c[at + 11]) + (c[at + 7] + c[at + 15]));
        return a + b;
    }
}
