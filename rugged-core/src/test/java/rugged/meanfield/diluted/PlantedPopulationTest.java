package rugged.meanfield.diluted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.meanfield.diluted.PlantedPopulation.Settled;

/** Values of an independent program with a population of 60,000, p = 3, gamma = 1. */
class PlantedPopulationTest {
    private static Settled settled(double gamma, double temperature, boolean ferromagnet, int size) {
        return new PlantedPopulation(3, gamma, temperature, ferromagnet, size, 1).settle(200, 100);
    }

    private static double liquid(double gamma, double temperature) {
        return Math.log(2.0) + gamma * Math.log(Math.cosh(1.0 / temperature));
    }

    /** Nishimori: where the planted state is one of equilibrium, m and m^2 have the same mean. */
    @Test
    @Tag("slow")
    void magnetisationAndItsSquareAgree() {
        Settled at = new PlantedPopulation(3, 1.0, 0.5, false, 60000, 1).settle(200, 400);
        assertThat(at.magnetisation().value()).isCloseTo(0.8532, within(1e-3));
        double error = Math.hypot(at.magnetisation().error(), at.square().error());
        assertThat(error).isLessThan(5e-4);
        assertThat(at.magnetisation().value()).isCloseTo(at.square().value(), within(1e-3));
    }

    /** The same of few members, whose common fluctuations are larger. */
    @Test
    void magnetisationAndItsSquareAgreeForFew() {
        Settled at = settled(1.0, 0.5, false, 4000);
        assertThat(at.magnetisation().value()).isCloseTo(0.853, within(0.006));
        assertThat(at.magnetisation().value()).isCloseTo(at.square().value(), within(0.003));
    }

    /** Without planting, from magnetisations +-1 at random, the replica-symmetric glass of random signs: q = 0.644 at T = 0.4, none at 0.45; not what is there in equilibrium. */
    @Test
    @Tag("slow")
    void signsAtRandom() {
        PlantedPopulation cold = new PlantedPopulation(3, 1.5, 0.4, 0.5, 20000, 1);
        assertThat(cold.settle(300, 100).square().value()).isCloseTo(0.644, within(0.01));
        PlantedPopulation warm = new PlantedPopulation(3, 1.5, 0.45, 0.5, 20000, 1);
        assertThat(warm.settle(600, 50).square().value()).isLessThan(0.01);
    }

    /** Below the threshold of clustering there is nothing but the liquid, at every temperature. */
    @ParameterizedTest
    @CsvSource({"0.2", "0.5", "1.5"})
    void belowClusteringTheFreeEntropyIsThatOfTheLiquid(double temperature) {
        Settled at = settled(0.7, temperature, false, 4000);
        assertThat(at.magnetisation().value()).isCloseTo(0.0, within(0.02));
        assertThat(at.freeEntropy().value()).isCloseTo(liquid(0.7, temperature), within(0.005));
    }

    /** m is 0.771 at 0.56, and goes to 0 at 0.57: T_d is between. */
    @Test
    @Tag("slow")
    void magnetisationIsLostAtTheDynamicalTransition() {
        PlantedPopulation cold = new PlantedPopulation(3, 1.0, 0.56, false, 60000, 1);
        assertThat(cold.settle(250, 150).magnetisation().value()).isCloseTo(0.771, within(0.01));
        PlantedPopulation warm = new PlantedPopulation(3, 1.0, 0.57, false, 60000, 1);
        assertThat(warm.settle(900, 100).magnetisation().value()).isLessThan(0.1);
    }

    /** The complexity passes through 0 between 0.44 and 0.46, T_K = 0.447(8), where m is 0.885. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"0.42, -0.0083", "0.44, -0.0024", "0.46, 0.0041", "0.48, 0.0106"})
    void complexity(double temperature, double expected) {
        Settled at = settled(1.0, temperature, false, 60000);
        assertThat(liquid(1.0, temperature) - at.freeEntropy().value()).isCloseTo(expected, within(0.004));
        assertThat(at.freeEntropy().error()).isLessThan(0.002);
    }

    @Test
    @Tag("slow")
    void magnetisationWhereTheComplexityVanishes() {
        assertThat(settled(1.0, 0.447, false, 60000).magnetisation().value()).isCloseTo(0.885, within(0.005));
    }

    /** With the law of the couplings held fixed, the derivative of the free entropy is minus the energy, which in equilibrium is that of the liquid, gamma tanh beta. */
    @Test
    @Tag("slow")
    void theEnergyIsADerivative() {
        double beta = 2.2;
        double step = 0.1;
        double straight = 0.5 * (1.0 + Math.tanh(beta));
        double up = planted(beta + step, straight);
        double down = planted(beta - step, straight);
        assertThat((up - down) / (2 * step)).isCloseTo(Math.tanh(beta), within(0.02));
        Settled at = settled(1.0, 1.0 / beta, false, 60000);
        assertThat(at.energy().value())
                .isCloseTo(-Math.tanh(beta), within(5.0 * at.energy().error()));
        assertThat(at.energy().error()).isLessThan(5e-4);
    }

    private static double planted(double beta, double straight) {
        return new PlantedPopulation(3, 1.0, 1.0 / beta, straight, 60000, 1)
                .settle(200, 200)
                .freeEntropy()
                .value();
    }

    /** One input pattern: the ferromagnet takes over at T_F = 0.71(2). */
    @Test
    @Tag("slow")
    void ferromagnetism() {
        Settled below = settled(1.0, 0.69, true, 40000);
        Settled above = settled(1.0, 0.73, true, 40000);
        assertThat(below.freeEntropy().value()).isGreaterThan(liquid(1.0, 0.69));
        assertThat(above.freeEntropy().value()).isLessThan(liquid(1.0, 0.73));
        assertThat(settled(1.0, 0.71, true, 40000).magnetisation().value()).isCloseTo(0.875, within(0.02));
    }
}
