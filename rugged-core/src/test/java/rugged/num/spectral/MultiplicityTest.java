package rugged.num.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rugged.num.Streams;
import rugged.num.Vectors;

/** Repeated eigenvalues by every route: each as often as it is there, at both ends, with residuals that hold. */
class MultiplicityTest {
    /** The matrix with these eigenvalues in a random basis: products of it have errors of rounding in every direction. */
    private static Matrix turned(double... values) {
        Matrix matrix = Matrix.diagonal(values);
        int n = values.length;
        for (int turn = 0; turn < 3; turn++) {
            double[] u = new double[n];
            Streams.of(7).stream("mirror", turn).normals(u);
            Vectors.scale(u, 1.0 / SpectralVectors.norm(u));
            double[] au = new double[n];
            matrix.apply(u, au);
            double uau = SpectralVectors.dot(u, au);
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++)
                    matrix.a()[i * n + j] += -2 * u[i] * au[j] - 2 * au[i] * u[j] + 4 * uau * u[i] * u[j];
        }
        return matrix;
    }

    private static double[] repeated(double... valuesAndTimes) {
        double[] all = new double[0];
        for (int k = 0; k < valuesAndTimes.length; k += 2) {
            int from = all.length;
            all = Arrays.copyOf(all, from + (int) valuesAndTimes[k + 1]);
            Arrays.fill(all, from, all.length, valuesAndTimes[k]);
        }
        return all;
    }

    private static Extremes ends(SymmetricOperator a, int top, int bottom, int most) {
        return ExtremeSearch.of(a, top, bottom, 1e-8, most, Streams.of(2).stream("ends", 0));
    }

    /** Both ends against all eigenvalues, in increasing order: values, residuals, vectors. */
    private static void holds(SymmetricOperator a, Extremes ends, double[] exact, double off) {
        int m = exact.length;
        assertThat(ends.all()).isTrue();
        for (int k = 0; k < ends.top().size(); k++)
            assertThat(ends.top().values()[k]).as("top " + k).isCloseTo(exact[m - 1 - k], within(off));
        for (int k = 0; k < ends.bottom().size(); k++)
            assertThat(ends.bottom().values()[k]).as("bottom " + k).isCloseTo(exact[k], within(off));
        sound(a, ends.top(), off);
        sound(a, ends.bottom(), off);
    }

    private static void sound(SymmetricOperator a, Extremes.End end, double off) {
        double[] image = new double[a.dimension()];
        for (int k = 0; k < end.size(); k++) {
            a.apply(end.vectors()[k], image);
            Vectors.add(image, -end.values()[k], end.vectors()[k]);
            assertThat(end.residuals()[k]).isEqualTo(SpectralVectors.norm(image));
            double[] inside = end.vectors()[k].clone();
            a.project(inside);
            Vectors.add(inside, -1.0, end.vectors()[k]);
            assertThat(SpectralVectors.norm(inside)).as("leaves the subspace").isLessThan(1e-12);
            for (int l = 0; l <= k; l++)
                assertThat(SpectralVectors.dot(end.vectors()[k], end.vectors()[l]))
                        .isCloseTo(k == l ? 1 : 0, within(1e-10));
        }
    }

    private static double[] sorted(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    @Test
    void eachAsOftenAsItIsThere() {
        double[] values = repeated(5, 3, 4, 1, 3, 2, 0.1, 1, 0, 20, -0.2, 1, -1, 2, -2, 4);
        holds(turned(values), ends(turned(values), 6, 6, 100), sorted(values), 1e-11);
    }

    /** In a bulk that fills an interval, which no space of few vectors exhausts. */
    @Test
    void copiesOutsideABulk() {
        double[] values = new double[400];
        for (int i = 0; i < 400; i++) values[i] = Math.sin(1.0 + i);
        for (int i = 0; i < 3; i++) values[i] = 9;
        for (int i = 3; i < 5; i++) values[i] = 6;
        for (int i = 5; i < 9; i++) values[i] = -4;
        holds(turned(values), ends(turned(values), 5, 4, 200), sorted(values), 1e-11);
        // the boundary of those wanted goes through the copies
        holds(turned(values), ends(turned(values), 2, 3, 200), sorted(values), 1e-11);
        holds(turned(values), ends(turned(values), 4, 1, 200), sorted(values), 1e-11);
    }

    @Test
    void oneDimensionAndAMultipleOfOne() {
        holds(turned(3.0), ends(turned(3.0), 1, 1, 10), new double[] {3.0}, 1e-14);
        assertThat(ends(turned(3.0), 4, 4, 10).top().values()).containsExactly(new double[] {3.0}, within(1e-14));
        for (double c : new double[] {3.0, -2.0, 0.0}) {
            double[] values = repeated(c, 30);
            holds(turned(values), ends(turned(values), 7, 7, 20), values, 1e-14);
            Extremes all = ends(turned(values), 30, 40, 20);
            assertThat(all.bottom().size()).isEqualTo(30);
            holds(
                    turned(values),
                    ExtremeSearch.of(turned(values), 30, 30, 1e-8, 20, Streams.of(3).stream("x", 0)),
                    values,
                    1e-14);
        }
    }

    /** k = n, and more than there are. */
    @Test
    void allOfThem() {
        double[] values = repeated(2, 5, 1, 3, 0, 6, -1, 1);
        Extremes ends = ends(turned(values), 15, 15, 15);
        holds(turned(values), ends, sorted(values), 1e-12);
        assertThat(ends.top().size()).isEqualTo(15);
        Extremes more = ends(turned(values), 40, 3, 15);
        assertThat(more.top().size()).isEqualTo(15);
        assertThat(more.top().converged()).isEqualTo(15);
    }

    /** What is left out does not come back, neither as 0 nor as what it was, wherever 0 lies. */
    @Test
    void whatIsProjectedOutStaysOut() {
        for (double shift : new double[] {0.0, 50.0, -50.0}) {
            double[] values = repeated(3, 4, 2, 3, 1, 5);
            for (int i = 0; i < values.length; i++) values[i] += shift;
            Matrix a = turned(values);
            double[][] vectors = a.spectrum().vectors();
            // one copy of the largest, and a mixture of others, which is no eigenvector
            double[] mixed = vectors[0].clone();
            Vectors.add(mixed, 1.0, vectors[6]);
            SymmetricOperator less = new Projected(a, vectors[11], mixed);
            double[] exact = DenseSpectrum.of(less, false).values();
            assertThat(exact).hasSize(10);
            holds(less, ends(less, 5, 5, 50), exact, 1e-11);
            holds(less, ends(less, 10, 10, 50), exact, 1e-11);
        }
    }

    /** Gaps of 1e-9 of the largest are below the tolerance: as many as there are, each to the tolerance. */
    @Test
    void tinyGaps() {
        double[] values = new double[300];
        for (int i = 0; i < 300; i++) values[i] = Math.cos(3.0 * i);
        for (int i = 0; i < 4; i++) {
            values[i] = 5 + 5e-9 * i;
            values[10 + i] = -5 - 5e-9 * i;
        }
        holds(turned(values), ends(turned(values), 4, 4, 200), sorted(values), 2e-8);
        Extremes finer = ExtremeSearch.of(turned(values), 4, 4, 1e-12, 300, Streams.of(4).stream("x", 0));
        assertThat(finer.all()).isTrue();
        for (int k = 0; k < 4; k++) assertThat(finer.top().values()[k]).isCloseTo(5 + 5e-9 * (3 - k), within(1e-11));
    }

    /** Products in single precision. */
    @Test
    void copiesInTheNoiseOfProducts() {
        double[] values = repeated(5, 3, 4, 2, 1, 100, 0, 100, -2, 2);
        Matrix a = turned(values);
        SymmetricOperator noisy = new Noisy(a);
        Extremes ends = ExtremeSearch.of(noisy, 6, 3, 1e-5, 60, Streams.of(5).stream("x", 0));
        assertThat(ends.all()).isTrue();
        assertThat(ends.top().values()).containsExactly(new double[] {5, 5, 5, 4, 4, 1}, within(5e-6));
        assertThat(ends.bottom().values()).containsExactly(new double[] {-2, -2, 0}, within(5e-6));
    }

    private record Noisy(Matrix a) implements SymmetricOperator {
        @Override
        public int dimension() {
            return a.n();
        }

        @Override
        public double noise() {
            return 1e-6;
        }

        @Override
        public void apply(double[] v, double[] av) {
            a.apply(v, av);
            Random random = new Random(Arrays.hashCode(v));
            for (int i = 0; i < av.length; i++) av[i] += 1e-6 / Math.sqrt(a.n()) * random.nextGaussian();
        }
    }

    /** Where the products do not suffice, what has converged is not called certain beyond what was looked for. */
    @Test
    void whatTheProductsDoNotSettleIsNotCertain() {
        double[] values = new double[600];
        for (int i = 0; i < 600; i++) values[i] = 2 * Math.cos(Math.PI * (i + 0.5) / 600);
        values[3] = values[4] = 9;
        Extremes ends = ends(Matrix.diagonal(values), 6, 6, 30);
        assertThat(ends.all()).isFalse();
        assertThat(ends.top().values()[0]).isCloseTo(9, within(1e-10));
        assertThat(ends.top().values()[1]).isCloseTo(9, within(1e-10));
        assertThat(ends.top().converged()).isBetween(1, 2);
        assertThat(ends.bottom().converged()).isZero();
    }

    /** An eigenvalue that is not repeated costs a part of the products more, not a run more. */
    @Test
    void theSecondLookIsShort() {
        double[] values = new double[2000];
        for (int i = 0; i < 2000; i++) values[i] = 0.1 * Math.sin(i);
        for (int i = 0; i < 10; i++) values[i] = 2 + i;
        Matrix a = Matrix.diagonal(values);
        Krylov first = new Krylov(a, start(2000));
        int steps = 0;
        while (first.grow(++steps).rule().residuals()[steps - 1] > 1e-8) if (steps > 100) break;
        Extremes ends = ends(a, 10, 0, 200);
        assertThat(ends.all()).isTrue();
        assertThat(ends.steps()).isLessThan(10 + 2 * 20);
    }

    private static double[] start(int n) {
        double[] start = new double[n];
        Streams.of(3).stream("start", 0).normals(start);
        return start;
    }

    /** Spaces that end have exact weights: squared overlaps with eigenspaces, and nothing besides. */
    @Test
    void weightsAreExactWhereASpaceEnds() {
        double[] values = repeated(3, 4, 1, 2, 0, 30, -2, 7);
        Matrix a = turned(values);
        DenseSpectrum dense = a.spectrum();
        double[] start = start(values.length);
        double length = SpectralVectors.dot(start, start);
        for (Krylov space : new Krylov[] {new Krylov(a, start), Krylov.sparing(a, start)}) {
            Krylov.Ritz rule = space.grow(40).rule();
            for (double value : new double[] {3, 1, 0, -2}) {
                double expected = 0.0;
                for (int i = 0; i < values.length; i++) {
                    double overlap = SpectralVectors.dot(dense.vectors()[i], start);
                    if (Math.abs(dense.values()[i] - value) < 1e-6) expected += overlap * overlap / length;
                }
                double weight = 0.0;
                for (int k = 0; k < rule.values().length; k++)
                    if (Math.abs(rule.values()[k] - value) < 1e-6) weight += rule.weights()[k];
                assertThat(weight).isCloseTo(expected, within(1e-12));
            }
        }
    }

    /** Traces, counts and their errors where spaces end: covered as they should be, without a flat direction too many. */
    @Test
    void quadratureOfRepeatedEigenvalues() {
        double[] values = repeated(3, 4, 1, 12, 0, 20, -2, 7);
        Matrix a = turned(values);
        int one = 0;
        int wide = 0;
        for (long seed = 1; seed <= 100; seed++) {
            Quadrature plain = Quadrature.of(a, 10, 30, Streams.of(seed).stream("x", 0));
            double distance =
                    Math.abs(plain.trace(1).value() - 10.0) / plain.trace(1).error();
            if (distance < 1) one++;
            if (distance < 2.262) wide++;
            assertThat(plain.within(0.1).value())
                    .isCloseTo(20.0, within(6 * plain.within(0.1).error()));
            assertThat(plain.within(0.1).error()).isBetween(0.1, 6.0);
        }
        assertThat(one / 100.0).isCloseTo(0.657, within(4 * Math.sqrt(0.22 / 100)));
        assertThat(wide).isGreaterThan(85);
        // with both ends known only 1 and 0 are left to chance; with all, nothing
        Quadrature rest = Quadrature.of(a, ends(a, 4, 7, 50), 10, 30, Streams.of(1).stream("x", 0));
        assertThat(rest.below(-1.0).value()).isCloseTo(7.0, within(1e-12));
        assertThat(rest.trace(2).value())
                .isCloseTo(76.0, within(5 * rest.trace(2).error()));
        assertThat(rest.within(0.1).value())
                .isCloseTo(20.0, within(5 * rest.within(0.1).error()));
        Quadrature whole = Quadrature.of(a, ends(a, 43, 43, 50), 10, 30, Streams.of(1).stream("x", 0));
        assertThat(whole.within(0.1).value()).isEqualTo(20.0);
        assertThat(whole.trace(1).value()).isCloseTo(10.0, within(1e-11));
        assertThat(whole.trace(1).error()).isZero();
    }
}
