package rugged.dynamics.flow;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Landscape;
import rugged.api.model.Model;
import rugged.api.motion.Stepper;
import rugged.dynamics.Clock;
import rugged.dynamics.Stability;
import rugged.dynamics.minimise.Momentum;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Gradient descent with the full gradient and a constant learning rate eta: x' = x - eta grad E, in the tangent space and retracted where there is a
 * manifold. It is the Euler scheme of {@link GradientFlow} with dt = eta, off by O(eta). With momentum it is the heavy ball, v' = momentum v + g,
 * x' = x - eta v': best on a quadratic with eigenvalues from a to b at momentum = ((sqrt b - sqrt a)/(sqrt b + sqrt a))^2, where it needs sqrt(b/a) steps
 * instead of b/a.
 *
 * <p>Time is t = eta n after n steps (that of the flow) unless the clock counts steps. One gradient a step. Converged when |g|/sqrt(N) is at most the
 * tolerance; failed when the energy rises by more than rounding, unless there is momentum, with which it may, or allow-unstable is set: then it fails only
 * where the energy is not finite.
 *
 * <p>Source of the momentum: Polyak, USSR Comput. Math. Math. Phys. 4, 1 (1964).
 */
@Named(
        value = "gradient-descent",
        title = "Gradient descent",
        doc = "Full-batch descent with a constant learning rate: the Euler scheme of the gradient flow.",
        source = "Cauchy, C. R. Acad. Sci. Paris 25, 536 (1847)",
        year = 1847,
        topics = {"zero temperature", "minimisation", "optimisers"})
public record GradientDescent(
        @Param(
                doc = "learning rate",
                symbol = "\u03b7",
                def = "0.05",
                min = 0.0,
                above = true,
                reason = "a sixth of the stability limit of the p = 3 spherical model")
        double learningRate,

        @Param(doc = "heavy-ball momentum", def = "0", min = 0.0, max = 0.9999, reason = "a flow has no inertia")
        double momentum,

        @Param(
                doc = "what time counts: flow (eta times steps) or steps",
                def = "flow",
                reason = "on the axis of gradient flow and Langevin dynamics")
        Clock clock,

        @Param(doc = "converged when |g|/sqrt(N) is at most", unit = "J", def = "1e-8", min = 0.0)
        double tolerance,

        Stability stability)
        implements DynamicsSpec {
    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT);
    }

    @Override
    public Stepper start(Model model, double[] x, Streams random) {
        if (momentum > 0.0) {
            double tick = clock.tick(learningRate);
            return Momentum.heavyBall((Landscape) model, x, learningRate, momentum, tick, tolerance);
        }
        return new FixedStepFlow(
                (Landscape) model,
                x,
                learningRate,
                false,
                clock.tick(learningRate),
                tolerance,
                stability.allowUnstable());
    }

    @Override
    public String timeUnit() {
        return clock.unit();
    }

    @Override
    public double quantum(LandscapeSpec landscape) {
        return clock.tick(learningRate);
    }

    @Override
    public double evaluationsPerUnitTime(LandscapeSpec landscape) {
        return 1.0 / clock.tick(learningRate);
    }

    @Override
    public Optional<String> objection(LandscapeSpec landscape) {
        return stability.objection("learning-rate", learningRate, momentum, landscape);
    }

    @Override
    public double temperature() {
        return 0.0;
    }

    @Override
    public double noiseFactor(int patterns) {
        return 0.0;
    }
}
