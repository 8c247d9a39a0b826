package rugged.landscape.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import rugged.api.model.Landscape;
import rugged.landscape.plain.Quadratic;
import rugged.num.Streams;
import rugged.num.spectral.DenseSpectrum;

class LennardJonesTest {
    private static double[] random(int atoms, long seed) {
        double[] x = new double[3 * atoms];
        Streams.of(seed).stream("lattice", 0).normals(x);
        for (int i = 0; i < x.length; i++) {
            int along = i % 3 == 0 ? i / 3 % 2 : i % 3 == 1 ? i / 6 % 2 : i / 12; // a cubic lattice, shaken
            x[i] = 1.2 * along + 0.05 * x[i];
        }
        return x;
    }

    @Test
    void aPairHasItsMinimumAtTwoToTheSixth() {
        Landscape pair = new LennardJones(2).build();
        double[] x = {0, 0, 0, Math.pow(2, 1.0 / 6), 0, 0};
        double[] g = new double[6];
        assertThat(pair.energyAndGradient(x, g)).isCloseTo(-1.0, within(1e-14));
        for (double gi : g) assertThat(gi).isCloseTo(0.0, within(1e-13));
        double[] hv = new double[6];
        pair.hessianVector(x, new double[] {0, 0, 0, 1, 0, 0}, hv);
        assertThat(hv[3]).isCloseTo(72 / Math.cbrt(2), within(1e-12)); // 57.15 eps/sigma^2
    }

    @Test
    void derivativesAreThoseOfCentralDifferences() {
        int atoms = 9;
        Landscape cluster = new LennardJones(atoms).build();
        double[] x = random(atoms, 3);
        double[] g = new double[x.length];
        double[] up = new double[x.length];
        double[] down = new double[x.length];
        double[] v = new double[x.length];
        double[] hv = new double[x.length];
        Streams.of(8).stream("v", 0).normals(v);
        double energy = cluster.energyAndGradient(x, g);
        assertThat(cluster.energy(x)).isCloseTo(energy, within(1e-11 * Math.abs(energy)));
        cluster.hessianVector(x, v, hv);
        double h = 1e-5;
        double size = 0;
        for (double gi : g) size = Math.max(size, Math.abs(gi));
        for (int i = 0; i < x.length; i++) {
            double[] y = x.clone();
            y[i] += h;
            double right = cluster.energy(y);
            y[i] -= 2 * h;
            assertThat((right - cluster.energy(y)) / (2 * h)).isCloseTo(g[i], within(1e-6 * size));
        }
        double[] y = x.clone();
        for (int i = 0; i < x.length; i++) y[i] = x[i] + h * v[i];
        cluster.energyAndGradient(y, up);
        for (int i = 0; i < x.length; i++) y[i] = x[i] - h * v[i];
        cluster.energyAndGradient(y, down);
        double largest = 0;
        for (double each : hv) largest = Math.max(largest, Math.abs(each));
        for (int i = 0; i < x.length; i++)
            assertThat((up[i] - down[i]) / (2 * h)).isCloseTo(hv[i], within(1e-6 * largest));
    }

    @Test
    void forcesAndTorquesBalanceAndTranslationsCostNothing() {
        Landscape cluster = new LennardJones(9).build();
        double[] x = random(9, 4);
        double[] g = new double[27];
        double[] v = new double[27];
        double[] hv = new double[27];
        cluster.energyAndGradient(x, g);
        double force = 0;
        double torque = 0;
        for (int i = 0; i < 27; i += 3) {
            force += g[i];
            torque += x[i] * g[i + 1] - x[i + 1] * g[i];
            v[i] = 1;
        }
        assertThat(force).isCloseTo(0, within(1e-9));
        assertThat(torque).isCloseTo(0, within(1e-9));
        cluster.hessianVector(x, v, hv);
        for (double each : hv) assertThat(each).isCloseTo(0, within(1e-9));
    }

    @Test
    void whereAllPairsAreAtTheirMinimumTheHessianKnowsNoZeroMode() {
        Landscape cluster = new LennardJones(4).build();
        double edge = Math.pow(2, 1.0 / 6) / Math.sqrt(8);
        double[] x = {1, 1, 1, 1, -1, -1, -1, 1, -1, -1, -1, 1};
        for (int i = 0; i < 12; i++) x[i] *= edge;
        double[] hv = new double[12];
        double[][] modes = cluster.zeroModes(x);
        assertThat(modes).hasNumberOfRows(6);
        for (double[] mode : modes) {
            cluster.hessianVector(x, mode, hv);
            for (double h : hv) assertThat(h).isCloseTo(0.0, within(1e-11));
        }
    }

    @Test
    void aRandomStateIsInABall() {
        Landscape cluster = new LennardJones(38).build();
        double[] x = new double[114];
        cluster.randomise(x, Streams.of(1).stream("start", 0));
        double radius = Math.cbrt(38 / (0.2 * 4 * Math.PI / 3));
        for (int i = 0; i < 114; i += 3)
            assertThat(Math.hypot(Math.hypot(x[i], x[i + 1]), x[i + 2])).isLessThan(radius);
    }

    @Test
    void theQuadraticWellHasTheSpectrumItSays() {
        Quadratic spec = new Quadratic(12, 50, true, 4);
        Landscape well = spec.build();
        double[] x = new double[12];
        double[] e = new double[12];
        double[] a = new double[144];
        double[] row = new double[12];
        for (int i = 0; i < 12; i++) {
            e[i] = 1;
            well.hessianVector(x, e, row);
            e[i] = 0;
            System.arraycopy(row, 0, a, 12 * i, 12);
        }
        assertThat(Math.abs(a[1])).isGreaterThan(1e-4);
        for (int i = 0; i < 12; i++) for (int j = 0; j < i; j++) a[12 * i + j] = a[12 * j + i];
        double[] found = DenseSpectrum.of(12, a, false).values();
        for (int i = 0; i < 12; i++) assertThat(found[i]).isCloseTo(spec.spectrum()[i], within(1e-12));
        assertThat(spec.spectrum()[0]).isCloseTo(0.02, within(1e-15));
    }
}
