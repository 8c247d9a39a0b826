package rugged.landscape.narrow;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import rugged.api.lessons.TaughtUnits;
import rugged.api.mixing.SequenceMixing;
import rugged.meanfield.narrow.BayesChannel;
import rugged.meanfield.narrow.CommitteeChannel;
import rugged.meanfield.narrow.CommitteeErrors;
import rugged.meanfield.narrow.CommitteeGuess;
import rugged.meanfield.narrow.TeacherLabel;
import rugged.num.kernel.MixedProducts;

/** A built {@code committee-mixing}. Examples are shared between forks. */
public final class CommitteePosterior implements SequenceMixing, TaughtUnits {
    /** Of means where an algorithm begins that knows nothing. */
    private static final double SIZE = 0.01;

    private final CommitteeExamples examples;
    private final double hint;
    private final int d;
    private final int r;
    private final MixedProducts products = new MixedProducts();
    private final CommitteeChannel channel = new CommitteeChannel();
    private final double[] fields;
    private final double[][] means;

    CommitteePosterior(CommitteeExamples examples, double hint) {
        this.examples = examples;
        this.hint = hint;
        d = examples.d;
        r = examples.units;
        fields = new double[examples.count * r];
        means = new double[r][d];
    }

    @Override
    public CommitteePosterior fork() {
        return new CommitteePosterior(examples, hint);
    }

    @Override
    public int weights() {
        return d;
    }

    @Override
    public int units() {
        return r;
    }

    @Override
    public int tokens() {
        return 1;
    }

    @Override
    public int samples() {
        return examples.count;
    }

    @Override
    public void mix(double[][] w, double[] h) {
        products.multiply(examples.inputs, w, h);
        for (int k = 0; k < h.length; k++) h[k] *= examples.scale;
    }

    @Override
    public void mixTransposed(double[] u, double[][] b) {
        MixedProducts.multiplyTransposed(examples.inputs, u, b);
        for (double[] one : b) for (int i = 0; i < d; i++) one[i] *= examples.scale;
    }

    @Override
    public void channel(double[] q, double[] v, double[] omega, double[] g, double[] stiffness, double[] pull) {
        Arrays.fill(stiffness, 0.0);
        Arrays.fill(pull, 0.0);
        if (r == 1) one(v[0], omega, g, stiffness);
        else two(v, omega, g, stiffness);
        for (int k = 0; k < stiffness.length; k++) stiffness[k] /= d;
    }

    private void one(double v, double[] omega, double[] g, double[] stiffness) {
        for (int mu = 0; mu < g.length; mu++) {
            double y = examples.labels[mu];
            g[mu] = BayesChannel.answer(TeacherLabel.SIGN, y, omega[mu], v);
            stiffness[0] += BayesChannel.stiffness(TeacherLabel.SIGN, y, omega[mu], v, g[mu]);
        }
    }

    private void two(double[] v, double[] omega, double[] g, double[] stiffness) {
        for (int mu = 0; mu < examples.count; mu++) {
            int at = 2 * mu;
            channel.at(examples.labels[mu], omega[at], omega[at + 1], v[0], v[3], v[1]);
            g[at] = channel.first();
            g[at + 1] = channel.second();
            stiffness[0] += channel.ownFirst();
            stiffness[1] += channel.cross();
            stiffness[3] += channel.ownSecond();
        }
        stiffness[2] = stiffness[1];
    }

    /** Standard normal weights. */
    @Override
    public void prior(double[][] b, double[] stiffness, double[] pull, double[][] w, double[] v) {
        if (r == 1) {
            v[0] = 1.0 / (1.0 + stiffness[0]);
            for (int i = 0; i < d; i++) w[0][i] = b[0][i] * v[0];
            return;
        }
        double s11 = 1.0 + stiffness[0];
        double s22 = 1.0 + stiffness[3];
        double s12 = stiffness[1];
        double det = s11 * s22 - s12 * s12;
        v[0] = s22 / det;
        v[3] = s11 / det;
        v[1] = -s12 / det;
        v[2] = v[1];
        for (int i = 0; i < d; i++) {
            w[0][i] = v[0] * b[0][i] + v[1] * b[1][i];
            w[1][i] = v[1] * b[0][i] + v[3] * b[1][i];
        }
    }

