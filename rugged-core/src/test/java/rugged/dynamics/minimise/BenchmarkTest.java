package rugged.dynamics.minimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rugged.api.DynamicsSpec;
import rugged.api.model.Landscape;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.num.Streams;
import rugged.params.Catalogue;
import rugged.params.Samples;
import rugged.params.Schema;

/** Minimisers on the landscapes of the catalogue, which they know by name only. */
class BenchmarkTest {
    private static Object built(String kind, String name) {
        Catalogue.Entry entry = Catalogue.standard().find(kind, name).orElseThrow();
        return Samples.of(entry, Catalogue.standard()).orElseThrow();
    }

    private static Landscape cluster(int atoms) {
        var spec = (rugged.api.LandscapeSpec) built("landscape", "lennard-jones");
        return (Landscape) Schema.changed(spec, "atoms", atoms).build();
    }

    private static Map<String, DynamicsSpec> minimisers(double tolerance) {
        Map<String, DynamicsSpec> all = new LinkedHashMap<>();
        for (String name : new String[] {"fire", "cg", "l-bfgs", "newton-cg", "saddle-free-newton"}) {
            DynamicsSpec spec = (DynamicsSpec) built("dynamics", name);
            all.put(name, Schema.changed(spec, "tolerance", tolerance));
        }
        all.put("l-bfgs controlled", new LimitedMemory(10, LimitedMemory.Search.CONTROLLED, 0.4, tolerance));
        return all;
    }

    /** An atom in the middle of twelve at the corners (0, +-1, +-phi) and cyclic: a regular icosahedron of radius r. */
    private static double[] icosahedron(double r) {
        double phi = 0.5 * (1 + Math.sqrt(5));
        double scale = r / Math.sqrt(1 + phi * phi);
        double[] x = new double[39];
        int at = 3;
        for (int axis = 0; axis < 3; axis++) {
            for (int signs = 0; signs < 4; signs++) {
                x[at + (axis + 1) % 3] = (signs & 1) == 0 ? scale : -scale;
                x[at + (axis + 2) % 3] = (signs & 2) == 0 ? scale * phi : -scale * phi;
                at += 3;
            }
        }
        return x;
    }

    /**
     * The 44 sites of an octahedron of the face-centred lattice with four on an edge, |i| + |j| + |k| at most 3 with an odd sum, without its six
     * corners: 38.
     */
    private static double[] truncatedOctahedron(double neighbour) {
        double[] x = new double[3 * 38];
        int at = 0;
        for (int i = -3; i <= 3; i++) {
            for (int j = -3; j <= 3; j++) {
                for (int k = -3; k <= 3; k++) {
                    int sum = Math.abs(i) + Math.abs(j) + Math.abs(k);
                    boolean corner = Math.max(Math.abs(i), Math.max(Math.abs(j), Math.abs(k))) == 3;
                    if (sum > 3 || sum % 2 == 0 || corner) continue;
                    x[at++] = i * neighbour / Math.sqrt(2);
                    x[at++] = j * neighbour / Math.sqrt(2);
                    x[at++] = k * neighbour / Math.sqrt(2);
                }
            }
        }
        assertThat(at).isEqualTo(x.length);
        return x;
    }

    private static double quench(Landscape landscape, double[] x, DynamicsSpec spec, String name) {
        Stepper stepper = spec.start(landscape, x, Streams.of(1));
        stepper.advance(50000);
        assertThat(stepper.status()).as(name).isInstanceOf(Status.Converged.class);
        double[] end = new double[x.length];
        stepper.state(end);
        return landscape.energy(end);
    }

    /** Energies: Cambridge Cluster Database, D. J. Wales et al., table of Lennard-Jones clusters. */
    @Test
    void magicClustersHaveTheirKnownEnergies() {
        minimisers(1e-8).forEach((name, spec) -> {
            assertThat(quench(cluster(13), icosahedron(1.1), spec, name)).isCloseTo(-44.326801, within(1e-6));
            assertThat(quench(cluster(38), truncatedOctahedron(1.1), spec, name))
                    .isCloseTo(-173.928427, within(1e-6));
        });
    }

    @Test
    void theIcosahedronIsFoundFromRandomStarts() {
        Landscape cluster = cluster(13);
        minimisers(1e-6).forEach((name, spec) -> {
            double lowest = 0;
            int arrived = 0;
            int starts = 150;
            for (int start = 0; start < starts; start++) {
                double[] x = new double[39];
                cluster.randomise(x, Streams.of(start).stream("start", 0));
                Stepper stepper = spec.start(cluster, x, Streams.of(start));
                stepper.advance(20000);
                stepper.state(x);
                double energy = cluster.energy(x);
                if (stepper.status() instanceof Status.Converged) arrived++;
                lowest = Math.min(lowest, energy);
            }
            assertThat(lowest).as(name).isCloseTo(-44.326801, within(1e-6));
            assertThat(arrived).as(name).isGreaterThan(starts * 9 / 10);
        });
    }

    /**
     * Eight instances of p = 3, N = 60 from one start each, to |g|/sqrt(N) = 1e-6. Force calls expected, to within 40 %: 194 (FIRE), 139, 53 and, for
     * Newton-CG, 20 with 87 products; mean energies -1.076 to -1.079 on eight other instances, with a standard error of 0.016.
     */
    @Test
    @Tag("slow")
    void workOnTheSphericalGlass() {
        Map<String, Double> expected = Map.of("fire", 194.0, "cg", 139.0, "l-bfgs", 53.0, "newton-cg", 194.0);
        var glass = (rugged.api.LandscapeSpec) built("landscape", "pspin");
        minimisers(1e-6).forEach((name, spec) -> {
            double[] work = new double[8];
            double energy = 0;
            for (long k = 0; k < 8; k++) {
                Landscape landscape = (Landscape) Schema.changed(Schema.changed(glass, "n", 60), "seed", k + 1)
                        .build();
                double[] x = new double[60];
                landscape.randomise(x, Streams.of(k).stream("start", 0));
                Stepper stepper = spec.start(landscape, x, Streams.of(k));
                stepper.advance(3000);
                assertThat(stepper.status()).as(name).isInstanceOf(Status.Converged.class);
                stepper.state(x);
                energy += landscape.energy(x) / 60 / 8;
                work[(int) k] = stepper.evaluations();
            }
            Arrays.sort(work);
            double median = 0.5 * (work[3] + work[4]);
            assertThat(energy).as(name).isCloseTo(-1.077, within(0.05));
            if (expected.containsKey(name))
                assertThat(median).as(name).isBetween(0.6 * expected.get(name), 1.4 * expected.get(name));
        });
    }
}
