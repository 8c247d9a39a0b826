package rugged.api;

import java.util.EnumSet;
import java.util.Set;
import java.util.random.RandomGenerator;
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
     * Overwrites x[N] with the starting state of one replica.
     *
     * @param model the landscape
     * @param replica which replica, from 0
     * @param x overwritten
     * @param random a stream of this replica's own
     */
    void place(Model model, int replica, double[] x, RandomGenerator random);
}
