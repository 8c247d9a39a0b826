package rugged.landscape.convolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rugged.api.DataSpec;
import rugged.api.model.Batch;
import rugged.api.model.Supervised;
import rugged.api.model.Supervised.Part;
import rugged.data.DigitLabels;
import rugged.data.Normalisation;
import rugged.data.Strokes;
import rugged.landscape.Precision;
import rugged.landscape.network.Activation;
import rugged.landscape.network.Initialisation;
import rugged.landscape.network.Network;
import rugged.landscape.network.NetworkLoss;

/** Windows err at most half as often on drawn digits as a dense network of ten times as many weights. */
class StrokesLearningTest {
    private static final int BATCH = 32;

    private static double error(Supervised model, double[] x) {
        double[] margins = new double[model.examples(Part.TEST)];
        model.margins(x, Part.TEST, margins);
        return IntStream.range(0, margins.length)
                        .filter(a -> !(margins[a] > 0.0))
                        .count()
                / (double) margins.length;
    }

    /** Shuffled passes, with a rate that falls to 0 as a cosine. */
    private static double trained(Supervised model, int epochs, double rate, double momentum) {
        int patterns = model.patterns();
        double[] x = new double[model.dimension()];
        double[] g = new double[x.length];
        double[] v = new double[x.length];
        Random random = new Random(1);
        model.randomise(x, random);
        int[] order = IntStream.range(0, patterns).toArray();
        int steps = patterns / BATCH;
        for (int t = 0; t < epochs * steps; t++) {
            if (t % steps == 0) shuffle(order, random);
            int from = t % steps * BATCH;
            model.energyAndGradient(x, new Batch(order, from, from + BATCH), g);
            double now = 0.5 * rate * (1.0 + Math.cos(Math.PI * t / (epochs * steps)));
            for (int i = 0; i < x.length; i++) {
                v[i] = momentum * v[i] + g[i];
                x[i] -= now * v[i];
            }
        }
        return error(model, x);
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }

    @Test
    @Tag("slow")
    void windowsHalveTheErrorOnDrawnDigits() {
        DataSpec data = new Strokes(10000, 2000, DigitLabels.CLASSES, Normalisation.STANDARD, 0, 1);
        List<NetworkLayer> layers = Stream.of("conv 16 3", "pool 2", "conv 32 3", "pool 2")
                .map(NetworkLayer::parse)
                .toList();
        Supervised windows = new ConvolutionalNetwork(
                        data,
                        layers,
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
        Supervised dense = new Network(
                        data,
                        List.of(256),
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
        assertThat(windows.dimension()).isEqualTo(20490);
        double ours = trained(windows, 15, 0.02, 0.9);
        double theirs = trained(dense, 20, 0.05, 0.0);
        assertThat(theirs).isBetween(0.008, 0.03);
        assertThat(ours).isLessThanOrEqualTo(0.5 * theirs);
    }
}
