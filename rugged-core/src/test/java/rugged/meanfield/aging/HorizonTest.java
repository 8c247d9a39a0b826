package rugged.meanfield.aging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.meanfield.AgingCurves;
import rugged.meanfield.AgingProblem;
import rugged.meanfield.Mixture;

class HorizonTest {
    /** mu = 2 sqrt(f''(1)) - depth/t: no more is read of the curves. */
    private record Depth(AgingProblem problem, DoubleUnaryOperator depth, double until) implements AgingCurves {
        /** Factor t^(1 - power). */
        Depth(AgingProblem problem, double factor, double power, double until) {
            this(problem, t -> factor * Math.pow(t, 1 - power), until);
        }

        @Override
        public double multiplier(double t) {
            return 2 * problem.rate() - depth.applyAsDouble(t) / t;
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

    /** Rows are smoothed, and as close as that needs, where the depth at the last time is beyond 800, or 550 at late times; what reached its end without keeps its bits. */
    @ParameterizedTest
    @CsvSource({
        "3+12, 2, 0.5, 1e5, 10, false",
        "3+12, 2, 0.5, 3e5, 11, true",
        "3+12, 2, 0.5, 1e6, 12, true",
        "3, 0.97, 0.667, 1e6, 10, false",
        "3, 0.97, 0.667, 1e8, 13, false",
        "3, 0.97, 0.667, 1.7e8, 13, false",
        "3+4, 0.62, 0.586, 1e6, 10, false",
        "3+4, 0.62, 0.586, 1e7, 12, false",
        "3+4, 0.62, 0.586, 1.3e7, 12, false",
        "3+4, 0.62, 0.586, 1.4e7, 14, true",
        "3+4, 0.62, 0.586, 3.4e7, 15, true",
        "3+4, 0.62, 0.586, 1e8, 15, true",
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

    /** Random start, T = 0: depths of 3+4 as solved with order 13; those of a power law. That of 3+4 at 3.4e7 used to be foreseen as 650, so that rows were not smoothed, and lost before they were there. */
    @ParameterizedTest
    @CsvSource({
        "9.975, 22.25, 51.61, 1e6, 198, 0.04",
        "9.975, 22.25, 51.61, 1e7, 524, 0.08",
        "9.975, 22.25, 51.61, 3.2e7, 868, 0.10",
        "9.975, 22.25, 51.61, 1e8, 1429, 0.10",
        "10, 20, 40, 3.3333333e7, 320, 1e-6",
        "10, 25, 50, 3.3333333e7, 400, 1e-6",
        "-3, 20, 40, 3.3333333e7, 320, 1e-6",
        "5, 20, 40, 3.3333333e7, 320, 1e-6",
        "1, 2, 18, 3.3333333e7, 18000, 1e-6",
        "40, 40, 40, 3.3333333e7, 40, 1e-6",
        "-1, -1, -1, 3.3333333e7, -1, 1e-6",
    })
    void theDepthIsForeseen(double earlier, double before, double now, double until, double depth, double tolerance) {
        AgingProblem problem = problem("3+4", 0);
        double t = Horizon.telling(problem);
        Depth known = new Depth(problem, at -> at > 0.5 * t ? now : at > 0.05 * t ? before : earlier, t);
        assertThat(Horizon.at(problem, known, until) / depth).isCloseTo(1, within(tolerance));
    }

    /** From a thermalised start that is remembered for ever rows are further apart; a state that is stable needs none of that, one that is forgotten rows as from a random start. */
    @ParameterizedTest
    @CsvSource({
        "1e6, 0.1, 0.8, 10, 0.05",
        "3.4e6, 0.1, 0.8, 11, 0.07",
        "6.9e6, 0.1, 0.8, 12, 0.07",
        "1e8, -0.1, 0.8, 13, 0.05",
        "1e7, 0.62, 0.586, 12, 0.05",
        "1e8, 0.62, 0.586, 15, 0.025"
    })
    void lateTimesOfARememberedStart(double until, double factor, double power, int order, double spacing) {
        AgingProblem problem = new AgingProblem(Mixture.parse("3+4"), 0, 1 / 0.806);
        Resolution found =
                Horizon.resolution(problem, until, (resolution, to) -> new Depth(problem, factor, power, to));
        assertThat(found.order()).isEqualTo(order);
        assertThat(found.spacing()).isEqualTo(spacing);
        assertThat(found.smoothed()).isEqualTo(spacing < 0.05);
        assertThat(found.companion().order()).isEqualTo(order - 1);
        assertThat(found.companion().spacing()).isGreaterThan(1.1 * spacing);
    }

    @Test
    void aRememberedStartIsRefusedWhereNothingTellsTheError() {
        AgingProblem problem = new AgingProblem(Mixture.parse("3+4"), 0, 1 / 0.806);
        assertThatThrownBy(() -> Horizon.resolution(problem, 1e8, (resolution, to) -> new Depth(problem, 0.1, 0.8, to)))
                .isInstanceOfSatisfying(
                        AgingFailure.class,
                        failure -> assertThat(failure.general()).isTrue())
                .hasMessageContaining("t = 1.00e+08 cannot be certified")
                .hasMessageContaining("T_0 = 0.806")
                .hasMessageContaining("t = 7.0e+06 (foreseen at t = 3.33e+04)");
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
