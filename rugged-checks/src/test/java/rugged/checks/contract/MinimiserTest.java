package rugged.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Landscape;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.dynamics.Batching;
import rugged.dynamics.Clock;
import rugged.dynamics.Sampling;
import rugged.dynamics.Stability;
import rugged.dynamics.flow.GradientDescent;
import rugged.dynamics.minimise.NewtonCg;
import rugged.dynamics.stochastic.Adam;
import rugged.num.Streams;
import rugged.params.Catalogue;
import rugged.params.Samples;
import rugged.params.Schema;

/** Minimisers on landscapes of the catalogue: that they arrive, at a point where the gradient vanishes, and say what it cost. */
class MinimiserTest {
    private static final double TOLERANCE = 1e-6;

    private static Object built(String kind, String name) {
        return Samples.of(Catalogue.standard().find(kind, name).orElseThrow(), Catalogue.standard())
                .orElseThrow();
    }

    private static LandscapeSpec landscape(String name, int n) {
        return Bestiary.sized((LandscapeSpec) built("landscape", name), n);
    }

    /** Plain descent, the heavy ball and Adam, all patterns in every gradient. */
    private static Map<String, DynamicsSpec> firstOrder(double rate, double momentum, double adamRate) {
        Map<String, DynamicsSpec> all = new LinkedHashMap<>();
        all.put("plain", new GradientDescent(rate, 0, Clock.STEPS, TOLERANCE, new Stability(true)));
        all.put("heavy ball", new GradientDescent(rate, momentum, Clock.STEPS, TOLERANCE, new Stability(true)));
        all.put(
                "adam",
                new Adam(
                        adamRate,
                        new Batching(0, Sampling.REPLACEMENT),
                        0.9,
                        0.999,
                        1e-8,
                        Clock.STEPS,
                        TOLERANCE,
                        Optional.empty()));
        return all;
    }

    /** A network whose weight decay makes the minimum round. */
    private static LandscapeSpec decaying() {
        return Schema.changed(Bestiary.sized(Bestiary.network(), 0), "l2", 0.03);
    }

    private static Stepper run(DynamicsSpec spec, Landscape landscape, double[] x, int most) {
        Stepper stepper = spec.start(landscape, x, Streams.of(3));
        while (stepper.status().running() && stepper.evaluations() < most) stepper.step();
        return stepper;
    }

    /** |g|/sqrt(N), g tangent. */
    private static double slope(Landscape landscape, double[] x) {
        double[] g = new double[x.length];
        landscape.energyAndGradient(x, g);
        landscape.manifold().tangent(x, g);
        double sum = 0;
        for (double gi : g) sum += gi * gi;
        return Math.sqrt(sum / g.length);
    }

    private static void assertArrives(String name, Stepper stepper, Landscape landscape) {
        assertThat(stepper.status()).as(name).isInstanceOf(Status.Converged.class);
        double[] x = new double[landscape.dimension()];
        stepper.state(x);
        assertThat(landscape.manifold().violation(x)).as(name).isLessThan(1e-13);
        assertThat(slope(landscape, x)).as(name).isLessThanOrEqualTo(1.001 * TOLERANCE);
        assertThat(stepper.evaluations()).as(name).isGreaterThanOrEqualTo(stepper.steps());
    }

    @TestFactory
    Stream<DynamicTest> firstOrderMethodsArriveOnEveryLandscapeWithAGradient() {
        record Case(LandscapeSpec spec, Map<String, DynamicsSpec> methods, int most) {}
        return Stream.of(
                        new Case(landscape("pspin", 40), firstOrder(0.2, 0.8, 0.02), 20000),
                        new Case(landscape("quadratic", 30), firstOrder(1.9, 0.67, 0.02), 20000),
                        new Case(landscape("rosenbrock", 6), firstOrder(1e-3, 0.95, 0.01), 200000),
                        new Case(decaying(), firstOrder(0.5, 0.8, 0.02), 20000))
                .flatMap(one -> one.methods.entrySet().stream()
                        .map(method -> dynamicTest(method.getKey() + " on " + one.spec, () -> {
                            Landscape landscape = (Landscape) one.spec.build();
                            double[] x = new double[landscape.dimension()];
                            Streams.of(4).stream("x", 0).normals(x);
                            for (int i = 0; i < x.length; i++) x[i] *= 0.5;
                            landscape.manifold().retract(x);
                            assertArrives(method.getKey(), run(method.getValue(), landscape, x, one.most), landscape);
                        })));
    }

    /** Near a minimum of the sphere a heavy ball that keeps its velocity tangent is that of flat space: sqrt(kappa) steps, not kappa. */
    @Test
    void momentumPaysOnTheSphere() {
        double plain = 0;
        double heavy = 0;
        for (int k = 0; k < 3; k++) {
            Landscape glass = (Landscape)
                    Schema.changed(landscape("pspin", 40), "seed", k + 1).build();
            double[] x = Bestiary.start(glass, k);
            Map<String, DynamicsSpec> methods = firstOrder(0.2, 0.8, 0.02);
            plain += run(methods.get("plain"), glass, x, 20000).evaluations();
            heavy += run(methods.get("heavy ball"), glass, x, 20000).evaluations();
        }
        assertThat(heavy).isLessThan(0.7 * plain);
    }

