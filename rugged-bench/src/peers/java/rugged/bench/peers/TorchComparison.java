package rugged.bench.peers;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;
import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.api.Examples.Labels;
import rugged.api.model.Batch;
import rugged.api.model.Supervised;
import rugged.landscape.Precision;
import rugged.landscape.network.Activation;
import rugged.landscape.network.Initialisation;
import rugged.landscape.network.Network;
import rugged.landscape.network.NetworkLoss;
import rugged.num.RandomStream;
import rugged.num.Streams;

/**
 * Training steps and Hessian-vector products of our networks beside libtorch's, one thread each, in alternating rounds of one process; first both are checked to
 * compute the same numbers. Prints, for each case, microseconds of both, the ratio (libtorch over ours), and the cost of a product in gradients.
 */
public final class TorchComparison {
    private static final int ROUNDS = 9;
    private static final double ROUND_SECONDS = 0.15;
    private static final double RATE = 1e-4;

    private TorchComparison() {}

    private record Case(int width, int hidden, int depth, int patterns, Precision precision) {
        int[] widths() {
            int[] widths = new int[depth + 2];
            Arrays.fill(widths, hidden);
            widths[0] = width;
            widths[depth + 1] = 1;
            return widths;
        }
    }

    /** Gaussian inputs with random signs. */
    private record Drawn(int width, int patterns) implements DataSpec {
        @Override
        public Outline outline() {
            return new Outline(patterns, 0, width, Labels.SIGNS, 2);
        }

        @Override
        public Examples load() {
            RandomStream random = Streams.of(1).stream("benchmark", 0);
            double[] inputs = new double[patterns * width];
            double[] labels = new double[patterns];
            for (int i = 0; i < inputs.length; i++) inputs[i] = random.nextGaussian();
            for (int a = 0; a < patterns; a++) labels[a] = random.nextBoolean() ? 1.0 : -1.0;
            return new Examples(Labels.SIGNS, 2, List.of(width), inputs, labels, new double[0], new double[0]);
        }
    }

    /** Runs all cases. */
    public static void main(String[] words) throws Exception {
        Loader.cacheResources(torch.class, "/org/bytedeco/pytorch/" + Loader.getPlatform() + "/");
        Loader.load(torch.class);
        torch.set_num_threads(1);
        System.out.printf(
                Locale.ROOT,
                "%-34s %11s %11s %7s | %11s %11s %7s %9s%n",
                "case",
                "torch us",
                "ours us",
                "ratio",
                "torch Hv us",
                "ours Hv us",
                "ratio",
                "gradients");
        for (Precision precision : new Precision[] {Precision.FLOAT32, Precision.FLOAT64}) {
            for (int patterns : new int[] {32, 1000}) {
                compare(new Case(10, 30, 5, patterns, precision));
                compare(new Case(100, 100, 3, patterns, precision));
                compare(new Case(784, 1024, 3, patterns, precision));
            }
        }
        replicas(new Case(10, 30, 5, 32, Precision.FLOAT32), 64);
        replicas(new Case(10, 30, 5, 32, Precision.FLOAT64), 64);
    }

    private static Supervised build(Case c) {
        return new Network(
                        new Drawn(c.width, c.patterns),
                        Collections.nCopies(c.depth, c.hidden),
                        Activation.RELU,
                        Network.Parametrisation.STANDARD,
                        Network.Bias.ALL,
                        Initialisation.GAUSSIAN,
                        0,
                        NetworkLoss.LOGISTIC,
                        1,
                        0,
                        c.precision)
                .build();
    }

    private static torch.ScalarType type(Case c) {
        return c.precision == Precision.FLOAT32 ? torch.ScalarType.Float : torch.ScalarType.Double;
    }

