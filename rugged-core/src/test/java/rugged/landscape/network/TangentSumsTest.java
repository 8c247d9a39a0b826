package rugged.landscape.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rugged.api.DataSpec;
import rugged.api.model.Supervised;
import rugged.api.model.Supervised.Part;
import rugged.data.RandomExamples;
import rugged.landscape.Precision;

/** The tangent kernel layer by layer. */
class TangentSumsTest {
    private static Network network(DataSpec data, List<Integer> layers, Network.Bias bias, OutputScale scale) {
        return new Network(
                data,
                layers,
                Activation.RELU,
                Network.Parametrisation.NTK,
                bias,
                Initialisation.GAUSSIAN,
                0,
                NetworkLoss.AUTO,
                1.0,
                0.0,
                Precision.FLOAT64,
                scale);
    }

    private static double[] somewhere(Supervised model) {
        double[] x = new double[model.dimension()];
        Random random = new Random(5);
        model.randomise(x, random);
        for (int i = 0; i < x.length; i++) x[i] += 0.1 * random.nextGaussian();
        return x;
    }

    /** Products of gradients that are written down. */
    private static double[] reference(
            Supervised model, double[] x, Part rowPart, int rows, Part columnPart, int columns) {
        double[][] left = gradients(model, x, rowPart, rows);
        double[][] right = gradients(model, x, columnPart, columns);
        int k = model.outputs();
        double[] kernel = new double[rows * columns];
        for (int a = 0; a < rows; a++)
            for (int b = 0; b < columns; b++)
                for (int o = 0; o < k; o++)
                    for (int i = 0; i < x.length; i++)
                        kernel[a * columns + b] += left[a * k + o][i] * right[b * k + o][i] / k;
        return kernel;
    }

    private static double[][] gradients(Supervised model, double[] x, Part part, int count) {
        double[][] all = new double[count * model.outputs()][x.length];
        double[] w = new double[model.examples(part) * model.outputs()];
        for (int i = 0; i < all.length; i++) {
            w[i] = 1.0;
            model.jacobianTransposed(x, part, w, all[i]);
            w[i] = 0.0;
        }
        return all;
    }

    private static void same(double[] found, double[] wanted) {
        double size = 0.0;
        for (double each : wanted) size = Math.max(size, Math.abs(each));
        for (int i = 0; i < wanted.length; i++) assertThat(found[i]).isCloseTo(wanted[i], within(1e-12 * size));
    }

    @ParameterizedTest
    @EnumSource(Network.Bias.class)
    void sumsAreProductsOfGradients(Network.Bias bias) {
        for (int classes : new int[] {0, 3})
            for (List<Integer> layers : List.of(List.<Integer>of(), List.of(6), List.of(6, 5)))
                for (double alpha : new double[] {0.0, 0.3}) {
                    DataSpec data = new RandomExamples(140, 11, 5, classes, 1);
                    OutputScale scale = alpha == 0.0 ? OutputScale.plain() : OutputScale.of(alpha, 2);
                    Supervised model = network(data, layers, bias, scale).build();
                    double[] x = somewhere(model);
                    double[] k = new double[140 * 140];
                    model.tangentKernel(x, Part.TRAIN, 140, Part.TRAIN, 140, k);
                    same(k, reference(model, x, Part.TRAIN, 140, Part.TRAIN, 140));
                    double[] across = new double[9 * 130];
                    model.tangentKernel(x, Part.TEST, 9, Part.TRAIN, 130, across);
                    same(across, reference(model, x, Part.TEST, 9, Part.TRAIN, 130));
                }
    }

