package rugged.theory.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.api.Schedule;
import rugged.meanfield.binary.PatternEntries;
import rugged.meanfield.binary.PerceptronTask;

/** First moments: closed values, and for signs the count of all patterns. */
class MeanSolutionsTest {
    @ParameterizedTest
    @CsvSource({"12, STORAGE, GAUSSIAN, 0, 64", "12, SYMMETRIC, GAUSSIAN, 1, 414.667", "11, STORAGE, SIGNS, 0, 32"})
    void closedValues(int n, PerceptronTask task, PatternEntries entries, double margin, double mean) {
        Map<String, Double> values = new HashMap<>();
        new MeanSolutions(n, 0.5, task, entries, margin)
                .solve(Schedule.at(0.0), (quantity, replica, value, error, axes) -> values.put(quantity.name(), value));
        assertThat(values.get("solutions")).isCloseTo(mean, within(1e-3));
        assertThat(n * values.get("s_1")).isCloseTo(Math.log(mean), within(1e-5));
    }

    @Test
    void ofSignsAllPatternsAreCounted() {
        for (int n : new int[] {1, 6, 7})
            for (double margin : new double[] {-0.4, 0.0, 0.5, 1.0, 2.0}) {
                for (PerceptronTask task : new PerceptronTask[] {PerceptronTask.STORAGE, PerceptronTask.SYMMETRIC}) {
                    if (task == PerceptronTask.SYMMETRIC && margin <= 0.0) continue;
                    int satisfied = 0;
                    for (int pattern = 0; pattern < 1 << n; pattern++) {
                        double u = (2 * Integer.bitCount(pattern) - n) / Math.sqrt(n);
                        if (task == PerceptronTask.SYMMETRIC ? Math.abs(u) <= margin : u > margin) satisfied++;
                    }
                    assertThat(new MeanSolutions(n, 1.0, task, PatternEntries.SIGNS, margin).satisfied())
                            .as(n + " " + margin + " " + task)
                            .isCloseTo(satisfied / Math.pow(2.0, n), within(1e-12));
                }
            }
    }

    @Test
    void aTeacherHasNone() {
        assertThatThrownBy(() -> new MeanSolutions(12, 0.5, PerceptronTask.TEACHER, PatternEntries.SIGNS, 0.0))
                .hasMessageContaining("depend on the patterns");
    }
}
