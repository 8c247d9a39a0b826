package rugged.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.api.Examples.Labels;
import rugged.api.model.Supervised;
import rugged.landscape.Precision;
import rugged.landscape.network.Activation;
import rugged.landscape.network.Initialisation;
import rugged.landscape.network.Network;
import rugged.landscape.network.NetworkLoss;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.num.spectral.ExtremeSearch;
import rugged.num.spectral.Extremes;
import rugged.num.spectral.Quadrature;
import rugged.num.spectral.SymmetricOperator;
import rugged.store.file.Npy;

/**
 * Hessian-vector products and stochastic Lanczos quadrature of our networks beside PyHessian's, one thread each, in single precision, in alternating rounds of one run.
 * The peer's products are timed on a graph that is kept, as it has it for a single batch, and with one made for each, as it does with a data loader; ours keep their tapes.
 * First both are checked to compute the same product. Then, in double precision, the largest eigenvalues of ours against what their residuals promise.
 *
 * <p>{@code BesidePyHessian [PYTHON [SCRIPT]]}, with PyHessian on PYTHONPATH; prints for each case milliseconds of both and the ratio (PyHessian over ours).
 */
public final class BesidePyHessian {
    private static final int ROUNDS = 9;
    private static final int LONG_ROUNDS = 3;
    private static final int STEPS = 100;
    private static final int TOP = 5;
    private static final double ROUND_SECONDS = 0.2;
    private static final int IDLE_ROUNDS = 3;
    private static final int MOST_CALLS = 1 << 14;
    /** Relative difference of two products in single precision. */
    private static final double SAME = 1e-4;

    private BesidePyHessian() {}

    private record Case(String name, int[] widths, int patterns, Activation activation, Labels labels) {
        NetworkLoss loss() {
            return labels == Labels.CLASSES ? NetworkLoss.CROSS_ENTROPY : NetworkLoss.LOGISTIC;
        }

        Supervised build(Precision precision) {
            int[] hidden = Arrays.copyOfRange(widths, 1, widths.length - 1);
            return new Network(
                            new Drawn(widths[0], patterns, labels, widths[widths.length - 1]),
                            IntStream.of(hidden).boxed().toList(),
                            activation,
                            Network.Parametrisation.STANDARD,
                            Network.Bias.ALL,
                            Initialisation.GAUSSIAN,
                            0,
                            loss(),
                            1,
                            0,
                            precision)
                    .build();
        }
    }

    private static final List<Case> CASES = List.of(
            new Case("10-30-30-30-1", new int[] {10, 30, 30, 30, 1}, 300, Activation.TANH, Labels.SIGNS),
            new Case("784-100-10", new int[] {784, 100, 10}, 1000, Activation.RELU, Labels.CLASSES),
            new Case("784-200-200-10", new int[] {784, 200, 200, 10}, 2000, Activation.RELU, Labels.CLASSES));

    /** Gaussian inputs, labels by lot. */
    private record Drawn(int width, int patterns, Labels labels, int outputs) implements DataSpec {
        @Override
        public Outline outline() {
            return new Outline(patterns, 0, width, labels, Math.max(2, outputs));
        }

        @Override
        public Examples load() {
            RandomStream random = Streams.of(1).stream("benchmark", 0);
            double[] inputs = new double[patterns * width];
            double[] targets = new double[patterns];
            for (int i = 0; i < inputs.length; i++) inputs[i] = random.nextGaussian();
            for (int a = 0; a < patterns; a++) {
                int drawn = (int) (Math.max(2, outputs) * random.nextDouble());
                targets[a] = labels == Labels.CLASSES ? drawn : 2.0 * drawn - 1.0;
            }
            int classes = Math.max(2, outputs);
            return new Examples(labels, classes, List.of(width), inputs, targets, new double[0], new double[0]);
        }
    }

    /** The Hessian of a network at a state. */
    private record Hessian(Supervised model, double[] x) implements SymmetricOperator {
        @Override
        public int dimension() {
            return x.length;
        }

        @Override
        public void apply(double[] v, double[] av) {
            model.hessianVector(x, v, av);
        }

        @Override
        public double noise() {
            return model.rounding();
        }
    }

    /** Runs all cases. */
    public static void main(String[] words) throws IOException {
        String python = words.length > 0 ? words[0] : "python3";
        String script = words.length > 1 ? words[1] : "rugged-bench/src/main/python/pyhessian_times.py";
        try (Peer peer = new Peer(python, script)) {
            System.out.println(peer.greeting());
            if (!peer.greeting().startsWith("ok")) System.exit(3);
            System.out.printf(
                    "%-26s %9s %9s %6s %9s %6s | %9s %9s %6s | %s%n",
                    "case",
                    "Hv ms",
                    "ours",
                    "ratio",
                    "loader",
                    "ratio",
                    "SLQ ms",
                    "ours",
                    "ratio",
                    "largest eigenvalues");
            for (Case c : CASES) compare(c, peer);
        }
    }

