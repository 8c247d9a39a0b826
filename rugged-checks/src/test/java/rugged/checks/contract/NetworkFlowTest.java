package rugged.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.api.model.Landscape;
import rugged.api.motion.Stepper;
import rugged.data.RandomExamples;
import rugged.dynamics.Clock;
import rugged.dynamics.Stability;
import rugged.dynamics.flow.GradientDescent;
import rugged.landscape.Precision;
import rugged.landscape.network.Activation;
import rugged.landscape.network.Initialisation;
import rugged.landscape.network.Network;
import rugged.landscape.network.NetworkLoss;
import rugged.num.Streams;

/** Where a network has more weights than it needs, the hinge reaches zero and stays; the logistic loss only falls, as 1/t. */
class NetworkFlowTest {
    private static Landscape network(NetworkLoss loss) {
        return new Network(
                        new RandomExamples(20, 0, 10, 0, 3),
                        List.of(30),
                        Activation.TANH,
                        Network.Parametrisation.STANDARD,
                        Network.Bias.HIDDEN,
                        Initialisation.GAUSSIAN,
                        0,
                        loss,
                        1.0,
                        0,
                        Precision.FLOAT64)
                .build();
    }

    private static double[] energies(NetworkLoss loss, double... times) {
        Landscape landscape = network(loss);
        double[] x = new double[landscape.dimension()];
        landscape.randomise(x, Streams.of(2).stream("start", 0));
        Stepper flow =
                new GradientDescent(0.1, 0.0, Clock.FLOW, 0, new Stability(true)).start(landscape, x, Streams.of(1));
        double[] energies = new double[times.length];
        for (int k = 0; k < times.length; k++) {
            flow.advance(times[k]);
            flow.state(x);
            energies[k] = landscape.energy(x);
        }
        return energies;
    }

    @Test
    void theHingeReachesZero() {
        double[] energy = energies(NetworkLoss.HINGE, 1, 200, 2000);
        assertThat(energy[0]).isGreaterThan(0.01);
        assertThat(energy[2]).isLessThan(1e-20);
    }

    @Test
    void theLogisticLossFallsAsTheInverseOfTime() {
        double[] energy = energies(NetworkLoss.LOGISTIC, 300, 3000);
        double slope = Math.log10(energy[1] / energy[0]);
        assertThat(slope).isBetween(-1.25, -0.9);
    }
}
