package rugged.meanfield.decay;

import rugged.meanfield.rules.CommitteeOverlaps;
import rugged.num.Cholesky;
import rugged.params.BadParameter;

/**
 * Overlaps of a student of K units with a teacher of K orthonormal ones that treat all units alike: J_i.J_i = Q, J_i.J_j = C, J_i.B_i = R, J_i.B_j = S. Errors of new examples are those of outputs (1/sqrt K) sum_k erf(x_k/sqrt 2):
 * 1/K of what {@link CommitteeOverlaps#loss} has. Source: Ahr, Biehl and Schloesser, J. Phys. A 32, 5003 (1999).
 *
 * @param units K
 * @param q squared length of a unit
 * @param c overlap of two units
 * @param r of a unit with its own unit of the teacher
 * @param s with another
 */
public record SymmetricOverlaps(int units, double q, double c, double r, double s) {
    /** Means of a state: Q and C over units and pairs of them, R and S over matched pairs and all others. */
    public static SymmetricOverlaps mean(CommitteeOverlaps found) {
        CommitteeOverlaps matched = found.matched();
        int k = matched.units();
        double[] sums = new double[4];
        for (int i = 0; i < k; i++)
            for (int j = 0; j < k; j++) {
                sums[i == j ? 0 : 1] += matched.at(i, j);
                sums[i == j ? 2 : 3] += matched.at(i, k + j);
            }
        double pairs = Math.max(1, k * (k - 1));
        return new SymmetricOverlaps(k, sums[0] / k, sums[1] / pairs, sums[2] / k, sums[3] / pairs);
    }

    /** The matrices of all units. */
    public CommitteeOverlaps matrices() {
        double[] q = new double[units * units];
        double[] r = new double[units * units];
        for (int i = 0; i < units; i++)
            for (int j = 0; j < units; j++) {
                q[i * units + j] = i == j ? this.q : c;
                r[i * units + j] = i == j ? this.r : s;
            }
        return CommitteeOverlaps.of(units, units, q, r);
    }

    /** R + (K - 1) S, the overlap of a unit with all of the teacher, which no matching changes. */
    public double together() {
        return r + (units - 1) * s;
    }

    /** R - S. */
    public double apart() {
        return r - s;
    }

    /** l1 = Q + (K - 1) C - (R + (K - 1) S)^2: the part of the sum of units outside of the teacher. */
    double sumMode() {
        return q + (units - 1) * c - together() * together();
    }

    /** l2 = Q - C - (R - S)^2: that of differences of units; Q - R^2 for one unit. */
    double differenceMode() {
        return q - c - apart() * apart();
    }

    /** Whether there are vectors with these overlaps. */
    public boolean possible() {
        return sumMode() > 0.0 && (units == 1 || differenceMode() > 0.0);
    }

    /** eps_g, half the mean squared error of a new example. */
    public double error() {
        double u = 1.0 + q;
        double root = Math.sqrt(2.0 * u);
        double others = units - 1.0;
        return (Math.asin(q / u)
                        + others * Math.asin(c / u)
                        + Math.PI / 6.0
                        - 2.0 * Math.asin(r / root)
                        - 2.0 * others * Math.asin(s / root))
                / Math.PI;
    }

    /** s, the logarithm of the volume of students with these overlaps, per input and but for a constant: (1/2) ln l1 + ((K - 1)/2) ln l2; minus infinity where there are none. */
    public double entropy() {
        if (!possible()) return Double.NEGATIVE_INFINITY;
        return 0.5 * Math.log(sumMode()) + (units == 1 ? 0.0 : 0.5 * (units - 1) * Math.log(differenceMode()));
    }

    /**
     * (1/2) ln det(Q - R T^{-1} R^T) of any overlaps and teachers: half the logarithm of the determinant of all, less that of the teacher's.
     *
     * @throws BadParameter where that is no covariance
     */
    public static double entropy(CommitteeOverlaps of) {
        int all = of.all();
        double[] c = of.c().clone();
        double[] t = new double[of.teachers() * of.teachers()];
        for (int n = 0; n < of.teachers(); n++)
            for (int m = 0; m < of.teachers(); m++) t[n * of.teachers() + m] = of.at(of.units() + n, of.units() + m);
        return halfLogDeterminant(c, all) - halfLogDeterminant(t, of.teachers());
    }

    private static double halfLogDeterminant(double[] matrix, int size) {
        if (!new Cholesky().decompose(matrix, size))
            throw new BadParameter(
                    "overlaps",
                    "these",
                    "are those of no vectors",
                    "a teacher with T and Q - R T^-1 R^T positive definite (Q - R R^T of orthonormal units)");
        double sum = 0.0;
        for (int i = 0; i < size; i++) sum += Math.log(matrix[i * size + i]);
        return sum;
    }
}
