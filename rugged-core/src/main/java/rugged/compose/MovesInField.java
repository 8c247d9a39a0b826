package rugged.compose;

import rugged.api.model.LocalFields;
import rugged.api.model.PairMoves;
import rugged.api.model.UnitMoves;
import rugged.api.model.VectorBlocks;
import rugged.api.moves.FlatMoves;

/** Landscapes in a linear field that keep the interface of local moves by which a Monte Carlo dynamics drives them. */
final class MovesInField {
    private MovesInField() {}

    /** A landscape of local moves in a field. */
    record Pairs(PairMoves base, Tilted tilted) implements PairMoves, InField {
        @Override
        public double energyChange(double[] x, int i, double newI, int j, double newJ) {
            double[] field = tilted.field();
            return base.energyChange(x, i, newI, j, newJ) - field[i] * (newI - x[i]) - field[j] * (newJ - x[j]);
        }

        @Override
        public PairMoves fork() {
            PairMoves fork = base.fork();
            return new Pairs(fork, new Tilted(fork, tilted.field()));
        }
    }

    /** Weights in flat space, in a field. */
    record Flat(FlatMoves base, Tilted tilted) implements FlatMoves, InField {
        @Override
        public int components() {
            return base.components();
        }

        @Override
        public Walk walk() {
            Walk walk = base.walk();
            double[] field = tilted.field();
            return new Walk() {
                @Override
                public void place(double[] x) {
                    walk.place(x);
                }

                @Override
                public double change(double[] x, int i, double to) {
                    return walk.change(x, i, to) - field[i] * (to - x[i]);
                }

                @Override
                public double change(double[] x, int vector, double[] to) {
                    return walk.change(x, vector, to) + work(field, x, vector, to);
                }

                @Override
                public void accept() {
                    walk.accept();
                }
            };
        }

        @Override
        public FlatMoves fork() {
            FlatMoves fork = base.fork();
            return new Flat(fork, new Tilted(fork, tilted.field()));
        }
    }

    /** -h_i.(to - x_i) of a unit. */
    private static double work(double[] field, double[] x, int unit, double[] to) {
        double sum = 0.0;
        for (int a = 0; a < to.length; a++) {
            int at = unit * to.length + a;
            sum -= field[at] * (to[a] - x[at]);
        }
        return sum;
    }

    /** Adds the external field of a unit to h[from ...]. */
    private static void add(double[] field, int unit, int components, double[] h, int from) {
        for (int a = 0; a < components; a++) h[from + a] += field[unit * components + a];
    }

    /** What vector units in a field have of those without. */
    private interface OfVectors extends UnitMoves, InField {
        @Override
        UnitMoves base();

        @Override
        default int components() {
            return base().components();
        }

        @Override
        default double extent() {
            return base().extent();
        }

        @Override
        default double energyChange(double[] x, int unit, double[] to) {
            return base().energyChange(x, unit, to) + work(tilted().field(), x, unit, to);
        }
    }

    /** And of those whose local fields are known. */
    private interface OfFields extends LocalFields, OfVectors {
        @Override
        LocalFields base();

        @Override
        default double energyChange(double[] x, int unit, double[] to) {
            return OfVectors.super.energyChange(x, unit, to);
        }

        @Override
        default void field(double[] x, int unit, double[] h, int from) {
            base().field(x, unit, h, from);
            add(tilted().field(), unit, components(), h, from);
        }
    }

    /** Vector units in a field. */
    record Vectors(UnitMoves base, Tilted tilted) implements OfVectors {
        @Override
        public UnitMoves fork() {
            UnitMoves fork = base.fork();
            return new Vectors(fork, new Tilted(fork, tilted.field()));
        }
    }

    /** Vector units with local fields, in a field more. */
    record Fields(LocalFields base, Tilted tilted) implements OfFields {
        @Override
        public LocalFields fork() {
            LocalFields fork = base.fork();
            return new Fields(fork, new Tilted(fork, tilted.field()));
        }
    }

    /** The same in blocks. */
    record VectorsInBlocks(VectorBlocks base, Tilted tilted) implements VectorBlocks, OfFields {
        @Override
        public int blocks() {
            return base.blocks();
        }

        @Override
        public int[] block(int b) {
            return base.block(b);
        }

        @Override
        public void blockFields(double[] x, int b, double[] h) {
            base.blockFields(x, b, h);
            int[] block = block(b);
            for (int k = 0; k < block.length; k++) add(tilted.field(), block[k], components(), h, k * components());
        }

        @Override
        public VectorBlocks fork() {
            VectorBlocks fork = base.fork();
            return new VectorsInBlocks(fork, new Tilted(fork, tilted.field()));
        }
    }
}
