package rugged.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.data.label.FlippedLabels;

class FlippedLabelsTest {
    private static int wrong(DataSpec data, double share) {
        Examples right = data.load();
        Examples found = new FlippedLabels(data, share, 3).load();
        int count = 0;
        for (int a = 0; a < right.patterns(); a++) if (right.targets()[a] != found.targets()[a]) count++;
        assertThat(found.testTargets()).isEqualTo(right.testTargets());
        assertThat(found.inputs()).isEqualTo(right.inputs());
        return count;
    }

    @Test
    void theShareIsExact() {
        for (int classes : new int[] {0, 2, 5}) {
            DataSpec data = new RandomExamples(200, 10, 3, classes, 1);
            assertThat(wrong(data, 0.1)).isEqualTo(20);
            assertThat(wrong(data, 0.0)).isZero();
            assertThat(wrong(data, 1.0)).isEqualTo(200);
        }
    }
}
