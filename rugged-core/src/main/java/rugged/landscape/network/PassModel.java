package rugged.landscape.network;

import java.util.Arrays;
import java.util.function.IntFunction;
import rugged.api.Examples;
import rugged.api.model.Batch;
import rugged.api.signal.InputFunction;
import rugged.landscape.Precision;

/**
 * Outputs of any network on its examples, with the losses, and what is made of their derivatives, by {@link NetworkPasses}. Patterns are taken in chunks, so that scratch stays in cache; sums over patterns run in their order, whatever the number of
 * threads. Forks share the examples.
 */
public abstract class PassModel implements InputFunction {
    private static final double FEW = 1e-14;
    private static final double SINGLE = 1e-6;

    final NetworkSweep sweep;
    final NetworkPasses pass;
    final int chunk;
    private final int k;
    private final NetworkSetting setting;
    private final Examples data;
    private final NetworkCurvature curvature;

    /**
     * A network.
     *
     * @param outputs K
     * @param units numbers that an example leaves behind on the way forward
     * @param most examples in a chunk, at most
     * @param passes makes passes for so many examples at a time
     */
    protected PassModel(
            int outputs,
            int units,
            int most,
            IntFunction<NetworkPasses> passes,
            NetworkSetting setting,
            Examples data) {
        k = outputs;
        this.setting = setting;
        this.data = data;
        sweep = new NetworkSweep(outputs, units, most, passes, setting, data);
        pass = sweep.pass;
        chunk = sweep.chunk;
        curvature = new NetworkCurvature(sweep);
    }

    @Override
    public double extent() {
        return 1.0;
    }

    @Override
    public double rounding() {
        return setting.precision() == Precision.FLOAT32 ? SINGLE : FEW;
    }

    @Override
    public int patterns() {
        return data.patterns();
    }

    @Override
    public int outputs() {
        return k;
    }

    @Override
    public Examples data() {
        return data;
    }

    @Override
    public void outputs(double[] x, double[] inputs, int count, double[] o) {
        sweep.begin(x);
        for (int from = 0; from < count; from += chunk) {
            int here = Math.min(chunk, count - from);
            pass.forward(inputs, from * data.width(), here);
            System.arraycopy(pass.outputs(), 0, o, from * k, here * k);
        }
    }

    @Override
    public int examples(Part part) {
        return sweep.examples(part);
    }

    private double shared(double[] x) {
        if (setting.l2() == 0.0) return 0.0;
        double sum = 0.0;
        for (double value : x) sum += value * value;
        return 0.5 * setting.l2() * sum;
    }

    private void addShared(double weight, double[] x, double[] g) {
        if (setting.l2() == 0.0) return;
        for (int i = 0; i < x.length; i++) g[i] += weight * setting.l2() * x[i];
    }

    @Override
    public double energy(double[] x) {
        sweep.begin(x);
        double sum = 0.0;
        for (int from = 0; from < patterns(); from += chunk) {
            int count = sweep.forward(Part.TRAIN, from);
            for (int p = 0; p < count; p++) sum += sweep.slope(data.targets(), from + p, p);
        }
        return sum / patterns() + shared(x);
    }

    @Override
    public double energyAndGradient(double[] x, double[] g) {
        sweep.begin(x);
        double sum = 0.0;
        double weight = 1.0 / patterns();
        for (int from = 0; from < patterns(); from += chunk) {
            int count = sweep.forward(Part.TRAIN, from);
            for (int p = 0; p < count; p++) {
                sum += sweep.slope(data.targets(), from + p, p);
                sweep.weigh(p, weight);
            }
            pass.backward(count, g, from > 0);
        }
        addShared(1.0, x, g);
        return sum / patterns() + shared(x);
    }

    @Override
    public double energyAndGradient(double[] x, Batch batch, double[] g) {
        sweep.begin(x);
        double sum = 0.0;
        double weight = 1.0 / batch.size();
        for (int from = batch.from(); from < batch.to(); from += chunk) {
            int count = sweep.gather(batch, from);
            for (int p = 0; p < count; p++) {
                sum += sweep.slope(sweep.labels, p, p);
                sweep.weigh(p, weight);
            }
            pass.backward(count, g, from > batch.from());
        }
        addShared(1.0, x, g);
        return sum / batch.size() + shared(x);
    }

    @Override
    public void patternEnergies(double[] x, double[] e) {
        losses(x, Part.TRAIN, e);
        double shared = shared(x);
        if (shared != 0.0) for (int mu = 0; mu < e.length; mu++) e[mu] += shared;
    }

