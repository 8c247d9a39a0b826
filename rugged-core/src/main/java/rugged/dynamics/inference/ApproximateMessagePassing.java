package rugged.dynamics.inference;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.Need;
import rugged.index.Named;

/**
 * Approximate message passing (generalised) on a linear mixing with an output channel: a round is a sweep of {@code compose.MixingPass}, with Onsager's term. The state is means, variances and answers of the outputs. It has converged where a round without damping
 * changes the means by less than the tolerance in mean square, and has found all where the mean variance is below 1e-9. Where it does not converge, the state, its mean square change and
 *
 * <pre>lambda = 1/N sum_i c_i^2 sum_a F_ai^2 slope_a^2 sum_j F_aj^2</pre>
 *
 * <p>are left: above 1 no fixed point can be reached, however small the tolerance, since the replica-symmetric one is unstable. Exact for N, M to infinity at fixed M/N with independent entries of F, as long as replica symmetry holds. Deterministic: replicas
 * differ in their starts alone. Cost: four products with F a round.
 *
 * <p>Source: Donoho, Maleki and Montanari, Proc. Natl. Acad. Sci. 106, 18914 (2009); Rangan, Proc. IEEE ISIT, 2168 (2011); instability: Zhao, Qiu, Xie and Huang, arXiv:2111.13302.
 */
@Named(
        value = "amp",
        title = "Approximate message passing",
        doc = "Means and variances of unknowns that are mixed linearly, by sweeps with Onsager's term until they stand"
                + " still.",
        source = "Rangan, Proc. IEEE ISIT, 2168 (2011)",
        year = 2011,
        topics = {"inference", "mean field"})
public record ApproximateMessagePassing(PassingParameters passing) implements PassingSpec {
    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.MIXING);
    }
}
