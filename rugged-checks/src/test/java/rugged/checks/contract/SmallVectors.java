package rugged.checks.contract;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.VectorBlocks;
import rugged.geometry.Manifold;
import rugged.num.Streams;

/** A ring of an even number of vectors x_i of m components, |x_i|^2 = m: E = -1/m sum_i J_i x_i.x_{i+1} - sum_i h.x_i with Gaussian J_i and a field along the first axis. */
record SmallVectors(int units, int components, double field, long seed) implements LandscapeSpec {
    @Override
    public Ring build() {
        double[] bonds = new double[units];
        Streams.of(seed).stream("bonds", 0).normals(bonds);
        int[][] blocks = new int[2][units / 2];
        for (int i = 0; i < units; i++) blocks[i % 2][i / 2] = i;
        return new Ring(bonds, components, field, blocks, Manifold.power(Manifold.SPHERE, components, units));
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(
                Need.CONTINUOUS,
                Need.GRADIENT,
                Need.HESSIAN_VECTOR,
                Need.CONSTRAINT,
                Need.LOCAL_MOVES,
                Need.LOCAL_LAW,
                Need.BLOCKS);
    }

    /** The built model. */
    record Ring(double[] bonds, int components, double external, int[][] sublattices, Manifold manifold)
            implements VectorBlocks {
        @Override
        public int dimension() {
            return bonds.length * components;
        }

        /** Component a of the field of a unit. */
        private double field(double[] x, int unit, int a) {
            int n = bonds.length;
            int left = (unit + n - 1) % n;
            int right = (unit + 1) % n;
            double sum = bonds[left] * x[left * components + a] + bonds[unit] * x[right * components + a];
            return sum / components + (a == 0 ? external : 0.0);
        }

        @Override
        public void field(double[] x, int unit, double[] h, int from) {
            for (int a = 0; a < components; a++) h[from + a] = field(x, unit, a);
        }

        @Override
        public double energyChange(double[] x, int unit, double[] to) {
            double sum = 0.0;
            for (int a = 0; a < components; a++) sum -= field(x, unit, a) * (to[a] - x[unit * components + a]);
            return sum;
        }

        @Override
        public double energy(double[] x) {
            double twice = 0.0;
            for (int i = 0; i < x.length; i++) {
                int a = i % components;
                twice -= x[i] * (field(x, i / components, a) + (a == 0 ? external : 0.0));
            }
            return 0.5 * twice;
        }

        @Override
        public double energyAndGradient(double[] x, double[] g) {
            double twice = 0.0;
            for (int i = 0; i < bonds.length; i++) {
                field(x, i, g, i * components);
                for (int a = 0; a < components; a++) {
                    int at = i * components + a;
                    twice -= x[at] * (g[at] + (a == 0 ? external : 0.0));
                    g[at] = -g[at];
                }
            }
            return 0.5 * twice;
        }

        @Override
        public void hessianVector(double[] x, double[] v, double[] hv) {
            for (int i = 0; i < bonds.length; i++) field(v, i, hv, i * components);
            for (int i = 0; i < hv.length; i++) hv[i] = -hv[i] + (i % components == 0 ? external : 0.0);
        }

        @Override
        public int blocks() {
            return 2;
        }

        @Override
        public int[] block(int b) {
            return sublattices[b];
        }

        @Override
        public Ring fork() {
            return this;
        }
    }
}
