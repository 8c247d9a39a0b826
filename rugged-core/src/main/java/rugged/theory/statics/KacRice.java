package rugged.theory.statics;

import java.util.Arrays;
import java.util.List;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.meanfield.Mixture;
import rugged.num.Jackknife;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.num.spectral.Tridiagonal;
import rugged.params.BadParameter;
import rugged.params.Param;
import rugged.theory.GlassParameters;

/**
 * How many stationary points of each index the spherical p-spin glass has at finite N, averaged over the couplings. The formula of Kac and Rice is exact at every N:
 *
 * <pre>{@code E[n_k] = 2 sqrt(2/p) (p-1)^{N/2} E[exp(-N (p-2)/(2p) l_k^2)]}</pre>
 *
 * with l_0 <= l_1 <= ... the eigenvalues of an N x N matrix of the Gaussian orthogonal ensemble, of variance 1/(2N) off the diagonal and twice that on it, and a stationary point of eigenvalue l_k has the energy N l_k sqrt(w (p-1)/p),
 * w the weight of its order (Auffinger, Ben Arous and Cerny, Comm. Pure Appl. Math. 66, 165 (2013), theorem 2.1). The average over matrices is taken over tridiagonal ones (Dumitriu and Edelman, J. Math. Phys. 43, 5830 (2002)); errors are those of that
 * average. For N to infinity ln E[n_0]/N tends to the complexity at the threshold, but slowly: at N = 20 and p = 3 there are 10.9 minima for a complexity of e^{0.26} = 1.3.
 *
 * <p>Cost: some 20 N^2 operations a matrix.
 */
@Named(
        value = "kac-rice",
        title = "Stationary points of the p-spin glass at finite N",
        doc = "Mean numbers and energies of minima, transition states and points of any index, exact at every N but for"
                + " the average over random matrices.",
        source = "Auffinger, Ben Arous and Cerny, Comm. Pure Appl. Math. 66, 165 (2013)",
        year = 2013,
        topics = {"spin-glass", "rugged landscapes", "finite size"})
public record KacRice(
        @GlassParameters.Covariance Mixture mixture,

        @GlassParameters.CovarianceScale double covarianceScale,

        @Param(doc = "number of spins", symbol = "N", def = "20", min = 2, max = 512)
        int n,

        @Param(doc = "matrices to average over", def = "100000", min = 2, max = 1e8)
        int samples,

        @Param(doc = "seed of the matrices", def = "1") long matrices)
        implements TheorySpec {
    /** n_k. */
    public static final Quantity POINTS = new Quantity(
            "stationary_points",
            "n_{k}",
            "",
            List.of("index"),
            "mean number of stationary points with so many negative eigenvalues");

    public KacRice {
        if (!mixture.pure() || mixture.highest() < 3)
            throw new BadParameter("mixture", mixture, "is not of one order above 2", "such as 3");
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                POINTS,
                Quantities.KNOWN_MINIMA,
                Quantities.KNOWN_SADDLES,
                Quantities.MEAN_MINIMUM,
                Quantities.MEAN_SADDLE);
    }

    @Override
    public Validity validity() {
        return Validity.EXACT;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        double p = mixture.highest();
        double[][] weights = new double[n][samples];
        double[][] energies = new double[2][samples];
        // at large N the prefactor overflows alone
        double logarithm = Math.log(2.0 * Math.sqrt(2.0 / p)) + 0.5 * n * Math.log(p - 1.0);
        double unit = Math.sqrt((p - 1.0) / p * mixture.weight(mixture.highest()) * covarianceScale);
        for (int s = 0; s < samples; s++) {
            double[] l = eigenvalues(Streams.of(matrices).stream("goe", s));
            for (int k = 0; k < n; k++) weights[k][s] = Math.exp(logarithm - n * (p - 2.0) / (2.0 * p) * l[k] * l[k]);
            for (int k = 0; k < energies.length; k++) energies[k][s] = unit * l[k] * weights[k][s];
        }
        // of N eigenvalues those of the Hessian on the sphere are N - 1: the last index is that of maxima
        for (int k = 0; k < n; k++) {
            Jackknife mean = mean(weights[k]);
            out.put(POINTS, Sink.ALL, mean.value(), mean.error(), k);
            if (k == 0) out.put(Quantities.KNOWN_MINIMA, Sink.ALL, mean.value(), mean.error());
            if (k == 1) out.put(Quantities.KNOWN_SADDLES, Sink.ALL, mean.value(), mean.error());
        }
        Jackknife minima = Jackknife.ratio(energies[0], weights[0], samples);
        out.put(Quantities.MEAN_MINIMUM, Sink.ALL, minima.value(), minima.error());
        Jackknife saddles = Jackknife.ratio(energies[1], weights[1], samples);
        out.put(Quantities.MEAN_SADDLE, Sink.ALL, saddles.value(), saddles.error());
        return Solution.closedForm("exact but for the average over " + samples + " matrices");
    }

    private Jackknife mean(double[] values) {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1.0);
        return Jackknife.ratio(values, ones, values.length);
    }

    /** Of a symmetric matrix with off-diagonal variance 1/(2N) and twice that on the diagonal, in increasing order. */
    private double[] eigenvalues(RandomStream random) {
        double[] main = new double[n];
        double[] beside = new double[n];
        for (int k = 0; k < n; k++) {
            main[k] = Math.sqrt(1.0 / n) * random.nextGaussian();
            double square = 0.0;
            for (int i = k + 1; i < n; i++) {
                double g = random.nextGaussian();
                square += g * g;
            }
            beside[k] = Math.sqrt(square / (2.0 * n));
        }
        return Tridiagonal.values(main, beside);
    }
}
