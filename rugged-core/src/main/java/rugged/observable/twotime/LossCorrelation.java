package rugged.observable.twotime;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.model.Model;
import rugged.api.model.StochasticLandscape;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.observable.curvature.Portraits;

/**
 * C_L(t, tw): the covariance over patterns mu of E_mu(x(tw)) and E_mu(x(t)), divided by their standard deviations. Which patterns cost much, and is it still
 * the same ones? Undefined (NaN) where all patterns cost the same, as at zero hinge loss. Cost: the energies of all patterns for each replica; up to 64
 * MiB for those at ages.
 */
@Named(
        value = "loss-correlation",
        title = "Correlation of the losses",
        doc = "Correlation coefficient, over patterns, of their energies now and at an earlier age.",
        source = "Baity-Jesi et al., J. Stat. Mech. 124013 (2019)",
        year = 2019,
        topics = {"two times", "aging", "deep learning"})
public record LossCorrelation() implements ObservableSpec {
    /** Correlation coefficient of the losses. */
    public static final Quantity LOSSES = new Quantity(
            "C_L",
            "C_{L}(t, t_{w})",
            "",
            List.of("t", "tw"),
            "correlation coefficient over patterns of their energies at t_{w} and t");

    @Override
    public List<Quantity> quantities() {
        return List.of(LOSSES);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.PATTERNS);
    }

    @Override
    public Probe open(Model model, Streams random) {
        StochasticLandscape landscape = (StochasticLandscape) model;
        return new Portraits(LOSSES, landscape.patterns(), 1, landscape::patternEnergies);
    }
}
