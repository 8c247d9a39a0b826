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

    /** Overwrites x[N] with the starting state of one replica. */
    void place(Model model, double[] x, RandomGenerator random);
}
