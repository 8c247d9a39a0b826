package rugged.meanfield.narrow;

/**
 * How often a student committee of two is wrong, of whom one knows the overlaps with the teacher, m = w^T w'/d, with itself, q = w^T w/d, and the covariance V of what it does not know. On a new example its fields and the teacher's are normal,
 *
 * <pre>omega ~ N(0, q),   h' | omega ~ N(m^T q^-1 omega, 1 - m^T q^-1 m)</pre>
 *
 * <p>and it answers with the most probable label of h ~ N(omega, V), or, as Gibbs's student, with the label of one such h. Where m = q and V = 1 - q, as on average of a posterior, the first is the best that anybody can do. The rate of errors on old examples is that of the most probable label at
 * omega + V g, what messages make of fields that have seen y. Averages over omega on a grid, whose error is 1e-4 where an answer jumps, and a hundredth of what is left where less than 1e-3 is unknown; 100 ms.
 */
public final class CommitteeErrors {
    private static final double STEP = 0.08;
    /** Of the step along the second axis: of no simple ratio, so that no line of points lies along the diagonals, where answers jump. */
    private static final double RATIO = 1.32471795724474602596;
    /** Along an axis along which little is known, on which all is smooth. */
    private static final double WIDEST = 0.5;

    private static final double FLATTEST = 0.02;

    /** Of q, relative to the largest: of units that are the same. */
    private static final double SAME = 1e-12;
    /** log of a weight that no longer counts. */
    private static final double NOTHING = -25.0;

    private final CommitteeGuess guess = new CommitteeGuess();
    private final CommitteeGuess teacher = new CommitteeGuess();
    private double bayes;
    private double gibbs;

    /**
     * Computes both errors on new examples.
     *
     * @param m [2][2] of the student's units with the teacher's, which are orthogonal and of length sqrt(d)
     * @param q [2][2]
     * @param v [2][2]
     */
    public void of(double[][] m, double[][] q, double[][] v) {
        NormalPair pair = new NormalPair(q[0][0], q[1][1], q[0][1]);
        // along the eigenvectors of q: m^T u/sqrt(eigenvalue)
        double[][] along = {
            seen(m, pair.cosine, pair.sine, pair.large, pair.large),
            seen(m, -pair.sine, pair.cosine, pair.small, pair.large)
        };
        double c11 = rest(along, 0, 0, 1.0);
        double c22 = rest(along, 1, 1, 1.0);
        double c12 = rest(along, 0, 1, 0.0);
        bayes = 0.0;
        gibbs = 0.0;
        visit(pair, (z1, z2, omega1, omega2, weight) -> {
            guess.at(omega1, omega2, v[0][0], v[1][1], v[0][1]);
            teacher.at(along[0][0] * z1 + along[1][0] * z2, along[0][1] * z1 + along[1][1] * z2, c11, c22, c12);
            bayes += weight * (1.0 - teacher.probability(guess.label()));
            double agree = 0.0;
            for (int y = -1; y <= 1; y++) agree += teacher.probability(y) * guess.probability(y);
            gibbs += weight * (1.0 - agree);
        });
    }

    /** Points that are as far from one another in both fields, since it is along lines in these that answers jump. */
    private static void visit(NormalPair pair, NormalPair.Summand summand) {
        double flat = pair.large > 0.0 ? Math.max(FLATTEST, Math.sqrt(pair.small / pair.large)) : 1.0;
        pair.visit(STEP * flat, Math.min(WIDEST, STEP / (RATIO * flat)), summand);
    }

    private static double[] seen(double[][] m, double u1, double u2, double eigenvalue, double largest) {
        if (!(eigenvalue > SAME * largest)) return new double[2];
        double root = Math.sqrt(eigenvalue);
        return new double[] {(m[0][0] * u1 + m[1][0] * u2) / root, (m[0][1] * u1 + m[1][1] * u2) / root};
    }

    /** Not below what a number can lose by rounding, nor that of a teacher who is known. */
    private static double rest(double[][] along, int i, int k, double all) {
        double rest = all - along[0][i] * along[0][k] - along[1][i] * along[1][k];
        return i == k ? Math.max(1e-12, rest) : rest;
    }

    /** Of the most probable label. */
    public double bayes() {
        return bayes;
    }

    /** Of the label of one student of the posterior. */
    public double gibbs() {
        return gibbs;
    }

    /** The rate of errors on old examples of a Bayes-optimal student, by its overlaps with the teacher. */
    public static double training(UnitOverlaps q) {
        CommitteeGuess guess = new CommitteeGuess();
        CommitteeChannel channel = new CommitteeChannel();
        double v11 = 1.0 - q.q11();
        double v22 = 1.0 - q.q22();
        double v12 = -q.q12();
        double[] sum = new double[1];
        visit(new NormalPair(q.q11(), q.q22(), q.q12()), (z1, z2, omega1, omega2, weight) -> {
            for (int y = -1; y <= 1; y++) {
                channel.at(y, omega1, omega2, v11, v22, v12);
                if (channel.logWeight() < NOTHING) continue;
                double h1 = omega1 + v11 * channel.first() + v12 * channel.second();
                double h2 = omega2 + v12 * channel.first() + v22 * channel.second();
                guess.at(h1, h2, v11, v22, v12);
                if (guess.label() != y) sum[0] += weight * Math.exp(channel.logWeight());
            }
        });
        return sum[0];
    }
}
