package rugged.dynamics.bayesian;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.bayesian.GaussianParts;
import rugged.api.model.Model;
import rugged.api.motion.Stepper;
import rugged.index.Named;
import rugged.num.Streams;

/**
 * Exact Gibbs sampling of exp(-E) where every part of the state is Gaussian given the rest: a linear network of one hidden layer, whose readout and whose hidden weights are drawn in turn. No step size, no rejection, temperature 1: what other samplers are tested against. Time counts rounds over all parts.
 *
 * <p>Source: Geman and Geman, IEEE Trans. Pattern Anal. 6, 721 (1984).
 */
@Named(
        value = "posterior-gibbs",
        title = "Gibbs sampling of a linear Bayesian network",
        doc = "Readout and hidden weights of a linear network, drawn in turn from their exact laws. Time in rounds.",
        source = "Geman and Geman, IEEE Trans. Pattern Anal. 6, 721 (1984)",
        year = 1984,
        topics = {"thermal", "Monte Carlo", "Bayesian inference"})
public record PosteriorGibbs() implements DynamicsSpec {
    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.GAUSSIAN_PARTS, Need.GAUSSIAN_THROUGHOUT);
    }

    @Override
    public double temperature() {
        return 1.0;
    }

    @Override
    public Stepper start(Model model, double[] x, Streams random) {
        return new GaussianDraws((GaussianParts) model, x, 0.0, 0, 0.0, random.stream("noise", 0));
    }

    @Override
    public String timeUnit() {
        return "round";
    }

    @Override
    public double quantum(LandscapeSpec landscape) {
        return 1.0;
    }

    @Override
    public double evaluationsPerUnitTime(LandscapeSpec landscape) {
        return 1.0;
    }
}
