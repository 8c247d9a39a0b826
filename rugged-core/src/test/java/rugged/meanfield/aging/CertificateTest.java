package rugged.meanfield.aging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.meanfield.AgingCurves;
import rugged.meanfield.AgingProblem;
import rugged.meanfield.Mixture;
import rugged.num.Packed;

/** Which resolution is taken, and what ends one that is not steady. */
class CertificateTest {
    private static final double LEVEL = 6e-6;

    private static AgingProblem problem(String mixture) {
        return new AgingProblem(Mixture.parse(mixture), 0, 0);
    }

    /** As seen in a solution of order 10 and spacing 0.035 from t = 1e6 on: growth by 1.2 a row, uneven. */
    private static double oscillating(int row, int onset) {
        double uneven = row % 2 == 0 ? 0.8 : 1.25;
        return Math.max(LEVEL, row < onset ? 0 : LEVEL * uneven * Math.pow(1.2, row - onset));
    }

    @Test
    void aFlatDifferenceIsSteady() {
        Steadiness steadiness = new Steadiness();
        for (int row = 0; row < 1000; row++) {
            steadiness.add(row < 20 ? 1e-4 : LEVEL * (1 + 0.5 * Math.sin(row)));
            assertThat(steadiness.lost()).isFalse();
        }
        // one odd row is none that grows
        steadiness.add(1);
        assertThat(steadiness.lost()).isFalse();
    }

    @Test
    void aGrowingDifferenceIsSeenBeforeItSpoilsAnything() {
        Steadiness steadiness = new Steadiness();
        Steadiness resumed = new Steadiness();
        int row = 0;
        while (!steadiness.lost()) {
            double difference = oscillating(row, 100);
            steadiness.add(difference);
            if (row > 90) resumed.add(difference);
            if (row == 90) {
                Packed.Writer out = new Packed.Writer();
                steadiness.save(out);
                resumed.load(new Packed.Reader(out.bytes()));
            }
            assertThat(difference).isLessThan(1e-3);
            row++;
        }
        assertThat(row).isBetween(110, 130);
        assertThat(resumed.lost()).isTrue();
        assertThat(steadiness.inWords()).contains("6.0e-06");
    }

    /** Differences below what is harmless are no reason to stop, whatever they were before and whoever kept them. */
    @Test
    void harmlessDifferencesAreLetGrow() {
        Steadiness strict = new Steadiness();
        for (int row = 0; row < 100; row++) strict.add(1e-9);
        Packed.Writer out = new Packed.Writer();
        strict.save(out);
        Steadiness lenient = new Steadiness(1e-6);
        lenient.load(new Packed.Reader(out.bytes()));
        for (int row = 0; row < 2 * Steadiness.ROWS; row++) {
            strict.add(2.9e-5);
            lenient.add(2.9e-5);
        }
        assertThat(strict.lost()).isTrue();
        assertThat(lenient.lost()).isFalse();
        for (int row = 0; row < Steadiness.ROWS; row++) lenient.add(3.1e-5);
        assertThat(lenient.lost()).isTrue();
        assertThat(lenient.inWords()).contains("1.0e-06");
    }

    /** Spacing and order that do not go together: the oscillation ends the solution, with its time and what to do. */
    @Test
    void tooFewNodesForTheSpacing() {
        AgingProblem problem = problem("3+12");
        try (LongTimeSolver solver = new LongTimeSolver(problem, Resolution.of(problem, 4, 0.03), 1)) {
            assertThatThrownBy(() -> solver.solve(1e5))
                    .isInstanceOfSatisfying(
                            AgingFailure.class,
                            failure -> assertThat(failure.time()).isBetween(10.0, 3000.0))
                    .hasMessageContaining("rows part from their extrapolation")
                    .hasMessageContaining("use order 5, or rows further apart than 0.03");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1e3, 10",
        "3, 1e6, 10",
        "3, 1e7, 11",
        "3, 2e7, 12",
        "3, 1e8, 13",
        "3+4, 1e8, 13",
        "5, 1e8, 13",
        "3+12, 1e5, 10",
        "3+12, 1e6, 11",
        "3+12, 1e8, 14",
        "3, 5e8, 14"
    })
    void laterTimesTakeAHigherOrder(String mixture, double until, int order) {
        Resolution resolution = Resolution.reaching(problem(mixture), until);
        assertThat(resolution.order()).isEqualTo(order);
        assertThat(resolution.spacing()).isEqualTo(0.05);
        // what certifies is steady for longer: 2e7 5^(P - 10) (delta/0.05)^8
        assertThat(steadyUntil(resolution.companion())).isGreaterThan(2 * steadyUntil(resolution));
        assertThat(steadyUntil(resolution))
                .isGreaterThan(1.9 * until * problem(mixture).rate());
    }

