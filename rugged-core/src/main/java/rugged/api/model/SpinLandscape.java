package rugged.api.model;

import java.util.random.RandomGenerator;

/** An energy of N Ising spins s_i = +-1. The model holds the configuration and keeps its local fields in step with it. */
public non-sealed interface SpinLandscape extends Model {
    /** Takes the configuration s[N] of +1 and -1 and recomputes the fields. s is not modified. */
    void load(double[] s);

    /** Copies the configuration into s[N]. */
    void state(double[] s);

    /** E of the configuration held. */
    double energy();

    /** E(s with s_i flipped) - E(s). */
    double flipCost(int i);

    /** Flips spin i and updates the fields. */
    void flip(int i);

    /**
     * Everything that {@link #flip} keeps in step, so that a resumed run continues to the same bits (fields recomputed by {@link #load} would differ in
     * the last ones).
     */
    byte[] save();

    /** The inverse of {@link #save}. */
    void restore(byte[] saved);

    /** Overwrites s[N] with independent fair signs. */
    @Override
    default void randomise(double[] s, RandomGenerator random) {
        for (int i = 0; i < s.length; i++) s[i] = random.nextBoolean() ? 1.0 : -1.0;
    }

    @Override
    default void energies(double[][] xs, double[] es) {
        for (int r = 0; r < xs.length; r++) {
            load(xs[r]);
            es[r] = energy();
        }
    }

    @Override
    default double squaredDifference(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
        return sum;
    }

    @Override
    default double violation(double[] s) {
        for (double si : s) if (Math.abs(si) != 1.0) return Double.POSITIVE_INFINITY;
        return 0.0;
    }

    @Override
    default String place(double[] s) {
        for (double si : s) if (Math.abs(si) != 1.0) return si + " is no spin";
        return "";
    }

    @Override
    default SpinLandscape beside() {
        return fork();
    }

    @Override
    SpinLandscape fork();
}
