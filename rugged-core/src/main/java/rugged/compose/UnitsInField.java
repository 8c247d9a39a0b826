package rugged.compose;

import java.util.random.RandomGenerator;
import rugged.api.model.DiscreteBlocks;
import rugged.api.model.DiscreteLandscape;
import rugged.api.model.SpinLandscape;

/**
 * Discrete units in a linear field -h.x, x the numbers that stand for their values. The configuration x[N] is followed beside the model. Saved as the model is, so that one
 * in a field can take over the state of one without.
 */
final class UnitsInField {
    private UnitsInField() {}

    /** What all units in a field have of the model without. */
    private interface Tilting extends DiscreteLandscape {
        DiscreteLandscape base();

        double[] h();

        /** The configuration, live. */
        double[] x();

        @Override
        default int dimension() {
            return base().dimension();
        }

        @Override
        default double extent() {
            return base().extent();
        }

        @Override
        default int values(int i) {
            return base().values(i);
        }

        @Override
        default int mostValues() {
            return base().mostValues();
        }

        @Override
        default double value(int i, int v) {
            return base().value(i, v);
        }

        @Override
        default boolean names() {
            return base().names();
        }

        @Override
        default int at(int i) {
            return base().at(i);
        }

        @Override
        default void costs(int i, double[] costs, int from) {
            base().costs(i, costs, from);
            tilt(i, costs, from);
        }

        /** Adds what the field contributes to the costs of unit i. */
        default void tilt(int i, double[] costs, int from) {
            for (int v = 0; v < values(i); v++) costs[from + v] -= h()[i] * (value(i, v) - x()[i]);
        }

        @Override
        default void set(int i, int v) {
            base().set(i, v);
            x()[i] = value(i, v);
        }

        @Override
        default void load(double[] configuration) {
            base().load(configuration);
            System.arraycopy(configuration, 0, x(), 0, x().length);
        }

        @Override
        default void state(double[] into) {
            System.arraycopy(x(), 0, into, 0, x().length);
        }

        @Override
        default double energy() {
            double work = 0.0;
            for (int i = 0; i < x().length; i++) work += h()[i] * x()[i];
            return base().energy() - work;
        }

        @Override
        default byte[] save() {
            return base().save();
        }

        @Override
        default void restore(byte[] saved) {
            base().restore(saved);
            base().state(x());
        }

        @Override
        default void randomise(double[] into, RandomGenerator random) {
            base().randomise(into, random);
        }

        @Override
        default String place(double[] at) {
            return base().place(at);
        }
    }

    /** Units in a field. */
    record Units(DiscreteLandscape base, double[] h, double[] x) implements Tilting {
        @Override
        public DiscreteLandscape fork() {
            Units copy = new Units(base.fork(), h, new double[x.length]);
            copy.load(x);
            return copy;
        }
    }

    /** Units in blocks, in a field. */
    record InBlocks(DiscreteBlocks base, double[] h, double[] x) implements DiscreteBlocks, Tilting {
        @Override
        public int blocks() {
            return base.blocks();
        }

        @Override
        public int[] block(int b) {
            return base.block(b);
        }

        @Override
        public void blockCosts(int b, double[] costs, int stride) {
            base.blockCosts(b, costs, stride);
            int[] block = block(b);
            for (int k = 0; k < block.length; k++) tilt(block[k], costs, k * stride);
        }

        @Override
        public void setBlock(int b, int[] values) {
            base.setBlock(b, values);
            int[] block = block(b);
            for (int k = 0; k < block.length; k++) x[block[k]] = value(block[k], values[k]);
        }

        @Override
        public DiscreteBlocks fork() {
            InBlocks copy = new InBlocks(base.fork(), h, new double[x.length]);
            copy.load(x);
            return copy;
        }
    }

    /** What all spins in a field have of the model without. */
    private interface TiltedSpins extends SpinLandscape, Tilting {
        @Override
        SpinLandscape base();

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
            return SpinLandscape.super.value(i, v);
        }

        @Override
        default void costs(int i, double[] costs, int from) {
            SpinLandscape.super.costs(i, costs, from);
        }

        @Override
        default double flipCost(int i) {
            return base().flipCost(i) + 2.0 * h()[i] * x()[i];
        }

        @Override
        default void flip(int i) {
            base().flip(i);
            x()[i] = -x()[i];
        }

        @Override
        default void set(int i, int v) {
            SpinLandscape.super.set(i, v);
        }

        @Override
        default void randomise(double[] into, RandomGenerator random) {
            base().randomise(into, random);
        }

        @Override
        default String place(double[] at) {
            return base().place(at);
        }

        @Override
        SpinLandscape fork();
    }

    /** Spins in a field. */
    record Spins(SpinLandscape base, double[] h, double[] x) implements TiltedSpins {
        @Override
        public SpinLandscape fork() {
            Spins copy = new Spins(base.fork(), h, new double[x.length]);
            copy.load(x);
            return copy;
        }
    }

    /** Spins in blocks, in a field. */
    record SpinsInBlocks(SpinLandscape.InBlocks base, double[] h, double[] x)
            implements TiltedSpins, SpinLandscape.InBlocks {
        @Override
        public void costs(int i, double[] costs, int from) {
            TiltedSpins.super.costs(i, costs, from);
        }

        @Override
        public void randomise(double[] into, RandomGenerator random) {
            TiltedSpins.super.randomise(into, random);
        }

        @Override
        public String place(double[] at) {
            return TiltedSpins.super.place(at);
        }

        @Override
        public int blocks() {
            return base.blocks();
        }

        @Override
        public int[] block(int b) {
            return base.block(b);
        }

        @Override
        public SpinLandscape.InBlocks fork() {
            SpinsInBlocks copy = new SpinsInBlocks(base.fork(), h, new double[x.length]);
            copy.load(x);
            return copy;
        }
    }
}
