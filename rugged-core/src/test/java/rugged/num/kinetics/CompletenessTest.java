package rugged.num.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import rugged.num.RunningMean;

/** Estimates beside what is known. */
class CompletenessTest {
    @Test
    void countsAndLimits() {
        Completeness some = Completeness.of(new int[] {1, 1, 1, 2, 2, 5, 0, 8});
        assertThat(some).isEqualTo(new Completeness(7, 20, 3, 2));
        assertThat(some.coverage()).isEqualTo(0.85);
        assertThat(some.atLeast()).isCloseTo(7.0 + 0.95 * 9.0 / 4.0, within(1e-12));
        // f_2 (A r^2/2 + A^2 r^3 + A^2 r^4/4) with r = 3/2, A = 19/20
        assertThat(some.error()).isCloseTo(3.242503, within(1e-6));
        Completeness all = Completeness.of(new int[] {70, 30});
        assertThat(all.coverage()).isEqualTo(1.0);
        assertThat(all.atLeast()).isEqualTo(2.0);
        assertThat(all.error()).isEqualTo(0.0);
        assertThat(Completeness.of(new int[0]).coverage()).isNaN();
        assertThat(Completeness.of(new int[] {1, 1, 1}).atLeast()).isCloseTo(3.0 + 2.0, within(1e-12));
    }

    /** Kinds that are equally frequent: the bound is the number itself, and its errors have the size of its scatter. */
    @Test
    void equalKindsAreCounted() {
        Random random = new Random(5);
        RunningMean bound = new RunningMean();
        RunningMean error = new RunningMean();
        for (int trial = 0; trial < 400; trial++) {
            int[] found = new int[200];
            for (int search = 0; search < 300; search++) found[random.nextInt(200)]++;
            Completeness sample = Completeness.of(found);
            bound.add(sample.atLeast());
            error.add(sample.error());
        }
        assertThat(bound.mean()).isCloseTo(200.0, within(3.0));
        assertThat(error.mean()).isCloseTo(bound.deviation(), within(0.15 * bound.deviation()));
    }
}
