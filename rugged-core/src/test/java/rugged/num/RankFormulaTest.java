package rugged.num;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The area under the curve beside what it counts. */
class RankFormulaTest {
    @Test
    void pairsCountedOneByOne() {
        RandomStream random = Streams.of(3).stream("scores", 0);
        for (int round = 0; round < 200; round++) {
            int n = 2 + random.nextInt(40);
            int levels = 1 + random.nextInt(12);
            double[] scores = new double[n];
            boolean[] positive = new boolean[n];
            for (int k = 0; k < n; k++) {
                scores[k] = random.nextInt(levels) - 3.0;
                positive[k] = random.nextDouble() < 0.4;
            }
            double expected = counted(scores, positive);
            if (Double.isNaN(expected))
                assertThat(RankFormula.area(scores, positive)).isNaN();
            else assertThat(RankFormula.area(scores, positive)).isCloseTo(expected, within(1e-13));
        }
    }

    private static double counted(double[] scores, boolean[] positive) {
        double wins = 0.0;
        int pairs = 0;
        for (int i = 0; i < scores.length; i++)
            for (int j = 0; j < scores.length; j++) {
                if (!positive[i] || positive[j]) continue;
                pairs++;
                wins += scores[i] > scores[j] ? 1.0 : scores[i] == scores[j] ? 0.5 : 0.0;
            }
        return wins / pairs;
    }

    @Test
    void edges() {
        boolean[] half = {true, true, false, false};
        assertThat(RankFormula.area(new double[] {3, 2, 1, 0}, half)).isEqualTo(1.0);
        assertThat(RankFormula.area(new double[] {0, 1, 2, 3}, half)).isEqualTo(0.0);
        assertThat(RankFormula.area(new double[] {7, 7, 7, 7}, half)).isEqualTo(0.5);
        assertThat(RankFormula.area(new double[] {0.0, -0.0, 0.0, -0.0}, half)).isEqualTo(0.5);
        double most = Double.POSITIVE_INFINITY;
        assertThat(RankFormula.area(new double[] {most, 1, most, -most}, half)).isEqualTo(0.625);
        assertThat(RankFormula.area(new double[] {1, 2}, new boolean[] {true, true}))
                .isNaN();
        assertThat(RankFormula.area(new double[] {1, 2}, new boolean[2])).isNaN();
        assertThat(RankFormula.area(new double[] {1, Double.NaN}, new boolean[] {true, false}))
                .isNaN();
        assertThat(RankFormula.area(new double[0], new boolean[0])).isNaN();
    }
}
