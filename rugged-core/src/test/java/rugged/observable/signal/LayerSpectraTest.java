package rugged.observable.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.model.DenseLayers.Dense;
import rugged.api.record.NamedArray;
import rugged.data.RandomExamples;
import rugged.landscape.Precision;
import rugged.landscape.network.DeepNetwork;
import rugged.landscape.network.NetworkLoss;
import rugged.meanfield.signal.Reaction;
import rugged.num.Streams;
import rugged.num.tail.PowerSupport;
import rugged.num.tail.PowerTail;

/** Spectra of layers that are known: independent weights, and a diagonal with a power law. */
class LayerSpectraTest {
    private final Map<String, Double> numbers = new HashMap<>();
    private double[] values = new double[0];

    private final Sink sink = new Sink() {
        @Override
        public void put(Quantity quantity, int replica, double value, double error, double... axes) {
            numbers.put(quantity.name(), value);
        }

        @Override
        public void put(Quantity quantity, int replica, NamedArray array, double... axes) {
            values = array.values().clone();
        }
    };

    /** The first moment of the law of Marchenko and Pastur is w, the largest eigenvalue at its edge w (1 + sqrt(n_out/n_in))^2, without outliers. */
    @Test
    void independentWeightsHaveTheirBulk() {
        RandomExamples data = new RandomExamples(2, 0, 300, 0, 1);
        var net = new DeepNetwork(data, 150, 2, Reaction.TANH, 1.5, 0.05, NetworkLoss.AUTO, Precision.FLOAT64).build();
        double[] x = new double[net.dimension()];
        net.randomise(x, Streams.of(2).stream("start", 0));
        Dense first = net.dense().getFirst();
        assertThat(first.weights()).isEqualTo(300);
        LayerSpectra.measure(first, x, 0, 0.0, 1.0, sink);
        double sum = 0.0;
        for (double value : values) sum += value;
        double trace = 0.0;
        for (int k = 0; k < 300 * 150; k++) trace += x[k] * x[k];
        assertThat(sum).isCloseTo(trace, within(1e-9 * trace));
        assertThat(sum / 150.0).isCloseTo(1.5, within(0.03));
        double edge = 1.5 * Math.pow(1.0 + Math.sqrt(0.5), 2);
        assertThat(numbers.get("layer_edge")).isCloseTo(edge, within(0.05));
        assertThat(numbers.get("layer_largest")).isCloseTo(edge, within(0.2));
        assertThat(numbers.get("layer_outliers")).isZero();
        assertThat(numbers.get("layer_alpha")).isGreaterThan(2.0);
    }

    @Test
    void aTailHasItsExponent() {
        double[] tail = new PowerTail(new PowerSupport(false, Double.POSITIVE_INFINITY), 10, 50)
                .sample(200, 2.5, 1.0, Streams.of(3).stream("tail", 0));
        double[] x = new double[7 + 201 * 200];
        for (int k = 0; k < 200; k++) x[7 + k * 200 + k] = Math.sqrt(tail[k]);
        LayerSpectra.measure(new Dense(7, 201, 200, true), x, 0, 0.0, 1.0, sink);
        assertThat(numbers.get("layer_alpha")).isCloseTo(2.5, within(0.6));
        assertThat(values[0]).isCloseTo(java.util.Arrays.stream(tail).max().orElseThrow(), within(1e-9 * values[0]));
    }

    @Test
    void fewEigenvaluesHaveNoTail() {
        double[] x = {1.0, 2.0, 3.0, 4.0, 0.0, 1.0};
        LayerSpectra.measure(new Dense(0, 3, 2, true), x, 0, 0.0, 1.0, sink);
        assertThat(numbers.get("layer_alpha")).isNaN();
        assertThat(values).hasSize(2);
        assertThat(values[0] + values[1]).isCloseTo(30.0, within(1e-12));
        assertThat(List.copyOf(numbers.keySet())).contains("layer_tail_from", "layer_tail_ks");
    }
}
