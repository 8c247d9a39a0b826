package rugged.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import rugged.api.CheckSpec;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.RunningMean;
import rugged.num.Streams;
import rugged.num.spectral.DenseSpectrum;
import rugged.num.spectral.Estimated;
import rugged.num.spectral.ExtremeSearch;
import rugged.num.spectral.Extremes;
import rugged.num.spectral.Krylov;
import rugged.num.spectral.Quadrature;
import rugged.num.spectral.SymmetricOperator;
import rugged.num.spectral.Traces;

/**
 * Estimates of curvature against exact answers, on matrices of the Gaussian orthogonal ensemble, A = (G + G^T)/sqrt(2 N) with eigenvalues on [-2, 2]: extreme
 * Ritz values after 60 steps, Hutchinson's variances, quadrature against all eigenvalues, moments of the semicircle.
 */
@Named(
        value = "spectrum-estimates",
        title = "Spectra without the matrix",
        doc = "Lanczos, Hutchinson and stochastic Lanczos quadrature on random matrices, against their eigenvalues and"
                + " closed forms.",
        source = "Ubaru, Chen and Saad, SIAM J. Matrix Anal. Appl. 38, 1075 (2017)",
        year = 2017,
        topics = {"hessian", "curvature"})
public record SpectrumCheck() implements CheckSpec {
    private static final int BATCHES = 200;
    private static final int PROBES = 1000;
    private static final String DENSE = "all eigenvalues of the same matrix";

    /** A matrix of the ensemble. */
    private record Goe(int n, double[] a) implements SymmetricOperator {
        static Goe of(int n, long seed) {
            RandomStream random = Streams.of(seed).stream("goe", n);
            double[] a = new double[n * n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    double both = random.nextGaussian() + random.nextGaussian();
                    a[i * n + j] = a[j * n + i] = (i == j ? Math.sqrt(2.0) * both : both) / Math.sqrt(2.0 * n);
                }
            }
            return new Goe(n, a);
        }

        double trace() {
            double sum = 0.0;
            for (int i = 0; i < n; i++) sum += a[i * n + i];
            return sum;
        }

        /** sum_{j != i} A_ij^2. */
        double besides(int i) {
            double sum = -a[i * n + i] * a[i * n + i];
            for (int j = 0; j < n; j++) sum += a[i * n + j] * a[i * n + j];
            return sum;
        }

        double[] eigenvalues() {
            return DenseSpectrum.of(n, a.clone(), false).values();
        }

        @Override
        public int dimension() {
            return n;
        }

