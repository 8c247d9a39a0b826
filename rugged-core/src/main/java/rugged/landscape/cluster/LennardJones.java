package rugged.landscape.cluster;

import java.util.Set;
import java.util.random.RandomGenerator;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Landscape;
import rugged.api.model.ParticleLandscape;
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
 * <p>Source: Jones, Proc. R. Soc. Lond. A 106, 463 (1924); Wales and Doye, J. Phys. Chem. A 101, 5111 (1997). Cost: n (n - 1)/2 pairs a gradient or product.
 */
@Named(
        value = "lennard-jones",
        title = "Lennard-Jones cluster",
        doc = "A free cluster of atoms that attract at a distance and repel nearby: the standard rugged energy"
                + " landscape of chemical physics.",
        source = "Wales and Doye, J. Phys. Chem. A 101, 5111 (1997)",
        year = 1924,
        topics = {"clusters", "rugged landscapes"})
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

    /** The built model: no scratch. */
    private record Cluster(int atoms) implements ParticleLandscape {
        private static final double DENSITY = 0.2;

        @Override
        public int dimension() {
            return 3 * atoms;
        }

        @Override
        public double extent() {
            return 1.0;
        }

        @Override
        public double energy(double[] x) {
            double sum = 0.0;
            for (int i = 0; i < x.length; i += 3) {
                for (int j = 0; j < i; j += 3) {
                    double dx = x[i] - x[j];
                    double dy = x[i + 1] - x[j + 1];
                    double dz = x[i + 2] - x[j + 2];
                    double inverse = 1.0 / (dx * dx + dy * dy + dz * dz);
                    double sixth = inverse * inverse * inverse;
                    sum += sixth * (sixth - 1.0);
                }
            }
            return 4.0 * sum;
        }

        /** With u = 1/r^2: dE/dr / r = 24 u^4 (1 - 2 u^3). */
        @Override
        public double energyAndGradient(double[] x, double[] g) {
            java.util.Arrays.fill(g, 0.0);
            double sum = 0.0;
            for (int i = 0; i < x.length; i += 3) {
                for (int j = 0; j < i; j += 3) {
                    double dx = x[i] - x[j];
                    double dy = x[i + 1] - x[j + 1];
                    double dz = x[i + 2] - x[j + 2];
                    double inverse = 1.0 / (dx * dx + dy * dy + dz * dz);
                    double sixth = inverse * inverse * inverse;
                    sum += sixth * (sixth - 1.0);
                    double pull = 24.0 * inverse * sixth * (1.0 - 2.0 * sixth);
                    g[i] += pull * dx;
                    g[i + 1] += pull * dy;
                    g[i + 2] += pull * dz;
                    g[j] -= pull * dx;
                    g[j + 1] -= pull * dy;
                    g[j + 2] -= pull * dz;
                }
            }
            return 4.0 * sum;
        }

        /** A pair adds a w + b d (d.w) with w = v_i - v_j, a = (dE/dr)/r and b = (da/dr)/r = 96 u^5 (7 u^3 - 2). */
        @Override
        public void hessianVector(double[] x, double[] v, double[] hv) {
            java.util.Arrays.fill(hv, 0.0);
            for (int i = 0; i < x.length; i += 3) {
                for (int j = 0; j < i; j += 3) {
                    double dx = x[i] - x[j];
                    double dy = x[i + 1] - x[j + 1];
                    double dz = x[i + 2] - x[j + 2];
                    double inverse = 1.0 / (dx * dx + dy * dy + dz * dz);
                    double sixth = inverse * inverse * inverse;
                    double a = 24.0 * inverse * sixth * (1.0 - 2.0 * sixth);
                    double b = 96.0 * inverse * inverse * sixth * (7.0 * sixth - 2.0);
                    double wx = v[i] - v[j];
                    double wy = v[i + 1] - v[j + 1];
                    double wz = v[i + 2] - v[j + 2];
                    double along = b * (dx * wx + dy * wy + dz * wz);
                    double fx = a * wx + along * dx;
                    double fy = a * wy + along * dy;
                    double fz = a * wz + along * dz;
                    hv[i] += fx;
                    hv[i + 1] += fy;
                    hv[i + 2] += fz;
                    hv[j] -= fx;
                    hv[j + 1] -= fy;
                    hv[j + 2] -= fz;
                }
            }
        }

        @Override
        public int coordinatesOfBody() {
            return 3;
        }

        @Override
        public int space() {
            return 3;
        }

        @Override
        public double[] box() {
            return new double[0];
        }

        /** Half the distance at which a pair is at rest. */
        @Override
        public double[] semiAxes(int particle) {
            double radius = 0.5 * Math.pow(2.0, 1.0 / 6);
            return new double[] {radius, radius};
        }

        /** Three translations and three rotations, e x r about each axis e. */
        @Override
        public double[][] zeroModes(double[] x) {
            double[][] modes = new double[6][x.length];
            for (int i = 0; i < x.length; i += 3) {
                for (int axis = 0; axis < 3; axis++) {
                    int next = (axis + 1) % 3;
                    int last = (axis + 2) % 3;
                    modes[axis][i + axis] = 1.0;
                    modes[3 + axis][i + next] = -x[i + last];
                    modes[3 + axis][i + last] = x[i + next];
                }
            }
            return modes;
        }

        /** Uniform in a ball, by rejection from the cube around it. */
        @Override
        public void randomise(double[] x, RandomGenerator random) {
            double radius = Math.cbrt(atoms / (DENSITY * 4.0 * Math.PI / 3.0));
            for (int i = 0; i < x.length; i += 3) {
                double square;
                do {
                    square = 0.0;
                    for (int k = i; k < i + 3; k++) {
                        x[k] = 2.0 * random.nextDouble() - 1.0;
                        square += x[k] * x[k];
                    }
                } while (square > 1.0);
                for (int k = i; k < i + 3; k++) x[k] *= radius;
            }
        }
    }
}
