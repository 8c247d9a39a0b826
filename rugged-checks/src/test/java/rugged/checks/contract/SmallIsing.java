package rugged.checks.contract;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Model;
import rugged.api.model.SpinLandscape;
import rugged.num.Packed;
import rugged.num.RandomStream;
import rugged.num.Streams;

/**
 * E(s) = - sum_{i<j} J_ij s_i s_j - sum_i h_i s_i with Gaussian J of variance {@code coupling}^2/N and a uniform field h: small enough to be enumerated, free
 * spins when the coupling is 0.
 */
record SmallIsing(int n, double coupling, double field, long seed) implements LandscapeSpec {
    @Override
    public Model build() {
        RandomStream random = Streams.of(seed).stream("couplings", 0);
        double[][] j = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = a + 1; b < n; b++) j[a][b] = j[b][a] = coupling * random.nextGaussian() / Math.sqrt(n);
        }
        return new Spins(j, field);
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.SPINS, Need.LOCAL_MOVES);
    }

    static final class Spins implements SpinLandscape {
        private final double[][] j;
        private final double external;
        private final double[] s;
        private final double[] fields;

        Spins(double[][] j, double external) {
            this.j = j;
            this.external = external;
            s = new double[j.length];
            fields = new double[j.length];
        }

        @Override
        public int dimension() {
            return s.length;
        }

        @Override
        public void load(double[] configuration) {
            System.arraycopy(configuration, 0, s, 0, s.length);
            for (int i = 0; i < s.length; i++) {
                fields[i] = external;
                for (int k = 0; k < s.length; k++) fields[i] += j[i][k] * s[k];
            }
        }

        @Override
        public void state(double[] into) {
            System.arraycopy(s, 0, into, 0, s.length);
        }

        @Override
        public double energy() {
            double energy = 0.0;
            for (int i = 0; i < s.length; i++) energy -= 0.5 * (fields[i] + external) * s[i];
            return energy;
        }

        @Override
        public int at(int i) {
            return s[i] > 0.0 ? 1 : 0;
        }

        @Override
        public double flipCost(int i) {
            return 2.0 * s[i] * fields[i];
        }

        @Override
        public void flip(int i) {
            s[i] = -s[i];
            for (int k = 0; k < s.length; k++) fields[k] += 2.0 * j[k][i] * s[i];
        }

        @Override
        public byte[] save() {
            return new Packed.Writer().put(s).put(fields).bytes();
        }

        @Override
        public void restore(byte[] saved) {
            Packed.Reader in = new Packed.Reader(saved);
            in.read(s);
            in.read(fields);
        }

        @Override
        public SpinLandscape fork() {
            Spins copy = new Spins(j, external);
            copy.load(s);
            return copy;
        }
    }
}
