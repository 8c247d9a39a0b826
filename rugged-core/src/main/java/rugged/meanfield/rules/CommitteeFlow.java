package rugged.meanfield.rules;

/**
 * On-line descent of a soft committee with fresh examples, for many inputs:
 *
 * <pre>dR_in/dt = eta sum_a s_a I3(i, n, a),
 * dQ_ik/dt = eta sum_a s_a [I3(i, k, a) + I3(k, i, a)] + eta^2 sum_ab s_a s_b I4(i, k, a, b),</pre>
 *
 * <p>s_a = 1 of a unit of the teacher, -1 of one of the student; moments by {@link ErfMoments}. Runge and Kutta of order 4 with steps of 0.02/eta: errors below 1e-7. Source: Saad and Solla, Phys. Rev. E 52,
 * 4225 (1995).
 */
public final class CommitteeFlow {
    private static final double STEP = 0.02;

    private final int units;
    private final int all;
    private final double rate;
    private final double[] c;
    private final double[] trial;
    private final double[][] slopes;
    private double time;

    public CommitteeFlow(CommitteeOverlaps start, double rate) {
        units = start.units();
        all = start.all();
        this.rate = rate;
        c = start.c().clone();
        trial = new double[c.length];
        slopes = new double[4][c.length];
    }

    /** The overlaps now. */
    public CommitteeOverlaps overlaps() {
        return new CommitteeOverlaps(units, all - units, c.clone());
    }

    /** Integrates up to a time that is not before the last. */
    public void advance(double until) {
        int count = (int) Math.ceil((until - time) * rate / STEP - 1e-9);
        double dt = count > 0 ? (until - time) / count : 0.0;
        for (int step = 0; step < count; step++) step(dt);
        time = until;
        for (int i = 0; i < units; i++)
            if (!(c[i * all + i] > 0.0 && Double.isFinite(c[i * all + i])))
                throw new ClosureFailure("the covariance of the fields is not positive definite at t = " + until
                        + ": reduce the learning rate");
    }

    private void step(double dt) {
        for (int stage = 0; stage < 4; stage++) {
            double ahead = stage == 0 ? 0.0 : stage == 3 ? dt : 0.5 * dt;
            double[] last = slopes[Math.max(0, stage - 1)];
            for (int k = 0; k < c.length; k++) trial[k] = c[k] + ahead * last[k];
            slope(new CommitteeOverlaps(units, all - units, trial), slopes[stage]);
        }
        for (int k = 0; k < c.length; k++)
            c[k] += dt / 6.0 * (slopes[0][k] + 2.0 * slopes[1][k] + 2.0 * slopes[2][k] + slopes[3][k]);
    }

    private void slope(CommitteeOverlaps at, double[] slope) {
        for (int i = 0; i < units; i++) {
            for (int b = units; b < all; b++) {
                double sum = 0.0;
                for (int a = 0; a < all; a++) sum += at.sign(a) * ErfMoments.three(at, i, b, a);
                slope[i * all + b] = slope[b * all + i] = rate * sum;
            }
            for (int k = 0; k <= i; k++) slope[i * all + k] = slope[k * all + i] = length(at, i, k);
        }
    }

    private double length(CommitteeOverlaps at, int i, int k) {
        double sum = 0.0;
        double square = 0.0;
        for (int a = 0; a < all; a++) {
            sum += at.sign(a) * (ErfMoments.three(at, i, k, a) + ErfMoments.three(at, k, i, a));
            for (int b = 0; b < all; b++) square += at.sign(a) * at.sign(b) * ErfMoments.four(at, i, k, a, b);
        }
        return rate * sum + rate * rate * square;
    }
}
