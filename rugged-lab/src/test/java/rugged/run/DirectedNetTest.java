package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import rugged.api.model.Propagation;
import rugged.api.motion.Stepper;
import rugged.compose.Field;
import rugged.dynamics.sampling.LayerByLayer;
import rugged.landscape.spin.DirectedNet;
import rugged.meanfield.statics.ForwardSpins;
import rugged.num.RunningMean;
import rugged.num.Streams;

/** Directed nets weight by weight beside their theory for infinite width. */
class DirectedNetTest {
    private static final int WIDTH = 400;
    private static final int NETS = 16;

    private static double mean(double[] x) {
        double sum = 0.0;
        for (double xi : x) sum += xi;
        return sum / x.length;
    }

    /** Two replicas from all up, through the same weights: magnetisation and overlap of eight layers. */
    private static void follow(double mean, double coupling, double temperature, double input) {
        RunningMean[] m = new RunningMean[8];
        RunningMean[] q = new RunningMean[8];
        for (int l = 0; l < 8; l++) {
            m[l] = new RunningMean();
            q[l] = new RunningMean();
        }
        for (int net = 0; net < NETS; net++) {
            Propagation model = new DirectedNet(WIDTH, mean, coupling, input, net).build();
            double[][] x = new double[2][WIDTH];
            Stepper[] replicas = new Stepper[2];
            model.randomise(x[0], Streams.of(net).stream("input", 0));
            for (int r = 0; r < 2; r++)
                replicas[r] = new LayerByLayer(temperature)
                        .start(model, x[0], Streams.of(net).family("replica", r));
            for (int l = 0; l < 8; l++) {
                for (int r = 0; r < 2; r++) {
                    replicas[r].step();
                    replicas[r].state(x[r]);
                }
                m[l].add(0.5 * (mean(x[0]) + mean(x[1])));
                q[l].add(model.overlap(x[0], x[1]));
            }
        }
        ForwardSpins theory = new ForwardSpins(mean, coupling);
        double magnetisation = input;
        double overlap = 1.0;
        for (int l = 0; l < 8; l++) {
            overlap = theory.nextOverlap(1.0 / temperature, magnetisation, overlap);
            magnetisation = theory.next(1.0 / temperature, magnetisation);
            // besides the scatter of nets, corrections of order 1/n
            assertThat(m[l].mean()).isCloseTo(magnetisation, within(3.5 * m[l].error() + 4.0 / WIDTH));
            assertThat(q[l].mean()).isCloseTo(overlap, within(3.5 * q[l].error() + 4.0 / WIDTH));
            assertThat(m[l].error()).isLessThan(0.03);
        }
    }

    @Test
    void magnetisedNetsFollowTheTheory() {
        follow(1.0, 0.5, 0.5, 1.0);
    }

    @Test
    void replicasForgetTheirCommonInput() {
        follow(0.0, 1.0, 0.2, 0.0);
    }

    @Test
    void aNetGoesOnToTheSameBits() {
        Propagation model = new DirectedNet(50, 0.5, 1.0, 0.3, 4).build();
        double[] x = new double[50];
        model.randomise(x, Streams.of(1).stream("input", 0));
        Stepper first = new LayerByLayer(0.4).start(model, x, Streams.of(2));
        first.advance(5);
        byte[] saved = first.save();
        first.advance(9);
        Stepper other = new LayerByLayer(0.4).start(model.fork(), x, Streams.of(2));
        other.load(saved);
        other.advance(9);
        assertThat(other.save()).isEqualTo(first.save());
    }

    @Test
    void aFieldActsOnEveryLayerAndColdSpinsAreSigns() {
        Propagation model = new DirectedNet(60, 0.5, 1.0, 1.0, 4).build();
        double[] h = new double[60];
        java.util.Arrays.fill(h, -20.0);
        Propagation pushed = (Propagation) new Field(h).on(model, new LayerByLayer(0.1).needs());
        double[] x = new double[60];
        double[] fields = new double[60];
        model.randomise(x, Streams.of(1).stream("input", 0));
        model.fields(1, x, fields);
        Stepper cold = new LayerByLayer(0.0).start(model, x, Streams.of(2));
        Stepper down = new LayerByLayer(0.1).start(pushed, x, Streams.of(2));
        cold.step();
        down.step();
        cold.state(x);
        for (int i = 0; i < 60; i++) assertThat(x[i]).isEqualTo(Math.signum(fields[i]));
        down.state(x);
        assertThat(mean(x)).isEqualTo(-1.0);
    }
}
