package rugged.theory.bayesian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rugged.api.DynamicsSpec;
import rugged.api.Schedule;
import rugged.data.RandomExamples;
import rugged.data.Ripples;
import rugged.dynamics.Clock;
import rugged.dynamics.Stability;
import rugged.dynamics.bayesian.PosteriorGibbs;
import rugged.dynamics.bayesian.ReadoutHamiltonian;
import rugged.dynamics.sampling.HamiltonianMonteCarlo;
import rugged.dynamics.sampling.Langevin;
import rugged.dynamics.sampling.MetropolisLangevin;
import rugged.landscape.network.Posterior;
import rugged.meanfield.bayesian.BayesianNetwork;
import rugged.meanfield.bayesian.HiddenUnit;
import rugged.params.BadParameter;
import rugged.theory.bayesian.Chains.Measured;

/** Theories beside samplers on the same data, samplers beside one another, limits of the theories. */
class FiniteWidthTest {
    private static final List<String> ERRORS = List.of("bias", "variance", "eps_g", "mse_train");
    private static final HamiltonianMonteCarlo PATHS = new HamiltonianMonteCarlo(1.0, 0.07, 20, 0.2);
    private static final HamiltonianMonteCarlo SHORT_PATHS = new HamiltonianMonteCarlo(1.0, 0.06, 20, 0.2);

    private static BayesianNetwork network(HiddenUnit unit, Integer... layers) {
        return new BayesianNetwork(List.of(layers), unit, 0.1, 1.0, 1.0);
    }

    /** Sampled over predicted, less 1, averaged over four draws of the data; corrections are of order 1/N, and vary with the draw. */
    private static Map<String, Double> deviations(
            int patterns, int width, double size, BayesianNetwork network, DynamicsSpec dynamics, int samples) {
        Map<String, Double> mean = new HashMap<>();
        for (long draw = 1; draw <= 4; draw++) {
            Ripples data = new Ripples(patterns, 200, width, size, 0.3, draw);
            Map<String, Double> theory = Chains.solve(new KernelRenormalisation(data, network));
            Map<String, Measured> sampled = Chains.run(new Posterior(data, network), dynamics, 2, samples, 1.0, draw);
            assertThat(sampled.get("r_hat").value()).isLessThan(1.05);
            assertThat(sampled.get("n_eff").value()).isGreaterThan(200.0);
            for (String name : ERRORS)
                mean.merge(name, 0.25 * (sampled.get(name).value() / theory.get(name) - 1.0), Double::sum);
        }
        return mean;
    }

    @Test
    @Tag("slow")
    void erfUnits() {
        Map<String, Double> off = deviations(50, 60, 2.0, network(HiddenUnit.ERF, 50), PATHS, 1200);
        assertThat(off.get("bias")).isCloseTo(0.0, within(0.03));
        assertThat(off.get("variance")).isCloseTo(0.0, within(0.03));
        assertThat(off.get("eps_g")).isCloseTo(0.0, within(0.03));
        assertThat(off.get("mse_train")).isCloseTo(0.0, within(0.02));
    }

    @Test
    @Tag("slow")
    void reluUnits() {
        Map<String, Double> off = deviations(50, 60, 2.0, network(HiddenUnit.RELU, 50), PATHS, 1200);
        for (String name : ERRORS) assertThat(off.get(name)).as(name).isCloseTo(0.0, within(0.05));
    }

    @Test
    @Tag("slow")
    void linearUnits() {
        Map<String, Double> off = deviations(50, 60, 2.0, network(HiddenUnit.LINEAR, 50), PATHS, 1200);
        for (String name : ERRORS) assertThat(off.get(name)).as(name).isCloseTo(0.0, within(0.03));
    }

    @Test
    @Tag("slow")
    void twoLinearLayers() {
        Map<String, Double> off = deviations(40, 60, 2.0, network(HiddenUnit.LINEAR, 40, 40), SHORT_PATHS, 1200);
        for (String name : ERRORS) assertThat(off.get(name)).as(name).isCloseTo(0.0, within(0.04));
    }

    @Test
    @Tag("slow")
    void twoLinearLayersOfUnequalWidth() {
        Map<String, Double> off = deviations(40, 60, 2.0, network(HiddenUnit.LINEAR, 25, 80), SHORT_PATHS, 1200);
        for (String name : ERRORS) assertThat(off.get(name)).as(name).isCloseTo(0.0, within(0.04));
    }

    @Test
    @Tag("slow")
    void linearUnitsDrawnInTurn() {
        Map<String, Double> off = deviations(30, 30, 2.0, network(HiddenUnit.LINEAR, 30), new PosteriorGibbs(), 5500);
        for (String name : ERRORS) assertThat(off.get(name)).as(name).isCloseTo(0.0, within(0.02));
    }

    /** Twenty units and labels three times larger: q is about 8, and corrections are seen. */
    @Test
    @Tag("slow")
    void smallNetworksWithLargeLabels() {
        Map<String, Double> off = deviations(20, 40, 6.0, network(HiddenUnit.ERF, 20), SHORT_PATHS, 2500);
        assertThat(off.get("eps_g")).isCloseTo(0.0, within(0.04));
        // the variance is what finite N adds to
        assertThat(off.get("variance")).isBetween(0.05, 0.35);
    }

