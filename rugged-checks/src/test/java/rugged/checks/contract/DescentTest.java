package rugged.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.model.Landscape;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.dynamics.Clock;
import rugged.dynamics.Stability;
import rugged.dynamics.flow.GradientFlow;
import rugged.dynamics.flow.GradientFlow.Method;
import rugged.dynamics.sampling.Langevin;
import rugged.geometry.Manifold;
import rugged.num.Streams;

/** Deterministic descents on problems with a closed form: the order of convergence in the step, convergence, failure. */
class DescentTest {
    private static final double UNTIL = 2.0;

    static GradientFlow flow(Method method, double dt, double rtol, double tolerance) {
        return new GradientFlow(method, dt, rtol, 1e-14, tolerance, new Stability(false));
    }

    /** rms distance from the exact solution at t = 2. */
    private static double error(LandscapeSpec landscape, DynamicsSpec dynamics) {
        int n = landscape.build().dimension();
        double[] start = new double[n];
        for (int i = 0; i < n; i++) start[i] = 1.0 + 0.3 * Math.sin(1.0 + 3 * i);
        if (landscape instanceof QuadraticSphere) Manifold.SPHERE.retract(start);
        Stepper stepper = dynamics.start(landscape.build(), start, Streams.of(1));
        stepper.advance(UNTIL);
        assertThat(stepper.time()).isCloseTo(UNTIL, within(1e-12));
        double[] x = new double[n];
        stepper.state(x);
        double[] exact = start.clone();
        for (int i = 0; i < n; i++) {
            double k = landscape instanceof GaussianWell well
                    ? well.curvature(i)
                    : ((QuadraticSphere) landscape).curvature(i);
            exact[i] = start[i] * Math.exp(-k * UNTIL);
        }
        if (landscape instanceof QuadraticSphere) Manifold.SPHERE.retract(exact);
        double square = 0.0;
        for (int i = 0; i < n; i++) square += (x[i] - exact[i]) * (x[i] - exact[i]);
        return Math.sqrt(square / n);
    }

    @TestFactory
    Stream<DynamicTest> errorFallsWithTheOrderOfTheMethod() {
        return Stream.of(new GaussianWell(7, 0.2, 1.5), new QuadraticSphere(7, 0.0, 1.5))
                .flatMap(landscape -> Stream.of(
                        order(landscape, "euler", 1.0, dt -> flow(Method.EULER, dt, 1e-6, 0.0)),
                        order(landscape, "heun", 2.0, dt -> flow(Method.HEUN, dt, 1e-6, 0.0)),
                        order(
                                landscape,
                                "langevin at T = 0",
                                1.0,
                                dt -> new Langevin(0.0, dt, Clock.FLOW, new Stability(false)))));
    }

    private static DynamicTest order(
            LandscapeSpec landscape,
            String name,
            double order,
            java.util.function.DoubleFunction<DynamicsSpec> dynamics) {
        return DynamicTest.dynamicTest(name + " on " + landscape, () -> {
            double coarse = error(landscape, dynamics.apply(0.02));
            double fine = error(landscape, dynamics.apply(0.01));
            assertThat(Math.log(coarse / fine) / Math.log(2.0)).isCloseTo(order, within(0.05));
        });
    }

    @TestFactory
    Stream<DynamicTest> errorOfTheAdaptiveFlowFollowsItsTolerance() {
        return Stream.of(new GaussianWell(7, 0.2, 1.5), new QuadraticSphere(7, 0.0, 1.5))
                .map(landscape -> DynamicTest.dynamicTest(landscape.toString(), () -> {
                    for (double rtol = 1e-3; rtol > 1e-11; rtol /= 10) {
                        double error = error(landscape, flow(Method.DORMAND_PRINCE, 0.1, rtol, 0.0));
                        assertThat(error).isLessThan(2.0 * rtol).isGreaterThan(1e-4 * rtol);
                    }
                }));
    }

    @Test
    void convergesToTheStatedTolerance() {
        for (Method method : Method.values()) {
            Stepper stepper = flow(method, 0.1, 1e-6, 1e-8)
                    .start(new GaussianWell(50, 0.1, 7.0).build(), new double[50], Streams.of(1));
            assertThat(stepper.status()).isEqualTo(Status.RUNNING);
            stepper.advance(1.0);
            assertThat(stepper.status()).isInstanceOf(Status.Converged.class);
            double[] start = new double[50];
            java.util.Arrays.fill(start, 1.0);
            stepper = flow(method, 0.1, 1e-6, 1e-8).start(new GaussianWell(50, 0.1, 7.0).build(), start, Streams.of(1));
            stepper.advance(1e4);
            assertThat(stepper.status()).isInstanceOf(Status.Converged.class);
        }
    }

    /** A ball whose energy and gradient have rounding errors of single precision. */
    private record Coarse(QuadraticSphere.Ball ball) implements Landscape {
        @Override
        public int dimension() {
            return ball.dimension();
        }

        @Override
        public Manifold manifold() {
            return ball.manifold();
        }

        @Override
        public double rounding() {
            return 1e-7;
        }

        @Override
        public double energy(double[] x) {
            return (float) ball.energy(x);
        }

        @Override
        public double energyAndGradient(double[] x, double[] g) {
            double energy = ball.energyAndGradient(x, g);
            for (int i = 0; i < g.length; i++) g[i] += 5e-8 * scatter(x[i]); // forces are of order one half here
            return (float) energy;
        }

        /** Between -1 and 1, and without a pattern. */
        private static double scatter(double value) {
            return Streams.mix(Double.doubleToLongBits(value)) * 0x1p-63;
        }
    }

    /** Rounding errors do not shrink with the step: step control must neither chase them nor miss the end. */
    @Test
    void theRoundingOfALandscapeIsNotMistakenForItsShape() {
        Coarse coarse = new Coarse(new QuadraticSphere(200, 0.5, 6.0).build());
        double[] start = new double[200];
        java.util.Arrays.fill(start, 1.0);
        for (Method method : List.of(Method.HEUN, Method.DORMAND_PRINCE)) {
            Stepper stepper = flow(method, 0.1, 1e-6, 1e-12).start(coarse, start, Streams.of(1));
            stepper.advance(1000.0);
            assertThat(stepper.status()).isInstanceOf(Status.Converged.class);
            assertThat(((Status.Converged) stepper.status()).criterion()).contains("rounding");
            assertThat(stepper.evaluations()).isLessThan(6000);
        }
    }
}
