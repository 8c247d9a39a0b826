package rugged.bench.peers;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import rugged.api.Examples;
import rugged.api.model.Supervised;
import rugged.data.RandomExamples;
import rugged.landscape.Precision;
import rugged.landscape.network.NetworkLoss;
import rugged.num.Streams;
import rugged.torch.Processor;
import rugged.torch.TorchScript;

/**
 * What the landscape {@code torchscript} costs beside libtorch alone: steps of gradient descent and Hessian-vector products of the same module on the same examples, one thread, in
 * alternating rounds of one process. Its argument is the folder with the models that {@code src/main/python/torchscript_models.py} saves.
 */
public final class TorchOverhead {
    private static final double RATE = 1e-4;
    private static final int CLASSES = 10;

    private TorchOverhead() {}

    /** Runs all cases, or those whose models are named behind the folder. */
    public static void main(String[] words) {
        List<String> models = words.length > 1
                ? List.of(words).subList(1, words.length)
                : List.of("small", "middle", "large", "convolution");
        System.out.printf(
                Locale.ROOT,
                "%-34s %11s %11s %18s | %11s %11s %18s%n",
                "model",
                "torch us",
                "ours us",
                "ours / torch",
                "torch Hv us",
                "ours Hv us",
                "ours / torch");
        for (String model : models)
            for (Precision precision : Precision.values())
                for (int patterns : new int[] {32, 1000})
                    compare(Path.of(words[0], model + ".pt"), patterns, precision);
    }

    private static int width(Path file) {
        return switch (file.getFileName().toString()) {
            case "small.pt" -> 10;
            case "middle.pt" -> 100;
            default -> 784;
        };
    }

    private static void compare(Path file, int patterns, Precision precision) {
        RandomExamples data =
                new RandomExamples(patterns, 0, width(file), CLASSES, Optional.empty(), Optional.empty(), 1);
        Supervised ours = new TorchScript(
                        file.toString(),
                        data,
                        List.of(),
                        NetworkLoss.CROSS_ENTROPY,
                        1,
                        0,
                        TorchScript.Begin.SAVED,
                        precision,
                        Processor.CPU)
                .build();
        int n = ours.dimension();
        double[] x = new double[n];
        double[] v = new double[n];
        double[] g = new double[n];
        ours.randomise(x, Streams.of(1).stream("benchmark", 0));
        Streams.of(2).stream("benchmark", 0).normals(v);
        Alone alone = new Alone(file, data.load(), precision, v);
        same(alone.energy(), ours.energy(x), precision);
        Paired products = Paired.of(alone::product, () -> ours.hessianVector(x, v, g));
        Paired steps = Paired.of(alone::step, () -> {
            ours.energyAndGradient(x, g);
            for (int i = 0; i < n; i++) x[i] -= RATE * g[i];
        });
        String name = file.getFileName().toString().replace(".pt", "");
        System.out.printf(
                Locale.ROOT,
                "%-34s %11.1f %11.1f %18s | %11.1f %11.1f %18s%n",
                name + " P=" + patterns + " " + precision.name().toLowerCase(Locale.ROOT),
                1e6 * steps.first(),
                1e6 * steps.second(),
                steps.ratio(),
                1e6 * products.first(),
                1e6 * products.second(),
                products.ratio());
    }

    private static void same(double one, double other, Precision precision) {
        double tolerance = precision == Precision.FLOAT32 ? 1e-5 : 1e-12;
        if (!(Math.abs(one - other) < tolerance))
            throw new IllegalStateException("losses differ: " + one + ", " + other);
    }

    /** A module as somebody uses it who knows libtorch and not us. */
    private static final class Alone {
        private final JitModule module;
        private final TensorVector parameters;
        private final Tensor inputs;
        private final Tensor labels;
        private final TensorVector direction;
        private final TensorVector gradient;

        Alone(Path file, Examples data, Precision precision, double[] v) {
            torch.ScalarType type = precision == Precision.FLOAT32 ? torch.ScalarType.Float : torch.ScalarType.Double;
            try (PointerScope scope = new PointerScope()) {
                module = torch.load(file.toString());
                module.eval();
                module.to(type);
                var list = module.parameters();
                var at = list.begin();
                parameters = new TensorVector();
                direction = new TensorVector();
                Tensor all = Tensor.create(v).to(type);
                int from = 0;
                for (long k = 0; k < list.size(); k++) {
                    if (k > 0) at.increment();
                    Tensor one = at.multiply();
                    parameters.push_back(one);
                    direction.push_back(all.narrow(0, from, one.numel()).view_as(one));
                    from += (int) one.numel();
                }
                boolean image = file.getFileName().toString().startsWith("convolution");
                int count = data.patterns();
                long[] shape = image ? new long[] {count, 1, 28, 28} : new long[] {count, data.width()};
                inputs = Tensor.create(data.inputs(), shape).to(type);
                labels = Tensor.create(data.targets(), (long) count).to(torch.ScalarType.Long);
                TensorVector loss = new TensorVector(loss());
                gradient = torch.grad(loss, parameters, new TensorVector(), new BoolOptional(true), true, false);
                for (var kept : List.of(module, parameters, inputs, labels, direction, gradient))
                    kept.retainReference();
            }
        }

        private Tensor loss() {
            torch.setGraphExecutorOptimize(false);
            Tensor outputs =
                    module.forward(new IValueVector(new IValue(inputs))).toTensor();
            return torch.cross_entropy_loss(outputs, labels);
        }

        double energy() {
            try (PointerScope scope = new PointerScope()) {
                return loss().item_double();
            }
        }

        void step() {
            try (PointerScope scope = new PointerScope()) {
                TensorVector slopes = torch.grad(new TensorVector(loss()), parameters);
                try (NoGradGuard guard = new NoGradGuard()) {
                    for (long k = 0; k < parameters.size(); k++)
                        parameters.get(k).sub_(slopes.get(k), new Scalar(RATE));
                }
            }
        }

        void product() {
            try (PointerScope scope = new PointerScope()) {
                torch.grad(gradient, parameters, direction, new BoolOptional(true), false, true);
            }
        }
    }
}
