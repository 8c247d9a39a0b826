package rugged.landscape.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.api.model.Batch;
import rugged.api.model.Supervised;
import rugged.api.model.Supervised.Part;
import rugged.data.Normalisation;
import rugged.data.Stripe;
import rugged.landscape.Precision;

/** What learns is alpha (f(w) - f(w_0)). */
class OutputScaleTest {
    private static final Stripe DATA =
            new Stripe(50, 20, 5, List.of(-0.3, 1.18549), Optional.of(Normalisation.UNIT), 1);

    private static Network network(NetworkLoss loss, Precision precision, OutputScale scale) {
        return new Network(
                DATA,
                List.of(9, 7),
                Activation.SOFTPLUS,
                Network.Parametrisation.NTK,
                Network.Bias.NONE,
                Initialisation.GAUSSIAN,
                0,
                loss,
                1.0,
                0.0,
                precision,
                scale);
    }

    private static OutputScale scaled(double alpha) {
        return new OutputScale(Optional.of(alpha), Optional.of(3L), Optional.of(true), Optional.of(5.0));
    }

    private static double[] near(Supervised model, long seed, double distance) {
        double[] x = new double[model.dimension()];
        Random random = new Random(seed);
        model.randomise(x, random);
        for (int i = 0; i < x.length; i++) x[i] += distance * random.nextGaussian();
        return x;
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLearntAtTheStart(Precision precision) {
        Supervised model =
                network(NetworkLoss.SOFT_HINGE, precision, scaled(100.0)).build();
        double[] x = near(model, 1, 0.0);
        assertThat(near(model, 2, 0.0)).isEqualTo(x);
        for (Part part : Part.values()) {
            double[] o = new double[model.examples(part)];
            model.outputs(x, part, o);
            assertThat(o).containsOnly(0.0);
        }
        assertThat(model.energy(x)).isCloseTo(1e-4 * (1.0 + Math.log1p(Math.exp(-20.0)) / 20.0), within(1e-15));
    }

    @Test
    void outputsAreScaledDifferences() {
        Supervised plain = network(
                        NetworkLoss.LOGISTIC,
                        Precision.FLOAT64,
                        new OutputScale(Optional.empty(), Optional.empty(), Optional.of(true), Optional.of(5.0)))
                .build();
        Supervised model =
                network(NetworkLoss.LOGISTIC, Precision.FLOAT64, scaled(0.3)).build();
        double[] start = near(model, 1, 0.0);
        double[] x = near(model, 1, 0.4);
        double[] f0 = new double[50];
        double[] f = new double[50];
        double[] o = new double[50];
        plain.outputs(start, Part.TRAIN, f0);
        plain.outputs(x, Part.TRAIN, f);
        model.outputs(x, Part.TRAIN, o);
        double[] y = new double[50];
        model.targets(Part.TRAIN, y);
        double energy = 0.0;
        for (int a = 0; a < 50; a++) {
            assertThat(o[a]).isCloseTo(0.3 * (f[a] - f0[a]), within(1e-14));
            energy += Math.log1p(Math.exp(-y[a] * o[a])) / 50.0 / 0.09;
        }
        assertThat(model.energy(x)).isCloseTo(energy, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(
            value = NetworkLoss.class,
            names = {"SOFT_HINGE", "LOGISTIC", "SQUARED", "HINGE"})
    void derivativesAreThoseOfTheEnergy(NetworkLoss loss) {
        Supervised model = network(loss, Precision.FLOAT64, scaled(0.2)).build();
        double[] x = near(model, 1, 0.5);
        double[] g = new double[x.length];
        assertThat(model.energyAndGradient(x, g)).isEqualTo(model.energy(x));
        double[] v = near(model, 5, 1.0);
        double h = 1e-6;
        double[] up = x.clone();
        double[] down = x.clone();
        double along = 0.0;
        double size = 0.0;
        for (int i = 0; i < x.length; i++) {
            up[i] += h * v[i];
            down[i] -= h * v[i];
            along += g[i] * v[i];
            size += g[i] * g[i];
        }
        double difference = (model.energy(up) - model.energy(down)) / (2.0 * h);
        assertThat(along).isCloseTo(difference, within(1e-6 * Math.sqrt(size) * x.length));
        double[] hv = new double[x.length];
        double[] g1 = new double[x.length];
        double[] g0 = new double[x.length];
        model.hessianVector(x, v, hv);
        model.energyAndGradient(up, g1);
        model.energyAndGradient(down, g0);
        double scale = 0.0;
        for (double each : hv) scale = Math.max(scale, Math.abs(each));
        for (int i = 0; i < x.length; i++)
            assertThat(hv[i]).isCloseTo((g1[i] - g0[i]) / (2.0 * h), within(1e-5 * scale));
    }

    @Test
    void jacobiansAreThoseOfTheOutputsAndBatchesSumToTheWhole() {
        Supervised model =
                network(NetworkLoss.LOGISTIC, Precision.FLOAT64, scaled(7.0)).build();
        double[] x = near(model, 1, 0.1);
        double[] v = near(model, 2, 0.1);
        double[] jv = new double[50];
        model.jacobianVector(x, Part.TRAIN, v, jv);
        double h = 1e-6;
        double[] up = x.clone();
        double[] down = x.clone();
        for (int i = 0; i < x.length; i++) {
            up[i] += h * v[i];
            down[i] -= h * v[i];
        }
        double[] o1 = new double[50];
        double[] o0 = new double[50];
        model.outputs(up, Part.TRAIN, o1);
        model.outputs(down, Part.TRAIN, o0);
        double[] w = new Random(4).doubles(50, -1, 1).toArray();
        double[] jw = new double[x.length];
        model.jacobianTransposed(x, Part.TRAIN, w, jw);
        double left = 0.0;
        for (int a = 0; a < 50; a++) {
            assertThat(jv[a]).isCloseTo((o1[a] - o0[a]) / (2.0 * h), within(1e-6 * 50));
            left += w[a] * jv[a];
        }
        double right = 0.0;
        for (int i = 0; i < x.length; i++) right += v[i] * jw[i];
        assertThat(left).isCloseTo(right, within(1e-10 * Math.abs(left)));
        double[] g = new double[x.length];
        double[] part = new double[x.length];
        model.energyAndGradient(x, g);
        int[] odd = new int[50];
        for (int a = 0; a < 50; a++) odd[a] = (a * 7) % 50;
        double energy = model.energyAndGradient(x, new Batch(odd, 0, 50), part);
        assertThat(energy).isCloseTo(model.energy(x), within(1e-14));
        for (int i = 0; i < x.length; i++) assertThat(part[i]).isCloseTo(g[i], within(1e-12));
    }

    /** Units a_0 ln(1 + e^{b z})/b, written down. */
    @Test
    void sharpAndNormalisedUnits() {
        Network spec = new Network(
                DATA,
                List.of(4),
                Activation.SOFTPLUS,
                Network.Parametrisation.NTK,
                Network.Bias.NONE,
                Initialisation.GAUSSIAN,
                0,
                NetworkLoss.SQUARED,
                1.0,
                0.0,
                Precision.FLOAT64,
                new OutputScale(Optional.empty(), Optional.empty(), Optional.of(true), Optional.of(5.0)));
        Supervised model = spec.build();
        double[] x = near(model, 1, 0.0);
        double[] o = new double[50];
        model.outputs(x, Part.TRAIN, o);
        double[] input = DATA.load().inputs();
        double sum = 0.0;
        for (int j = 0; j < 4; j++) {
            double z = 0.0;
            for (int i = 0; i < 5; i++) z += input[i] * x[i * 4 + j] / Math.sqrt(5.0);
            sum += x[20 + j] * 1.40438335 * Math.log1p(Math.exp(5.0 * z)) / 5.0 / 2.0;
        }
        assertThat(o[0]).isCloseTo(sum, within(1e-7));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NaN})
    void refusesFactorsThatAreNone(double alpha) {
        assertThatThrownBy(() -> OutputScale.of(alpha, 1)).hasMessageContaining("alpha must be positive");
    }

    @Test
    void refusesWhatGoesWithNothing() {
        assertThatThrownBy(() -> new OutputScale(Optional.empty(), Optional.of(1L), Optional.empty(), Optional.empty()))
                .hasMessageContaining("seed");
        assertThatThrownBy(() -> new Network(
                        DATA,
                        List.of(4),
                        Activation.TANH,
                        Network.Parametrisation.NTK,
                        Network.Bias.ALL,
                        Initialisation.GAUSSIAN,
                        0,
                        NetworkLoss.AUTO,
                        1.0,
                        0.0,
                        Precision.FLOAT64,
                        new OutputScale(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(5.0))))
                .hasMessageContaining("bias: none");
    }
}
