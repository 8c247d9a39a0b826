package rugged.api;

import java.util.List;
import rugged.params.Kind;
import rugged.params.Spec;

/**
 * A theory: it writes the same quantities as observables do. A parameter that a study leaves out is taken from the landscape, the dynamics or the protocol
 * of the run beside which it is drawn, where they have one of the same name; what describes a start that the run does not take is not
 * ({@link StartSpec#passesOver}).
 */
@Kind("theory")
public interface TheorySpec extends Spec {
    /** What it computes. */
    List<Quantity> quantities();

    /** How far its numbers can be trusted. */
    Validity validity();

    /** Bytes that it takes to solve it on a grid. Used to predict the memory of a plan; only where it is worth counting. */
    default double memory(Schedule grid) {
        return 0.0;
    }

    /** Solves it, and writes its quantities (replica {@link Sink#ALL}) at the times and pairs of the grid. */
    Solution solve(Schedule grid, Sink out);

    /**
     * The same, to the last bit, with the help of what earlier sessions kept: for theories that take long.
     *
     * @param archive where to look, and what to leave there for later sessions
     */
    default Solution solve(Schedule grid, Sink out, Archive archive) {
        return solve(grid, out);
    }
}