    /** An approximation, within a tenth for the error; the variance is underestimated by more. */
    @Test
    @Tag("slow")
    void twoLayersOfErf() {
        Map<String, Double> off = deviations(50, 60, 2.0, network(HiddenUnit.ERF, 50, 50), SHORT_PATHS, 1000);
        for (String name : List.of("bias", "eps_g", "mse_train"))
            assertThat(off.get(name)).as(name).isCloseTo(0.0, within(0.1));
        assertThat(off.get("variance")).isBetween(0.1, 0.3);
    }

    /** Four samplers that are exact, on a linear network where the Gibbs sampler has no step at all, agree; Langevin steps do when they are extrapolated. */
    @Test
    @Tag("slow")
    void samplersAgree() {
        Ripples data = new Ripples(15, 50, 12, 2.0, 0.3, 1);
        BayesianNetwork network = new BayesianNetwork(List.of(10), HiddenUnit.LINEAR, 0.3, 1.0, 1.0);
        Posterior posterior = new Posterior(data, network);
        Map<String, Measured> exact = Chains.run(posterior, new PosteriorGibbs(), 2, 20000, 1.0, 1);
        List<Map<String, Measured>> others = List.of(
                Chains.run(posterior, new HamiltonianMonteCarlo(1.0, 0.1, 15, 0.2), 2, 8000, 1.0, 2),
                Chains.run(posterior, new ReadoutHamiltonian(0.12, 12, 0.2), 2, 8000, 1.0, 3),
                Chains.run(posterior, new MetropolisLangevin(1.0, 0.006), 2, 8000, 100.0, 4));
        for (Map<String, Measured> other : others)
            for (String name : ERRORS) agree(name, other.get(name), exact.get(name));
        Map<String, Measured> coarse = langevin(posterior, 0.004, 5);
        Map<String, Measured> fine = langevin(posterior, 0.002, 6);
        for (String name : ERRORS) {
            Measured two = coarse.get(name);
            Measured one = fine.get(name);
            agree(
                    name,
                    new Measured(2.0 * one.value() - two.value(), Math.hypot(2.0 * one.error(), two.error())),
                    exact.get(name));
        }
    }

    private static Map<String, Measured> langevin(Posterior posterior, double dt, long seed) {
        return Chains.run(posterior, new Langevin(1.0, dt, Clock.FLOW, new Stability(false)), 2, 8000, 0.6, seed);
    }

    private static void agree(String name, Measured one, Measured other) {
        assertThat(one.value()).as(name).isCloseTo(other.value(), within(4.0 * Math.hypot(one.error(), other.error())));
    }

    @Test
    void wideNetworksAreGaussianProcesses() {
        Ripples data = new Ripples(30, 40, 20, 2.0, 0.3, 1);
        Map<String, Double> process = Chains.solve(new InfiniteWidth(data, network(HiddenUnit.ERF, 10, 10)));
        Map<String, Double> wide =
                Chains.solve(new KernelRenormalisation(data, network(HiddenUnit.ERF, 100_000_000, 100_000_000)));
        for (String name : ERRORS) assertThat(wide.get(name)).isCloseTo(process.get(name), within(1e-5));
        assertThat(wide.get("q_l1")).isCloseTo(1.0, within(1e-5));
    }

    /** At T = 0 the mean does not depend on the width, the variance does. */
    @Test
    void withoutTemperatureOnlyTheVarianceKnowsTheWidth() {
        Ripples data = new Ripples(20, 40, 30, 2.0, 0.3, 1);
        BayesianNetwork cold = new BayesianNetwork(List.of(15), HiddenUnit.ERF, 0.0, 1.0, 1.0);
        Map<String, Double> finite = Chains.solve(new KernelRenormalisation(data, cold));
        Map<String, Double> infinite = Chains.solve(new InfiniteWidth(data, cold));
        assertThat(finite.get("bias")).isCloseTo(infinite.get("bias"), within(1e-9));
        assertThat(finite.get("variance") / infinite.get("variance")).isCloseTo(finite.get("Q"), within(1e-9));
        assertThat(finite.get("mse_train")).isEqualTo(0.0);
    }

    @Test
    void whatHasNoAnswerIsRefused() {
        Ripples many = new Ripples(40, 5, 30, 2.0, 0.3, 1);
        BayesianNetwork cold = new BayesianNetwork(List.of(15), HiddenUnit.LINEAR, 0.0, 1.0, 1.0);
        assertThatThrownBy(() -> Chains.solve(new KernelRenormalisation(many, cold)))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("singular: 40 examples of 30 numbers");
        BayesianNetwork flat = new BayesianNetwork(List.of(15), HiddenUnit.RELU, 0.0, 1.0, 1.0);
        assertThatThrownBy(() -> Chains.solve(new KernelRenormalisation(new Ripples(40, 5, 1, 2.0, 0.3, 1), flat)))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("kernel is singular, of rank 2 for 40 examples");
        assertThatThrownBy(() -> Chains.solve(
                        new KernelRenormalisation(new RandomExamples(9, 2, 5, 3, 1), network(HiddenUnit.ERF, 5))))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("squared errors of one output");
        assertThat(new KernelRenormalisation(many, network(HiddenUnit.ERF, 3))
                        .solve(Schedule.at(1.0), (quantity, replica, value, error, axes) -> {})
                        .branch())
                .contains("a hidden layer of 3 units");
    }
}
