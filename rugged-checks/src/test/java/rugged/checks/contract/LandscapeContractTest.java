package rugged.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Batch;
import rugged.api.model.Landscape;
import rugged.api.model.PairMoves;
import rugged.api.model.StochasticLandscape;
import rugged.geometry.Manifold;
import rugged.num.RandomStream;
import rugged.num.Streams;

/** What every continuous landscape promises: derivatives of its energy, one model in many forks, the same bits from the same spec. */
class LandscapeContractTest {
    private static final double DERIVATIVE = 1e-8;

    private static Stream<DynamicTest> each(BiConsumer<LandscapeSpec, Landscape> check) {
        return Bestiary.landscapes().stream()
                .filter(spec -> spec.provides().contains(Need.CONTINUOUS))
                .map(spec -> dynamicTest(spec.toString(), () -> check.accept(spec, (Landscape) spec.build())));
    }

    private static double[] normals(int n, long index) {
        double[] v = new double[n];
        Streams.of(99).stream("direction", index).normals(v);
        return v;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static double[] moved(double[] x, double h, double[] v) {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) y[i] += h * v[i];
        return y;
    }

    /** A relative tolerance, or what rounding leaves of it. */
    private static double tolerance(Landscape landscape, double wanted) {
        return Math.max(wanted, 1e3 * landscape.rounding());
    }

