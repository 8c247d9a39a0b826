package rugged.observable.boltzmann;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import rugged.num.RandomStream;
import rugged.num.Streams;

class TriplesTest {
    private static double[] spins(int n, RandomStream random) {
        double[] s = new double[n];
        for (int i = 0; i < n; i++) s[i] = random.nextBoolean() ? 1.0 : -1.0;
        return s;
    }

    /** The leaf with a share of its spins drawn anew. */
    private static double[] near(double[] s, double share, RandomStream random) {
        double[] t = s.clone();
        for (int i = 0; i < t.length; i++) if (random.nextDouble() < share) t[i] = random.nextBoolean() ? 1.0 : -1.0;
        return t;
    }

    @Test
    void independentConfigurationsHaveTheGapsOfGaussianOverlaps() {
        RandomStream random = Streams.of(3).stream("spins", 0);
        double[][] x = new double[80][];
        for (int a = 0; a < x.length; a++) x[a] = spins(20000, random);
        Triples triples = Triples.of(x);
        assertThat(triples.k()).isCloseTo(1.5 / Math.sqrt(Math.PI), within(0.02));
        // of 3160 pairs: a mean of relative error 1/sqrt(3160), a deviation of 1/sqrt(6320)
        double deviation = 1.0 / Math.sqrt(20000.0);
        assertThat(triples.mean()).isCloseTo(0.0, within(4.0 * deviation / Math.sqrt(3160.0)));
        assertThat(triples.deviation()).isCloseTo(deviation, within(4.0 * deviation / Math.sqrt(6320.0)));
    }

    @Test
    void leavesOfATreeAreUltrametric() {
        RandomStream random = Streams.of(3).stream("spins", 1);
        double[][] x = new double[4 * 6][];
        for (int branch = 0; branch < 4; branch++) {
            double[] stem = spins(20000, random);
            for (int leaf = 0; leaf < 6; leaf++) x[branch * 6 + leaf] = near(stem, 0.2, random);
        }
        // what is left is noise of overlaps of some 1/sqrt(20000) on a spread of 0.25
        assertThat(Triples.of(x).k()).isLessThan(0.05);
    }

    @Test
    void threeConfigurationsByHand() {
        double[][] x = {{1, 1, 1, 1}, {1, 1, 1, -1}, {-1, 1, 1, -1}};
        // overlaps 0.5, 0, 0.5: the middle less the smallest is 0.5, the spread sqrt(1/6 - 1/9)
        Triples triples = Triples.of(x);
        assertThat(triples.mean()).isCloseTo(1.0 / 3.0, within(1e-15));
        assertThat(triples.k()).isCloseTo(0.5 / Math.sqrt(1.0 / 18.0), within(1e-12));
    }

    @Test
    void equalConfigurationsHaveNoSpread() {
        assertThat(Triples.of(new double[][] {{1, -1}, {1, -1}, {1, -1}}).k()).isNaN();
    }
}
