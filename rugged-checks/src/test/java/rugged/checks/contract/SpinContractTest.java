package rugged.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import rugged.api.Need;
import rugged.api.model.SpinLandscape;
import rugged.num.RandomStream;
import rugged.num.Streams;

/** What every Ising model promises beside what all models of units do ({@link UnitContractTest}): flips that agree with the energy. */
class SpinContractTest {
    private static final double ROUNDING = 1e-11;

    private static Stream<DynamicTest> each(Consumer<SpinLandscape> check) {
        return Bestiary.landscapes().stream()
                .filter(spec -> spec.provides().contains(Need.SPINS))
                .map(spec -> dynamicTest(spec.toString(), () -> {
                    SpinLandscape spins = (SpinLandscape) spec.build();
                    spins.load(Bestiary.start(spins, 1));
                    check.accept(spins);
                }));
    }

    private static double[] state(SpinLandscape spins) {
        double[] s = new double[spins.dimension()];
        spins.state(s);
        return s;
    }

    @TestFactory
    Stream<DynamicTest> flipsAgreeWithTheEnergy() {
        return each(spins -> {
            RandomStream random = Streams.of(8).stream("flips", 0);
            for (int trial = 0; trial < 200; trial++) {
                int i = random.nextInt(spins.dimension());
                double before = spins.energy();
                double cost = spins.flipCost(i);
                spins.flip(i);
                assertThat(spins.energy() - before).isCloseTo(cost, within(ROUNDING * spins.extent()));
                assertThat(spins.flipCost(i)).isCloseTo(-cost, within(ROUNDING * spins.extent()));
            }
            double incremental = spins.energy();
            spins.load(state(spins));
            assertThat(spins.energy()).isCloseTo(incremental, within(ROUNDING * spins.extent()));
        });
    }
}
