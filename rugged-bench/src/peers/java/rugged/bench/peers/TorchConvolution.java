package rugged.bench.peers;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import rugged.api.Examples;
import rugged.api.model.Batch;
import rugged.api.model.Supervised;
import rugged.data.DigitLabels;
import rugged.data.Normalisation;
import rugged.data.Strokes;
import rugged.landscape.Precision;
import rugged.landscape.convolution.ConvolutionalNetwork;
import rugged.landscape.convolution.NetworkLayer;
import rugged.landscape.network.Activation;
import rugged.landscape.network.Initialisation;
import rugged.landscape.network.Network;
import rugged.landscape.network.NetworkLoss;
import rugged.num.Streams;

/**
 * A convolutional network of 20,490 weights (28 x 28, 16 and 32 channels of 3 x 3, means over 2 x 2, ten classes) beside the same by libtorch, as its user writes it: steps of SGD and products of the Hessian with a vector, in single precision, one thread, in alternating rounds of one process; first both
 * are checked to compute the same numbers. Our product is timed where nothing is kept of the last one, and where x is the same, as in Lanczos's method.
 */
public final class TorchConvolution {
    private static final int FIRST = 16;
    private static final int SECOND = 32;
    private static final int CLASSES = 10;
    private static final int AREA = 49;
    private static final double RATE = 1e-6;

    private TorchConvolution() {}

    /** Runs batches of 32 and 128. */
    public static void main(String[] words) throws Exception {
        Loader.cacheResources(torch.class, "/org/bytedeco/pytorch/" + Loader.getPlatform() + "/");
        Loader.load(torch.class);
        torch.set_num_threads(1);
        System.out.printf(Locale.ROOT, "%-28s %11s %11s %18s%n", "batch, what", "torch ms", "ours ms", "ours / torch");
        for (int batch : new int[] {32, 128}) compare(batch);
    }

    private static void compare(int batch) {
        Strokes data = new Strokes(batch, 0, DigitLabels.CLASSES, Normalisation.STANDARD, 0, 1);
        Supervised ours = ours(data);
        double[] x = new double[ours.dimension()];
        double[] g = new double[x.length];
        double[] v = new double[x.length];
        ours.randomise(x, Streams.of(1).stream("bench", 0));
        for (int i = 0; i < v.length; i++) v[i] = Math.sin(i);
        Peer peer = new Peer(data.load(), x, v);
        ours.energyAndGradient(x, g);
        same(g, peer.values(false));
        ours.hessianVector(x, v, g);
        same(g, peer.values(true));
        Batch all = new Batch(IntStream.range(0, batch).toArray(), 0, batch);
        double step = line(batch + " step", Paired.of(peer::step, () -> step(ours, x, all, g)));
        Runnable anew = () -> {
            x[0] += 1e-12;
            ours.hessianVector(x, v, g);
        };
        double first = line(batch + " Hessian-vector", Paired.of(peer::hessianVector, anew));
        Runnable again = () -> ours.hessianVector(x, v, g);
        double next = line(batch + " Hessian-vector, same x", Paired.of(peer::hessianVector, again));
        System.out.printf(
                Locale.ROOT, "%d: products in gradients: %.2f, same x %.2f%n", batch, first / step, next / step);
    }

    private static Supervised ours(Strokes data) {
        return new ConvolutionalNetwork(
                        data,
                        Stream.of("conv 16 3", "pool 2", "conv 32 3", "pool 2")
                                .map(NetworkLayer::parse)
                                .toList(),
                        Activation.RELU,
                        Network.Parametrisation.STANDARD,
                        Network.Bias.ALL,
                        Initialisation.GAUSSIAN,
                        0,
                        NetworkLoss.AUTO,
                        1,
                        0,
                        Precision.FLOAT32)
                .build();
    }

    private static void step(Supervised model, double[] x, Batch batch, double[] g) {
        model.energyAndGradient(x, batch, g);
        for (int i = 0; i < x.length; i++) x[i] -= RATE * g[i];
    }

    private static double line(String what, Paired times) {
        System.out.printf(
                Locale.ROOT,
                "%-28s %11.3f %11.3f %18s%n",
                what,
                1e3 * times.first(),
                1e3 * times.second(),
                times.ratio());
        return times.second();
    }

    private static void same(double[] ours, double[] theirs) {
        double size = 0.0;
        double off = 0.0;
        for (double one : ours) size = Math.max(size, Math.abs(one));
        for (int i = 0; i < ours.length; i++) off = Math.max(off, Math.abs(theirs[i] - ours[i]) / size);
        if (!(off < 1e-4)) throw new IllegalStateException("the two differ by " + off);
    }

