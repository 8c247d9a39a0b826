package rugged.dynamics.physical;

import rugged.api.physical.Circuit;
import rugged.api.physical.FeedbackRule;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * The drops of the outputs are held at y + eta (y* - y), and d_e = ((B u_F)_e^2 - (B u_C)_e^2)/(2 eta) of the free and the clamped state. For small eta it goes down e.K^{-1} e/2 with e = y - y* and K = Q_out^T L^+ Q_out held fixed, off by O(eta): parallel to the gradient for one output, in general not; compared at the same learning rate it is faster by about 1/K.
 *
 * <p>An epoch takes all examples together: one factorisation, O(M n_out (n_in + n_out)) besides. Source: Stern, Hexner, Rocks and Liu, Phys. Rev. X 11, 021045 (2021).
 */
@Named(
        value = "coupled-learning",
        title = "Coupled learning",
        doc = "Edges compare the squares of their drops in the free state and in one whose outputs are held a little"
                + " nearer to the targets.",
        source = "Stern, Hexner, Rocks and Liu, Phys. Rev. X 11, 021045 (2021)",
        year = 2021,
        topics = {"physical networks", "learning rules"})
public record CoupledLearning(
        @Param(
                doc = "part of the way to the targets at which outputs are held",
                symbol = "\u03b7",
                def = "0.01",
                min = 0.0,
                above = true,
                max = 1.0)
        double eta,

        LearningParameters learning)
        implements LocalRule {
    /** Part of a way. */
    public CoupledLearning {
        if (!(eta > 0.0 && eta <= 1.0))
            throw new BadParameter("eta", eta, "is no part of the way to a target", "above 0 and at most 1");
    }

    @Override
    public Comparison comparison(Circuit circuit, Streams random) {
        return new TwoStates(FeedbackRule.CLAMPED, eta, circuit);
    }
}
