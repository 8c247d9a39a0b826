package rugged.api;

import java.util.EnumSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import rugged.api.model.Model;
import rugged.params.Kind;
import rugged.params.Spec;

/** Where trajectories start. */
@Kind("start")
public interface StartSpec extends Spec {
    /** What the landscape must offer. */
    default Set<Need> needs() {
        return EnumSet.noneOf(Need.class);
    }

    /**
     * Keys of landscape parameters that describe a starting state which this start does not take: a theory beside the run does not inherit them. By default the
     * temperature of a planted state, unless that is what the start needs.
     */
    default Set<String> passesOver() {
        return needs().contains(Need.PLANTED) ? Set.of() : Set.of("planted");
    }

    /** Whether the state is one of equilibrium, or one whose choice is the user's: averages over time may then begin with it. */
    default boolean settled() {
        return false;
    }

    /** What the user should know of the state before anything runs, such as the time of one that another run is still moving; empty when there is nothing. */
    default String remark() {
        return "";
    }

    /**
     * Throws {@link rugged.params.BadParameter} for a state that no replica of this landscape can take, where that is known before anything is built.
     *
     * @param landscape where trajectories start
     * @param replicas how many do
     */
    default void check(LandscapeSpec landscape, int replicas) {}

    /**
     * Overwrites x[N] with the starting state of one replica.
     *
     * @param model the landscape
     * @param replica which replica, from 0
     * @param x overwritten
     * @param random a stream of this replica's own
     */
    void place(Model model, int replica, double[] x, RandomGenerator random);
}
