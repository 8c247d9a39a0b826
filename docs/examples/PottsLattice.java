import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.DiscreteBlocks;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.params.Param;

/**
 * Potts model on a periodic square lattice: E(s) = - sum over neighbours of delta(s_i, s_j), s_i = 0 ... q - 1. Extensive; J = 1. It orders at T_c = 1/ln(1 + sqrt(q)). Black and white
 * sites, of even and odd row plus column, are blocks: each has neighbours of the other colour only.
 */
@Named(value = "potts-lattice", title = "Potts model on a square lattice", topics = "tutorial")
public record PottsLattice(
        @Param(doc = "length of a side", symbol = "L", def = "8", min = 2, max = 1024) int side,
        @Param(doc = "values of a site", symbol = "q", def = "3", min = 2, max = 100) int q)
        implements LandscapeSpec {
    public PottsLattice {
        if (side % 2 == 1) throw new rugged.params.BadParameter("side", side, "is odd: a periodic lattice has two colours for even sides only", "an even side");
    }

    @Override
    public Lattice build() {
        return new Lattice(side, q, new int[side * side]);
    }

    /** Values are names, which have an overlap but no origin. */
    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.UNITS, Need.BLOCKS, Need.OVERLAP);
    }

    @Override
    public boolean origin() {
        return false;
    }

    @Override
    public double knownDimension() {
        return side * (double) side;
    }

    static final class Lattice implements DiscreteBlocks {
        private final int side;
        private final int q;
        private final int[] at;
        private final int[][] colours = new int[2][];
        private final int[] near = new int[4];

        Lattice(int side, int q, int[] at) {
            this.side = side;
            this.q = q;
            this.at = at;
            for (int c = 0; c < 2; c++) {
                int colour = c;
                colours[c] = IntStream.range(0, at.length)
                        .filter(i -> (i / side + i % side) % 2 == colour)
                        .toArray();
            }
        }

        private int[] neighbours(int i) {
            int row = i / side * side;
            int column = i % side;
            near[0] = row + (column + 1) % side;
            near[1] = row + (column + side - 1) % side;
            near[2] = (row + side) % at.length + column;
            near[3] = (row + at.length - side) % at.length + column;
            return near;
        }

        @Override
        public int dimension() {
            return at.length;
        }

        @Override
        public int values(int i) {
            return q;
        }

        @Override
        public boolean names() {
            return true;
        }

        @Override
        public int at(int i) {
            return at[i];
        }

        @Override
        public void costs(int i, double[] costs, int from) {
            Arrays.fill(costs, from, from + q, 0.0);
            for (int j : neighbours(i)) costs[from + at[j]]--;
            double now = costs[from + at[i]];
            for (int v = 0; v < q; v++) costs[from + v] -= now;
        }

        @Override
        public void set(int i, int v) {
            at[i] = v;
        }

        @Override
        public void load(double[] x) {
            for (int i = 0; i < at.length; i++) at[i] = (int) x[i];
        }

        @Override
        public double energy() {
            double twice = 0.0;
            for (int i = 0; i < at.length; i++) for (int j : neighbours(i)) if (at[j] == at[i]) twice--;
            return 0.5 * twice;
        }

        @Override
        public byte[] save() {
            return new Packed.Writer().put(Arrays.stream(at).asDoubleStream().toArray()).bytes();
        }

        @Override
        public void restore(byte[] saved) {
            double[] x = new double[at.length];
            new Packed.Reader(saved).read(x);
            load(x);
        }

        @Override
        public int blocks() {
            return 2;
        }

        @Override
        public int[] block(int b) {
            return colours[b];
        }

        @Override
        public Lattice fork() {
            return new Lattice(side, q, at.clone());
        }
    }
}
