package rugged.landscape.network;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import rugged.api.Examples;
import rugged.api.model.Batch;
import rugged.api.model.DenseLayers;
import rugged.api.signal.Cascades;
import rugged.api.signal.Generations;
import rugged.geometry.Symmetry;
import rugged.landscape.Precision;
import rugged.num.RandomStream;

/** A fully connected network on its examples. */
class NetworkModel extends PassModel implements DenseLayers, Cascades {
    /** Examples at a time: scratch of a small network stays in cache ... */
    private static final int LEAST_CHUNK = 128;
    /** ... and a large one passes over its parameters no more often than over its scratch. */
    private static final int MOST_CHUNK = 1024;

    private final NetworkShape shape;
    private final NetworkSetting setting;
    private final Examples data;

    private @Nullable NetworkCascade cascade;
    private @Nullable KroneckerSums sums;
    private @Nullable Symmetry symmetry;

    NetworkModel(NetworkShape shape, NetworkSetting setting, Examples data) {
        super(
                shape.outputs(),
                shape.units(),
                Math.clamp(shape.parameters() / shape.units(), LEAST_CHUNK, MOST_CHUNK),
                capacity -> passes(shape, setting, capacity),
                setting,
                data);
        this.shape = shape;
        this.setting = setting;
        this.data = data;
    }

    private static NetworkPasses passes(NetworkShape shape, NetworkSetting setting, int capacity) {
        if (setting.precision() == Precision.FLOAT64)
            return new DoublePrecisionPass(new DoubleLayers(shape, setting.activation(), capacity));
        FloatLayers layers = new FloatLayers(shape, setting.activation(), capacity);
        return new SinglePrecisionPass(layers, shape.widths()[0], shape.outputs(), shape.parameters(), capacity);
    }

    @Override
    public NetworkModel fork() {
        return new NetworkModel(shape, setting, data);
    }

    /** The same with outputs measured from elsewhere. */
    NetworkModel from(OutputOrigin origin) {
        return new NetworkModel(shape, setting.from(origin), data);
    }

    @Override
    public int dimension() {
        return shape.parameters();
    }

    /** Permutations of hidden units, with their signs where the activation has a parity. */
    @Override
    public Symmetry symmetry() {
        if (symmetry == null) symmetry = shape.hidden(setting.activation());
        return symmetry;
    }

    @Override
    public List<Layer> layers() {
        return shape.layers();
    }

    @Override
    public void randomise(double[] x, RandomGenerator random) {
        if (setting.origin().plain()) NetworkStart.draw(shape, setting.initialisation(), x, random);
        else setting.origin().start(x);
    }

    @Override
    public List<Dense> dense() {
        return KroneckerSums.dense(shape);
    }

    @Override
    public double reach() {
        return 1.0 + shape.units() - shape.outputs();
    }

    @Override
    public void cascade(double[] x, Push push, RandomStream random, Generations[] out) {
        if (cascade == null) cascade = new NetworkCascade(shape, setting.activation());
        cascade.run(x, push, random, out);
    }

    @Override
    public void kroneckerFactors(double[] x, Batch batch, RandomGenerator random, double[][] a, double[][] s) {
        if (sums == null) sums = new KroneckerSums(shape, pass, chunk);
        sweep.begin(x);
        KroneckerSums.clear(a, s);
        int k = shape.outputs();
        for (int from = batch.from(); from < batch.to(); from += chunk) {
            int count = sweep.gather(batch, from);
            for (int p = 0; p < count; p++)
                setting.loss()
                        .sampled(pass.outputs(), p * k, k, sweep.labels[p], setting.margin(), random, pass.slopes());
            pass.slopesThroughout(count);
            sums.add(count, 1.0 / batch.size(), a, s);
        }
    }

    @Override
    public void tangentKernel(double[] x, Part rowPart, int rows, Part columnPart, int columns, double[] k) {
        new TangentSums(shape, sweep).kernel(x, rowPart, rows, columnPart, columns, k);
        for (int twice = 0; twice < 2; twice++) setting.origin().stretch(k, 0, rows * columns);
    }

    @Override
    public boolean wideKernel(Part rowPart, int rows, Part columnPart, int columns, double[] k) {
        new TangentSums(shape, sweep).wide(rowPart, rows, columnPart, columns, k);
        for (int twice = 0; twice < 2; twice++) setting.origin().stretch(k, 0, rows * columns);
        return true;
    }

    /** Whether all units of some layer give 0 on a training pattern. */
    final void deadPatterns(double[] x, boolean[] dead) {
        Arrays.fill(dead, false);
        if (shape.depth() < 2) return;
        double[] units = new double[chunk * shape.widest()];
        sweep.begin(x);
        for (int from = 0; from < patterns(); from += chunk) {
            int count = sweep.forward(Part.TRAIN, from);
            for (int l = 2; l <= shape.depth(); l++) {
                int width = shape.widths()[l - 1];
                pass.inputs(l, count, units);
                for (int p = 0; p < count; p++) dead[from + p] |= zero(units, p * width, width);
            }
        }
    }

    private static boolean zero(double[] values, int from, int count) {
        for (int i = from; i < from + count; i++) if (values[i] != 0.0) return false;
        return true;
    }

    /**
     * Cascades in a network of dense layers: an input of independent normal numbers, the same with one of them pushed, and how many units of each hidden layer then differ by more than a threshold in what they pass on, f(z). Two forward passes, in double precision, side by side, so that what is equal stays equal to the last bit.
     */
    private static final class NetworkCascade {
        private final NetworkShape shape;
        private final Activation activation;
        private final double[][] layer;
        private final double[][] pushed;

        NetworkCascade(NetworkShape shape, Activation activation) {
            this.shape = shape;
            this.activation = activation;
            layer = new double[shape.depth()][];
            pushed = new double[shape.depth()][];
            for (int l = 0; l < layer.length; l++) {
                layer[l] = new double[shape.widths()[l]];
                pushed[l] = new double[shape.widths()[l]];
            }
        }

        void run(double[] x, Push push, RandomStream random, Generations[] out) {
            random.normals(layer[0]);
            System.arraycopy(layer[0], 0, pushed[0], 0, layer[0].length);
            pushed[0][random.nextInt(layer[0].length)] += push.size();
            for (Generations one : out) {
                one.clear();
                one.add(1);
            }
            for (int l = 1; l < layer.length; l++) {
                forward(x, l);
                for (int k = 0; k < out.length; k++) out[k].add(changed(l, push.thresholds()[k]));
            }
        }

        private long changed(int l, double threshold) {
            long count = 0;
            for (int j = 0; j < layer[l].length; j++) if (Math.abs(pushed[l][j] - layer[l][j]) > threshold) count++;
            return count;
        }

        private void forward(double[] x, int l) {
            double[] one = layer[l];
            double[] other = pushed[l];
            Arrays.fill(one, 0.0);
            Arrays.fill(other, 0.0);
            int at = shape.weights()[l];
            for (int i = 0; i < layer[l - 1].length; i++, at += one.length) {
                double a = layer[l - 1][i];
                double b = pushed[l - 1][i];
                for (int j = 0; j < one.length; j++) {
                    one[j] += a * x[at + j];
                    other[j] += b * x[at + j];
                }
            }
            int bias = shape.biases()[l];
            double scale = shape.scales()[l];
            for (int j = 0; j < one.length; j++) {
                double b = bias < 0 ? 0.0 : x[bias + j];
                one[j] = activation.value(scale * one[j] + b);
                other[j] = activation.value(scale * other[j] + b);
            }
        }
    }
}
