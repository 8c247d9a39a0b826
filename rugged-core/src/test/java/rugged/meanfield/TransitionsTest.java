package rugged.meanfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.meanfield.Transition.Absent;
import rugged.meanfield.Transition.Continuous;
import rugged.meanfield.Transition.Discontinuous;
import rugged.params.BadParameter;

class TransitionsTest {
    private static Discontinuous jump(Transition transition) {
        assertThat(transition).isInstanceOf(Discontinuous.class);
        return (Discontinuous) transition;
    }

    @ParameterizedTest
    @CsvSource({
        "3,   0.6123724, 0.5,      0.5860540, 0.645007",
        "4,   0.5443311, 0.666667, 0.5030394, 0.804522",
        "5,   0.5134899, 0.75,     0.4614799, 0.871149",
        "3+4, 0.8051659, 0.590230, 0.7621387, 0.732619"
    })
    void transitionsOfTheStandardModels(String mixture, double td, double qd, double ts, double qs) {
        Discontinuous dynamical = jump(Transitions.dynamical(Mixture.parse(mixture)));
        assertThat(dynamical.temperature()).isCloseTo(td, within(1e-6));
        assertThat(dynamical.overlap()).isCloseTo(qd, within(1e-5));
        Discontinuous statical = jump(Transitions.statical(Mixture.parse(mixture)));
        assertThat(statical.temperature()).isCloseTo(ts, within(1e-6));
        assertThat(statical.overlap()).isCloseTo(qs, within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void pureModelsHaveAClosedForm(int p) {
        Discontinuous dynamical = jump(Transitions.dynamical(Mixture.pure(p)));
        double closed = Math.sqrt(p * Math.pow(p - 2, p - 2) / (2 * Math.pow(p - 1, p - 1)));
        assertThat(dynamical.temperature()).isCloseTo(closed, within(1e-13));
        assertThat(dynamical.overlap()).isCloseTo((p - 2.0) / (p - 1.0), within(1e-11));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "4", "12", "3+4", "0.6*3+1.4*12", "0.5*2+3", "2.5*7"})
    void theComplexityVanishesAtTheStaticTransition(String text) {
        Mixture mixture = Mixture.parse(text);
        Discontinuous statical = jump(Transitions.statical(mixture));
        double ts = statical.temperature();
        // second route: the potential's secondary minimum, found from its own equation
        assertThat(Transitions.plateau(mixture, ts)).isCloseTo(statical.overlap(), within(1e-9));
        assertThat(Transitions.equilibriumComplexity(mixture, ts)).isCloseTo(0, within(1e-13));
        assertThat(Transitions.equilibriumComplexity(mixture, ts * 1.001)).isPositive();
        assertThat(jump(Transitions.dynamical(mixture)).temperature()).isGreaterThan(ts);
    }

    @ParameterizedTest
    @CsvSource({"3, 0.0132403", "4, 0.0493061", "5, 0.0931472"})
    void atTheDynamicalTransitionTheComplexityIsThatOfTheThreshold(int p, double sigma) {
        Mixture mixture = Mixture.pure(p);
        double td = jump(Transitions.dynamical(mixture)).temperature();
        assertThat(Transitions.equilibriumComplexity(mixture, td)).isCloseTo(sigma, within(1e-6));
    }

    @Test
    void thePlateauSolvesItsEquationAndGrowsOnCooling() {
        Mixture mixture = Mixture.parse("3+4");
        double before = 0;
        for (double t : new double[] {0.8, 0.7, 0.5, 0.2, 0.01}) {
            double q = Transitions.plateau(mixture, t);
            assertThat(mixture.fPrime(q) / (t * t)).isCloseTo(q / (1 - q), within(1e-9 / (1 - q)));
            assertThat(q).isGreaterThan(before);
            before = q;
        }
    }

    @Test
    void temperaturesScaleAsTheRootOfTheCovariance() {
        Mixture mixture = Mixture.parse("3+4");
        Discontinuous one = jump(Transitions.statical(mixture));
        Discontinuous scaled = jump(Transitions.statical(mixture.scaled(9)));
        assertThat(scaled.temperature()).isCloseTo(3 * one.temperature(), within(1e-12));
        assertThat(scaled.overlap()).isCloseTo(one.overlap(), within(1e-10));
    }

    @Test
    void withoutAJumpItSaysSo() {
        assertThat(Transitions.dynamical(Mixture.pure(2))).isEqualTo(new Continuous(1.0));
        assertThat(Transitions.statical(Mixture.parse("4*2"))).isEqualTo(new Continuous(2.0));
        assertThat(Transitions.dynamical(Mixture.pure(2)).inWords())
                .startsWith("no discontinuous transition for this f");
        Transition field = Transitions.statical(Mixture.parse("0.1*1+3"));
        assertThat(field).isInstanceOf(Absent.class);
        assertThat(field.temperatureOrNaN()).isNaN();
        assertThat(field.inWords()).contains("field");
        assertThatThrownBy(() -> Transitions.plateau(Mixture.pure(2), 0.5))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("no discontinuous transition for this f");
        assertThatThrownBy(() -> Transitions.plateau(Mixture.pure(3), 0.7)).hasMessageContaining("T_d = 0.612");
    }

    @Test
    void orderTwoTurnsTheTransitionContinuousAtTwoThirds() {
        // f'(q)(1-q)/q = (a_2 + 3 a_3 q/2)(1-q) rises from q = 0 only when a_3 > 2 a_2 / 3
        assertThat(Transitions.dynamical(Mixture.parse("2+0.66*3"))).isEqualTo(new Continuous(1.0));
        assertThat(Transitions.dynamical(Mixture.parse("2+0.7*3"))).isInstanceOf(Discontinuous.class);
        assertThat(Transitions.statical(Mixture.parse("2+0.66*3"))).isEqualTo(new Continuous(1.0));
        assertThat(Transitions.statical(Mixture.parse("2+0.7*3"))).isInstanceOf(Discontinuous.class);
    }

    @ParameterizedTest
    @CsvSource({"3, -1.1547005, 3.4641016", "4, -1.2247449, 4.8989795", "5, -1.2649111, 6.3245553", "3+4, -1.6904762, 6"
    })
    void thresholdOfTheStandardModels(String mixture, double energy, double radius) {
        assertThat(Threshold.energy(Mixture.parse(mixture))).isCloseTo(energy, within(1e-7));
        assertThat(Threshold.bulkRadius(Mixture.parse(mixture))).isCloseTo(radius, within(1e-7));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 7, 12})
    void thresholdOfPureModelsIsClosed(int p) {
        Mixture mixture = Mixture.pure(p).scaled(2.25);
        assertThat(Threshold.energy(mixture)).isCloseTo(-1.5 * Math.sqrt(2.0 * (p - 1) / p), within(1e-14));
        // a stationary point has mu = -p e
        assertThat(Threshold.multiplier(mixture)).isCloseTo(-p * Threshold.energy(mixture), within(1e-13));
    }
}
