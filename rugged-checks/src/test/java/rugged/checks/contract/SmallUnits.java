package rugged.checks.contract;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.DiscreteBlocks;
import rugged.num.Packed;
import rugged.num.RandomStream;
import rugged.num.Streams;

/**
 * A ring of an even number of units, unit i with 1 + i mod 4 values and random Gaussian energies of every pair of values of neighbours: the even and the odd units are blocks. Values are
 * names, or the numbers v.
 */
record SmallUnits(int n, boolean names, long seed) implements LandscapeSpec {
    @Override
    public Ring build() {
        RandomStream random = Streams.of(seed).stream("pairs", 0);
        double[][][] pairs = new double[n][4][4];
        for (double[][] pair : pairs) for (double[] row : pair) random.normals(row);
        return new Ring(pairs, names, new int[n]);
    }

    @Override
    public Set<Need> provides() {
        return names ? EnumSet.of(Need.UNITS, Need.BLOCKS, Need.OVERLAP) : EnumSet.of(Need.UNITS, Need.BLOCKS);
    }

    @Override
    public boolean origin() {
        return !names;
    }

    /** The built model. */
    static final class Ring implements DiscreteBlocks {
        private final double[][][] pairs;
        private final boolean names;
        private final int[] at;
        private final int[][] blocks;

        Ring(double[][][] pairs, boolean names, int[] at) {
            this.pairs = pairs;
            this.names = names;
            this.at = at;
            blocks = new int[2][at.length / 2];
            for (int i = 0; i < at.length; i++) blocks[i % 2][i / 2] = i;
        }

        @Override
        public int dimension() {
            return at.length;
        }

        @Override
        public int values(int i) {
            return 1 + i % 4;
        }

        @Override
        public boolean names() {
            return names;
        }

        @Override
        public int at(int i) {
            return at[i];
        }

        private double around(int i, int v) {
            int n = at.length;
            int left = (i + n - 1) % n;
            return pairs[left][at[left]][v] + pairs[i][v][at[(i + 1) % n]];
        }

        @Override
        public void costs(int i, double[] costs, int from) {
            double now = around(i, at[i]);
            for (int v = 0; v < values(i); v++) costs[from + v] = around(i, v) - now;
        }

        @Override
        public void set(int i, int v) {
            at[i] = v;
        }

        @Override
        public void load(double[] x) {
            for (int i = 0; i < at.length; i++) at[i] = indexOf(i, x[i]);
        }

        @Override
        public double energy() {
            double sum = 0.0;
            for (int i = 0; i < at.length; i++) sum += pairs[i][at[i]][at[(i + 1) % at.length]];
            return sum;
        }

        @Override
        public byte[] save() {
            Packed.Writer out = new Packed.Writer();
            for (int v : at) out.put(v);
            return out.bytes();
        }

        @Override
        public void restore(byte[] saved) {
            Packed.Reader in = new Packed.Reader(saved);
            Arrays.setAll(at, i -> in.readInt());
        }

        @Override
        public int blocks() {
            return 2;
        }

        @Override
        public int[] block(int b) {
            return blocks[b];
        }

        @Override
        public Ring fork() {
            return new Ring(pairs, names, at.clone());
        }
    }
}