    /** Relu, two layers: nets of 1500 units beside infinite width; their kernels fluctuate by 2.5/sqrt(h). */
    @Test
    @Tag("slow")
    void wideNetworksHaveTheKernelOfInfiniteWidth() {
        DataSpec data =
                new RandomExamples(2, 2, 10, 0, Optional.empty(), Optional.of(rugged.data.Normalisation.UNIT), 3);
        Supervised model = network(data, List.of(1500, 1500), Network.Bias.NONE, OutputScale.plain())
                .build();
        double[] wide = new double[4];
        assertThat(model.wideKernel(Part.TEST, 2, Part.TEST, 2, wide)).isTrue();
        assertThat(wide[0]).isCloseTo(3.0, within(1e-12));
        double[] k = new double[4];
        double[] x = new double[model.dimension()];
        double sum = 0.0;
        double off = 0.0;
        for (int seed = 0; seed < 12; seed++) {
            model.randomise(x, new Random(seed));
            model.tangentKernel(x, Part.TEST, 2, Part.TEST, 2, k);
            sum += 0.5 * (k[0] + k[3]) / 12.0;
            off += k[1] / 12.0;
        }
        // 2.5/sqrt(1500)/sqrt(12) of 3 is 0.056
        assertThat(sum).isCloseTo(3.0, within(0.2));
        assertThat(off).isCloseTo(wide[1], within(0.12));
    }

    /** sqrt(h) times the relative deviation of Theta(x, x) is 2.5(2). */
    @ParameterizedTest
    @CsvSource({"64, 600", "256, 150"})
    void kernelsFluctuateLikeOneOverTheRootOfTheWidth(int width, int nets) {
        DataSpec data =
                new RandomExamples(2, 2, 10, 0, Optional.empty(), Optional.of(rugged.data.Normalisation.UNIT), 3);
        Supervised model = network(data, List.of(width, width), Network.Bias.NONE, OutputScale.plain())
                .build();
        double[] k = new double[1];
        double[] x = new double[model.dimension()];
        double sum = 0.0;
        double squares = 0.0;
        for (int seed = 0; seed < nets; seed++) {
            model.randomise(x, new Random(seed));
            model.tangentKernel(x, Part.TRAIN, 1, Part.TRAIN, 1, k);
            sum += k[0] / nets;
            squares += k[0] * k[0] / nets;
        }
        double relative = Math.sqrt(squares - sum * sum) / sum;
        // statistical error of a deviation: 1/sqrt(2 nets), and heavier tails
        assertThat(relative * Math.sqrt(width)).isCloseTo(2.5, within(0.25 + 2.5 * 2.0 / Math.sqrt(2.0 * nets)));
    }

    /** Other units, sharp and normalised, with biases, at the width at which the deviation is a few percent. */
    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"RELU", "ERF", "TANH", "SOFTPLUS", "SWISH"})
    void everyUnitHasItsLimit(Activation activation) {
        DataSpec data =
                new RandomExamples(6, 2, 8, 0, Optional.empty(), Optional.of(rugged.data.Normalisation.UNIT), 3);
        Network spec = new Network(
                data,
                List.of(800),
                activation,
                Network.Parametrisation.NTK,
                activation == Activation.SOFTPLUS ? Network.Bias.NONE : Network.Bias.ALL,
                Initialisation.GAUSSIAN,
                0,
                NetworkLoss.AUTO,
                1.0,
                0.0,
                Precision.FLOAT64,
                activation == Activation.SOFTPLUS
                        ? new OutputScale(Optional.empty(), Optional.empty(), Optional.of(true), Optional.of(5.0))
                        : OutputScale.plain());
        Supervised model = spec.build();
        double[] wide = new double[36];
        model.wideKernel(Part.TRAIN, 6, Part.TRAIN, 6, wide);
        double[] mean = new double[36];
        double[] k = new double[36];
        double[] x = new double[model.dimension()];
        int nets = 40;
        for (int seed = 0; seed < nets; seed++) {
            model.randomise(x, new Random(seed));
            model.tangentKernel(x, Part.TRAIN, 6, Part.TRAIN, 6, k);
            for (int i = 0; i < 36; i++) mean[i] += k[i] / nets;
        }
        for (int i = 0; i < 36; i++) assertThat(mean[i]).isCloseTo(wide[i], within(0.05 * wide[0]));
    }
}
