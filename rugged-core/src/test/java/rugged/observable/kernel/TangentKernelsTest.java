package rugged.observable.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rugged.api.ObservableSpec;
import rugged.api.model.Supervised;
import rugged.api.model.Supervised.Part;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.data.RandomExamples;
import rugged.landscape.Precision;
import rugged.landscape.network.Activation;
import rugged.landscape.network.Initialisation;
import rugged.landscape.network.Network;
import rugged.landscape.network.NetworkLoss;
import rugged.num.Streams;

class TangentKernelsTest {
    private static Supervised network(int classes, int tests) {
        return new Network(
                        new RandomExamples(30, tests, 6, classes, 1),
                        List.of(20),
                        Activation.TANH,
                        Network.Parametrisation.NTK,
                        Network.Bias.ALL,
                        Initialisation.GAUSSIAN,
                        0,
                        NetworkLoss.AUTO,
                        1.0,
                        0.0,
                        Precision.FLOAT64)
                .build();
    }

    private static Moment moment(double[]... states) {
        return (Moment) Proxy.newProxyInstance(
                Moment.class.getClassLoader(),
                new Class<?>[] {Moment.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "single" -> true;
                    case "replicas" -> states.length;
                    case "state" -> states[(Integer) given[0]];
                    case "time" -> 2.0;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static Map<String, Double> look(Probe probe, double[]... states) {
        Map<String, Double> values = new HashMap<>();
        probe.at(
                moment(states),
                (quantity, replica, value, error, axes) -> values.put(
                        quantity.name() + replica + Arrays.toString(Arrays.copyOfRange(axes, 1, axes.length)), value));
        return values;
    }

    private static double[] state(Supervised network, long seed) {
        double[] x = new double[network.dimension()];
        network.randomise(x, new Random(seed));
        return x;
    }

    @Test
    void changesAreMeasuredFromTheFirstLook() {
        Supervised network = network(0, 12);
        double[] x = state(network, 1);
        double[] y = state(network, 2);
        ObservableSpec spec = new TangentKernels(10, 12);
        Probe probe = spec.open(network, Streams.of(1));
        Map<String, Double> first = look(probe, x);
        assertThat(first.get("kernel_change0[]")).isZero();
        Probe resumed = spec.open(network, Streams.of(1));
        resumed.load(probe.save());
        Map<String, Double> second = look(resumed, y);
        assertThat(look(probe, y)).isEqualTo(second);
        double[] a = new double[100];
        double[] b = new double[100];
        network.tangentKernel(x, Part.TEST, 10, Part.TEST, 10, a);
        network.tangentKernel(y, Part.TEST, 10, Part.TEST, 10, b);
        double sum = 0.0;
        double norm = 0.0;
        double trace = 0.0;
        for (int i = 0; i < 100; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
            norm += a[i] * a[i];
            if (i % 11 == 0) trace += b[i] / 10.0;
        }
        assertThat(second.get("kernel_change0[]")).isCloseTo(Math.sqrt(sum / norm), within(1e-12));
        assertThat(second.get("kernel_diagonal0[]")).isCloseTo(trace, within(1e-12));
        double eigenvalues = 0.0;
        for (int rank = 1; rank <= 10; rank++) eigenvalues += second.get("kernel_eigenvalue0[" + rank + ".0]");
        assertThat(eigenvalues).isCloseTo(trace, within(1e-12));
        assertThat(second.get("kernel_eigenvalue0[11.0]")).isNaN();
        assertThat(second.get("kernel_distance0[]")).isBetween(0.01, 1.0);
    }

    /** One output that is linear in one input, whose sign is the label: the kernel that is y y' has alignment 1. */
    @Test
    void alignmentIsACosine() {
        for (int classes : new int[] {0, 3}) {
            Supervised network = network(classes, 0);
            double[] x = state(network, 1);
            Map<String, Double> found = look(new TangentKernels(100, 1).open(network, Streams.of(1)), x);
            double[] k = new double[900];
            network.tangentKernel(x, Part.TRAIN, 30, Part.TRAIN, 30, k);
            double[] y = new double[30];
            network.targets(Part.TRAIN, y);
            double product = 0.0;
            double one = 0.0;
            double other = 0.0;
            for (int a = 0; a < 30; a++)
                for (int b = 0; b < 30; b++) {
                    double t = classes == 0 ? y[a] * y[b] : (y[a] == y[b] ? 2.0 : -1.0) / 3.0;
                    product += t * k[a * 30 + b];
                    one += t * t;
                    other += k[a * 30 + b] * k[a * 30 + b];
                }
            assertThat(found.get("kernel_alignment0[]")).isCloseTo(product / Math.sqrt(one * other), within(1e-12));
        }
    }

    @Test
    void ensemblesAverageOutputs() {
        for (int classes : new int[] {0, 3}) {
            Supervised network = network(classes, 40);
            double[][] states = {state(network, 1), state(network, 2), state(network, 3)};
            Map<String, Double> found = look(new EnsembleErrors(1.0, 1e-4).open(network, Streams.of(1)), states);
            int k = network.outputs();
            double[][] o = new double[3][40 * k];
            for (int r = 0; r < 3; r++) network.outputs(states[r], Part.TEST, o[r]);
            double[] y = new double[40];
            network.targets(Part.TEST, y);
            double variance = 0.0;
            double wrong = 0.0;
            for (int a = 0; a < 40; a++) {
                double[] mean = new double[k];
                for (int i = 0; i < k; i++) {
                    for (int r = 0; r < 3; r++) mean[i] += o[r][a * k + i] / 3.0;
                    for (int r = 0; r < 3; r++)
                        variance += (o[r][a * k + i] - mean[i]) * (o[r][a * k + i] - mean[i]) / 2.0 / (40.0 * k);
                }
                int best = 0;
                for (int i = 1; i < k; i++) if (mean[i] > mean[best]) best = i;
                if (classes == 0 ? mean[0] * y[a] < 0.0 : best != (int) y[a]) wrong += 1.0 / 40.0;
            }
            assertThat(found.get("predictor_variance-1[]")).isCloseTo(variance, within(1e-12));
            assertThat(found.get("error_ensemble-1[]")).isCloseTo(wrong, within(1e-12));
            assertThat(found.get("fitted1[]")).isZero();
            assertThat(found.get("unsatisfied2[]")).isBetween(1.0, 30.0);
        }
    }
}
