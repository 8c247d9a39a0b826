package rugged.meanfield.bayesian;

import java.util.Arrays;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * How finite width rescales the kernel: one number q_l a layer, the saddle of
 * S = sum_l (1/alpha_l)(q_l - ln q_l) + (1/P)(tr ln(T + q K) + y.(T + q K)^{-1} y), q the product of all, alpha_l = P/N_l; K is the covariance of outputs of networks of infinite width. One layer of any units (Pacelli et al.) and linear layers of any number, where it is exact for
 * P and N_l to infinity at fixed ratio.
 *
 * <p>Stationarity is q_l = 1 - alpha_l D with D = q dS_K/dq common to all layers: one equation for the q of the narrowest layer, all of whose roots on [1e-8, 1e4] are looked for; of several that of least action counts. At T = 0 with a single layer the root is closed,
 * q = ((1 - alpha) + sqrt((1 - alpha)^2 + 4 alpha y.K^{-1} y/P))/2. Errors of q below 1e-12.
 *
 * <p>Source: Pacelli, Ariosto, Pastore, Ginelli, Gherardi and Rotondo, Nat. Mach. Intell. 5, 1497 (2023), for one layer; Li and Sompolinsky, Phys. Rev. X 11, 031059 (2021), for linear ones.
 *
 * @param q q_l, in the order of the layers
 * @param action S
 * @param roots how many there were
 */
public record KernelSaddle(double[] q, double action, int roots) {
    private static final double LEAST = 1e-8;
    private static final double MOST = 1e4;
    private static final int CELLS = 1200;
    private static final int EVALUATIONS = 500;

    /**
     * The saddle.
     *
     * @param spectrum of the covariance of outputs at infinite width, and of the labels
     * @param temperature T of the loss
     * @param alphas alpha_l = P/N_l
     * @throws ArithmeticException where T = 0 and the covariance is singular
     */
    public static KernelSaddle of(LabelSpectrum spectrum, double temperature, double[] alphas) {
        if (temperature == 0.0 && spectrum.singular())
            throw new ArithmeticException("the kernel is singular, of rank " + spectrum.rank() + " for "
                    + spectrum.values().length + " examples: at T = 0 nothing fits them; use T > 0");
        if (temperature == 0.0 && alphas.length == 1) {
            double rest = 1.0 - alphas[0];
            double root = Math.sqrt(rest * rest + 4.0 * alphas[0] * spectrum.strain());
            // of the two forms of the root the one in which nothing cancels
            double q = rest >= 0.0 ? 0.5 * (rest + root) : 2.0 * alphas[0] * spectrum.strain() / (root - rest);
            return at(spectrum, temperature, alphas, q, 1);
        }
        return scanned(spectrum, temperature, alphas);
    }

    private static KernelSaddle scanned(LabelSpectrum spectrum, double temperature, double[] alphas) {
        double most = Arrays.stream(alphas).max().orElseThrow();
        double step = Math.log(MOST / LEAST) / CELLS;
        KernelSaddle best = null;
        int roots = 0;
        double left = LEAST;
        double before = slope(spectrum, temperature, alphas, most, left);
        for (int k = 1; k <= CELLS; k++) {
            double right = LEAST * Math.exp(k * step);
            double now = slope(spectrum, temperature, alphas, most, right);
            if (before * now <= 0.0 && before != 0.0) {
                roots++;
                double q = new BracketingNthOrderBrentSolver(1e-15, 1e-16, 1e-300, 5)
                        .solve(EVALUATIONS, x -> slope(spectrum, temperature, alphas, most, x), left, right);
                KernelSaddle found = at(spectrum, temperature, alphas, q, 1);
                if (best == null || found.action < best.action) best = found;
            }
            left = right;
            before = now;
        }
        if (best == null) throw new ArithmeticException("no saddle with q between " + LEAST + " and " + MOST);
        return new KernelSaddle(best.q, best.action, roots);
    }

    /** q_l of a layer where that of the narrowest, of density {@code most}, is {@code narrowest}. */
    private static double of(double narrowest, double most, double alpha) {
        return 1.0 - alpha / most * (1.0 - narrowest);
    }

    private static double product(double[] alphas, double most, double narrowest) {
        double q = 1.0;
        for (double alpha : alphas) q *= of(narrowest, most, alpha);
        return q;
    }

    /** q - 1 + alpha D of the narrowest layer. */
    private static double slope(
            LabelSpectrum spectrum, double temperature, double[] alphas, double most, double narrowest) {
        return narrowest - 1.0 + most * spectrum.logSlope(temperature, product(alphas, most, narrowest));
    }

    private static KernelSaddle at(
            LabelSpectrum spectrum, double temperature, double[] alphas, double narrowest, int roots) {
        double most = Arrays.stream(alphas).max().orElseThrow();
        double[] q = new double[alphas.length];
        double action = spectrum.action(temperature, product(alphas, most, narrowest));
        for (int l = 0; l < q.length; l++) {
            q[l] = of(narrowest, most, alphas[l]);
            action += (q[l] - Math.log(q[l])) / alphas[l];
        }
        return new KernelSaddle(q, action, roots);
    }

    /** The product of all q_l. */
    public double product() {
        double all = 1.0;
        for (double each : q) all *= each;
        return all;
    }
}
