package rugged.landscape.network;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import rugged.api.Examples;
import rugged.api.bayesian.FeatureKernel;
import rugged.api.bayesian.GaussianParts;
import rugged.api.model.Batch;
import rugged.meanfield.bayesian.BayesianNetwork;
import rugged.meanfield.bayesian.FeatureScale;
import rugged.meanfield.bayesian.HiddenUnit;

/**
 * A {@link Posterior}, built. The mean loss of the network below it is (1/2P) sum (y - f)^2; energies here are that times P/T and the prior. Outputs and gradients of all examples have a pass of their own; what is wanted more rarely goes by the passes of networks.
 */
final class PosteriorModel extends NetworkModel implements GaussianParts, FeatureKernel {
    private final NetworkShape shape;
    private final NetworkSetting setting;
    private final Examples data;
    private final BayesianNetwork network;
    private final PosteriorPass train;
    private final double[] residuals;
    private final int readout;

    private @Nullable PosteriorPass test;
    private @Nullable ReadoutDraw readoutDraw;
    private @Nullable LinearDraw linearDraw;
    private @Nullable FeatureScale featureScale;

    PosteriorModel(NetworkShape shape, NetworkSetting setting, Examples data, BayesianNetwork network) {
        super(shape, setting, data);
        this.shape = shape;
        this.setting = setting;
        this.data = data;
        this.network = network;
        train = new PosteriorPass(shape, network.activation(), data.inputs());
        residuals = new double[data.patterns()];
        readout = shape.weights()[shape.depth()];
    }

    @Override
    public PosteriorModel fork() {
        return new PosteriorModel(shape, setting, data, network);
    }

    /** P/T, by which the mean loss below counts. */
    private double weight() {
        return patterns() / network.lossTemperature();
    }

    private double prior(double[] x) {
        double hidden = 0.0;
        for (int i = 0; i < readout; i++) hidden += x[i] * x[i];
        double last = 0.0;
        for (int i = readout; i < x.length; i++) last += x[i] * x[i];
        return 0.5 * (network.lambda0() * hidden + network.lambda1() * last);
    }

    private void addPrior(double weight, double[] x, double[] g) {
        double hidden = weight * network.lambda0();
        double last = weight * network.lambda1();
        for (int i = 0; i < readout; i++) g[i] += hidden * x[i];
        for (int i = readout; i < x.length; i++) g[i] += last * x[i];
    }

    /** N: U is extensive. */
    @Override
    public double extent() {
        return dimension();
    }

    @Override
    public double energy(double[] x) {
        train.forward(x);
        return overflown(x, misfit() + prior(x));
    }

    /** What is no number at weights that are has grown beyond all numbers: outputs of opposite signs did. */
    private static double overflown(double[] x, double energy) {
        if (!Double.isNaN(energy)) return energy;
        for (double weight : x) if (!Double.isFinite(weight)) return Double.NaN;
        return Double.POSITIVE_INFINITY;
    }

    /** E/T; leaves (f - y)/T. */
    private double misfit() {
        double sum = 0.0;
        double[] f = train.outputs();
        double[] y = data.targets();
        double inverse = 1.0 / network.lossTemperature();
        for (int p = 0; p < residuals.length; p++) {
            double off = f[p] - y[p];
            sum += off * off;
            residuals[p] = inverse * off;
        }
        return 0.5 * inverse * sum;
    }

    @Override
    public double energyAndGradient(double[] x, double[] g) {
        train.forward(x);
        double misfit = misfit();
        double prior =
                0.5 * (pull(network.lambda0(), x, 0, readout, g) + pull(network.lambda1(), x, readout, x.length, g));
        train.backward(x, residuals, g);
        return overflown(x, misfit + prior);
    }

    /** g = lambda x on a range, and lambda x.x there, in four sums that do not wait for one another. */
    private static double pull(double lambda, double[] x, int from, int to, double[] g) {
        double s0 = 0.0;
        double s1 = 0.0;
        double s2 = 0.0;
        double s3 = 0.0;
        int i = from;
        for (; i + 4 <= to; i += 4) {
            g[i] = lambda * x[i];
            g[i + 1] = lambda * x[i + 1];
            g[i + 2] = lambda * x[i + 2];
            g[i + 3] = lambda * x[i + 3];
            s0 += g[i] * x[i];
            s1 += g[i + 1] * x[i + 1];
            s2 += g[i + 2] * x[i + 2];
            s3 += g[i + 3] * x[i + 3];
        }
        for (; i < to; i++) {
            g[i] = lambda * x[i];
            s0 += g[i] * x[i];
        }
        return s0 + s1 + (s2 + s3);
    }

