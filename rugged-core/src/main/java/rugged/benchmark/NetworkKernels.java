package rugged.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import rugged.api.BenchmarkSpec;
import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.api.Examples.Labels;
import rugged.api.model.Batch;
import rugged.api.model.Supervised;
import rugged.index.Named;
import rugged.landscape.Precision;
import rugged.landscape.network.Activation;
import rugged.landscape.network.Initialisation;
import rugged.landscape.network.Network;
import rugged.landscape.network.NetworkLoss;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Training steps and Hessian-vector products of fully connected networks: a gradient on a batch of P examples, the whole Hessian times a vector on the same, and
 * its Gauss-Newton part. A step counts 3 multiply-adds for each example and parameter, two operations each.
 */
@Named(
        value = "network-kernels",
        title = "Network kernels",
        doc = "Gradient steps of networks from tiny to wide, and Hessian-vector and Gauss-Newton products in units"
                + " of a gradient.",
        topics = {"kernels"})
public record NetworkKernels(
        @Param(doc = "precision", def = "float32") Precision precision,

        @Param(doc = "rounds", def = "11", min = 3) int rounds)
        implements BenchmarkSpec {
    private static final long WARM_NANOSECONDS = 600_000_000L;
    private static final long ROUND_NANOSECONDS = 40_000_000L;

    /** Gaussian inputs, signs by lot. */
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

    @Override
    public List<Rate> rates() {
        return List.of(
                new Rate("training step", "us", ""),
                new Rate("rate of a training step", "GFlop/s", ""),
                new Rate("Hessian-vector product", "us", "a training step"),
                new Rate("Gauss-Newton product", "us", "a training step"));
    }

    @Override
    public List<Measurement> measure() {
        List<Measurement> all = new ArrayList<>();
        measure(10, 30, 5, 32, all);
        measure(10, 30, 5, 1000, all);
        measure(100, 100, 3, 32, all);
        measure(100, 100, 3, 1000, all);
        measure(784, 1024, 3, 32, all);
        measure(784, 1024, 3, 1000, all);
        return List.copyOf(all);
    }

    private Supervised network(int width, int hidden, int depth, int patterns) {
        return new Network(
                        new Drawn(width, patterns),
                        Collections.nCopies(depth, hidden),
                        Activation.RELU,
                        Network.Parametrisation.STANDARD,
                        Network.Bias.ALL,
                        Initialisation.GAUSSIAN,
                        0,
                        NetworkLoss.LOGISTIC,
                        1,
                        0,
                        precision)
                .build();
    }

    private void measure(int width, int hidden, int depth, int patterns, List<Measurement> all) {
        Supervised model = network(width, hidden, depth, patterns);
        int n = model.dimension();
        double[] x = new double[n];
        double[] v = new double[n];
        double[] g = new double[n];
        RandomStream random = Streams.of(2).stream("benchmark", 0);
        model.randomise(x, random);
        for (int i = 0; i < n; i++) v[i] = random.nextGaussian();
        int[] index = new int[patterns];
        for (int mu = 0; mu < patterns; mu++) index[mu] = mu;
        Batch batch = new Batch(index, 0, patterns);
        double[] step = times(() -> {
            model.energyAndGradient(x, batch, g);
            for (int i = 0; i < n; i++) x[i] -= 1e-4 * g[i];
        });
        double[] hessian = times(() -> model.hessianVector(x, v, g));
        double[] gaussNewton = times(() -> model.gaussNewtonVector(x, v, g));
        String size = String.format(
                Locale.ROOT,
                ", d = %d, h = %d, L = %d, P = %d, %s",
                width,
                hidden,
                depth,
                patterns,
                precision.name().toLowerCase(Locale.ROOT));
        double rate = 6e-9 * patterns * n / Timings.median(step);
        all.add(new Measurement(
                "training step" + size, 1e6 * Timings.median(step), "us", 1e6 * Timings.spread(step), "", Double.NaN));
        all.add(new Measurement("rate of a training step" + size, rate, "GFlop/s", 0.0, "", Double.NaN));
        all.add(ratio("Hessian-vector product" + size, hessian, step));
        all.add(ratio("Gauss-Newton product" + size, gaussNewton, step));
    }

    private static Measurement ratio(String name, double[] times, double[] step) {
        return new Measurement(
                name,
                1e6 * Timings.median(times),
                "us",
                1e6 * Timings.spread(times),
                "a training step",
                Timings.median(times) / Timings.median(step));
    }

    /** Seconds a call, one value a round. */
    private double[] times(Runnable call) {
        long begin = System.nanoTime();
        int warm = 0;
        while (System.nanoTime() - begin < WARM_NANOSECONDS) {
            call.run();
            warm++;
        }
        double each = (System.nanoTime() - begin) / (double) warm;
        int calls = (int) Math.max(1, ROUND_NANOSECONDS / each);
        double[] times = new double[rounds];
        for (int r = 0; r < rounds; r++) {
            long start = System.nanoTime();
            for (int k = 0; k < calls; k++) call.run();
            times[r] = 1e-9 * (System.nanoTime() - start) / calls;
        }
        Arrays.sort(times);
        return times;
    }
}
