package rugged.meanfield.sequence;

import java.util.Arrays;
import rugged.meanfield.binary.GaussianTail;
import rugged.meanfield.narrow.Panels;

/**
 * The joint law of what a student sees of an example, omega_l ~ N(a_lk mean, q) independent over tokens, and of its label, which a teacher makes of h*_l ~ N(m q^{-1} (omega_l - a_lk mean), rho - m q^{-1} m^T), or which names the cluster k. Beside each goes the score
 *
 * <pre>(rho - m q^{-1} m^T)^{-1} (h*_l - E h*_l)</pre>
 *
 * <p>whose mean times an answer is how the answer grows with h*. Signs are summed over exactly. One number omega is averaged over on panels that end at kinks; other averages go over {@link GaussNodes}.
 */
final class JointOutputs {
    /** What is done at a point. The arrays are written over afterwards. */
    @FunctionalInterface
    interface Visitor {
        void at(double weight, int cluster, double[] omega, double[] y, double[] score);
    }

    /** Points of Gauss's rule for one number beside panels, and for noise. */
    private static final int BESIDE = 20;

    private static final int NOISE = 8;
    private static final double SMALLEST = 1e-12;

    private final SequenceLaw law;
    private final TokenLaw tokenLaw;
    private final UnitLoss loss;
    private final SequenceLabel label;
    private final int points;
    private final boolean noisy;
    private final int scrambling;
    private final double[] omega;
    private final double[] y;
    private final double[] clean;
    private final double[] teacher;
    private final double[] score;

    /**
     * @param points about how many, for each cluster
     * @param noisy whether labels have noise, as those that are learnt from
     * @param scrambling which of the scramblings of the points, where there are several
     */
    JointOutputs(SequenceLaw law, TokenLaw tokenLaw, UnitLoss loss, int points, boolean noisy, int scrambling) {
        this.law = law;
        this.tokenLaw = tokenLaw;
        this.loss = loss;
        this.points = points;
        this.scrambling = scrambling;
        label = law.resolved(loss);
        this.noisy = noisy && law.noise() > 0.0;
        omega = new double[law.tokens() * law.student()];
        y = new double[loss.labels()];
        clean = new double[loss.labels()];
        teacher = new double[law.tokens() * law.teacher()];
        score = new double[teacher.length];
    }

    /** Whether averages are over scrambled points, and so differ between scramblings. */
    boolean scrambled() {
        int beside = (taught() ? teacher.length : 0) + (noisy ? loss.labels() : 0);
        return omega.length > 1
                ? GaussNodes.scrambled(omega.length + beside)
                : GaussNodes.scrambled(taught() ? teacher.length : 0);
    }

    private boolean taught() {
        return label == SequenceLabel.TEACHER && loss.labels() > 0;
    }

    /** Visits all points. */
    void forEach(SequenceOverlaps at, Visitor visitor) {
        Given given = new Given(at);
        int clusters = tokenLaw.separation() == 0.0 && label != SequenceLabel.CLUSTER ? 1 : tokenLaw.clusters();
        for (int k = 0; k < clusters; k++) {
            GaussNodes nodes = nodes(at, given, k);
            for (int p = 0; p < nodes.weights().length; p++)
                visit(given, k, nodes, p, nodes.weights()[p] / clusters, visitor);
        }
    }

    /** What follows from the overlaps. */
    private final class Given {
        final double[] root;
        final double[] pull;
        final double[] rest;
        final double[] mean;

        Given(SequenceOverlaps at) {
            int r = law.student();
            int t = law.teacher();
            mean = at.mean();
            root = SmallMatrix.root(at.q(), r);
            double[] inverse =
                    SmallMatrix.inverse(SmallMatrix.product(root, SmallMatrix.transposed(root, r, r), r, r, r), r);
            pull = SmallMatrix.product(at.m(), inverse, t, r, r);
            double[] left = SmallMatrix.product(pull, SmallMatrix.transposed(at.m(), t, r), t, r, t);
            for (int a = 0; a < left.length; a++) left[a] = -left[a];
            for (int a = 0; a < t; a++)
                left[a * t + a] = Math.max(tokenLaw.variance() + left[a * t + a], SMALLEST * tokenLaw.variance());
            rest = SmallMatrix.root(left, t);
        }
    }

