package rugged.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rugged.api.model.Landscape;
import rugged.geometry.Factor;
import rugged.geometry.Manifold;
import rugged.geometry.Manifold.Part;
import rugged.num.RandomStream;
import rugged.num.Streams;

/** What every space promises, for each space of the program, products of them and one from outside. */
final class ManifoldContractTest {
    private static final int N = 12;
    private static final Map<String, Manifold> SPACES = spaces();

    /** A space that the program does not know: the cylinder |(x_1, x_2)|^2 = 1, free along the other coordinates. */
    private record Cylinder() implements Factor {
        private static double radius(double[] x, int from) {
            return Math.hypot(x[from], x[from + 1]);
        }

        @Override
        public void tangent(double[] x, double[] v, int from, int to) {
            double overlap = (x[from] * v[from] + x[from + 1] * v[from + 1]) / (radius(x, from) * radius(x, from));
            v[from] -= overlap * x[from];
            v[from + 1] -= overlap * x[from + 1];
        }

        @Override
        public void retract(double[] x, int from, int to) {
            double radius = radius(x, from);
            x[from] /= radius;
            x[from + 1] /= radius;
        }

        @Override
        public double violation(double[] x, int from, int to) {
            return Math.abs(radius(x, from) - 1.0);
        }

        @Override
        public int constraints() {
            return 1;
        }

        @Override
        public void normal(double[] x, int k, double[] n, int from, int to) {
            n[from] = x[from];
            n[from + 1] = x[from + 1];
        }

        @Override
        public void multipliers(double[] x, double[] g, double[] mu, int first, int from, int to) {
            mu[first] = -(x[from] * g[from] + x[from + 1] * g[from + 1]);
        }

        @Override
        public void bend(double[] x, double[] mu, int first, double[] v, double[] hv, int from, int to) {
            hv[from] += mu[first] * v[from];
            hv[from + 1] += mu[first] * v[from + 1];
        }

        @Override
        public void bendDiagonal(double[] x, double[] mu, int first, double[] d, int from, int to) {
            d[from] += mu[first];
            d[from + 1] += mu[first];
        }

        @Override
        public double slope(double[] before, double[] y, double[] g, double[] d, int from, int to) {
            double sum = (g[from] * d[from] + g[from + 1] * d[from + 1]) / radius(before, from);
            for (int i = from + 2; i < to; i++) sum += g[i] * d[i];
            return sum;
        }

        @Override
        public double squaredDistance(double[] a, double[] b, int from, int to) {
            double cos = a[from] * b[from] + a[from + 1] * b[from + 1];
            double sin = a[from] * b[from + 1] - a[from + 1] * b[from];
            double angle = Math.atan2(sin, cos);
            return squaredDifference(angle * angle, a, b, from + 2, to);
        }

        @Override
        public void transport(double[] x, double[] y, double[] v, int from, int to) {
            turn(v, x[from] * y[from] + x[from + 1] * y[from + 1], x[from] * y[from + 1] - x[from + 1] * y[from], from);
        }

        @Override
        public void geodesic(double[] x, double[] p, double t, int from, int to) {
            double angle = (x[from] * p[from + 1] - x[from + 1] * p[from]) * t;
            turn(x, Math.cos(angle), Math.sin(angle), from);
            turn(p, Math.cos(angle), Math.sin(angle), from);
            for (int i = from + 2; i < to; i++) x[i] += t * p[i];
        }

        private static void turn(double[] v, double cos, double sin, int from) {
            double one = v[from];
            v[from] = cos * one - sin * v[from + 1];
            v[from + 1] = sin * one + cos * v[from + 1];
        }
    }

