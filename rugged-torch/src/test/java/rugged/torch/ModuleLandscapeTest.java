package rugged.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rugged.api.model.Batch;
import rugged.api.model.Supervised;
import rugged.api.model.Supervised.Part;
import rugged.landscape.Precision;
import rugged.landscape.network.NetworkLoss;
import rugged.num.Streams;

/** A module of PyTorch beside our own network with the same weights, which was checked against differences of energies. */
class ModuleLandscapeTest {
    private static final double SAME = 1e-10;

    private record Case(int patterns, int outputs, NetworkLoss loss, double l2) {
        SameNetwork build() {
            return SameNetwork.of(SameNetwork.examples(patterns, outputs == 1 ? 0 : outputs), outputs, loss, l2);
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(40, 1, NetworkLoss.LOGISTIC, 0.0),
                new Case(40, 1, NetworkLoss.HINGE, 0.1),
                new Case(40, 1, NetworkLoss.SOFT_HINGE, 0.0),
                new Case(40, 1, NetworkLoss.SQUARED, 0.0),
                new Case(40, 3, NetworkLoss.CROSS_ENTROPY, 0.0),
                new Case(40, 3, NetworkLoss.SQUARED, 0.2),
                // more than go forward at once
                new Case(2500, 3, NetworkLoss.CROSS_ENTROPY, 0.01));
    }

