package rugged.landscape.physical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.api.Test;
import rugged.api.physical.GraphSpec;
import rugged.api.physical.PhysicalNetwork;
import rugged.api.physical.Transfer;
import rugged.api.physical.Wiring;
import rugged.graph.Lattice;
import rugged.graph.RandomGeometric;
import rugged.graph.RandomGraph;
import rugged.graph.SmallWorld;
import rugged.landscape.physical.PhysicalLinear.Aim;
import rugged.num.Vectors;
import rugged.num.spectral.DenseSpectrum;

/** Kirchhoff's laws, and derivatives of the cost beside differences. */
final class CircuitTest {
    private static final List<GraphSpec> GRAPHS = List.of(
            new RandomGraph(20, 60, 3),
            new Lattice(5, true),
            new SmallWorld(24, 4, 0.2, 1),
            new RandomGeometric(30, 8, 2));

    static double[] laplacian(Wiring wiring, double[] w) {
        int n = wiring.nodes();
        double[] l = new double[n * n];
        for (int e = 0; e < w.length; e++) {
            int i = wiring.tails()[e];
            int j = wiring.heads()[e];
            l[i * n + i] += w[e];
            l[j * n + j] += w[e];
            l[i * n + j] -= w[e];
            l[j * n + i] -= w[e];
        }
        return l;
    }

    private static double[] pseudoInverse(Wiring wiring, double[] w) {
        int n = wiring.nodes();
        DMatrixRMaj shifted = DMatrixRMaj.wrap(n, n, laplacian(wiring, w));
        CommonOps_DDRM.add(shifted, 1.0 / n);
        CommonOps_DDRM.invert(shifted);
        CommonOps_DDRM.add(shifted, -1.0 / n);
        return shifted.data;
    }

    private static double drop(double[] inverse, int n, int[] out, int[] in) {
        return inverse[out[0] * n + in[0]]
                - inverse[out[0] * n + in[1]]
                - inverse[out[1] * n + in[0]]
                + inverse[out[1] * n + in[1]];
    }

    @Test
    void threeWaysToTheResponseAgreeAndItIsReciprocal() {
        for (GraphSpec graph : GRAPHS) {
            PhysicalNetwork network =
                    Circuits.linear(graph, 3, 2, Aim.RANDOM, 0.05, 1).build();
            double[] w = Circuits.start(network, 5);
            Transfer response = network.circuit().response(w);
            Wiring wiring = network.circuit().wiring();
            int n = wiring.nodes();
            double[] inverse = pseudoInverse(wiring, w);
            double[] modes = fromModes(wiring, w);
            int[] pairs = response.pairs();
            for (int j = 0; j < 2; j++)
                for (int i = 0; i < 3; i++) {
                    int[] in = {pairs[2 * i], pairs[2 * i + 1]};
                    int[] out = {pairs[6 + 2 * j], pairs[7 + 2 * j]};
                    double t = response.transfer()[j * 3 + i];
                    assertThat(t).isCloseTo(drop(inverse, n, out, in), within(1e-10));
                    assertThat(t).isCloseTo(drop(modes, n, out, in), within(1e-10));
                    assertThat(t).isCloseTo(drop(inverse, n, in, out), within(1e-10));
                }
        }
    }

