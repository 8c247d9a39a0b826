package rugged.theory.diluted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import rugged.api.Schedule;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.constraint.DilutionCurves;
import rugged.meanfield.diluted.PathSigns;

class PathTheoriesTest {
    private record Answer(Solution solution, Map<String, Double> values, Map<String, Double> errors) {
        static Answer of(TheorySpec theory) {
            Map<String, Double> values = new HashMap<>();
            Map<String, Double> errors = new HashMap<>();
            Solution solution = theory.solve(Schedule.at(0.0), (quantity, replica, value, error, axes) -> {
                values.put(quantity.name(), value);
                errors.put(quantity.name(), error);
            });
            return new Answer(solution, values, errors);
        }
    }

    /** Three weights on a path, alpha = 1.5: gamma = alpha rho^2. */
    @Test
    void thresholdsAreThoseOfKeptConnections() {
        Answer all = Answer.of(new ActivePathsStatics(3, 1.5, 1.0, 1.5));
        assertThat(all.values.get("gamma")).isEqualTo(1.5);
        assertThat(all.values.get("keep_d")).isCloseTo(0.738679, within(1e-6));
        assertThat(all.values.get("keep_s")).isCloseTo(0.782277, within(1e-6));
        assertThat(all.values.get("core_spins")).isCloseTo(0.9331, within(5e-5));
        assertThat(all.values.get("e")).isCloseTo(-0.8741744, within(1e-7));
        assertThat(all.values.get("Sigma_0")).isNegative();
        Answer few = Answer.of(new ActivePathsStatics(3, 0.5, 1.0, 1.5));
        assertThat(few.values).doesNotContainKeys("keep_d", "keep_s").containsEntry("core_spins", 0.0);
    }

    @Test
    void entropyOfTheParamagnet() {
        assertThat(Answer.of(new ActivePathsStatics(3, 1.0, 1.0, 0.5)).values.get("s_para"))
                .isCloseTo(0.0901, within(1e-4));
        Answer cold = Answer.of(new ActivePathsStatics(3, 1.5, 1.0, 0.05));
        assertThat(cold.values.get("s_para")).isCloseTo(-0.5 * Math.log(2.0), within(1e-6));
        assertThat(cold.solution.branch()).contains("negative entropy");
    }

    /** The same population whatever alpha and rho make of gamma = 1; signs of one input pattern are a ferromagnet. */
    @Test
    void theGlassIsThatOfItsDensity() {
        Answer kept = Answer.of(new PlantedPaths(3, 1.0, 1.0, PathSigns.IID, 0.5, 4000, 150, 100, 1));
        Answer cut = Answer.of(new PlantedPaths(3, 4.0, 0.5, PathSigns.IID, 0.5, 4000, 150, 100, 1));
        assertThat(cut.values).isEqualTo(kept.values);
        assertThat(kept.values.get("m_planted")).isCloseTo(0.8532, within(5e-3));
        assertThat(kept.values.get("Sigma_planted"))
                .isCloseTo(Math.log(2.0) + Math.log(Math.cosh(2.0)) - kept.values.get("phi_planted"), within(1e-12));
        assertThat(kept.errors.get("Sigma_planted")).isBetween(1e-6, 0.01);
        Answer one = Answer.of(new PlantedPaths(3, 1.0, 1.0, PathSigns.INPUT, 0.5, 4000, 150, 100, 1));
        assertThat(one.values.get("m_planted")).isGreaterThan(kept.values.get("m_planted"));
        Answer warm = Answer.of(new PlantedPaths(3, 1.0, 1.0, PathSigns.IID, 1.0, 4000, 150, 100, 1));
        assertThat(warm.solution.branch()).contains("no state but the liquid");
    }

