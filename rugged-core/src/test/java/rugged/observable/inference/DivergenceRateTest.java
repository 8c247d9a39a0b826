package rugged.observable.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.api.mixing.LinearMixing;
import rugged.api.motion.Stepper;
import rugged.compose.MixingPass;
import rugged.dynamics.inference.ApproximateMessagePassing;
import rugged.dynamics.inference.PassingParameters;
import rugged.landscape.binary.BinaryPerceptronMixing;
import rugged.landscape.binary.PatternLaw;
import rugged.meanfield.binary.BinaryStorage;
import rugged.meanfield.binary.PatternEntries;
import rugged.meanfield.binary.PerceptronTask;
import rugged.num.Streams;

/** The growth of a perturbation of messages is the instability of replica symmetry. */
class DivergenceRateTest {
    @ParameterizedTest
    @CsvSource({"0.3", "0.6", "0.8"})
    void theMeasuredRateIsTheInstability(double alpha) {
        int n = 4001;
        double theory = BinaryStorage.at(alpha, 0.0, Double.POSITIVE_INFINITY)
                .orElseThrow()
                .lambda();
        LinearMixing model = new BinaryPerceptronMixing(
                        n,
                        new PatternLaw(alpha, PerceptronTask.STORAGE, PatternEntries.SIGNS, 0.0, 21),
                        Double.POSITIVE_INFINITY)
                .build();
        double[] x = new double[model.dimension()];
        model.randomise(x, Streams.of(5).stream("start", 0));
        Stepper stepper =
                new ApproximateMessagePassing(new PassingParameters(0.0, 1e-12)).start(model, x, Streams.of(1));
        stepper.advance(200.0);
        stepper.state(x);
        double rate = new DivergenceRate(1e-5, 10).rate(model, x, Streams.of(3).stream("noise", 0));
        assertThat(rate).isCloseTo(theory, within(0.1 * theory));
        assertThat(new MixingPass(model).growth(x)).isCloseTo(theory, within(0.05 * theory));
    }
}
