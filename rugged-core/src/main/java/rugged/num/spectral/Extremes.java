package rugged.num.spectral;

import rugged.num.RandomStream;

/**
 * The eigenvalues at the two ends of a spectrum, with eigenvectors, by Lanczos from a random vector. A pair has converged when its residual
 * |A u - theta u| is at most the tolerance times the largest |theta|: there is an eigenvalue that close. A repeated eigenvalue counts once; that none was
 * passed over is likely for a random start, not certain.
 *
 * @param top the largest, from the largest on
 * @param bottom the smallest, from the smallest on
 * @param steps products that were needed
 * @param all whether every pair has converged
 */
public record Extremes(End top, End bottom, int steps, boolean all) {
    private static final int AT_ONCE = 10;

    /**
     * One end.
     *
     * @param values eigenvalues, outermost first; fewer than asked for when the space holds no more
     * @param residuals |A u - theta u|
     * @param vectors unit vectors u
     * @param most the residual up to which a pair has converged
     */
    public record End(double[] values, double[] residuals, double[][] vectors, double most) {
        /** Whether the pair k, from 0, has converged. */
        public boolean reliable(int k) {
            return residuals[k] <= most;
        }

        /** How many of them have converged. */
        public int converged() {
            int count = 0;
            for (int k = 0; k < values.length; k++) if (reliable(k)) count++;
            return count;
        }

        /** How many. */
        public int size() {
            return values.length;
        }
    }

    /**
     * Grows the space until all pairs asked for have converged.
     *
     * @param top how many of the largest
     * @param bottom how many of the smallest
     * @param tolerance relative to the largest |theta|
     * @param most products at most; what has not converged by then is given with its residual
     */
    public static Extremes of(
            SymmetricOperator operator, int top, int bottom, double tolerance, int most, RandomStream random) {
        double[] start = new double[operator.dimension()];
        random.normals(start);
        Krylov space = new Krylov(operator, start);
        while (true) {
            space.grow(Math.min(most, space.steps() + AT_ONCE));
            Krylov.Ritz ritz = space.ritz();
            boolean last = space.exhausted() || space.steps() >= Math.min(most, operator.freedom());
            boolean done = count(ritz, top, true, tolerance) == top && count(ritz, bottom, false, tolerance) == bottom;
            if (last || done) {
                End above = end(space, ritz, top, true, tolerance);
                End below = end(space, ritz, bottom, false, tolerance);
                boolean all = above.converged() == above.size() && below.converged() == below.size();
                return new Extremes(above, below, space.steps(), all);
            }
        }
    }

    private static int place(Krylov.Ritz ritz, int k, boolean above) {
        return above ? ritz.values().length - 1 - k : k;
    }

    private static double size(Krylov.Ritz ritz) {
        return Math.max(Math.abs(ritz.values()[0]), Math.abs(ritz.values()[ritz.values().length - 1]));
    }

    private static int count(Krylov.Ritz ritz, int wanted, boolean above, double tolerance) {
        int m = ritz.values().length;
        int count = 0;
        for (int k = 0; k < Math.min(wanted, m); k++)
            if (ritz.residuals()[place(ritz, k, above)] <= tolerance * size(ritz)) count++;
        return count;
    }

    private static End end(Krylov space, Krylov.Ritz ritz, int wanted, boolean above, double tolerance) {
        int size = Math.min(wanted, ritz.values().length);
        double[] values = new double[size];
        double[] residuals = new double[size];
        double[][] vectors = new double[size][];
        for (int k = 0; k < size; k++) {
            int place = place(ritz, k, above);
            values[k] = ritz.values()[place];
            residuals[k] = ritz.residuals()[place];
            vectors[k] = space.vector(ritz.components()[place]);
        }
        return new End(values, residuals, vectors, tolerance * size(ritz));
    }
}
