package rugged.num.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rugged.num.graph.LowestPath.Way;

/** Paths beside barriers, and what a graph of the lowest minima leaves out beside the graph of all. */
class LowestPathTest {
    private static Passes random(Random random, int minima, int passes) {
        double[] minimum = new double[minima];
        for (int i = 0; i < minima; i++) minimum[i] = -10.0 * random.nextDouble();
        Arrays.sort(minimum);
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

    @Test
    void theHighestPassOfThePathIsTheBarrierAndSoItIsForEachPart() {
        for (int graph = 0; graph < 100; graph++) {
            Random random = new Random(graph);
            int n = 2 + random.nextInt(30);
            Passes passes = random(random, n, random.nextInt(3 * n));
            MinimaxBarriers barriers = new MinimaxBarriers(passes);
            LowestPath paths = new LowestPath(passes, barriers);
            for (int a = 0; a < n; a++)
                for (int b = 0; b < n; b++) if (a != b) check(passes, barriers, paths.between(a, b), a, b);
        }
    }

    private static void check(Passes passes, MinimaxBarriers barriers, Way way, int a, int b) {
        if (Double.isInfinite(barriers.between(a, b))) {
            assertThat(way.minima()).isEmpty();
            return;
        }
        assertThat(way.minima()[0]).isEqualTo(a);
        assertThat(way.minima()[way.passes().length]).isEqualTo(b);
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < way.passes().length; k++) {
            int pass = way.passes()[k];
            assertThat(new int[] {passes.first()[pass], passes.second()[pass]})
                    .containsExactlyInAnyOrder(way.minima()[k], way.minima()[k + 1]);
            highest = Math.max(highest, passes.height(pass));
            assertThat(barriers.between(a, way.minima()[k + 1])).isEqualTo(highest);
        }
        assertThat(highest).isEqualTo(barriers.between(a, b));
    }

    /** A minimum that is not drawn hangs where the graph of all minima first joins it to one that is, on the branch that holds all drawn minima which it has reached there. */
    @Test
    void whatIsLeftOutHangsWhereTheWholeGraphHasIt() {
        for (int graph = 0; graph < 100; graph++) {
            Random random = new Random(graph);
            int n = 2 + random.nextInt(40);
            Passes passes = random(random, n, random.nextInt(3 * n));
            Levels levels = new Levels(-1.0, 0.1 + random.nextDouble());
            boolean[] drawn = new boolean[n];
            Arrays.fill(drawn, 0, 1 + random.nextInt(n), true);
            DisconnectivityTree some = DisconnectivityTree.of(passes, levels, drawn);
            CollapsedBranches left = CollapsedBranches.of(passes, some);
            compare(passes, DisconnectivityTree.of(passes, levels), some, left);
        }
    }

    private static void compare(
            Passes passes, DisconnectivityTree all, DisconnectivityTree some, CollapsedBranches left) {
        int n = passes.minima();
        int[] count = new int[some.nodes()];
        double[] joins = new double[some.nodes()];
        Arrays.fill(joins, Double.POSITIVE_INFINITY);
        int apart = 0;
        int above = 0;
        for (int i = 0; i < n; i++) {
            if (passes.minimum()[i] > some.levels().top()) above++;
            if (all.leaf(i) < 0 || some.leaf(i) >= 0) continue;
            int level = -1;
            int reached = -1;
            for (int j = 0; j < n; j++) {
                int common = some.leaf(j) < 0 ? -1 : all.common(all.leaf(i), all.leaf(j));
                if (common <= level) continue;
                level = common;
                reached = j;
            }
            if (reached < 0) {
                apart++;
                continue;
            }
            int node = some.leaf(reached);
            while (some.parent(node) >= 0 && some.level(some.parent(node)) >= level) node = some.parent(node);
            count[node]++;
            joins[node] = Math.min(joins[node], some.levels().energy(level));
        }
        assertThat(left.apart()).isEqualTo(apart);
        assertThat(left.above()).isEqualTo(above);
        int[] found = new int[some.nodes()];
        for (int k = 0; k < left.node().length; k++) {
            found[left.node()[k]] = left.count()[k];
            assertThat(left.joins()[k]).isEqualTo(joins[left.node()[k]]);
            assertThat(left.lowest()[k]).isLessThanOrEqualTo(left.joins()[k]);
        }
        assertThat(found).isEqualTo(count);
    }
}
