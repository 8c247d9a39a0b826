package rugged.dynamics.minimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rugged.api.DynamicsSpec;
import rugged.api.model.Landscape;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.geometry.Manifold;
import rugged.num.Streams;
import rugged.num.Vectors;

/** Where minimisers arrive, how fast, and what they say when they cannot. */
class ConvergenceTest {
    static Stream<DynamicsSpec> minimisers() {
        return Stream.of(
                new Fire(0.1, 0.6, 5, 0.5, 1e-9),
                new ConjugateGradient(0.1, 1, 1e-9),
                new LimitedMemory(10, LimitedMemory.Search.WOLFE, 1, 1e-9),
                new LimitedMemory(10, LimitedMemory.Search.CONTROLLED, 0.5, 1e-9),
                new DampedNewton(1, 1e-9),
                new SaddleFreeNewton(20, 1e-6, 0.5, 1e-9),
                new NewtonCg(0.5, 2, 50, 0.5, 1.0, 1e-9));
    }

    private static Stepper run(DynamicsSpec spec, Landscape landscape, long seed, int steps) {
        double[] x = new double[landscape.dimension()];
        landscape.randomise(x, Streams.of(seed).stream("start", 0));
        Stepper stepper = spec.start(landscape, x, Streams.of(seed));
        stepper.advance(steps);
        return stepper;
    }

    /** E = x.A x/2 with given eigenvalues on the axes. */
    private record Bowl(double... lambda) implements Landscape {
        @Override
        public int dimension() {
            return lambda.length;
        }