    private static void compare(Case c, Peer peer) throws IOException {
        Supervised model = c.build(Precision.FLOAT32);
        int n = model.dimension();
        double[] x = new double[n];
        double[] v = new double[n];
        double[] hv = new double[n];
        RandomStream random = Streams.of(2).stream("benchmark", 0);
        model.randomise(x, random);
        for (int i = 0; i < n; i++) v[i] = random.nextGaussian();
        Path folder = export(c, x, v);
        peer.ask("load", folder, word(c.activation), word(c.loss()));
        model.hessianVector(x, v, hv);
        peer.ask("product", folder.resolve("hv.npy"));
        double apart = apart(Npy.read(folder.resolve("hv.npy")).values(), hv);
        if (!(apart < SAME)) throw new IllegalStateException(c.name + ": the products differ by " + apart);
        Hessian hessian = new Hessian(model, x);
        double[] products = products(peer, () -> model.hessianVector(x, v, hv));
        double[] densities = densities(peer, () -> Quadrature.of(hessian, 1, STEPS, Streams.of(3).stream("slq", 0)));
        System.out.printf(
                Locale.ROOT,
                "%-26s %9.3f %9.3f %6.2f %9.3f %6.2f | %9.1f %9.1f %6.2f | %s%n",
                c.name + ", " + c.patterns,
                1e3 * products[0],
                1e3 * products[1],
                products[2],
                1e3 * products[3],
                products[4],
                1e3 * densities[0],
                1e3 * densities[1],
                densities[2],
                top(c, x, peer));
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Path export(Case c, double[] x, double[] v) throws IOException {
        Path folder = Files.createTempDirectory("rugged-peer");
        folder.toFile().deleteOnExit();
        Examples data = new Drawn(c.widths[0], c.patterns, c.labels, c.widths[c.widths.length - 1]).load();
        write(folder, "widths", Arrays.stream(c.widths).asDoubleStream().toArray(), c.widths.length);
        write(folder, "x", x, x.length);
        write(folder, "v", v, v.length);
        write(folder, "inputs", data.inputs(), c.patterns, c.widths[0]);
        write(folder, "targets", data.targets(), c.patterns);
        folder.resolve("hv.npy").toFile().deleteOnExit();
        return folder;
    }

    private static void write(Path folder, String name, double[] values, int... shape) throws IOException {
        Path file = folder.resolve(name + ".npy");
        Files.write(file, Npy.of(values, shape));
        file.toFile().deleteOnExit();
    }

    /** |a - b| / |b|. */
    private static double apart(double[] a, double[] b) {
        double difference = 0.0;
        double size = 0.0;
        for (int i = 0; i < a.length; i++) {
            difference += (a[i] - b[i]) * (a[i] - b[i]);
            size += b[i] * b[i];
        }
        return Math.sqrt(difference / size);
    }

    /** Medians of seconds a product of both and of the ratios of neighbouring rounds, and of the peer's product with a graph of its own. */
    private static double[] products(Peer peer, Runnable ours) throws IOException {
        int theirCalls = 1;
        while (peer.numbers("hvp", theirCalls)[0] < ROUND_SECONDS) theirCalls *= 2;
        int ourCalls = warm(ours);
        double[][] times = new double[5][ROUNDS];
        for (int r = 0; r < ROUNDS; r++) {
            times[0][r] = peer.numbers("hvp", theirCalls)[0] / theirCalls;
            times[1][r] = time(ours, ourCalls);
            times[2][r] = times[0][r] / times[1][r];
            times[3][r] = peer.numbers("again", theirCalls)[0] / theirCalls;
            times[4][r] = times[3][r] / times[1][r];
        }
        return medians(times);
    }

    private static double[] densities(Peer peer, Runnable ours) throws IOException {
        peer.numbers("slq", STEPS);
        int calls = warm(ours);
        double[][] times = new double[3][LONG_ROUNDS];
        for (int r = 0; r < LONG_ROUNDS; r++) {
            times[0][r] = peer.numbers("slq", STEPS)[0];
            times[1][r] = time(ours, calls);
            times[2][r] = times[0][r] / times[1][r];
        }
        return medians(times);
    }

    /** Calls of one round, after as many rounds as the compiler needs: until several in a row are no faster. */
    private static int warm(Runnable call) {
        int calls = 1;
        while (time(call, calls) * calls < ROUND_SECONDS && calls < MOST_CALLS) calls *= 2;
        double best = Double.POSITIVE_INFINITY;
        for (int idle = 0; idle < IDLE_ROUNDS; idle++) {
            double seconds = time(call, calls);
            if (seconds < 0.97 * best) idle = -1;
            best = Math.min(best, seconds);
        }
        return (int) Math.max(1, ROUND_SECONDS / best);
    }

    /** Processor time of this thread, as the peer gives that of its process: both have one thread, and other programs are left out. */
    private static double time(Runnable call, int calls) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        for (int k = 0; k < calls; k++) call.run();
        return 1e-9 * (threads.getCurrentThreadCpuTime() - start) / calls;
    }

    private static double[] medians(double[][] times) {
        for (double[] each : times) Arrays.sort(each);
        return Arrays.stream(times).mapToDouble(each -> each[each.length / 2]).toArray();
    }

    /**
     * The largest eigenvalues in single precision against converged ones in double precision: the largest difference in units of what is promised, the residual and the
     * rounding of the product; and how far the peer's largest is from ours.
     */
    private static String top(Case c, double[] x, Peer peer) throws IOException {
        Hessian single = new Hessian(c.build(Precision.FLOAT32), x);
        Extremes ours = ExtremeSearch.of(single, TOP, 0, 1e-4, 2000, Streams.of(4).stream("ends", 0));
        Hessian twice = new Hessian(c.build(Precision.FLOAT64), x);
        Extremes exact = ExtremeSearch.of(twice, TOP, 0, 1e-9, 2000, Streams.of(5).stream("ends", 0));
        double largest = exact.top().values()[0];
        double most = 0.0;
        for (int k = 0; k < TOP; k++) {
            double off = Math.abs(ours.top().values()[k] - exact.top().values()[k]);
            double promised = ours.top().residuals()[k] + single.model().rounding() * largest;
            most = Math.max(most, off / promised);
        }
        double[] theirs = peer.numbers("top", 1);
        return String.format(
                Locale.ROOT,
                "%.6f; off by at most %.2f of what is promised in %d products; peer %.6f",
                ours.top().values()[0],
                most,
                ours.steps(),
                theirs[1]);
    }
}
