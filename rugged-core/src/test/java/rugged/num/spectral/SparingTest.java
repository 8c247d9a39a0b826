package rugged.num.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rugged.num.Streams;
import rugged.num.Vectors;

/** Spaces whose vectors are made orthogonal only when they have to be, beside those whose vectors always are. */
class SparingTest {
    private static double[] normals(int n) {
        double[] start = new double[n];
        Streams.of(3).stream("start", 0).normals(start);
        return start;
    }

    /** The same rule to the noise, and overlaps below its root. */
    private static Krylov check(SymmetricOperator a, int steps) {
        double[] start = normals(a.dimension());
        Krylov sparing = Krylov.sparing(a, start).grow(steps);
        Krylov.Ritz ours = sparing.rule();
        Krylov.Ritz whole = new Krylov(a, start).grow(steps).rule();
        int m = whole.values().length;
        double size = Math.max(Math.abs(whole.values()[0]), Math.abs(whole.values()[m - 1]));
        assertThat(ours.values()).hasSameSizeAs(whole.values());
        double most = 10.0 * a.noise();
        for (int order = 1; order <= 8; order++)
            assertThat(moment(ours, order, size)).isCloseTo(moment(whole, order, size), within(most));
        for (int k = 0; k < m; k++) {
            if (whole.residuals()[k] > 1e-6 * size) continue;
            assertThat(ours.values()[k]).isCloseTo(whole.values()[k], within(most * size + 1e-11 * size));
            // a weight is as well known as its eigenvector
            assertThat(ours.weights()[k]).isCloseTo(whole.weights()[k], within(most * size / gap(whole.values(), k)));
        }
        assertThat(apart(sparing)).isLessThan(Math.sqrt(a.noise()));
        return sparing;
    }

    private static double gap(double[] values, int k) {
        double gap = Double.POSITIVE_INFINITY;
        if (k > 0) gap = values[k] - values[k - 1];
        if (k + 1 < values.length) gap = Math.min(gap, values[k + 1] - values[k]);
        return gap;
    }

    private static double moment(Krylov.Ritz rule, int order, double size) {
        double sum = 0.0;
        for (int k = 0; k < rule.values().length; k++)
            sum += rule.weights()[k] * Math.pow(rule.values()[k] / size, order);
        return sum;
    }

    /** The largest overlap of two vectors of the basis. */
    private static double apart(Krylov space) {
        double[] unit = new double[space.steps()];
        double[][] basis = new double[unit.length][];
        double most = 0.0;
        for (int k = 0; k < unit.length; k++) {
            unit[k] = 1.0;
            basis[k] = space.vector(unit);
            unit[k] = 0.0;
            for (int l = 0; l < k; l++) most = Math.max(most, Math.abs(SpectralVectors.dot(basis[k], basis[l])));
        }
        return most;
    }

    private static double[] outliers() {
        double[] values = new double[1000];
        for (int i = 0; i < values.length; i++)
            values[i] = i < 8 ? 100.0 + 30.0 * i : i < 28 ? 10.0 + 1e-6 * i : Math.cos(i);
        return values;
    }

    @Test
    void aRandomMatrixNeedsFew() {
        assertThat(check(Matrix.goe(300, 4), 120).overlaps()).isLessThan(120 * 121 / 2 / 4);
    }

    /** Eigenvalues that have converged come back: every one is found once all the same. */
    @Test
    void largeEigenvaluesAndClustersHaveNoGhosts() {
        Matrix a = Matrix.diagonal(outliers());
        Krylov.Ritz rule = check(a, 150).rule();
        for (int i = 0; i < 8; i++) {
            double value = 100.0 + 30.0 * i;
            assertThat(Arrays.stream(rule.values()).filter(theta -> Math.abs(theta - value) < 1e-6))
                    .hasSize(1);
        }
    }

    /** What the test above would miss: the recursion alone finds a large eigenvalue several times. */
    @Test
    void theRecursionAloneHasGhosts() {
        double[] values = outliers();
        int steps = 150;
        double[] main = new double[steps];
        double[] beside = new double[steps];
        double[] last = new double[values.length];
        double[] q = normals(values.length);
        Vectors.scale(q, 1.0 / SpectralVectors.norm(q));
        for (int j = 0; j < steps; j++) {
            double[] next = new double[values.length];
            for (int i = 0; i < next.length; i++) next[i] = values[i] * q[i];
            main[j] = SpectralVectors.dot(next, q);
            SpectralVectors.add(next, -main[j], q, j == 0 ? 0.0 : -beside[j - 1], last);
            beside[j] = SpectralVectors.norm(next);
            Vectors.scale(next, 1.0 / beside[j]);
            last = q;
            q = next;
        }
        double[] found = Tridiagonal.solve(steps, main, beside, false).values();
        assertThat(Arrays.stream(found).filter(theta -> Math.abs(theta - 310.0) < 1e-6))
                .hasSizeGreaterThan(1);
    }

    @Test
    void valuesOfAllSizesInTheNoiseOfProducts() {
        double[] values = new double[400];
        for (int i = 0; i < values.length; i++) values[i] = Math.pow(0.9, i);
        check(Matrix.diagonal(values), 120);
        for (double noise : new double[] {1e-12, 1e-6}) check(new Noisy(Matrix.diagonal(values), noise, noise), 60);
    }

    @Test
    void aSpaceThatEndsIsExact() {
        double[] values = new double[60];
        for (int i = 0; i < 60; i++) values[i] = i % 3;
        Krylov.Ritz rule = check(Matrix.diagonal(values), 30).rule();
        assertThat(rule.values()).hasSize(3);
        assertThat(check(Matrix.path(40), 40).exhausted()).isTrue();
    }

    /** A matrix whose products are wrong by a part of its largest eigenvalue, the same for the same vector. */
    private record Noisy(Matrix a, double error, double noise) implements SymmetricOperator {
        @Override
        public int dimension() {
            return a.n();
        }

        @Override
        public void apply(double[] v, double[] av) {
            a.apply(v, av);
            Random random = new Random(Arrays.hashCode(v));
            double scale = error / Math.sqrt(a.n());
            for (int i = 0; i < av.length; i++) av[i] += scale * random.nextGaussian();
        }
    }
}
