package rugged.landscape.cluster;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Landscape;
import rugged.compose.atoms.TripleEnergy;
import rugged.index.Named;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * A free cluster of n atoms, three by default, with E = sum_{i<j} 4 (r^{-12} - r^{-6}) + Z sum_{i<j<k} (1 + 3 cos t_1 cos t_2 cos t_3)/(r_ij r_ik r_jk)^3, t the angles of the triangle; lengths and energies in those of the
 * Lennard-Jones pair. The state holds (x_1, y_1, z_1, x_2, ...), N = 3 n.
 *
 * <p>Of three atoms a triangle of side a has E = 12 (a^{-12} - a^{-6}) + (11/8) Z a^{-9}, a line of equal bonds r has 8 (r^{-12} - r^{-6}) + 4 ((2 r)^{-12} - (2 r)^{-6}) - (Z/4) r^{-9}. At Z = 2 these are the minima: one triangle,
 * E = -2.185099, and three lines, E = -2.219098, which differ in the atom in the middle. The energy is reported whole.
 *
 * <p>Source: Axilrod and Teller, J. Chem. Phys. 11, 299 (1943); Ballard, Stevenson, Das and Wales, J. Chem. Phys. 144, 124119 (2016). Cost: n^3/6 triples a gradient or product.
 */
@Named(
        value = "triatomic",
        title = "Atoms with a three-body force",
        doc = "A free cluster of atoms, three by default, that attract and repel in pairs and polarise one another in"
                + " triples: a triangle and three lines compete.",
        source = "Ballard et al., J. Chem. Phys. 144, 124119 (2016)",
        year = 2016,
        topics = {"clusters", "rugged landscapes"})
public record Triatomic(
        @Param(doc = "number of atoms", symbol = "n", def = "3", min = 3, max = 1000)
        int atoms,

        @Param(
                doc = "strength of the three-body force",
                symbol = "Z",
                def = "2",
                min = 0,
                max = 100,
                reason = "lines and triangles have nearly the same energy")
        double strength)
        implements LandscapeSpec {
    /** Checks what the binder checks too. */
    public Triatomic {
        if (atoms < 3) throw new BadParameter("atoms", atoms, "a triple needs three", "an integer from 3 on");
    }

    @Override
    public Landscape build() {
        return new Cluster(atoms, strength);
    }

    @Override
    public Cost cost() {
        return new Cost(24.0 * atoms, 24.0 * atoms, 15.0 * atoms * atoms * atoms);
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
    private static final class Cluster extends OpenCluster {
        private final double strength;
        private final TripleEnergy triples;
        private final double[] g;

        Cluster(int atoms, double strength) {
            super(new int[atoms]);
            this.strength = strength;
            triples = new TripleEnergy(strength);
            g = new double[3 * atoms];
        }

        @Override
        public double energy(double[] x) {
            return triples.energyAndGradient(x, g);
        }

        @Override
        public double energyAndGradient(double[] x, double[] into) {
            return triples.energyAndGradient(x, into);
        }

        @Override
        public void hessianVector(double[] x, double[] v, double[] hv) {
            triples.hessianVector(x, v, hv);
        }

        @Override
        public double[] semiAxes(int particle) {
            return new double[] {PAIR / 2, PAIR / 2};
        }

        @Override
        public Landscape fork() {
            return new Cluster(atoms(), strength);
        }
    }
}
