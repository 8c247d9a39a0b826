package rugged.landscape.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rugged.api.LandscapeSpec;
import rugged.api.model.FreeCluster;
import rugged.api.model.Landscape;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.dynamics.minimise.LimitedMemory;
import rugged.num.Streams;
import rugged.num.Vectors;
import rugged.num.spectral.DenseSpectrum;

/** What holds for every cluster, and what is known of each. */
class ClustersTest {
    private static final double Z = 2;

    static LandscapeSpec[] clusters() {
        return new LandscapeSpec[] {
            new LennardJones(6),
            new Morse(6, 6),
            new Morse(6, 14),
            new BinaryLennardJones(4, 2, 1.5, 0.5, 0.8, 0.88),
            new Triatomic(3, Z),
            new Triatomic(5, 0.7)
        };
    }

    private static double[] loose(FreeCluster cluster, long seed) {
        double[] x = new double[cluster.dimension()];
        Streams.of(seed).stream("loose", 0).normals(x);
        for (int i = 0; i < x.length; i += 3) {
            x[i] = 1.15 * (i / 3 % 2) + 0.05 * x[i];
            x[i + 1] = 1.15 * (i / 6 % 2) + 0.05 * x[i + 1];
            x[i + 2] = 1.15 * (i / 12) + 0.05 * x[i + 2];
        }
        return x;
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void derivativesAreThoseOfDifferences(LandscapeSpec spec) {
        FreeCluster cluster = (FreeCluster) spec.build();
        double[] x = loose(cluster, 1);
        int n = x.length;
        double[] g = new double[n];
        double[] up = new double[n];
        double[] down = new double[n];
        double[] h = new double[n * n];
        assertThat(cluster.energyAndGradient(x, g))
                .isCloseTo(cluster.energy(x), within(1e-12 * Math.abs(cluster.energy(x))));
        cluster.hessian(x, h, new double[2][n]);
        double size = Vectors.largest(g);
        double steep = Vectors.largest(h);
        double step = 1e-5;
        for (int i = 0; i < n; i++) {
            double[] y = x.clone();
            y[i] += step;
            double right = cluster.energyAndGradient(y, up);
            y[i] -= 2 * step;
            double left = cluster.energyAndGradient(y, down);
            assertThat((right - left) / (2 * step)).isCloseTo(g[i], within(1e-7 * size));
            for (int j = 0; j < n; j++)
                assertThat((up[j] - down[j]) / (2 * step)).isCloseTo(h[i * n + j], within(1e-7 * steep));
        }
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void copiesHaveTheSameEnergyAndAreRecognised(LandscapeSpec spec) {
        FreeCluster cluster = (FreeCluster) spec.build();
        int[] species = ((OpenCluster) cluster).species;
        double[] x = loose(cluster, 2);
        double[] moved = new double[x.length];
        for (int seed = 0; seed < 10; seed++) {
            double[] y = Structures.copy(x, species, seed);
            assertThat(cluster.energy(y)).isCloseTo(cluster.energy(x), within(1e-12 * Math.abs(cluster.energy(x))));
            assertThat(cluster.symmetry().align(x, y, moved)).isLessThan(1e-8);
        }
        assertThat(cluster.symmetry().order(x)).isEqualTo(species.length == 3 ? 2 : 1);
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void translationsAndRotationsCostNothingAtRest(LandscapeSpec spec) {
        FreeCluster cluster = (FreeCluster) spec.build();
        double[] x = Structures.quenched(cluster, loose(cluster, 3));
        double[] hv = new double[x.length];
        for (double[] mode : cluster.zeroModes(x)) {
            cluster.hessianVector(x, mode, hv);
            assertThat(Vectors.largest(hv)).isLessThan(1e-7);
        }
        assertThat(cluster.whole(x)).isTrue();
    }

    /** A line has one rotation less and one vibration more: both bends are 0 without it. */
    @Test
    void linesHaveFiveModesThatCostNothing() {
        Landscape pair = new LennardJones(2).build();
        assertThat(pair.zeroModes(new double[] {1, 2, 3, 1.5, 2.5, 3.5})).hasNumberOfRows(5);
        Landscape three = new Triatomic(3, Z).build();
        double[] line = Structures.quenched(three, new double[] {0, 0, 0, 1.1, 0.1, 0, 2.2, 0, 0.1});
        assertThat(three.zeroModes(line)).hasNumberOfRows(5);
        double[] h = new double[81];
        three.hessian(line, h, new double[2][9]);
        double[] values = DenseSpectrum.of(9, h, false).values();
        for (int k = 0; k < 5; k++) assertThat(values[k]).isCloseTo(0, within(1e-7));
        for (int k = 5; k < 9; k++) assertThat(values[k]).isGreaterThan(0.1);
        assertThat(three.zeroModes(new double[] {0, 0, 0, 1, 1e-4, 0, 2, 0, 0})).hasNumberOfRows(6);
    }

    @Test
    void trianglesAndLinesHaveTheirEnergies() {
        Landscape three = new Triatomic(3, Z).build();
        double[] triangle = Structures.quenched(three, new double[] {0, 0, 0, 1.2, 0, 0, 0.6, 1.1, 0.1});
        double[] line = Structures.quenched(three, new double[] {0, 0, 0, 1.1, 0.1, 0, 2.2, 0, 0.1});
        assertThat(three.energy(triangle)).isCloseTo(-2.18509884, within(1e-8));
        assertThat(three.energy(line)).isCloseTo(-2.21909817, within(1e-8));
        double a = Math.sqrt(OpenCluster.square(triangle, 0, 3));
        double r = Math.sqrt(OpenCluster.square(line, 0, 3));
        assertThat(a).isCloseTo(1.168752, within(1e-6));
        assertThat(r).isCloseTo(1.108763, within(1e-6));
        assertThat(three.energy(triangle))
                .isCloseTo(12 * (Math.pow(a, -12) - Math.pow(a, -6)) + 11.0 / 8 * Z * Math.pow(a, -9), within(1e-10));
        assertThat(three.energy(line))
                .isCloseTo(
                        8 * (Math.pow(r, -12) - Math.pow(r, -6))
                                + 4 * (Math.pow(2 * r, -12) - Math.pow(2 * r, -6))
                                - Z / 4 * Math.pow(r, -9),
                        within(1e-10));
        assertThat(three.symmetry().order(triangle)).isEqualTo(12);
        assertThat(three.symmetry().order(line)).isEqualTo(4);
    }

    @Test
    void withoutItsThreeBodyForceTheTriatomicIsALennardJonesCluster() {
        FreeCluster pairs = (FreeCluster) new LennardJones(5).build();
        Landscape triples = new Triatomic(5, 0).build();
        double[] x = loose(pairs, 4);
        double[] g = new double[15];
        double[] h = new double[15];
        assertThat(triples.energyAndGradient(x, g)).isCloseTo(pairs.energyAndGradient(x, h), within(1e-11));
        for (int i = 0; i < 15; i++) assertThat(g[i]).isCloseTo(h[i], within(1e-12 * Vectors.largest(h)));
    }

    @Test
    void alikeKindsAreOneKind() {
        FreeCluster one = (FreeCluster) new LennardJones(7).build();
        FreeCluster two = (FreeCluster) new BinaryLennardJones(4, 3, 1, 1, 1, 1).build();
        double[] x = loose(one, 5);
        assertThat(two.energy(x)).isCloseTo(one.energy(x), within(1e-11));
        assertThat(two.symmetry().logCopies()).isCloseTo(Math.log(2 * 24 * 6), within(1e-13));
        assertThat(one.symmetry().logCopies()).isCloseTo(Math.log(2 * 5040), within(1e-13));
    }

    @Test
    void pairsRestWhereTheyShould() {
        Landscape morse = new Morse(2, 9).build();
        double[] x = {0, 0, 0, 0, 1, 0};
        double[] g = new double[6];
        double[] hv = new double[6];
        assertThat(morse.energyAndGradient(x, g)).isEqualTo(-1);
        assertThat(Vectors.largest(g)).isZero();
        morse.hessianVector(x, new double[] {0, 0, 0, 0, 1, 0}, hv);
        assertThat(hv[4]).isCloseTo(2 * 81, within(1e-11));
        Landscape mixed = new BinaryLennardJones(1, 1, 1.5, 0.5, 0.8, 0.88).build();
        double r = 0.8 * Math.pow(2, 1.0 / 6);
        assertThat(mixed.energyAndGradient(new double[] {0, 0, 0, 0, 0, r}, g)).isCloseTo(-1.5, within(1e-14));
        assertThat(Vectors.largest(g)).isLessThan(1e-12);
        Landscape four = new Morse(4, 6).build();
        double edge = 1 / Math.sqrt(8);
        double[] tetrahedron = {1, 1, 1, 1, -1, -1, -1, 1, -1, -1, -1, 1};
        Vectors.scale(tetrahedron, edge);
        assertThat(four.energy(tetrahedron)).isCloseTo(-6, within(1e-14)); // all six pairs at rest
    }

    @Test
    void atomsInOnePlaceAreNamed() {
        FreeCluster cluster = (FreeCluster) new LennardJones(5).build();
        double[] x = loose(cluster, 6);
        assertThat(cluster.fault(x)).isEmpty();
        System.arraycopy(x, 3, x, 9, 3);
        assertThat(cluster.fault(x)).isEqualTo("atoms 2 and 4 are in one place");
        Stepper descent = LimitedMemory.ofClusters(4, 0.4, 1e-6).start(cluster, x, Streams.of(1));
        descent.step();
        assertThat(descent.status()).isInstanceOf(Status.Failed.class);
        assertThat(((Status.Failed) descent.status()).reason()).contains("atoms 2 and 4 are in one place");
    }

    @Test
    void tooFewAtomsAreRefused() {
        assertThatThrownBy(() -> new LennardJones(1)).hasMessageContaining("a cluster needs a pair");
        assertThatThrownBy(() -> new Morse(1, 6)).hasMessageContaining("a cluster needs a pair");
        assertThatThrownBy(() -> new Triatomic(2, 2)).hasMessageContaining("a triple needs three");
        assertThatThrownBy(() -> new BinaryLennardJones(0, 2, 1, 1, 1, 1)).hasMessageContaining("both kinds");
    }
}