    private static double[] fromModes(Wiring wiring, double[] w) {
        int n = wiring.nodes();
        DenseSpectrum spectrum = DenseSpectrum.of(n, laplacian(wiring, w), true);
        double[] inverse = new double[n * n];
        for (int k = 1; k < n; k++)
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++)
                    inverse[i * n + j] += spectrum.vectors()[k][i] * spectrum.vectors()[k][j] / spectrum.values()[k];
        return inverse;
    }

    @Test
    void effectiveResistancesAddUpToOneLessThanTheNodes() {
        for (GraphSpec graph : GRAPHS) {
            PhysicalNetwork network =
                    Circuits.linear(graph, 3, 2, Aim.RANDOM, 0.05, 1).build();
            double[] w = Circuits.start(network, 5);
            Wiring wiring = network.circuit().wiring();
            double[] inverse = pseudoInverse(wiring, w);
            double sum = 0.0;
            for (int e = 0; e < w.length; e++) {
                int[] ends = {wiring.tails()[e], wiring.heads()[e]};
                sum += w[e] * drop(inverse, wiring.nodes(), ends, ends);
            }
            assertThat(sum).isCloseTo(wiring.nodes() - 1.0, within(1e-10));
        }
    }

    @Test
    void powerIsBalancedAndTheCostIsHomogeneous() {
        for (GraphSpec graph : GRAPHS) {
            PhysicalNetwork network =
                    Circuits.linear(graph, 3, 2, Aim.RANDOM, 0.05, 1).build();
            double[] w = Circuits.start(network, 5);
            double[] g = new double[w.length];
            network.energyAndGradient(w, g);
            Transfer response = network.circuit().response(w);
            int columns = 5;
            for (int i = 0; i < 3; i++) {
                double power = 0.0;
                for (int e = 0; e < w.length; e++) power += w[e] * Math.pow(response.drops()[e * columns + i], 2);
                double[] u = response.potentials();
                double supplied =
                        u[response.pairs()[2 * i] * columns + i] - u[response.pairs()[2 * i + 1] * columns + i];
                assertThat(power).isCloseTo(supplied, within(1e-10));
            }
            // T(c w) = T(w)/c: sum w dE/dw = -(2/n_out) sum (T - R) T
            double[] e = new double[6];
            network.circuit().errors(response, e);
            double sum = 0.0;
            for (int i = 0; i < 3; i++)
                for (int j = 0; j < 2; j++) sum += e[i * 2 + j] * response.transfer()[j * 3 + i];
            assertThat(Vectors.dot(w, g)).isCloseTo(-sum, within(1e-10));
        }
    }

    @Test
    void theGradientIsThatOfDifferencesAlsoAtTheFloor() {
        for (int seed = 1; seed <= 5; seed++) {
            PhysicalNetwork network = Circuits.small(seed);
            double[] w = Circuits.start(network, seed);
            for (int k = 0; k < w.length; k += 7) w[k] = 1e-4;
            double[] g = new double[w.length];
            network.energyAndGradient(w, g);
            double error = 0.0;
            for (int k = 0; k < w.length; k++) {
                if (k % 7 == 0) continue; // below the floor the cost is that of the floor
                error += Math.pow(g[k] - Circuits.slope(network::energy, w, k, 1e-5), 2);
            }
            assertThat(Math.sqrt(error) / Vectors.norm(g)).isLessThan(1e-6);
            assertThat(oneSided(network, w, g)).isLessThan(1e-6);
        }
    }

    /** Of edges at the floor, by differences of second order towards larger conductances. */
    private static double oneSided(PhysicalNetwork network, double[] w, double[] g) {
        double error = 0.0;
        double h = 1e-5;
        for (int k = 0; k < w.length; k += 7) {
            double[] near = w.clone();
            double[] far = w.clone();
            near[k] += h;
            far[k] += 2.0 * h;
            double slope = (4.0 * network.energy(near) - network.energy(far) - 3.0 * network.energy(w)) / (2.0 * h);
            error += Math.pow(g[k] - slope, 2);
        }
        return Math.sqrt(error) / Vectors.norm(g);
    }

    @Test
    void productsOfTheHessianAreThoseOfTheFormulaAndOfDifferences() {
        PhysicalNetwork network = Circuits.small(2);
        double[] w = Circuits.start(network, 3);
        int m = w.length;
        double[] h = new double[m * m];
        network.hessian(w, h, new double[2][m]);
        double[] formula = formula(network, w);
        double size = Vectors.norm(h);
        Vectors.add(formula, -1.0, h);
        assertThat(Vectors.norm(formula) / size).isLessThan(1e-11);
        double error = 0.0;
        double[] up = new double[m];
        double[] down = new double[m];
        for (int k = 0; k < m; k++) {
            double[] x = w.clone();
            x[k] += 1e-5;
            network.energyAndGradient(x, up);
            x[k] = w[k] - 1e-5;
            network.energyAndGradient(x, down);
            for (int i = 0; i < m; i++) error += Math.pow((up[i] - down[i]) / 2e-5 - h[i * m + k], 2);
        }
        assertThat(Math.sqrt(error) / size).isLessThan(1e-6);
    }

    /** (2/n_out) sum_k D (phi psi + psi phi) + phi phi S S^T, with D = B L^+ B^T. */
    private static double[] formula(PhysicalNetwork network, double[] w) {
        Wiring wiring = network.circuit().wiring();
        Transfer response = network.circuit().response(w);
        int m = w.length;
        double[] e = new double[9];
        network.circuit().errors(response, e);
        double[] inverse = pseudoInverse(wiring, w);
        double[] h = new double[m * m];
        for (int a = 0; a < m; a++)
            for (int b = 0; b < m; b++) {
                int[] one = {wiring.tails()[a], wiring.heads()[a]};
                int[] other = {wiring.tails()[b], wiring.heads()[b]};
                double d = drop(inverse, wiring.nodes(), one, other);
                double ss = 0.0;
                for (int j = 3; j < 6; j++) ss += response.drops()[a * 6 + j] * response.drops()[b * 6 + j];
                for (int k = 0; k < 3; k++) {
                    double phiA = response.drops()[a * 6 + k];
                    double phiB = response.drops()[b * 6 + k];
                    double psiA = 0.0;
                    double psiB = 0.0;
                    for (int j = 0; j < 3; j++) {
                        psiA += response.drops()[a * 6 + 3 + j] * e[k * 3 + j];
                        psiB += response.drops()[b * 6 + 3 + j] * e[k * 3 + j];
                    }
                    h[a * m + b] += 2.0 / 3.0 * (d * (phiA * psiB + psiA * phiB) + phiA * phiB * ss);
                }
            }
        return h;
    }

    @Test
    void aTeacherIsASolutionInAFlatValley() {
        PhysicalLinear spec = Circuits.linear(new RandomGraph(20, 60, 1), 3, 3, Aim.TEACHER, 0.05, 4);
        PhysicalNetwork network = spec.build();
        double[] w = new double[60];
        var random = rugged.num.Streams.of(4).stream("physical.task", 0);
        for (int k = 0; k < w.length; k++) w[k] = Math.exp(0.7 * random.nextGaussian());
        double[] g = new double[w.length];
        assertThat(network.energyAndGradient(w, g)).isLessThan(1e-25);
        assertThat(Vectors.norm(g)).isLessThan(1e-12);
        double[] h = new double[w.length * w.length];
        network.hessian(w, h, new double[2][w.length]);
        var decomposition = DecompositionFactory_DDRM.eig(w.length, false, true);
        decomposition.decompose(DMatrixRMaj.wrap(w.length, w.length, h));
        double most = 0.0;
        for (int k = 0; k < w.length; k++) most = Math.max(most, decomposition.getEigenvalue(k).real);
        int stiff = 0;
        for (int k = 0; k < w.length; k++) if (decomposition.getEigenvalue(k).real > 1e-9 * most) stiff++;
        assertThat(stiff).isBetween(1, 9);
    }

    @Test
    void closedFormsOfOneEdgeADividerAndATriangle() {
        Transfer edge = new Transfer(new Wiring(2, new int[] {0}, new int[] {1}), 1, new int[] {0, 1, 0, 1}, 1e-4);
        assertThat(edge.solve(new double[] {4.0})).isTrue();
        assertThat(edge.transfer()[0]).isCloseTo(0.25, within(1e-15));
        Transfer divider =
                new Transfer(new Wiring(3, new int[] {0, 1}, new int[] {1, 2}), 1, new int[] {0, 2, 0, 1}, 1e-4);
        divider.solve(new double[] {2.0, 7.0});
        assertThat(divider.transfer()[0]).isCloseTo(0.5, within(1e-15));
        double[] change = new double[2];
        divider.correlate(new double[] {1.0}, 1.0, change);
        assertThat(change[1]).isCloseTo(0.0, within(1e-15));
        Transfer triangle =
                new Transfer(new Wiring(3, new int[] {0, 0, 1}, new int[] {1, 2, 2}), 1, new int[] {0, 1, 0, 1}, 1e-4);
        triangle.solve(new double[] {1.0, 2.0, 3.0});
        assertThat(triangle.transfer()[0]).isCloseTo(1.0 / (1.0 + 2.0 * 3.0 / 5.0), within(1e-14));
    }
}
