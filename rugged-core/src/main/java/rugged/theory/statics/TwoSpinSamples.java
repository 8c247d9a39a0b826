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
import rugged.meanfield.BinghamMoments;
import rugged.meanfield.Mixture;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.num.Vectors;
import rugged.num.spectral.Tridiagonal;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Equilibrium of the spherical 2-spin glass at finite N and any temperature. Its couplings are a matrix of the Gaussian orthogonal ensemble, H = -1/2 sum_k l_k s_k^2
 * with eigenvalues l_k within about [-2, 2]; for given eigenvalues all thermal averages are exact ({@link BinghamMoments}), and the average over the disorder
 * is one over matrices, drawn here in tridiagonal form (Dumitriu and Edelman, J. Math. Phys. 43, 5830 (2002)). Energy e = -1/2 sum_k l_k &lt;s_k^2&gt;/N, susceptibility
 * N[&lt;q^2&gt;] and Binder cumulant of the overlap. Standard errors are those of the average over matrices; none of them is one of N to infinity.
 *
 * <p>Cost: some 1000 N^2 operations a matrix and temperature.
 */
@Named(
        value = "two-spin-samples",
        title = "Spherical 2-spin glass at finite N",
        doc = "Energy, susceptibility and Binder cumulant of the overlap, exact for each sample of the couplings and"
                + " averaged over many.",
        source = "Kosterlitz, Thouless and Jones, Phys. Rev. Lett. 36, 1217 (1976)",
        year = 1976,
        topics = {"spin-glass", "equilibrium", "finite size"})
public record TwoSpinSamples(
        @Param(doc = "covariance of the landscape: order 2 alone", def = "2", symbol = "f")
        Mixture mixture,

        @Param(doc = "number of spins", symbol = "N", def = "64", min = 4, max = 2048)
        int n,

        @Param(doc = "temperatures", symbol = "T", unit = "J", def = "[1]", min = 0, above = true)
        List<Double> temperatures,

        @Param(doc = "matrices to average over", def = "1000", min = 2, max = 1e7)
        int samples,

        @Param(doc = "seed of the matrices, which are not those of the simulation", def = "1")
        long matrices)
        implements TheorySpec {
    public TwoSpinSamples {
        temperatures = List.copyOf(temperatures);
        if (!mixture.pure() || mixture.highest() != 2)
            throw new BadParameter("mixture", mixture, "is not of order 2 alone", "such as 2 or 0.5*2");
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.LADDER_ENERGY, Quantities.LADDER_SUSCEPTIBILITY, Quantities.LADDER_BINDER);
    }

    @Override
    public Validity validity() {
        return Validity.EXACT;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        double[][] energy = new double[temperatures.size()][samples];
        double[][] second = new double[temperatures.size()][samples];
        double[][] fourth = new double[temperatures.size()][samples];
        double unit = Math.sqrt(mixture.weight(2));
        double[] b = new double[n];
        for (int s = 0; s < samples; s++) {
            double[] eigenvalues = eigenvalues(Streams.of(matrices).stream("goe", s));
            for (int t = 0; t < energy.length; t++) {
                for (int k = 0; k < n; k++) b[k] = unit * eigenvalues[k] / temperatures.get(t);
                BinghamMoments moments = new BinghamMoments(b);
                for (int k = 0; k < n; k++) energy[t][s] -= 0.5 * unit * eigenvalues[k] * moments.square(k) / n;
                second[t][s] = moments.overlapSquare();
                fourth[t][s] = moments.overlapFourth();
            }
        }
        for (int t = 0; t < energy.length; t++) write(grid, temperatures.get(t), energy[t], second[t], fourth[t], out);
        return Solution.closedForm("exact for each of " + samples + " samples");
    }

    /** Of a symmetric matrix with off-diagonal variance 1/N and twice that on the diagonal. */
    private double[] eigenvalues(RandomStream random) {
        double[] main = new double[n];
        double[] beside = new double[n];
        for (int k = 0; k < n; k++) {
            main[k] = Math.sqrt(2.0 / n) * random.nextGaussian();
            double square = 0.0;
            for (int i = k + 1; i < n; i++) {
                double g = random.nextGaussian();
                square += g * g;
            }
            beside[k] = Math.sqrt(square / n);
        }
        return Tridiagonal.values(main, beside);
    }

    private void write(Schedule grid, double t, double[] energy, double[] second, double[] fourth, Sink out) {
        double two = Arrays.stream(second).average().orElse(Double.NaN);
        double four = Arrays.stream(fourth).average().orElse(Double.NaN);
        double[] pull = new double[samples];
        // the first-order change of the cumulant with each sample
        for (int s = 0; s < samples; s++)
            pull[s] = -0.5 * fourth[s] / (two * two) + four * second[s] / (two * two * two);
        double g = 0.5 * (3.0 - four / (two * two));
        for (int k = 0; k < grid.size(); k++) {
            double at = grid.time(k);
            double e = Arrays.stream(energy).average().orElse(Double.NaN);
            out.put(Quantities.LADDER_ENERGY, Sink.ALL, e, error(energy), at, t);
            out.put(Quantities.LADDER_SUSCEPTIBILITY, Sink.ALL, n * two, n * error(second), at, t);
        }
        out.put(Quantities.LADDER_BINDER, Sink.ALL, g, error(pull), t);
    }

    private static double error(double[] values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        return Math.sqrt(Vectors.scatter(values, mean) / (values.length - 1.0) / values.length);
    }
}
