package rugged.meanfield.learning;

import rugged.params.BadParameter;

/**
 * Steps of a student w, begun at |w|^2 = C0 d independent of everything,
 *
 * <pre>w &lt;- (1 - eta lambda) w - (eta/sqrt(d)) sum_mu (s_mu/b) l'(h_mu, y_mu) x_mu + sqrt(2 T eta) zeta</pre>
 *
 * <p>with flags s = 1 with probability b, drawn anew at each step or, persistent, a chain that goes from 0 to 1 with probability eta/tau and back with (1 - b) eta/(b tau). On the sphere |w|^2 = d is restored after each step.
 *
 * @param loss l
 * @param eta learning rate
 * @param batch b
 * @param persistence tau, 0 for flags that are drawn anew
 * @param temperature T
 * @param decay lambda, 0 on the sphere
 * @param start C0, 1 on the sphere
 * @param sphere whether the norm is kept
 * @param projected whether, on the sphere, the gradient is projected on the tangent space before the step, as gradient descent, batches and Langevin dynamics of a run do; else the norm alone is restored after it
 */
public record StudentSteps(
        SmoothLoss loss,
        double eta,
        double batch,
        double persistence,
        double temperature,
        double decay,
        double start,
        boolean sphere,
        boolean projected) {
    /** Checks the parameters. */
    public StudentSteps {
        if (!(eta > 0.0 && Double.isFinite(eta)))
            throw new BadParameter("learning-rate", eta, "is not above 0", "a finite number above 0");
        if (!(batch > 0.0 && batch <= 1.0))
            throw new BadParameter("batch", batch, "is no share of the examples", "above 0, at most 1");
        notNegative("persistence", persistence);
        notNegative("temperature", temperature);
        notNegative("decay", decay);
        notNegative("start", start);
        if (persistence > 0.0) {
            double on = eta / persistence;
            double off = (1.0 - batch) * eta / (batch * persistence);
            if (on > 1.0 || off > 1.0)
                throw new BadParameter(
                        "persistence",
                        persistence,
                        "turns flags with a probability of " + Math.max(on, off),
                        "at least " + eta * Math.max(1.0, (1.0 - batch) / batch));
        }
        if (sphere && decay > 0.0)
            throw new BadParameter("decay", decay, "does nothing on the sphere", "0 with sphere: true");
        if (projected && !sphere) throw new BadParameter("projected", true, "needs a sphere", "false, or sphere: true");
        if (sphere && start != 1.0)
            throw new BadParameter("start", start, "is not on the sphere", "1 with sphere: true");
    }

    private static void notNegative(String name, double value) {
        if (!(value >= 0.0 && Double.isFinite(value)))
            throw new BadParameter(name, value, "is below 0", "a finite number, 0 or above");
    }

    /** Refuses a rate at which the full batch diverges, eta (lambda + l''_max (1 + sqrt(alpha))^2) above 2. */
    public void require(double alpha) {
        double edge = 1.0 + Math.sqrt(alpha);
        double stiffest = decay + loss.stiffest() * edge * edge;
        if (eta * stiffest > 2.0)
            throw new BadParameter(
                    "learning-rate",
                    eta,
                    "diverges: it is above 2/(lambda + l''(1 + sqrt(alpha))^2)",
                    "at most " + 2.0 / stiffest);
    }
}