    @Override
    public double weightedGradient(double[] x, double[] w, double[] g) {
        sweep.begin(x);
        double sum = 0.0;
        double total = 0.0;
        for (int from = 0; from < patterns(); from += chunk) {
            int count = sweep.forward(Part.TRAIN, from);
            for (int p = 0; p < count; p++) {
                sum += w[from + p] * sweep.slope(data.targets(), from + p, p);
                total += w[from + p];
                sweep.weigh(p, w[from + p]);
            }
            pass.backward(count, g, from > 0);
        }
        addShared(total, x, g);
        return sum + total * shared(x);
    }

    @Override
    public void directional(double[] x, double[] v, double[] d) {
        sweep.begin(x);
        pass.along(v);
        double shared = 0.0;
        if (setting.l2() != 0.0) for (int i = 0; i < x.length; i++) shared += setting.l2() * x[i] * v[i];
        for (int from = 0; from < patterns(); from += chunk) {
            int count = sweep.forward(Part.TRAIN, from);
            pass.directional(count);
            for (int p = 0; p < count; p++) {
                sweep.slope(data.targets(), from + p, p);
                double sum = shared;
                for (int i = p * k; i < (p + 1) * k; i++) sum += pass.slopes()[i] * pass.directions()[i];
                d[from + p] = sum;
            }
        }
    }

    @Override
    public void squaredGradients(double[] x, double[] s) {
        double[] mean = new double[0];
        if (setting.l2() != 0.0) {
            mean = new double[s.length];
            energyAndGradient(x, mean);
        }
        sweep.begin(x);
        for (int from = 0; from < patterns(); from += chunk) {
            int count = sweep.forward(Part.TRAIN, from);
            for (int p = 0; p < count; p++) sweep.slope(data.targets(), from + p, p);
            pass.squaredBackward(count, s, from > 0);
        }
        for (int i = 0; i < s.length; i++) s[i] /= patterns();
        if (setting.l2() == 0.0) return;
        // (g + r)^2 = g^2 + 2 r (g + r) - r^2 with r = l2 x, averaged
        for (int i = 0; i < s.length; i++) {
            double r = setting.l2() * x[i];
            s[i] += 2.0 * r * mean[i] - r * r;
        }
    }

    @Override
    public void hessianVector(double[] x, double[] v, double[] hv) {
        curvature.product(x, v, hv, NetworkCurvature.Share.ALL);
        addShared(1.0, v, hv);
    }

    @Override
    public void gaussNewtonVector(double[] x, double[] v, double[] hv) {
        curvature.product(x, v, hv, NetworkCurvature.Share.OUTPUTS);
        addShared(1.0, v, hv);
    }

    @Override
    public void functionHessianVector(double[] x, double[] v, double[] hv) {
        curvature.product(x, v, hv, NetworkCurvature.Share.FUNCTION);
    }

    @Override
    public void jacobianVector(double[] x, Part part, double[] v, double[] jv) {
        sweep.begin(x);
        pass.along(v);
        for (int from = 0; from < examples(part); from += chunk) {
            int count = sweep.forward(part, from);
            pass.directional(count);
            System.arraycopy(pass.directions(), 0, jv, from * k, count * k);
            setting.origin().stretch(jv, from * k, count * k);
        }
    }

    @Override
    public void jacobianTransposed(double[] x, Part part, double[] w, double[] g) {
        sweep.begin(x);
        if (examples(part) == 0) Arrays.fill(g, 0.0);
        for (int from = 0; from < examples(part); from += chunk) {
            int count = sweep.forward(part, from);
            System.arraycopy(w, from * k, pass.slopes(), 0, count * k);
            setting.origin().stretch(pass.slopes(), 0, count * k);
            pass.backward(count, g, from > 0);
        }
    }

    @Override
    public void outputs(double[] x, Part part, double[] o) {
        sweep.begin(x);
        for (int from = 0; from < examples(part); from += chunk) {
            int count = sweep.forward(part, from);
            System.arraycopy(pass.outputs(), 0, o, from * k, count * k);
        }
    }

    @Override
    public int classes() {
        return data.classes();
    }

    @Override
    public void targets(Part part, double[] y) {
        System.arraycopy(sweep.targets(part), 0, y, 0, examples(part));
    }

    @Override
    public void losses(double[] x, Part part, double[] l) {
        sweep.begin(x);
        for (int from = 0; from < examples(part); from += chunk) {
            int count = sweep.forward(part, from);
            for (int p = 0; p < count; p++) l[from + p] = sweep.slope(sweep.targets(part), from + p, p);
        }
    }

    @Override
    public void margins(double[] x, Part part, double[] m) {
        sweep.begin(x);
        for (int from = 0; from < examples(part); from += chunk) {
            int count = sweep.forward(part, from);
            for (int p = 0; p < count; p++) m[from + p] = sweep.margin(p, sweep.targets(part)[from + p]);
        }
    }
}
