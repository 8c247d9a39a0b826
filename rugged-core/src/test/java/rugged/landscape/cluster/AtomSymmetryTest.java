package rugged.landscape.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.api.model.Landscape;
import rugged.compose.symmetry.AtomSymmetry;
import rugged.geometry.Symmetry;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.num.Vectors;

/** Identity of clusters: section by section what leaves an energy as it is, and what does not. */
class AtomSymmetryTest {
    private static final double[] LJ7_ENERGIES = {-16.50538417, -15.93504306, -15.59321094, -15.53306005};

    private static void recognised(double[] x, int[] species, int copies) {
        Symmetry symmetry = new AtomSymmetry(species);
        double[] moved = new double[x.length];
        for (int seed = 1; seed <= copies; seed++) {
            double[] y = Structures.copy(x, species, seed);
            assertThat(symmetry.align(x, y, moved)).isLessThan(1e-8);
            for (int i = 0; i < x.length; i++) assertThat(moved[i]).isCloseTo(x[i], within(1e-8));
        }
    }

    private static double[] shaken(double[] x, double by, long seed) {
        double[] y = new double[x.length];
        Streams.of(seed).stream("shake", 0).normals(y);
        for (int i = 0; i < x.length; i++) y[i] = x[i] + by * y[i];
        return y;
    }

    @Test
    void everyCopyOfASymmetricClusterIsLaidOnIt() {
        recognised(Structures.icosahedron(), new int[13], 40);
        recognised(Structures.truncatedOctahedron(), new int[38], 40);
    }

    @Test
    void copiesOfAlmostSymmetricClustersAreToldFromNeighbours() {
        double[] x = shaken(Structures.icosahedron(), 2e-3, 1);
        recognised(x, new int[13], 20);
        recognised(shaken(Structures.truncatedOctahedron(), 1e-3, 2), new int[38], 20);
    }

    @Test
    void shapesWithoutSymmetryAreRecognised() {
        for (int n = 1; n < 12; n++) {
            double[] x = new double[3 * n];
            Streams.of(n).stream("places", 0).normals(x);
            recognised(x, new int[n], 10);
        }
    }

    @Test
    void linesAndPlanesAreRecognised() {
        recognised(new double[] {0, 0, 0, 1.1, 0, 0}, new int[2], 10);
        recognised(new double[] {0, 0, 0, 1.1, 0, 0, 2.3, 0, 0}, new int[3], 10);
        recognised(new double[] {0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0}, new int[4], 10);
        recognised(new double[] {0, 0, 0, 1, 0, 0, 2, 0, 0}, new int[] {0, 1, 1}, 10);
    }

    @Test
    void atomsOfTwoKindsDoNotChangePlaces() {
        int[] species = new int[13];
        species[0] = 1;
        recognised(Structures.icosahedron(), species, 10);
        double[] x = Structures.icosahedron();
        double[] y = x.clone();
        System.arraycopy(x, 0, y, 3, 3);
        System.arraycopy(x, 3, y, 0, 3); // the one of the other kind goes outside
        assertThat(new AtomSymmetry(new int[13]).align(x, y, new double[39])).isLessThan(1e-8);
        assertThat(new AtomSymmetry(species).align(x, y, new double[39])).isGreaterThan(0.5);
        assertThat(new AtomSymmetry(species).order(y)).isEqualTo(10);
    }

    @Test
    void aChangeOfOneDistanceShows() {
        double[] x = Structures.truncatedOctahedron();
        double[] y = x.clone();
        y[0] += 1e-3;
        double expected = 1e-3 * Math.sqrt(1 - 1.0 / 38);
        assertThat(new AtomSymmetry(new int[38]).align(x, Structures.copy(y, new int[38], 4), new double[114]))
                .isBetween(0.5 * expected, 1.0001 * expected);
    }