    private GaussNodes nodes(SequenceOverlaps at, Given given, int cluster) {
        int seen = omega.length;
        int hidden = taught() ? teacher.length : 0;
        int noise = noisy ? loss.labels() : 0;
        if (seen > 1) return GaussNodes.about(seen, hidden + noise, narrow(given), points, scrambling);
        double root = given.root[0];
        double steep = Math.abs(given.pull[0]) * root / given.rest[0];
        double[] kinks = loss.kinks(at.v()[0]);
        double middle = tokenLaw.amplitude(0, 1, cluster) * given.mean[0];
        double[] ends = new double[2 * kinks.length];
        for (int k = 0; k < kinks.length; k++) {
            ends[2 * k] = (kinks[k] - middle) / root;
            ends[2 * k + 1] = (-kinks[k] - middle) / root;
        }
        Panels panels = new Panels(Math.min(1.0 / Math.max(1.0, steep), 3.0 / Math.max(3.0, root)), ends);
        GaussNodes beside = hidden > 2
                ? GaussNodes.about(hidden, points / panels.z.length, scrambling)
                : GaussNodes.power(GaussNodes.rule(BESIDE), hidden);
        GaussNodes all =
                hidden == 0 ? GaussNodes.of(panels) : GaussNodes.of(panels).times(beside);
        return noise == 0 ? all : all.times(GaussNodes.power(GaussNodes.rule(NOISE), noise));
    }

    /** What is left of a teacher's outputs once those of the student are known, as part of all. */
    private double narrow(Given given) {
        int t = law.teacher();
        double most = 0.0;
        for (int a = 0; a < t; a++) most = Math.max(most, given.rest[a * (t + 1)]);
        return most / Math.sqrt(tokenLaw.variance());
    }

    private void visit(Given given, int cluster, GaussNodes nodes, int p, double weight, Visitor visitor) {
        int r = law.student();
        int from = p * nodes.dimension();
        double[] z = nodes.points();
        for (int l = 0; l < law.tokens(); l++)
            for (int i = 0; i < r; i++) {
                double sum = 0.0;
                for (int k = 0; k <= i; k++) sum += given.root[i * r + k] * z[from + l * r + k];
                omega[l * r + i] = sum;
            }
        Arrays.fill(score, 0.0);
        pull(given);
        if (taught()) answer(given, z, from + omega.length);
        centre(given, cluster);
        if (label == SequenceLabel.SIGN) {
            signs(given, cluster, weight, visitor);
            return;
        }
        if (label == SequenceLabel.CLUSTER) y[0] = tokenLaw.side(cluster);
        visitor.at(weight, cluster, omega, y, score);
    }

    /** Leaves the means of h* in teacher. */
    private void pull(Given given) {
        int r = law.student();
        int t = law.teacher();
        for (int l = 0; l < law.tokens(); l++)
            for (int a = 0; a < t; a++) {
                double sum = 0.0;
                for (int i = 0; i < r; i++) sum += given.pull[a * r + i] * omega[l * r + i];
                teacher[l * t + a] = sum;
            }
    }

    private void centre(Given given, int cluster) {
        int r = law.student();
        for (int l = 0; l < law.tokens(); l++) {
            double amplitude = tokenLaw.amplitude(l, law.tokens(), cluster);
            for (int i = 0; i < r; i++) omega[l * r + i] += amplitude * given.mean[i];
        }
    }

    private void answer(Given given, double[] z, int from) {
        int t = law.teacher();
        double[] one = new double[t];
        for (int l = 0; l < law.tokens(); l++) {
            for (int a = 0; a < t; a++) {
                double sum = 0.0;
                for (int b = 0; b <= a; b++) sum += given.rest[a * t + b] * z[from + l * t + b];
                teacher[l * t + a] += sum;
                one[a] = z[from + l * t + a];
            }
            SmallMatrix.solveUpper(given.rest, t, one);
            System.arraycopy(one, 0, score, l * t, t);
        }
        loss.teach(teacher, clean);
        System.arraycopy(clean, 0, y, 0, y.length);
        if (noisy) for (int k = 0; k < y.length; k++) y[k] += law.noise() * z[from + teacher.length + k];
    }

    /** y = sign h*, h* ~ N(teacher, rest^2): both, each with its probability. */
    private void signs(Given given, int cluster, double weight, Visitor visitor) {
        double a = teacher[0] / given.rest[0];
        double density = GaussianTail.density(a) / given.rest[0];
        for (int sign = -1; sign <= 1; sign += 2) {
            double chance = GaussianTail.above(-sign * a);
            if (chance < Double.MIN_NORMAL) continue;
            y[0] = sign;
            score[0] = sign * density / chance;
            visitor.at(weight * chance, cluster, omega, y, score);
        }
    }
}
