package rugged.dynamics.minimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rugged.api.DynamicsSpec;
import rugged.api.model.ContactLandscape;
import rugged.api.model.Landscape;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.geometry.Manifold;
import rugged.landscape.packing.Packing;
import rugged.landscape.packing.Repulsion;
import rugged.landscape.perceptron.Perceptron;
import rugged.num.Streams;

class DampedNewtonTest {
    private static double[] start(Landscape landscape, long seed) {
        double[] x = new double[landscape.dimension()];
        landscape.randomise(x, Streams.of(seed).stream("start", 0));
        return x;
    }

    private static Stepper run(DynamicsSpec spec, Landscape landscape, double[] x, int most) {
        Stepper stepper = spec.start(landscape, x, Streams.of(1));
        while (stepper.status().running() && stepper.steps() < most) stepper.step();
        stepper.state(x);
        return stepper;
    }

    /** A convex problem has one minimum, and both methods find it. */
    @Test
    void aConvexPerceptronHasTheMinimumThatFireFinds() {
        Landscape perceptron = (Landscape) new Perceptron(60, 1.5, 0.5, 3).build();
        double[] newton = start(perceptron, 1);
        double[] fire = start(perceptron, 2);
        Stepper stepper = run(new DampedNewton(1.0, 1e-12), perceptron, newton, 200);
        assertThat(stepper.status()).isInstanceOf(Status.Converged.class);
        assertThat(stepper.steps()).isLessThan(40);
        assertThat(run(new Fire(0.1, 0.6, 5, 0.5, 1e-12), perceptron, fire, 100000)
                        .status())
                .isInstanceOf(Status.Converged.class);
        assertThat(perceptron.energy(newton)).isGreaterThan(1e-3).isCloseTo(perceptron.energy(fire), within(1e-10));
        for (int i = 0; i < 60; i++) assertThat(newton[i]).isCloseTo(fire[i], within(1e-9));
    }

    /** With no damping to speak of, the slope of a step is at most a constant times the square of the one before, until rounding: Newton's own order, on the sphere. */
    @Test
    void undampedItConvergesQuadratically() {
        Landscape glass = new Cubic(30);
        double[] x = start(glass, 4);
        run(new DampedNewton(1.0, 1e-3), glass, x, 200);
        Stepper stepper = new DampedNewton(1e-15, 1e-13).start(glass, x, Streams.of(1));
        List<Double> slopes = new ArrayList<>();
        double[] g = new double[30];
        while (stepper.status().running() && slopes.size() < 10) {
            stepper.state(x);
            glass.energyAndGradient(x, g);
            glass.manifold().tangent(x, g);
            double square = 0.0;
            for (double gi : g) square += gi * gi;
            slopes.add(Math.sqrt(square / 30));
            stepper.step();
        }
        assertThat(stepper.status()).isInstanceOf(Status.Converged.class);
        assertThat(slopes).hasSizeBetween(2, 5);
        for (int k = 1; k < slopes.size(); k++)
            assertThat(slopes.get(k)).isLessThan(10.0 * slopes.get(k - 1) * slopes.get(k - 1) + 1e-13);
    }

    /** Where all inequalities can be satisfied, that is said by the energy, and nothing stalls on a gradient of rounding. */
    @Test
    void aSatisfiedPerceptronIsAtRest() {
        Landscape perceptron = (Landscape) new Perceptron(60, 1.0, -0.5, 3).build();
        double[] x = start(perceptron, 1);
        Stepper stepper = run(new DampedNewton(1.0, 1e-300), perceptron, x, 200);
        assertThat(stepper.status())
                .isInstanceOfSatisfying(
                        Status.Converged.class,
                        converged -> assertThat(converged.criterion()).startsWith("nothing is violated"));
        assertThat(perceptron.energy(x)).isLessThan(60 * 1e-26);
    }

    /** At a negative margin the Hessian has negative eigenvalues on the way; a minimum is reached all the same, and the matrix there has none. */
    @Test
    void aMatrixThatIsNotPositiveDefiniteIsDamped() {
        Landscape perceptron = (Landscape) new Perceptron(60, 5.0, -0.2, 3).build();
        double[] x = start(perceptron, 1);
        double energy = perceptron.energy(x);
        Stepper stepper = run(new DampedNewton(1e-12, 1e-12), perceptron, x, 500);
        assertThat(stepper.status()).isInstanceOf(Status.Converged.class);
        assertThat(perceptron.energy(x)).isBetween(1e-3, energy);
        assertThat(((ContactLandscape) perceptron).violated(x)).hasSizeGreaterThanOrEqualTo(59);
    }

    /** In a box, with zero modes of translation, and rattlers. */
    @Test
    void discsComeToRest() {
        Landscape discs = (Landscape) new Packing(64, 2, List.of(1.0, 1.4), 0.9, Repulsion.HARMONIC).build();
        double[] x = start(discs, 1);
        Stepper stepper = run(new DampedNewton(1.0, 1e-12), discs, x, 1000);
        assertThat(stepper.status()).isInstanceOf(Status.Converged.class);
        assertThat(discs.energy(x)).isPositive();
    }

    /** The matrix of the perceptron is that of its products. */
    @Test
    void hessiansAreThoseOfProducts() {
        for (double margin : new double[] {-10.0, -0.3, 0.5}) {
            Landscape perceptron = (Landscape) new Perceptron(101, 2.0, margin, 3).build();
            double[] x = start(perceptron, 5);
            double[] h = new double[101 * 101];
            double[] hv = new double[101];
            double[] v = new Random(1).doubles(101, -1.0, 1.0).toArray();
            perceptron.hessian(x, h, new double[2][101]);
            perceptron.hessianVector(x, v, hv);
            for (int i = 0; i < 101; i++) {
                double sum = 0.0;
                for (int j = 0; j < 101; j++) {
                    sum += h[i * 101 + j] * v[j];
                    assertThat(h[i * 101 + j]).isEqualTo(h[j * 101 + i]);
                }
                assertThat(sum).isCloseTo(hv[i], within(1e-12));
            }
        }
    }

    /** E = sum x_i^4/4 - x_0 on the sphere, by its products. */
    private record Cubic(int dimension) implements Landscape {
        @Override
        public Manifold manifold() {
            return Manifold.SPHERE;
        }

        @Override
        public double energy(double[] x) {
            double sum = -x[0];
            for (double xi : x) sum += 0.25 * xi * xi * xi * xi;
            return sum;
        }

        @Override
        public double energyAndGradient(double[] x, double[] g) {
            for (int i = 0; i < x.length; i++) g[i] = x[i] * x[i] * x[i] - (i == 0 ? 1.0 : 0.0);
            return energy(x);
        }

        @Override
        public void hessianVector(double[] x, double[] v, double[] hv) {
            for (int i = 0; i < x.length; i++) hv[i] = 3.0 * x[i] * x[i] * v[i];
        }
    }
}
