package rugged.meanfield.aging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.meanfield.AgingCurves;
import rugged.meanfield.AgingProblem;
import rugged.meanfield.Mixture;

class HorizonTest {
    /** mu = 2 sqrt(f''(1)) - factor t^(-power): no more is read of the curves. */
    private record Depth(AgingProblem problem, double factor, double power, double until) implements AgingCurves {
        @Override
        public double multiplier(double t) {
            return 2 * problem.rate() - factor * Math.pow(t, -power);
        }

        @Override
        public double energy(double t) {
            throw new UnsupportedOperationException();
        }

        @Override
        public double correlation(double t, double s) {
            throw new UnsupportedOperationException();
        }

        @Override
        public double response(double t, double s) {
            throw new UnsupportedOperationException();
        }

        @Override
        public double integratedResponse(double t, double s) {
            throw new UnsupportedOperationException();
        }

        @Override
        public double correlationSlope(double t, double s) {
            throw new UnsupportedOperationException();
        }
    }

    private static AgingProblem problem(String mixture, double temperature) {
        return new AgingProblem(Mixture.parse(mixture), temperature, 0);
    }

    /** 3+12 to t = 1e6 lost rows of orders 11 and 12; what reached its end at the usual order keeps it, and its bits. */
    @ParameterizedTest
    @CsvSource({
        "3+12, 2, 0.5, 1e5, 10",
        "3+12, 2, 0.5, 3e5, 10",
        "3+12, 2, 0.5, 1e6, 13",
        "3, 0.97, 0.667, 1e6, 10",
        "3, 0.97, 0.667, 1e8, 13",
        "3+4, 0.70, 0.586, 1e6, 10",
        "3+4, 0.70, 0.586, 3e7, 13",
        "3+4, -0.5, 0, 3e7, 13",
        "2, 0.75, 1, 1e6, 10",
    })
    void anOrderIsChosenByHowCloseRowsWillBe(String mixture, double factor, double power, double until, int order) {
        AgingProblem problem = problem(mixture, 0);
        Resolution found =
                Horizon.resolution(problem, until, (resolution, to) -> new Depth(problem, factor, power, to));
        assertThat(found).isEqualTo(Resolution.reaching(problem, until).withOrder(order));
    }

    @Test
    void whatNoOrderReachesIsRefusedFromTheBeginning() {
        AgingProblem problem = problem("3+12", 0);
        double[] last = new double[1];
        assertThatThrownBy(() -> Horizon.resolution(problem, 3e7, (resolution, to) -> {
                    last[0] = to;
                    return new Depth(problem, 2, 0.5, to);
                }))
                .isInstanceOf(AgingFailure.class)
                .hasMessageContaining("t = 3.00e+07 cannot be reached");
        assertThat(last[0]).isEqualTo(1e4 / problem.rate());
    }

    /** A bath has no unstable edge to follow, and early times are soon solved: nothing is solved to choose an order. */
    @ParameterizedTest
    @CsvSource({"3+12, 0.5, 1e6", "3+12, 0, 1e4"})
    void nothingIsSolvedWhereNothingDependsOnIt(String mixture, double temperature, double until) {
        AgingProblem problem = problem(mixture, temperature);
        assertThat(Horizon.resolution(problem, until, (resolution, to) -> {
                    throw new AssertionError();
                }))
                .isEqualTo(Resolution.reaching(problem, until));
    }

    /** Which order is steady is then found on the way. */
    @Test
    void anUnsteadyBeginningIsLeftToTheWay() {
        AgingProblem problem = problem("3", 0);
        assertThat(Horizon.resolution(problem, 1e6, (resolution, to) -> {
                    throw new AgingFailure(10, 3, 1, "lost", "");
                }))
                .isEqualTo(Resolution.reaching(problem, 1e6));
    }
}
