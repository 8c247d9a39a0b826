package rugged.run;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Landscape;
import rugged.api.model.SpinLandscape;
import rugged.geometry.Manifold;
import rugged.num.Packed;
import rugged.num.Streams;

/** Small landscapes. */
final class ToyLandscapes {
    private ToyLandscapes() {}

    /** E = sum_i (x_i^4/4 - x_i^2/2) + sum_i J_i x_i x_{i+1} on R^N. */
    record Wells(int n, long seed) implements LandscapeSpec {
        @Override
        public Landscape build() {
            double[] couplings = new double[n];
            Streams.of(seed).stream("couplings", 0).normals(couplings);
            return new WellsModel(couplings);
        }
    }

    record WellsModel(double[] couplings) implements Landscape {
        @Override
        public int dimension() {
            return couplings.length;
        }

        @Override
        public double energy(double[] x) {
            return energyAndGradient(x, new double[x.length]);
        }

        @Override
        public double energyAndGradient(double[] x, double[] g) {
            double energy = 0.0;
            for (int i = 0; i < x.length; i++) {
                g[i] = x[i] * x[i] * x[i] - x[i];
                energy += x[i] * x[i] * (x[i] * x[i] / 4 - 0.5);
            }
            for (int i = 0; i < x.length; i++) {
                int next = (i + 1) % x.length;
                energy += 0.3 * couplings[i] * x[i] * x[next];
                g[i] += 0.3 * couplings[i] * x[next];
                g[next] += 0.3 * couplings[i] * x[i];
            }
            return energy;
        }

        @Override
        public Manifold manifold() {
            return Manifold.FLAT;
        }
    }

    /** Ising chain with random bonds. */
    record Chain(int n, long seed) implements LandscapeSpec {
        @Override
        public SpinLandscape build() {
            double[] bonds = new double[n];
            Streams.of(seed).stream("bonds", 0).normals(bonds);
            return new ChainModel(bonds, new double[n]);
        }

        @Override
        public Set<Need> provides() {
            return EnumSet.of(Need.SPINS);
        }
    }

    record ChainModel(double[] bonds, double[] s) implements SpinLandscape {
        @Override
        public int dimension() {
            return s.length;
        }

        @Override
        public void load(double[] from) {
            System.arraycopy(from, 0, s, 0, s.length);
        }

        @Override
        public void state(double[] into) {
            System.arraycopy(s, 0, into, 0, s.length);
        }

        @Override
        public double energy() {
            double energy = 0.0;
            for (int i = 0; i < s.length; i++) energy -= bonds[i] * s[i] * s[(i + 1) % s.length];
            return energy;
        }

        @Override
        public int at(int i) {
            return s[i] > 0.0 ? 1 : 0;
        }

        @Override
        public double flipCost(int i) {
            int before = (i + s.length - 1) % s.length;
            return 2 * s[i] * (bonds[before] * s[before] + bonds[i] * s[(i + 1) % s.length]);
        }

        @Override
        public void flip(int i) {
            s[i] = -s[i];
        }

        @Override
        public byte[] save() {
            return new Packed.Writer().put(s).bytes();
        }

        @Override
        public void restore(byte[] saved) {
            new Packed.Reader(saved).read(s);
        }

        @Override
        public SpinLandscape fork() {
            return new ChainModel(bonds, s.clone());
        }
    }
}
