package rugged.observable.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rugged.api.signal.SignalLayers;
import rugged.data.RandomExamples;
import rugged.landscape.Precision;
import rugged.landscape.network.DeepNetwork;
import rugged.landscape.network.NetworkLoss;
import rugged.meanfield.signal.Reaction;
import rugged.num.Streams;

class LayerSizesTest {
    /** c, q and g of a layer, for each net. */
    private static double[][] measured(int width, int depth, int layer, double w, double v, int nets) {
        RandomExamples data = new RandomExamples(2, 0, 50, 0, 1);
        SignalLayers net =
                new DeepNetwork(data, width, depth, Reaction.TANH, w, v, NetworkLoss.AUTO, Precision.FLOAT64).build();
        double[] x = new double[net.dimension()];
        double[][] found = new double[3][nets];
        for (int k = 0; k < nets; k++) {
            int at = k;
            net.randomise(x, Streams.of(k).stream("start", 0));
            LayerSizes observable = new LayerSizes(1, 1, 0.6, k);
            observable.measured(net, x, (quantity, replica, value, error, axes) -> {
                if (axes.length < 2 || axes[1] != layer) return;
                found["cqg".indexOf(quantity.name().charAt(0))][at] = value;
            });
        }
        return found;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double error(double[] values) {
        double mean = mean(values);
        double sum = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(sum / values.length / (values.length - 1.0));
    }

    @Test
    void firstLayerIsKnown() {
        double[][] found = measured(60, 2, 1, 2.25, 0.05, 60);
        assertThat(mean(found[1])).isCloseTo(2.3, within(4 * error(found[1])));
        double c = (2.25 * 0.6 + 0.05) / 2.3;
        assertThat(mean(found[0])).isCloseTo(c, within(4 * error(found[0]) + 1.0 / 60));
    }

    @Tag("slow")
    @Test
    void deepLayersAreAtTheFixedPoint() {
        double[][] found = measured(1000, 30, 30, 6.25, 0.09, 5);
        assertThat(mean(found[1])).isCloseTo(4.079124, within(3 * error(found[1]) + 0.02));
        assertThat(mean(found[0])).isCloseTo(0.122, within(3 * error(found[0]) + 0.01));
    }
}
