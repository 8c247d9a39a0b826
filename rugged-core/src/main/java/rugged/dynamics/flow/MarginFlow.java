package rugged.dynamics.flow;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Landscape;
import rugged.api.model.Model;
import rugged.api.model.Supervised;
import rugged.api.motion.Stepper;
import rugged.compose.Field;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Gradient flow of a network, dx/dt = -grad E, by Euler steps whose size follows what they change, until every training example is right by a margin. A step from (o, g), outputs and gradient, to (o', g') counts where
 *
 * <pre>|g - g'|^2/(|g| |g'|) &lt; eps_g   and   max |o - o'| &lt; eps_o,</pre>
 *
 * <p>else it is tried again with a tenth of dt. Where both are below half of what is allowed, the next step is 1.1 times as long. Where the gradient vanishes at the end of a step only the outputs are asked. It ends where all y o exceed the margin (a soft hinge never reaches 0), or where the
 * gradient has vanished and some do not: the flow is jammed. A step below 1e-14 of the time is a failure. Order 1: errors fall as eps_g does.
 *
 * <p>Source: Geiger, Spigler, Jacot and Wyart, J. Stat. Mech. 113301 (2020), arXiv:1906.08034, appendix. Cost: a gradient and a forward pass a step.
 */
@Named(
        value = "margin-flow",
        title = "Gradient flow to a margin",
        doc = "Gradient flow of a network by steps that change outputs and gradient a little, until all examples are"
                + " right by a margin.",
        source = "Geiger et al., J. Stat. Mech. 113301 (2020)",
        year = 2020,
        topics = {"zero temperature", "deep learning"})
public record MarginFlow(
        @Param(
                doc = "eps_g: by how much the gradient may change in a step, |g - g'|^2/(|g| |g'|)",
                symbol = "\u03b5_{g}",
                def = "1e-2",
                min = 0,
                above = true,
                reason = "the change of a kernel is right to 1 %")
        double gradientChange,

        @Param(
                doc = "eps_o: by how much an output may change in a step",
                symbol = "\u03b5_{o}",
                def = "0.2",
                min = 0,
                above = true,
                reason = "a fraction of the margin")
        double outputChange,

        @Param(doc = "margin y o of all examples at which it ends", def = "1")
        double margin,

        @Param(doc = "first step", symbol = "dt", def = "1", min = 0, above = true)
        double dt,

        @Param(doc = "converged, but jammed, when |g|/sqrt(N) is below", def = "1e-12", min = 0)
        double tolerance)
        implements DynamicsSpec {
    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.EXAMPLES);
    }

    @Override
    public double memory(LandscapeSpec landscape) {
        return 3.0
                * Double.BYTES
                * landscape
                        .knownExamples()
                        .map(o -> (double) o.patterns() * Math.max(1, o.classes()))
                        .orElse(0.0);
    }

    @Override
    public Stepper start(Model model, double[] x, Streams random) {
        Landscape landscape = (Landscape) model;
        Supervised network = (Supervised) Field.without(landscape);
        return new MarginSteps(landscape, network, x, gradientChange, outputChange, margin, dt, tolerance);
    }

    @Override
    public String timeUnit() {
        return "1/J";
    }

    @Override
    public double quantum(LandscapeSpec landscape) {
        return 0.0;
    }

    /** Some hundred to some thousand steps, most of them in the first units of time. */
    @Override
    public double evaluationsPerUnitTime(LandscapeSpec landscape) {
        return 10.0;
    }

    @Override
    public double temperature() {
        return 0.0;
    }
}
