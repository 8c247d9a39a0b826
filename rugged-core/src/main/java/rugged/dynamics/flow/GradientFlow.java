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
import rugged.dynamics.Stability;
import rugged.dynamics.sampling.Langevin;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Gradient flow, dx/dt = -grad E in the tangent space of the manifold: the zero-temperature limit of {@link Langevin}, in the same unit of time, and the
 * small-step limit of gradient descent. The energy falls at the rate |grad E|^2.
 *
 * <p>Methods: {@code euler} (order 1, one gradient a step), {@code heun} (order 2, two gradients), {@code dormand-prince} (order 5 with step control, about
 * six gradients; see {@link AdaptiveFlow}). Stages are evaluated slightly off the manifold, along the tangent field; the step ends with a retraction,
 * which keeps the order (Hairer, Lubich and Wanner, Geometric Numerical Integration (2006), section IV.4).
 *
 * <p>Converged when |g|/sqrt(N) is below the tolerance; failed when the energy rises by more than rounding, which fixed
 * steps may where allow-unstable is set.
 */
@Named(
        value = "gradient-flow",
        title = "Gradient flow",
        doc = "Steepest descent in continuous time: a quench to zero temperature. Fixed steps (Euler, Heun) or step"
                + " control (Dormand-Prince).",
        source = "Cugliandolo and Kurchan, Phys. Rev. Lett. 71, 173 (1993)",
        year = 1993,
        topics = {"zero temperature", "minimisation", "aging"})
public record GradientFlow(
        @Param(
                doc = "euler, heun or dormand-prince",
                def = "heun",
                reason = "fixed steps let replicas share every pass over the disorder; dormand-prince when the accuracy"
                        + " must be known")
        Method method,

        @Param(
                doc = "time step of euler and heun",
                symbol = "dt",
                unit = "1/J",
                def = "0.1",
                min = 0.0,
                above = true,
                reason = "a third of the stability limit of the p = 3 spherical model")
        double dt,

        @Param(
                doc = "error of a dormand-prince step, relative to the distance moved",
                def = "1e-6",
                min = 1e-14,
                max = 0.1)
        double rtol,

        @Param(
                doc = "error per component that is always allowed",
                def = "1e-12",
                min = 0.0,
                reason = "below what the gradient can tell")
        double atol,

        @Param(doc = "converged when |g|/sqrt(N) is below", unit = "J", def = "1e-8", min = 0.0)
        double tolerance,

        Stability stability)
        implements DynamicsSpec {
    /** How the flow is integrated. */
    public enum Method {
        /** Explicit Euler, order 1. */
        EULER,
        /** Heun's trapezoidal predictor and corrector, order 2. */
        HEUN,
        /** Dormand and Prince 5(4) with step control. */
        DORMAND_PRINCE
    }

    /** Steps of Dormand-Prince are limited by stability, not accuracy, after a short while: h k_max stays near this. */
    private static final double ADAPTIVE_STEP_TIMES_STIFFNESS = 2.0;

    @Override
    public double vectors() {
        return method == Method.DORMAND_PRINCE ? 11 : 5;
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT);
    }

    @Override
    public Stepper start(Model model, double[] x, Streams random) {
        Landscape landscape = (Landscape) model;
        return switch (method) {
            case EULER -> new FixedStepFlow(landscape, x, dt, false, dt, tolerance, stability.allowUnstable());
            case HEUN -> new FixedStepFlow(landscape, x, dt, true, dt, tolerance, stability.allowUnstable());
            case DORMAND_PRINCE -> new AdaptiveFlow(landscape, x, rtol, atol, tolerance);
        };
    }

    @Override
    public String timeUnit() {
        return "1/J";
    }

    @Override
    public double quantum(LandscapeSpec landscape) {
        return method == Method.DORMAND_PRINCE ? 0.0 : dt;
    }

    @Override
    public double evaluationsPerUnitTime(LandscapeSpec landscape) {
        return switch (method) {
            case EULER -> 1.0 / dt;
            case HEUN -> 2.0 / dt;
            case DORMAND_PRINCE -> {
                double stiffness = landscape.stiffness();
                yield 6.0 * (Double.isNaN(stiffness) ? 10.0 : stiffness) / ADAPTIVE_STEP_TIMES_STIFFNESS;
            }
        };
    }

    @Override
    public Optional<String> objection(LandscapeSpec landscape) {
        return method == Method.DORMAND_PRINCE ? Optional.empty() : stability.objection("dt", dt, landscape);
    }

    @Override
    public double temperature() {
        return 0.0;
    }
}
