package rugged.landscape.cluster;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Landscape;
import rugged.index.Named;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * A free cluster of n atoms with E = sum_{i<j} e^{rho (1 - r)} (e^{rho (1 - r)} - 2), without cut-off: a pair at rest is 1 long and has energy -1. Large rho stands for short range; rho = 6 has the curvature of the Lennard-Jones
 * pair at rest. The state holds (x_1, y_1, z_1, x_2, ...), N = 3 n. Unlike the Lennard-Jones pair this one is finite at r = 0.
 *
 * <p>Random states are those of Lennard-Jones clusters. The energy is reported whole. Source: Morse, Phys. Rev. 34, 57 (1929); Doye and Wales, J. Chem. Soc., Faraday Trans. 93, 4233 (1997). Cost: n (n - 1)/2 pairs a
 * gradient or product.
 */
@Named(
        value = "morse",
        title = "Morse cluster",
        doc = "A free cluster of atoms whose attraction has a range that can be set: short ranges make landscapes"
                + " rugged, long ones smooth.",
        source = "Doye and Wales, J. Chem. Soc., Faraday Trans. 93, 4233 (1997)",
        year = 1929,
        topics = {"clusters", "rugged landscapes"})
public record Morse(
        @Param(doc = "number of atoms", symbol = "n", def = "13", min = 2, max = 100000)
        int atoms,

        @Param(
                doc = "inverse range of the pair, in units of its length at rest",
                symbol = "rho",
                def = "6",
                min = 0,
                above = true,
                max = 100,
                reason = "the curvature of a Lennard-Jones pair")
        double rho)
        implements LandscapeSpec {
    /** Checks what the binder checks too. */
    public Morse {
        if (atoms < 2) throw new BadParameter("atoms", atoms, "a cluster needs a pair", "an integer from 2 on");
    }

    @Override
    public Landscape build() {
        return new Cluster(atoms, rho);
    }

    @Override
    public Cost cost() {
        return new Cost(24.0 * atoms, 24.0 * atoms, 20.0 * atoms * atoms);
    }

    @Override
    public double knownDimension() {
        return 3.0 * atoms;
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.HESSIAN_VECTOR, Need.PARTICLES);
    }

    /** The built model. Its own scratch: one thread. */
    private static final class Cluster extends PairCluster {
        private final double rho;

        Cluster(int atoms, double rho) {
            super(new int[atoms]);
            this.rho = rho;
        }

        /** With e = e^{rho (1 - r)}: V = e (e - 2), V' = 2 rho e (1 - e), V'' = 2 rho^2 e (2 e - 1). */
        @Override
        void pair(int i, int j, double square) {
            double r = Math.sqrt(square);
            double e = Math.exp(rho * (1.0 - r));
            double slope = 2.0 * rho * e * (1.0 - e) / r;
            pair[0] = e * (e - 2.0);
            pair[1] = slope;
            pair[2] = (2.0 * rho * rho * e * (2.0 * e - 1.0) - slope) / square;
        }

        /** Half the length of a pair at rest. */
        @Override
        public double[] semiAxes(int particle) {
            return new double[] {0.5, 0.5};
        }

        @Override
        public Landscape fork() {
            return new Cluster(atoms(), rho);
        }
    }
}
