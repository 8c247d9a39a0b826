package rugged.num.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import rugged.num.Streams;
import rugged.num.Vectors;

/** Estimates against what they estimate, and their errors against their scatter. */
class EstimatesTest {
    private static final int PROBES = 40000;

    /** Var = 2 sum_{i != j} A_ij^2 for the trace and sum_{j != i} A_ij^2 for the diagonal, a probe. */
    @Test
    void hutchinsonsVariances() {
        Matrix a = Matrix.goe(12, 3);
        double off = 0.0;
        for (int i = 0; i < 12; i++) for (int j = 0; j < 12; j++) if (i != j) off += Math.pow(a.entry(i, j), 2);
        Estimated trace = Traces.hutchinson(a, PROBES, Streams.of(1).stream("x", 0));
        assertThat(trace.value()).isCloseTo(a.trace(), within(4 * trace.error()));
        double variance = trace.error() * trace.error() * PROBES;
        assertThat(variance).isCloseTo(2 * off, within(2 * off * 5 * Math.sqrt(6.0 / PROBES)));
        double[] diagonal = new double[12];
        double[] errors = new double[12];
        Traces.diagonal(a, PROBES, Streams.of(2).stream("x", 0), diagonal, errors);
        for (int i = 0; i < 12; i++) {
            double row = -a.entry(i, i) * a.entry(i, i);
            for (int j = 0; j < 12; j++) row += a.entry(i, j) * a.entry(i, j);
            assertThat(diagonal[i]).isCloseTo(a.entry(i, i), within(4.5 * errors[i]));
            assertThat(errors[i] * errors[i] * PROBES).isCloseTo(row, within(row * 5 * Math.sqrt(2.0 / PROBES)));
        }
    }

    @Test
    void hutchPlusPlusHasNoErrorWhereTheRankIsSmall() {
        double[] values = new double[300];
        for (int i = 0; i < 8; i++) values[i] = 10 - i;
        Matrix a = Matrix.diagonal(values);
        Estimated exact = Traces.hutchPlusPlus(a, 10, 5, Streams.of(1).stream("x", 0));
        assertThat(exact.value()).isCloseTo(52.0, within(1e-10));
        assertThat(exact.error()).isLessThan(1e-10);
        Matrix goe = Matrix.goe(120, 2);
        for (int i = 0; i < 3; i++) goe.a()[i * 120 + i] += 60;
        Estimated more = Traces.hutchPlusPlus(goe, 10, 30, Streams.of(3).stream("x", 0));
        assertThat(more.value()).isCloseTo(goe.trace(), within(4 * more.error()));
        assertThat(Traces.hutchPlusPlus(goe, 120, 5, Streams.of(4).stream("x", 0))
                        .value())
                .isCloseTo(goe.trace(), within(1e-9));
    }

    @Test
    void tracesOnASubspaceLeaveOutWhatIsProjected() {
        Matrix goe = Matrix.goe(60, 9);
        DenseSpectrum all = goe.spectrum();
        Projected less = new Projected(goe, all.vectors()[59]);
        Estimated trace = Traces.hutchinson(less, 4000, Streams.of(5).stream("x", 0));
        assertThat(trace.value()).isCloseTo(goe.trace() - all.values()[59], within(4 * trace.error()));
        Estimated second =
                Quadrature.of(less, 40, 20, Streams.of(6).stream("x", 0)).trace(2);
        double exact = Arrays.stream(all.values(), 0, 59).map(x -> x * x).sum();
        assertThat(second.value()).isCloseTo(exact, within(4 * second.error()));
    }

