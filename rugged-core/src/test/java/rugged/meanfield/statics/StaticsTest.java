package rugged.meanfield.statics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.meanfield.Mixture;
import rugged.meanfield.Threshold;
import rugged.meanfield.Transition;
import rugged.meanfield.Transitions;

class StaticsTest {
    @ParameterizedTest
    @CsvSource({
        "3, -1.1716748, 0.486479, 0.883913",
        "4, -1.2686097, 0.312633, 1.286689",
        "5, -1.3350097, 0.227025, 1.534893",
        "3+4, -1.7330696, 0.270093, 0.787745"
    })
    void groundStates(String mixture, double energy, double chi, double y) {
        Mixture f = Mixture.parse(mixture);
        ZeroTemperature ground = ZeroTemperature.groundState(f);
        assertThat(ground.energy()).isCloseTo(energy, within(1e-6));
        assertThat(ground.chi()).isCloseTo(chi, within(1e-5));
        assertThat(ground.y()).isCloseTo(y, within(1e-5));
        assertThat(ground.complexity()).isCloseTo(0, within(1e-12));
        assertThat(ground.unstable(f)).isFalse();
        double other = -(f.fPrime(1) * chi + y * f.f(1)) / 2 - Math.log1p(y / chi) / (2 * y);
        assertThat(ground.energy()).isCloseTo(other, within(2e-6));
    }

