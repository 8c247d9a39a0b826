package rugged.landscape.narrow;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import rugged.api.lessons.TaughtSequences;
import rugged.api.mixing.Messaged;
import rugged.api.model.Batch;
import rugged.api.model.StochasticLandscape;
import rugged.meanfield.sequence.NewExamples;
import rugged.meanfield.sequence.SequenceOverlaps;
import rugged.meanfield.sequence.UnitLoss;
import rugged.num.kernel.MixedProducts;

/** A built {@code sequence-risk}. A state holds unit after unit, d weights each. Examples are shared between forks; the tokens of an example are read once for its outputs and, while they are near, once for its gradient. */
final class SequenceLandscape implements StochasticLandscape, TaughtSequences, Messaged {
    private final SequenceStudent spec;
    private final SequenceExamples examples;
    private final UnitLoss loss;
    private final int d;
    private final int tokens;
    private final int units;
    private final double scale;
    private final MixedProducts products = new MixedProducts();
    private final double[][] weights;
    private final double[][] sums;
    private final double[][] along;
    private final double[] q;
    private final double[] turn;
    private final double[] y;
    private final double[] h;
    private final double[] dh;
    private final double[] dq;
    private final double[] vh;
    private final double[] bentH;
    private final double[] bentQ;
    private final double[] pull;
    private final double[] bend;

    SequenceLandscape(SequenceStudent spec, SequenceExamples examples) {
        this.spec = spec;
        this.examples = examples;
        loss = spec.built();
        d = spec.length();
        tokens = spec.law().tokens();
        units = spec.law().student();
        scale = 1.0 / Math.sqrt(d);
        weights = new double[units][d];
        sums = new double[units][d];
        along = new double[units][d];
        int size = tokens * units;
        q = new double[units * units];
        turn = new double[units * units];
        dq = new double[units * units];
        bentQ = new double[units * units];
        pull = new double[units * units];
        bend = new double[units * units];
        y = new double[loss.labels()];
        h = new double[size];
        dh = new double[size];
        vh = new double[size];
        bentH = new double[size];
    }

    @Override
    public SequenceLandscape fork() {
        return new SequenceLandscape(spec, examples);
    }

    @Override
    public int dimension() {
        return units * d;
    }

    @Override
    public int patterns() {
        return examples.count();
    }

    /** Units w_k = hint w'_a + lean u + normal numbers of a size that leaves |w_k|^2/d = 1, a = k modulo t. */
    @Override
    public void randomise(double[] w, RandomGenerator random) {
        double hint = spec.task().hint();
        double lean = spec.task().lean();
        double rest = Math.sqrt(Math.max(0.0, 1.0 - hint * hint - lean * lean));
        for (int k = 0; k < units; k++) {
            double[] teacher = hint > 0.0 ? examples.teacher()[k % examples.teacher().length] : examples.direction();
            for (int i = 0; i < d; i++)
                w[k * d + i] = rest * random.nextGaussian() + hint * teacher[i] + lean * examples.direction()[i];
        }
    }

    @Override
    public SequenceMessages mixing() {
        return new SequenceMessages(fork(), spec, examples);
    }

    @Override
    public void begin(double[] w, double[] x) {
        spec.begin(w, x);
    }

    private void hold(double[] w) {
        for (int k = 0; k < units; k++) System.arraycopy(w, k * d, weights[k], 0, d);
        if (!loss.seesProducts()) return;
        for (int i = 0; i < units; i++)
            for (int k = 0; k <= i; k++) {
                q[i * units + k] = product(weights[i], weights[k]) / d;
                q[k * units + i] = q[i * units + k];
            }
    }