    private static void compare(Case c) {
        Supervised model = build(c);
        Examples data = new Drawn(c.width, c.patterns).load();
        int n = model.dimension();
        double[] x = new double[n];
        double[] v = new double[n];
        double[] g = new double[n];
        double[] hv = new double[n];
        RandomStream random = Streams.of(2).stream("benchmark", 0);
        model.randomise(x, random);
        for (int i = 0; i < n; i++) v[i] = random.nextGaussian();
        int[] index = new int[c.patterns];
        for (int mu = 0; mu < c.patterns; mu++) index[mu] = mu;
        Batch batch = new Batch(index, 0, c.patterns);
        try (TorchNetwork peer = new TorchNetwork(c.widths(), 1, x, data.inputs(), data.targets(), type(c))) {
            double tolerance = c.precision == Precision.FLOAT32 ? 2e-4 : 1e-10;
            model.energyAndGradient(x, batch, g);
            same(g, peer.gradient(), tolerance, "gradient");
            model.hessianVector(x, v, hv);
            peer.along(v);
            same(hv, peer.hessianVectorValue(), tolerance, "Hessian-vector product");
            double[] products = paired(peer::hessianVector, () -> model.hessianVector(x, v, hv));
            double[] steps = paired(() -> peer.step(RATE), () -> {
                model.energyAndGradient(x, batch, g);
                for (int i = 0; i < n; i++) x[i] -= RATE * g[i];
            });
            String name = String.format(
                    Locale.ROOT,
                    "d=%d h=%d L=%d P=%d %s",
                    c.width,
                    c.hidden,
                    c.depth,
                    c.patterns,
                    c.precision.name().toLowerCase(Locale.ROOT));
            System.out.printf(
                    Locale.ROOT,
                    "%-34s %11.1f %11.1f %7.2f | %11.1f %11.1f %7.2f %9.2f%n",
                    name,
                    1e6 * steps[0],
                    1e6 * steps[1],
                    steps[2],
                    1e6 * products[0],
                    1e6 * products[1],
                    products[2],
                    products[1] / steps[1]);
        }
    }

    /** R small networks: batched products against one after the other. */
    private static void replicas(Case c, int count) {
        Examples data = new Drawn(c.width, c.patterns).load();
        // as in a run: replicas of one thread share the model and its scratch
        Supervised model = build(c);
        int n = model.dimension();
        double[][] x = new double[count][n];
        double[] all = new double[count * n];
        double[] g = new double[n];
        RandomStream random = Streams.of(2).stream("benchmark", 0);
        for (int r = 0; r < count; r++) {
            model.randomise(x[r], random);
            System.arraycopy(x[r], 0, all, r * n, n);
        }
        int[] index = new int[c.patterns];
        for (int mu = 0; mu < c.patterns; mu++) index[mu] = mu;
        Batch batch = new Batch(index, 0, c.patterns);
        try (TorchNetwork peer = new TorchNetwork(c.widths(), count, all, data.inputs(), data.targets(), type(c))) {
            double sum = 0;
            for (int r = 0; r < count; r++) sum += model.energyAndGradient(x[r], batch, g);
            if (Math.abs(peer.value() / sum - 1) > 1e-5) throw new IllegalStateException("the losses differ");
            double[] steps = paired(() -> peer.step(RATE), () -> {
                for (int r = 0; r < count; r++) {
                    model.energyAndGradient(x[r], batch, g);
                    for (int i = 0; i < n; i++) x[r][i] -= RATE * g[i];
                }
            });
            System.out.printf(
                    Locale.ROOT,
                    "%-34s %11.1f %11.1f %7.2f%n",
                    count + " replicas of d=" + c.width + " "
                            + c.precision.name().toLowerCase(Locale.ROOT),
                    1e6 * steps[0],
                    1e6 * steps[1],
                    steps[2]);
        }
    }

    private static void same(double[] ours, double[] theirs, double tolerance, String what) {
        double difference = 0;
        double size = 0;
        for (int i = 0; i < ours.length; i++) {
            difference += (ours[i] - theirs[i]) * (ours[i] - theirs[i]);
            size += ours[i] * ours[i];
        }
        double relative = Math.sqrt(difference / size);
        if (!(relative < tolerance)) throw new IllegalStateException("the " + what + " differs by " + relative);
    }

    /** Medians of seconds a call of both, and the median of the ratios of neighbouring rounds. */
    private static double[] paired(Runnable peer, Runnable ours) {
        int peerCalls = calls(peer);
        int ourCalls = calls(ours);
        double[][] times = new double[3][ROUNDS];
        for (int r = 0; r < ROUNDS; r++) {
            times[0][r] = time(peer, peerCalls);
            times[1][r] = time(ours, ourCalls);
            times[2][r] = times[0][r] / times[1][r];
        }
        for (double[] each : times) Arrays.sort(each);
        return new double[] {times[0][ROUNDS / 2], times[1][ROUNDS / 2], times[2][ROUNDS / 2]};
    }

    private static int calls(Runnable call) {
        long begin = System.nanoTime();
        int done = 0;
        while (System.nanoTime() - begin < 1.5e9) {
            call.run();
            done++;
        }
        return (int) Math.max(1, ROUND_SECONDS * done / 1.5);
    }

    private static double time(Runnable call, int calls) {
        long start = System.nanoTime();
        for (int k = 0; k < calls; k++) call.run();
        return 1e-9 * (System.nanoTime() - start) / calls;
    }
}