    @TestFactory
    Stream<DynamicTest> gradientIsThatOfTheEnergy() {
        return each((spec, landscape) -> {
            int n = landscape.dimension();
            double[] g = new double[n];
            for (int trial = 0; trial < 4; trial++) {
                double[] x = Bestiary.start(landscape, trial);
                double[] kept = x.clone();
                double energy = landscape.energyAndGradient(x, g);
                assertThat(x).containsExactly(kept);
                double scale = Math.abs(energy) + Math.sqrt(dot(g, g) * n);
                assertThat(energy).isCloseTo(landscape.energy(x), within(10 * landscape.rounding() * scale));
                double[] v = normals(n, trial);
                double expected = Ridders.derivative(h -> landscape.energy(moved(x, h, v)), 0.1);
                double size = Math.sqrt(dot(g, g) * dot(v, v));
                assertThat(dot(g, v)).isCloseTo(expected, within(tolerance(landscape, DERIVATIVE) * size));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> hessianIsSymmetricAndThatOfTheGradient() {
        return each((spec, landscape) -> {
            if (!spec.provides().contains(Need.HESSIAN_VECTOR)) return;
            int n = landscape.dimension();
            double[] hu = new double[n];
            double[] hv = new double[n];
            for (int trial = 0; trial < 3; trial++) {
                double[] x = Bestiary.start(landscape, trial);
                double[] u = normals(n, 2 * trial);
                double[] v = normals(n, 2 * trial + 1);
                landscape.hessianVector(x, u, hu);
                landscape.hessianVector(x, v, hv);
                double size = Math.sqrt(dot(hv, hv) * dot(u, u)) + Math.sqrt(dot(hu, hu) * dot(v, v));
                assertThat(dot(u, hv)).isCloseTo(dot(v, hu), within(tolerance(landscape, 1e-9) * size));
                double expected = Ridders.derivative(
                        h -> {
                            double[] g = new double[n];
                            landscape.energyAndGradient(moved(x, h, v), g);
                            return dot(g, u);
                        },
                        0.1);
                assertThat(dot(u, hv)).isCloseTo(expected, within(tolerance(landscape, DERIVATIVE) * size));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> batchesSumToTheWhole() {
        return each((spec, landscape) -> {
            assertThat(landscape instanceof StochasticLandscape)
                    .isEqualTo(spec.provides().contains(Need.PATTERNS));
            if (!(landscape instanceof StochasticLandscape patterns)) return;
            int n = landscape.dimension();
            double[] x = Bestiary.start(landscape, 1);
            double[] g = new double[n];
            double energy = landscape.energyAndGradient(x, g);
            int count = patterns.patterns();
            int[] index = new int[count];
            for (int k = 0; k < count; k++)
                index[k] = (k * 7919 + 3) % count; // any order that names each once, or nearly
            java.util.BitSet named = new java.util.BitSet();
            for (int k : index) named.set(k);
            if (named.cardinality() < count) for (int k = 0; k < count; k++) index[k] = count - 1 - k;
            double meanEnergy = 0.0;
            double[] mean = new double[n];
            double[] part = new double[n];
            int pieces = Math.min(count, 5);
            for (int piece = 0; piece < pieces; piece++) {
                int from = (int) ((long) count * piece / pieces);
                int to = (int) ((long) count * (piece + 1) / pieces);
                double weight = (double) (to - from) / count;
                meanEnergy += weight * patterns.energyAndGradient(x, new Batch(index, from, to), part);
                for (int i = 0; i < n; i++) mean[i] += weight * part[i];
            }
            double size = Math.sqrt(dot(g, g));
            assertThat(meanEnergy).isCloseTo(energy, within(tolerance(landscape, 1e-11) * (Math.abs(energy) + size)));
            for (int i = 0; i < n; i++) assertThat(mean[i]).isCloseTo(g[i], within(tolerance(landscape, 1e-11) * size));
        });
    }

    @TestFactory
    Stream<DynamicTest> forksAgreeBitwiseInManyThreads() {
        return each((spec, landscape) -> {
            int n = landscape.dimension();
            int trials = 8;
            double[][] expected = new double[trials][n + 1];
            for (int k = 0; k < trials; k++) expected[k] = evaluated(landscape, k);
            try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
                List<Future<double[][]>> parts = new ArrayList<>();
                for (int thread = 0; thread < 4; thread++) {
                    Landscape fork = landscape.fork();
                    parts.add(pool.submit(() -> {
                        double[][] found = new double[trials][];
                        for (int k = 0; k < trials; k++) found[k] = evaluated(fork, k);
                        return found;
                    }));
                }
                for (Future<double[][]> part : parts) {
                    double[][] found = part.get();
                    for (int k = 0; k < trials; k++) assertThat(found[k]).containsExactly(expected[k]);
                }
            } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
                throw new AssertionError(e);
            }
        });
    }

    /** Gradient and, last, energy at a state of its own. */
    private static double[] evaluated(Landscape landscape, long seed) {
        double[] x = Bestiary.start(landscape, seed);
        double[] g = new double[x.length];
        double energy = landscape.energyAndGradient(x, g);
        double[] both = java.util.Arrays.copyOf(g, g.length + 1);
        both[g.length] = energy;
        return both;
    }

    @TestFactory
    Stream<DynamicTest> sameSpecSameBits() {
        return each((spec, landscape) -> {
            Landscape again = (Landscape) spec.build();
            assertThat(evaluated(again, 3)).containsExactly(evaluated(landscape, 3));
        });
    }

    @TestFactory
    Stream<DynamicTest> blockIsSingle() {
        return each((spec, landscape) -> {
            int n = landscape.dimension();
            for (int replicas : new int[] {1, 2, 3, 8, 11}) {
                double[][] xs = new double[replicas][];
                double[][] gs = new double[replicas][n];
                double[] es = new double[replicas];
                for (int r = 0; r < replicas; r++) xs[r] = Bestiary.start(landscape, r);
                landscape.energiesAndGradients(xs, es, gs);
                for (int r = 0; r < replicas; r++) {
                    double[] g = new double[n];
                    double energy = landscape.energyAndGradient(xs[r], g);
                    double size = Math.sqrt(dot(g, g));
                    double allowed = Math.max(1e-13, 10 * landscape.rounding());
                    assertThat(es[r]).isCloseTo(energy, within(allowed * (Math.abs(energy) + size * Math.sqrt(n))));
                    for (int i = 0; i < n; i++) assertThat(gs[r][i]).isCloseTo(g[i], within(allowed * size));
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> statesLieOnTheManifoldAndTangentsBesideIt() {
        return each((spec, landscape) -> {
            Manifold manifold = landscape.manifold();
            assertThat(manifold.constraints() > 0).isEqualTo(spec.provides().contains(Need.CONSTRAINT));
            assertThat(landscape.degreesOfFreedom()).isEqualTo(landscape.dimension() - manifold.constraints());
            double[] x = Bestiary.start(landscape, 1);
            assertThat(manifold.violation(x)).isLessThan(1e-13);
            double[] v = normals(x.length, 5);
            manifold.tangent(x, v);
            double[] once = v.clone();
            manifold.tangent(x, v);
            for (int i = 0; i < v.length; i++) assertThat(v[i]).isCloseTo(once[i], within(1e-13));
            double[] off = moved(x, 0.3, normals(x.length, 6));
            manifold.retract(off);
            assertThat(manifold.violation(off)).isLessThan(1e-13);
        });
    }

    @TestFactory
    Stream<DynamicTest> localMovesKnowTheirEnergy() {
        return each((spec, landscape) -> {
            if (!(landscape instanceof PairMoves moves)) return;
            assertThat(landscape.degreesOfFreedom())
                    .as("rotations reach all of a sphere")
                    .isEqualTo(landscape.dimension() - 1);
            double[] x = Bestiary.start(landscape, 2);
            RandomStream random = Streams.of(4).stream("moves", 0);
            for (int trial = 0; trial < 20; trial++) {
                int i = random.nextInt(x.length);
                int j = (i + 1 + random.nextInt(x.length - 1)) % x.length;
                double[] y = x.clone();
                y[i] += 0.4 * random.nextGaussian();
                y[j] += 0.4 * random.nextGaussian();
                double before = landscape.energy(x);
                double after = landscape.energy(y);
                double size = Math.abs(before) + Math.abs(after) + x.length;
                assertThat(moves.energyChange(x, i, y[i], j, y[j]))
                        .isCloseTo(after - before, within(tolerance(landscape, 1e-12) * size));
            }
        });
    }

    /** Where the extent is N, forces are of order one whatever N is. */
    @TestFactory
    Stream<DynamicTest> extensiveEnergiesHaveForcesOfOrderOne() {
        return each((spec, landscape) -> {
            LandscapeSpec larger = Bestiary.sized(spec, 2 * landscape.dimension());
            Landscape twice = (Landscape) larger.build();
            if (landscape.extent() != landscape.dimension() || twice.dimension() != 2 * landscape.dimension()) return;
            double ratio = Math.sqrt(force(twice) / force(landscape));
            assertThat(ratio).isBetween(0.6, 1.6);
        });
    }

    /** |g|^2/N, averaged over some states. */
    private static double force(Landscape landscape) {
        double sum = 0.0;
        double[] g = new double[landscape.dimension()];
        for (int k = 0; k < 20; k++) {
            landscape.energyAndGradient(Bestiary.start(landscape, k), g);
            sum += dot(g, g) / g.length;
        }
        return sum / 20;
    }
}
