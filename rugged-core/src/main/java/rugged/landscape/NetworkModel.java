package rugged.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import rugged.api.Batch;
import rugged.api.DataSpec.Labels;
import rugged.api.DenseLayers;
import rugged.api.Examples;

/**
 * A network on its examples. Patterns are taken in chunks, so that scratch stays in cache; sums over patterns run in their order, whatever the number of
 * threads. Forks share the examples.
 */
final class NetworkModel implements DenseLayers {
    /** Examples at a time: scratch of a small network stays in cache ... */
    private static final int LEAST_CHUNK = 128;
    /** ... and a large one passes over its parameters no more often than over its scratch. */
    private static final int MOST_CHUNK = 1024;

    /** Numbers on all tapes together: 128 MB in double precision. */
    private static final long MOST_RECORDED = 1L << 24;

    private static final double FEW = 1e-14;
    private static final double SINGLE = 1e-6;

    private final NetworkShape shape;
    private final Network spec;
    private final NetworkLoss loss;
    private final Examples data;
    private final NetworkPasses pass;
    private final int units;
    private final int chunk;
    private final double[] gathered;
    private final double[] labels;
    /** The parameters whose tapes are kept. */
    private double[] recorded = new double[0];
    /** Whether the passes stand elsewhere than at {@link #recorded}. */
    private boolean away = true;

    private @Nullable KroneckerSums sums;

