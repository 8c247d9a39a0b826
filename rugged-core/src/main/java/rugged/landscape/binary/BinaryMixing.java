package rugged.landscape.binary;

import java.util.random.RandomGenerator;
import rugged.api.constraint.SpinInference;
import rugged.api.mixing.LinearMixing;
import rugged.api.model.Planted;
import rugged.meanfield.binary.PatternChannel;

/** A binary perceptron as a mixing: unknowns +-1, fair before a pattern is seen, and the channel of its task. */
final class BinaryMixing implements LinearMixing, Planted, SpinInference {
    /** Where an algorithm begins that knows nothing: as far from 0 as lets it choose a side. */
    private static final double SIZE = 0.01;

    /** How far from 1 the overlap is where it knows the teacher. */
    private static final double KNOWN = 1e-4;

    /** Below every slope that a pattern has; keeps 0/0 away where none of them answers any more. */
    private static final double LEAST_SLOPE = 1e-100;

    private final Patterns patterns;
    private final PatternChannel channel;
    private final Mixer mixer;
    private final double[] means;
    private final double[] variances;
    private final double[] omega;
    private final double[] v;
    private final long[] up;
    private double[] pushing;

    BinaryMixing(Patterns patterns, PatternChannel channel) {
        this(patterns, channel, patterns.signs() ? new SignMixer(patterns) : new GaussianMixer(patterns));
    }

    private BinaryMixing(Patterns patterns, PatternChannel channel, Mixer mixer) {
        this.patterns = patterns;
        this.channel = channel;
        this.mixer = mixer;
        means = new double[patterns.n];
        variances = new double[patterns.n];
        omega = new double[patterns.count];
        v = new double[patterns.count];
        up = new long[patterns.words];
        pushing = new double[patterns.n];
    }

    @Override
    public int unknowns() {
        return patterns.n;
    }

    @Override
    public int outputs() {
        return patterns.count;
    }

    @Override
    public void mix(double[] x, double[] z) {
        mixer.rows(x, z);
    }

    @Override
    public void mixTransposed(double[] u, double[] w) {
        mixer.columns(u, w);
    }

    @Override
    public void mixSquares(double[] variance, double[] z) {
        mixer.squaredRows(variance, z);
    }

    @Override
    public void mixSquaresTransposed(double[] u, double[] w) {
        mixer.squaredColumns(u, w);
    }

    /** Variances below 1/N, less than one unknown weight, count as 1/N: a field moves in steps of 2/sqrt(N), and no pattern would answer a student who is about to find the teacher. */
    @Override
    public void channel(double[] mean, double[] variance, double[] g, double[] slope) {
        double least = 1.0 / patterns.n;
        for (int mu = 0; mu < g.length; mu++) {
            double width = Math.max(variance[mu], least);
            g[mu] = channel.response(mean[mu], width);
            double one = channel.slope(mean[mu], width, g[mu]);
            slope[mu] = one == 0.0 ? LEAST_SLOPE : one;
        }
    }

    @Override
    public void fields(double[] fields) {
        pushing = fields;
    }

    @Override
    public void tell(double[] told, double[] x) {
        // means are part of the state
    }

    @Override
    public double violations(double[] signs) {
        return patterns.violated(signs, channel, up);
    }

    /** tanh(r/s + h) and 1/cosh(r/s + h)^2. */
    @Override
    public void prior(double[] r, double[] s, double[] mean, double[] variance) {
        for (int i = 0; i < mean.length; i++) {
            double field = r[i] / s[i] + pushing[i];
            double rest = Math.exp(-2.0 * Math.abs(field));
            mean[i] = Math.copySign((1.0 - rest) / (1.0 + rest), field);
            variance[i] = 4.0 * rest / ((1.0 + rest) * (1.0 + rest));
        }
    }

    /** -log Z = -sum_i S(a_i) - sum_mu [log Z_mu + v g^2/2], S the entropy of a spin of mean a, with omega = F a - v g. */
    @Override
    public double freeEnergy(double[] x) {
        int n = patterns.n;
        System.arraycopy(x, 0, means, 0, n);
        System.arraycopy(x, n, variances, 0, n);
        mixer.rows(means, omega);
        mixer.squaredRows(variances, v);
        double sum = 0.0;
        for (int mu = 0; mu < omega.length; mu++) {
            double g = x[2 * n + mu];
            sum += channel.logZ(omega[mu] - v[mu] * g, v[mu]) + 0.5 * v[mu] * g * g;
        }
        for (int i = 0; i < n; i++)
            sum += entropy(0.5 * (1.0 + means[i])) + entropy(0.5 * (1.0 - means[i])) + pushing[i] * means[i];
        return -sum;
    }

    private static double entropy(double p) {
        return p > 0.0 ? -p * Math.log(p) : 0.0;
    }

    @Override
    public void randomise(double[] x, RandomGenerator random) {
        int n = patterns.n;
        for (int i = 0; i < n; i++) {
            x[i] = SIZE * random.nextGaussian();
            x[n + i] = 1.0 - x[i] * x[i];
        }
        java.util.Arrays.fill(x, 2 * n, x.length, 0.0);
    }

    /** Informed: means that have an overlap of 1 - 1e-4 with one another. */
    @Override
    public void plantedState(double[] x) {
        int n = patterns.n;
        patterns.teach(means);
        for (int i = 0; i < n; i++) {
            x[i] = Math.sqrt(1.0 - KNOWN) * means[i];
            x[n + i] = KNOWN;
        }
        java.util.Arrays.fill(x, 2 * n, x.length, 0.0);
    }

    @Override
    public BinaryMixing fork() {
        return new BinaryMixing(patterns, channel, mixer.fork());
    }
}