    private static double product(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    private double penalty(double[] w) {
        return 0.5 * spec.task().decay() * product(w, w);
    }

    /** Overwrites out with x_l.unit/sqrt(d) of an example, and y with its label. */
    private void see(int mu, double[][] of, double[] out) {
        for (int l = 0; l < tokens; l++)
            for (int k = 0; k < units; k++)
                out[l * units + k] = scale * products.row(examples.inputs(), (mu * tokens + l) * d, of[k]);
        if (y.length > 0) System.arraycopy(examples.labels(), mu * y.length, y, 0, y.length);
    }

    /** Adds x_l force_lk/sqrt(d) times a weight to the sums. */
    private void push(int mu, double weight, double[] force) {
        for (int l = 0; l < tokens; l++)
            for (int k = 0; k < units; k++) {
                double one = weight * scale * force[l * units + k];
                if (one != 0.0) MixedProducts.add(examples.inputs(), (mu * tokens + l) * d, one, sums[k]);
            }
    }

    private void clear() {
        for (double[] sum : sums) Arrays.fill(sum, 0.0);
        Arrays.fill(pull, 0.0);
        Arrays.fill(bend, 0.0);
    }

    /** Adds weight times the gradient of an example's loss, and returns the loss. */
    private double learn(int mu, double weight) {
        see(mu, weights, h);
        double value = loss.slopes(y, h, q, dh, dq);
        push(mu, weight, dh);
        if (loss.seesProducts()) for (int c = 0; c < dq.length; c++) pull[c] += weight * dq[c];
        return value;
    }

    /** Overwrites g with the sums, decay w and (2/d) w pull. */
    private void gather(double[] w, double decay, double[] g) {
        for (int k = 0; k < units; k++) {
            for (int i = 0; i < d; i++) g[k * d + i] = sums[k][i] + decay * w[k * d + i];
            if (loss.seesProducts()) mix(pull, k, weights, g);
        }
    }

    /** g_k += (2/d) sum_j of_j p_jk. */
    private void mix(double[] p, int k, double[][] of, double[] g) {
        for (int j = 0; j < units; j++) {
            double one = 2.0 / d * p[j * units + k];
            for (int i = 0; i < d; i++) g[k * d + i] += one * of[j][i];
        }
    }

    @Override
    public double energy(double[] w) {
        return examples.count() * trainingLoss(w) + penalty(w);
    }

    @Override
    public double energyAndGradient(double[] w, double[] g) {
        hold(w);
        clear();
        double sum = 0.0;
        for (int mu = 0; mu < examples.count(); mu++) sum += learn(mu, 1.0);
        gather(w, spec.task().decay(), g);
        return sum + penalty(w);
    }

    @Override
    public double energyAndGradient(double[] w, Batch batch, double[] g) {
        hold(w);
        clear();
        double weight = (double) examples.count() / batch.size();
        double sum = 0.0;
        for (int k = batch.from(); k < batch.to(); k++) sum += learn(batch.index()[k], weight);
        gather(w, spec.task().decay(), g);
        return weight * sum + penalty(w);
    }

    @Override
    public void patternEnergies(double[] w, double[] e) {
        hold(w);
        double penalty = penalty(w);
        for (int mu = 0; mu < e.length; mu++) {
            see(mu, weights, h);
            e[mu] = examples.count() * loss.value(y, h, q) + penalty;
        }
    }

    @Override
    public double weightedGradient(double[] w, double[] each, double[] g) {
        hold(w);
        clear();
        double total = 0.0;
        double sum = 0.0;
        for (int mu = 0; mu < examples.count(); mu++) {
            double weight = examples.count() * each[mu];
            total += each[mu];
            sum += weight * learn(mu, weight);
        }
        gather(w, total * spec.task().decay(), g);
        return sum + total * penalty(w);
    }

    @Override
    public void directional(double[] w, double[] v, double[] slopes) {
        hold(w);
        turn(v);
        double common = spec.task().decay() * product(w, v);
        for (int mu = 0; mu < slopes.length; mu++) {
            see(mu, weights, h);
            see(mu, along, vh);
            loss.slopes(y, h, q, dh, dq);
            double sum = product(dh, vh);
            if (loss.seesProducts()) sum += product(dq, turn);
            slopes[mu] = examples.count() * sum + common;
        }
    }

    /** Leaves v in along, and how Q moves in turn. */
    private void turn(double[] v) {
        for (int k = 0; k < units; k++) System.arraycopy(v, k * d, along[k], 0, d);
        if (!loss.seesProducts()) return;
        for (int i = 0; i < units; i++)
            for (int k = 0; k < units; k++)
                turn[i * units + k] = (product(weights[i], along[k]) + product(along[i], weights[k])) / d;
    }

    @Override
    public void hessianVector(double[] w, double[] v, double[] hv) {
        hold(w);
        turn(v);
        clear();
        for (int mu = 0; mu < examples.count(); mu++) {
            see(mu, weights, h);
            see(mu, along, vh);
            loss.bend(y, h, q, vh, turn, bentH, bentQ);
            push(mu, 1.0, bentH);
            if (!loss.seesProducts()) continue;
            loss.slopes(y, h, q, dh, dq);
            for (int c = 0; c < dq.length; c++) {
                pull[c] += dq[c];
                bend[c] += bentQ[c];
            }
        }
        for (int k = 0; k < units; k++) {
            for (int i = 0; i < d; i++) hv[k * d + i] = sums[k][i] + spec.task().decay() * v[k * d + i];
            if (!loss.seesProducts()) continue;
            mix(pull, k, along, hv);
            mix(bend, k, weights, hv);
        }
    }

    @Override
    public double trainingLoss(double[] w) {
        hold(w);
        double sum = 0.0;
        for (int mu = 0; mu < examples.count(); mu++) {
            see(mu, weights, h);
            sum += loss.value(y, h, q);
        }
        return sum / examples.count();
    }

    @Override
    public SequenceOverlaps overlaps(double[] w) {
        for (int k = 0; k < units; k++) System.arraycopy(w, k * d, weights[k], 0, d);
        int t = examples.teacher().length;
        double[] m = new double[t * units];
        double[] mean = new double[units];
        double[] seen = new double[units * units];
        double[] norm = new double[units * units];
        for (int k = 0; k < units; k++) {
            mean[k] = product(examples.direction(), weights[k]) / d;
            for (int a = 0; a < t; a++) m[a * units + k] = throughCovariance(examples.teacher()[a], weights[k]);
            for (int i = 0; i < units; i++) {
                seen[i * units + k] = throughCovariance(weights[i], weights[k]);
                norm[i * units + k] = product(weights[i], weights[k]) / d;
            }
        }
        return new SequenceOverlaps(m, seen, mean, norm, new double[units * units]);
    }

    private double throughCovariance(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < d; i++) sum += examples.eigenvalues()[i] * a[i] * b[i];
        return sum / d;
    }

    @Override
    public double variance() {
        return spec.tokens().variance();
    }

    @Override
    public double newError(double[] w) {
        return NewExamples.error(spec.law(), spec.tokens(), loss, overlaps(w));
    }
}
