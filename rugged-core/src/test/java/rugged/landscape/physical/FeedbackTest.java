package rugged.landscape.physical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import rugged.api.physical.Feedback;
import rugged.api.physical.FeedbackRule;
import rugged.api.physical.PhysicalNetwork;
import rugged.api.physical.Transfer;
import rugged.api.physical.Wiring;
import rugged.graph.RandomGraph;
import rugged.landscape.physical.PhysicalLinear.Aim;
import rugged.num.Vectors;

/** Second states of the rules beside states that are solved for, and how far each is from the gradient. */
final class FeedbackTest {
    private static double[] change(PhysicalNetwork network, double[] w, FeedbackRule rule, double strength) {
        int in = network.circuit().inputs();
        int out = network.circuit().outputs();
        Transfer response = network.circuit().response(w);
        double[] e = new double[network.circuit().examples() * out];
        network.circuit().errors(response, e);
        double[] g = new double[in * out];
        double[] h = new double[out * out];
        Feedback.moments(network.circuit().currents(), e, in, out, g, h);
        double[] change = new double[w.length];
        assertThat(new Feedback(rule, strength, in, out).change(response, g, h, change))
                .isTrue();
        return change;
    }

    private static double deviation(double[] of, double[] from) {
        double[] d = of.clone();
        Vectors.add(d, -1.0, from);
        return Vectors.norm(d) / Vectors.norm(from);
    }

    @Test
    void theAdjointStateIsTheGradient() {
        PhysicalNetwork network = Circuits.small(1);
        double[] w = Circuits.start(network, 1);
        double[] g = new double[w.length];
        network.energyAndGradient(w, g);
        double[] change = change(network, w, FeedbackRule.ADJOINT, 0.0);
        Vectors.scale(change, -2.0 * network.circuit().scale());
        assertThat(deviation(change, g)).isLessThan(1e-14);
    }

    @Test
    void ordersOfTheRulesAreOneTwoAndOne() {
        for (int seed = 1; seed <= 3; seed++) {
            PhysicalNetwork network = Circuits.small(seed);
            double[] w = Circuits.start(network, seed);
            double[] exact = change(network, w, FeedbackRule.ADJOINT, 0.0);
            double[] limit = change(network, w, FeedbackRule.CLAMPED, 0.0);
            assertThat(slope(network, w, FeedbackRule.NUDGED, exact)).isCloseTo(1.0, within(0.05));
            assertThat(slope(network, w, FeedbackRule.NUDGED_BOTH, exact)).isCloseTo(2.0, within(0.05));
            assertThat(slope(network, w, FeedbackRule.CLAMPED, limit)).isCloseTo(1.0, within(0.05));
        }
    }

    /** Between strengths of 0.1 and 0.001. */
    private static double slope(PhysicalNetwork network, double[] w, FeedbackRule rule, double[] from) {
        double strong = deviation(change(network, w, rule, 0.1), from);
        double weak = deviation(change(network, w, rule, 0.001), from);
        assertThat(strong).isLessThan(0.5);
        return Math.log10(strong / weak) / 2.0;
    }

    @Test
    void coupledLearningIsParallelToTheGradientForOneOutputOnly() {
        PhysicalNetwork three = Circuits.small(1);
        double[] w = Circuits.start(three, 1);
        double cosine = cosine(three, w);
        assertThat(cosine).isBetween(0.5, 1.0 - 1e-4);
        PhysicalNetwork one = Circuits.linear(new RandomGraph(20, 60, 1), 3, 1, Aim.RANDOM, 0.05, 1)
                .build();
        assertThat(cosine(one, w)).isGreaterThan(1.0 - 1e-6);
    }

    private static double cosine(PhysicalNetwork network, double[] w) {
        double[] exact = change(network, w, FeedbackRule.ADJOINT, 0.0);
        double[] clamped = change(network, w, FeedbackRule.CLAMPED, 1e-6);
        return Vectors.dot(exact, clamped) / (Vectors.norm(exact) * Vectors.norm(clamped));
    }

    /** The drops of all edges at the minimum of u.L u/2 - I.u + beta |y - y*|^2/2, or with y held at y_F + eta (y* - y_F), from the whole system of equations. */
    private static double[] solved(PhysicalNetwork network, double[] w, int example, double beta, double eta) {
        Wiring wiring = network.circuit().wiring();
        Transfer response = network.circuit().response(w);
        int n = wiring.nodes();
        int in = 3;
        int out = 3;
        double[] e = new double[9];
        network.circuit().errors(response, e);
        double[] l = CircuitTest.laplacian(wiring, w);
        int rows = n + (eta > 0.0 ? out : 0);
        DMatrixRMaj matrix = new DMatrixRMaj(rows, rows);
        DMatrixRMaj right = new DMatrixRMaj(rows, 1);
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) matrix.set(i, j, l[i * n + j] + 1.0 / n);
        right.add(response.pairs()[2 * example], 0, 1.0);
        right.add(response.pairs()[2 * example + 1], 0, -1.0);
        for (int k = 0; k < out; k++) {
            int a = response.pairs()[2 * (in + k)];
            int b = response.pairs()[2 * (in + k) + 1];
            double y = response.transfer()[k * in + example];
            double wanted = y - e[example * out + k];
            if (eta > 0.0) {
                matrix.set(n + k, a, 1.0);
                matrix.set(a, n + k, 1.0);
                matrix.set(n + k, b, -1.0);
                matrix.set(b, n + k, -1.0);
                right.set(n + k, 0, y + eta * (wanted - y));
            } else {
                matrix.add(a, a, beta);
                matrix.add(b, b, beta);
                matrix.add(a, b, -beta);
                matrix.add(b, a, -beta);
                right.add(a, 0, beta * wanted);
                right.add(b, 0, -beta * wanted);
            }
        }
        DMatrixRMaj u = new DMatrixRMaj(rows, 1);
        assertThat(CommonOps_DDRM.solve(matrix, right, u)).isTrue();
        double[] drops = new double[w.length];
        for (int k = 0; k < w.length; k++) drops[k] = u.get(wiring.tails()[k]) - u.get(wiring.heads()[k]);
        return drops;
    }

    private static double[] compared(PhysicalNetwork network, double[] w, double[] first, double[] second, double by) {
        double[] change = new double[w.length];
        for (int example = 0; example < 3; example++) {
            double[] one = solved(network, w, example, first[0], first[1]);
            double[] other = solved(network, w, example, second[0], second[1]);
            for (int k = 0; k < w.length; k++) change[k] += by * (one[k] * one[k] - other[k] * other[k]) / 3.0;
        }
        return change;
    }

    @Test
    void secondStatesAreThoseOfTheWholeNetwork() {
        PhysicalNetwork network = Circuits.small(2);
        double[] w = Circuits.start(network, 2);
        double[] free = {0.0, 0.0};
        double s = 0.2;
        double[] nudged = compared(network, w, free, new double[] {s, 0.0}, 1.0 / (2.0 * s));
        assertThat(deviation(change(network, w, FeedbackRule.NUDGED, s), nudged))
                .isLessThan(1e-9);
        double[] both = compared(network, w, new double[] {-s, 0.0}, new double[] {s, 0.0}, 1.0 / (4.0 * s));
        assertThat(deviation(change(network, w, FeedbackRule.NUDGED_BOTH, s), both))
                .isLessThan(1e-9);
        double[] clamped = compared(network, w, free, new double[] {0.0, s}, 1.0 / (2.0 * s));
        assertThat(deviation(change(network, w, FeedbackRule.CLAMPED, s), clamped))
                .isLessThan(1e-9);
    }
}
