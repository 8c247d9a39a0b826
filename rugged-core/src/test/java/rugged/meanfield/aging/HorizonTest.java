package rugged.meanfield.aging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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

    /** Rows are smoothed, and as close as that needs, where the depth at the last time is beyond 800; what reached its end without keeps its bits. */
    @ParameterizedTest
    @CsvSource({
        "3+12, 2, 0.5, 1e5, 10, false",
        "3+12, 2, 0.5, 3e5, 11, true",
        "3+12, 2, 0.5, 1e6, 12, true",
        "3, 0.97, 0.667, 1e6, 10, false",
        "3, 0.97, 0.667, 1e8, 13, false",
        "3+4, 0.70, 0.586, 1e6, 10, false",
        "3+4, 0.70, 0.586, 1e7, 12, false",
        "3+4, 0.70, 0.586, 3e7, 14, true",
        "3+4, 0.70, 0.586, 1e8, 15, true",
        "3+4, -0.5, 0, 3e7, 13, false",
        "2, 0.75, 1, 1e6, 10, false",
    })
    void theResolutionIsChosenByHowCloseRowsWillBe(
            String mixture, double factor, double power, double until, int order, boolean smoothed) {
        AgingProblem problem = problem(mixture, 0);
        Resolution found =
                Horizon.resolution(problem, until, (resolution, to) -> new Depth(problem, factor, power, to));
        assertThat(found.order()).isEqualTo(order);
        assertThat(found.smoothed()).isEqualTo(smoothed);
        assertThat(found.spacing()).isEqualTo(smoothed ? 0.025 : 0.05);
        if (!smoothed) assertThat(found).isEqualTo(Resolution.reaching(problem, until));
    }

    /** From a thermalised start that is remembered for ever; a state that is stable needs no close rows. */
    @ParameterizedTest
    @CsvSource({"1e6, 0.1, false", "1e7, 0.1, true", "1e8, 0.1, true", "1e8, -0.1, false"})
    void lateTimesOfARememberedStartAreSmoothed(double until, double factor, boolean smoothed) {
        AgingProblem problem = new AgingProblem(Mixture.parse("3+4"), 0, 1 / 0.806);
        Resolution found = Horizon.resolution(problem, until, (resolution, to) -> new Depth(problem, factor, 0.8, to));
        assertThat(found.smoothed()).isEqualTo(smoothed);
    }

    /** Distances follow the depth without a kink, and are at most stride/depth; those of rows that are not smoothed as they were. */
    @Test
    void rowsComeCloserAsTheDepthGrows() {
        Resolution close = Resolution.close(problem("3+4", 0), 1e8);
        assertThat(close.distance(0)).isEqualTo(0.025);
        assertThat(close.distance(-3)).isEqualTo(0.025);
        assertThat(close.distance(400)).isCloseTo(0.025 * Math.pow(2, -0.25), within(1e-15));
        for (double depth = 1; depth < 1e5; depth *= 1.1) {
            assertThat(close.distance(depth)).isLessThan(Math.min(0.025, close.stride() / depth));
            assertThat(close.distance(1.1 * depth) / close.distance(depth)).isBetween(1 / 1.1, 1.0);
        }
        assertThat(close.distance(1e4)).isCloseTo(close.stride() / 1e4, within(1e-8));
        Resolution usual = Resolution.of(problem("3", 0), 10, 0.05);
        assertThat(usual.distance(300)).isEqualTo(0.05);
        assertThat(usual.distance(400)).isEqualTo(18 / 400.0);
    }

    @Test
    void whatIsDeeperThanAnythingThatWasFollowedIsRefusedFromTheBeginning() {
        AgingProblem problem = problem("3+12", 0);
        double[] last = new double[1];
        assertThatThrownBy(() -> Horizon.resolution(problem, 3e7, (resolution, to) -> {
                    last[0] = to;
                    return new Depth(problem, 2, 0.5, to);
                }))
                .isInstanceOf(AgingFailure.class)
                .hasMessageContaining("t = 3.00e+07 cannot be reached")
                .hasMessageContaining("from about t = 4.0e+06 on");
        assertThat(last[0]).isEqualTo(1e4 / problem.rate());
    }

    /** Early times are soon solved: nothing is solved to choose a resolution. */
    @ParameterizedTest
    @CsvSource({"3+12, 0.5, 1e4", "3+12, 0, 1e4"})
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