        @Override
        public void apply(double[] v, double[] av) {
            for (int i = 0; i < n; i++) {
                double sum = 0.0;
                for (int j = 0; j < n; j++) sum += a[i * n + j] * v[j];
                av[i] = sum;
            }
        }
    }

    @Override
    public List<Group> compares() {
        return List.of(
                new Group(
                        "spectrum.lanczos",
                        "error of extreme Ritz values, and what their residual bound leaves out",
                        "scale of the matrix: its bulk is [-2, 2]"),
                new Group(
                        "spectrum.hutchinson",
                        "trace by random signs, and its variance a probe",
                        "scale of the matrix, its square"),
                new Group(
                        "spectrum.diagonal",
                        "variance a probe of an element of the diagonal",
                        "square of the scale of the matrix"),
                new Group(
                        "spectrum.slq",
                        "smoothed density, number of negative eigenvalues and traces of powers by stochastic Lanczos"
                                + " quadrature",
                        "inverse scale, a number, powers of the scale"),
                new Group(
                        "spectrum.semicircle",
                        "mean powers of the eigenvalues of a random matrix",
                        "powers of the scale"));
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        lanczos(rows);
        hutchinson(rows);
        quadrature(rows);
        semicircle(rows);
        return List.copyOf(rows);
    }

    private static void lanczos(List<Row> rows) {
        double worst = 0.0;
        double outside = 0.0;
        for (long seed = 1; seed <= 5; seed++) {
            Goe goe = Goe.of(500, seed);
            double[] exact = goe.eigenvalues();
            double[] start = new double[500];
            Streams.of(seed).stream("start", 0).normals(start);
            Krylov.Ritz ritz = new Krylov(goe, start).grow(60).ritz();
            worst = Math.max(worst, Math.abs(ritz.values()[0] - exact[0]));
            worst = Math.max(worst, Math.abs(ritz.values()[59] - exact[499]));
            for (int k = 0; k < 60; k++) {
                double theta = ritz.values()[k];
                double nearest = Arrays.stream(exact)
                        .map(value -> Math.abs(value - theta))
                        .min()
                        .orElseThrow();
                outside = Math.max(outside, nearest - ritz.residuals()[k]);
            }
        }
        rows.add(Row.exact(
                "spectrum.lanczos.extreme",
                "largest error of extreme Ritz values, 5 matrices of N = 500, 60 steps",
                worst,
                0.0,
                1e-4,
                DENSE));
        rows.add(Row.exact(
                "spectrum.lanczos.residual",
                "how far an eigenvalue is beyond the residual of a Ritz value, at most",
                Math.max(0.0, outside),
                0.0,
                1e-12,
                "residual bound: Parlett, The Symmetric Eigenvalue Problem (1980)"));
    }

    /** Means and variances in batches of probes, whose scatter is the error. */
    private static void hutchinson(List<Row> rows) {
        Goe goe = Goe.of(12, 3);
        double off = 0.0;
        for (int i = 0; i < 12; i++) off += goe.besides(i);
        RunningMean trace = new RunningMean();
        RunningMean variance = new RunningMean();
        RunningMean element = new RunningMean();
        double[] diagonal = new double[12];
        double[] errors = new double[12];
        for (int batch = 0; batch < BATCHES; batch++) {
            Estimated each = Traces.hutchinson(goe, PROBES, Streams.of(1).stream("trace", batch));
            trace.add(each.value());
            variance.add(each.error() * each.error() * PROBES);
            Traces.diagonal(goe, PROBES, Streams.of(1).stream("diagonal", batch), diagonal, errors);
            element.add(errors[4] * errors[4] * PROBES);
        }
        String derived = "derived: signs are independent";
        rows.add(statistical(
                "spectrum.hutchinson.trace", "trace by random signs", of(trace), goe.trace(), "sum of the diagonal"));
        rows.add(statistical(
                "spectrum.hutchinson.variance",
                "variance of the trace a probe: 2 sum of A_ij^2, i not j",
                of(variance),
                2.0 * off,
                derived));
        rows.add(statistical(
                "spectrum.diagonal.variance",
                "variance of a diagonal element a probe: sum of A_ij^2, j not i",
                of(element),
                goe.besides(4),
                derived));
    }

    private static Estimated of(RunningMean sample) {
        return new Estimated(sample.mean(), sample.error());
    }

    private static Row statistical(String id, String text, Estimated ours, double exact, String source) {
        return new Row(id, text, ours.value(), ours.error(), exact, 0.0, 3.0, true, source);
    }

    private static void quadrature(List<Row> rows) {
        Goe goe = Goe.of(300, 7);
        double[] exact = goe.eigenvalues();
        Extremes ends = ExtremeSearch.of(goe, 5, 5, 1e-6, 100, Streams.of(1).stream("ends", 0));
        Quadrature sampled = Quadrature.of(goe, ends, 40, 60, Streams.of(1).stream("vectors", 0));
        rows.add(statistical(
                "spectrum.slq.density",
                "density at 0.5, smoothed by 0.1, N = 300",
                sampled.density(0.5, 0.1),
                Arrays.stream(exact)
                        .map(value -> Quadrature.bell((0.5 - value) / 0.1) / 0.1)
                        .average()
                        .orElseThrow(),
                DENSE));
        rows.add(statistical(
                "spectrum.slq.negative",
                "number of negative eigenvalues, N = 300",
                sampled.below(0.0),
                Arrays.stream(exact).filter(value -> value < 0.0).count(),
                DENSE));
        for (int order = 1; order <= 4; order++) {
            int power = order;
            rows.add(statistical(
                    "spectrum.slq.moment" + order,
                    "trace of A to the power " + order + ", N = 300",
                    sampled.trace(order),
                    Arrays.stream(exact).map(value -> Math.pow(value, power)).sum(),
                    DENSE));
        }
    }

    /** Moments of eigenvalues scatter as 1/N, and their means are off by O(1/N) too. */
    private static void semicircle(List<Row> rows) {
        double[] exact = Goe.of(800, 9).eigenvalues();
        double[] moments = {1.0, 2.0, 5.0};
        for (int k = 0; k < 3; k++) {
            int power = 2 * (k + 1);
            rows.add(Row.exact(
                    "spectrum.semicircle.moment" + power,
                    String.format(Locale.ROOT, "mean of lambda^%d, N = 800", power),
                    Arrays.stream(exact)
                            .map(value -> Math.pow(value, power))
                            .average()
                            .orElseThrow(),
                    moments[k],
                    0.01 * (power + 1) * moments[k],
                    "Wigner's semicircle: Catalan numbers"));
        }
    }
}
