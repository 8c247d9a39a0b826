package rugged.dynamics.flow;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Model;
import rugged.api.model.VectorField;
import rugged.api.motion.Stepper;
import rugged.dynamics.Stability;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * dx/dt = v(x) + sqrt(2T) noise in the tangent space of the manifold, for any {@link VectorField}: a rule of learning, a driven system, or a landscape, for which v = -dE/dx and this is
 * {@link GradientFlow} or Langevin's equation without their tests of the energy.
 *
 * <p>Methods: {@code euler} (order 1, one velocity a step), {@code heun} (order 2, two; with additive noise weak order 2 in flat space), {@code runge-kutta} (order 4, four; without noise). Stages
 * are evaluated slightly off the manifold, along the tangent field; the step ends with a retraction. A field that draws examples is drawn anew in every stage; euler with dt as learning rate
 * is then the rule itself, one example a step.
 *
 * <p>Converged when |v|/sqrt(N) is below the tolerance, failed when the state is no longer finite.
 *
 * <p>Source: Hairer, Lubich and Wanner, Geometric Numerical Integration (2006); Kloeden and Platen, Numerical Solution of Stochastic Differential Equations (1992).
 */
@Named(
        value = "field-flow",
        title = "Motion in a velocity field",
        doc = "Follows a velocity that need not be a gradient, with or without noise: rules of learning, driven"
                + " systems.",
        source = "Kloeden and Platen, Numerical Solution of Stochastic Differential Equations (1992)",
        year = 1992,
        topics = {"learning rules", "non-equilibrium"})
public record FieldFlow(
        @Param(doc = "euler, heun or runge-kutta", def = "heun")
        FlowScheme method,

        @Param(
                doc = "time step; of a rule that draws examples the learning rate",
                symbol = "dt",
                def = "0.05",
                min = 0.0,
                above = true)
        double dt,

        @Param(doc = "temperature of white noise in every coordinate", symbol = "T", def = "0", min = 0.0)
        double temperature,

        @Param(doc = "converged when |v|/sqrt(N) is below; 0: never", def = "0", min = 0.0)
        double tolerance,

        Stability stability)
        implements DynamicsSpec {
    /** Above it explicit Runge-Kutta of order 4 is unstable on a curvature, over 2 for Euler and Heun. */
    private static final double REACH = 2.785 / 2.0;

    public FieldFlow {
        if (temperature > 0.0 && method == FlowScheme.RUNGE_KUTTA)
            throw new BadParameter("method", "runge-kutta", "has no noise here", "euler or heun at a temperature");
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.VELOCITY);
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.TEMPERATURE);
    }

    @Override
    public Stepper start(Model model, double[] x, Streams random) {
        return new FieldFlowSteps((VectorField) model, x, method, dt, temperature, tolerance, random);
    }

    @Override
    public String timeUnit() {
        return "1/J";
    }

    @Override
    public double quantum(LandscapeSpec landscape) {
        return dt;
    }

    @Override
    public double evaluationsPerUnitTime(LandscapeSpec landscape) {
        return method.stages() / dt;
    }

    @Override
    public Optional<String> objection(LandscapeSpec landscape) {
        double step = method == FlowScheme.RUNGE_KUTTA ? dt / REACH : dt;
        return stability.objection("dt", step, landscape);
    }

    @Override
    public FieldFlow atTemperature(double other) {
        return new FieldFlow(method, dt, other, tolerance, stability);
    }
}
