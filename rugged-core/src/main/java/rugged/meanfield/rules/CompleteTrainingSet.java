package rugged.meanfield.rules;

/**
 * Learning when no example is seen twice, alpha infinite: fields are Gaussian and Q and R obey
 *
 * <pre>dQ/dt = 2 eta V + eta^2 Z - 2 gamma Q (as a batch without Z),   dR/dt = eta W - gamma R,</pre>
 *
 * <p>V = <x G>, W = <y G>, Z = <G^2> in closed form. Runge and Kutta of order 4. Source: Mace and Coolen, Stat. Comput. 8, 55 (1998).
 */
public final class CompleteTrainingSet {
    private static final double STEP = 2e-3;

    private final LessonTask task;
    private final double flips;
    private double q;
    private double r;
    private double time;

    /** @param flips probability that a label is flipped */
    public CompleteTrainingSet(LessonTask task, double flips) {
        this.task = task;
        this.flips = flips;
        q = task.length();
        r = task.overlap();
    }

    /**
     * Averages over Gaussian fields.
     *
     * @param v <x G>
     * @param w <y G>
     * @param z <G^2>
     */
    public record Moments(double v, double w, double z) {
        /** The same where labels are flipped: those of the opposite teacher count with the probability of a flip. */
        public static Moments of(LearningRule rule, double q, double r, double flips) {
            Moments right = of(rule, q, r);
            if (flips == 0.0) return right;
            Moments wrong = of(rule, q, -r);
            double kept = 1.0 - flips;
            return new Moments(
                    kept * right.v() + flips * wrong.v(),
                    kept * right.w() - flips * wrong.w(),
                    kept * right.z() + flips * wrong.z());
        }

        /** Of fields with <x^2> = Q, <x y> = R, <y^2> = 1. */
        public static Moments of(LearningRule rule, double q, double r) {
            double root = Math.sqrt(q);
            double rho = Math.clamp(r / root, -1.0, 1.0);
            double angle = Math.acos(rho);
            double sine = Math.sqrt(1.0 - rho * rho);
            return switch (rule) {
                case HEBB -> new Moments(r * Math.sqrt(2.0 / Math.PI), Math.sqrt(2.0 / Math.PI), 1.0);
                case PERCEPTRON ->
                    new Moments(
                            -(root - r) / Math.sqrt(2.0 * Math.PI),
                            (1.0 - rho) / Math.sqrt(2.0 * Math.PI),
                            angle / Math.PI);
                case ADATRON -> {
                    double v = -q * (angle - rho * sine) / Math.PI;
                    yield new Moments(v, root * (sine - rho * angle) / Math.PI, -v);
                }
            };
        }
    }

    /** Integrates up to a time that is not before the last. */
    public void advance(double until) {
        int steps = (int) Math.ceil((until - time) * task.rate() / STEP - 1e-9);
        double dt = steps > 0 ? (until - time) / steps : 0.0;
        double[] k = new double[2];
        for (int step = 0; step < steps; step++) {
            double q0 = q;
            double r0 = r;
            double dq = 0.0;
            double dr = 0.0;
            for (int stage = 0; stage < 4; stage++) {
                double ahead = stage == 0 ? 0.0 : stage == 3 ? dt : 0.5 * dt;
                slope(q0 + ahead * k[0], r0 + ahead * k[1], k);
                double weight = stage == 0 || stage == 3 ? dt / 6.0 : dt / 3.0;
                dq += weight * k[0];
                dr += weight * k[1];
            }
            q = q0 + dq;
            r = r0 + dr;
            LessonTask.guard(q, r, time + (step + 1) * dt);
        }
        time = until;
    }

    private void slope(double atQ, double atR, double[] k) {
        Moments m = Moments.of(task.rule(), atQ, atR, flips);
        double eta = task.rate();
        k[0] = 2.0 * eta * m.v() + (task.batch() ? 0.0 : eta * eta * m.z()) - 2.0 * task.decay() * atQ;
        k[1] = eta * m.w() - task.decay() * atR;
    }

    /** Q. */
    public double length() {
        return q;
    }

    /** R. */
    public double overlap() {
        return r;
    }
}
