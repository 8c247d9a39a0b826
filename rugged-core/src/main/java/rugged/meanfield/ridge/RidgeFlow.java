package rugged.meanfield.ridge;

import java.util.function.DoubleUnaryOperator;

/**
 * Gradient flow and Langevin dynamics in continuous time on {@link RidgeProblem}: with kappa = s + lambda and phi(t) = (1 - e^(-kappa t))/kappa, means over the spectrum of s
 *
 * <pre>
 * M(t) = &lt;s phi&gt;,   R(t, t') = &lt;e^(-kappa (t - t'))&gt;
 * C(t, t') = &lt;C0 e^(-kappa (t + t')) + phi(t) phi(t') (s^2 + sigma^2 s) + (T/kappa) (e^(-kappa |t - t'|) - e^(-kappa (t + t')))&gt;
 * </pre>
 *
 * <p>Without decay a direction that no example sees, kappa = 0, diffuses: its terms are their limits.
 */
public final class RidgeFlow implements LearningDynamics {
    private final RidgeProblem problem;
    private final double temperature;
    private final RidgeSpectrum spectrum;

    /** At a temperature, 0 or above. */
    public RidgeFlow(RidgeProblem problem, double temperature) {
        RidgeProblem.notNegative("temperature", temperature);
        this.problem = problem;
        this.temperature = temperature;
        this.spectrum = RidgeSpectrum.of(problem.alpha());
    }

    private double mean(DoubleUnaryOperator of) {
        return spectrum.mean(of);
    }

    /** phi(t), t where kappa is 0. */
    private static double phi(double kappa, double t) {
        return kappa == 0.0 ? t : -Math.expm1(-kappa * t) / kappa;
    }

    private double square(double s) {
        return s * s + problem.noise() * problem.noise() * s;
    }

    @Override
    public double train(double t) {
        double sc = mean(s -> s * mode(s, t, t));
        double gb = mean(s -> phi(s + problem.decay(), t) * square(s));
        return 0.5 * ((sc - 2.0 * gb) / problem.alpha() + problem.labels());
    }

    @Override
    public double test(double t) {
        return problem.test(overlap(t), norm(t));
    }

    @Override
    public double overlap(double t) {
        return mean(s -> s * phi(s + problem.decay(), t));
    }

    private double mode(double s, double t, double before) {
        double kappa = s + problem.decay();
        double late = Math.max(t, before);
        double early = Math.min(t, before);
        double forgotten = Math.exp(-kappa * (t + before));
        // (1/kappa) (e^(-kappa (late - early)) - e^(-kappa (late + early)))
        double heated = temperature * Math.exp(-kappa * (late - early)) * phi(kappa, 2.0 * early);
        return problem.start() * forgotten + phi(kappa, t) * phi(kappa, before) * square(s) + heated;
    }

    @Override
    public double correlation(double t, double before) {
        return mean(s -> mode(s, t, before));
    }

    @Override
    public double response(double t, double before) {
        return mean(s -> Math.exp(-(s + problem.decay()) * (t - before)));
    }

    @Override
    public double integratedResponse(double t, double before) {
        return mean(s -> phi(s + problem.decay(), t - before));
    }
}
