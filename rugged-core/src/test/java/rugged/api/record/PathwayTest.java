package rugged.api.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import rugged.api.model.Landscape;
import rugged.compose.search.HybridFollowing;
import rugged.compose.search.NormalModes;
import rugged.compose.search.Searcher;
import rugged.compose.search.Stationary;
import rugged.landscape.cluster.LennardJones;
import rugged.num.RandomStream;
import rugged.num.Streams;

/** How far and how many: closed forms, and a path that is walked in long steps and in short ones. */
class PathwayTest {
    @Test
    void oneThatMovesAloneAndAllThatMoveAlike() {
        Pathway alone = Pathway.between(5.0, new double[] {0, 0, 0, 1, 1, 1}, new double[] {3, 4, 0, 1, 1, 1}, 3);
        assertThat(alone.distance()).isEqualTo(5.0);
        assertThat(alone.participation()).isCloseTo(1.0, within(1e-15));
        Pathway alike = Pathway.between(5.0, new double[12], new double[] {1, 0, 0, 0, 1, 0, 0, 0, -1, 0.6, 0, 0.8}, 3);
        assertThat(alike.participation()).isCloseTo(4.0, within(1e-14));
        assertThat(alike.distance()).isCloseTo(2.0, within(1e-15));
        assertThat(Pathway.between(1.0, new double[3], new double[] {1, 1, 0}, 1)
                        .participation())
                .isCloseTo(2.0, within(1e-15));
        assertThat(Pathway.between(0.0, new double[3], new double[3], 3).participation())
                .isNaN();
        assertThat(alone.known()).isTrue();
        assertThat(Pathway.UNKNOWN.known()).isFalse();
    }

    /** The way over the pass of four atoms, which exchanges two of them: shorter steps keep nearer to the path and come to the same length. */
    @Test
    void aPathHasItsLengthWhateverTheStep() {
        Landscape four = new LennardJones(4).build();
        Stationary top = top(four);
        double[] lengths = new double[2];
        double distance = 0.0;
        for (int k = 0; k < 2; k++) {
            Searcher searcher = new Searcher(four, new Searcher.Settings(1e-9, k == 0 ? 0.1 : 0.02, 0.01, 1e5));
            Stationary one = searcher.descend(top, -1);
            Stationary other = searcher.descend(top, 1);
            lengths[k] = one.walked() + other.walked() + 0.02;
            Pathway path = Pathway.between(lengths[k], one.x(), other.x(), 3);
            distance = path.distance();
            // the pass has the symmetry of a square: all four move alike
            assertThat(path.participation()).isCloseTo(4.0, within(1e-6));
        }
        assertThat(lengths[0]).isCloseTo(lengths[1], within(0.03 * lengths[1]));
        assertThat(lengths[1]).isGreaterThanOrEqualTo(distance);
        assertThat(distance).isGreaterThan(0.5);
    }

    private static Stationary top(Landscape four) {
        Searcher searcher = new Searcher(four, new Searcher.Settings(1e-9, 0.1, 0.03, 1e5));
        HybridFollowing following = new HybridFollowing(four, 0.1, 1e-9);
        RandomStream draws = Streams.of(3).stream("start", 0);
        double[] x = new double[12];
        four.randomise(x, draws);
        assertThat(following.down(x, 5000)).isTrue();
        for (int tries = 0; tries < 100; tries++) {
            double[] y = x.clone();
            for (int i = 0; i < y.length; i++) y[i] += 0.2 * draws.nextGaussian();
            NormalModes modes = new NormalModes(four);
            modes.at(y);
            Stationary found = searcher.ascendWhole(y, modes.vectors()[0], 0.1);
            if (found.found()) return found;
        }
        throw new AssertionError("no transition state of four atoms");
    }
}