    /** On a sphere nothing but the tangent part of the gradient counts: E + c |x|^2/2 has the same trajectories for every c. */
    @Test
    void whatIsConstantOnTheSphereChangesNothing() {
        QuadraticSphere spec = new QuadraticSphere(9, 0.7, 1.5);
        Landscape plain = (Landscape) spec.build();
        Landscape shifted = new Raised(plain, 4);
        double[] x = Bestiary.start(plain, 2);
        firstOrder(0.05, 0.9, 0.05).forEach((name, method) -> {
            double[] one = end(method, plain, x);
            double[] other = end(method, shifted, x);
            for (int i = 0; i < x.length; i++) assertThat(one[i]).as(name).isCloseTo(other[i], within(1e-9));
        });
    }

    private static double[] end(DynamicsSpec method, Landscape landscape, double[] x) {
        Stepper stepper = method.start(landscape, x, Streams.of(1));
        for (int k = 0; k < 30; k++) stepper.step();
        double[] y = new double[x.length];
        stepper.state(y);
        return y;
    }

    /** A landscape with c |x|^2/2 on top. */
    private record Raised(Landscape base, double c) implements Landscape {
        @Override
        public int dimension() {
            return base.dimension();
        }

        @Override
        public double energy(double[] x) {
            return energyAndGradient(x, new double[x.length]);
        }

        @Override
        public double energyAndGradient(double[] x, double[] g) {
            double energy = base.energyAndGradient(x, g);
            double square = 0;
            for (int i = 0; i < x.length; i++) {
                g[i] += c * x[i];
                square += x[i] * x[i];
            }
            return energy + 0.5 * c * square;
        }

        @Override
        public rugged.geometry.Manifold manifold() {
            return base.manifold();
        }
    }

    /** Every minimiser of the catalogue that needs no more than derivatives: at (1, ..., 1), or at the other minimum, near x_1 = -1. */
    @TestFactory
    Stream<DynamicTest> minimisersFollowTheRosenbrockValleyToItsEnd() {
        return Stream.of("fire", "cg", "l-bfgs", "newton-cg", "saddle-free-newton")
                .map(name -> dynamicTest(name, () -> {
                    DynamicsSpec spec = (DynamicsSpec) built("dynamics", name);
                    if (name.equals("fire")) spec = Schema.changed(Schema.changed(spec, "dt", 0.01), "dt-max", 0.03);
                    for (int n : List.of(2, 20)) {
                        Landscape valley =
                                (Landscape) landscape("rosenbrock", n).build();
                        double[] x = new double[n];
                        for (int i = 0; i < n; i++) x[i] = i % 2 == 0 ? -1.2 : 1;
                        Stepper stepper = run(spec, valley, x, 100000);
                        assertThat(stepper.status()).isInstanceOf(Status.Converged.class);
                        stepper.state(x);
                        assertThat(slope(valley, x)).isLessThan(1e-7);
                        if (x[0] > 0) for (double xi : x) assertThat(xi).isCloseTo(1, within(1e-5));
                        else
                            assertThat(valley.energy(x)).as("the other minimum").isBetween(3.9, 4.0);
                        assertThat(x[0] > 0 || n > 2).isTrue();
                    }
                }));
    }

    /** Half of the patterns make a worse model but, of a convex loss, the same minimum. */
    @Test
    void curvatureOfAPartArrivesAtTheSameMinimum() {
        Landscape network =
                (Landscape) Schema.changed(decaying(), "layers", List.of()).build();
        double[] x = Bestiary.start(network, 4);
        double[] one = new double[x.length];
        double[] other = new double[x.length];
        for (double part : new double[] {1, 0.5, 0.25}) {
            Stepper stepper = run(new NewtonCg(0.5, 2, 20, 0.5, part, TOLERANCE), network, x, 20000);
            assertArrives("part " + part, stepper, network);
            stepper.state(part == 1 ? one : other);
            if (part < 1)
                for (int i = 0; i < x.length; i++) assertThat(other[i]).isCloseTo(one[i], within(1e-3));
        }
    }

    @Test
    void adamNeedsPatternsOnlyForBatches() {
        DynamicsSpec whole = new Adam(
                0.01, new Batching(0, Sampling.REPLACEMENT), 0.9, 0.999, 1e-8, Clock.STEPS, 1e-8, Optional.empty());
        DynamicsSpec batches = new Adam(
                0.01, new Batching(10, Sampling.REPLACEMENT), 0.9, 0.999, 1e-8, Clock.STEPS, 1e-8, Optional.empty());
        assertThat(whole.needs()).doesNotContain(Need.PATTERNS);
        assertThat(batches.needs()).contains(Need.PATTERNS);
    }
}
