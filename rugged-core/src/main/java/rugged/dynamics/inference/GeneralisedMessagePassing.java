package rugged.dynamics.inference;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.Need;
import rugged.api.mixing.Messaged;
import rugged.api.mixing.SequenceMixing;
import rugged.api.model.Inference;
import rugged.api.model.Model;
import rugged.api.motion.Stepper;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Generalised approximate message passing on projections with a channel, of one unit or several: rounds of {@code compose.SequencePass}, with all units together and Onsager's term of the round before, or, of a mixing of one unit, of {@code compose.MixingPass}, which makes it {@code amp}. It has converged where a round
 * without damping changes the means by less than the tolerance in mean square, and has found all where the mean variance is below 1e-9. Where the change has grown in {@code patience} rounds in a row, half of the old state (means, variances, answers) is kept from then on. Exact round by round for d, n to
 * infinity with independent inputs and no damping; fixed points of a risk are stationary points of it. A round that makes no number ends it, with the round and the least eigenvalue of V. On a landscape, such as a risk, a state is the weights alone, and what goes with them begins anew in every leg. Deterministic: replicas differ in their starts alone. Cost: two reads of the inputs a round for all units.
 *
 * <p>Source: Rangan, Proc. IEEE ISIT, 2168 (2011); Aubin, Maillard, Barbier, Krzakala, Macris and Zdeborova, arXiv:1806.05451.
 */
@Named(
        value = "gamp",
        title = "Generalised approximate message passing",
        doc = "Means and covariances of one or several units that are seen through projections, by rounds with"
                + " Onsager's term; damped where its changes grow.",
        source = "Aubin, Maillard, Barbier, Krzakala, Macris and Zdeborova, NeurIPS 31, 3223 (2018)",
        year = 2018,
        topics = {"inference", "mean field"})
public record GeneralisedMessagePassing(
        PassingParameters passing,

        @Param(
                doc = "rounds in a row whose change grows, after which half of the old state is kept",
                def = "3",
                min = 0,
                max = 1000,
                reason = "0: never")
        int patience)
        implements PassingSpec {
    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.PROJECTIONS);
    }

    @Override
    public Stepper start(Model model, double[] x, Streams random) {
        if (!(model instanceof Messaged risk)) return new Rounds((Inference) model, x, passing, patience);
        SequenceMixing mixing = risk.mixing();
        double[] whole = new double[mixing.dimension()];
        risk.begin(x, whole);
        return new Rounds(mixing, whole, passing, patience);
    }
}