    private static Map<String, Manifold> spaces() {
        Map<String, Manifold> all = new TreeMap<>();
        all.put("flat", Manifold.FLAT);
        all.put("sphere", Manifold.SPHERE);
        all.put("angles", Manifold.ANGLES);
        all.put("periodic", Manifold.periodic(2.0, 3.0));
        all.put("deformable", Manifold.deformable(2));
        all.put("cylinder", Manifold.of(new Cylinder()));
        Manifold spheres = Manifold.product(new Part(Manifold.SPHERE, 5), new Part(Manifold.SPHERE, N - 5));
        all.put("two spheres", spheres);
        all.put(
                "sphere, box and flat",
                Manifold.product(
                        new Part(Manifold.SPHERE, 4), new Part(Manifold.periodic(2.5), 5), new Part(Manifold.FLAT, 3)));
        all.put(
                "product of products",
                Manifold.product(new Part(spheres, N - 3), new Part(Manifold.of(new Cylinder()), 3)));
        return all;
    }

    private static Stream<DynamicTest> each(Consumer<Manifold> check) {
        return SPACES.entrySet().stream()
                .map(space -> DynamicTest.dynamicTest(space.getKey(), () -> check.accept(space.getValue())));
    }

    /** A smooth energy on R^N with no symmetry; the lengths of a box stay near 2. */
    private record Waves(Manifold manifold) implements Landscape {
        @Override
        public int dimension() {
            return N;
        }

        @Override
        public double energy(double[] x) {
            double sum = 0.0;
            for (int i = 0; i < N; i++) sum += Math.sin(0.7 * x[i] + 0.3 * x[(i + 1) % N] + i) + 0.1 * x[i] * x[i];
            return sum;
        }
    }

    private static double[] normals(int stream) {
        double[] v = new double[N];
        Streams.of(7).stream("manifold", stream).normals(v);
        return v;
    }

    private static double[] point(Manifold space, int stream) {
        double[] x = new double[N];
        java.util.Arrays.fill(x, 2.0); // the lengths of a box that has them as coordinates
        RandomStream random = Streams.of(8).stream("point", stream);
        space.randomise(x, random);
        return x;
    }