    private static void same(double[] found, double[] expected) {
        double size = 0.0;
        double difference = 0.0;
        for (int i = 0; i < expected.length; i++) {
            size += expected[i] * expected[i];
            difference += (found[i] - expected[i]) * (found[i] - expected[i]);
        }
        assertThat(Math.sqrt(difference)).isLessThan(SAME * (Math.sqrt(size) + 1e-3));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void energiesGradientsAndCurvatureAreThoseOfOurNetwork(Case one) {
        SameNetwork both = one.build();
        Supervised module = both.module();
        Supervised network = both.network();
        int n = network.dimension();
        assertThat(module.dimension()).isEqualTo(n);
        assertThat(module.patterns()).isEqualTo(network.patterns());
        assertThat(module.outputs()).isEqualTo(network.outputs());
        double[] g = new double[n];
        double[] expected = new double[n];
        for (int trial = 0; trial < 3; trial++) {
            double[] x = both.normals(2 * trial);
            double[] y = both.asModule(x);
            double[] v = both.normals(2 * trial + 1);
            double[] w = both.asModule(v);
            assertThat(module.energy(y)).isCloseTo(network.energy(x), within(SAME));
            assertThat(module.energyAndGradient(y, g)).isCloseTo(network.energyAndGradient(x, expected), within(SAME));
            same(g, both.asModule(expected));
            // twice: the second product finds the graph of the first
            for (int k = 0; k < 2; k++) {
                module.hessianVector(y, w, g);
                network.hessianVector(x, v, expected);
                same(g, both.asModule(expected));
            }
            module.gaussNewtonVector(y, w, g);
            network.gaussNewtonVector(x, v, expected);
            same(g, both.asModule(expected));
            // and back to the graph that is kept, after the parameters were elsewhere
            double[] elsewhere = both.normals(99);
            module.energy(elsewhere);
            module.hessianVector(y, w, g);
            network.hessianVector(x, v, expected);
            same(g, both.asModule(expected));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void patternsAndBatchesAreThoseOfOurNetwork(Case one) {
        SameNetwork both = one.build();
        Supervised module = both.module();
        Supervised network = both.network();
        int n = network.dimension();
        int patterns = network.patterns();
        double[] x = both.normals(0);
        double[] y = both.asModule(x);
        double[] v = both.normals(1);
        double[] g = new double[n];
        double[] expected = new double[n];
        double[] found = new double[patterns];
        double[] wanted = new double[patterns];
        module.patternEnergies(y, found);
        network.patternEnergies(x, wanted);
        same(found, wanted);
        module.directional(y, both.asModule(v), found);
        network.directional(x, v, wanted);
        same(found, wanted);
        double[] weights = new double[patterns];
        Streams.of(3).stream("weights", 0).normals(weights);
        assertThat(module.weightedGradient(y, weights, g))
                .isCloseTo(network.weightedGradient(x, weights, expected), within(SAME * patterns));
        same(g, both.asModule(expected));
        int[] index = new int[patterns];
        for (int k = 0; k < patterns; k++) index[k] = (7 * k + 3) % patterns;
        for (Batch batch : List.of(new Batch(index, 4, 5), new Batch(index, 3, 17), new Batch(index, 0, patterns))) {
            assertThat(module.energyAndGradient(y, batch, g))
                    .isCloseTo(network.energyAndGradient(x, batch, expected), within(SAME));
            same(g, both.asModule(expected));
        }
        if (patterns > 100) return;
        module.squaredGradients(y, g);
        network.squaredGradients(x, expected);
        same(g, both.asModule(expected));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void outputsAndTheirDerivativesAreThoseOfOurNetwork(Case one) {
        SameNetwork both = one.build();
        Supervised module = both.module();
        Supervised network = both.network();
        double[] x = both.normals(0);
        double[] y = both.asModule(x);
        double[] v = both.normals(1);
        double[] g = new double[x.length];
        double[] expected = new double[x.length];
        for (Part part : Part.values()) {
            int count = network.examples(part);
            assertThat(module.examples(part)).isEqualTo(count);
            double[] found = new double[count * network.outputs()];
            double[] wanted = new double[count * network.outputs()];
            module.outputs(y, part, found);
            network.outputs(x, part, wanted);
            same(found, wanted);
            module.jacobianVector(y, part, both.asModule(v), found);
            network.jacobianVector(x, part, v, wanted);
            same(found, wanted);
            module.jacobianTransposed(y, part, wanted, g);
            network.jacobianTransposed(x, part, wanted, expected);
            same(g, both.asModule(expected));
            double[] each = new double[count];
            double[] ours = new double[count];
            module.losses(y, part, each);
            network.losses(x, part, ours);
            same(each, ours);
            module.margins(y, part, each);
            network.margins(x, part, ours);
            same(each, ours);
            module.targets(part, each);
            network.targets(part, ours);
            assertThat(each).containsExactly(ours);
        }
    }

    @Test
    void singlePrecisionIsCloseToDouble() {
        var data = SameNetwork.examples(40, 3);
        Supervised once = SameNetwork.torchscript("dense-3.pt", data, NetworkLoss.AUTO, 0.0, Precision.FLOAT32)
                .build();
        Supervised twice = SameNetwork.torchscript("dense-3.pt", data, NetworkLoss.AUTO, 0.0, Precision.FLOAT64)
                .build();
        double[] x = new double[once.dimension()];
        once.randomise(x, Streams.of(1).stream("start", 0));
        double[] g = new double[x.length];
        double[] expected = new double[x.length];
        assertThat(once.energyAndGradient(x, g)).isCloseTo(twice.energyAndGradient(x, expected), within(1e-5));
        for (int i = 0; i < g.length; i++) assertThat(g[i]).isCloseTo(expected[i], within(1e-5));
    }

    /** A convolution with a kink and a bias that is not learnt, saved with inputs of shape [1, 4, 4]: away from the kink, the gradient is that of the energy. */
    @Test
    void otherModulesHaveTheGradientOfTheirEnergy() {
        var data =
                new rugged.data.RandomExamples(30, 0, 16, 3, java.util.Optional.empty(), java.util.Optional.empty(), 1);
        Supervised module = SameNetwork.torchscript("convolution.pt", data, NetworkLoss.AUTO, 0.0, Precision.FLOAT64)
                .build()
                .fork();
        assertThat(module.layers())
                .extracting(Supervised.Layer::name)
                .containsExactly("0.weight", "4.weight", "4.bias");
        double[] x = new double[module.dimension()];
        module.randomise(x, Streams.of(1).stream("start", 0));
        double[] g = new double[x.length];
        double[] hv = new double[x.length];
        double[] v = new double[x.length];
        Streams.of(1).stream("direction", 0).normals(v);
        module.energyAndGradient(x, g);
        module.hessianVector(x, v, hv);
        double h = 1e-6;
        double[] up = x.clone();
        double[] down = x.clone();
        double slope = 0.0;
        for (int i = 0; i < x.length; i++) {
            up[i] += h * v[i];
            down[i] -= h * v[i];
            slope += g[i] * v[i];
        }
        assertThat((module.energy(up) - module.energy(down)) / (2 * h)).isCloseTo(slope, within(1e-7));
        double[] above = new double[x.length];
        double[] below = new double[x.length];
        module.energyAndGradient(up, above);
        module.energyAndGradient(down, below);
        for (int i = 0; i < x.length; i++)
            assertThat((above[i] - below[i]) / (2 * h)).isCloseTo(hv[i], within(1e-6));
    }

    /** Starts keep what each tensor holds, and differ by seed. */
    @Test
    void randomStartsShuffleWhatTheFileHolds() {
        var data = SameNetwork.examples(10, 3);
        TorchScript spec = SameNetwork.torchscript("dense-3.pt", data, NetworkLoss.AUTO, 0.0, Precision.FLOAT64);
        Supervised module = spec.build();
        Supervised saved = new TorchScript(
                        spec.model(),
                        data,
                        List.of(),
                        NetworkLoss.AUTO,
                        1.0,
                        0.0,
                        TorchScript.Begin.SAVED,
                        Precision.FLOAT64,
                        Processor.CPU)
                .build();
        double[] kept = new double[module.dimension()];
        double[] one = kept.clone();
        double[] other = kept.clone();
        saved.randomise(kept, Streams.of(1).stream("start", 0));
        module.randomise(one, Streams.of(1).stream("start", 0));
        module.randomise(other, Streams.of(1).stream("start", 1));
        assertThat(one).isNotEqualTo(other).isNotEqualTo(kept);
        for (Supervised.Layer layer : module.layers())
            assertThat(java.util.Arrays.copyOfRange(one, layer.from(), layer.to()))
                    .containsExactlyInAnyOrder(java.util.Arrays.copyOfRange(kept, layer.from(), layer.to()));
    }

    @Test
    void sameBitsFromCallToCallAndInManyThreads() throws Exception {
        SameNetwork both = new Case(60, 3, NetworkLoss.CROSS_ENTROPY, 0.0).build();
        double[] expected = evaluated(both.module(), both);
        for (int k = 0; k < 5; k++) assertThat(evaluated(both.module(), both)).containsExactly(expected);
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<double[]>> parts = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                Supervised fork = both.module().fork();
                parts.add(pool.submit(() -> {
                    double[] last = new double[0];
                    for (int k = 0; k < 20; k++) last = evaluated(fork, both);
                    return last;
                }));
            }
            for (Future<double[]> part : parts) assertThat(part.get()).containsExactly(expected);
        }
    }

    private static double[] evaluated(Supervised module, SameNetwork both) {
        double[] x = both.normals(5);
        double[] v = both.normals(6);
        double[] all = new double[2 * x.length + 1];
        double[] g = new double[x.length];
        all[0] = module.energyAndGradient(x, g);
        System.arraycopy(g, 0, all, 1, x.length);
        module.hessianVector(x, v, g);
        System.arraycopy(g, 0, all, 1 + x.length, x.length);
        return all;
    }

    /** Whatever libtorch made in a call is freed at its end, not whenever the garbage collector comes by. */
    @Test
    void memoryDoesNotClimb() {
        SameNetwork both = new Case(60, 3, NetworkLoss.CROSS_ENTROPY, 0.1).build();
        Supervised module = both.module();
        double[] x = both.normals(5);
        everything(module, x, both);
        long before = Pointer.totalCount();
        for (int k = 0; k < 50; k++) {
            x[0] += 0.01;
            everything(module, x, both);
        }
        assertThat(Pointer.totalCount()).isLessThanOrEqualTo(before);
    }

    private static void everything(Supervised module, double[] x, SameNetwork both) {
        int p = module.patterns();
        double[] g = new double[x.length];
        double[] v = both.normals(6);
        double[] d = new double[p];
        double[] o = new double[p * module.outputs()];
        module.energy(x);
        module.energyAndGradient(x, g);
        module.energyAndGradient(x, new Batch(new int[] {3, 4, 9}, 0, 3), g);
        module.hessianVector(x, v, g);
        module.gaussNewtonVector(x, v, g);
        module.directional(x, v, d);
        module.patternEnergies(x, d);
        module.weightedGradient(x, d, g);
        module.outputs(x, Part.TRAIN, o);
        module.jacobianVector(x, Part.TRAIN, v, o);
        module.jacobianTransposed(x, Part.TRAIN, o, g);
        module.margins(x, Part.TRAIN, d);
    }
}