    @Override
    public double energyAndGradient(double[] x, Batch batch, double[] g) {
        double mean = super.energyAndGradient(x, batch, g);
        scale(g);
        addPrior(1.0, x, g);
        return weight() * mean + prior(x);
    }

    private void scale(double[] values) {
        double weight = weight();
        for (int i = 0; i < values.length; i++) values[i] *= weight;
    }

    @Override
    public void patternEnergies(double[] x, double[] e) {
        losses(x, Part.TRAIN, e);
        double prior = prior(x);
        for (int mu = 0; mu < e.length; mu++) e[mu] += prior;
    }

    @Override
    public void losses(double[] x, Part part, double[] l) {
        super.losses(x, part, l);
        scale(l);
    }

    @Override
    public double weightedGradient(double[] x, double[] w, double[] g) {
        double sum = super.weightedGradient(x, w, g);
        scale(g);
        double total = 0.0;
        for (double each : w) total += each;
        addPrior(total, x, g);
        return weight() * sum + total * prior(x);
    }

    @Override
    public void directional(double[] x, double[] v, double[] d) {
        super.directional(x, v, d);
        scale(d);
        double along = 0.0;
        for (int i = 0; i < x.length; i++) along += (i < readout ? network.lambda0() : network.lambda1()) * x[i] * v[i];
        for (int mu = 0; mu < d.length; mu++) d[mu] += along;
    }

    @Override
    public void squaredGradients(double[] x, double[] s) {
        double[] mean = new double[s.length];
        super.energyAndGradient(x, new Batch(all(), 0, patterns()), mean);
        super.squaredGradients(x, s);
        double weight = weight();
        // (w g + r)^2 averaged, r that of the prior
        for (int i = 0; i < s.length; i++) {
            double r = (i < readout ? network.lambda0() : network.lambda1()) * x[i];
            s[i] = weight * weight * s[i] + 2.0 * weight * mean[i] * r + r * r;
        }
    }

    private int[] all() {
        int[] all = new int[patterns()];
        for (int mu = 0; mu < all.length; mu++) all[mu] = mu;
        return all;
    }

    @Override
    public void hessianVector(double[] x, double[] v, double[] hv) {
        super.hessianVector(x, v, hv);
        scale(hv);
        addPrior(1.0, v, hv);
    }

    @Override
    public void gaussNewtonVector(double[] x, double[] v, double[] hv) {
        super.gaussNewtonVector(x, v, hv);
        scale(hv);
        addPrior(1.0, v, hv);
    }

    @Override
    public void functionHessianVector(double[] x, double[] v, double[] hv) {
        super.functionHessianVector(x, v, hv);
        scale(hv);
    }

    @Override
    public void kroneckerFactors(double[] x, Batch batch, RandomGenerator random, double[][] a, double[][] s) {
        super.kroneckerFactors(x, batch, random, a, s);
        for (double[] layer : s) scale(layer);
    }

    @Override
    public void outputs(double[] x, Part part, double[] o) {
        PosteriorPass pass = train;
        if (part == Part.TEST) {
            if (test == null) test = new PosteriorPass(shape, network.activation(), data.testInputs());
            pass = test;
        }
        pass.forward(x);
        System.arraycopy(pass.outputs(), 0, o, 0, examples(part));
    }

    /** The readout, and the hidden layer where that is linear and alone. */
    @Override
    public int parts() {
        return shape.depth() == 2 && network.activation() == HiddenUnit.LINEAR ? 2 : 1;
    }

    @Override
    public int from(int part) {
        return part == 0 ? readout : 0;
    }

    @Override
    public int to(int part) {
        return part == 0 ? shape.parameters() : readout;
    }

    @Override
    public double featureScale(double[] x) {
        if (featureScale == null) featureScale = new FeatureScale(network, data.inputs(), data.width());
        train.hidden(x);
        return featureScale.of(train.features());
    }

    private ReadoutDraw last() {
        if (readoutDraw == null) readoutDraw = new ReadoutDraw(shape, network, train, data.targets());
        return readoutDraw;
    }

    private LinearDraw first() {
        if (linearDraw == null) linearDraw = new LinearDraw(shape, network, train.inputs(), data.targets());
        return linearDraw;
    }

    @Override
    public void draw(int part, double[] x, RandomGenerator random) {
        if (part == 0) last().draw(x, random);
        else first().draw(x, random);
    }

    @Override
    public void covariance(int part, double[] x, double[] h, double[] c) {
        if (part == 0) last().covariance(x, h, c);
        else first().covariance(x, h, c);
    }
}