    private static double steadyUntil(Resolution resolution) {
        return 2e7 * Math.pow(5, resolution.order() - 10) * Math.pow(resolution.spacing() / 0.05, 8);
    }

    @Test
    void theCompanionIsCoarserUnlessRowsWouldBeTooFarApart() {
        Resolution usual = Resolution.of(problem("3"), 10, 0.05);
        assertThat(usual.companion().order()).isEqualTo(9);
        assertThat(usual.companion().spacing()).isCloseTo(0.05 * Math.sqrt(2), within(1e-15));
        Resolution wide = usual.withSpacing(0.1);
        assertThat(wide.companion().order()).isEqualTo(12);
        assertThat(wide.companion().spacing()).isCloseTo(0.1 / Math.sqrt(2), within(1e-15));
        assertThat(usual.withOrder(Resolution.LEAST_ORDER).companion().order()).isEqualTo(Resolution.LEAST_ORDER);
        assertThat(usual.withOrder(Resolution.MOST_ORDER).steadier()).isEmpty();
        // at late times as close as the others: further apart they are lost earlier
        Resolution close = Resolution.close(problem("3+4"), 1e8);
        assertThat(close.companion().order()).isEqualTo(14);
        assertThat(close.companion().spacing()).isCloseTo(1.2 * close.spacing(), within(1e-15));
        assertThat(close.companion().distance(2000) / close.distance(2000)).isBetween(1.0, 1.01);
        assertThat(close.companion().smoothed()).isTrue();
    }

    /** Stands for rows that only some resolutions can follow. */
    private static Function<Resolution, AgingCurves> steadyFrom(int order, List<Resolution> asked) {
        AgingCurves curves = Certificate.solve(problem("2"), Resolution.of(problem("2"), 5, 0.07), 1, 1)
                .curves();
        return resolution -> {
            asked.add(resolution);
            if (resolution.order() < order)
                throw new AgingFailure(3e6, 500, 1e-4, "rows part", "use order " + (resolution.order() + 1));
            return curves;
        };
    }

    /** The program takes its own advice. */
    @Test
    void theFirstSteadyResolutionIsTaken() {
        Resolution from = Resolution.of(problem("3"), 10, 0.05);
        List<Resolution> asked = new ArrayList<>();
        Certificate certificate = Certificate.first(from, true, steadyFrom(12, asked));
        // 12 is steady, but not 11, its companion
        assertThat(asked).extracting(Resolution::order).containsExactly(10, 11, 12, 11, 13, 12);
        assertThat(certificate.inWords())
                .startsWith("order 13, spacing 0.05")
                .containsPattern(
                        "; not order 10, .*: rows part at t = 3.000e\\+06 \\(row 500, .*; not order 11.*; not order"
                                + " 12");
        assertThat(certificate.error(curves -> curves.energy(1))).isZero();
        Certificate uncertified = Certificate.first(from, false, steadyFrom(12, new ArrayList<>()));
        assertThat(uncertified.inWords()).startsWith("order 12");
        assertThat(uncertified.error(curves -> curves.energy(1))).isNaN();
    }

    /** Curves with g = factor t^(-power). */
    private static AgingCurves unstable(AgingProblem problem, double factor, double power, double until) {
        return new AgingCurves() {
            @Override
            public double until() {
                return until;
            }

            @Override
            public double multiplier(double t) {
                return 2 * problem.rate() - factor * Math.pow(t, -power);
            }

            @Override
            public double energy(double t) {
                return Double.NaN;
            }

            @Override
            public double correlation(double t, double s) {
                return Double.NaN;
            }

            @Override
            public double response(double t, double s) {
                return Double.NaN;
            }

            @Override
            public double integratedResponse(double t, double s) {
                return Double.NaN;
            }

            @Override
            public double correlationSlope(double t, double s) {
                return Double.NaN;
            }
        };
    }

