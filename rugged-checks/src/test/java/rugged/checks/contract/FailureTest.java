package rugged.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Batch;
import rugged.api.model.Landscape;
import rugged.api.model.StochasticLandscape;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.dynamics.Clock;
import rugged.dynamics.Stability;
import rugged.dynamics.flow.GradientDescent;
import rugged.dynamics.flow.GradientFlow;
import rugged.num.Streams;

/** Numerics that cannot go on say so, and leave the last good state behind. */
class FailureTest {
    /** A slope in one dimension, E = -x, that ends at x = 1: beyond it the energy is not a number. */
    private record Cliff() implements StochasticLandscape {
        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public int patterns() {
            return 40;
        }

        @Override
        public double energy(double[] x) {
            return x[0] < 1.0 ? -x[0] : Double.NaN;
        }

        @Override
        public double energyAndGradient(double[] x, double[] g) {
            g[0] = -1.0;
            return energy(x);
        }

        @Override
        public double energyAndGradient(double[] x, Batch batch, double[] g) {
            return energyAndGradient(x, g);
        }

        @Override
        public StochasticLandscape fork() {
            return this;
        }
    }

    @TestFactory
    Stream<DynamicTest> stopsBeforeTheCliff() {
        return Bestiary.dynamics().stream()
                .filter(FailureTest::fallsOffCliffs)
                .map(dynamics -> dynamicTest(dynamics.toString(), () -> {
                    Stepper stepper = dynamics.start(new Cliff(), new double[1], Streams.of(1));
                    stepper.advance(1e4);
                    assertThat(stepper.status()).isInstanceOf(Status.Failed.class);
                    double[] x = new double[1];
                    stepper.state(x);
                    assertThat(x[0]).isLessThan(1.0);
                    Stepper again = dynamics.start(new Cliff(), new double[1], Streams.of(1));
                    again.load(stepper.save());
                    assertThat(again.status()).isEqualTo(stepper.status());
                    long steps = again.steps();
                    again.step();
                    assertThat(again.steps()).isEqualTo(steps);
                }));
    }

    @Test
    void anUnstableStepIsObjectedToAndFails() {
        LandscapeSpec well = new GaussianWell(9, 0.3, 10.0);
        for (GradientFlow.Method method : GradientFlow.Method.values()) {
            GradientFlow stable = new GradientFlow(method, 0.19, 1e-6, 1e-12, 1e-8, new Stability(false));
            GradientFlow unstable = new GradientFlow(method, 0.21, 1e-6, 1e-12, 1e-8, new Stability(false));
            assertThat(stable.objection(well)).isEmpty();
            boolean adaptive = method == GradientFlow.Method.DORMAND_PRINCE;
            assertThat(unstable.objection(well).isEmpty()).isEqualTo(adaptive);
            if (!adaptive)
                assertThat(unstable.objection(well).orElseThrow()).startsWith("unstable step: dt=0.21 exceeds 0.2");
            assertThat(new GradientFlow(method, 0.21, 1e-6, 1e-12, 1e-8, new Stability(true)).objection(well))
                    .isEmpty();
            assertThat(end(stable, well)).isInstanceOf(Status.Converged.class);
            switch (end(unstable, well)) {
                case Status.Failed(String reason, double energy) -> {
                    assertThat(adaptive).isFalse();
                    assertThat(reason).contains("energy of a descent rises");
                    assertThat(energy).as("seen at once").isLessThan(1e3);
                }
                case Status other -> {
                    assertThat(other).isInstanceOf(Status.Converged.class);
                    assertThat(adaptive).isTrue();
                }
            }
        }
    }

    @Test
    void anUnstableStepThatIsAllowedIsTaken() {
        LandscapeSpec well = new GaussianWell(9, 0.3, 10.0);
        List<DynamicsSpec> allowed = List.of(
                new GradientDescent(0.21, 0.0, Clock.STEPS, 1e-8, new Stability(true)),
                new GradientFlow(GradientFlow.Method.EULER, 0.21, 1e-6, 1e-12, 1e-8, new Stability(true)),
                new GradientFlow(GradientFlow.Method.HEUN, 0.21, 1e-6, 1e-12, 1e-8, new Stability(true)));
        for (DynamicsSpec dynamics : allowed) {
            assertThat(dynamics.objection(well)).isEmpty();
            Landscape model = (Landscape) well.build();
            Stepper stepper = dynamics.start(model, Bestiary.start(model, 1), Streams.of(1));
            double[] x = new double[9];
            double[] g = new double[9];
            stepper.state(x);
            double before = model.energyAndGradient(x, g);
            for (int k = 0; k < 100; k++) stepper.step();
            stepper.state(x);
            assertThat(stepper.status()).as(dynamics.toString()).isEqualTo(Status.RUNNING);
            assertThat(stepper.steps()).isEqualTo(100);
            assertThat(model.energyAndGradient(x, g)).isGreaterThan(before);
            stepper.advance(1e9);
            assertThat(stepper.status()).isInstanceOf(Status.Failed.class);
        }
    }

    private static Status end(DynamicsSpec dynamics, LandscapeSpec landscape) {
        var model = landscape.build();
        Stepper stepper = dynamics.start(model, Bestiary.start(model, 1), Streams.of(1));
        stepper.advance(1e4);
        return stepper.status();
    }

    @Test
    void aStartWhereNothingIsDefinedFailsAtOnce() {
        for (DynamicsSpec dynamics : Bestiary.dynamics()) {
            if (!fallsOffCliffs(dynamics)) continue;
            Stepper stepper = dynamics.start(new Cliff(), new double[] {2.0}, Streams.of(1));
            stepper.advance(1.0);
            assertThat(stepper.status()).isInstanceOf(Status.Failed.class);
            assertThat(stepper.steps()).isZero();
        }
    }

    /** Whether a cliff, a landscape of patterns in flat space, offers all that the dynamics needs. */
    private static boolean fallsOffCliffs(DynamicsSpec dynamics) {
        return EnumSet.of(
                        Need.CONFIGURATION,
                        Need.ENERGY,
                        Need.VELOCITY,
                        Need.CONTINUOUS,
                        Need.ORIGIN,
                        Need.OVERLAP,
                        Need.GRADIENT,
                        Need.HESSIAN_VECTOR,
                        Need.PATTERNS,
                        Need.ISOLATED)
                .containsAll(dynamics.needs());
    }
}
