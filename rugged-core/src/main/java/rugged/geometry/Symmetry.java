package rugged.geometry;

/**
 * The group of moves that leave the energy of a landscape as it is, as far as states that differ by one of them count as the same: rotations, inversion and permutations of like atoms;
 * permutations and signs of hidden units; the sign of a state on the sphere. Its own scratch: one thread.
 */
public interface Symmetry {
    /** No move but none. */
    Symmetry NONE = new Symmetry() {
        @Override
        public double align(double[] a, double[] b, double[] moved) {
            System.arraycopy(b, 0, moved, 0, b.length);
            double sum = 0.0;
            for (int i = 0; i < a.length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
            return Math.sqrt(sum);
        }

        @Override
        public double order(double[] x) {
            return 1;
        }

        @Override
        public double logCopies() {
            return 0.0;
        }
    };

    /**
     * Overwrites moved[N] with what the group makes of b[N] so that it is nearest to a[N]; a and b are not modified.
     *
     * @return |a - moved|, in the metric of R^N. An upper bound where the group is too large to be searched whole; 0 within rounding for two states that are copies of one another
     */
    double align(double[] a, double[] b, double[] moved);

    /** The number o of moves that leave x[N] as it is, the identity among them, not counting those that can be made as small as one likes: the order of the point group of a cluster. Whole; a double, as n! 2^n for a network without weights is beyond an int from n = 10 on. */
    double order(double[] x);

    /** ln of the number of discrete moves, |G|: a state has |G|/o distinct copies. */
    double logCopies();
}
