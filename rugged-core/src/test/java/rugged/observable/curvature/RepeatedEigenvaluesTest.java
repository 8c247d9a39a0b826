package rugged.observable.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.api.model.Landscape;
import rugged.data.RandomExamples;
import rugged.landscape.Precision;
import rugged.landscape.cluster.LennardJones;
import rugged.landscape.network.Activation;
import rugged.landscape.network.Initialisation;
import rugged.landscape.network.Network;
import rugged.landscape.network.NetworkLoss;
import rugged.num.Streams;
import rugged.num.spectral.ExtremeSearch;
import rugged.num.spectral.Extremes;

/** Landscapes whose symmetry repeats eigenvalues, by all routes: clusters with zero modes, a network whose classes are copies of each other. */
class RepeatedEigenvaluesTest {
    /** The tetrahedron, or the bipyramid on a ring of n - 2, relaxed. */
    private static double[] cluster(Landscape landscape, int n) {
        double[] x = new double[3 * n];
        int ring = n == 4 ? 3 : n - 2;
        double edge = Math.pow(2.0, 1.0 / 6);
        double radius = edge / (2 * Math.sin(Math.PI / ring));
        double height = Math.sqrt(Math.max(0.3, edge * edge - radius * radius));
        for (int i = 0; i < ring; i++) {
            x[3 * i] = radius * Math.cos(2 * Math.PI * i / ring);
            x[3 * i + 1] = radius * Math.sin(2 * Math.PI * i / ring);
        }
        x[3 * ring + 2] = height;
        if (n > 4) x[3 * ring + 5] = -height;
        double[] g = new double[x.length];
        for (int step = 0; step < 20000; step++) {
            landscape.energyAndGradient(x, g);
            for (int i = 0; i < x.length; i++) x[i] -= 5e-4 * g[i];
        }
        return x;
    }

    /** Every route gives every eigenvalue of the dense one, as often. */
    private static void agree(StateOperator operator, double tolerance) {
        double[] exact = SpectrumAtState.Whole.of(operator, 1).values();
        int m = exact.length;
        double size = Math.max(Math.abs(exact[0]), Math.abs(exact[m - 1]));
        double off = 10 * tolerance * size;
        assertThat(m).isEqualTo(operator.freedom());
        Edges edges = Edges.of(operator, 100, Streams.of(1).stream("start", 0));
        assertThat(edges.smallest()).isCloseTo(exact[0], within(off));
        assertThat(edges.largest()).isCloseTo(exact[m - 1], within(off));
        assertThat(edges.residual()).isBetween(0.0, off);
        for (int pairs : new int[] {1, Math.min(3, m), (m + 1) / 2, m}) {
            Extremes ends = ExtremeSearch.of(operator, pairs, pairs, tolerance, 100, Streams.of(2).stream("ends", 0));
            assertThat(ends.all()).as(pairs + " pairs").isTrue();
            for (int k = 0; k < pairs; k++) {
                assertThat(ends.top().values()[k]).isCloseTo(exact[m - 1 - k], within(off));
                assertThat(ends.bottom().values()[k]).isCloseTo(exact[k], within(off));
            }
            SpectrumAtState slq =
                    SpectrumAtState.Sampled.of(operator, ends, 6, 100, Streams.of(3).stream("vectors", 0));
            SpectrumAtState dense = SpectrumAtState.Whole.of(operator, pairs);
            near(slq.trace(1).value(), slq.trace(1).error(), dense.trace(1).value(), off * m);
            near(slq.trace(2).value(), slq.trace(2).error(), dense.trace(2).value(), off * size * m);
            double flat = 1e-3 * size;
            near(
                    slq.within(flat).value(),
                    slq.within(flat).error(),
                    dense.within(flat).value(),
                    1e-9);
            if (dense.within(flat).value() == 0.0)
                assertThat(slq.within(flat).value()).isZero();
            near(
                    slq.below(-flat).value(),
                    slq.below(-flat).error(),
                    dense.below(-flat).value(),
                    1e-9);
        }
    }

    private static void near(double value, double error, double exact, double rounding) {
        assertThat(value).isCloseTo(exact, within(8 * error + rounding));
    }

    /** The tetrahedron has modes of multiplicity 1, 2 and 3; its softest has 57.146438. */
    @Test
    void clusters() {
        for (int n : new int[] {4, 5, 7}) {
            Landscape landscape = new LennardJones(n).build();
            StateOperator operator =
                    StateOperator.of(Operator.HESSIAN, landscape).at(cluster(landscape, n));
            assertThat(operator.freedom()).isEqualTo(3 * n - 6);
            double[] values = SpectrumAtState.Whole.of(operator, 1).values();
            assertThat(values[0]).isPositive();
            if (n == 4) {
                assertThat(values[0]).isCloseTo(57.146438, within(1e-6));
                assertThat(values[1]).isCloseTo(values[0], within(1e-8));
                assertThat(values[2]).isCloseTo(values[4], within(1e-8));
            }
            agree(operator, 1e-8);
        }
    }

    /** A pair has one mode, so that there is nothing to choose. */
    @Test
    void aPairHasOneMode() {
        Landscape pair = new LennardJones(2).build();
        double edge = Math.pow(2.0, 1.0 / 6);
        StateOperator operator = StateOperator.of(Operator.HESSIAN, pair).at(new double[] {0, 0, 0, edge, 0, 0});
        assertThat(operator.freedom()).isEqualTo(1);
        agree(operator, 1e-10);
    }

    private static Landscape network(Precision precision) {
        return new Network(
                        new RandomExamples(30, 0, 6, 4, 2),
                        List.of(),
                        Activation.TANH,
                        Network.Parametrisation.STANDARD,
                        Network.Bias.NONE,
                        Initialisation.GAUSSIAN,
                        0,
                        NetworkLoss.AUTO,
                        1,
                        0,
                        precision)
                .build();
    }

    /** Softmax at zero weights: H = (1/K - 1/K^2 all ones) x (X^T X/P), so that each eigenvalue is there K - 1 times, and 0 for the mean over classes. */
    @Test
    void aNetworkOfEqualClasses() {
        for (Precision precision : new Precision[] {Precision.FLOAT64, Precision.FLOAT32}) {
            Landscape network = network(precision);
            assertThat(network.dimension()).isEqualTo(24);
            for (Operator name : new Operator[] {Operator.HESSIAN, Operator.GAUSS_NEWTON}) {
                StateOperator operator = StateOperator.of(name, network).at(new double[24]);
                double[] values = SpectrumAtState.Whole.of(operator, 1).values();
                double off = precision == Precision.FLOAT64 ? 1e-12 : 1e-6;
                for (int k = 0; k < 6; k++) {
                    assertThat(values[k]).isCloseTo(0.0, within(off));
                    assertThat(values[6 + 3 * k]).isCloseTo(values[8 + 3 * k], within(off));
                }
                agree(operator, precision == Precision.FLOAT64 ? 1e-8 : 2e-6);
            }
        }
    }
}
