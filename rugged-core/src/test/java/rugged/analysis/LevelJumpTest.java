package rugged.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rugged.analysis.sweep.LevelJump;
import rugged.api.AnalysisSpec.Group;
import rugged.api.AnalysisSpec.Reading;
import rugged.api.AnalysisSpec.Sample;
import rugged.api.Quantity;

class LevelJumpTest {
    /** Above the level up to one place, below from another on, and above and below in turn between them. */
    private record Swept(String seed, int first, int last) implements Sample {
        @Override
        public List<Reading> readings(String quantity) {
            List<Reading> all = new ArrayList<>();
            for (int a = 0; a <= 10; a++) {
                boolean above = a < first || (a < last && (a - first) % 2 == 1);
                all.add(new Reading(new double[] {a}, above ? 100 : 1));
            }
            return all;
        }
    }

    @Test
    void whereSamplesPass() {
        Group group = new Group(Map.of(), List.of(new Swept("1", 3, 7), new Swept("2", 5, 9)));
        Collected found = Collected.by(new LevelJump("q", 10), List.of(group));
        assertThat(found.named("q_jump_up").value()).isCloseTo(3.5, within(1e-12));
        assertThat(found.named("q_jump_up").error()).isCloseTo(1.0, within(1e-12));
        assertThat(found.named("q_jump_up").systematic()).isCloseTo(0.5, within(1e-12));
        assertThat(found.named("q_jump_down").value()).isCloseTo(7.5, within(1e-12));
    }

    @Test
    void aSampleThatDoesNotPass() {
        Group group = new Group(Map.of(), List.of(new Swept("1", 3, 3), new Swept("2", 11, 11)));
        Collected found = Collected.by(new LevelJump("q", 10), List.of(group));
        assertThat(found.named("q_jump_up").value()).isNaN();
    }

    @Test
    void itTakesOneAxis() {
        LevelJump jump = new LevelJump("q", 10);
        assertThat(jump.objection(Map.of("q", new Quantity("q", "q", "", List.of("A"), ""))))
                .isEmpty();
        assertThat(jump.objection(Map.of("q", new Quantity("q", "q", "", List.of("t", "i"), "")))
                        .orElseThrow())
                .contains("one axis");
    }
}
