package rugged.meanfield.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import rugged.meanfield.AgingProblem;
import rugged.meanfield.Mixture;
import rugged.meanfield.Transitions;
import rugged.meanfield.uniform.Richardson;

class EquilibriumCurveTest {
    private static final Mixture THREE = Mixture.pure(3);

    /** Order 2 above its transition: C is the transform of the semicircle with weights T/(T + 1/T - x), here by quadrature. */
    @Test
    void orderTwoInClosedForm() {
        double t = 1.5;
        EquilibriumCurve curve = EquilibriumCurve.solve(Mixture.pure(2), t, 20, 4096);
        for (double time : new double[] {0.1, 1, 5, 20}) {
            double sum = 0;
            int points = 20000;
            double gap = t + 1 / t;
            for (int k = 0; k < points; k++) {
                double angle = Math.PI * (k + 0.5) / points;
                double x = 2 * Math.cos(angle);
                double density = 2 / Math.PI * Math.sin(angle) * Math.sin(angle) * Math.PI / points;
                sum += density * t / (gap - x) * Math.exp(-(gap - x) * time);
            }
            assertThat(curve.correlation(time)).isCloseTo(sum, within(2e-6));
        }
    }

    @Test
    void theErrorIsOfSecondOrder() {
        double a = EquilibriumCurve.solve(THREE, 0.7, 30, 256).correlation(20);
        double b = EquilibriumCurve.solve(THREE, 0.7, 30, 512).correlation(20);
        double c = EquilibriumCurve.solve(THREE, 0.7, 30, 1024).correlation(20);
        assertThat((a - b) / (b - c)).isCloseTo(4, within(0.4));
    }

    /** The equations of two times from a start in equilibrium. */
    @Test
    void twoTimesAgree() {
        Mixture mixed = Mixture.parse("3+4");
        Richardson aging = Richardson.solve(new AgingProblem(mixed, 0.9, 1 / 0.9), 4, 0.02);
        EquilibriumCurve curve = EquilibriumCurve.solve(mixed, 0.9, 4, 4096);
        for (double t : new double[] {1, 2, 4}) {
            assertThat(curve.correlation(t)).isCloseTo(aging.correlation(t, 0), within(2e-6));
        }
    }

    @Test
    void belowTheTransitionItEndsOnThePlateau() {
        EquilibriumCurve curve = EquilibriumCurve.solve(THREE, 0.6, 1e8, 1024);
        assertThat(curve.correlation(1e8)).isCloseTo(Transitions.plateau(THREE, 0.6), within(1e-5));
        EquilibriumCurve warm = EquilibriumCurve.solve(THREE, 0.62, 1e8, 1024);
        assertThat(warm.correlation(1e8)).isCloseTo(0, within(1e-9));
    }
}
