package rugged.landscape.boltzmann;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import rugged.api.contrast.BoltzmannMachine;
import rugged.api.model.Supervised.Part;
import rugged.data.RandomExamples;
import rugged.landscape.Precision;
import rugged.landscape.boltzmann.BoltzmannLearning.VisibleStart;
import rugged.num.Streams;
import rugged.num.boltzmann.UnitValues;
import rugged.params.BadParameter;

class BoltzmannLearningTest {
    private static BoltzmannLearning spec(int hidden, UnitValues units, Objective objective, VisibleStart start) {
        return new BoltzmannLearning(
                new RandomExamples(300, 10, 6, 0, 1), hidden, units, objective, 0.4, 0.0, start, Precision.FLOAT32);
    }

    /** Without weights units are independent: both energies are the entropy of the fields against the data. */
    @Test
    void withoutWeightsBothEnergiesAreThoseOfIndependentUnits() {
        for (UnitValues units : UnitValues.values()) {
            for (Objective objective : Objective.values()) {
                BoltzmannMachine machine =
                        spec(3, units, objective, VisibleStart.DATA).build();
                double[] x = new double[machine.dimension()];
                machine.randomise(x, Streams.of(1).stream("start", 0));
                byte[] bits = machine.examples(Part.TRAIN);
                double expected = 0.0;
                for (int i = 0; i < 6; i++) {
                    double ones = 0.0;
                    for (int k = i; k < bits.length; k += 6) ones += bits[k];
                    double chance = (ones + 1.0) / 302.0;
                    double mean = ones / 300.0;
                    expected -= mean * Math.log(chance) + (1.0 - mean) * Math.log(1.0 - chance);
                }
                assertThat(machine.energy(x)).isCloseTo(expected, within(1e-12));
            }
        }
    }

    @Test
    void inputsAboveTheThresholdAreOnes() {
        BoltzmannMachine machine = spec(3, UnitValues.BITS, Objective.LIKELIHOOD, VisibleStart.ZERO)
                .build();
        double[] inputs = new RandomExamples(300, 10, 6, 0, 1).load().inputs();
        byte[] bits = machine.examples(Part.TRAIN);
        for (int k = 0; k < inputs.length; k++) assertThat(bits[k] == 1).isEqualTo(inputs[k] > 0.4);
        assertThat(machine.examples(Part.TEST)).hasSize(60);
        double[] zero = new double[machine.dimension()];
        assertThat(machine.energy(zero)).isCloseTo(6.0 * Math.log(2.0), within(1e-12));
    }

    @Test
    void aLikelihoodOfTooManyConfigurationsIsRefusedWithItsCost() {
        BoltzmannLearning wide = new BoltzmannLearning(
                new RandomExamples(300, 10, 60, 0, 1),
                30,
                UnitValues.BITS,
                Objective.LIKELIHOOD,
                0.5,
                0.1,
                VisibleStart.ZERO,
                Precision.FLOAT32);
        assertThatThrownBy(wide::cost)
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("2^30 configurations")
                .hasMessageContaining("at most 20 hidden units");
    }
}