    /** A full Krylov space knows every eigenvalue: only the vectors scatter, and a mean of 1 has no error at all. */
    @Test
    void quadratureIsExactForPolynomials() {
        Matrix goe = Matrix.goe(80, 11);
        double[] u = new double[80];
        Streams.of(3).stream("u", 0).normals(u);
        Vectors.scale(u, 1.0 / SpectralVectors.norm(u));
        Krylov.Ritz rule = new Krylov(goe, u).grow(6).ritz();
        double[] power = u.clone();
        double[] next = new double[80];
        for (int order = 0; order <= 11; order++) {
            double gauss = 0.0;
            for (int k = 0; k < 6; k++) gauss += rule.weights()[k] * Math.pow(rule.values()[k], order);
            assertThat(gauss).isCloseTo(SpectralVectors.dot(u, power), within(1e-11));
            goe.apply(power, next);
            System.arraycopy(next, 0, power, 0, 80);
        }
        Estimated one = Quadrature.of(goe, 5, 10, Streams.of(1).stream("x", 0)).mean(_ -> 1.0);
        assertThat(one.value()).isCloseTo(1.0, within(1e-12));
        assertThat(one.error()).isLessThan(1e-12);
    }

    @Test
    void convergedEndsCountExactly() {
        double[] values = new double[40];
        for (int i = 0; i < 40; i++) values[i] = Math.sin(i) * 0.1;
        values[3] = 50;
        values[4] = -20;
        Matrix a = Matrix.diagonal(values);
        Extremes ends = ExtremeSearch.of(a, 1, 1, 1e-10, 40, Streams.of(1).stream("x", 0));
        Quadrature with = Quadrature.of(a, ends, 10, 30, Streams.of(2).stream("x", 0));
        Quadrature without = Quadrature.of(a, 10, 30, Streams.of(2).stream("x", 0));
        assertThat(with.trace(2).error()).isLessThan(1e-3 * without.trace(2).error());
        assertThat(with.trace(1).value())
                .isCloseTo(a.trace(), within(4 * with.trace(1).error()));
        assertThat(with.mean(_ -> 1.0).value()).isCloseTo(1.0, within(1e-12));
        Extremes all = ExtremeSearch.of(a, 40, 40, 1e-10, 40, Streams.of(1).stream("x", 0));
        Quadrature exact = Quadrature.of(a, all, 10, 30, Streams.of(2).stream("x", 0));
        assertThat(exact.trace(3).value())
                .isCloseTo(Arrays.stream(values).map(x -> x * x * x).sum(), within(1e-6));
        assertThat(exact.trace(3).error()).isZero();
    }

    /** One standard error covers 66 % for 10 probes (Student, 9 degrees of freedom: 0.657), 2.26 of them 95 %. */
    @Test
    void errorsCoverWhatTheyShould() {
        Matrix goe = Matrix.goe(100, 13);
        double[] exact = goe.spectrum().values();
        covers(goe.trace(), 0.657, seed -> Traces.hutchinson(goe, 10, Streams.of(seed).stream("x", 0)));
        double density = Arrays.stream(exact)
                .map(x -> Quadrature.bell((0.5 - x) / 0.2) / 0.2)
                .average()
                .orElseThrow();
        LongFunction<Quadrature> quadrature = seed -> Quadrature.of(goe, 10, 40, Streams.of(seed).stream("x", 0));
        covers(density, 0.657, seed -> quadrature.apply(seed).density(0.5, 0.2));
        double negative = Arrays.stream(exact).filter(x -> x < 0).count();
        covers(negative, Double.NaN, seed -> quadrature.apply(seed).below(0.0));
        double flat = Arrays.stream(exact).filter(x -> Math.abs(x) <= 0.5).count();
        covers(flat, Double.NaN, seed -> quadrature.apply(seed).within(0.5));
    }

    private static void covers(double exact, double expected, LongFunction<Estimated> estimate) {
        int one = 0;
        int many = 0;
        for (long seed = 1; seed <= 100; seed++) {
            Estimated each = estimate.apply(seed);
            double distance = Math.abs(each.value() - exact) / each.error();
            if (distance < 1) one++;
            if (distance < 2.262) many++;
        }
        // counts carry the error of the quadrature too, which is a bound: they may cover more
        if (expected > 0) assertThat(one / 100.0).isCloseTo(expected, within(4 * Math.sqrt(0.22 / 100)));
        else assertThat(one).isGreaterThan(46);
        assertThat(many).isGreaterThan(85);
    }
}
