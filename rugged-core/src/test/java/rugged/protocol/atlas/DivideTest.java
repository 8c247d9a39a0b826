package rugged.protocol.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rugged.num.graph.Passes;

class DivideTest {
    /** Two funnels of three and two minima, 0-2-4 and 1-3, with a pass of 5 between them and a side door of 7; minimum 5 is joined to nothing. */
    private static Passes two(double between) {
        return new Passes(
                new double[] {0, 1, 2, 3, 4, 0.5},
                new double[] {2.5, 4.5, 3.5, between, 7},
                new int[] {0, 2, 1, 4, 0},
                new int[] {2, 4, 3, 3, 1});
    }

    @Test
    void theSmallerFunnelBelowThePass() {
        Divide divide = Divide.of(two(5));
        assertThat(divide.pass()).isEqualTo(5);
        assertThat(divide.way()).containsExactly(0, 2, 4, 3, 1);
        assertThat(divide.smaller()).containsExactly(1, 3);
    }

    /** Minimum 4 is cut off from the lowest as soon as the pass is below the transition state that joins it. */
    @Test
    void aLowerPassLeavesFewerMinimaBelowIt() {
        Divide divide = Divide.of(two(4.2));
        assertThat(divide.pass()).isEqualTo(4.5);
        assertThat(divide.smaller()).containsExactly(0, 2);
    }

    @Test
    void oneMinimumOrUnjoinedOnesAreNotDivided() {
        assertThat(Divide.of(new Passes(new double[] {1}, new double[0], new int[0], new int[0])))
                .satisfies(one -> assertThat(one.pass()).isNaN())
                .satisfies(one -> assertThat(one.smaller()).isEmpty());
        Passes apart = new Passes(new double[] {1, 2}, new double[] {3}, new int[] {1}, new int[] {1});
        assertThat(Divide.of(apart).smaller()).isEmpty();
    }
}