        @Override
        public double energy(double[] x) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) sum += 0.5 * lambda[i] * x[i] * x[i];
            return sum;
        }

        @Override
        public double energyAndGradient(double[] x, double[] g) {
            hessianVector(x, x, g);
            return energy(x);
        }

        @Override
        public void hessianVector(double[] x, double[] v, double[] hv) {
            for (int i = 0; i < x.length; i++) hv[i] = lambda[i] * v[i];
        }
    }

    private static Bowl bowl(int n, int distinct, double condition) {
        double[] lambda = new double[n];
        for (int i = 0; i < n; i++) lambda[i] = Math.pow(condition, (double) (i % distinct) / (distinct - 1));
        return new Bowl(lambda);
    }

    /** E = sum_i lambda_i s_i^2/2 on the sphere: the minimum is N lambda_min/2. */
    private record Ellipsoid(Bowl bowl) implements Landscape {
        @Override
        public int dimension() {
            return bowl.dimension();
        }

        @Override
        public double energy(double[] x) {
            return bowl.energy(x);
        }

        @Override
        public double energyAndGradient(double[] x, double[] g) {
            return bowl.energyAndGradient(x, g);
        }

        @Override
        public void hessianVector(double[] x, double[] v, double[] hv) {
            bowl.hessianVector(x, v, hv);
        }

        @Override
        public Manifold manifold() {
            return Manifold.SPHERE;
        }
    }

    /** exp(x) - 2 x summed with a coupling: convex, not quadratic. */
    private record Exponential(int dimension) implements Landscape {
        @Override
        public double energy(double[] x) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) sum += Math.exp(x[i]) - (2 + i) * x[i];
            return sum;
        }

        @Override
        public double energyAndGradient(double[] x, double[] g) {
            for (int i = 0; i < x.length; i++) g[i] = Math.exp(x[i]) - 2 - i;
            return energy(x);
        }

        @Override
        public void hessianVector(double[] x, double[] v, double[] hv) {
            for (int i = 0; i < x.length; i++) hv[i] = Math.exp(x[i]) * v[i];
        }
    }

    @ParameterizedTest
    @MethodSource("minimisers")
    void findTheBottomOfAnIllConditionedBowl(DynamicsSpec spec) {
        Bowl bowl = bowl(30, 30, 1e-3);
        Stepper stepper = run(spec, bowl, 3, 20000);
        assertThat(stepper.status()).isInstanceOf(Status.Converged.class);
        double[] x = new double[30];
        stepper.state(x);
        assertThat(bowl.energy(x)).isLessThan(1e-13);
        assertThat(stepper.evaluations()).isGreaterThanOrEqualTo(stepper.steps());
    }

    @ParameterizedTest
    @MethodSource("minimisers")
    void findTheLowestEigenvectorOnTheSphere(DynamicsSpec spec) {
        Ellipsoid sphere = new Ellipsoid(bowl(20, 20, 0.1));
        Stepper stepper = run(spec, sphere, 4, 5000);
        assertThat(stepper.status()).isInstanceOf(Status.Converged.class);
        double[] x = new double[20];
        stepper.state(x);
        assertThat(Manifold.SPHERE.violation(x)).isLessThan(1e-13);
        assertThat(sphere.energy(x)).isCloseTo(0.5 * 20 * 0.1, within(1e-10));
    }

    @ParameterizedTest
    @MethodSource("minimisers")
    void sayThatTheStartIsNoNumber(DynamicsSpec spec) {
        double[] x = {Double.NaN, 1, 2};
        Stepper stepper = spec.start(new Bowl(1, 2, 3), x, Streams.of(1));
        stepper.advance(10);
        assertThat(stepper.steps()).isZero();
        assertThat(stepper.status())
                .isInstanceOfSatisfying(
                        Status.Failed.class,
                        failed -> assertThat(failed.reason())
                                .isEqualTo("energy/gradient not finite at the initial point"));
    }

    @Test
    void conjugateGradientsTakeAsManyProductsAsThereAreEigenvalues() {
        for (int distinct : new int[] {2, 5, 12}) {
            Bowl bowl = bowl(40, distinct, 30);
            double[] x = new double[40];
            Streams.of(6).stream("x", 0).normals(x);
            Ground here = new Ground(bowl, x);
            here.know();
            Steihaug exact = new Steihaug(40, 100);
            exact.solve(here, Ground::hessianVector, 1e9, 1e-8 * Vectors.norm(here.g()));
            assertThat(exact.products()).isEqualTo(distinct);
            for (int i = 0; i < 40; i++) assertThat(exact.step()[i]).isCloseTo(-x[i], within(1e-7));
            assertThat(exact.predicted()).isCloseTo(bowl.energy(x), within(1e-8 * bowl.energy(x)));
        }
    }

    @Test
    void truncatedStepsStayInTheRegionAndFollowNegativeCurvatureToItsEdge() {
        Ground here = new Ground(new Bowl(1, 2, -1), new double[] {0.1, 0.2, 0.3});
        here.know();
        Steihaug inner = new Steihaug(3, 50);
        inner.solve(here, Ground::hessianVector, 0.7, 1e-12);
        assertThat(inner.boundary()).isTrue();
        assertThat(Vectors.norm(inner.step())).isCloseTo(0.7, within(1e-12));
        double before = here.energy();
        here.propose(1, inner.step());
        assertThat(before - here.trialEnergy()).isCloseTo(inner.predicted(), within(1e-12));
    }

    /** With power 1, |g'| is at most a constant times |g|^2. */
    @Test
    void newtonConvergesQuadratically() {
        Exponential landscape = new Exponential(10);
        Stepper stepper = new NewtonCg(0.5, 2, 50, 1, 1.0, 1e-14).start(landscape, new double[10], Streams.of(1));
        List<Double> slopes = new ArrayList<>();
        double[] x = new double[10];
        double[] g = new double[10];
        while (stepper.status().running() && stepper.steps() < 60) {
            stepper.step();
            stepper.state(x);
            landscape.energyAndGradient(x, g);
            slopes.add(Vectors.norm(g));
        }
        int seen = 0;
        for (int k = 0; k + 1 < slopes.size(); k++) {
            if (slopes.get(k) > 1e-1 || slopes.get(k) < 1e-6) continue;
            assertThat(slopes.get(k + 1)).isLessThan(5 * slopes.get(k) * slopes.get(k) + 1e-13);
            seen++;
        }
        assertThat(seen).isGreaterThan(0);
    }

    @Test
    void anAsymmetricHessianIsRefused() {
        Landscape crooked = new Landscape() {
            @Override
            public int dimension() {
                return 2;
            }

            @Override
            public double energy(double[] x) {
                return x[0] * x[0] + x[1] * x[1];
            }

            @Override
            public void hessianVector(double[] x, double[] v, double[] hv) {
                hv[0] = 2 * v[0] + v[1];
                hv[1] = 2 * v[1];
            }
        };
        Stepper stepper = new NewtonCg(0.5, 2, 50, 1, 1.0, 1e-10).start(crooked, new double[] {1, 1}, Streams.of(1));
        stepper.step();
        assertThat(stepper.status())
                .isInstanceOfSatisfying(
                        Status.Failed.class,
                        failed -> assertThat(failed.reason())
                                .isEqualTo("Hessian-vector product is not symmetric: check the landscape"));
    }

    /** A gradient that points uphill: no step helps, and the search must end. */
    @Test
    void aHopelessLineSearchStalls() {
        Landscape liar = new Landscape() {
            @Override
            public int dimension() {
                return 2;
            }

            @Override
            public double energy(double[] x) {
                return x[0] + x[1];
            }

            @Override
            public double energyAndGradient(double[] x, double[] g) {
                g[0] = g[1] = -1;
                return energy(x);
            }
        };
        for (DynamicsSpec spec : List.of(
                new ConjugateGradient(0.1, 1, 1e-9), new LimitedMemory(5, LimitedMemory.Search.WOLFE, 1, 1e-9))) {
            Stepper stepper = spec.start(liar, new double[2], Streams.of(1));
            stepper.advance(100);
            assertThat(stepper.status()).isInstanceOfSatisfying(Status.Failed.class, failed -> {
                assertThat(failed.reason()).startsWith("stalled");
                assertThat(failed.value()).isCloseTo(1.0, within(1e-12));
            });
        }
    }

    /** E = (x^2 - 1)^2/4 + y^2/2 has a saddle at 0, where a gradient says nothing. */
    @Test
    void aSaddleIsLeftThoughTheGradientVanishes() {
        Landscape wells = new Landscape() {
            @Override
            public int dimension() {
                return 2;
            }

            @Override
            public double energy(double[] x) {
                double gap = x[0] * x[0] - 1;
                return 0.25 * gap * gap + 0.5 * x[1] * x[1];
            }

            @Override
            public double energyAndGradient(double[] x, double[] g) {
                g[0] = x[0] * (x[0] * x[0] - 1);
                g[1] = x[1];
                return energy(x);
            }

            @Override
            public void hessianVector(double[] x, double[] v, double[] hv) {
                hv[0] = (3 * x[0] * x[0] - 1) * v[0];
                hv[1] = v[1];
            }
        };
        for (double[] start : new double[][] {{0, 0}, {0, 0.8}}) {
            Stepper stepper = new SaddleFreeNewton(5, 1e-9, 0.3, 1e-10).start(wells, start, Streams.of(1));
            stepper.advance(100);
            assertThat(stepper.status()).isInstanceOf(Status.Converged.class);
            double[] x = new double[2];
            stepper.state(x);
            assertThat(Math.abs(x[0])).isCloseTo(1.0, within(1e-9));
        }
    }

    @Test
    void ritzPairsAreEigenpairs() {
        Bowl bowl = new Bowl(-2, 0.5, 1, 3, 7);
        Ground here = new Ground(bowl, new double[] {1, 1, 1, 1, 1});
        here.know();
        Ritz ritz = new Ritz(5, 5);
        ritz.find(here, new double[] {1, 2, 3, 4, 5});
        assertThat(ritz.size()).isEqualTo(5);
        double[] v = new double[5];
        double[] hv = new double[5];
        for (int i = 0; i < 5; i++) {
            java.util.Arrays.fill(v, 0);
            ritz.addVector(v, 1, i);
            bowl.hessianVector(v, v, hv);
            for (int k = 0; k < 5; k++) assertThat(hv[k]).isCloseTo(ritz.value(i) * v[k], within(1e-10));
        }
    }
}
