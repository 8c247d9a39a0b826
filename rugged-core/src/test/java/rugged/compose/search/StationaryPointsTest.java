package rugged.compose.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.api.model.Landscape;
import rugged.landscape.Precision;
import rugged.landscape.cluster.LennardJones;
import rugged.landscape.glass.PSpin;
import rugged.meanfield.Mixture;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.num.Vectors;

/** Stationary points by two routes, with the whole Hessian and without; normal modes on flat space and on the sphere; bands. */
class StationaryPointsTest {
    private static double[] random(Landscape landscape, long index) {
        double[] x = new double[landscape.dimension()];
        landscape.randomise(x, Streams.of(5).stream("start", index));
        return x;
    }

    private static Landscape glass(int n) {
        Mixture three = Mixture.pure(3);
        double none = Double.POSITIVE_INFINITY;
        return (Landscape)
                new PSpin(n, three, PSpin.Couplings.FULL, Precision.FLOAT64, PSpin.Storage.PACKED, none, 1, 1).build();
    }

    /** The four minima of seven atoms, with ln det of fifteen modes: Doye and Wales, J. Chem. Phys. 116, 3777 (2002). */
    @Test
    void bothDescentsFindTheMinimaOfSevenAtomsWithTheirDeterminants() {
        Landscape seven = new LennardJones(7).build();
        double[][] known = {
            {-16.50538417, 69.947643}, {-15.93504306, 69.226809}, {-15.59321094, 67.520271}, {-15.53306005, 67.481655}
        };
        ModeFollowing whole = new ModeFollowing(seven, 0.3, 1e-9);
        HybridFollowing hybrid = new HybridFollowing(seven, 0.3, 1e-9);
        NormalModes modes = new NormalModes(seven);
        boolean[] seen = new boolean[known.length];
        for (int s = 0; s < 40; s++) {
            double[] x = random(seven, s);
            double[] y = x.clone();
            assertThat(whole.down(x, 2000)).isTrue();
            assertThat(hybrid.down(y, 5000)).isTrue();
            for (double[] end : new double[][] {x, y}) {
                modes.at(end);
                if (modes.index() > 0) continue;
                assertThat(modes.values()).hasSize(15);
                int which = -1;
                for (int k = 0; k < known.length; k++) if (Math.abs(known[k][0] - modes.energy()) < 1e-7) which = k;
                assertThat(which).as("energy %s", modes.energy()).isNotNegative();
                assertThat(modes.logDeterminant()).isCloseTo(known[which][1], within(1e-5));
                seen[which] = true;
            }
        }
        assertThat(seen).containsOnly(true);
    }

    @Test
    void bothAscentsEndAtPointsOfOneNegativeEigenvalue() {
        Landscape six = new LennardJones(6).build();
        ModeFollowing whole = new ModeFollowing(six, 0.2, 1e-9);
        HybridFollowing hybrid = new HybridFollowing(six, 0.1, 1e-9);
        NormalModes modes = new NormalModes(six);
        List<Double> lowest = List.of(-12.07902903, -11.63030727, -11.33403263);
        List<Double> found = new ArrayList<>();
        double[] minimum = random(six, 1);
        assertThat(hybrid.down(minimum, 5000)).isTrue();
        modes.at(minimum);
        double[][] ways = modes.vectors().clone();
        for (int m = 0; m < ways.length; m++) {
            double[] x = minimum.clone();
            double[] y = minimum.clone();
            Vectors.add(x, 0.1, ways[m]);
            Vectors.add(y, 0.1, ways[m]);
            if (whole.up(x, ways[m].clone(), 300) && whole.modes().energy() < -11.0)
                found.add(whole.modes().energy());
            if (!hybrid.up(y, ways[m].clone(), 300)) continue;
            modes.at(y);
            if (modes.index() == 1 && modes.energy() < -11.0) found.add(modes.energy());
        }
        assertThat(found)
                .hasSizeGreaterThan(6)
                .allSatisfy(energy -> assertThat(lowest)
                        .anySatisfy(known -> assertThat(energy).isCloseTo(known, within(1e-5))));
    }

    /** On the sphere the Hessian is that of the space, and moves along great circles have its curvature. */
    @Test
    void normalModesOfTheSphereAreSecondDerivativesAlongGreatCircles() {
        Landscape sphere = glass(8);
        double[] x = random(sphere, 3);
        NormalModes modes = new NormalModes(sphere);
        modes.at(x);
        assertThat(modes.values()).hasSize(7);
        double radius = Vectors.norm(x);
        double h = 1e-4;
        for (int k = 0; k < 7; k++) {
            double[] v = modes.vectors()[k];
            assertThat(Vectors.dot(v, x)).isCloseTo(0.0, within(1e-10));
            double second = energyAlong(sphere, x, v, radius, h)
                    + energyAlong(sphere, x, v, radius, -h)
                    - 2.0 * sphere.energy(x);
            assertThat(second / (h * h)).isCloseTo(modes.values()[k], within(1e-5));
        }
    }

    private static double energyAlong(Landscape sphere, double[] x, double[] v, double radius, double s) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) y[i] = Math.cos(s / radius) * x[i] + Math.sin(s / radius) * radius * v[i];
        return sphere.energy(y);
    }

    /** Minima of a small glass are found on the sphere as anywhere, and a saddle between them. */
    @Test
    void ascentsWorkOnTheSphere() {
        Landscape glass = glass(10);
        HybridFollowing hybrid = new HybridFollowing(glass, 0.2, 1e-10);
        NormalModes modes = new NormalModes(glass);
        int saddles = 0;
        for (int s = 0; s < 5; s++) {
            double[] x = random(glass, s);
            assertThat(hybrid.down(x, 5000)).isTrue();
            modes.at(x);
            assertThat(modes.index()).isZero();
            RandomStream draws = Streams.of(8).stream("direction", s);
            double[] along = new double[x.length];
            draws.normals(along);
            double[] y = x.clone();
            Vectors.add(y, 0.3, along);
            glass.manifold().retract(y);
            if (!hybrid.up(y, along, 1000)) continue;
            modes.at(y);
            assertThat(modes.slope()).isLessThan(1e-9);
            if (modes.index() == 1) saddles++;
        }
        assertThat(saddles).isPositive();
    }

    /** Between two neighbouring minima the top of a band leads to the transition state between them. */
    @Test
    void aBandBetweenNeighboursLeadsToTheirTransitionState() {
        Landscape seven = new LennardJones(7).build();
        HybridFollowing hybrid = new HybridFollowing(seven, 0.1, 1e-9);
        double[] low = minimum(seven, hybrid, -16.50538417);
        double[] next = minimum(seven, hybrid, -15.93504306);
        double[] aligned = new double[low.length];
        seven.symmetry().align(low, next, aligned);
        NudgedBand band = new NudgedBand(seven, low, aligned, 20, 100);
        band.relax(100);
        assertThat(band.evaluations()).isEqualTo(2020);
        List<NudgedBand.Top> tops = band.tops();
        assertThat(tops).hasSize(1);
        double[] x = tops.getFirst().x();
        assertThat(hybrid.up(x, tops.getFirst().tangent(), 300)).isTrue();
        assertThat(seven.energy(x)).isCloseTo(-15.444734, within(1e-6));
    }

    private static double[] minimum(Landscape landscape, HybridFollowing hybrid, double energy) {
        for (int s = 0; s < 100; s++) {
            double[] x = random(landscape, s);
            if (hybrid.down(x, 5000) && Math.abs(landscape.energy(x) - energy) < 1e-7) return x;
        }
        throw new AssertionError("no start led to " + energy);
    }
}
