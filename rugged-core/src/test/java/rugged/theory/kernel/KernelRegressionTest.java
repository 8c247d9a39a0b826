package rugged.theory.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.api.DataSpec;
import rugged.api.Schedule;
import rugged.api.model.Supervised;
import rugged.api.model.Supervised.Part;
import rugged.data.Normalisation;
import rugged.data.RandomExamples;
import rugged.data.Stripe;
import rugged.landscape.Precision;
import rugged.landscape.network.Activation;
import rugged.landscape.network.Initialisation;
import rugged.landscape.network.Network;
import rugged.landscape.network.NetworkLoss;
import rugged.landscape.network.OutputScale;
import rugged.meanfield.kernel.KernelFit;
import rugged.meanfield.kernel.WideUnit;

class KernelRegressionTest {
    private static final Stripe DATA =
            new Stripe(80, 60, 5, List.of(-0.3, 1.18549), Optional.of(Normalisation.UNIT), 1);

    private static KernelRegression theory(
            DataSpec data, WideUnit unit, KernelRegression.Trained bias, Optional<Double> sharpness, double ridge) {
        return new KernelRegression(
                data,
                List.of(30, 20),
                unit,
                bias,
                0.0,
                0.0,
                sharpness.map(_ -> true),
                sharpness,
                KernelRegression.Which.TANGENT,
                ridge);
    }

    private static Map<String, Double> solved(KernelRegression theory) {
        Map<String, Double> values = new HashMap<>();
        theory.solve(Schedule.at(1), (quantity, replica, value, error, axes) -> values.put(quantity.name(), value));
        return values;
    }

    /** With the kernel that a network of the same words says to have at infinite width. */
    @ParameterizedTest
    @CsvSource({
        "RELU, ALL, false",
        "RELU, NONE, true",
        "ERF, HIDDEN, false",
        "SOFTPLUS, NONE, true",
        "SWISH, NONE, true"
    })
    void theKernelIsThatOfTheNetwork(WideUnit unit, Network.Bias bias, boolean sharp) {
        Optional<Double> sharpness = sharp ? Optional.of(3.0) : Optional.empty();
        Supervised network = new Network(
                        DATA,
                        List.of(30, 20),
                        Activation.valueOf(unit.name()),
                        Network.Parametrisation.NTK,
                        bias,
                        Initialisation.GAUSSIAN,
                        0,
                        NetworkLoss.SQUARED,
                        1.0,
                        0.0,
                        Precision.FLOAT64,
                        new OutputScale(Optional.empty(), Optional.empty(), sharpness.map(_ -> true), sharpness))
                .build();
        double[] k = new double[80 * 80];
        double[] across = new double[60 * 80];
        network.wideKernel(Part.TRAIN, 80, Part.TRAIN, 80, k);
        network.wideKernel(Part.TEST, 60, Part.TRAIN, 80, across);
        double[] y = DATA.load().targets();
        double[] f = KernelFit.of(k, y, 1, 0.01).outputs(across, 1);
        double[] wanted = DATA.load().testTargets();
        double loss = 0.0;
        double wrong = 0.0;
        for (int a = 0; a < 60; a++) {
            loss += 0.5 * (f[a] - wanted[a]) * (f[a] - wanted[a]) / 60.0;
            if (f[a] * wanted[a] < 0.0) wrong += 1.0 / 60.0;
        }
        Map<String, Double> found =
                solved(theory(DATA, unit, KernelRegression.Trained.valueOf(bias.name()), sharpness, 0.01));
        assertThat(found.get("loss_test")).isCloseTo(loss, within(1e-6));
        assertThat(found.get("error_test")).isCloseTo(wrong, within(1e-12));
        assertThat(found.get("error")).isZero();
    }

    @Test
    void withoutRidgeEverythingIsFitted() {
        Map<String, Double> found =
                solved(theory(DATA, WideUnit.RELU, KernelRegression.Trained.NONE, Optional.empty(), 0));
        assertThat(found.get("loss")).isLessThan(1e-12);
        Map<String, Double> classes = solved(theory(
                new RandomExamples(40, 30, 6, 3, 1), WideUnit.ERF, KernelRegression.Trained.NONE, Optional.empty(), 0));
        assertThat(classes.get("error")).isZero();
        assertThat(classes.get("error_test")).isBetween(0.3, 0.95);
    }

    @Test
    void singularKernelsAreRefused() {
        KernelRegression theory = theory(DATA, WideUnit.LINEAR, KernelRegression.Trained.NONE, Optional.empty(), 0.0);
        assertThatThrownBy(() -> solved(theory))
                .hasMessageContaining("smallest eigenvalue")
                .hasMessageContaining("ridge");
    }
}