    /** Free energies of +-1 and of normal couplings: energies are derivatives of ln 2 + gamma E ln cosh(beta J). */
    @Test
    void theLiquidOverTemperatures() {
        for (PathSigns couplings : new PathSigns[] {PathSigns.IID, PathSigns.GAUSS}) {
            double step = 1e-4;
            double[] phi = new double[3];
            double energy = 0.0;
            for (int k = 0; k < 3; k++) {
                double beta = 1.2 + (k - 1) * step;
                Answer at = Answer.of(new PathsLiquid(3, 1.5, 0.8, couplings, List.of(1.0 / beta)));
                phi[k] = at.values.get("s_plateau") - beta * at.values.get("e_plateau");
                if (k == 1) energy = at.values.get("e_plateau");
            }
            assertThat((phi[2] - phi[0]) / (2 * step)).isCloseTo(-energy, within(1e-7));
        }
        assertThat(Answer.of(new PathsLiquid(3, 1.5, 1.0, PathSigns.IID, List.of(1.5)))
                        .values
                        .get("e_plateau"))
                .isCloseTo(-0.8741744, within(1e-7));
        Answer cold = Answer.of(new PathsLiquid(3, 1.5, 1.0, PathSigns.IID, List.of(0.1)));
        assertThat(cold.solution.branch()).contains("negative at T = 0.1");
    }

    /** Of hidden weights nothing is left at a high temperature, and nothing is said; below, the planted state has the energy of the liquid and a ferromagnet a lower one. */
    @Test
    void theHiddenStateOverTemperatures() {
        Answer hot = Answer.of(new PathsHidden(3, 1.0, 1.0, PathSigns.INPUT, List.of(3.0), 2000, 100, 20, 1));
        assertThat(hot.values).isEmpty();
        assertThat(hot.solution.branch()).contains("no such state at T = 3.0");
        Answer glass = Answer.of(new PathsHidden(3, 1.0, 1.0, PathSigns.IID, List.of(0.5), 8000, 100, 50, 1));
        assertThat(glass.values.get("e_plateau")).isCloseTo(-Math.tanh(2.0), within(0.003));
        Answer magnet = Answer.of(new PathsHidden(3, 1.0, 1.0, PathSigns.INPUT, List.of(0.5), 2000, 100, 20, 1));
        assertThat(magnet.values.get("e_plateau")).isLessThan(-Math.tanh(2.0) - 0.005);
    }

    /** T = 0.6, alpha = 1.5: the curve passes through what the population has at one rho; the state begins between 0.82 and 0.84 and is the equilibrium from 0.876 on. */
    @Test
    void pathsAreCutAtOneTemperature() {
        PathsThinned cut = new PathsThinned(3, 1.5, 0.6, 0.8, 0.92, 13, 4000, 150, 100, 1);
        Map<Double, Double> overlap = new TreeMap<>();
        Map<String, Double> numbers = new HashMap<>();
        Solution solution = cut.solve(Schedule.at(0.0), (quantity, replica, value, error, axes) -> {
            if (quantity.equals(DilutionCurves.HIDDEN)) overlap.put(axes[0], value);
            else numbers.put(quantity.name(), value);
        });
        assertThat(solution.converged()).isTrue();
        double keep = 0.8 + (0.92 - 0.8) * 10 / 12;
        Answer one = Answer.of(new PlantedPaths(3, 1.5, keep, PathSigns.IID, 0.6, 4000, 150, 100, 1));
        assertThat(overlap.get(keep)).isEqualTo(one.values.get("m_planted"));
        assertThat(overlap.keySet().iterator().next()).isGreaterThan(numbers.get("rho_melts"));
        assertThat(numbers.get("rho_melts")).isBetween(0.815, 0.845);
        assertThat(numbers.get("rho_equal")).isCloseTo(0.876, within(0.006));
        assertThat(numbers.get("violated_rho")).isCloseTo(1.0 / (1.0 + Math.exp(2.0 / 0.6)), within(1e-15));
    }

    /** Where the state is everywhere, or nowhere, nothing begins. */
    @Test
    void noThresholdWithinTheRange() {
        for (double[] range : new double[][] {{0.95, 1.0}, {0.3, 0.4}}) {
            PathsThinned cut = new PathsThinned(3, 1.5, 0.6, range[0], range[1], 2, 2000, 100, 30, 1);
            Answer answer = Answer.of(cut);
            assertThat(answer.values).doesNotContainKeys("rho_melts", "rho_equal");
            assertThat(answer.solution.branch())
                    .contains("everywhere, or nowhere")
                    .contains("does not pass 0");
        }
        assertThatThrownBy(() -> new PathsThinned(3, 1.5, 0.6, 0.9, 0.9, 2, 2000, 100, 30, 1))
                .hasMessageContaining("below");
    }
}