    /** Of Bethe: -sum_mu [log Z_mu + g V g/2] + (1/2) [sum_i |w_i|^2 + d (tr V - r - log det V)], with omega = x w/sqrt(d) - V g. */
    @Override
    public double freeEnergy(double[] x) {
        student(x, means);
        mix(means, fields);
        int at = r * d;
        int answers = at + r * r;
        double square = 0.0;
        for (double[] unit : means) square += CommitteeExamples.dot(unit, unit);
        if (r == 1) {
            double v = x[at];
            double sum = 0.5 * (square + d * (v - 1.0 - Math.log(v)));
            for (int mu = 0; mu < examples.count; mu++) {
                double g = x[answers + mu];
                sum -= BayesChannel.logWeight(TeacherLabel.SIGN, examples.labels[mu], fields[mu] - v * g, v)
                        + 0.5 * v * g * g;
            }
            return sum;
        }
        double v11 = x[at];
        double v12 = x[at + 1];
        double v22 = x[at + 3];
        double sum = 0.5 * (square + d * (v11 + v22 - 2.0 - Math.log(v11 * v22 - v12 * v12)));
        for (int mu = 0; mu < examples.count; mu++) {
            double g1 = x[answers + 2 * mu];
            double g2 = x[answers + 2 * mu + 1];
            double back1 = v11 * g1 + v12 * g2;
            double back2 = v12 * g1 + v22 * g2;
            channel.at(examples.labels[mu], fields[2 * mu] - back1, fields[2 * mu + 1] - back2, v11, v22, v12);
            sum -= channel.logWeight() + 0.5 * (g1 * back1 + g2 * back2);
        }
        return sum;
    }

    @Override
    public void randomise(double[] x, RandomGenerator random) {
        double spread = hint == 0.0 ? SIZE : Math.sqrt(hint * (1.0 - hint));
        Arrays.fill(x, 0.0);
        for (int a = 0; a < r; a++) {
            for (int i = 0; i < d; i++) x[a * d + i] = hint * examples.teacher[a][i] + spread * random.nextGaussian();
            x[r * d + a * (r + 1)] = 1.0 - hint;
        }
    }

    @Override
    public double[][] teacher() {
        return examples.teacher;
    }

    @Override
    public void student(double[] state, double[][] w) {
        for (int a = 0; a < r; a++) System.arraycopy(state, a * d, w[a], 0, d);
    }

    /** Of one unit arccos(m/q^(1/2))/pi and arccos(m)/pi. */
    @Override
    public Errors errors(double[] state) {
        student(state, means);
        mix(means, fields);
        double[][] m = new double[r][r];
        double[][] q = new double[r][r];
        for (int a = 0; a < r; a++)
            for (int b = 0; b < r; b++) {
                m[a][b] = CommitteeExamples.dot(means[a], examples.teacher[b]) / d;
                q[a][b] = CommitteeExamples.dot(means[a], means[b]) / d;
            }
        return r == 1 ? ofOne(m[0][0], q[0][0], state[d]) : ofTwo(m, q, state);
    }

    private Errors ofOne(double m, double q, double v) {
        int wrong = 0;
        for (int mu = 0; mu < examples.count; mu++) if (examples.labels[mu] * fields[mu] <= 0.0) wrong++;
        double bayes = q > 0.0 ? Math.acos(Math.clamp(m / Math.sqrt(q), -1.0, 1.0)) / Math.PI : 0.5;
        double gibbs = Math.acos(Math.clamp(m / Math.sqrt(q + v), -1.0, 1.0)) / Math.PI;
        return new Errors(bayes, gibbs, (double) wrong / examples.count);
    }

    private Errors ofTwo(double[][] m, double[][] q, double[] state) {
        double[][] v = {{state[2 * d], state[2 * d + 1]}, {state[2 * d + 1], state[2 * d + 3]}};
        CommitteeErrors fresh = new CommitteeErrors();
        fresh.of(m, q, v);
        CommitteeGuess guess = new CommitteeGuess();
        int wrong = 0;
        for (int mu = 0; mu < examples.count; mu++) {
            guess.at(fields[2 * mu], fields[2 * mu + 1], v[0][0], v[1][1], v[0][1]);
            if (guess.label() != examples.labels[mu]) wrong++;
        }
        return new Errors(fresh.bayes(), fresh.gibbs(), (double) wrong / examples.count);
    }
}
