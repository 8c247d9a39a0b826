package rugged.compose.atoms;

import java.util.Arrays;

/**
 * Atoms that attract and repel in pairs and polarise one another in triples: E = sum_{i<j} 4 (r^{-12} - r^{-6}) + Z sum_{i<j<k} (1 + 3 cos t_1 cos t_2 cos t_3)/(r_ij r_ik r_jk)^3. States hold (x_1, y_1, z_1, x_2, ...).
 * Cost: n^3/6 triples. Its own scratch: one thread.
 */
public final class TripleEnergy {
    private final double strength;
    private final double[] first = new double[3];
    private final double[] second = new double[6];
    private final double[] turns = new double[3];

    /** @param strength Z */
    public TripleEnergy(double strength) {
        this.strength = strength;
    }

    /** Overwrites g[3 n] with dE/dx and returns E. */
    public double energyAndGradient(double[] x, double[] g) {
        Arrays.fill(g, 0.0);
        double sum = 0.0;
        for (int i = 0; i < x.length; i += 3)
            for (int j = 0; j < i; j += 3) {
                double square = square(x, i, j);
                double u = 1.0 / square;
                double s = u * u * u;
                sum += 4.0 * s * (s - 1.0);
                pull(x, i, j, 24.0 * u * s * (1.0 - 2.0 * s), g);
                for (int k = 0; k < j; k += 3) sum += triple(x, i, j, k, square, g);
            }
        return sum;
    }

    private double triple(double[] x, int i, int j, int k, double ij, double[] g) {
        double f = TripleDipole.slopes(ij, square(x, i, k), square(x, j, k), first);
        pull(x, i, j, 2.0 * strength * first[0], g);
        pull(x, i, k, 2.0 * strength * first[1], g);
        pull(x, j, k, 2.0 * strength * first[2], g);
        return strength * f;
    }

    /** Overwrites hv[3 n] with the product of the Hessian with v. */
    public void hessianVector(double[] x, double[] v, double[] hv) {
        Arrays.fill(hv, 0.0);
        for (int i = 0; i < x.length; i += 3)
            for (int j = 0; j < i; j += 3) {
                double u = 1.0 / square(x, i, j);
                double s = u * u * u;
                pull(v, i, j, 24.0 * u * s * (1.0 - 2.0 * s), hv);
                pull(x, i, j, 96.0 * u * u * s * (7.0 * s - 2.0) * along(x, v, i, j), hv);
                for (int k = 0; k < j; k += 3) triple(x, v, i, j, k, hv);
            }
    }

    private void triple(double[] x, double[] v, int i, int j, int k, double[] hv) {
        double ij = square(x, i, j);
        double ik = square(x, i, k);
        double jk = square(x, j, k);
        TripleDipole.slopes(ij, ik, jk, first);
        TripleDipole.curvatures(ij, ik, jk, second);
        turns[0] = 2.0 * along(x, v, i, j);
        turns[1] = 2.0 * along(x, v, i, k);
        turns[2] = 2.0 * along(x, v, j, k);
        double twice = 2.0 * strength;
        pull(v, i, j, twice * first[0], hv);
        pull(v, i, k, twice * first[1], hv);
        pull(v, j, k, twice * first[2], hv);
        pull(x, i, j, twice * (second[0] * turns[0] + second[3] * turns[1] + second[4] * turns[2]), hv);
        pull(x, i, k, twice * (second[3] * turns[0] + second[1] * turns[1] + second[5] * turns[2]), hv);
        pull(x, j, k, twice * (second[4] * turns[0] + second[5] * turns[1] + second[2] * turns[2]), hv);
    }

    /** Adds a (w_i - w_j) to atom i of g and takes it from atom j. */
    private static void pull(double[] w, int i, int j, double a, double[] g) {
        for (int k = 0; k < 3; k++) {
            double force = a * (w[i + k] - w[j + k]);
            g[i + k] += force;
            g[j + k] -= force;
        }
    }

    private static double along(double[] x, double[] v, int i, int j) {
        double sum = 0.0;
        for (int k = 0; k < 3; k++) sum += (x[i + k] - x[j + k]) * (v[i + k] - v[j + k]);
        return sum;
    }

    private static double square(double[] x, int i, int j) {
        double sum = 0.0;
        for (int k = 0; k < 3; k++) sum += (x[i + k] - x[j + k]) * (x[i + k] - x[j + k]);
        return sum;
    }
}
