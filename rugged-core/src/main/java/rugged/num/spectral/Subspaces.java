package rugged.num.spectral;

/** How vectors lie: spread or localised, and how much two subspaces share. */
public final class Subspaces {
    private Subspaces() {}

    /** 1/(N sum_i v_i^4) for the unit vector along v: 1 when spread evenly, 1/3 for random directions at large N, 1/N on one coordinate. */
    public static double participation(double[] v) {
        double second = 0.0;
        double fourth = 0.0;
        for (double component : v) {
            double square = component * component;
            second += square;
            fourth += square * square;
        }
        return second * second / (v.length * fourth);
    }

    /** (1/k) sum_ij (u_i.v_j)^2 of two orthonormal sets of k vectors: 1 for the same subspace, k/M for random ones in M dimensions. */
    public static double overlap(double[][] u, double[][] v) {
        double sum = 0.0;
        for (double[] one : u) {
            for (double[] other : v) {
                double dot = SpectralVectors.dot(one, other);
                sum += dot * dot;
            }
        }
        return sum / Math.max(u.length, v.length);
    }
}
