package rugged.num.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Barriers beside all paths, and the tree beside barriers. */
class DisconnectivityTreeTest {
    private static Passes random(Random random, int minima, int passes) {
        double[] minimum = new double[minima];
        for (int i = 0; i < minima; i++) minimum[i] = -10.0 * random.nextDouble();
        double[] pass = new double[passes];
        int[] first = new int[passes];
        int[] second = new int[passes];
        for (int k = 0; k < passes; k++) {
            first[k] = random.nextInt(minima);
            second[k] = random.nextInt(minima);
            pass[k] = Math.max(minimum[first[k]], minimum[second[k]]) + 5.0 * random.nextDouble();
        }
        return new Passes(minimum, pass, first, second);
    }

    /** Floyd and Warshall's, with the highest pass in place of the sum. */
    private static double[][] everyPath(Passes passes) {
        int n = passes.minima();
        double[][] barrier = new double[n][n];
        for (double[] row : barrier) Arrays.fill(row, Double.POSITIVE_INFINITY);
        for (int k = 0; k < passes.pass().length; k++) {
            int a = passes.first()[k];
            int b = passes.second()[k];
            barrier[a][b] = barrier[b][a] = Math.min(barrier[a][b], passes.pass()[k]);
        }
        for (int a = 0; a < n; a++) barrier[a][a] = Double.NEGATIVE_INFINITY;
        for (int m = 0; m < n; m++)
            for (int a = 0; a < n; a++)
                for (int b = 0; b < n; b++)
                    barrier[a][b] = Math.min(barrier[a][b], Math.max(barrier[a][m], barrier[m][b]));
        return barrier;
    }

    @Test
    void barriersAreThoseOfAllPathsAndTheFirstCommonLevelIsTheirCeiling() {
        for (int graph = 0; graph < 200; graph++) {
            Random random = new Random(graph);
            int n = 2 + random.nextInt(30);
            Passes passes = random(random, n, random.nextInt(3 * n));
            double[][] barrier = everyPath(passes);
            MinimaxBarriers found = new MinimaxBarriers(passes);
            Levels levels = new Levels(2.0, 0.1 + random.nextDouble());
            DisconnectivityTree tree = DisconnectivityTree.of(passes, levels);
            int below = (int) Arrays.stream(passes.minimum())
                    .filter(energy -> energy <= 2.0)
                    .count();
            assertThat(tree.leafCount()).isEqualTo(below);
            for (int a = 0; a < n; a++)
                for (int b = 0; b < n; b++) {
                    assertThat(found.between(a, b)).isEqualTo(barrier[a][b]);
                    if (a == b) continue;
                    int pass = found.pass(a, b);
                    if (pass >= 0) assertThat(passes.height(pass)).isEqualTo(barrier[a][b]);
                    assertThat(tree.common(tree.leaf(a), tree.leaf(b))).isEqualTo(levels.above(barrier[a][b]));
                }
        }
    }

    @Test
    void aTreeOfTheLowestHasTheBarriersOfAll() {
        for (int graph = 0; graph < 50; graph++) {
            Random random = new Random(graph);
            Passes passes = random(random, 40, 90);
            Levels levels = new Levels(4.0, 0.2);
            boolean[] drawn = new boolean[40];
            for (int i = 0; i < 40; i++) drawn[i] = passes.minimum()[i] < -6.0;
            DisconnectivityTree few = DisconnectivityTree.of(passes, levels, drawn);
            DisconnectivityTree all = DisconnectivityTree.of(passes, levels);
            for (int a = 0; a < 40; a++)
                for (int b = 0; b < 40; b++)
                    if (drawn[a] && drawn[b])
                        assertThat(few.common(few.leaf(a), few.leaf(b)))
                                .isEqualTo(all.common(all.leaf(a), all.leaf(b)));
            for (int node = few.leafCount(); node < few.nodes(); node++) {
                int at = node;
                int children = 0;
                for (int k = 0; k < few.nodes(); k++) if (few.parent(k) == at) children++;
                assertThat(children).isGreaterThan(1);
            }
        }
    }

    @Test
    void leavesOfANodeAreSideBySideAndItStandsAtTheirMean() {
        for (int graph = 0; graph < 50; graph++) {
            Passes passes = random(new Random(graph), 60, 70);
            DisconnectivityTree tree = DisconnectivityTree.of(passes, new Levels(5.0, 0.3));
            TreeLayout layout = TreeLayout.of(tree, passes.minimum());
            double[] leaves = Arrays.copyOf(layout.x(), tree.leafCount());
            Arrays.sort(leaves);
            for (int k = 0; k < leaves.length; k++) assertThat(leaves[k]).isEqualTo(k + 0.5);
            for (int node = 0; node < tree.nodes(); node++) {
                double sum = 0.0;
                double least = Double.POSITIVE_INFINITY;
                double most = 0.0;
                for (int leaf = 0; leaf < tree.leafCount(); leaf++) {
                    int at = leaf;
                    while (at != node && at >= 0) at = tree.parent(at);
                    if (at != node) continue;
                    sum += layout.x()[leaf];
                    least = Math.min(least, layout.x()[leaf]);
                    most = Math.max(most, layout.x()[leaf]);
                    assertThat(passes.minimum()[tree.lowest(node)])
                            .isLessThanOrEqualTo(passes.minimum()[tree.minimum(leaf)]);
                }
                assertThat(layout.x()[node]).isEqualTo(sum / tree.leaves(node));
                assertThat(most - least).isEqualTo(tree.leaves(node) - 1.0);
            }
        }
    }

