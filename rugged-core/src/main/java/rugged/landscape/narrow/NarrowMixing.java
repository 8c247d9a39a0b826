package rugged.landscape.narrow;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import rugged.api.lessons.Taught;
import rugged.api.mixing.LinearMixing;
import rugged.meanfield.narrow.BayesChannel;
import rugged.meanfield.narrow.MarginLoss;
import rugged.num.kernel.MixedProducts;

/** A built {@code multi-index-mixing}. Examples are shared between forks. */
public final class NarrowMixing implements LinearMixing, Taught {
    /** Of means where an algorithm begins that knows nothing. */
    private static final double SIZE = 0.01;

    /** In place of slopes that are 0, so that nothing is divided by. */
    private static final double LEAST_SLOPE = 1e-100;

    private final TeacherExamples examples;
    private final boolean bayes;
    private final MarginLoss loss;
    private final double decay;
    private final double hint;
    private final MixedProducts products = new MixedProducts();
    private final double[] means;
    private final double[] outputs;

    /**
     * @param bayes whether the mean of the posterior is looked for, and not the minimum of the risk
     * @param decay of the risk; the prior of a posterior has 1
     * @param hint overlap of a start with the teacher
     */
    NarrowMixing(TeacherExamples examples, boolean bayes, MarginLoss loss, double decay, double hint) {
        this.examples = examples;
        this.bayes = bayes;
        this.loss = loss;
        this.decay = bayes ? 1.0 : decay;
        this.hint = hint;
        means = new double[examples.d];
        outputs = new double[examples.count];
    }

    @Override
    public NarrowMixing fork() {
        return new NarrowMixing(examples, bayes, loss, decay, hint);
    }

    @Override
    public int unknowns() {
        return examples.d;
    }

    @Override
    public int outputs() {
        return examples.count;
    }

    @Override
    public void mix(double[] x, double[] z) {
        products.multiply(examples.inputs, x, z);
        for (int mu = 0; mu < z.length; mu++) z[mu] *= examples.scale;
    }

    @Override
    public void mixTransposed(double[] u, double[] w) {
        MixedProducts.multiplyTransposed(examples.inputs, u, w);
        for (int i = 0; i < w.length; i++) w[i] *= examples.scale;
    }

    /** With the mean 1/d of all squares in place of each. */
    @Override
    public void mixSquares(double[] v, double[] z) {
        Arrays.fill(z, sum(v) / examples.d);
    }

    /** With the mean 1/d of all squares in place of each. */
    @Override
    public void mixSquaresTransposed(double[] u, double[] w) {
        Arrays.fill(w, sum(u) / examples.d);
    }

    private static double sum(double[] x) {
        double sum = 0.0;
        for (double xi : x) sum += xi;
        return sum;
    }

    @Override
    public void channel(double[] omega, double[] v, double[] g, double[] slope) {
        for (int mu = 0; mu < g.length; mu++) {
            double y = examples.labels[mu];
            double one;
            if (bayes) {
                g[mu] = BayesChannel.answer(examples.label, y, omega[mu], v[mu]);
                one = BayesChannel.stiffness(examples.label, y, omega[mu], v[mu], g[mu]);
            } else {
                g[mu] = loss.answer(y, omega[mu], v[mu]);
                one = loss.stiffness(y, omega[mu], v[mu], g[mu]);
            }
            slope[mu] = one == 0.0 ? LEAST_SLOPE : one;
        }
    }

    @Override
    public void prior(double[] r, double[] s, double[] mean, double[] variance) {
        for (int i = 0; i < mean.length; i++) {
            variance[i] = 1.0 / (decay + 1.0 / s[i]);
            mean[i] = r[i] / s[i] * variance[i];
        }
    }

    /** The risk of the means; of a posterior -sum_mu [log Z_mu + V g^2/2] + (1/2) sum_i (a^2 + c - 1 - log c), with omega = F a - V g. */
    @Override
    public double freeEnergy(double[] x) {
        int d = examples.d;
        System.arraycopy(x, 0, means, 0, d);
        mix(means, outputs);
        double sum = 0.0;
        if (!bayes) {
            for (int mu = 0; mu < outputs.length; mu++) sum += loss.value(examples.labels[mu], outputs[mu]);
            return sum + 0.5 * decay * d * examples.norm(means);
        }
        double v = 0.0;
        for (int i = 0; i < d; i++) v += x[d + i] / d;
        for (int mu = 0; mu < outputs.length; mu++) {
            double g = x[2 * d + mu];
            double omega = outputs[mu] - v * g;
            sum -= BayesChannel.logWeight(examples.label, examples.labels[mu], omega, v) + 0.5 * v * g * g;
        }
        for (int i = 0; i < d; i++) sum += 0.5 * (x[i] * x[i] + x[d + i] - 1.0 - Math.log(x[d + i]));
        return sum;
    }

    @Override
    public void randomise(double[] x, RandomGenerator random) {
        int d = examples.d;
        double spread = hint == 0.0 ? SIZE : Math.sqrt(hint * (1.0 - hint));
        for (int i = 0; i < d; i++) {
            x[i] = hint * examples.teacher[i] + spread * random.nextGaussian();
            x[d + i] = 1.0 - hint;
        }
        Arrays.fill(x, 2 * d, x.length, 0.0);
    }

    @Override
    public int weights() {
        return examples.d;
    }

    @Override
    public double[] teacher() {
        return examples.teacher;
    }

    /** NaN of a posterior, which has no loss. */
    @Override
    public double trainingLoss(double[] w) {
        if (bayes) return Double.NaN;
        mix(w, outputs);
        double sum = 0.0;
        for (int mu = 0; mu < outputs.length; mu++) sum += loss.value(examples.labels[mu], outputs[mu]);
        return sum / outputs.length;
    }

    @Override
    public double generalisationError(double[] w) {
        return examples.generalisationError(w);
    }
}
