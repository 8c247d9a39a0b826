package rugged.meanfield.rules;

import java.util.List;
import rugged.params.BadParameter;

/**
 * Overlaps of a soft committee of K units with its teacher of M: Q_ik = J_i.J_k, R_in = J_i.B_n, T_nm = B_n.B_m, all of order 1. Fields (x_1 ... x_K, y_1 ... y_M) of a new example are Gaussian with
 * these as covariance; students have sign -1 and teachers +1 in the output error sum_n g(y_n) - sum_i g(x_i), g(x) = erf(x/sqrt 2).
 *
 * @param units K
 * @param teachers M
 * @param c the covariance [(K + M) (K + M)], row by row
 */
public record CommitteeOverlaps(int units, int teachers, double[] c) implements ErfMoments.Covariance {
    /** With orthonormal units of the teacher. */
    public static CommitteeOverlaps of(int units, int teachers, double[] q, double[] r) {
        int all = units + teachers;
        double[] c = new double[all * all];
        for (int i = 0; i < units; i++) {
            System.arraycopy(q, i * units, c, i * all, units);
            for (int n = 0; n < teachers; n++) c[i * all + units + n] = c[(units + n) * all + i] = r[i * teachers + n];
        }
        for (int n = units; n < all; n++) c[n * all + n] = 1.0;
        return new CommitteeOverlaps(units, teachers, c);
    }

    /**
     * The start: orthogonal units of the squared lengths given, at right angles to the teacher, the first of them then moved by {@code shift} along the first unit of the teacher.
     *
     * @throws BadParameter where that is no covariance
     */
    public static CommitteeOverlaps start(List<Double> lengths, int teachers, double shift) {
        int units = lengths.size();
        if (units < 1)
            throw new BadParameter("lengths", lengths, "names no hidden unit", "one squared length for each");
        for (double length : lengths)
            if (!(length > 0.0 && Double.isFinite(length)))
                throw new BadParameter(
                        "lengths",
                        lengths,
                        "the covariance of the fields is not positive definite",
                        "squared lengths above 0");
        if (!Double.isFinite(shift)) throw new BadParameter("shift", shift, "is no overlap", "a finite number");
        double[] q = new double[units * units];
        double[] r = new double[units * teachers];
        for (int i = 0; i < units; i++) q[i * units + i] = lengths.get(i);
        q[0] += shift * shift;
        r[0] = shift;
        return of(units, teachers, q, r);
    }

    /** K + M. */
    public int all() {
        return units + teachers;
    }

    @Override
    public double at(int a, int b) {
        return c[a * all() + b];
    }

    /** -1 of a student, +1 of a teacher. */
    public int sign(int a) {
        return a < units ? -1 : 1;
    }

    /** Half the mean squared output error of a new example, exactly. */
    public double loss() {
        double sum = 0.0;
        for (int a = 0; a < all(); a++)
            for (int b = 0; b < all(); b++) sum += sign(a) * sign(b) * ErfMoments.two(at(a, a), at(b, b), at(a, b));
        return 0.5 * sum;
    }

    /** d loss/dC_ab of a student a and any other unit b, C_ab being one number for both of its places. */
    public double slope(int a, int b) {
        double u = 1.0 + at(a, a);
        if (a != b) {
            double root = Math.sqrt(u * (1.0 + at(b, b)) - at(a, b) * at(a, b));
            return sign(a) * sign(b) * 2.0 / Math.PI / root;
        }
        double sum = 1.0 / (Math.PI * u * Math.sqrt(1.0 + 2.0 * at(a, a)));
        for (int other = 0; other < all(); other++) {
            if (other == a) continue;
            double root = Math.sqrt(u * (1.0 + at(other, other)) - at(a, other) * at(a, other));
            sum -= sign(a) * sign(other) * at(a, other) / (Math.PI * u * root);
        }
        return sum;
    }

    /**
     * Which unit of the student stands for which of the teacher: the assignment of largest total overlap, found by going through all where there are few, else the largest overlap first.
     *
     * @return for each place i the unit of the student, those without a teacher last
     */
    public int[] matching() {
        int[] place = new int[units];
        boolean[] taken = new boolean[units];
        if (units <= MOST) {
            double[] best = {Double.NEGATIVE_INFINITY};
            assign(0, 0.0, new int[units], taken, best, place);
            return place;
        }
        boolean[] found = new boolean[teachers];
        int pairs = Math.min(units, teachers);
        for (int pair = 0; pair < pairs; pair++) greedy(place, taken, found);
        int next = teachers;
        for (int i = 0; i < units; i++) if (!taken[i]) place[next++] = i;
        return place;
    }

    private static final int MOST = 7;

    private void greedy(int[] place, boolean[] taken, boolean[] found) {
        int unit = -1;
        int teacher = -1;
        for (int i = 0; i < units; i++)
            for (int n = 0; n < teachers; n++) {
                if (taken[i] || found[n]) continue;
                if (unit >= 0 && at(i, units + n) <= at(unit, units + teacher)) continue;
                unit = i;
                teacher = n;
            }
        taken[unit] = true;
        found[teacher] = true;
        place[teacher] = unit;
    }

    private void assign(int at, double sum, int[] trial, boolean[] taken, double[] best, int[] place) {
        if (at == units) {
            if (!(sum > best[0] + 1e-12)) return;
            best[0] = sum;
            System.arraycopy(trial, 0, place, 0, units);
            return;
        }
        for (int i = 0; i < units; i++) {
            if (taken[i]) continue;
            taken[i] = true;
            trial[at] = i;
            assign(at + 1, sum + (at < teachers ? at(i, units + at) : 0.0), trial, taken, best, place);
            taken[i] = false;
        }
    }

    /** The same with units of the student in their matched places. */
    public CommitteeOverlaps matched() {
        int[] place = matching();
        double[] sorted = c.clone();
        for (int a = 0; a < all(); a++)
            for (int b = 0; b < all(); b++)
                sorted[a * all() + b] = at(a < units ? place[a] : a, b < units ? place[b] : b);
        return new CommitteeOverlaps(units, teachers, sorted);
    }

    /** Of matched units: the mean of R_ii over pairs less the mean of all other R_in; NaN where there are no others. */
    public double specialisation() {
        int pairs = Math.min(units, teachers);
        double own = 0.0;
        double other = 0.0;
        for (int i = 0; i < units; i++)
            for (int n = 0; n < teachers; n++)
                if (i == n) own += at(i, units + n);
                else other += at(i, units + n);
        int others = units * teachers - pairs;
        return others == 0 ? Double.NaN : own / pairs - other / others;
    }
}
