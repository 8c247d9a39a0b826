package rugged.landscape.cluster;

import java.util.Arrays;
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
 * A free cluster of n_A atoms A, which come first, and n_B atoms B with E = sum_{i<j} 4 eps ((sigma/r)^12 - (sigma/r)^6), eps and sigma those of the two kinds; eps_AA = sigma_AA = 1. No cut-off. The state holds
 * (x_1, y_1, z_1, x_2, ...), N = 3 (n_A + n_B). Atoms of one kind are alike. Defaults are those of a glass that does not crystallise easily: A and B attract one another more than their own.
 *
 * <p>Random states are those of Lennard-Jones clusters. The energy is reported whole. Source: Kob and Andersen, Phys. Rev. E 51, 4626 (1995). Cost: n (n - 1)/2 pairs a gradient or product.
 */
@Named(
        value = "binary-lennard-jones",
        title = "Binary Lennard-Jones cluster",
        doc = "A free cluster of two kinds of Lennard-Jones atoms, larger and smaller ones.",
        source = "Kob and Andersen, Phys. Rev. E 51, 4626 (1995)",
        year = 1995,
        topics = {"clusters", "rugged landscapes"})
public record BinaryLennardJones(
        @Param(doc = "number of atoms A", symbol = "n_A", def = "10", min = 1, max = 100000)
        int atomsA,

        @Param(doc = "number of atoms B", symbol = "n_B", def = "3", min = 1, max = 100000)
        int atomsB,

        @Param(doc = "depth of a pair A B", symbol = "eps_AB", def = "1.5", min = 0, above = true, max = 100)
        double epsilonAb,

        @Param(doc = "depth of a pair B B", symbol = "eps_BB", def = "0.5", min = 0, above = true, max = 100)
        double epsilonBb,

        @Param(doc = "size of a pair A B", symbol = "sigma_AB", def = "0.8", min = 0.1, max = 1.5)
        double sigmaAb,

        @Param(doc = "size of a pair B B", symbol = "sigma_BB", def = "0.88", min = 0.1, max = 1.5)
        double sigmaBb)
        implements LandscapeSpec {
    /** Checks what the binder checks too. */
    public BinaryLennardJones {
        if (atomsA < 1) throw new BadParameter("atoms-a", atomsA, "a mixture needs both kinds", "an integer from 1 on");
        if (atomsB < 1) throw new BadParameter("atoms-b", atomsB, "a mixture needs both kinds", "an integer from 1 on");
    }

    private int atoms() {
        return atomsA + atomsB;
    }

    @Override
    public Landscape build() {
        return new Cluster(this);
    }

    @Override
    public Cost cost() {
        return new Cost(24.0 * atoms(), 24.0 * atoms(), 12.0 * atoms() * atoms());
    }

    @Override
    public double knownDimension() {
        return 3.0 * atoms();
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.HESSIAN_VECTOR, Need.PARTICLES);
    }

    /** The built model. Its own scratch: one thread. */
    private static final class Cluster extends PairCluster {
        private final BinaryLennardJones spec;

        /** By the number of atoms B in a pair. */
        private final double[] depth;

        private final double[] size;

        Cluster(BinaryLennardJones spec) {
            super(kinds(spec));
            this.spec = spec;
            depth = new double[] {1.0, spec.epsilonAb, spec.epsilonBb};
            size = new double[] {1.0, spec.sigmaAb, spec.sigmaBb};
        }

        private static int[] kinds(BinaryLennardJones spec) {
            int[] species = new int[spec.atoms()];
            Arrays.fill(species, spec.atomsA, species.length, 1);
            return species;
        }

        /** As for one kind, with u = (sigma/r)^2. */
        @Override
        void pair(int i, int j, double square) {
            int kind = species[i] + species[j];
            double inverse = 1.0 / square;
            double u = size[kind] * size[kind] * inverse;
            double s = u * u * u;
            double scale = depth[kind];
            pair[0] = 4.0 * scale * s * (s - 1.0);
            pair[1] = 24.0 * scale * inverse * s * (1.0 - 2.0 * s);
            pair[2] = 96.0 * scale * inverse * inverse * s * (7.0 * s - 2.0);
        }

        /** Half the distance at which a pair of its kind is at rest. */
        @Override
        public double[] semiAxes(int particle) {
            double radius = 0.5 * PAIR * size[2 * species[particle]];
            return new double[] {radius, radius};
        }

        @Override
        public Landscape fork() {
            return new Cluster(spec);
        }
    }
}
