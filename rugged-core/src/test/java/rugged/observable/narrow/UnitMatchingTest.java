package rugged.observable.narrow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rugged.num.Streams;

/** Units of a student in the order of the teacher's. */
class UnitMatchingTest {
    @Test
    void twoUnits() {
        assertThat(UnitMatching.best(new double[][] {{0.9, 0.1}, {0.2, 0.8}})).containsExactly(0, 1);
        assertThat(UnitMatching.best(new double[][] {{0.1, 0.9}, {0.8, 0.2}})).containsExactly(1, 0);
        assertThat(UnitMatching.best(new double[][] {{-0.3}})).containsExactly(0);
    }

    /** The best of all orders of four, although not each takes what is best for itself. */
    @Test
    void fourUnits() {
        for (int k = 0; k < 20; k++) {
            double[][] m = new double[4][4];
            for (int a = 0; a < 4; a++) Streams.of(k).stream("m", a).normals(m[a]);
            int[] match = UnitMatching.best(m);
            double found = 0;
            for (int a = 0; a < 4; a++) found += m[a][match[a]];
            double most = Double.NEGATIVE_INFINITY;
            for (int code = 0; code < 256; code++) {
                int[] order = {code & 3, code >> 2 & 3, code >> 4 & 3, code >> 6};
                if ((1 << order[0] | 1 << order[1] | 1 << order[2] | 1 << order[3]) != 15) continue;
                most = Math.max(most, m[0][order[0]] + m[1][order[1]] + m[2][order[2]] + m[3][order[3]]);
            }
            assertThat(found).isEqualTo(most);
        }
    }
}
