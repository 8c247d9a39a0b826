package rugged.meanfield.sequence;

/**
 * What r units of a student have in common with t units of a teacher, with the direction of clusters and with one another. S is the covariance of tokens.
 *
 * @param m w'_a.S w_k/d, [t r]
 * @param q w_i.S w_k/d, [r r]
 * @param mean u.w_k/d, [r]
 * @param norm w_i.w_k/d, [r r]
 * @param v V, the covariance [r r] of outputs of which the student is not sure; 0 of a state
 */
public record SequenceOverlaps(double[] m, double[] q, double[] mean, double[] norm, double[] v) {
    /** r. */
    public int units() {
        return mean.length;
    }

    /** t. */
    public int teachers() {
        return m.length / mean.length;
    }

    /** |m|^2/(|q| |rho|), Frobenius norms and rho = variance times 1: the cosine between w w^T and w' w'^T as the tokens see them, whatever the order, the signs and the rotation of units; NaN of no teacher. */
    public double alignment(double variance) {
        double pull = 0.0;
        double size = 0.0;
        for (double x : m) pull += x * x;
        for (double x : q) size += x * x;
        if (m.length == 0) return Double.NaN;
        return size > 0.0 ? pull / (Math.sqrt(size) * variance * Math.sqrt(teachers())) : 0.0;
    }

    /**
     * The same in the order of units, and with the signs, in which unit after unit of the teacher has the one with the largest |m| that is left, m above 0 there. A sign or an order means nothing to a loss that is even or adds units; where it does, the
     * student that learns has the right one, and this changes nothing.
     */
    public SequenceOverlaps matched() {
        int r = units();
        int t = teachers();
        int[] order = new int[r];
        double[] sign = new double[r];
        boolean[] taken = new boolean[r];
        for (int a = 0; a < r; a++) {
            int best = -1;
            for (int k = 0; k < r; k++)
                if (!taken[k] && (best < 0 || a < t && Math.abs(m[a * r + k]) > Math.abs(m[a * r + best]))) best = k;
            taken[best] = true;
            order[a] = best;
            sign[a] = a < t && m[a * r + best] < 0.0 ? -1.0 : 1.0;
        }
        double[] one = new double[r];
        for (int k = 0; k < r; k++) one[k] = sign[k] * mean[order[k]];
        double[] pulls = new double[t * r];
        for (int a = 0; a < t; a++) for (int k = 0; k < r; k++) pulls[a * r + k] = sign[k] * m[a * r + order[k]];
        return new SequenceOverlaps(
                pulls, ordered(q, order, sign), one, ordered(norm, order, sign), ordered(v, order, sign));
    }

    private static double[] ordered(double[] a, int[] order, double[] sign) {
        int r = order.length;
        double[] b = new double[a.length];
        for (int i = 0; i < r; i++)
            for (int k = 0; k < r; k++) b[i * r + k] = sign[i] * sign[k] * a[order[i] * r + order[k]];
        return b;
    }

    /** All numbers one after the other. */
    double[] flat() {
        double[] all = new double[m.length + q.length + mean.length + norm.length + v.length];
        int at = 0;
        for (double[] part : new double[][] {m, q, mean, norm, v}) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    /** The same kind with other numbers, as {@link #flat} has them. */
    SequenceOverlaps filled(double[] all) {
        SequenceOverlaps other = towards(this, 0.0);
        int at = 0;
        for (double[] part : new double[][] {other.m, other.q, other.mean, other.norm, other.v}) {
            System.arraycopy(all, at, part, 0, part.length);
            at += part.length;
        }
        return other;
    }

    /** All times a number. */
    public SequenceOverlaps scaled(double factor) {
        double[] all = flat();
        for (int k = 0; k < all.length; k++) all[k] *= factor;
        return filled(all);
    }

    /** The same with V times a number. */
    SequenceOverlaps unsure(double factor) {
        SequenceOverlaps other = towards(this, 0.0);
        for (int k = 0; k < v.length; k++) other.v[k] *= factor;
        return other;
    }

    /** Between these and others. */
    SequenceOverlaps towards(SequenceOverlaps other, double share) {
        return new SequenceOverlaps(
                mixed(m, other.m, share),
                mixed(q, other.q, share),
                mixed(mean, other.mean, share),
                mixed(norm, other.norm, share),
                mixed(v, other.v, share));
    }

    private static double[] mixed(double[] a, double[] b, double share) {
        double[] c = new double[a.length];
        for (int k = 0; k < c.length; k++) c[k] = (1.0 - share) * a[k] + share * b[k];
        return c;
    }

    /** The largest change of q, |w|^2/d or V of a unit on the way to others, as part of it, or of an overlap, as part of the root. */
    double way(SequenceOverlaps other) {
        int r = units();
        double most = Double.MIN_NORMAL;
        for (int k = 0; k < r; k++) {
            int c = k * (r + 1);
            most = Math.max(most, Math.abs(other.q[c] - q[c]) / q[c]);
            most = Math.max(most, Math.abs(other.norm[c] - norm[c]) / norm[c]);
            most = Math.max(most, Math.abs(other.v[c] - v[c]) / v[c]);
            most = Math.max(most, Math.abs(other.mean[k] - mean[k]) / Math.sqrt(norm[c]));
            for (int a = 0; a < teachers(); a++)
                most = Math.max(most, Math.abs(other.m[a * r + k] - m[a * r + k]) / Math.sqrt(q[c]));
        }
        return most;
    }

    /** Whether the way to others points against an earlier way, which it overwrites. */
    boolean goesBack(SequenceOverlaps other, double[] way) {
        double[] a = flat();
        double[] b = other.flat();
        double product = 0.0;
        for (int k = 0; k < a.length; k++) {
            double step = (b[k] - a[k]) / (1.0 + Math.abs(b[k]));
            product += step * way[k];
            way[k] = step;
        }
        return product < 0.0;
    }

    /** The largest difference to others, as part of 1 and the larger number. */
    double distance(SequenceOverlaps other) {
        double[] a = flat();
        double[] b = other.flat();
        double most = 0.0;
        for (int k = 0; k < a.length; k++) {
            double change = Math.abs(a[k] - b[k]) / (1.0 + Math.abs(b[k]));
            if (!(change <= most)) most = change;
        }
        return most;
    }
}
