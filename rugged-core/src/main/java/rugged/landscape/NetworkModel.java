package rugged.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import rugged.api.Batch;
import rugged.api.DataSpec.Labels;
import rugged.api.Examples;
import rugged.api.Supervised;

/**
 * A network on its examples. Patterns are taken in chunks, so that scratch stays in cache; sums over patterns run in their order, whatever the number of
 * threads. Forks share the examples.
 */
final class NetworkModel implements Supervised {
    private static final int CHUNK = 128;
    private static final double FEW = 1e-14;
    private static final double SINGLE = 1e-6;

    private final NetworkShape shape;
    private final Network spec;
    private final NetworkLoss loss;
    private final Examples data;
    private final NetworkPasses pass;
    private final double[] gathered;
    private final double[] labels;

    private NetworkModel(NetworkShape shape, Network spec, NetworkLoss loss, Examples data) {
        this.shape = shape;
        this.spec = spec;
        this.loss = loss;
        this.data = data;
        pass = spec.precision() == Precision.FLOAT32
                ? new FloatPass(shape, spec.activation(), CHUNK)
                : new NetworkPass(shape, spec.activation(), CHUNK);
        gathered = new double[CHUNK * data.width()];
        labels = new double[CHUNK];
    }

    static NetworkModel build(Network spec, NetworkLoss loss, Examples data) {
        int outputs = data.labels() == Labels.CLASSES ? data.classes() : 1;
        return new NetworkModel(NetworkShape.of(spec, data.width(), outputs), spec, loss, data);
    }

    @Override
    public NetworkModel fork() {
        return new NetworkModel(shape, spec, loss, data);
    }

    @Override
    public int dimension() {
        return shape.parameters();
    }

    @Override
    public double extent() {
        return 1.0;
    }

    @Override
    public double rounding() {
        return spec.precision() == Precision.FLOAT32 ? SINGLE : FEW;
    }

    @Override
    public int patterns() {
        return data.patterns();
    }

    @Override
    public int outputs() {
        return shape.outputs();
    }

    @Override
    public int examples(Part part) {
        return targets(part).length;
    }

    @Override
    public List<Layer> layers() {
        return shape.layers();
    }

    @Override
    public void randomise(double[] x, RandomGenerator random) {
        NetworkStart.draw(shape, spec.initialisation(), x, random);
    }

    private double[] targets(Part part) {
        return part == Part.TRAIN ? data.targets() : data.testTargets();
    }

    private double[] inputs(Part part) {
        return part == Part.TRAIN ? data.inputs() : data.testInputs();
    }

    /** Forward for a chunk of the examples of a part. */
    private int chunk(Part part, int from) {
        int count = Math.min(CHUNK, examples(part) - from);
        pass.forward(inputs(part), from * data.width(), count);
        return count;
    }

    private double slope(double[] targets, int at, int row) {
        return loss.value(
                pass.outputs(), row * shape.outputs(), shape.outputs(), targets[at], spec.margin(), pass.slopes());
    }

    private void weigh(int row, double weight) {
        int k = shape.outputs();
        for (int i = row * k; i < (row + 1) * k; i++) pass.slopes()[i] *= weight;
    }

    private double shared(double[] x) {
        if (spec.l2() == 0.0) return 0.0;
        double sum = 0.0;
        for (double value : x) sum += value * value;
        return 0.5 * spec.l2() * sum;
    }

    private void addShared(double weight, double[] x, double[] g) {
        if (spec.l2() == 0.0) return;
        for (int i = 0; i < x.length; i++) g[i] += weight * spec.l2() * x[i];
    }

    @Override
    public double energy(double[] x) {
        pass.at(x);
        double sum = 0.0;
        for (int from = 0; from < patterns(); from += CHUNK) {
            int count = chunk(Part.TRAIN, from);
            for (int p = 0; p < count; p++) sum += slope(data.targets(), from + p, p);
        }
        return sum / patterns() + shared(x);
    }

    @Override
    public double energyAndGradient(double[] x, double[] g) {
        pass.at(x);
        Arrays.fill(g, 0.0);
        double sum = 0.0;
        double weight = 1.0 / patterns();
        for (int from = 0; from < patterns(); from += CHUNK) {
            int count = chunk(Part.TRAIN, from);
            for (int p = 0; p < count; p++) {
                sum += slope(data.targets(), from + p, p);
                weigh(p, weight);
            }
            pass.backward(count, g);
        }
        addShared(1.0, x, g);
        return sum / patterns() + shared(x);
    }

