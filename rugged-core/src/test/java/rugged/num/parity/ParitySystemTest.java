package rugged.num.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.num.RandomStream;
import rugged.num.Streams;

/** Elimination beside all 2^N states, and cores beside a removal in another order. */
class ParitySystemTest {
    /** Equations of {@code length} different unknowns each. */
    private static ParitySystem random(int unknowns, int equations, int length, RandomStream random) {
        int[][] members = new int[equations][];
        boolean[] odd = new boolean[equations];
        for (int a = 0; a < equations; a++) {
            BitSet chosen = new BitSet();
            while (chosen.cardinality() < length) chosen.set(random.nextInt(unknowns));
            members[a] = chosen.stream().toArray();
            odd[a] = random.nextBoolean();
        }
        return new ParitySystem(unknowns, members, odd);
    }

    private static int solutions(ParitySystem system) {
        int count = 0;
        for (int state = 0; state < 1 << system.unknowns(); state++) {
            boolean all = true;
            for (int a = 0; a < system.odd().length && all; a++) {
                boolean sum = false;
                for (int i : system.members()[a]) sum ^= (state >> i & 1) == 1;
                all = sum == system.odd()[a];
            }
            if (all) count++;
        }
        return count;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 9, 10, 11, 12, 16})
    void solutionsAreThoseOfAllStates(int equations) {
        int solvable = 0;
        for (int trial = 0; trial < 40; trial++) {
            ParitySystem system = random(12, equations, 3, Streams.of(trial).stream("equations", equations));
            Solvability verdict = Elimination.of(system);
            int solutions = solutions(system);
            assertThat(verdict.solvable()).isEqualTo(solutions > 0);
            if (solutions > 0) assertThat(1 << 12 - verdict.rank()).isEqualTo(solutions);
            if (solutions > 0) solvable++;
            ParitySystem core = system.of(system.core());
            assertThat(Elimination.of(core).solvable()).isEqualTo(verdict.solvable());
            assertThat(Elimination.of(core).rank() + equations - core.odd().length)
                    .isEqualTo(verdict.rank());
        }
        assertThat(solvable).isPositive();
    }

    /** Enough equations for the dense end. */
    @Test
    void theDenseEndAgreesWithDenseRowsAlone() {
        for (int trial = 0; trial < 6; trial++) {
            ParitySystem system = random(400, 380 + 10 * trial, 4, Streams.of(trial).stream("dense", 0));
            DenseElimination dense = new DenseElimination(system.odd().length, 400);
            for (int a = 0; a < system.odd().length; a++) {
                for (int i : system.members()[a]) dense.toggle(a, i);
                if (system.odd()[a]) dense.odd(a);
            }
            assertThat(Elimination.of(system)).isEqualTo(dense.verdict());
        }
    }

    @Test
    void equationsThatRepeatOrContradict() {
        int[][] members = {{0, 1}, {0, 1}, {}};
        assertThat(Elimination.of(new ParitySystem(3, members, new boolean[] {true, true, false})))
                .isEqualTo(new Solvability(1, true));
        assertThat(Elimination.of(new ParitySystem(3, members, new boolean[] {true, false, false})))
                .isEqualTo(new Solvability(1, false));
        assertThat(Elimination.of(new ParitySystem(3, members, new boolean[] {true, true, true}))
                        .solvable())
                .isFalse();
        assertThat(Elimination.of(new ParitySystem(0, new int[0][], new boolean[0])))
                .isEqualTo(new Solvability(0, true));
    }

    /** Renumbered unknowns and equations change the order in which equations are taken away. */
    @Test
    void theCoreDoesNotDependOnTheOrder() {
        RandomStream random = Streams.of(7).stream("core", 0);
        ParitySystem system = random(3000, 2700, 3, random);
        int[] core = system.core();
        assertThat(core.length).isBetween(1500, 2700);
        int m = system.odd().length;
        int[][] members = new int[m][];
        for (int a = 0; a < m; a++)
            members[m - 1 - a] =
                    Arrays.stream(system.members()[a]).map(i -> 2999 - i).toArray();
        int[] other = new ParitySystem(3000, members, system.odd()).core();
        assertThat(Arrays.stream(other).map(a -> m - 1 - a).sorted().toArray()).isEqualTo(core);
        assertThat(new ParitySystem(3, new int[][] {{0, 1}, {1, 2}}, new boolean[2]).core())
                .isEmpty();
    }
}
