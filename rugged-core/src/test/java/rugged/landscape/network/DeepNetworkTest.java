package rugged.landscape.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rugged.api.Examples;
import rugged.api.model.Supervised.Part;
import rugged.api.signal.SignalLayers;
import rugged.data.RandomExamples;
import rugged.landscape.Precision;
import rugged.meanfield.signal.Reaction;
import rugged.num.Streams;
import rugged.params.BadParameter;

class DeepNetworkTest {
    private static final RandomExamples DATA = new RandomExamples(4, 0, 5, 0, 3);

    private static DeepNetwork of(Reaction response, double weights, double biases) {
        return new DeepNetwork(DATA, 6, 3, response, weights, biases, NetworkLoss.AUTO, Precision.FLOAT64);
    }

    private static double[] output(SignalLayers net, double[] x) {
        double[] o = new double[net.patterns()];
        net.outputs(x, Part.TRAIN, o);
        return o;
    }

    @ParameterizedTest
    @EnumSource(
            value = Reaction.class,
            names = {"TANH", "ERF", "RELU", "SOFTPLUS", "LINEAR"})
    void fieldsAndSlopesAreThoseOfTheOutputs(Reaction response) {
        SignalLayers net = of(response, 1.7, 0.3).build();
        double[] x = new double[net.dimension()];
        net.randomise(x, Streams.of(1).stream("start", 0));
        Examples examples = DATA.load();
        double stretch = response == Reaction.ERF ? Math.sqrt(2) : 1;
        for (int mu = 0; mu < 4; mu++) {
            double[] input = Arrays.copyOfRange(examples.inputs(), 5 * mu, 5 * mu + 5);
            double[][] fields = new double[3][6];
            double[][] slopes = new double[3][6];
            net.signals(x, input, fields, slopes);
            int readout = net.dimension() - 7;
            double o = x[readout + 6];
            for (int i = 0; i < 6; i++) o += x[readout + i] * response.value(fields[2][i]);
            assertThat(output(net, x)[mu]).isCloseTo(o, within(1e-12));
            // the bias of a unit is added to its field
            int[] biases = {5 * 6, 5 * 6 + 6 + 36, 5 * 6 + 2 * 42};
            for (int l = 0; l < 3; l++)
                for (int i = 0; i < 6; i++) {
                    double[] up = x.clone();
                    double[] down = x.clone();
                    up[biases[l] + i] += 1e-6 * stretch;
                    down[biases[l] + i] -= 1e-6 * stretch;
                    double slope = (output(net, up)[mu] - output(net, down)[mu]) / 2e-6;
                    assertThat(slopes[l][i]).as("layer %d", l + 1).isCloseTo(slope, within(1e-7));
                }
        }
    }

    @Test
    void startsWithTheVariancesAsked() {
        RandomExamples data = new RandomExamples(2, 0, 400, 0, 1);
        DeepNetwork spec = new DeepNetwork(data, 400, 2, Reaction.TANH, 2.5, 0.3, NetworkLoss.AUTO, Precision.FLOAT64);
        SignalLayers net = spec.build();
        double[] x = new double[net.dimension()];
        net.randomise(x, Streams.of(5).stream("start", 0));
        assertThat(spec.knownDimension()).isEqualTo(x.length);
        double weights = 0;
        for (int i = 0; i < 160000; i++) weights += x[i] * x[i];
        assertThat(weights / 400).isCloseTo(2.5, within(4 * 2.5 * Math.sqrt(2.0 / 160000)));
        double biases = 0;
        for (int i = 160000; i < 160400; i++) biases += x[i] * x[i];
        assertThat(biases / 400).isCloseTo(0.3, within(4 * 0.3 * Math.sqrt(2.0 / 400)));
    }

    @Test
    void badParametersAreNamed() {
        assertThatThrownBy(() -> of(Reaction.TANH, 0, 0.1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("weights");
        assertThatThrownBy(() -> of(Reaction.TANH, 1, -0.1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("biases");
        assertThatThrownBy(() -> of(Reaction.SWISH, 1, 0))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("no derivative of networks is registered");
        assertThatThrownBy(() -> new DeepNetwork(DATA, 1, 3, Reaction.TANH, 1, 0, NetworkLoss.AUTO, Precision.FLOAT64))
                .hasMessageContaining("width");
        assertThatThrownBy(() -> new DeepNetwork(DATA, 6, 1, Reaction.TANH, 1, 0, NetworkLoss.AUTO, Precision.FLOAT64))
                .hasMessageContaining("depth");
    }
}
