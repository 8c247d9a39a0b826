package rugged.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rugged.api.CheckSpec;
import rugged.api.Schedule;
import rugged.api.Solution;
import rugged.meanfield.statics.FullBreaking;
import rugged.meanfield.statics.SymmetricSpins;
import rugged.params.BadParameter;
import rugged.theory.statics.FullBreakingSk;
import rugged.theory.statics.OneStepSk;
import rugged.theory.statics.SymmetricSk;

class SpinStaticsCheckTest {
    private static final SymmetricSpins.Groups SK = new SymmetricSpins.Groups(1, 1, 0, 0);

    @Test
    @Tag("slow")
    void everyRowAgrees() {
        for (CheckSpec.Row row : new SpinStaticsCheck().rows())
            assertThat(row.agrees()).as(row.toString()).isTrue();
    }

    @Test
    void groupsOfOneSizeAreTheSherringtonKirkpatrickModel() {
        for (double t : new double[] {0.3, 0.7, 1.3})
            for (double h : new double[] {0, 0.4}) {
                SymmetricSpins groups = SymmetricSpins.at(t, new SymmetricSpins.Groups(1, 1, h, h));
                assertThat(groups.first()).isCloseTo(groups.second(), within(1e-9));
            }
        // one group more than a hair smaller, so that both are solved by themselves
        FullBreaking one = FullBreaking.at(0.5, SK, 12, 8);
        FullBreaking two = FullBreaking.at(0.5, new SymmetricSpins.Groups(1 + 1e-9, 1, 0, 0), 12, 8);
        assertThat(two.freeEnergy()).isCloseTo(one.freeEnergy(), within(2e-6));
        assertThat(two.energy()).isCloseTo(one.energy(), within(2e-6));
    }

    @Test
    void aboveTheTransitionAllIsFree() {
        FullBreaking free = FullBreaking.at(1.25, SK, 8, 8);
        assertThat(free.energy()).isCloseTo(-0.4, within(1e-12));
        assertThat(free.freeEnergy()).isCloseTo(-0.2 - 1.25 * Math.log(2), within(1e-9));
        assertThat(SymmetricSpins.at(1.25, SK).energy()).isCloseTo(-0.4, within(1e-12));
        assertThat(SymmetricSpins.line(1.0, SK)).isZero();
        SymmetricSpins groups = SymmetricSpins.at(1.2, new SymmetricSpins.Groups(2, 1, 0, 0));
        assertThat(groups.energy()).isCloseTo(-0.4 / 1.2, within(1e-12));
    }

    @Test
    void inAStrongFieldSymmetryIsNotBroken() {
        SymmetricSpins.Groups groups = new SymmetricSpins.Groups(1, 1, 0.8, 0.8);
        SymmetricSpins symmetric = SymmetricSpins.at(0.5, groups);
        FullBreaking full = FullBreaking.at(0.5, groups, 12, 8);
        assertThat(symmetric.instability()).isLessThan(1);
        assertThat(full.first()[0]).isCloseTo(symmetric.first(), within(1e-5));
        assertThat(full.first()[12]).isCloseTo(symmetric.first(), within(1e-5));
        assertThat(full.energy()).isCloseTo(symmetric.energy(), within(1e-5));
        assertThat(full.freeEnergy()).isCloseTo(symmetric.freeEnergy(), within(1e-5));
    }

    @Test
    void inAWeakFieldTheSmallestOverlapIsAboveZero() {
        SymmetricSpins.Groups groups = new SymmetricSpins.Groups(1, 1, 0.2, 0.2);
        FullBreaking full = FullBreaking.at(0.5, groups, 20, 8);
        double[] q = full.first();
        assertThat(q[0]).isBetween(0.1, q[20] - 0.1);
        SymmetricSpins symmetric = SymmetricSpins.at(0.5, groups);
        assertThat(full.freeEnergy()).isGreaterThan(symmetric.freeEnergy());
    }

    @Test
    void theLineIsThatOfItsExpansionNearTheTransition() {
        double t = 0.999;
        assertThat(SymmetricSpins.line(t, SK)).isCloseTo(Math.sqrt(4.0 / 3.0 * 1e-9), within(2e-7));
    }

    @Test
    void theShareOfOverlapsIsADistributionWithAJumpAtTheLargest() {
        FullBreaking full = FullBreaking.at(0.4, SK, 20, 8);
        double largest = full.first()[20];
        assertThat(full.share(largest + 1e-9, SK)).isEqualTo(1.0);
        double before = 0;
        for (int k = 1; k < 50; k++) {
            double share = full.share(largest * k / 50, SK);
            assertThat(share).isGreaterThanOrEqualTo(before);
            before = share;
        }
        assertThat(before).isBetween(0.4, 0.65);
    }

    @Test
    void theReportNamesWhatIsUnstable() {
        Map<String, Double> values = new HashMap<>();
        Solution cold = new SymmetricSk(1, 0, 0, List.of(0.5, 1.5))
                .solve(Schedule.at(1), (quantity, replica, value, error, axes) -> values.put(quantity.name(), value));
        assertThat(cold.branch()).contains("unstable").contains("0.5").doesNotContain("1.5");
        assertThat(values).containsKeys("e_T", "s_T", "h_AT");
        Solution warm = new SymmetricSk(1, 0, 0, List.of(1.5)).solve(Schedule.at(1), (q, r, v, e, axes) -> {});
        assertThat(warm.branch()).doesNotContain("unstable");
    }

    @Test
    void badParametersAreNamed() {
        assertThatThrownBy(() -> new OneStepSk(1, 0.5, 0, List.of(1.0)))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("mean");
        assertThatThrownBy(() -> new SymmetricSk(1, 0, 0, List.of(0.0))).isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> new FullBreakingSk(1, 0, 0, List.of(0.01), 40, 8, 16))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("temperatures");
        assertThatThrownBy(() -> FullBreaking.at(0.3, SK, 12, 3))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("window");
    }

    /** A ferromagnet below T = J0 for J0 above J, a glass below T = J else; without randomness m = tanh(J0 m/T). */
    @Test
    void aFerromagneticMeanOrdersTheSpins() {
        assertThat(symmetric(1, 1.5, 1.45).get("m_eq_T")).isGreaterThan(0.1);
        assertThat(symmetric(1, 1.5, 1.55).get("m_eq_T")).isCloseTo(0, within(1e-8));
        assertThat(symmetric(1, 0.5, 0.8).get("m_eq_T")).isCloseTo(0, within(1e-8));
        assertThat(symmetric(1, 0.5, 0.8).get("q_eq_T"))
                .isCloseTo(symmetric(1, 0, 0.8).get("q_eq_T"), within(1e-8));
        double m = symmetric(1e-6, 1, 0.5).get("m_eq_T");
        assertThat(m).isCloseTo(Math.tanh(2 * m), within(1e-9)).isGreaterThan(0.9);
    }

    private static Map<String, Double> symmetric(double coupling, double mean, double temperature) {
        Map<String, Double> values = new HashMap<>();
        new SymmetricSk(coupling, mean, 0, List.of(temperature))
                .solve(Schedule.at(1), (quantity, replica, value, error, axes) -> values.put(quantity.name(), value));
        return values;
    }
}
