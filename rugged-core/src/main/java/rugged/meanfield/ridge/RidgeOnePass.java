package rugged.meanfield.ridge;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import rugged.params.BadParameter;

/**
 * Steps of size eta, each on a new batch of beta d examples whose sum is divided by beta. With the squared distance Q = C - 2M + 1 from the teacher
 *
 * <pre>
 * C &lt;- (1 - eta lambda)^2 C - 2 eta (1 - eta lambda) (C - M) + eta^2 ((1 + 1/beta) Q + sigma^2/beta)
 * M &lt;- (1 - eta lambda) M + eta (1 - M)
 * </pre>
 *
 * <p>and, what is new being independent of what was, C(k + 1, k') = (1 - eta lambda - eta) C(k, k') + eta M(k'), R(k, k') = (1 - eta lambda - eta)^(k - k' - 1). How many examples there are is without meaning, so that alpha does not enter. Nothing is stored: there is no training error.
 */
public final class RidgeOnePass implements LearningDynamics {
    private final RidgeProblem problem;
    private final double eta;
    private final double rate;
    private final Map<Long, double[]> moments = new HashMap<>();

    /**
     * Advances once through all steps that will be asked for.
     *
     * @param problem what is learnt
     * @param eta learning rate
     * @param beta examples of a batch for each weight
     * @param times steps, whole numbers
     */
    public RidgeOnePass(RidgeProblem problem, double eta, double beta, Collection<Double> times) {
        RidgeProblem.positive("learning-rate", eta);
        RidgeProblem.positive("batch", beta);
        this.problem = problem;
        this.eta = eta;
        double kept = 1.0 - eta * problem.decay();
        rate = kept - eta;
        double growth = kept * kept - 2.0 * eta * kept + eta * eta * (1.0 + 1.0 / beta);
        if (!(growth < 1.0))
            throw new BadParameter(
                    "learning-rate",
                    eta,
                    "diverges: a step multiplies the squared distance from the teacher by " + growth,
                    "a smaller one, or a larger batch: below 1");
        long last = -1;
        for (double t : times) {
            if (!(t >= 0.0 && t <= RidgeSteps.MOST && t == Math.rint(t)))
                throw new BadParameter(
                        "times", t, "is no number of steps", "whole numbers from 0 to " + RidgeSteps.MOST);
            moments.put((long) t, new double[2]);
            last = Math.max(last, (long) t);
        }
        double c = problem.start();
        double m = 0.0;
        double noise = problem.noise() * problem.noise();
        for (long k = 0; k <= last; k++) {
            double[] asked = moments.get(k);
            if (asked != null) {
                asked[0] = m;
                asked[1] = c;
            }
            double q = c - 2.0 * m + 1.0;
            c = kept * kept * c - 2.0 * eta * kept * (c - m) + eta * eta * ((1.0 + 1.0 / beta) * q + noise / beta);
            m = kept * m + eta * (1.0 - m);
        }
    }

    private double[] at(double t) {
        double[] found = moments.get((long) t);
        if (found == null || t != Math.rint(t)) throw new IllegalArgumentException("step " + t + " was not asked for");
        return found;
    }

    @Override
    public double train(double t) {
        return Double.NaN;
    }

    @Override
    public double test(double t) {
        return problem.test(overlap(t), norm(t));
    }

    @Override
    public double overlap(double t) {
        return at(t)[0];
    }

    @Override
    public double norm(double t) {
        return at(t)[1];
    }

    @Override
    public double correlation(double t, double before) {
        double late = Math.max(t, before);
        double early = Math.min(t, before);
        double steps = late - early;
        double power = Math.pow(rate, steps);
        return power * norm(early) + eta * overlap(early) * sum(steps);
    }

    /** 1 + rate + ... + rate^(steps - 1). */
    private double sum(double steps) {
        return (1.0 - Math.pow(rate, steps)) / (1.0 - rate);
    }

    @Override
    public double response(double t, double before) {
        return t > before ? Math.pow(rate, t - before - 1.0) : 0.0;
    }

    @Override
    public double integratedResponse(double t, double before) {
        return eta * sum(t - before);
    }
}