    /** The mean cross-entropy. */
    private static final class Peer {
        private static final long[] ONE = {1, 1};
        private static final List<long[]> OURS = List.of(
                new long[] {3, 3, 1, FIRST},
                new long[] {FIRST},
                new long[] {3, 3, FIRST, SECOND},
                new long[] {SECOND},
                new long[] {7, 7, SECOND, CLASSES},
                new long[] {CLASSES});

        private final Tensor inputs;
        private final Tensor targets;
        private final TensorVector parameters;
        private final TensorVector direction;

        Peer(Examples data, double[] x, double[] v) {
            try (PointerScope scope = new PointerScope()) {
                inputs = Tensor.create(floats(data.inputs()), (long) data.patterns(), 1L, 28L, 28L);
                long[] labels = new long[data.patterns()];
                for (int a = 0; a < labels.length; a++) labels[a] = (long) data.targets()[a];
                targets = Tensor.create(labels);
                parameters = turned(x, true);
                direction = turned(v, false);
                inputs.retainReference();
                targets.retainReference();
                parameters.retainReference();
                direction.retainReference();
            }
        }

        private static float[] floats(double[] values) {
            float[] floats = new float[values.length];
            for (int i = 0; i < floats.length; i++) floats[i] = (float) values[i];
            return floats;
        }

        /** From [window row, window column, in, out] to [out, in, window row, window column]. */
        private static TensorVector turned(double[] x, boolean learnt) {
            Tensor all = Tensor.create(floats(x));
            TensorVector found = new TensorVector();
            long at = 0;
            for (long[] shape : OURS) {
                long size = 1;
                for (long extent : shape) size *= extent;
                Tensor part = all.narrow(0, at, size).view(shape);
                Tensor one = shape.length == 1
                        ? part.clone()
                        : part.permute(3, 2, 0, 1).contiguous().clone();
                one.set_requires_grad(learnt);
                found.push_back(one);
                at += size;
            }
            return found;
        }

        private Tensor layer(Tensor a, int k) {
            Tensor z = torch.conv2d(a, parameters.get(k), new TensorOptional(parameters.get(k + 1)), ONE, ONE, ONE, 1L);
            return torch.avg_pool2d(torch.relu(z), 2, 2);
        }

        private Tensor energy() {
            Tensor a = layer(layer(inputs, 0), 2).flatten(1, -1);
            Tensor weights = parameters.get(4).view(CLASSES, (long) AREA * SECOND);
            return torch.cross_entropy_loss(torch.addmm(parameters.get(5), a, weights.t()), targets);
        }

        private TensorVector gradient(boolean graph) {
            return torch.grad(
                    new TensorVector(energy()), parameters, new TensorVector(), new BoolOptional(graph), graph, false);
        }

        void step() {
            try (PointerScope scope = new PointerScope()) {
                TensorVector found = gradient(false);
                for (long k = 0; k < found.size(); k++)
                    parameters.get(k).detach().sub_(found.get(k), new Scalar(RATE));
            }
        }

        private TensorVector product() {
            TensorVector found = gradient(true);
            Tensor sum = found.get(0).mul(direction.get(0)).sum();
            for (long k = 1; k < found.size(); k++)
                sum = sum.add(found.get(k).mul(direction.get(k)).sum());
            return torch.grad(new TensorVector(sum), parameters);
        }

        void hessianVector() {
            try (PointerScope scope = new PointerScope()) {
                product();
            }
        }

        /** The gradient or the product, in our order. */
        double[] values(boolean second) {
            try (PointerScope scope = new PointerScope()) {
                TensorVector found = second ? product() : gradient(false);
                double[] all = new double[OURS.stream().mapToInt(Peer::size).sum()];
                int at = 0;
                for (int k = 0; k < OURS.size(); k++) {
                    Tensor one = found.get(k);
                    Tensor back = OURS.get(k).length == 1 ? one : one.permute(2, 3, 1, 0);
                    float[] part = new float[size(OURS.get(k))];
                    java.nio.FloatBuffer buffer = back.contiguous().createBuffer();
                    buffer.get(part);
                    for (float value : part) all[at++] = value;
                }
                return all;
            }
        }

        private static int size(long[] shape) {
            int size = 1;
            for (long extent : shape) size *= (int) extent;
            return size;
        }
    }
}
