package rugged.meanfield.ridge;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import rugged.params.BadParameter;

/**
 * Steps of size eta on {@link RidgeProblem} with batches of a share b of the examples, drawn anew at each step, and noise of temperature T:
 *
 * <pre>w &lt;- (1 - eta lambda) w - (eta/(b sqrt(d))) sum_{mu in batch} (h_mu - y_mu) x_mu + sqrt(2 T eta) zeta</pre>
 *
 * <p>Each direction of curvature s has a mean, a^k of its start and g_k of the labels, a = 1 - eta (s + lambda), and a variance V. The noise of a batch has the covariance (eta^2 (1 - b)/b) (1/d) sum_mu r_mu^2 x_mu x_mu^T, in which left singular vectors are delocalised, so that r_mu^2 is the mean square residual P: V &lt;- a^2 V + eta^2 ((1 - b)/b) s P + 2 T eta. Exact for infinitely many inputs at any b and eta, not in the diffusion limit alone.
 * b = 1 at T = 0 is gradient descent. Cost: steps times nodes.
 */
public final class RidgeSteps implements LearningDynamics {
    /** Steps up to which the recursion takes a minute. */
    public static final long MOST = 10_000_000L;

    private record Moment(double[] variance, double train, double test, double overlap, double norm) {}

    private final RidgeProblem problem;
    private final double eta;
    private final RidgeSpectrum spectrum;
    private final double[] a;
    private final double[] b;
    private final Map<Long, Moment> moments = new TreeMap<>();

    /**
     * Advances once through all steps that will be asked for.
     *
     * @param problem what is learnt
     * @param eta learning rate
     * @param batch b, above 0 and at most 1
     * @param temperature T
     * @param times steps, whole numbers
     */
    public RidgeSteps(RidgeProblem problem, double eta, double batch, double temperature, Collection<Double> times) {
        RidgeProblem.positive("learning-rate", eta);
        RidgeProblem.notNegative("temperature", temperature);
        if (!(batch > 0.0 && batch <= 1.0))
            throw new BadParameter("batch", batch, "is no share of the examples", "above 0, at most 1");
        this.problem = problem;
        this.eta = eta;
        this.spectrum = RidgeSpectrum.of(problem.alpha());
        a = new double[spectrum.size()];
        b = new double[a.length];
        for (int j = 0; j < a.length; j++) {
            double s = spectrum.s()[j];
            a[j] = 1.0 - eta * (s + problem.decay());
            b[j] = s * s + problem.noise() * problem.noise() * s;
        }
        stable(batch);
        advance(batch, temperature, steps(times));
    }

    private static TreeSet<Long> steps(Collection<Double> times) {
        TreeSet<Long> steps = new TreeSet<>();
        for (double t : times) {
            if (!(t >= 0.0 && t <= MOST && t == Math.rint(t)))
                throw new BadParameter("times", t, "is no number of steps", "whole numbers from 0 to " + MOST);
            steps.add((long) t);
        }
        return steps;
    }

    /** What the noise of batches adds to the residual over all later steps, K: below 1 where the residual stays finite. */
    public static double noiseGain(RidgeProblem problem, double eta, double batch) {
        return eta
                * (1.0 - batch)
                / (batch * problem.alpha())
                * RidgeSpectrum.of(problem.alpha()).mean(s -> {
                    double kappa = s + problem.decay();
                    return s == 0.0 ? 0.0 : s * s / (kappa * (2.0 - eta * kappa));
                });
    }

    private void stable(double batch) {
        if (eta * problem.stiffest() > 2.0)
            throw new BadParameter(
                    "learning-rate",
                    eta,
                    "diverges: it is above 2/(lambda + (1 + sqrt(alpha))^2)",
                    "at most " + 2.0 / problem.stiffest());
        double gain = noiseGain(problem, eta, batch);
        if (!(gain < 1.0))
            throw new BadParameter(
                    "batch",
                    batch,
                    "diverges: at this learning rate the noise of batches feeds itself, by a factor of " + gain,
                    "a larger share, or a smaller learning rate: below 1");
    }

    private void advance(double batch, double temperature, TreeSet<Long> steps) {
        int n = a.length;
        double[] s = spectrum.s();
        double[] w = spectrum.weight();
        double[] power = new double[n];
        double[] g = new double[n];
        double[] v = new double[n];
        java.util.Arrays.fill(power, 1.0);
        double gamma = eta * eta * (1.0 - batch) / batch;
        long last = steps.isEmpty() ? -1 : steps.last();
        for (long k = 0; k <= last; k++) {
            double sc = 0.0;
            double gb = 0.0;
            double m = 0.0;
            double c = 0.0;
            for (int j = 0; j < n; j++) {
                double mode = power[j] * power[j] * problem.start() + g[j] * g[j] * b[j] + v[j];
                sc += w[j] * s[j] * mode;
                gb += w[j] * g[j] * b[j];
                m += w[j] * s[j] * g[j];
                c += w[j] * mode;
            }
            double residual = (sc - 2.0 * gb) / problem.alpha() + problem.labels();
            if (steps.contains(k)) moments.put(k, new Moment(v.clone(), 0.5 * residual, problem.test(m, c), m, c));
            for (int j = 0; j < n; j++) {
                v[j] = a[j] * a[j] * v[j] + gamma * s[j] * residual + 2.0 * temperature * eta;
                g[j] = a[j] * g[j] + eta;
                power[j] *= a[j];
            }
        }
    }

    private Moment at(double t) {
        Moment found = moments.get((long) t);
        if (found == null || t != Math.rint(t)) throw new IllegalArgumentException("step " + t + " was not asked for");
        return found;
    }

    @Override
    public double train(double t) {
        return at(t).train;
    }

    @Override
    public double test(double t) {
        return at(t).test;
    }

    @Override
    public double overlap(double t) {
        return at(t).overlap;
    }

    @Override
    public double norm(double t) {
        return at(t).norm;
    }

    /** (1 - a^k)/kappa, eta k where kappa is 0. */
    private double g(int j, double steps) {
        double kappa = spectrum.s()[j] + problem.decay();
        return kappa == 0.0 ? eta * steps : (1.0 - Math.pow(a[j], steps)) / kappa;
    }

    @Override
    public double correlation(double t, double before) {
        double late = Math.max(t, before);
        double early = Math.min(t, before);
        double[] v = at(early).variance;
        double sum = 0.0;
        for (int j = 0; j < a.length; j++)
            sum += spectrum.weight()[j]
                    * (Math.pow(a[j], late + early) * problem.start()
                            + g(j, late) * g(j, early) * b[j]
                            + Math.pow(a[j], late - early) * v[j]);
        return sum;
    }

    @Override
    public double response(double t, double before) {
        if (!(t > before)) return 0.0;
        double sum = 0.0;
        for (int j = 0; j < a.length; j++) sum += spectrum.weight()[j] * Math.pow(a[j], t - before - 1.0);
        return sum;
    }

    @Override
    public double integratedResponse(double t, double before) {
        double sum = 0.0;
        for (int j = 0; j < a.length; j++) sum += spectrum.weight()[j] * g(j, t - before);
        return sum;
    }
}
