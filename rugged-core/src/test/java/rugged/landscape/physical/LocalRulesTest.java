package rugged.landscape.physical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.api.Test;
import rugged.api.motion.Stepper;
import rugged.api.physical.Circuit;
import rugged.api.physical.PhysicalNetwork;
import rugged.api.physical.Transfer;
import rugged.dynamics.Clock;
import rugged.dynamics.physical.FrequencyPropagation;
import rugged.dynamics.physical.LearningParameters;
import rugged.dynamics.physical.LearningParameters.Rounding;
import rugged.dynamics.physical.MultiMechanism;
import rugged.graph.RandomGraph;
import rugged.landscape.physical.PhysicalLinear.Aim;
import rugged.num.Streams;

/** Learning by the rules, with closed forms and the slowest rate of the tangent matrix. */
final class LocalRulesTest {
    private static LearningParameters learning(double rate, double temperature, double spacing) {
        return new LearningParameters(rate, Clock.STEPS, temperature, spacing, Rounding.RANDOM, 0.0, false);
    }

    private static PhysicalNetwork chain(int nodes, List<Integer> in, List<Integer> out, double r) {
        Terminals terminals = new Terminals(in, out, 1e-4, 0.0);
        return new PhysicalLinear(
                        new RandomGraph(nodes, nodes - 1, 1),
                        1,
                        1,
                        Aim.MATRIX,
                        0.05,
                        0.7,
                        List.of(r),
                        0.0,
                        terminals,
                        1)
                .build();
    }

    @Test
    void oneEdgeLearnsTheInverseOfWhatIsAsked() {
        PhysicalNetwork edge = chain(2, List.of(0, 1), List.of(0, 1), 0.5);
        Stepper learner = new MultiMechanism(learning(0.5, 0.0, 0.0)).start(edge, new double[] {1.0}, Streams.of(1));
        learner.advance(2000);
        double[] w = new double[1];
        learner.state(w);
        assertThat(w[0]).isCloseTo(2.0, within(1e-9));
    }

    @Test
    void frequencyPropagationWithoutNoiseIsMultiMechanismToTheLastBit() {
        PhysicalNetwork network = Circuits.small(3);
        double[] w = Circuits.start(network, 3);
        double[] one = new double[w.length];
        double[] other = new double[w.length];
        Stepper first = new MultiMechanism(learning(5.0, 1e-6, 0.01)).start(network, w, Streams.of(2));
        Stepper second = new FrequencyPropagation(0.0, learning(5.0, 1e-6, 0.01)).start(network, w, Streams.of(2));
        first.advance(50);
        second.advance(50);
        first.state(one);
        second.state(other);
        assertThat(other).containsExactly(one);
        for (double x : one) assertThat((x - 1e-4) / 0.01).isCloseTo(Math.rint((x - 1e-4) / 0.01), within(1e-9));
    }

    /** Near a solution the cost decays with the slowest rate, (4/n_out) alpha g_min; errors without weight there decay faster. */
    @Test
    void theLateDecayIsThatOfTheTangentMatrix() {
        PhysicalNetwork network = Circuits.linear(new RandomGraph(20, 60, 1), 2, 2, Aim.TEACHER, 0.05, 4)
                .build();
        double[] w = Circuits.start(network, 4);
        Stepper learner = new MultiMechanism(learning(3.0, 0.0, 0.0)).start(network, w, Streams.of(1));
        learner.advance(12000);
        learner.state(w);
        double before = Math.log(network.energy(w));
        double slowest = slowest(network.circuit(), w);
        learner.advance(14000);
        learner.state(w);
        double after = Math.log(network.energy(w));
        double rate = 4.0 / 2.0 * 3.0 * slowest;
        assertThat((before - after) / 2000.0).isCloseTo(rate, within(0.05 * rate));
    }

    private static double slowest(Circuit circuit, double[] w) {
        Transfer response = circuit.response(w);
        DMatrixRMaj g = new DMatrixRMaj(4, 4);
        for (int e = 0; e < w.length; e++)
            for (int a = 0; a < 4; a++)
                for (int b = 0; b < 4; b++) g.add(a, b, jacobian(response, e, a) * jacobian(response, e, b));
        var decomposition = DecompositionFactory_DDRM.eig(4, false, true);
        decomposition.decompose(g);
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < 4; k++) least = Math.min(least, decomposition.getEigenvalue(k).real);
        return least;
    }

    private static double jacobian(Transfer response, int edge, int which) {
        return response.drops()[edge * 4 + 2 + which / 2] * response.drops()[edge * 4 + which % 2];
    }
}
