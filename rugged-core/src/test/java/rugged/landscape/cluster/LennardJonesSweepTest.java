package rugged.landscape.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.api.model.FreeCluster;
import rugged.num.Streams;

/** The sums in vectors beside a loop over pairs that is written as the formula is. */
class LennardJonesSweepTest {
    private static double[] places(int atoms, long seed) {
        double[] x = new double[3 * atoms];
        Streams.of(seed).stream("places", 0).normals(x);
        for (int i = 0; i < atoms; i++) {
            x[3 * i] = 1.1 * (i % 4) + 0.04 * x[3 * i];
            x[3 * i + 1] = 1.1 * (i / 4 % 4) + 0.04 * x[3 * i + 1];
            x[3 * i + 2] = 1.1 * (i / 16) + 0.04 * x[3 * i + 2];
        }
        return x;
    }

    private static double reference(double[] x, double[] g) {
        double energy = 0;
        for (int i = 0; i < x.length; i += 3)
            for (int j = 0; j < i; j += 3) {
                double square = 0;
                for (int k = 0; k < 3; k++) square += (x[i + k] - x[j + k]) * (x[i + k] - x[j + k]);
                energy += 4 * (Math.pow(square, -6) - Math.pow(square, -3));
                double pull = -24 * (2 * Math.pow(square, -7) - Math.pow(square, -4));
                for (int k = 0; k < 3; k++) {
                    g[i + k] += pull * (x[i + k] - x[j + k]);
                    g[j + k] -= pull * (x[i + k] - x[j + k]);
                }
            }
        return energy;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 8, 9, 13, 16, 17, 31, 38, 75})
    void everyNumberOfAtomsHasTheSumsOfThePairs(int atoms) {
        double[] x = places(atoms, atoms);
        double[] g = new double[3 * atoms];
        double[] r = new double[3 * atoms];
        LennardJonesSweep sweep = new LennardJonesSweep(atoms);
        double expected = reference(x, r);
        double largest = 0;
        for (double each : r) largest = Math.max(largest, Math.abs(each));
        assertThat(sweep.energyAndGradient(x, g)).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
        assertThat(sweep.energy(x)).isEqualTo(sweep.energyAndGradient(x, g));
        for (int i = 0; i < g.length; i++) assertThat(g[i]).isCloseTo(r[i], within(1e-13 * largest));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 9, 15, 38, 75})
    void plainJavaGivesTheSameBits(int atoms) {
        int m = (atoms + 7) / 8 * 8;
        double[] x = places(atoms, 2);
        double[] places = new double[3 * m];
        for (int i = 0; i < x.length; i++) places[i % 3 * m + i / 3] = x[i];
        double[] sums = new double[4 * m];
        for (int i = 0; i < m; i += 8) LennardJonesPairs.block(places, sums, m, atoms, i, Math.min(i + 8, atoms));
        double[] g = new double[x.length];
        new LennardJonesSweep(atoms).energyAndGradient(x, g);
        for (int i = 0; i < x.length; i++) assertThat(g[i]).isEqualTo(24 * sums[i % 3 * m + i / 3]);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 9, 15, 38})
    void productsArePlainJavasToTheBit(int atoms) {
        int m = (atoms + 7) / 8 * 8;
        double[] x = places(atoms, 2);
        double[] v = new double[x.length];
        Streams.of(4).stream("v", 0).normals(v);
        double[] hv = new double[x.length];
        new LennardJones(atoms).build().hessianVector(x, v, hv);
        double[] both = new double[6 * m];
        for (int i = 0; i < x.length; i++) {
            both[i % 3 * m + i / 3] = x[i];
            both[(3 + i % 3) * m + i / 3] = v[i];
        }
        double[] sums = new double[3 * m];
        LennardJonesProduct.plain(both, sums, m, atoms);
        for (int i = 0; i < x.length; i++) assertThat(hv[i]).isEqualTo(24 * sums[i % 3 * m + i / 3]);
    }

    @Test
    void theClosedFormOfTheHessianIsThatOfItsProducts() {
        FreeCluster cluster = (FreeCluster) new LennardJones(13).build();
        double[] x = places(13, 3);
        int n = x.length;
        double[] h = new double[n * n];
        cluster.hessian(x, h, new double[2][n]);
        double[] unit = new double[n];
        double[] column = new double[n];
        for (int j = 0; j < n; j++) {
            unit[j] = 1;
            cluster.hessianVector(x, unit, column);
            unit[j] = 0;
            for (int i = 0; i < n; i++) {
                assertThat(h[i * n + j]).isCloseTo(column[i], within(1e-10));
                assertThat(h[i * n + j]).isEqualTo(h[j * n + i]);
            }
        }
    }

    @Test
    void whatLeavesTheBallComesBackAndTheCentreIsTheOrigin() {
        FreeCluster cluster = (FreeCluster) new LennardJones(13).build();
        double[] x = Structures.icosahedron();
        for (int i = 0; i < x.length; i += 3) x[i] += 5;
        assertThat(cluster.whole(x)).isTrue();
        cluster.confine(x);
        double[] y = Structures.icosahedron();
        for (int i = 0; i < x.length; i++) assertThat(x[i]).isCloseTo(y[i], within(1e-12));
        x[3] += 10;
        assertThat(cluster.whole(x)).isFalse();
        cluster.confine(x);
        double most = 1.3 * Math.cbrt(39 / (4 * Math.PI * Math.sqrt(2))) + 0.6;
        assertThat(Math.hypot(Math.hypot(x[3], x[4]), x[5])).isCloseTo(most, within(1e-12));
    }

    @Test
    void knownClustersHaveTheirEnergies() {
        FreeCluster thirteen = (FreeCluster) new LennardJones(13).build();
        FreeCluster many = (FreeCluster) new LennardJones(38).build();
        assertThat(thirteen.energy(Structures.quenched(thirteen, Structures.icosahedron())))
                .isCloseTo(-44.326801, within(1e-6));
        assertThat(many.energy(Structures.quenched(many, Structures.truncatedOctahedron())))
                .isCloseTo(-173.92842659, within(1e-7));
    }
}
