package rugged.landscape.binary;

import java.util.random.RandomGenerator;
import rugged.api.constraint.SpinInference;
import rugged.api.model.FactorGraph;
import rugged.api.model.Planted;
import rugged.meanfield.binary.PatternChannel;

/**
 * Messages of a binary perceptron: from every pattern to every weight the field u_{mu i} that the weight feels, in x[mu N + i]. The weight passes on m_{i mu} = tanh(sum_nu u_{nu i} - u_{mu i}), and a pattern sees the sum of all others as a Gaussian:
 *
 * <pre>
 *   omega = sum_{j != i} F_{mu j} m_{j mu},   V = sum_{j != i} F_{mu j}^2 (1 - m_{j mu}^2),   u_{mu i} = [log Z(omega + F_{mu i}, V) - log Z(omega - F_{mu i}, V)]/2
 * </pre>
 */
final class BinaryMessages implements FactorGraph, Planted, SpinInference {
    private static final double SIZE = 0.01;
    private static final double KNOWN = 1e-4;

    private final Patterns patterns;
    private final PatternChannel channel;
    private final int n;
    private final double[] f;
    private final double[] fields;
    private final double[] passed;
    private final long[] up;
    private double[] pushing;

    BinaryMessages(Patterns patterns, PatternChannel channel) {
        this(patterns, channel, matrix(patterns));
    }

    private BinaryMessages(Patterns patterns, PatternChannel channel, double[] f) {
        this.patterns = patterns;
        this.channel = channel;
        this.f = f;
        n = patterns.n;
        fields = new double[n];
        passed = new double[n];
        up = new long[patterns.words];
        pushing = new double[n];
    }

    private static double[] matrix(Patterns patterns) {
        double[] f = new double[patterns.count * patterns.n];
        for (int mu = 0; mu < patterns.count; mu++)
            for (int i = 0; i < patterns.n; i++) f[mu * patterns.n + i] = patterns.at(mu, i) / Math.sqrt(patterns.n);
        return f;
    }

    @Override
    public int variables() {
        return n;
    }

    @Override
    public int values(int variable) {
        return 2;
    }

    @Override
    public int dimension() {
        return f.length;
    }

    @Override
    public void fields(double[] fields) {
        pushing = fields;
    }

    @Override
    public void tell(double[] told, double[] x) {
        for (int k = 0; k < x.length; k++) x[k] = told[k % n] / patterns.count;
    }

    @Override
    public double violations(double[] signs) {
        return patterns.violated(signs, channel, up);
    }

    /** What all patterns together, and fields, say to each weight. */
    private void gather(double[] messages) {
        System.arraycopy(pushing, 0, fields, 0, n);
        for (int from = 0; from < messages.length; from += n)
            for (int i = 0; i < n; i++) fields[i] += messages[from + i];
    }

    @Override
    public void update(double[] messages, double[] next) {
        gather(messages);
        for (int from = 0; from < f.length; from += n) {
            double omega = 0.0;
            double variance = 0.0;
            for (int i = 0; i < n; i++) {
                passed[i] = Math.tanh(fields[i] - messages[from + i]);
                omega += f[from + i] * passed[i];
                variance += f[from + i] * f[from + i] * (1.0 - passed[i] * passed[i]);
            }
            for (int i = 0; i < n; i++) {
                double one = f[from + i];
                double mean = omega - one * passed[i];
                double v = variance - one * one * (1.0 - passed[i] * passed[i]);
                next[from + i] = 0.5 * (channel.logZ(mean + one, v) - channel.logZ(mean - one, v));
            }
        }
    }

    @Override
    public void marginal(double[] messages, int variable, double[] p) {
        double field = pushing[variable];
        for (int from = 0; from < messages.length; from += n) field += messages[from + variable];
        p[1] = 1.0 / (1.0 + Math.exp(-2.0 * field));
        p[0] = 1.0 / (1.0 + Math.exp(2.0 * field));
    }

    /** -log Z of Bethe: -sum_mu log Z(omega_mu, V_mu) - sum_i log 2 cosh h_i - sum_{mu i} [log 2 cosh(h_i - u_{mu i}) - log 2 cosh h_i], h_i all messages to a weight. */
    @Override
    public double freeEnergy(double[] messages) {
        gather(messages);
        double sum = 0.0;
        for (double field : fields) sum += logTwoCosh(field);
        for (int from = 0; from < f.length; from += n) {
            double omega = 0.0;
            double variance = 0.0;
            for (int i = 0; i < n; i++) {
                double cavity = fields[i] - messages[from + i];
                double m = Math.tanh(cavity);
                omega += f[from + i] * m;
                variance += f[from + i] * f[from + i] * (1.0 - m * m);
                sum += logTwoCosh(cavity) - logTwoCosh(fields[i]);
            }
            sum += channel.logZ(omega, variance);
        }
        return -sum;
    }

    private static double logTwoCosh(double x) {
        double size = Math.abs(x);
        return size + Math.log1p(Math.exp(-2.0 * size));
    }

    @Override
    public void randomise(double[] x, RandomGenerator random) {
        for (int k = 0; k < x.length; k++) x[k] = SIZE * random.nextGaussian() / Math.sqrt(patterns.count);
    }

    /** Informed: the fields of all patterns together make a mean of (1 - 1e-4)^{1/2} w*. */
    @Override
    public void plantedState(double[] x) {
        double[] teacher = new double[n];
        patterns.teach(teacher);
        double mean = Math.sqrt(1.0 - KNOWN);
        double field = 0.5 * Math.log((1.0 + mean) / (1.0 - mean)) / patterns.count;
        for (int k = 0; k < x.length; k++) x[k] = field * teacher[k % n];
    }

    @Override
    public BinaryMessages fork() {
        return new BinaryMessages(patterns, channel, f);
    }
}