    private static double[] tangent(Manifold space, double[] x, int stream) {
        double[] v = normals(stream);
        space.tangent(x, v);
        return v;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static double[] along(Manifold space, double[] x, double[] v, double t) {
        double[] y = x.clone();
        space.geodesic(y, v.clone(), t);
        return y;
    }

    @TestFactory
    Stream<DynamicTest> randomPointsLieOnItAndTangentsAreProjectedOnce() {
        return each(space -> {
            double[] x = point(space, 1);
            assertThat(space.violation(x)).isLessThan(1e-14);
            double[] v = tangent(space, x, 2);
            double[] once = v.clone();
            space.tangent(x, v);
            for (int i = 0; i < N; i++) assertThat(v[i]).isCloseTo(once[i], within(1e-14));
        });
    }

    @TestFactory
    Stream<DynamicTest> normalsAreOrthogonalToTangentsAndCompleteThem() {
        return each(space -> {
            assertThat(space.degreesOfFreedom(N)).isEqualTo(N - space.constraints());
            double[] x = point(space, 1);
            double[] u = normals(3);
            double[] v = u.clone();
            space.tangent(x, v);
            double left = dot(u, u) - dot(v, v);
            for (int k = 0; k < space.constraints(); k++) {
                double[] n = new double[N];
                space.normal(x, k, n);
                assertThat(dot(n, v)).isCloseTo(0.0, within(1e-13));
                left -= dot(n, u) * dot(n, u) / dot(n, n);
            }
            assertThat(left).as("what the projection takes away").isCloseTo(0.0, within(1e-12));
        });
    }

    @TestFactory
    Stream<DynamicTest> theRetractionAgreesWithTheGeodesicToSecondOrder() {
        return each(space -> {
            double[] x = point(space, 1);
            double[] v = tangent(space, x, 2);
            double coarse = Math.sqrt(gapOfRetraction(space, x, v, 1e-2));
            double fine = Math.sqrt(gapOfRetraction(space, x, v, 1e-3));
            if (coarse < 1e-13) return; // the same thing in flat space
            assertThat(coarse / fine)
                    .as("third order: a tenth of the step, a thousandth of the gap")
                    .isBetween(900.0, 1100.0);
        });
    }

    private static double gapOfRetraction(Manifold space, double[] x, double[] v, double step) {
        double[] y = x.clone();
        for (int i = 0; i < N; i++) y[i] += step * v[i];
        space.retract(y);
        assertThat(space.violation(y)).isLessThan(1e-14);
        return space.squaredDifference(y, along(space, x, v, step));
    }

    @TestFactory
    Stream<DynamicTest> geodesicsKeepTheirSpeedAndMeasureTheDistance() {
        return each(space -> {
            double[] x = point(space, 1);
            double[] p = tangent(space, x, 2);
            double speed = Math.sqrt(dot(p, p));
            double[] y = x.clone();
            double[] q = p.clone();
            double t = 0.3 / speed;
            space.geodesic(y, q, t);
            assertThat(space.violation(y)).isLessThan(1e-14);
            assertThat(dot(q, q)).isCloseTo(dot(p, p), within(1e-12 * dot(p, p)));
            assertThat(space.distance(x, y)).isCloseTo(t * speed, within(1e-12));
            space.geodesic(y, q, -t);
            assertThat(space.squaredDifference(x, y)).as("there and back").isLessThan(1e-27);
        });
    }

    @TestFactory
    Stream<DynamicTest> transportIsIsometricAndAgreesWithTheGeodesic() {
        return each(space -> {
            double[] x = point(space, 1);
            double[] p = tangent(space, x, 2);
            double[] u = tangent(space, x, 3);
            double before = dot(p, u);
            double[] y = x.clone();
            double[] q = p.clone();
            space.geodesic(y, q, 0.2);
            space.transport(x, y, p);
            space.transport(x, y, u);
            assertThat(dot(p, u)).isCloseTo(before, within(1e-12));
            for (int i = 0; i < N; i++) assertThat(p[i]).as("its own velocity").isCloseTo(q[i], within(1e-12));
            double[] again = u.clone();
            space.tangent(y, again);
            for (int i = 0; i < N; i++) assertThat(again[i]).isCloseTo(u[i], within(1e-12));
        });
    }

    @TestFactory
    Stream<DynamicTest> theHessianIsTheSecondDerivativeAlongGeodesics() {
        return each(space -> {
            Waves energy = new Waves(space);
            double[] x = point(space, 1);
            double[] v = tangent(space, x, 2);
            double[] g = new double[N];
            energy.energyAndGradient(x, g);
            double[] mu = new double[space.constraints()];
            space.multipliers(x, g, mu);
            double[] hv = new double[N];
            energy.hessianVector(x, v, hv);
            space.bend(x, mu, v, hv);
            double second = Ridders.derivative(
                    s -> Ridders.derivative(t -> energy.energy(along(space, x, v, s + t)), 0.05), 0.05);
            assertThat(dot(v, hv)).isCloseTo(second, within(2e-5 * (1.0 + Math.abs(second))));
            double[] diagonal = new double[N];
            space.bendDiagonal(x, mu, diagonal);
            for (int i = 0; i < N; i++) {
                double[] unit = new double[N];
                unit[i] = 1.0;
                double[] column = new double[N];
                space.bend(x, mu, unit, column);
                assertThat(diagonal[i]).isEqualTo(column[i]);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> theSlopeAlongARetractedLineIsThatOfTheEnergy() {
        return each(space -> {
            Waves energy = new Waves(space);
            double[] x = point(space, 1);
            double[] d = tangent(space, x, 2);
            double at = 0.2;
            double[] before = x.clone();
            for (int i = 0; i < N; i++) before[i] += at * d[i];
            double[] y = before.clone();
            space.retract(y);
            double[] g = new double[N];
            energy.energyAndGradient(y, g);
            space.tangent(y, g);
            double derivative = Ridders.derivative(
                    s -> {
                        double[] there = x.clone();
                        for (int i = 0; i < N; i++) there[i] += (at + s) * d[i];
                        space.retract(there);
                        return energy.energy(there);
                    },
                    0.1);
            assertThat(space.slope(before, y, g, d)).isCloseTo(derivative, within(1e-7 * (1.0 + Math.abs(derivative))));
        });
    }

    @TestFactory
    Stream<DynamicTest> differencesAreAntisymmetricAndTheirSquaresAgree() {
        return each(space -> {
            double[] a = point(space, 1);
            double[] b = point(space, 2);
            double[] there = new double[N];
            double[] back = new double[N];
            space.difference(a, b, there);
            space.difference(b, a, back);
            for (int i = 0; i < N; i++) assertThat(there[i]).isEqualTo(-back[i]);
            assertThat(space.squaredDifference(a, b)).isCloseTo(dot(there, there), within(1e-13));
            assertThat(space.distance(a, b)).isGreaterThanOrEqualTo(Math.sqrt(dot(there, there)) * (1.0 - 1e-14));
            assertThat(space.squaredDifference(a, a)).isZero();
        });
    }

    @TestFactory
    Stream<DynamicTest> momentaHaveTheVarianceOfTheBathInEveryTangentDirection() {
        return each(space -> {
            double[] x = point(space, 1);
            RandomStream random = Streams.of(9).stream("momenta", 0);
            double[] draws = new double[N];
            double[] p = new double[N];
            int samples = 20_000;
            double sum = 0.0;
            for (int k = 0; k < samples; k++) {
                random.normals(draws);
                space.momentum(x, 0.5, draws, p);
                sum += dot(p, p);
            }
            int freedom = space.degreesOfFreedom(N);
            double error = 0.5 * Math.sqrt(2.0 * freedom / samples);
            assertThat(sum / samples)
                    .as("T for each degree of freedom, 5 sigma")
                    .isCloseTo(0.5 * freedom, within(5.0 * error));
        });
    }

    @TestFactory
    Stream<DynamicTest> scalesArePositive() {
        return each(space -> {
            double[] x = point(space, 1);
            for (int i = 0; i < N; i++) assertThat(space.scale(x, i)).isPositive();
        });
    }

    @Test
    void aStateOfAProductIsBlamedOnTheFactorThatIsOff() {
        Manifold space = SPACES.get("two spheres");
        double[] x = point(space, 1);
        x[N - 1] += 1.0;
        assertThat(space.violation(x)).isGreaterThan(0.01);
        assertThat(space.place(x)).startsWith("|x|^2/N = ").isNotEqualTo("|x|^2/N = 1");
    }

    @Test
    void inABoxTheNearestImageCounts() {
        Manifold box = Manifold.periodic(2.0, 3.0);
        double[] d = new double[2];
        box.difference(new double[] {0.1, 0.1}, new double[] {1.9, 2.8}, d);
        assertThat(d[0]).isCloseTo(-0.2, within(1e-15));
        assertThat(d[1]).isCloseTo(-0.3, within(1e-15));
        box.difference(new double[] {0.1, 0.1}, new double[] {4.1, -8.9}, d);
        assertThat(d[0]).isCloseTo(0.0, within(1e-14));
        assertThat(d[1]).isCloseTo(0.0, within(1e-14));
    }

    @Test
    void aControlMayChangeTheLengthsOfABox() {
        double[] lengths = {2.0};
        Manifold box = Manifold.periodic(lengths);
        assertThat(box.distance(new double[] {0.0}, new double[] {1.8})).isCloseTo(0.2, within(1e-15));
        lengths[0] = 10.0;
        assertThat(box.distance(new double[] {0.0}, new double[] {1.8})).isCloseTo(1.8, within(1e-15));
    }

    @Test
    void lengthsThatAreCoordinatesMeasureTheDifference() {
        Manifold box = Manifold.deformable(1);
        double[] d = new double[2];
        box.difference(new double[] {0.1, 2.0}, new double[] {1.9, 3.0}, d);
        assertThat(d).containsExactly(1.9 - 0.1 - 2.5, 1.0);
        assertThat(box.violation(new double[] {0.1, -1.0})).isPositive();
        assertThat(box.violation(new double[] {0.1, 1.0})).isZero();
    }
}
