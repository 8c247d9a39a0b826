package rugged.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.api.Examples.Labels;
import rugged.api.LandscapeSpec;
import rugged.api.model.Supervised;
import rugged.api.motion.Stepper;
import rugged.dynamics.Batching;
import rugged.dynamics.Sampling;
import rugged.dynamics.Stability;
import rugged.dynamics.stochastic.KFac;
import rugged.dynamics.stochastic.Sgd;
import rugged.landscape.Precision;
import rugged.landscape.network.Activation;
import rugged.landscape.network.Initialisation;
import rugged.landscape.network.Network;
import rugged.landscape.network.NetworkLoss;
import rugged.num.Streams;
import rugged.params.Schema;

/** K-FAC on a single linear layer with Gaussian inputs, where the Kronecker product is the Fisher matrix. */
class NaturalGradientTest {
    private static final int WIDTH = 6;

    /** Normal inputs, mixed so that their covariance is no multiple of 1. */
    private record Mixed(int patterns, int classes) implements DataSpec {
        @Override
        public Outline outline() {
            return new Outline(patterns, 0, WIDTH, classes == 0 ? Labels.VALUES : Labels.CLASSES, classes);
        }

        @Override
        public Examples load() {
            double[] inputs = new double[patterns * WIDTH];
            double[] labels = new double[patterns];
            Streams.of(1).stream("inputs", 0).normals(inputs);
            Streams.of(1).stream("labels", 0).normals(labels);
            for (int p = 0; p < patterns; p++) {
                for (int i = WIDTH - 1; i > 0; i--)
                    inputs[p * WIDTH + i] = 0.8 * inputs[p * WIDTH + i - 1] + 0.4 * inputs[p * WIDTH + i];
                if (classes > 0) labels[p] = Math.floorMod((int) Math.floor(3 * labels[p]), classes);
            }
            return new Examples(
                    outline().labels(), classes, List.of(WIDTH), inputs, labels, new double[0], new double[0]);
        }
    }

    private static Supervised linear(int patterns, int classes) {
        return new Network(
                        new Mixed(patterns, classes),
                        List.of(),
                        Activation.LINEAR,
                        Network.Parametrisation.STANDARD,
                        Network.Bias.ALL,
                        Initialisation.GAUSSIAN,
                        0,
                        NetworkLoss.SQUARED,
                        1,
                        0,
                        Precision.FLOAT64)
                .build();
    }

    /** All examples, a whole step, no momentum, hardly any damping. */
    private static KFac plain() {
        return new KFac(1, new Batching(0, Sampling.WITHOUT), 0, 1e-20, 0, 1, 1, 1e6);
    }

    /** F p for the step p of K-FAC, where F is the Gauss-Newton matrix; and the gradient. */
    private static double[][] stepped(Supervised model) {
        double[] x = new double[model.dimension()];
        model.randomise(x, Streams.of(2).stream("x", 0));
        double[] g = new double[x.length];
        model.energyAndGradient(x, g);
        Stepper stepper = plain().start(model, x, Streams.of(5));
        stepper.step();
        double[] p = new double[x.length];
        stepper.state(p);
        for (int i = 0; i < p.length; i++) p[i] = x[i] - p[i];
        double[] fp = new double[x.length];
        model.gaussNewtonVector(x, p, fp);
        return new double[][] {fp, g};
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    /** F p = g/s, with s the mean over the labels drawn of the square of a normal number. */
    @Test
    void withOneOutputItIsTheNaturalGradientUpToTheSizeOfTheDrawnLabels() {
        int patterns = 2000;
        double[][] both = stepped(linear(patterns, 0));
        double factor = dot(both[0], both[1]) / dot(both[1], both[1]);
        for (int i = 0; i < both[0].length; i++) assertThat(both[0][i]).isCloseTo(factor * both[1][i], within(1e-8));
        assertThat(1 / factor).isCloseTo(1, within(4 * Math.sqrt(2.0 / patterns)));
    }

    @Test
    void withMoreOutputsItIsUpToTheirScatter() {
        int patterns = 20000;
        double[][] both = stepped(linear(patterns, 3));
        double size = Math.sqrt(dot(both[1], both[1]));
        double error = 4 * Math.sqrt(6.0 / patterns) * size;
        for (int i = 0; i < both[0].length; i++) assertThat(both[0][i]).isCloseTo(both[1][i], within(error));
    }

    @Test
    void aFewStepsReachTheMinimum() {
        Supervised model = linear(2000, 3);
        double[] x = new double[model.dimension()];
        model.randomise(x, Streams.of(2).stream("x", 0));
        Stepper stepper = plain().start(model, x, Streams.of(5));
        stepper.advance(12);
        stepper.state(x);
        double[] g = new double[x.length];
        model.energyAndGradient(x, g);
        assertThat(Math.sqrt(dot(g, g))).isLessThan(1e-9);
        assertThat(stepper.evaluations()).isEqualTo(24);
    }

    @Test
    void theStepStaysWithinItsBound() {
        Supervised model = linear(500, 3);
        double[] x = new double[model.dimension()];
        model.randomise(x, Streams.of(2).stream("x", 0));
        for (double divergence : new double[] {1e-4, 1e-6}) {
            KFac spec = new KFac(1, new Batching(0, Sampling.WITHOUT), 0.9, 1e-4, 0, 1, 1, divergence);
            Stepper stepper = spec.start(model, x, Streams.of(5));
            stepper.step();
            double[] p = new double[x.length];
            stepper.state(p);
            for (int i = 0; i < p.length; i++) p[i] -= x[i];
            double[] fp = new double[x.length];
            model.gaussNewtonVector(x, p, fp);
            assertThat(dot(p, fp)).isCloseTo(divergence, within(0.3 * divergence));
        }
    }

    @Test
    void onATanhNetworkItDescendsFasterThanSgdForTheSameWork() {
        LandscapeSpec spec = Schema.changed(Bestiary.network(), "layers", List.of(20));
        Supervised model = (Supervised) spec.build();
        double[] x = Bestiary.start(model, 3);
        Stepper natural = new KFac(0.1, new Batching(50, Sampling.REPLACEMENT), 0.9, 0.01, 0.95, 5, 20, 1e-3)
                .start(model, x, Streams.of(1));
        Stepper plain = new Sgd(
                        0.1,
                        new Batching(50, Sampling.REPLACEMENT),
                        0.0,
                        0.0,
                        rugged.dynamics.Clock.STEPS,
                        new Stability(true))
                .start(model, x, Streams.of(1));
        natural.advance(400);
        while (plain.evaluations() < natural.evaluations()) plain.step();
        double[] one = new double[x.length];
        double[] other = new double[x.length];
        natural.state(one);
        plain.state(other);
        assertThat(model.energy(one)).isLessThan(model.energy(other));
    }
}