    private NetworkModel(NetworkShape shape, Network spec, NetworkLoss loss, Examples data) {
        this.shape = shape;
        this.spec = spec;
        this.loss = loss;
        this.data = data;
        units = Arrays.stream(shape.widths()).skip(1).sum();
        int most = Math.clamp(shape.parameters() / units, LEAST_CHUNK, MOST_CHUNK);
        // chunks of one size: a short last one would be as dear as a long one
        int chunks = Math.max(1, (data.patterns() + most - 1) / most);
        chunk = Math.max(1, (data.patterns() + chunks - 1) / chunks);
        pass = spec.precision() == Precision.FLOAT32
                ? new FloatPass(shape, spec.activation(), chunk)
                : new NetworkPass(shape, spec.activation(), chunk);
        gathered = new double[chunk * data.width()];
        labels = new double[chunk];
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

    private void begin(double[] x) {
        pass.at(x);
        pass.tape(0, 0);
        away = true;
    }

    /** Forward for a chunk of the examples of a part. */
    private int forward(Part part, int from) {
        int count = Math.min(chunk, examples(part) - from);
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
        begin(x);
        double sum = 0.0;
        for (int from = 0; from < patterns(); from += chunk) {
            int count = forward(Part.TRAIN, from);
            for (int p = 0; p < count; p++) sum += slope(data.targets(), from + p, p);
        }
        return sum / patterns() + shared(x);
    }

    @Override
    public double energyAndGradient(double[] x, double[] g) {
        begin(x);
        double sum = 0.0;
        double weight = 1.0 / patterns();
        for (int from = 0; from < patterns(); from += chunk) {
            int count = forward(Part.TRAIN, from);
            for (int p = 0; p < count; p++) {
                sum += slope(data.targets(), from + p, p);
                weigh(p, weight);
            }
            pass.backward(count, g, from > 0);
        }
        addShared(1.0, x, g);
        return sum / patterns() + shared(x);
    }

    @Override
    public double energyAndGradient(double[] x, Batch batch, double[] g) {
        begin(x);
        double sum = 0.0;
        double weight = 1.0 / batch.size();
        for (int from = batch.from(); from < batch.to(); from += chunk) {
            int count = gather(batch, from);
            for (int p = 0; p < count; p++) {
                sum += slope(labels, p, p);
                weigh(p, weight);
            }
            pass.backward(count, g, from > batch.from());
        }
        addShared(1.0, x, g);
        return sum / batch.size() + shared(x);
    }

    /** Forward for a chunk of a batch, whose labels are then in {@link #labels}. */
    private int gather(Batch batch, int from) {
        int width = data.width();
        int count = Math.min(chunk, batch.to() - from);
        for (int p = 0; p < count; p++) {
            int mu = batch.index()[from + p];
            System.arraycopy(data.inputs(), mu * width, gathered, p * width, width);
            labels[p] = data.targets()[mu];
        }
        pass.forward(gathered, 0, count);
        return count;
    }

    @Override
    public List<Dense> dense() {
        return KroneckerSums.dense(shape);
    }

    @Override
    public void kroneckerFactors(double[] x, Batch batch, RandomGenerator random, double[][] a, double[][] s) {
        if (sums == null) sums = new KroneckerSums(shape, pass, chunk);
        begin(x);
        KroneckerSums.clear(a, s);
        int k = shape.outputs();
        for (int from = batch.from(); from < batch.to(); from += chunk) {
            int count = gather(batch, from);
            for (int p = 0; p < count; p++)
                loss.sampled(pass.outputs(), p * k, k, labels[p], spec.margin(), random, pass.slopes());
            pass.slopesThroughout(count);
            sums.add(count, 1.0 / batch.size(), a, s);
        }
    }

    @Override
    public void patternEnergies(double[] x, double[] e) {
        losses(x, Part.TRAIN, e);
        double shared = shared(x);
        if (shared != 0.0) for (int mu = 0; mu < e.length; mu++) e[mu] += shared;
    }

    @Override
    public double weightedGradient(double[] x, double[] w, double[] g) {
        begin(x);
        double sum = 0.0;
        double total = 0.0;
        for (int from = 0; from < patterns(); from += chunk) {
            int count = forward(Part.TRAIN, from);
            for (int p = 0; p < count; p++) {
                sum += w[from + p] * slope(data.targets(), from + p, p);
                total += w[from + p];
                weigh(p, w[from + p]);
            }
            pass.backward(count, g, from > 0);
        }
        addShared(total, x, g);
        return sum + total * shared(x);
    }

    @Override
    public void directional(double[] x, double[] v, double[] d) {
        begin(x);
        pass.along(v);
        double shared = 0.0;
        if (spec.l2() != 0.0) for (int i = 0; i < x.length; i++) shared += spec.l2() * x[i] * v[i];
        int k = shape.outputs();
        for (int from = 0; from < patterns(); from += chunk) {
            int count = forward(Part.TRAIN, from);
            pass.directional(count);
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
        begin(x);
        for (int from = 0; from < patterns(); from += chunk) {
            int count = forward(Part.TRAIN, from);
            for (int p = 0; p < count; p++) slope(data.targets(), from + p, p);
            pass.squaredBackward(count, s, from > 0);
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
        boolean recorded = record(x);
        pass.along(v);
        int k = shape.outputs();
        for (int from = 0, number = 1; from < patterns(); from += chunk, number++) {
            int count = Math.min(chunk, patterns() - from);
            if (recorded) pass.tape(number, from * data.width());
            else pullThroughout(from);
            pass.directional(count);
            double[] turned = pass.directionalSlopes();
            for (int i = 0; i < count * k; i++) turned[i] = pass.directions()[i] / patterns();
            for (int p = 0; p < count; p++)
                loss.curvature(pass.outputs(), p * k, k, data.targets()[from + p], spec.margin(), turned);
            if (whole) pass.directionalBackward(count, hv, from > 0);
            else pass.adjoint(count, hv, from > 0);
        }
        addShared(1.0, v, hv);
    }

    /**
     * Makes sure that the tapes hold all chunks at x: products at the same x, as in Lanczos's and in conjugate gradients' method, then need neither the forward
     * pass nor the slopes again, and cost two gradients instead of 8/3. False where the tapes would be too large.
     */
    private boolean record(double[] x) {
        long values = 4L * patterns() * units;
        if (values > MOST_RECORDED) {
            begin(x);
            return false;
        }
        if (Arrays.equals(recorded, x)) {
            if (away) pass.at(recorded);
            away = false;
            return true;
        }
        if (recorded.length != x.length) recorded = new double[x.length];
        System.arraycopy(x, 0, recorded, 0, x.length);
        pass.at(recorded);
        away = false;
        for (int from = 0, number = 1; from < patterns(); from += chunk, number++) {
            pass.tape(number, from * data.width());
            pullThroughout(from);
        }
        return true;
    }

    private void pullThroughout(int from) {
        int count = forward(Part.TRAIN, from);
        for (int p = 0; p < count; p++) {
            slope(data.targets(), from + p, p);
            weigh(p, 1.0 / patterns());
        }
        pass.slopesThroughout(count);
    }

    @Override
    public void outputs(double[] x, Part part, double[] o) {
        begin(x);
        int k = shape.outputs();
        for (int from = 0; from < examples(part); from += chunk) {
            int count = forward(part, from);
            System.arraycopy(pass.outputs(), 0, o, from * k, count * k);
        }
    }

    @Override
    public void losses(double[] x, Part part, double[] l) {
        begin(x);
        for (int from = 0; from < examples(part); from += chunk) {
            int count = forward(part, from);
            for (int p = 0; p < count; p++) l[from + p] = slope(targets(part), from + p, p);
        }
    }

    @Override
    public void margins(double[] x, Part part, double[] m) {
        begin(x);
        for (int from = 0; from < examples(part); from += chunk) {
            int count = forward(part, from);
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
