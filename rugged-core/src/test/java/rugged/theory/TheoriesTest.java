package rugged.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.meanfield.Mixture;
import rugged.params.BadParameter;
import rugged.theory.aging.FluctuationDissipation;
import rugged.theory.aging.P2GradientFlow;
import rugged.theory.aging.ShortTime;
import rugged.theory.statics.AnnealedEnergy;

class TheoriesTest {
    private record Value(Quantity quantity, double value, double error, List<Double> axes) {}

    private final List<Value> values = new ArrayList<>();

    private Solution solve(TheorySpec theory, Schedule grid) {
        values.clear();
        return theory.solve(grid, (quantity, replica, value, error, axes) -> {
            assertThat(replica).isEqualTo(Sink.ALL);
            assertThat(theory.quantities()).contains(quantity);
            assertThat(axes).hasSameSizeAs(quantity.axes().toArray());
            values.add(new Value(
                    quantity,
                    value,
                    error,
                    java.util.Arrays.stream(axes).boxed().toList()));
        });
    }

    private double at(Quantity quantity, Double... axes) {
        return values.stream()
                .filter(v -> v.quantity().equals(quantity) && v.axes().equals(List.of(axes)))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void theTwoSpinFlowFillsTimesAndPairs() {
        Schedule grid = Schedule.waitingTimes(new double[] {0, 1}, new double[] {1, 2}, 3);
        Solution solution = solve(new P2GradientFlow(Mixture.parse("2"), 0, 1), grid);
        assertThat(solution.converged()).isTrue();
        assertThat(at(Quantities.ENERGY, 0.0)).isZero();
        assertThat(at(Quantities.CORRELATION, 3.0, 1.0)).isStrictlyBetween(at(Quantities.MEMORY, 3.0), 1.0);
        assertThat(at(Quantities.DISPLACEMENT, 3.0, 1.0))
                .isCloseTo(2 - 2 * at(Quantities.CORRELATION, 3.0, 1.0), within(1e-15));
        assertThat(at(Quantities.CORRELATION, 1.0, 1.0)).isEqualTo(1.0);
        assertThat(values.stream().filter(v -> v.quantity().equals(Quantities.CORRELATION)))
                .hasSize(6);
    }

    @Test
    void weightAndCovarianceScaleAreOneAndTheSame() {
        Schedule grid = Schedule.at(0.7);
        solve(new P2GradientFlow(Mixture.parse("4*2"), 0, 1), grid);
        double weighted = at(Quantities.ENERGY, 0.7);
        solve(new P2GradientFlow(Mixture.parse("2"), 0, 4), grid);
        assertThat(at(Quantities.ENERGY, 0.7)).isEqualTo(weighted);
        solve(new P2GradientFlow(Mixture.parse("2"), 0, 1), Schedule.at(1.4));
        assertThat(weighted).isCloseTo(2 * at(Quantities.ENERGY, 1.4), within(1e-14));
    }

    @Test
    void theTwoSpinFlowIsForOrderTwoAtTemperatureZero() {
        assertThatThrownBy(() -> new P2GradientFlow(Mixture.parse("3"), 0, 1))
                .isInstanceOf(BadParameter.class)
                .hasMessage("mixture = 3: the closed solution is for order 2 alone; 2, or a*2 with a weight a > 0");
        assertThatThrownBy(() -> new P2GradientFlow(Mixture.parse("2+3"), 0, 1)).isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> new P2GradientFlow(Mixture.parse("2"), 0.5, 1))
                .hasMessageContaining("temperature = 0.5");
    }

    @Test
    void theAnnealedEnergyIsTheDerivativeOfTheFreeEnergy() {
        // -beta F/N = beta^2 f(1)/2 with f(1) = 1 for 3+4, and e = -d(-beta F/N)/d beta
        double beta = 1.1;
        double h = 1e-5;
        double derivative = -((beta + h) * (beta + h) - (beta - h) * (beta - h)) / (4 * h);
        Solution solution = solve(new AnnealedEnergy(Mixture.parse("3+4"), 1 / beta, 1), Schedule.at(0, 5));
        assertThat(solution.converged()).isTrue();
        assertThat(at(Quantities.ENERGY, 5.0))
                .isCloseTo(derivative, within(1e-9))
                .isEqualTo(at(Quantities.ENERGY, 0.0));
        // |g|^2/N = T mu in equilibrium
        assertThat(at(Quantities.GRADIENT_NORM, 5.0)).isCloseTo(at(Quantities.MULTIPLIER, 5.0) / beta, within(1e-14));
    }

    @Test
    void theAnnealedEnergyIsSilentBelowTheStaticTransition() {
        Solution below = solve(new AnnealedEnergy(Mixture.parse("3"), 0.5, 1), Schedule.at(1));
        assertThat(below.converged()).isFalse();
        assertThat(below.branch()).contains("only above T_s = 0.58605").contains("not at T = 0.5");
        assertThat(values).isEmpty();
        assertThat(solve(new AnnealedEnergy(Mixture.parse("3"), 0.6, 1), Schedule.at(1))
                        .branch())
                .contains("below T_d");
        assertThat(solve(new AnnealedEnergy(Mixture.parse("3"), 0.7, 1), Schedule.at(1))
                        .branch())
                .isEqualTo("annealed");
        assertThat(solve(new AnnealedEnergy(Mixture.parse("3"), 0.7, 4), Schedule.at(1))
                        .converged())
                .isFalse();
        assertThat(solve(new AnnealedEnergy(Mixture.parse("1+3"), 2, 1), Schedule.at(1))
                        .branch())
                .contains("field");
        assertThat(solve(new AnnealedEnergy(Mixture.parse("2"), 1.5, 1), Schedule.at(1))
                        .converged())
                .isTrue();
    }

    @Test
    void shortTimesEndWhereTheSeriesDoes() {
        Solution solution = solve(new ShortTime(Mixture.parse("3"), 0, 1), Schedule.at(0, 0.01, 0.1, 1));
        assertThat(solution.branch()).contains("for t <= 0.2");
        assertThat(at(Quantities.ENERGY, 0.0)).isZero();
        assertThat(at(Quantities.ENERGY, 0.01)).isCloseTo(-0.015, within(1e-5));
        assertThat(at(Quantities.ENERGY, 0.1)).isCloseTo(-0.15 * (1 - 0.015), within(1e-10));
        assertThatThrownBy(() -> at(Quantities.ENERGY, 1.0)).isInstanceOf(NoSuchElementException.class);
        double here = at(Quantities.ENERGY, 0.1);
        solve(new ShortTime(Mixture.parse("3"), 0, 4), Schedule.at(0.05));
        assertThat(at(Quantities.ENERGY, 0.05)).isCloseTo(2 * here, within(1e-14));
    }

    @Test
    void theFluctuationDissipationTheoremIsOneAtEveryPair() {
        Schedule grid = Schedule.waitingTimes(new double[] {1, 2}, new double[] {1, 3}, 5);
        assertThat(solve(new FluctuationDissipation(0.7), grid).converged()).isTrue();
        assertThat(values).hasSize(6).allMatch(value -> value.value() == 1.0);
        assertThat(at(Quantities.FLUCTUATION_DISSIPATION, 4.0, 1.0)).isOne();
    }
}