    @Test
    void theLowestChildIsInTheMiddleAndTheOthersAlternate() {
        // five minima that meet at one pass
        Passes star = new Passes(
                new double[] {-5, -4, -3, -2, -1}, new double[] {0, 0, 0, 0}, new int[] {0, 1, 2, 3}, new int[] {
                    1, 2, 3, 4
                });
        DisconnectivityTree tree = DisconnectivityTree.of(star, new Levels(0.5, 1.0));
        assertThat(tree.nodes()).isEqualTo(6);
        assertThat(TreeLayout.of(tree, star.minimum()).x()).containsExactly(2.5, 1.5, 3.5, 0.5, 4.5, 2.5);
        // minima that join a funnel one by one: on either side of its stem
        Passes funnel = new Passes(
                new double[] {-10, -4, -3, -2, -1}, new double[] {0, 1, 2, 3}, new int[] {0, 0, 0, 0}, new int[] {
                    1, 2, 3, 4
                });
        DisconnectivityTree stem = DisconnectivityTree.of(funnel, new Levels(3.5, 1.0));
        assertThat(Arrays.copyOf(TreeLayout.of(stem, funnel.minimum()).x(), 5))
                .containsExactly(2.5, 3.5, 1.5, 4.5, 0.5);
        // two children: the lower one on the right of its neighbour on the left
        Passes pair = new Passes(new double[] {-2, -1}, new double[] {0}, new int[] {0}, new int[] {1});
        DisconnectivityTree two = DisconnectivityTree.of(pair, new Levels(0.0, 1.0));
        assertThat(TreeLayout.of(two, pair.minimum()).x()).containsExactly(1.5, 0.5, 1.0);
    }

    @Test
    void separateTreesCutsAndSelfLoops() {
        Passes passes = new Passes(
                new double[] {-5, -4, -3, -2, 7}, new double[] {-1, -1, 3, -2}, new int[] {0, 2, 1, 3}, new int[] {
                    1, 2, 2, 3
                });
        DisconnectivityTree cut = DisconnectivityTree.of(passes, new Levels(0.0, 0.5));
        assertThat(cut.leafCount()).isEqualTo(4);
        assertThat(cut.leaf(4)).isEqualTo(-1);
        assertThat(TreeLayout.of(cut, passes.minimum()).trees()).isEqualTo(3);
        assertThat(cut.common(0, 1)).isEqualTo(2);
        assertThat(cut.common(0, 2)).isEqualTo(-1);
        assertThat(DisconnectivityTree.connected(passes, 0.0)).containsExactly(true, true, false, false, false);
        DisconnectivityTree higher = DisconnectivityTree.of(passes, new Levels(10.0, 0.5));
        assertThat(higher.leafCount()).isEqualTo(5);
        assertThat(higher.common(0, 2)).isEqualTo(14);
        assertThat(TreeLayout.of(higher, passes.minimum()).trees()).isEqualTo(3);
    }

    /** An energy on the grid is its own ceiling, whatever rounding says of its place. */
    @Test
    void levelsAreCeilings() {
        for (double step : new double[] {0.1, 0.3, 1e-3, 0.7}) {
            Levels levels = new Levels(2.3, step);
            for (int k = 0; k < 1000; k++) {
                double energy = levels.energy(k);
                assertThat(levels.above(energy)).isEqualTo(k);
                if (k > 0) assertThat(levels.above(Math.nextUp(energy))).isEqualTo(k - 1);
                assertThat(levels.above(Math.nextDown(energy))).isEqualTo(k);
            }
        }
        assertThat(new Levels(2.3, 0.1).above(2.4)).isEqualTo(-1);
    }

    @Test
    void emptyAndWrongGraphs() {
        Passes none = new Passes(new double[0], new double[0], new int[0], new int[0]);
        DisconnectivityTree tree = DisconnectivityTree.of(none, new Levels(0.0, 1.0));
        assertThat(tree.nodes()).isZero();
        assertThat(TreeLayout.of(tree, none.minimum()).trees()).isZero();
        assertThatThrownBy(() -> new Levels(0.0, 0.0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new Passes(new double[] {0}, new double[] {1}, new int[] {0}, new int[] {1}))
                .hasMessageContaining("lacks an end");
        assertThatThrownBy(() -> new Levels(0.0, 1e-12).above(-1.0)).hasMessageContaining("levels");
    }
}
