package rugged.landscape.cluster;

import java.util.Set;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Landscape;
import rugged.index.Named;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * A free cluster of n atoms with E = sum_{i<j} 4 eps ((sigma/r)^12 - (sigma/r)^6), without cut-off; eps = sigma = 1. The state holds
 * (x_1, y_1, z_1, x_2, ...), N = 3 n. Three translations and three rotations cost nothing: the Hessian of a minimum has six eigenvalues 0.
 *
 * <p>A random state has the atoms independent and uniform in a ball of n/(4 pi/3 R^3) = 0.2 atoms a sigma^3. The energy is reported whole, not
 * per coordinate. Lowest minima known: -44.326801 (13 atoms, icosahedron), -173.928427 (38 atoms, truncated octahedron).
 *
 * <p>Source: Jones, Proc. R. Soc. Lond. A 106, 463 (1924); Wales and Doye, J. Phys. Chem. A 101, 5111 (1997). Cost: n^2 pairs a gradient or product, n (n - 1)/2 a Hessian.
 */
@Named(
        value = "lennard-jones",
        title = "Lennard-Jones cluster",
        doc = "A free cluster of atoms that attract at a distance and repel nearby: the standard rugged energy"
                + " landscape of chemical physics.",
        source = "Wales and Doye, J. Phys. Chem. A 101, 5111 (1997)",
        year = 1924,
        topics = {"clusters", "rugged landscapes"},
        revision = 2)
public record LennardJones(
        @Param(
                doc = "number of atoms",
                symbol = "n",
                def = "13",
                min = 2,
                max = 100000,
                reason = "the smallest complete icosahedron")
        int atoms)
        implements LandscapeSpec {
    /** Checks what the binder checks too. */
    public LennardJones {
        if (atoms < 2) throw new BadParameter("atoms", atoms, "a cluster needs a pair", "an integer from 2 on");
    }

    @Override
    public Landscape build() {
        return new Cluster(atoms);
    }

    @Override
    public Cost cost() {
        return new Cost(24.0 * atoms, 24.0 * atoms, 12.0 * atoms * atoms);
    }

    @Override
    public double knownDimension() {
        return 3.0 * atoms;
    }

    @Override
    public Set<Need> provides() {
        return java.util.EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.HESSIAN_VECTOR, Need.PARTICLES);
    }

    /** The built model. Its own scratch: one thread. */
    private static final class Cluster extends PairCluster {
        private final LennardJonesSweep sweep;
        private final LennardJonesProduct product;

        Cluster(int atoms) {
            super(new int[atoms]);
            sweep = new LennardJonesSweep(atoms);
            product = new LennardJonesProduct(atoms);
        }

        @Override
        public double energy(double[] x) {
            return sweep.energy(x);
        }

        @Override
        public double energyAndGradient(double[] x, double[] g) {
            return sweep.energyAndGradient(x, g);
        }

        @Override
        public void hessianVector(double[] x, double[] v, double[] hv) {
            product.of(x, v, hv);
        }

        /** With u = 1/r^2: V = 4 u^3 (u^3 - 1), a = 24 u^4 (1 - 2 u^3), b = 96 u^5 (7 u^3 - 2). */
        @Override
        void pair(int i, int j, double square) {
            double u = 1.0 / square;
            double s = u * u * u;
            pair[0] = 4.0 * s * (s - 1.0);
            pair[1] = 24.0 * u * s * (1.0 - 2.0 * s);
            pair[2] = 96.0 * u * u * s * (7.0 * s - 2.0);
        }

        /** Half the distance at which a pair is at rest. */
        @Override
        public double[] semiAxes(int particle) {
            return new double[] {PAIR / 2, PAIR / 2};
        }

        @Override
        public Landscape fork() {
            return new Cluster(atoms());
        }
    }
}
