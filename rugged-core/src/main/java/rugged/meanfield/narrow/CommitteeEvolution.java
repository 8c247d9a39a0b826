package rugged.meanfield.narrow;

import rugged.meanfield.binary.GaussianTail;

/**
 * State evolution of a Bayes-optimal student committee of two units with standard normal weights, for d and n = alpha d to infinity: q[2 2] are the overlaps of the mean of the posterior with the teacher, and with omega ~ N(0, q), V = 1 - q and the weights Z_y of {@link CommitteeChannel}
 *
 * <pre>
 *   q^ = alpha E_omega sum_y (grad Z_y)(grad Z_y)^T/Z_y        q = q^ (1 + q^)^-1
 *   phi = tr q^/2 - log det(1 + q^)/2 - tr(q q^)/2 + alpha E_omega sum_y Z_y log Z_y
 * </pre>
 *
 * <p>An iteration is a round of message passing. phi is the free entropy of an input, (1/d) E log Z, stationary at fixed points, of which the one where it is largest is the equilibrium. The teacher's units are orthogonal; those of the student are in the order of the teacher's. Averages
 * to 1e-12; 2 ms an iteration.
 *
 * <p>Source: Aubin, Maillard, Barbier, Krzakala, Macris and Zdeborova, NeurIPS 31, 3223 (2018), arXiv:1806.05451.
 *
 * @param alpha examples for each weight of a unit
 */
public record CommitteeEvolution(double alpha) {
    /** 1 - q below which all is known. */
    public static final double KNOWN = 1e-6;

    private static final int MOST = 20000;
    private static final double TOLERANCE = 1e-12;
    /** Of a grid of averages, in units of what the channel varies over. */
    private static final double STEP = 0.45;
    /** log of a weight that no longer counts. */
    private static final double NOTHING = -34.0;
    /** Between two sums of series. */
    private static final int PLAIN = 10;

    private static final double EVEN = 0.01;
    private static final double MOST_AT_ONCE = 0.03;
    /** By which units are told apart when the stability of those that are alike is asked. */
    private static final double APART = 1e-5;

    /** One iteration. */
    public UnitOverlaps next(UnitOverlaps q) {
        if (known(q)) return UnitOverlaps.alike(1.0, 0.0);
        Sums sums = sums(q);
        double a = 1.0 + alpha * sums.own1;
        double b = 1.0 + alpha * sums.own2;
        double c = alpha * sums.cross;
        double det = a * b - c * c;
        return new UnitOverlaps(1.0 - b / det, 1.0 - a / det, c / det);
    }

    /** phi, with q^ of the iteration from q. */
    public double freeEntropy(UnitOverlaps q) {
        Sums sums = sums(q);
        double a = alpha * sums.own1;
        double b = alpha * sums.own2;
        double c = alpha * sums.cross;
        double det = (1.0 + a) * (1.0 + b) - c * c;
        double product = q.q11() * a + q.q22() * b + 2.0 * q.q12() * c;
        return 0.5 * (a + b - Math.log(det) - product) + alpha * sums.entropy;
    }

    /** Iterates from some overlaps until they stand still. Where changes fall by one factor the rest of their series is taken at once, if it is small. */
    public UnitOverlaps from(UnitOverlaps start) {
        return from(start, false);
    }

    private UnitOverlaps from(UnitOverlaps start, boolean alike) {
        UnitOverlaps q = start;
        double before = Double.NaN;
        double factor = Double.NaN;
        for (int k = 0; k < MOST; k++) {
            UnitOverlaps next = alike ? next(q).alike() : next(q);
            double change = q.distance(next);
            if (change < TOLERANCE || known(next)) return next;
            double now = change / before;
            double rest = now / (1.0 - now);
            boolean even = now < 1.0 && Math.abs(now - factor) < EVEN * (1.0 - now);
            UnitOverlaps far = next.towards(next.towards(q, -1.0), rest);
            q = next;
            if (even && k % PLAIN == 0 && rest * change < MOST_AT_ONCE && far.possible()) {
                q = far;
                before = Double.NaN;
                factor = Double.NaN;
            } else {
                factor = now;
                before = change;
            }
        }
        return q;
    }

    /** The fixed point at which units are alike, q_11 = q_12. */
    public UnitOverlaps alike() {
        return from(UnitOverlaps.alike(0.1, 0.1), true);
    }

    /** By which factor an iteration multiplies a small q_d = q_11 - q_12 where units are alike: above 1 they specialise. */
    public double splitting() {
        double q = alike().own();
        return next(UnitOverlaps.alike(q + 0.5 * APART, q - 0.5 * APART)).specialisation() / APART;
    }

    private static boolean known(UnitOverlaps q) {
        return 1.0 - q.q11() < KNOWN && 1.0 - q.q22() < KNOWN;
    }

    /** What a step may be along a direction in which a share of all is known. */
    private static double step(double known) {
        return STEP * Math.min(1.0, Math.sqrt(Math.max(1e-9, 1.0 - known) / Math.max(1e-9, known)));
    }

    private static Sums sums(UnitOverlaps q) {
        Sums sums = new Sums(1.0 - q.q11(), 1.0 - q.q22(), -q.q12());
        NormalPair pair = new NormalPair(q.q11(), q.q22(), q.q12());
        pair.visit(step(pair.large), step(pair.small), sums);
        return sums;
    }

    /** E sum_y grad Z grad Z^T/Z and E sum_y Z log Z; y = -1 at omega is y = 1 at -omega. */
    private static final class Sums implements NormalPair.Summand {
        private final CommitteeChannel channel = new CommitteeChannel();
        private final double v11;
        private final double v22;
        private final double v12;
        private double own1;
        private double own2;
        private double cross;
        private double entropy;

        Sums(double v11, double v22, double v12) {
            this.v11 = v11;
            this.v22 = v22;
            this.v12 = v12;
        }

        @Override
        public void at(double z1, double z2, double omega1, double omega2, double weight) {
            double a = omega1 / Math.sqrt(v11);
            double b = omega2 / Math.sqrt(v22);
            if (counts(Math.min(a, b))) add(1, omega1, omega2, weight);
            if (counts(-Math.max(a, b))) add(-1, omega1, omega2, weight);
            if (counts(Math.min(a, -b)) || counts(Math.min(-a, b))) add(0, omega1, omega2, weight);
        }

        /** Whether a probability below Phi(a) is worth computing. */
        private static boolean counts(double a) {
            return a > 0.0 || GaussianTail.logAbove(-a) > NOTHING;
        }

        private void add(int y, double omega1, double omega2, double weight) {
            channel.at(y, omega1, omega2, v11, v22, v12);
            double z = weight * Math.exp(channel.logWeight());
            own1 += z * channel.first() * channel.first();
            own2 += z * channel.second() * channel.second();
            cross += z * channel.first() * channel.second();
            entropy += z * channel.logWeight();
        }
    }
}