    @Override
    public double energyAndGradient(double[] x, Batch batch, double[] g) {
        pass.at(x);
        Arrays.fill(g, 0.0);
        double sum = 0.0;
        double weight = 1.0 / batch.size();
        int width = data.width();
        for (int from = batch.from(); from < batch.to(); from += CHUNK) {
            int count = Math.min(CHUNK, batch.to() - from);
            for (int p = 0; p < count; p++) {
                int mu = batch.index()[from + p];
                System.arraycopy(data.inputs(), mu * width, gathered, p * width, width);
                labels[p] = data.targets()[mu];
            }
            pass.forward(gathered, 0, count);
            for (int p = 0; p < count; p++) {
                sum += slope(labels, p, p);
                weigh(p, weight);
            }
            pass.backward(count, g);
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
        pass.at(x);
        Arrays.fill(g, 0.0);
        double sum = 0.0;
        double total = 0.0;
        for (int from = 0; from < patterns(); from += CHUNK) {
            int count = chunk(Part.TRAIN, from);
            for (int p = 0; p < count; p++) {
                sum += w[from + p] * slope(data.targets(), from + p, p);
                total += w[from + p];
                weigh(p, w[from + p]);
            }
            pass.backward(count, g);
        }
        addShared(total, x, g);
        return sum + total * shared(x);
    }

    @Override
    public void directional(double[] x, double[] v, double[] d) {
        pass.at(x);
        double shared = 0.0;
        if (spec.l2() != 0.0) for (int i = 0; i < x.length; i++) shared += spec.l2() * x[i] * v[i];
        int k = shape.outputs();
        for (int from = 0; from < patterns(); from += CHUNK) {
            int count = chunk(Part.TRAIN, from);
            pass.directional(count, v);
            for (int p = 0; p < count; p++) {
                slope(data.targets(), from + p, p);
                double sum = shared;
                for (int i = p * k; i < (p + 1) * k; i++) sum += pass.slopes()[i] * pass.directions()[i];
                d[from + p] = sum;
            }
        }
    }

    @Override
    public void squaredGradients(double[] x, double[] s) {
        double[] mean = new double[0];
        if (spec.l2() != 0.0) {
            mean = new double[s.length];
            energyAndGradient(x, mean);
        }
        pass.at(x);
        Arrays.fill(s, 0.0);
        for (int from = 0; from < patterns(); from += CHUNK) {
            int count = chunk(Part.TRAIN, from);
            for (int p = 0; p < count; p++) slope(data.targets(), from + p, p);
            pass.squaredBackward(count, s);
        }
        for (int i = 0; i < s.length; i++) s[i] /= patterns();
        if (spec.l2() == 0.0) return;
        // (g + r)^2 = g^2 + 2 r (g + r) - r^2 with r = l2 x, averaged
        for (int i = 0; i < s.length; i++) {
            double r = spec.l2() * x[i];
            s[i] += 2.0 * r * mean[i] - r * r;
        }
    }

    @Override
    public void hessianVector(double[] x, double[] v, double[] hv) {
        curvature(x, v, hv, true);
    }

    @Override
    public void gaussNewtonVector(double[] x, double[] v, double[] hv) {
        curvature(x, v, hv, false);
    }

    private void curvature(double[] x, double[] v, double[] hv, boolean whole) {
        pass.at(x);
        Arrays.fill(hv, 0.0);
        double weight = 1.0 / patterns();
        int k = shape.outputs();
        for (int from = 0; from < patterns(); from += CHUNK) {
            int count = chunk(Part.TRAIN, from);
            pass.directional(count, v);
            double[] turned = pass.directionalSlopes();
            for (int i = 0; i < count * k; i++) turned[i] = weight * pass.directions()[i];
            for (int p = 0; p < count; p++) {
                loss.curvature(pass.outputs(), p * k, k, data.targets()[from + p], spec.margin(), turned);
                slope(data.targets(), from + p, p);
                weigh(p, weight);
            }
            if (whole) pass.directionalBackward(count, v, hv);
            else pass.adjoint(count, hv);
        }
        addShared(1.0, v, hv);
    }

    @Override
    public void outputs(double[] x, Part part, double[] o) {
        pass.at(x);
        int k = shape.outputs();
        for (int from = 0; from < examples(part); from += CHUNK) {
            int count = chunk(part, from);
            System.arraycopy(pass.outputs(), 0, o, from * k, count * k);
        }
    }

    @Override
    public void losses(double[] x, Part part, double[] l) {
        pass.at(x);
        for (int from = 0; from < examples(part); from += CHUNK) {
            int count = chunk(part, from);
            for (int p = 0; p < count; p++) l[from + p] = slope(targets(part), from + p, p);
        }
    }

    @Override
    public void margins(double[] x, Part part, double[] m) {
        pass.at(x);
        for (int from = 0; from < examples(part); from += CHUNK) {
            int count = chunk(part, from);
            for (int p = 0; p < count; p++) m[from + p] = margin(p, targets(part)[from + p]);
        }
    }

    private double margin(int row, double label) {
        int k = shape.outputs();
        double[] o = pass.outputs();
        return switch (data.labels()) {
            case SIGNS -> label * o[row];
            case VALUES -> Double.NaN;
            case CLASSES -> {
                double other = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < k; i++) if (i != (int) label) other = Math.max(other, o[row * k + i]);
                yield o[row * k + (int) label] - other;
            }
        };
    }
}