    /** Two routes to the number of minima of pure models, a third at its ends, and the derivative y. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 8})
    void complexityOfPureModels(int p) {
        Mixture f = Mixture.pure(p);
        double low = ZeroTemperature.groundState(f).energy();
        double high = Threshold.energy(f);
        for (int k = 0; k <= 10; k++) {
            double e = low + (high - low) * k / 10;
            assertThat(ZeroTemperature.at(f, e).complexity())
                    .isCloseTo(ZeroTemperature.pureComplexity(p, e), within(1e-9));
        }
        double middle = 0.5 * (low + high);
        double step = 1e-5;
        double slope = (ZeroTemperature.at(f, middle + step).complexity()
                        - ZeroTemperature.at(f, middle - step).complexity())
                / (2 * step);
        assertThat(slope).isCloseTo(ZeroTemperature.at(f, middle).y(), within(1e-7));
        Transition.Discontinuous dynamical = (Transition.Discontinuous) Transitions.dynamical(f);
        assertThat(ZeroTemperature.threshold(f).complexity())
                .isCloseTo(Transitions.equilibriumComplexity(f, dynamical.temperature()), within(1e-9));
        assertThat(ZeroTemperature.threshold(f).energy()).isCloseTo(high, within(1e-12));
        assertThat(ZeroTemperature.threshold(f).edge(f)).isCloseTo(0, within(1e-12));
        assertThat(ZeroTemperature.at(f, high + 0.01).complexity()).isNaN();
        assertThat(ZeroTemperature.at(f, low - 0.01).complexity()).isNaN();
    }

    /** Kac and Rice: Sigma = ln(p-1)/2 - (p-2) u^2/(4(p-1)) - (2/U^2) int_u^-U sqrt(x^2 - U^2) dx, u = sqrt2 e, U = 2 sqrt((p-1)/p). */
    @Test
    void complexityByTheNumberOfCriticalPoints() {
        int p = 3;
        double edge = 2 * Math.sqrt((p - 1.0) / p);
        for (double e : new double[] {-1.16, -1.165, -1.17}) {
            double u = Math.sqrt(2) * e;
            double root = Math.sqrt(u * u - edge * edge);
            double integral = 0.5 * (-u * root - edge * edge * Math.log((-u + root) / edge));
            double sigma = 0.5 * Math.log(p - 1) - (p - 2) * u * u / (4 * (p - 1)) - 2 / (edge * edge) * integral;
            assertThat(ZeroTemperature.pureComplexity(p, e)).isCloseTo(sigma, within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "4", "3+4"})
    void thermodynamics(String mixture) {
        Mixture f = Mixture.parse(mixture);
        double highest = Transitions.statical(f).temperatureOrNaN();
        OneStep cold = OneStep.at(f, 1e-3).orElseThrow();
        assertThat(cold.energy()).isCloseTo(ZeroTemperature.groundState(f).energy(), within(1e-3));
        double t = 0.7 * highest;
        double step = 1e-5;
        OneStep here = OneStep.at(f, t).orElseThrow();
        double slope = (OneStep.at(f, t + step).orElseThrow().freeEnergy()
                        - OneStep.at(f, t - step).orElseThrow().freeEnergy())
                / (2 * step);
        assertThat(-slope).isCloseTo(here.entropy(), within(1e-7));
        OneStep below = OneStep.at(f, highest * (1 - 1e-5)).orElseThrow();
        assertThat(below.m()).isCloseTo(1, within(1e-3));
        assertThat(below.freeEnergy()).isCloseTo(-f.f(1) / (2 * highest), within(1e-4));
        assertThat(here.stability()).isPositive();
        assertThat(OneStep.at(f, highest * 1.01)).isEmpty();
        assertThat(OneStep.at(Mixture.parse("2"), 0.3)).isEmpty();
    }

    @Test
    void scaleOfTheCovariance() {
        Mixture f = Mixture.parse("3+4");
        double c = 2.25;
        assertThat(ZeroTemperature.groundState(f.scaled(c)).energy())
                .isCloseTo(1.5 * ZeroTemperature.groundState(f).energy(), within(1e-12));
        assertThat(OneStep.at(f.scaled(c), 0.6).orElseThrow().q())
                .isCloseTo(OneStep.at(f, 0.4).orElseThrow().q(), within(1e-10));
    }

    @Test
    void agingEnds() {
        AgingAsymptote three = AgingAsymptote.at(Mixture.parse("3"), 0.5).orElseThrow();
        assertThat(three.q()).isCloseTo(0.638824, within(1e-6));
        assertThat(three.ratio()).isCloseTo(0.565376, within(1e-6));
        assertThat(three.energy()).isCloseTo(-0.886693, within(1e-6));
        AgingAsymptote mixed = AgingAsymptote.at(Mixture.parse("3+4"), 0.4).orElseThrow();
        assertThat(mixed.q()).isCloseTo(0.847137, within(1e-6));
        assertThat(mixed.ratio()).isCloseTo(0.276157, within(1e-6));
        assertThat(mixed.energy()).isCloseTo(-1.483950, within(1e-6));
        assertThat(AgingAsymptote.at(Mixture.parse("3"), 0.7)).isEmpty();
    }

    /** States that dominate at T are those in which T = dF/dSigma; at T_s they are the lowest, and F is the annealed one. */
    @Test
    void statesMakeUpEquilibrium() {
        Mixture f = Mixture.pure(3);
        double t = 0.6;
        double best = Double.POSITIVE_INFINITY;
        double low = ZeroTemperature.groundState(f).energy();
        double high = Threshold.energy(f);
        for (int k = 0; k <= 20000; k++) {
            double e = low + (high - low) * k / 20000;
            var state = TapState.at(f, e, t);
            if (state.isEmpty()) continue;
            best = Math.min(best, state.get().freeEnergy() - t * ZeroTemperature.pureComplexity(3, e));
        }
        assertThat(best).isCloseTo(-0.5 / (2 * t), within(1e-7));
        assertThat(TapState.at(f, high, TapState.spinodal(3, high) * 1.01)).isEmpty();
        assertThat(TapState.at(f, low, 0).orElseThrow().freeEnergy()).isEqualTo(low);
        assertThatThrownBy(() -> TapState.at(Mixture.parse("3+4"), -1.7, 0.1)).hasMessageContaining("one order");
        assertThatThrownBy(() -> TapState.at(f, -1, 0.1)).hasMessageContaining("threshold");
    }

    @Test
    void thePotentialHasItsMinimumAtThePlateau() {
        Mixture f = Mixture.parse("3");
        double t = 0.6;
        double q = Transitions.plateau(f, t);
        double height = FranzParisi.potential(f, t, q);
        assertThat(height).isCloseTo(t * Transitions.equilibriumComplexity(f, t), within(1e-10));
        assertThat(FranzParisi.potential(f, t, q - 0.01)).isGreaterThan(height);
        assertThat(FranzParisi.potential(f, t, q + 0.01)).isGreaterThan(height);
        assertThat(FranzParisi.potential(f, t, 0)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"3, 0.6816, 0.65139, -0.81382, 0.2735", "4, 0.6784, 0.61688, -0.82573, 0.3091"})
    void isingModels(int p, double dynamical, double statical, double free, double m) {
        assertThat(IsingOneStep.dynamical(p)).isCloseTo(dynamical, within(3e-4));
        assertThat(IsingOneStep.statical(p)).isCloseTo(statical, within(5e-5));
        IsingOneStep cold = IsingOneStep.at(p, 0.2).orElseThrow();
        assertThat(cold.freeEnergy()).isCloseTo(free, within(2e-5));
        assertThat(cold.m()).isCloseTo(m, within(1e-4));
    }

    @Test
    void orderTwoHasNoManyStates() {
        assertThatThrownBy(() -> ZeroTemperature.groundState(Mixture.parse("2")))
                .hasMessageContaining("not one of many");
    }
}
