package rugged.api.model;

import java.util.random.RandomGenerator;

/** An energy of N Ising spins s_i = +-1: units of two values, down (0) and up (1). The model holds the configuration and keeps its local fields in step with it. */
public interface SpinLandscape extends DiscreteLandscape {
    /** E(s with s_i flipped) - E(s). */
    double flipCost(int i);

    /** Flips spin i and updates the fields. */
    void flip(int i);

    @Override
    default int values(int i) {
        return 2;
    }

    @Override
    default int mostValues() {
        return 2;
    }

    @Override
    default double value(int i, int v) {
        return v == 0 ? -1.0 : 1.0;
    }

    @Override
    default void costs(int i, double[] costs, int from) {
        int now = at(i);
        costs[from + now] = 0.0;
        costs[from + 1 - now] = flipCost(i);
    }

    @Override
    default void set(int i, int v) {
        if (at(i) != v) flip(i);
    }

    /** Overwrites s[N] with independent fair signs. */
    @Override
    default void randomise(double[] s, RandomGenerator random) {
        for (int i = 0; i < s.length; i++) s[i] = random.nextBoolean() ? 1.0 : -1.0;
    }

    @Override
    default String place(double[] s) {
        for (double si : s) if (Math.abs(si) != 1.0) return si + " is no spin";
        return "";
    }

    @Override
    SpinLandscape fork();

    /** Spins in blocks whose spins do not feel one another. */
    interface InBlocks extends SpinLandscape, DiscreteBlocks {
        /** Flips the first count of these spins, all of one block, as one after the other. */
        default void flip(int[] which, int count) {
            for (int k = 0; k < count; k++) flip(which[k]);
        }

        @Override
        default void costs(int i, double[] costs, int from) {
            SpinLandscape.super.costs(i, costs, from);
        }

        @Override
        default void randomise(double[] s, RandomGenerator random) {
            SpinLandscape.super.randomise(s, random);
        }

        @Override
        default String place(double[] s) {
            return SpinLandscape.super.place(s);
        }

        @Override
        InBlocks fork();
    }
}