    /** Without smoothing, g t (8.3 t)^0.4 is 1.4e6 with g = 2 t^(-1/2) at t = 1.22e6, with 3+4's 0.6 t^(-0.58) at 3.4e7; with p = 3's 0.97 t^(-2/3) beyond all times. */
    @Test
    void whatCannotBeReachedIsForeseen() {
        AgingProblem steep = problem("3+12");
        AgingCurves known = unstable(steep, 2, 0.5, 1e4 / steep.rate());
        Horizon.check(steep, known, 1.8e6, false);
        assertThatThrownBy(() -> Horizon.check(steep, known, 2e6, false))
                .isInstanceOfSatisfying(
                        AgingFailure.class,
                        failure -> assertThat(failure.general()).isTrue())
                .hasMessageContaining("t = 2.00e+06 cannot be reached")
                .hasMessageContaining("from about t = 1.2e+06 on (foreseen at t = 1.2");
        AgingCurves better = unstable(steep, 2, 0.5, 1e5 / steep.rate());
        Horizon.check(steep, better, 1.2e6, false);
        assertThatThrownBy(() -> Horizon.check(steep, better, 1.3e6, false))
                .hasMessageContaining("(foreseen at t = 1.2");
        Horizon.check(steep, unstable(steep, 2, 0.5, 1e3 / steep.rate()), 1e9, false);
        AgingProblem three = problem("3");
        Horizon.check(three, unstable(three, 0.97, 2.0 / 3, 1e6), 1e8, false);
        Horizon.check(three, unstable(three, 0.97, 1.1, 1e6), 1e8, false);
        AgingProblem four = problem("3+4");
        AgingCurves less = unstable(four, 0.6, 0.58, 3400);
        Horizon.check(four, less, 3e7, false);
        assertThatThrownBy(() -> Horizon.check(four, less, 1e8, false))
                .hasMessageContaining("t = 1.00e+08 cannot be reached")
                .hasMessageContaining("from about t = 3.4e+07 on (foreseen at t = 3.33e+03)");
        assertThat(Horizon.passed(0.97 * Math.pow(1e8, 1.0 / 3), 1e8, three, false))
                .isFalse();
        assertThat(Horizon.passed(2 * Math.sqrt(1.3e6), 1.3e6, steep, false)).isTrue();
        assertThat(Horizon.passed(2 * Math.sqrt(1.2e6), 1.2e6, steep, false)).isFalse();
    }

    /** Smoothed rows are followed to a depth of 4000: 4e6 with 2 t^(1/2). */
    @Test
    void smoothedRowsGoFurther() {
        AgingProblem steep = problem("3+12");
        AgingCurves known = unstable(steep, 2, 0.5, 1e5 / steep.rate());
        Horizon.check(steep, known, 3.9e6, true);
        assertThatThrownBy(() -> Horizon.check(steep, known, 4.2e6, true))
                .hasMessageContaining("t = 4.20e+06 cannot be reached")
                .hasMessageContaining("from about t = 4.0e+06 on");
        assertThat(Horizon.passed(3900, 1e8, steep, true)).isFalse();
        assertThat(Horizon.passed(4100, 1e6, steep, true)).isTrue();
        AgingProblem four = problem("3+4");
        Horizon.check(four, unstable(four, 0.6, 0.58, 1e5), 1e8, true);
    }

    /** No other order is tried where none can help. */
    @Test
    void aGeneralFailureIsTheLast() {
        List<Resolution> asked = new ArrayList<>();
        Resolution from = Resolution.of(problem("3+12"), 10, 0.05);
        assertThatThrownBy(() -> Certificate.first(from, true, resolution -> {
                    asked.add(resolution);
                    throw Horizon.at(3.9e5);
                }))
                .hasMessageStartingWith("t = 3.90e+05 is as far as");
        assertThat(asked).hasSize(1);
    }

    @Test
    void whereNoneIsSteadyTheLastSaysWhy() {
        List<Resolution> asked = new ArrayList<>();
        Resolution from = Resolution.of(problem("3"), 13, 0.05);
        assertThatThrownBy(() -> Certificate.first(from, true, steadyFrom(99, asked)))
                .isInstanceOf(AgingFailure.class)
                .hasMessageContaining(
                        "rows part at t = 3.000e+06 (row 500, residual 0.00010) with order 15, spacing 0.05")
                .hasMessageContaining("; not order 13, spacing 0.05000: rows part at t = 3.000e+06")
                .hasMessageContaining("; not order 14, spacing 0.05000: rows part")
                .hasMessageEndingWith("only earlier times can be reached");
        assertThat(asked).extracting(Resolution::order).containsExactly(13, 14, 15);
    }
}