    @Test
    void pointGroupsHaveTheirOrders() {
        assertThat(orders(4)).contains(24.0);
        assertThat(orders(5)).contains(12.0);
        assertThat(orders(6)).contains(48.0);
        assertThat(orders(7)).contains(20.0);
        assertThat(new AtomSymmetry(new int[13]).order(Structures.icosahedron()))
                .isEqualTo(120);
        assertThat(new AtomSymmetry(new int[38]).order(Structures.truncatedOctahedron()))
                .isEqualTo(48);
        assertThat(new AtomSymmetry(new int[3]).order(new double[] {0, 0, 0, 1, 0, 0, 0.5, Math.sqrt(0.75), 0}))
                .isEqualTo(12);
        assertThat(new AtomSymmetry(new int[2]).order(new double[] {0, 0, 0, 1, 0, 0}))
                .isEqualTo(4);
        assertThat(new AtomSymmetry(new int[3]).logCopies()).isCloseTo(Math.log(12), within(1e-14));
    }

    private static List<Double> orders(int n) {
        List<Double> orders = new ArrayList<>();
        double lowest = Double.POSITIVE_INFINITY;
        Landscape cluster = new LennardJones(n).build();
        for (int seed = 0; seed < 20; seed++) {
            double[] x = new double[3 * n];
            cluster.randomise(x, Streams.of(seed).stream("start", 0));
            x = Structures.quenched(cluster, x);
            if (cluster.energy(x) < lowest - 1e-6) orders.clear();
            lowest = Math.min(lowest, cluster.energy(x));
            if (cluster.energy(x) < lowest + 1e-6) orders.add(cluster.symmetry().order(x));
        }
        return orders.stream().distinct().toList();
    }

    @Test
    void theMinimaOfSevenAtomsAreFour() {
        Landscape cluster = new LennardJones(7).build();
        List<double[]> known = new ArrayList<>();
        double[] moved = new double[21];
        for (int seed = 0; seed < 120; seed++) {
            double[] x = new double[21];
            cluster.randomise(x, Streams.of(seed).stream("start", 0));
            x = Structures.quenched(cluster, x);
            double least = Double.POSITIVE_INFINITY;
            for (double[] one : known)
                least = Math.min(least, cluster.symmetry().align(one, x, moved));
            assertThat(least < 1e-6 || least > 0.1).isTrue();
            if (least > 0.1) known.add(x);
        }
        assertThat(known.stream().map(cluster::energy).sorted())
                .hasSize(4)
                .zipSatisfy(
                        List.of(LJ7_ENERGIES[0], LJ7_ENERGIES[1], LJ7_ENERGIES[2], LJ7_ENERGIES[3]),
                        (e, r) -> assertThat(e).isCloseTo(r, within(1e-7)));
        assertThat(known.stream()
                        .sorted((a, b) -> Double.compare(cluster.energy(a), cluster.energy(b)))
                        .map(cluster.symmetry()::order))
                .containsExactly(20.0, 6.0, 6.0, 2.0);
    }

    @Test
    void shakenCopiesAreBroughtBackFromAnyOrientation() {
        double[] x = Structures.truncatedOctahedron();
        double[] moved = new double[x.length];
        for (int seed = 1; seed <= 10; seed++) {
            double[] y = shaken(x, 0.06, seed);
            double straight = Symmetry.NONE.align(x, y, moved);
            assertThat(new AtomSymmetry(new int[38]).align(x, Structures.copy(y, new int[38], seed), moved))
                    .isLessThanOrEqualTo(straight);
        }
    }

    @Test
    void aNearbyStateIsNotFurtherThanItIs() {
        RandomStream random = Streams.of(5).stream("step", 0);
        double[] x = Structures.truncatedOctahedron();
        double[] y = new double[x.length];
        random.normals(y);
        for (int i = 0; i < x.length; i++) y[i] = x[i] + 0.1 * y[i];
        double[] moved = new double[x.length];
        double straight = Symmetry.NONE.align(x, y, moved);
        double found = new AtomSymmetry(new int[38]).align(x, Structures.copy(y, new int[38], 3), moved);
        assertThat(found).isLessThan(straight);
        for (int i = 0; i < x.length; i++) moved[i] -= x[i];
        assertThat(Vectors.norm(moved)).isCloseTo(found, within(1e-12));
    }
}
